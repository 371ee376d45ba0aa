package app.kith.ui.look;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** What the window needs of the world outside it. JavaFX thread only where nothing else is said; tests have a twin. */
public interface Outside {

    /**
     * Asks where to save a file.
     *
     * @param name the name proposed, safe on every system
     * @return the file chosen; empty where the user thought better of it
     */
    Optional<Path> file(String name);

    /**
     * Asks which file to read.
     *
     * @param title what it is for
     * @return the file chosen; empty where the user thought better of it
     */
    Optional<Path> existing(String title);

    /** {@return the folder chosen to save files into; empty where the user thought better of it} */
    Optional<Path> folder();

    /**
     * Opens a link in the program that the system has for it.
     *
     * @param link an http, https, mailto or tel address
     */
    void open(String link);

    /**
     * Opens a file in the program that the system has for it.
     *
     * @param file a file that cannot run anything
     */
    void openFile(Path file);

    /**
     * Fetches a picture from the network, at the user's word only. From any thread but the JavaFX thread; blocks.
     *
     * @param address where it lies
     * @return its bytes; null where it may not be fetched or cannot be had
     */
    byte @Nullable [] picture(String address);

    /**
     * Asks where to print; says so where there is no printer.
     *
     * @param title what is printed
     * @return the paper; empty where there is none or the user thought better of it
     */
    Optional<Paper> paper(String title);

    /** Paper to print on, in pixels of 1/72 inch. */
    interface Paper {

        /** {@return the width that can be printed on} */
        double width();

        /** {@return the height that can be printed on} */
        double height();

        /**
         * Prints a sheet.
         *
         * @param sheet what is on it; it may be changed when this returns
         */
        void page(Node sheet);

        /** Ends: there are no more sheets. */
        void done();
    }

    /**
     * Copies a text and says so.
     *
     * @param text the text
     */
    void copy(String text);

    /**
     * Copies a file, to be put down in another program or folder, and says so.
     *
     * @param file the file
     */
    void copyFile(Path file);

    /**
     * Shows something over the window until the user puts it away.
     *
     * @param title what it is
     * @param content what is shown
     */
    void show(String title, Node content);

    /**
     * Reminds the user of something, who may be looking elsewhere: by the system's own notices where it has them, else in passing.
     *
     * @param title who reminds
     * @param text one sentence
     */
    default void remind(String title, String text) {
        say(text);
    }

    /**
     * Says something in passing, for some seconds.
     *
     * @param text one sentence
     */
    void say(String text);

    /**
     * Says something in passing that can be taken back.
     *
     * @param text one sentence
     * @param verb what takes it back
     * @param act takes it back
     */
    void offer(String text, String verb, Runnable act);
}
