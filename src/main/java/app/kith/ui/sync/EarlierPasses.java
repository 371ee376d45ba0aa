package app.kith.ui.sync;

import app.kith.sync.Pass;
import app.kith.sync.PassDay;
import app.kith.ui.look.Controls;
import app.kith.words.Words;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The closed part of an account's panel: its earlier passes, newest first, one line each; a line opens to what was done. Below them the
 * sums of days, as far back as they are kept.
 */
final class EarlierPasses extends TitledPane {
    private static final int A_MONTH = 31;

    private final Words words;
    private final SyncWords says;
    private final VBox lines = Controls.column(2);
    private List<Pass> shown = List.of();
    private List<PassDay> days = List.of();

    EarlierPasses(Words words, SyncWords says) {
        this.words = words;
        this.says = says;
        getStyleClass().add("dense");
        setAnimated(false);
        setExpanded(false);
        setContent(lines);
        managedProperty().bind(visibleProperty());
        setVisible(false);
        expandedProperty().subscribe(this::fill);
    }

    void show(List<Pass> passes, List<PassDay> sums) {
        if (passes.equals(shown) && sums.equals(days)) {
            return; // A line that is open stays so.
        }
        shown = passes;
        days = sums;
        setVisible(!passes.isEmpty());
        setText(words.count("screen.sync.earlier", passes.size()));
        fill();
    }

    private void fill() {
        lines.getChildren().setAll(isExpanded() ? shown.stream().map(this::line).toList() : List.of());
        if (isExpanded() && !days.isEmpty()) {
            lines.getChildren().add(Controls.label(words.get("screen.sync.days"), "field-name"));
            days.stream().limit(A_MONTH).forEach(day -> lines.getChildren().add(day(day)));
            if (days.size() > A_MONTH) {
                lines.getChildren().add(Controls.button(words.get("screen.sync.days-all"), this::allDays, "flat",
                        "small"));
            }
        }
    }

    private void allDays() {
        lines.getChildren().removeLast();
        days.stream().skip(A_MONTH).forEach(day -> lines.getChildren().add(day(day)));
    }

    private VBox day(PassDay day) {
        VBox line = Controls.column(2, Controls.paragraph(says.day(day)));
        String troubles = says.troubles(day);
        if (!troubles.isEmpty()) {
            line.getChildren().add(Controls.paragraph(troubles, "muted"));
        }
        line.getStyleClass().add("pass-day");
        return line;
    }

    private VBox line(Pass pass) {
        FontIcon sign = Controls.icon("fth-chevron-right");
        VBox line = Controls.column(4);
        Button title = Controls.button(says.earlier(pass), () -> turn(line, sign, pass), "flat", "small");
        title.setGraphic(sign);
        line.getChildren().add(title);
        return line;
    }

    /** Opens a line, or closes it. */
    private void turn(VBox line, FontIcon sign, Pass pass) {
        boolean open = line.getChildren().size() > 1;
        line.getChildren().remove(1, line.getChildren().size());
        sign.setIconLiteral(open ? "fth-chevron-right" : "fth-chevron-down");
        if (!open) {
            String troubles = says.troubles(pass);
            if (!troubles.isEmpty()) {
                line.getChildren().add(Controls.paragraph(troubles, "trouble"));
            }
            line.getChildren().add(pass.folders().isEmpty() ? nothing() : new PassTable(pass, words, says));
        }
    }

    private Label nothing() {
        return Controls.label(words.get("screen.sync.no-folder-reached"), "muted");
    }
}
