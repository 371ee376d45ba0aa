package app.kith.ui.compose;

import app.kith.ui.compose.Composer.Kind;
import app.kith.ui.look.Controls;
import app.kith.words.Words;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;

/** How a message can be answered. */
public final class AnswerButtons extends FlowPane {
    private static final Map<Kind, String> ICONS = Map.of(Kind.REPLY, "fth-corner-up-left", Kind.REPLY_ALL,
            "fth-users", Kind.FORWARD, "fth-corner-up-right");

    /**
     * Makes the buttons.
     *
     * @param words the language
     * @param answer begins an answer
     */
    public AnswerButtons(Words words, Consumer<Kind> answer) {
        super(8, 8);
        for (Kind kind : Kind.values()) {
            String key = "write." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
            Button button = Controls.button(words.get(key), () -> answer.accept(kind));
            button.setGraphic(Controls.icon(String.valueOf(ICONS.get(kind))));
            button.setTooltip(new Tooltip(words.get(key + "-key")));
            getChildren().add(button);
        }
        getStyleClass().add("answers");
    }
}
