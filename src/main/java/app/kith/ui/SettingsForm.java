package app.kith.ui;

import app.kith.ui.look.Controls;
import app.kith.ui.look.Settings;
import app.kith.ui.look.Settings.Theme;
import app.kith.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;

/** Language, theme, size, what opening a mail does, the user's country, and backups. Every choice is taken at once. */
final class SettingsForm extends VBox {
    private static final int STEP = 10;

    private final Words words;
    private final Consumer<UnaryOperator<Settings>> change;

    /**
     * What the settings lead to.
     *
     * @param texts signatures and templates
     * @param fields the fields of the user's own
     * @param stages the stages of the user's sales
     * @param rules the rules
     * @param protection what opens the data, and the lock
     */
    record Acts(Runnable texts, Runnable fields, Runnable stages, Runnable rules, Runnable protection) {}

    SettingsForm(Settings settings, Words words, Consumer<UnaryOperator<Settings>> change, Acts acts,
            @Nullable Node country, @Nullable Node backups, Runnable close) {
        this.words = words;
        this.change = change;
        setSpacing(16);
        getStyleClass().add("form");
        List<String> languages = List.of("", "en", "zh-CN");
        VBox body = Controls.column(16,
                choice("screen.settings.language", languages, settings.language(), this::language,
                        tag -> now -> now.speaking(tag)),
                choice("screen.settings.theme", List.of(Theme.values()), settings.theme(),
                        theme -> words.get("screen.theme." + theme.name().toLowerCase(Locale.ROOT)),
                        theme -> now -> now.themed(theme)),
                zoom(settings),
                choice("screen.settings.read-on-open", List.of(true, false), !settings.keepsUnread(),
                        read -> words.get(read ? "screen.settings.read-soon" : "screen.settings.read-never"),
                        read -> now -> now.keepingUnread(!read)),
                choice("screen.settings.notices", List.of(true, false), !settings.quiet(),
                        told -> words.get(told ? "screen.settings.notices-on" : "screen.settings.notices-off"),
                        told -> now -> now.keepingQuiet(!told)),
                Controls.flow(8, Controls.button(words.get("write.texts-edit"), acts.texts()),
                        Controls.button(words.get("list.fields-edit"), acts.fields()),
                        Controls.button(words.get("stage.open"), acts.stages()),
                        Controls.button(words.get("rule.open"), acts.rules()),
                        Controls.button(words.get("guard.open"), acts.protection())));
        Stream.of(country, backups).filter(Objects::nonNull).forEach(body.getChildren()::add);
        body.getChildren().add(Controls.paragraph(words.get("screen.settings.keys"), "muted"));
        ScrollPane scrolled = new ScrollPane(body); // In a low window title and button stay in sight.
        scrolled.setFitToWidth(true);
        scrolled.getStyleClass().add("page");
        setVgrow(scrolled, Priority.ALWAYS);
        getChildren().addAll(Controls.label(words.get("screen.settings"), "form-title"), scrolled, buttons(close));
    }

    private String language(String tag) {
        if (tag.isEmpty()) {
            return words.get("screen.settings.as-system");
        }
        Locale language = Locale.forLanguageTag(tag);
        return language.getDisplayLanguage(language);
    }

    private <T> Node choice(String key, List<T> values, T chosen, Function<T, String> name,
            Function<T, UnaryOperator<Settings>> step) {
        SegmentedButton segments = new SegmentedButton();
        for (T value : values) {
            ToggleButton button = new ToggleButton(name.apply(value));
            button.setSelected(value.equals(chosen));
            button.setOnAction(_ -> {
                button.setSelected(true);
                change.accept(step.apply(value));
            });
            segments.getButtons().add(button);
        }
        return Controls.column(4, Controls.label(words.get(key), "field-name"), segments);
    }

    private Node zoom(Settings settings) {
        Label percent = Controls.label(settings.zoom() + " %");
        int[] now = {settings.zoom()};
        Button smaller = Controls.iconButton("fth-minus", words.get("screen.settings.smaller"),
                () -> zoom(now, now[0] - STEP, percent));
        Button larger = Controls.iconButton("fth-plus", words.get("screen.settings.larger"),
                () -> zoom(now, now[0] + STEP, percent));
        return Controls.column(4, Controls.label(words.get("screen.settings.size"), "field-name"),
                Controls.row(8, smaller, percent, larger));
    }

    private void zoom(int[] now, int wanted, Label percent) {
        now[0] = Settings.USUAL.zoomed(wanted).zoom();
        percent.setText(now[0] + " %");
        change.accept(settings -> settings.zoomed(now[0]));
    }

    private Node buttons(Runnable close) {
        Button done = Controls.button(words.get("screen.close"), close, "accent");
        done.setDefaultButton(true);
        done.setCancelButton(true);
        return Controls.row(8, Controls.spring(), done);
    }
}
