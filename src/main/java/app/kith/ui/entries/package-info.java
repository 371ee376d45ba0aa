/**
 * The page of business records: quotations, orders, contracts and service cases of all customers, sifted by kind, by open and closed, by
 * time and by words, with what they come to in each currency. In: the list of entries of the store. Out: the record that the user
 * opens, which the window shows on its customer's timeline.
 */
@NullMarked
package app.kith.ui.entries;

import org.jspecify.annotations.NullMarked;
