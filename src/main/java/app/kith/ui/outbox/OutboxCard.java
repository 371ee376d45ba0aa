package app.kith.ui.outbox;

import app.kith.change.Outgoing;
import app.kith.change.Outgoing.Fate;
import app.kith.change.Outgoing.Recipient;
import app.kith.change.Outgoing.State;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.ui.outbox.OutboxRow.Group;
import app.kith.words.KithException;
import app.kith.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One letter: about what, to whom, how it stands, what can be done. */
final class OutboxCard extends HBox {
    private final OutboxRow row;
    private final OutboxModel model;
    private final Words words;
    private final Dates dates;
    private final OutboxView.Acts acts;

    OutboxCard(OutboxRow row, OutboxModel model, Words words, Dates dates, OutboxView.Acts acts) {
        super(12);
        this.row = row;
        this.model = model;
        this.words = words;
        this.dates = dates;
        this.acts = acts;
        getStyleClass().addAll("card", "outbox-card");
        String subject = row.subject().isBlank() ? words.get("screen.no-subject") : row.subject();
        VBox text = Controls.column(2, Controls.label(subject, "card-title"), Controls.label(people(), "muted"));
        standing().forEach(line -> text.getChildren()
                .add(Controls.paragraph(line, row.group() == Group.FAILED ? "trouble" : "outbox-standing")));
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox buttons = Controls.row(4);
        buttons.getChildren().setAll(buttons());
        buttons.setMinWidth(USE_PREF_SIZE);
        setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        getChildren().addAll(sign(), text, buttons);
    }

    private Node sign() {
        Node sign = Controls.icon(icon());
        if (row.group() == Group.FAILED || row.group() == Group.SENT) {
            sign.getStyleClass().add(row.group() == Group.FAILED ? "bad-icon" : "good-icon");
        }
        return sign;
    }

    private String icon() {
        return switch (row.group()) {
            case FAILED -> "fth-alert-circle";
            case DRAFTS -> "fth-edit-3";
            case WAITING -> "fth-clock";
            case SENT -> "fth-check";
        };
    }

    private String people() {
        List<Recipient> all = row.outgoing().recipients();
        if (all.isEmpty()) {
            return words.get("write.outbox.nobody");
        }
        String names = all.stream().limit(4).map(Recipient::address)
                .collect(Collectors.joining(words.get("screen.list-comma")));
        return all.size() <= 4 ? names : words.get("screen.message.and-more", names, all.size() - 4);
    }

    private List<String> standing() {
        Outgoing outgoing = row.outgoing();
        List<String> lines = new ArrayList<>();
        switch (outgoing.state()) {
            case DRAFT -> lines.add(words.get("write.outbox.written", dates.ago(row.writtenAt()), row.account()));
            case WAITING -> lines.addAll(waiting(outgoing));
            case SENDING -> lines.add(words.get("write.outbox.sending"));
            case IN_DOUBT -> lines.add(words.get("write.outbox.in-doubt"));
            case REFUSED -> lines.add(words.get("write.outbox.refused", outgoing.answer()));
            case SENT, FILED, CANCELLED -> lines.add(words.get("write.outbox.sent-at", dates.full(row.writtenAt())));
        }
        outgoing.recipients().stream().filter(each -> each.fate() == Fate.REFUSED && !each.answer().isEmpty()
                && !each.answer().equals(outgoing.answer()))
                .forEach(each -> lines.add(words.get("write.outbox.refused-one", each.address(), each.answer())));
        return lines;
    }

    private List<String> waiting(Outgoing outgoing) {
        List<String> lines = new ArrayList<>();
        boolean later = outgoing.notBefore().isAfter(model.clock().instant());
        KithException trouble = model.troublesProperty().get().get(outgoing.account());
        if (later && outgoing.attempts() > 0) {
            lines.add(words.get("write.outbox.put-off", dates.full(outgoing.notBefore()), outgoing.answer()));
        } else if (later) {
            lines.add(words.get("write.outbox.at", dates.full(outgoing.notBefore())));
        } else {
            lines.add(trouble == null ? words.get("write.outbox.next") : words.sentence(trouble));
        }
        return lines;
    }

    private List<Button> buttons() {
        List<Button> buttons = new ArrayList<>();
        State state = row.outgoing().state();
        boolean refusedSome = row.outgoing().any(Fate.REFUSED);
        if (row.canBeOpened()) {
            buttons.add(button("write.outbox.open", () -> acts.open().accept(row)));
        }
        if (state == State.WAITING) {
            buttons.add(button("write.outbox.send-now", this::sendNow));
        } else if (state == State.REFUSED || state == State.IN_DOUBT || refusedSome) {
            buttons.add(button("write.outbox.again", this::sendNow));
        }
        if (state == State.IN_DOUBT) {
            buttons.add(button("write.outbox.arrived", this::cancel));
        } else if (state == State.DRAFT || state == State.WAITING || state == State.REFUSED) {
            Button away = Controls.iconButton("fth-trash-2", words.get("write.outbox.cancel"), this::cancel);
            away.setUserData("cancel" + row.outgoing().id());
            buttons.add(away);
        }
        return buttons;
    }

    private Button button(String key, Runnable act) {
        Button button = Controls.button(words.get(key), act);
        button.setUserData(key + row.outgoing().id());
        button.setAccessibleText(words.get(key) + ": " + row.subject());
        return button;
    }

    private void sendNow() {
        model.sendNow(row, acts.fail());
    }

    private void cancel() {
        model.cancel(row, () -> acts.cancelled().accept(row), acts.fail());
    }
}
