package app.kith.ui.mail;

import app.kith.mail.Mailbox;
import app.kith.store.Conversations.MessageRow;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.ui.look.Outside;
import app.kith.ui.mail.ConversationSearch.Found;
import app.kith.ui.mail.ConversationSearch.Hit;
import app.kith.ui.mail.ConversationSearch.Part;
import app.kith.ui.work.Background;
import app.kith.words.KithException;
import app.kith.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.SetChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One message of a conversation: a line while it is closed, head, body and attachments when it is open. */
final class MessageCard extends VBox {
    private final Surroundings around;
    private final HBox head = Controls.row(12);
    private @Nullable MessageRow message;
    private @Nullable LetterView body;
    private @Nullable Runnable filled;
    private @Nullable MailActions actions;

    /**
     * What every card of a conversation needs.
     *
     * @param model the conversation
     * @param words the language
     * @param dates writes dates
     * @param outside the world outside the window
     * @param background where files are written
     * @param opened copies of attachments that are opened in other programs
     */
    record Surroundings(ConversationModel model, Words words, Dates dates, Outside outside, Background background,
            OpenedFiles opened) {
        void fail(KithException failure) {
            outside.say(words.sentence(failure));
        }
    }

    MessageCard(Surroundings around) {
        this.around = around;
        getStyleClass().addAll("card", "message");
        head.getStyleClass().add("message-head");
        head.setOnMouseClicked(_ -> toggle());
        head.setFocusTraversable(true);
        head.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                toggle();
                event.consume();
            }
        });
        new DragOut(around.background(), _ -> {
            MessageRow now = message;
            return now == null ? null : () -> List.of(around.model().eml(now, around.opened(), around.words()));
        }).from(head);
        getChildren().add(head);
        around.model().open().addListener((SetChangeListener<Long>) change -> {
            Long turned = change.wasAdded() ? change.getElementAdded() : change.getElementRemoved();
            if (message != null && Objects.equals(turned, message.id())) {
                render(message);
            }
        });
    }

    private void toggle() {
        if (message != null) {
            around.model().toggle(message.id());
        }
    }

    /** {@return whether the message is open} */
    boolean isOpen() {
        return message != null && around.model().open().contains(message.id());
    }

    /** Has something done as soon as the body stands in the card; at once where it does. */
    void whenFilled(Runnable act) {
        if (body != null) {
            act.run();
        } else {
            filled = act;
        }
    }

    /** Shows a message, or the same one in a newer state. */
    MessageCard show(MessageRow now) {
        if (!now.equals(message)) {
            if (message != null && !message.charset().equals(now.charset())) {
                around.model().forget(now.id());
                body = null;
            }
            message = now;
            render(now);
        }
        if (body != null) {
            body.showGap();
        }
        return this;
    }

    private void render(MessageRow now) {
        if (!isOpen()) {
            closed(now);
            mark();
            return;
        }
        getStyleClass().remove("closed");
        if (body == null) {
            head.getChildren().setAll(avatar(now), sender(now, List.of()), Controls.spring(), when(now, true));
            around.model().letter(now.id(), letter -> fill(now, letter), around::fail);
        } else if (!getChildren().contains(body)) {
            unfolded(now, body);
            openHead(now, body);
        } else if (actions != null) {
            actions.show(now);
        }
        mark();
    }

    /** Marks what is looked for, and the place that is looked at. */
    void mark() {
        Found found = around.model().search().foundProperty().get();
        Hit hit = found.hit();
        boolean here = hit != null && message != null && hit.message() == message.id();
        FoundLabels.mark(head, found.words(), here && hit != null && hit.part() == Part.PEOPLE);
        if (body != null) {
            body.mark(found.words(), found.quoted());
            body.point(here && hit != null && hit.part() == Part.BODY ? hit.index() : -1);
        }
    }

    /** {@return where the place stands that is looked at, in the scene; null where it is not in this body} */
    @Nullable
    Bounds pointed() {
        return body == null || !isOpen() ? null : body.pointed();
    }

    private void closed(MessageRow now) {
        getStyleClass().remove("closed");
        getStyleClass().add("closed");
        getChildren().retainAll(List.of(head));
        Label name = Controls.label(name(now), "row-strong", FoundLabels.SEARCHED);
        name.setMinWidth(Region.USE_PREF_SIZE);
        if (now.unread()) {
            name.getStyleClass().add("unread");
        }
        Label preview = Controls.label(now.preview(), "row-text");
        HBox.setHgrow(preview, Priority.ALWAYS);
        preview.setMinWidth(0);
        preview.setMaxWidth(Double.MAX_VALUE);
        head.getChildren().setAll(avatar(now), name, preview);
        if (now.attachments() > 0) {
            head.getChildren().add(Controls.icon("fth-paperclip"));
        }
        head.getChildren().add(when(now, false));
        head.setAccessibleText(String.join(", ", name(now), around.dates().full(now.sentAt()), now.preview()));
    }

    private String name(MessageRow now) {
        return now.outgoing() ? around.words().get("screen.me") : now.senderName();
    }

    private Node avatar(MessageRow now) {
        return Controls.avatar(now.senderName(), "small");
    }

    private Label when(MessageRow now, boolean full) {
        Label when = Controls.label(full ? around.dates().full(now.sentAt()) : around.dates().brief(now.sentAt()),
                "row-when");
        when.setMinWidth(Region.USE_PREF_SIZE);
        return when;
    }

    private void fill(MessageRow now, Letter letter) {
        if (message == null || message.id() != now.id()) {
            return;
        }
        LetterView made = new LetterView(letter, now.id(), around);
        body = made;
        openHead(now, made);
        if (isOpen()) {
            unfolded(now, made);
        }
        mark();
        Runnable act = filled;
        filled = null;
        if (act != null) {
            act.run();
        }
    }

    private void openHead(MessageRow now, LetterView view) {
        List<Mailbox> to = new ArrayList<>(view.letter().mail().to());
        to.addAll(view.letter().mail().cc());
        head.getChildren().setAll(avatar(now), sender(now, to), when(now, true),
                new MessageMenu(now, view, around));
    }

    private void unfolded(MessageRow now, LetterView view) {
        MailActions row = new MailActions(now, around);
        actions = row;
        getChildren().setAll(head, row, view);
        around.model().acts().opened(now, this::isOpen);
    }

    /** Does what a key stands for with this message, if it is open. */
    void key(KeyEvent event) {
        MailActions now = actions;
        if (now != null && isOpen()) {
            now.key(event);
        }
    }

    /** The real address always stands beside the name, which anybody can choose. */
    private Node sender(MessageRow now, List<Mailbox> to) {
        Label name = Controls.label(name(now), "message-sender", FoundLabels.SEARCHED);
        String address = now.senderAddress();
        name.setMinWidth(Region.USE_PREF_SIZE);
        Label from = Controls.label(address == null || address.equals(now.senderName()) ? "" : address, "muted",
                FoundLabels.SEARCHED);
        FlowPane who = Controls.flow(8, name, from);
        from.maxWidthProperty().bind(who.widthProperty()); // A long address is cut off, not written across the date.
        VBox sender = Controls.column(0, who);
        if (!to.isEmpty()) {
            String names = people(to);
            Label line = Controls.label(around.words().get("screen.message.to", names), "muted", FoundLabels.SEARCHED);
            sender.getChildren().add(line);
        }
        HBox.setHgrow(sender, Priority.ALWAYS);
        sender.setMinWidth(0);
        return sender;
    }

    private String people(List<Mailbox> to) {
        Stream<String> names = to.stream().limit(4)
                .map(person -> person.name().isEmpty() ? person.address() : person.name());
        String joined = names.collect(Collectors.joining(around.words().get("screen.list-comma")));
        return to.size() <= 4 ? joined : around.words().get("screen.message.and-more", joined, to.size() - 4);
    }
}
