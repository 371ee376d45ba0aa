package app.kith.ui.rule;

import app.kith.rule.Then;
import app.kith.rule.Then.Kind;
import app.kith.ui.look.Controls;
import app.kith.words.Words;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A line of a rule that says what is done. */
final class ThenLine {
    private final ComboBox<Kind> kind;
    private final TextField value;
    private final TextField days;
    private final TextField text;
    private final HBox line;
    private final Words words;
    private final Node away;

    ThenLine(Then then, boolean ofMail, RuleParts parts, Consumer<ThenLine> remove) {
        this.words = parts.words();
        Runnable changed = parts.changed();
        List<Kind> kinds = Arrays.stream(Kind.values()).filter(one -> ofMail || !one.isOfMail()).toList();
        kind = Choice.of(kinds, kinds.contains(then.kind()) ? then.kind() : Kind.TAG, words.get("rule.line.then"),
                one -> words.get("rule.pick.then." + one.word()));
        kind.setMinWidth(60);
        value = Choice.proposing(Choice.text(then.value(), "", 12, changed), () -> proposed(parts.known().get()));
        days = Choice.days(then.days(), words.get("rule.line.days"), changed);
        text = Choice.proposing(Choice.text(then.text(), "", 14, changed),
                () -> kind.getValue() == Kind.FIELD ? parts.known().get().of(value.getText()) : List.of());
        for (TextField field : List.of(value, text)) {
            field.setMinWidth(60);
            HBox.setHgrow(field, Priority.ALWAYS);
        }
        days.setMinWidth(48);
        away = Controls.iconButton("fth-x", words.get("rule.line.remove-act"), () -> remove.accept(this));
        line = Controls.row(8);
        kind.valueProperty().addListener((_, before, now) -> {
            if (now == Kind.KEEP_IN_TOUCH && Choice.days(days) == 0) {
                days.setText("30");
            } else if (now == Kind.FOLLOW_UP && before != Kind.KEEP_IN_TOUCH && Choice.days(days) == 0) {
                days.setText("2");
            }
            show();
            changed.run();
        });
        show();
    }

    private List<String> proposed(Known known) {
        return switch (kind.getValue()) {
            case TAG -> known.tags();
            case STAGE -> known.stages();
            case FIELD -> known.fields();
            case MOVE -> known.folders();
            default -> List.of();
        };
    }

    Node node() {
        return line;
    }

    void begin() {
        kind.requestFocus();
    }

    Then then() {
        return new Then(kind.getValue(), value.getText(), text.getText(), Choice.days(days));
    }

    /** Whether all that it needs was said. */
    boolean isWhole() {
        return switch (kind.getValue()) {
            case TAG, STAGE, MOVE -> !value.getText().isBlank();
            case FIELD -> !value.getText().isBlank() && !text.getText().isBlank();
            case KEEP_IN_TOUCH -> Choice.days(days) > 0;
            default -> true;
        };
    }

    private void prompts(String forValue, String forText) {
        value.setPromptText(forValue);
        value.setAccessibleText(forValue);
        text.setPromptText(forText);
        text.setAccessibleText(forText);
    }

    private void show() {
        Kind now = kind.getValue();
        prompts(words.get("rule.pick.then." + now.word() + ".example"), words.get(
                now == Kind.FIELD ? "rule.line.says" : "rule.line.what"));
        line.getChildren().setAll(kind);
        switch (now) {
            case TAG, STAGE, MOVE -> line.getChildren().add(value);
            case FIELD -> line.getChildren().addAll(value, label("rule.line.becomes"), text);
            case FOLLOW_UP -> line.getChildren().addAll(label("rule.line.in"), days, label("rule.line.days"), text);
            case KEEP_IN_TOUCH -> line.getChildren().addAll(days, label("rule.line.days"), Controls.spring());
            default -> line.getChildren().add(Controls.spring());
        }
        line.getChildren().add(away);
    }

    private Label label(String key) {
        Label label = Controls.label(words.get(key));
        label.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        return label;
    }
}
