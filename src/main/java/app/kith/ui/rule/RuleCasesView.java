package app.kith.ui.rule;

import app.kith.assist.Firing;
import app.kith.rule.RuleSentence;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.words.Words;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Cases of a rule as rows: whom and what it is about, when it was, why, and what is done. */
final class RuleCasesView {
    private final Words words;
    private final Dates dates;

    RuleCasesView(Words words, Dates dates) {
        this.words = words;
        this.dates = dates;
    }

    Node row(Firing firing, Node... acts) {
        RuleSentence sentence = new RuleSentence(words);
        Label who = Controls.label(firing.one().who(), "job-name");
        who.setMinWidth(0);
        Label when = Controls.label(dates.brief(firing.one().at()), "row-when");
        when.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = Controls.row(8, who, Controls.spring(), when);
        VBox text = Controls.column(1, head);
        if (!firing.one().title().isBlank()) {
            text.getChildren().add(Controls.paragraph(firing.one().title(), "rule-title"));
        }
        String why = firing.why().stream().map(held -> sentence.why(held.condition(), held.found()))
                .collect(Collectors.joining(" · "));
        String does = sentence.all(firing.does());
        String both = why.isEmpty() || does.isEmpty() ? why + does : words.get("rule.why-then", why, does);
        if (!both.isEmpty()) {
            text.getChildren().add(Controls.paragraph(both, "fact-source"));
        }
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = Controls.row(8, text);
        row.getChildren().addAll(acts);
        row.getStyleClass().add("rule-case");
        return row;
    }
}
