/**
 * How the window looks: theme, type, icons, dates, and the settings of the screen.
 *
 * <p>In: the user's choices. Out: a styled scene, small controls in the house's manner, dates as people write them.
 */
@NullMarked
package app.kith.ui.look;

import org.jspecify.annotations.NullMarked;
