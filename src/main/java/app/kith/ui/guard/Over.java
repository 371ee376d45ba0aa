package app.kith.ui.guard;

import app.kith.ui.look.Dates;
import app.kith.ui.look.Outside;
import app.kith.words.Words;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.layout.Region;

/**
 * The sheet over the window, for forms that lead to one another.
 *
 * @param words the language as it is when one opens
 * @param dates how days are written then
 * @param outside the world outside
 * @param show shows a form in place of the one that is shown
 * @param hide ends the one that is shown
 */
public record Over(Supplier<Words> words, Supplier<Dates> dates, Outside outside, Consumer<Region> show,
        Runnable hide) {}
