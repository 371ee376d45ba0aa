/**
 * What keeps the data: passphrase and recovery code, backups, the lock of the window, the check of everything kept and the report
 * of a fault.
 *
 * <p>In: the protection, the backups and the doctor of the desk. Out: forms that are laid over the window, and what Today says of
 * it.
 */
@NullMarked
package app.kith.ui.guard;

import org.jspecify.annotations.NullMarked;
