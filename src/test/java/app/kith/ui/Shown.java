package app.kith.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.ui.look.Dates;
import app.kith.ui.look.Look;
import app.kith.ui.look.Outside;
import app.kith.ui.look.Settings;
import app.kith.ui.look.Settings.Theme;
import app.kith.ui.sync.SyncView;
import app.kith.ui.work.StepBackground;
import app.kith.words.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;

/** What tests of the screen share: the window without a display, and what can be seen in it. */
final class Shown {
    static final Path PICTURES = Path.of("target", "screenshots");

    /** Every language in every theme. */
    static final List<Dress> DRESSES = Stream.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)
            .flatMap(locale -> Stream.of(new Dress(locale, false), new Dress(locale, true))).toList();

    private Shown() {}

    /** A language and a theme. */
    record Dress(Locale locale, boolean dark) {
        String name() {
            return (locale.getLanguage().equals("zh") ? "zh" : "en") + (dark ? "-dark" : "-light");
        }

        Settings settings() {
            return Settings.USUAL.themed(dark ? Theme.DARK : Theme.LIGHT).speaking(locale.toLanguageTag());
        }

        Words words() {
            return Words.of(locale);
        }
    }

    static MainView window(Session session, Settings settings, Clock clock, Outside outside) {
        Words words = Words.of(settings.locale());
        return new MainView(session, settings, words, new Dates(words, clock), outside, new Label(),
                new MainView.Acts(() -> {}, _ -> {}, new SyncView.Acts(() -> {}, _ -> {}, _ -> {}), Writing.Acts.NONE,
                        () -> {}, () -> {}, () -> {}, () -> {}, () -> {}, _ -> {}, _ -> {}));
    }

    /** Draws a picture, to be looked at, and finds what cannot be read well in it. */
    static void picture(Parent root, Dress dress, StepBackground background, String name, int width, int height) {
        Look.take(dress.dark());
        if (root.getScene() == null) {
            Look.dress(new Scene(root, width, height), dress.settings());
        }
        root.resize(width, height);
        Picture.settle(root, background);
        // What scrolls is kept as a bitmap, which between two frames is not drawn anew.
        root.lookupAll(".viewport").forEach(viewport -> viewport.setCache(false));
        Picture.save(root.snapshot(null, null), PICTURES.resolve(name + "-" + dress.name() + ".png"));
        assertThat(Contrast.faint(root)).as("what stands out too little in " + name + "-" + dress.name()).isEmpty();
    }

    static boolean isSeen(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    static List<Node> seen(Parent root, String selector) {
        return root.lookupAll(selector).stream().filter(Shown::isSeen).toList();
    }

    static List<String> texts(Parent root) {
        return seen(root, ".label").stream().filter(Labeled.class::isInstance).map(node -> ((Labeled) node).getText())
                .toList();
    }

    static Button button(Parent root, String spoken) {
        return seen(root, ".button").stream().map(Button.class::cast)
                .filter(each -> spoken.equals(each.getAccessibleText()) || spoken.equals(each.getText())).findFirst()
                .orElseThrow();
    }
}
