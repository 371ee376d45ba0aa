package app.kith.ui.start;

import java.util.function.Consumer;

/**
 * The system's browser, as a sign-in needs it.
 *
 * @param open opens an address; called on the JavaFX thread
 * @param page one sentence that the browser shows at the end, in the user's language
 */
public record Browsing(Consumer<String> open, String page) {}
