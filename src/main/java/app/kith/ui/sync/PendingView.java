package app.kith.ui.sync;

import app.kith.change.MessageFlags;
import app.kith.change.Operation;
import app.kith.change.Operation.Destination;
import app.kith.change.Operation.State;
import app.kith.ui.look.Controls;
import app.kith.ui.sync.PendingModel.Draft;
import app.kith.ui.sync.PendingModel.Pending;
import app.kith.ui.sync.PendingModel.Row;
import app.kith.words.KithException;
import app.kith.words.Words;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The block of the sync page that says what waits for a server and what will happen; it is there only while something does. */
public final class PendingView extends VBox {
    private final PendingModel model;
    private final Words words;
    private final Consumer<KithException> failed;
    private final Label count = Controls.label("", "muted");
    private final VBox rows = Controls.column(8);

    /**
     * Makes the block.
     *
     * @param model what waits
     * @param words the language
     * @param failed told what went wrong
     */
    public PendingView(PendingModel model, Words words, Consumer<KithException> failed) {
        this.model = model;
        this.words = words;
        this.failed = failed;
        getStyleClass().addAll("card", "pending");
        getChildren().addAll(Controls.column(2, Controls.label(words.get("screen.pending"), "card-title"), count),
                rows);
        Controls.showWhen(this, model.pendingProperty().map(now -> now.waiting() + now.failed() > 0));
        model.pendingProperty().when(Controls.attached(this)).subscribe(this::show);
    }

    private void show(Pending now) {
        String waiting = words.count("screen.pending.waiting", now.waiting());
        count.setText(
                now.failed() == 0 ? waiting : waiting + " · " + words.count("screen.pending.failed", now.failed()));
        rows.getChildren().setAll(now.rows().stream().map(this::row).toList());
        rows.getChildren().addAll(now.drafts().stream().map(this::draft).toList());
        if (now.more() > 0) {
            rows.getChildren().add(Controls.label(words.count("screen.pending.more", now.more()), "muted"));
        }
    }

    private Node draft(Draft row) {
        String text = words.get("screen.pending.draft." + row.step().kind().word());
        return line("fth-edit-2", text, row.subject(),
                Controls.paragraph(words.get("screen.pending.draft", row.step().account().email()), "muted"));
    }

    private HBox line(String icon, String what, String about, Label state) {
        Label act = Controls.label(what, "row-strong");
        act.setMinWidth(USE_PREF_SIZE);
        Label subject = Controls.label(about.isBlank() ? words.get("screen.no-subject") : about, "row-text");
        subject.setMinWidth(0);
        VBox text = Controls.column(2, Controls.row(8, act, subject), state);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        return Controls.row(8, Controls.icon(icon), text);
    }

    private Node row(Row row) {
        Operation operation = row.operation();
        boolean waits = operation.state() == State.WAITING;
        Label state = Controls.paragraph(waits
                ? words.get("screen.pending.will", operation.path())
                : words.get("screen.pending.why." + operation.why(), operation.detail()),
                waits ? "muted" : "trouble");
        HBox line = line(waits ? "fth-clock" : "fth-alert-triangle", what(operation), row.subject(), state);
        if (!waits) {
            line.getChildren().add(Controls.button(words.get("screen.pending.retry"),
                    () -> model.retry(operation, failed)));
        }
        line.getChildren().add(Controls.button(words.get(waits ? "screen.cancel" : "screen.pending.dismiss"),
                () -> model.cancel(operation, failed)));
        line.getChildren().stream().skip(2).forEach(button -> ((javafx.scene.layout.Region) button)
                .setMinWidth(USE_PREF_SIZE));
        return line;
    }

    /** What will happen, in words. */
    private String what(Operation operation) {
        Destination to = operation.to();
        if (to != null) {
            return switch (to.role()) {
                case ARCHIVE -> words.get("screen.act.archive");
                case TRASH -> words.get("screen.act.delete");
                case JUNK -> words.get("screen.act.junk");
                default -> words.get("screen.pending.move", to.path());
            };
        }
        boolean seen = operation.add().has(MessageFlags.SEEN);
        boolean unseen = operation.remove().has(MessageFlags.SEEN);
        boolean flag = operation.add().has(MessageFlags.FLAGGED);
        boolean unflag = operation.remove().has(MessageFlags.FLAGGED);
        String read = seen ? words.get("screen.act.read") : unseen ? words.get("screen.act.unread") : "";
        String flagged = flag ? words.get("screen.act.flag") : unflag ? words.get("screen.act.unflag") : "";
        return read.isEmpty() || flagged.isEmpty() ? read + flagged : read + " · " + flagged;
    }
}
