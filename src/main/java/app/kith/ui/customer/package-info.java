/**
 * Customers: the list, the page of one, and the facts known of them.
 *
 * <p>In: queries of the store and what changed in it. Out: models without controls, and the views bound to them.
 */
@NullMarked
package app.kith.ui.customer;

import org.jspecify.annotations.NullMarked;
