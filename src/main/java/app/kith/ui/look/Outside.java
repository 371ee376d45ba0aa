package app.kith.ui.look;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;

/** What the window needs of the world outside it. JavaFX thread only; tests have a twin. */
public interface Outside {

    /**
     * Asks where to save a file.
     *
     * @param name the name proposed, safe on every system
     * @return the file chosen; empty where the user thought better of it
     */
    Optional<Path> file(String name);

    /** {@return the folder chosen to save files into; empty where the user thought better of it} */
    Optional<Path> folder();

    /**
     * Opens a link in the program that the system has for it.
     *
     * @param link an http, https, mailto or tel address
     */
    void open(String link);

    /**
     * Copies a text and says so.
     *
     * @param text the text
     */
    void copy(String text);

    /**
     * Shows something over the window until the user puts it away.
     *
     * @param title what it is
     * @param content what is shown
     */
    void show(String title, Node content);

    /**
     * Says something in passing, for some seconds.
     *
     * @param text one sentence
     */
    void say(String text);
}
