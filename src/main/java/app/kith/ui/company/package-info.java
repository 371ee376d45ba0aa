/**
 * Companies: the list, and the page of one with its people, their mail together and their records. In: the companies of the store.
 * Out: ways to a person and to a conversation.
 */
@NullMarked
package app.kith.ui.company;

import org.jspecify.annotations.NullMarked;
