/**
 * Opens a data folder, wires the services, owns their life, publishes what changed: the composition root.
 *
 * <p>In: a folder and a way to unlock it. Out: a {@link app.kith.desk.Desk}, the only thing that screen and command line hold.
 * Floor 3.
 */
@NullMarked
package app.kith.desk;

import org.jspecify.annotations.NullMarked;
