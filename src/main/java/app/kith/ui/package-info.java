/**
 * The window.
 *
 * <p>In: rows and changes from the desk. Out: observable models and the views bound to them; the JavaFX thread does no I/O.
 * Floor 4.
 */
@NullMarked
package app.kith.ui;

import org.jspecify.annotations.NullMarked;
