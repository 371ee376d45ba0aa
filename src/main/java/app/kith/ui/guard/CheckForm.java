package app.kith.ui.guard;

import app.kith.desk.Desk;
import app.kith.desk.Doctor.Findings;
import app.kith.desk.FaultReport;
import app.kith.log.Damage;
import app.kith.ui.look.Controls;
import app.kith.ui.work.Background;
import app.kith.words.KithException;
import app.kith.words.Problem;
import app.kith.words.Words;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Checks everything that is kept: what is looked at, how far it is, what was found and what is to be done about it. */
public final class CheckForm extends VBox {
    private static final long STEP = 4 << 20;
    /** More of a kind are counted. */
    private static final int NAMED = 20;

    private final Desk desk;
    private final Background background;
    private final Over over;
    private final Words words;
    private final Acts acts;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final Label said = Controls.paragraph("");
    private final VBox found = Controls.column(8);
    private final Button rebuild;
    private AtomicBoolean stopped = new AtomicBoolean();
    private @Nullable Findings findings;

    /**
     * What the form leads to.
     *
     * @param window what is set in the window, for the report
     * @param rebuild closes the data and builds the store anew from the logs; null where that cannot be done
     * @param clock what time it is
     */
    public record Acts(java.util.function.Supplier<Map<String, String>> window, @Nullable Runnable rebuild,
            Clock clock) {}

    /**
     * Makes the form.
     *
     * @param desk the open data
     * @param background where it is checked
     * @param over the sheet that it stands in
     * @param acts what it leads to
     */
    public CheckForm(Desk desk, Background background, Over over, Acts acts) {
        super(12);
        this.desk = desk;
        this.background = background;
        this.over = over;
        this.words = over.words().get();
        this.acts = acts;
        getStyleClass().addAll("form", "wide");
        Button check = Controls.button(words.get("guard.check.now"), this::check, "accent");
        check.disableProperty().bind(running);
        Button stop = Controls.button(words.get("screen.cancel"), () -> stopped.set(true));
        Controls.showWhen(stop, running);
        Controls.showWhen(said, said.textProperty().isNotEmpty());
        rebuild = Controls.button(words.get("guard.check.rebuild"), this::rebuild);
        rebuild.setVisible(false);
        rebuild.managedProperty().bind(rebuild.visibleProperty());
        ScrollPane scroll = new ScrollPane(found);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(Controls.label(words.get("guard.check.title"), "form-title"),
                Controls.paragraph(words.get("guard.check.what"), "muted"), said, scroll,
                Controls.row(8, check, stop, rebuild, Controls.spring(),
                        Controls.button(words.get("guard.report.open"), this::report),
                        Controls.button(words.get("screen.close"), over.hide())));
        // Whoever puts the form away wants to know nothing more of it.
        Controls.attached(this).subscribe(there -> {
            if (!there) {
                stopped.set(true);
            }
        });
    }

    private void check() {
        AtomicBoolean stop = new AtomicBoolean();
        stopped = stop;
        running.set(true);
        found.getChildren().clear();
        rebuild.setVisible(false);
        said.setText(words.get("guard.check.going", 0L));
        long[] told = {0};
        background.run("check", () -> desk.doctor().check(bytes -> {
            if (stop.get()) {
                throw new KithException(Problem.CANCELLED);
            }
            if (bytes >= told[0] + STEP) {
                told[0] = bytes;
                background.soon("check-progress", () -> {
                    if (running.get()) {
                        said.setText(words.get("guard.check.going", bytes >> 20));
                    }
                });
            }
        }), this::show, failure -> {
            running.set(false);
            said.setText(words.sentence(failure));
        });
    }

    private void show(Findings now) {
        running.set(false);
        findings = now;
        said.setText(words.get(now.healthy() ? "guard.check.well" : "guard.check.not-well"));
        now.damages().stream().limit(NAMED).map(this::damage).forEach(text -> line(text, "trouble"));
        now.faults().stream().limit(NAMED).forEach(text -> line(text, "trouble"));
        long more = Math.max(0L, now.damages().size() - NAMED) + Math.max(0L, now.faults().size() - NAMED);
        if (more > 0) {
            line(words.count("guard.check.more", more), "trouble");
        }
        if (!now.damages().isEmpty()) {
            line(words.get("guard.check.damaged"));
        }
        if (!now.faults().isEmpty()) {
            line(words.get("guard.check.faulty"));
            rebuild.setVisible(acts.rebuild() != null);
        }
        found.getChildren().add(counts(now));
    }

    private String damage(Damage damage) {
        return words.get("cli.damage", damage.file(), String.valueOf(damage.sequence()),
                String.valueOf(damage.offset()), damage.what()).strip();
    }

    private void line(String text, String... styles) {
        found.getChildren().add(Controls.paragraph(text, styles));
    }

    private Node counts(Findings now) {
        GridPane table = new GridPane(16, 4);
        int row = 0;
        for (Map.Entry<String, Long> each : now.counts().entrySet()) {
            table.addRow(row++, Controls.label(words.get("cli.count." + each.getKey()), "muted"),
                    Controls.label(words.get("guard.number", each.getValue())));
        }
        table.addRow(row, Controls.label(words.get("cli.count.bytes"), "muted"),
                Controls.label(words.get("guard.number", now.bytes().all())));
        return table;
    }

    private void rebuild() {
        Runnable act = acts.rebuild();
        if (act != null) {
            over.hide().run();
            act.run();
        }
    }

    private void report() {
        Findings now = findings;
        Map<String, String> window = acts.window().get();
        background.run("fault-report", () -> FaultReport.of(desk, now, window, acts.clock()),
                text -> over.show().accept(new ReportForm(text, background, over)),
                failure -> said.setText(words.sentence(failure)));
    }
}
