package app.kith.cli;

import app.kith.desk.Desk;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The window as far as the command line needs it; the two do not know each other otherwise. */
public interface Screen {

    /** {@return whether there is a display to open a window on} */
    boolean isThere();

    /**
     * Opens the window on a data folder and waits until it is closed.
     *
     * @param home the data folder
     * @param passphraseFile file whose first line is the passphrase; null to ask the key store or the user
     * @return the exit state
     */
    int open(Path home, @Nullable Path passphraseFile);

    /**
     * Opens the window on the sample mailbox and waits until it is closed.
     *
     * @return the exit state
     */
    int demo();

    /**
     * Draws the window without a display.
     *
     * @param desk what it shows
     * @param picture PNG file to make
     */
    void draw(Desk desk, Path picture);
}
