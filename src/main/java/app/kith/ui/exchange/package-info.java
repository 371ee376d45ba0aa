/**
 * Files in, on the screen: which program wrote a file, what its columns are taken for, what would be done with its rows; then one
 * change set, which can be taken back. In: a file and the imports of the desk. Out: an act like any other.
 */
@NullMarked
package app.kith.ui.exchange;

import org.jspecify.annotations.NullMarked;
