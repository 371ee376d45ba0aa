/**
 * What the user enters about customers, on the screen: forms for values, activities and records, the timeline, and the list of what
 * was done. In: a customer and the services of the desk. Out: acts, each of which can be taken back for some seconds at the foot of
 * the window and for ever in the list.
 */
@NullMarked
package app.kith.ui.record;

import org.jspecify.annotations.NullMarked;
