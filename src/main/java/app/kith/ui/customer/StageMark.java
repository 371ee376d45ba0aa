package app.kith.ui.customer;

import app.kith.change.Actor;
import app.kith.store.Customers.CustomerRow;
import app.kith.store.StageSteps;
import app.kith.store.StageSteps.Step;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** At which stage a customer stands and for how long; a click shows the stages before it, and puts them away again. */
final class StageMark {
    private static final int MOST = 6;

    private final CustomerModel model;
    private final Words words;
    private final Dates dates;
    private final Button mark;
    private final VBox steps = Controls.column(6);
    private final Tooltip since = new Tooltip();
    private long shown;
    private @Nullable Instant at;

    StageMark(CustomerModel model, Words words, Dates dates) {
        this.model = model;
        this.words = words;
        this.dates = dates;
        mark = Controls.button("", this::turn, "flat", "stage-mark");
        steps.getStyleClass().add("stage-steps");
        Controls.showWhen(steps, Bindings.isNotEmpty(steps.getChildren()));
    }

    /** {@return the mark} */
    Node mark() {
        return mark;
    }

    /** {@return where the stages are shown} */
    Node steps() {
        return steps;
    }

    /** Shows where a customer stands. */
    void show(CustomerRow row) {
        boolean same = row.id() == shown && Objects.equals(at, row.stageSince());
        shown = row.id();
        at = row.stageSince();
        Instant now = row.stageSince();
        mark.setVisible(!row.stage().isEmpty());
        mark.setManaged(!row.stage().isEmpty());
        if (now != null) {
            mark.setText(words.get("stage.for", row.stage(), age(words, now, dates.now())));
            since.setText(words.get("stage.since", dates.full(now)));
            mark.setTooltip(since);
            mark.setAccessibleText(words.get("stage.steps-show", row.stage(), dates.day(now)));
        } else {
            mark.setText(row.stage());
        }
        if (!same) {
            steps.getChildren().clear();
        }
    }

    /** How long it is, in days. */
    static String age(Words words, Instant since, Instant now) {
        long days = StageSteps.days(since, now);
        return days == 0 ? words.get("stage.today") : words.count("follow.days", days);
    }

    private void turn() {
        if (steps.getChildren().isEmpty()) {
            model.steps(this::showSteps);
        } else {
            steps.getChildren().clear();
        }
    }

    /** The latest at the top. */
    private void showSteps(List<Step> all) {
        steps.getChildren().clear();
        all.reversed().stream().limit(MOST).forEach(step -> steps.getChildren().add(line(step)));
        if (all.size() > MOST) {
            steps.getChildren()
                    .add(Controls.paragraph(words.count("stage.steps-earlier", all.size() - MOST), "fact-source"));
        }
    }

    private Node line(Step step) {
        Instant to = step.to();
        Label name = Controls.label(step.stage(), "row-strong");
        String when = to == null
                ? words.get("stage.since", dates.day(step.from()))
                : words.get("stage.step-until", dates.day(step.from()), dates.day(to));
        String source = words.get("screen.source." + word(step.source().kind()), step.source().place());
        String who = step.actor() == Actor.RULE || step.actor() == Actor.MERGE
                ? words.get("stage.by", source, words.get("record.actor." + word(step.actor())))
                : source;
        return Controls.flow(8, name, Controls.label(String.join(" · ", when,
                words.count("follow.days", step.days(dates.now())), who), "fact-source"));
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
