package app.kith.ui.rule;

import app.kith.rule.When;
import app.kith.rule.When.Kind;
import app.kith.ui.look.Controls;
import app.kith.words.Words;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;

/** The line of a rule that says what sets it off. */
final class WhenLine {
    private final Words words;
    private final ComboBox<Kind> kind;
    private final TextField field;
    private final TextField value;
    private final TextField days;
    private final FlowPane line = Controls.flow(8);

    WhenLine(When when, RuleParts parts) {
        this.words = parts.words();
        Runnable changed = parts.changed();
        kind = Choice.of(List.of(Kind.values()), when.kind(), words.get("rule.line.when"),
                one -> words.get("rule.pick." + one.word()));
        field = Choice.proposing(Choice.text(when.field(), words.get("rule.line.field"), 9, changed),
                () -> parts.known().get().fields());
        value = Choice.proposing(Choice.text(when.value(), words.get("rule.line.becomes-any"), 10, changed),
                () -> parts.known().get().of(field.getText()));
        days = Choice.days(when.days() == 0 ? 7 : when.days(), words.get("rule.line.days"), changed);
        kind.valueProperty().addListener((_, _, _) -> {
            suggest();
            show();
            changed.run();
        });
        show();
    }

    Node node() {
        return line;
    }

    When when() {
        return new When(kind.getValue(), field.getText(), value.getText(), Choice.days(days));
    }

    Kind kind() {
        return kind.getValue();
    }

    /** Whether all that it needs was said. */
    boolean isWhole() {
        boolean named = kind() == Kind.CHANGED || kind() == Kind.BEFORE;
        return !named || !field.getText().isBlank();
    }

    private void suggest() {
        if (kind() == Kind.CHANGED && (field.getText().isBlank() || field.getText().equals("birthday"))) {
            field.setText("stage");
        } else if (kind() == Kind.BEFORE && (field.getText().isBlank() || field.getText().equals("stage"))) {
            field.setText("birthday");
        } else if (kind() == Kind.AFTER_CONTACT && Choice.days(days) == 7) {
            days.setText("90");
        }
    }

    private void show() {
        line.getChildren().setAll(Controls.label(words.get("rule.line.when"), "rule-word"), kind);
        switch (kind()) {
            case MAIL_IN, MAIL_OUT, CUSTOMER_ADDED -> {
            }
            case CHANGED -> line.getChildren().addAll(field, Controls.label(words.get("rule.line.becomes")), value);
            case AFTER_CONTACT -> line.getChildren().addAll(days, Controls.label(words.get("rule.line.days")));
            case BEFORE -> line.getChildren().addAll(field, Controls.label(words.get("rule.line.in")), days,
                    Controls.label(words.get("rule.line.days")));
        }
    }
}
