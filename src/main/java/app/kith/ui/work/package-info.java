/**
 * The bridge between other threads and the screen.
 *
 * <p>In: work to be done off the JavaFX thread, and changes of the store. Out: results and merged changes on the JavaFX thread, at
 * most once a frame. {@link app.kith.ui.work.Inbox} is the only caller of {@code Platform.runLater}.
 */
@NullMarked
package app.kith.ui.work;

import org.jspecify.annotations.NullMarked;
