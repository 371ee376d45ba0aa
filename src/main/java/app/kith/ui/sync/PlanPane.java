package app.kith.ui.sync;

import app.kith.account.Account;
import app.kith.sync.Reason;
import app.kith.sync.SyncPlan;
import app.kith.sync.SyncPlan.FolderPlan;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Sizes;
import app.kith.words.KithException;
import app.kith.words.Words;
import java.text.NumberFormat;
import java.util.stream.Stream;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What a pass over an account would do: asked for, looked at, then done or let be. */
final class PlanPane extends VBox {
    private static final double NOTE_WIDTH = 300;

    private final Account account;
    private final SyncModel model;
    private final Words words;
    private final NumberFormat numbers;
    private final Button ask;
    private boolean offered;
    private int asked;

    PlanPane(Account account, SyncModel model, Words words) {
        this.account = account;
        this.model = model;
        this.words = words;
        this.numbers = NumberFormat.getInstance(words.locale());
        this.ask = Controls.button(words.get("screen.plan.ask"), this::ask, "flat", "small");
        setSpacing(8);
        clear();
    }

    /** Offers to ask, or takes the plan away while a pass does what it said, or something else. */
    void offer(boolean wanted) {
        if (offered && !wanted) {
            clear();
        }
        offered = wanted;
        setVisible(wanted);
        setManaged(wanted);
    }

    private void clear() {
        asked++;
        getChildren().setAll(ask);
    }

    private void ask() {
        int mine = ++asked;
        getChildren().setAll(Controls.label(words.get("screen.plan.asking"), "muted"));
        model.plan(account, plan -> {
            if (mine == asked) {
                show(plan);
            }
        }, failure -> {
            if (mine == asked) {
                failed(failure);
            }
        });
    }

    private void failed(KithException failure) {
        getChildren().setAll(ask, Controls.paragraph(words.sentence(failure), "trouble"));
    }

    private void show(SyncPlan plan) {
        Button run = Controls.button(words.get("screen.plan.run"), () -> model.start(account), "accent");
        Button leave = Controls.button(words.get("screen.plan.leave"), this::clear);
        getChildren().setAll(Controls.paragraph(sum(plan), "plan-sum"), table(plan), Controls.row(8, run, leave));
    }

    private String sum(SyncPlan plan) {
        String fetch = plan.toFetch() == 0
                ? words.get("screen.plan.nothing")
                : words.count("screen.plan.fetch", plan.toFetch(), Sizes.of(plan.bytes(), words.locale()));
        return plan.changes() == 0 ? fetch : fetch + " " + words.count("screen.plan.changes", plan.changes());
    }

    private GridPane table(SyncPlan plan) {
        GridPane table = new GridPane(24, 6);
        table.getStyleClass().add("folder-table");
        ColumnConstraints name = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        table.getColumnConstraints().add(name);
        for (int i = 0; i < 4; i++) {
            ColumnConstraints number = new ColumnConstraints();
            number.setHalignment(HPos.RIGHT);
            table.getColumnConstraints().add(number);
        }
        table.addRow(0, Stream.of("screen.folder", "screen.on-server", "screen.kept", "screen.plan.to-fetch",
                "screen.plan.size", "screen.left").map(key -> Controls.label(words.get(key), "table-head"))
                .toArray(Node[]::new));
        int at = 1;
        for (FolderPlan folder : plan.folders()) {
            Label note = Controls.paragraph(Reason.sentence(folder.leftOut(), words), "muted");
            note.setMaxWidth(NOTE_WIDTH);
            table.addRow(at++, Controls.label(folder.folder(), "folder-name"), number(folder.onServer()),
                    number(folder.local()), number(folder.toFetch()),
                    Controls.label(folder.toFetch() == 0 ? "" : Sizes.of(folder.bytes(), words.locale()),
                            "table-number"),
                    note);
        }
        return table;
    }

    private Label number(long value) {
        return Controls.label(numbers.format(value), "table-number");
    }
}
