package app.kith.ui.exchange;

import app.kith.desk.ImportHints.Hint;
import app.kith.desk.ImportHints.Perhaps;
import app.kith.match.MatchWords;
import app.kith.ui.look.Controls;
import app.kith.words.Words;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** New rows of a file that may be customers already: each is a new one unless the user lays it to one of those it may be. */
final class PerhapsPane extends VBox {
    private static final int SHOWN = 50;
    private static final int REASONS = 3;

    private final Words words;

    PerhapsPane(List<Hint> hints, Words words) {
        super(12);
        this.words = words;
        getStyleClass().add("import-perhaps");
        getChildren().addAll(Controls.label(words.count("import.perhaps", hints.size()), "section-title"),
                Controls.paragraph(words.get("import.perhaps-text"), "fact-source"));
        hints.stream().limit(SHOWN).forEach(hint -> getChildren().add(row(hint)));
        if (hints.size() > SHOWN) {
            getChildren().add(Controls.paragraph(words.get("import.perhaps-more", hints.size() - SHOWN), "muted"));
        }
    }

    private Node row(Hint hint) {
        VBox row = Controls.column(4, Controls.label(hint.place() + "   " + hint.name(), "fact-name"));
        ToggleGroup group = new ToggleGroup();
        row.getChildren().add(choice(words.get("import.perhaps-new"), group, hint, 0));
        for (Perhaps one : hint.perhaps()) {
            String who = one.company().isEmpty() ? one.name() : one.name() + " · " + one.company();
            row.getChildren()
                    .add(choice(words.get("import.perhaps-add", who, Math.round(one.likely().probability() * 100)),
                            group, hint, one.likely().contact()));
            row.getChildren().add(Controls.paragraph(one.likely().why().stream().limit(REASONS)
                    .map(reason -> MatchWords.of(words, reason)).collect(Collectors.joining("; ")), "fact-source"));
        }
        return row;
    }

    private static RadioButton choice(String text, ToggleGroup group, Hint hint, long contact) {
        RadioButton choice = new RadioButton(text);
        choice.setMnemonicParsing(false);
        choice.setWrapText(true);
        choice.setToggleGroup(group);
        choice.setSelected(hint.plan().laidTo(hint.place()) == contact);
        choice.setOnAction(_ -> hint.plan().lay(hint.place(), contact));
        return choice;
    }
}
