package app.kith.ui.rule;

import app.kith.rule.Condition;
import app.kith.rule.Condition.Kind;
import app.kith.ui.look.Controls;
import app.kith.words.Words;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A line of a rule that says what must hold. */
final class ConditionLine {
    private final ComboBox<Boolean> not;
    private final ComboBox<Kind> kind;
    private final TextField value;
    private final HBox line;

    ConditionLine(Condition condition, boolean ofMail, RuleParts parts, Consumer<ConditionLine> remove) {
        Words words = parts.words();
        Runnable changed = parts.changed();
        List<Kind> kinds = Arrays.stream(Kind.values()).filter(one -> ofMail || !one.isOfMail()).toList();
        not = Choice.of(List.of(false, true), condition.not(), words.get("rule.line.not"),
                one -> words.get(one ? "rule.line.is-not" : "rule.line.is"));
        not.getStyleClass().add("rule-not");
        kind = Choice.of(kinds, kinds.contains(condition.kind()) ? condition.kind() : Kind.TAG,
                words.get("rule.line.condition"), one -> words.get("rule.pick.if." + one.word()));
        value = Choice.proposing(Choice.text(condition.value(), "", 14, changed), () -> proposed(parts.known().get()));
        value.setMinWidth(60);
        HBox.setHgrow(value, Priority.ALWAYS);
        line = Controls.row(8, not, kind, value, Controls.spring(),
                Controls.iconButton("fth-x", words.get("rule.line.remove"), () -> remove.accept(this)));
        line.getChildren().get(3).managedProperty().bind(value.managedProperty().not());
        not.setOnAction(_ -> changed.run());
        kind.valueProperty().subscribe(now -> {
            value.setVisible(now.isValued());
            value.setManaged(now.isValued());
            String example = words.get("rule.pick.if." + now.word() + ".example");
            value.setPromptText(now.isValued() ? example : "");
            value.setAccessibleText(example);
        });
        kind.setOnAction(_ -> changed.run());
        for (ComboBox<?> box : List.of(not, kind)) {
            box.setMinWidth(60);
        }
    }

    private List<String> proposed(Known known) {
        return switch (kind.getValue()) {
            case TAG -> known.tags();
            case STAGE -> known.stages();
            case FIELD -> known.fields();
            case FOLDER -> known.folders();
            default -> List.of();
        };
    }

    Node node() {
        return line;
    }

    void begin() {
        kind.requestFocus();
    }

    Condition condition() {
        return new Condition(kind.getValue(), not.getValue(), value.getText());
    }

    /** Whether all that it needs was said. */
    boolean isWhole() {
        return !kind.getValue().isValued() || !value.getText().isBlank();
    }
}
