package app.kith.ui.mail;

import app.kith.store.Conversations.MessageRow;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.ui.look.Outside;
import app.kith.ui.mail.ConversationModel.Conversed;
import app.kith.ui.mail.ConversationSearch.Found;
import app.kith.ui.mail.ConversationSearch.Hit;
import app.kith.ui.mail.ConversationSearch.Part;
import app.kith.ui.work.Background;
import app.kith.words.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A conversation, oldest to newest, opened where one wants to read on. */
public final class ConversationView extends StackPane {
    private final Words words;
    private final MessageCard.Surroundings surroundings;
    private final Label subject = Controls.label("", "record-title");
    private final Label count = Controls.label("", "muted");
    private final VBox cards = Controls.column(8);
    private final ScrollPane scroll = new ScrollPane(cards);
    private final Map<Long, MessageCard> byMessage = new HashMap<>();
    private final ConversationModel model;
    private final FindBar finding;
    private final BooleanProperty searching = new SimpleBooleanProperty(this, "searching");
    private long shown;

    /**
     * Makes the view.
     *
     * @param model the conversation
     * @param words the language
     * @param dates writes dates
     * @param outside the world outside the window
     * @param background where files are written
     * @param opened copies of attachments that are opened in other programs
     * @param back goes back to where the conversation was chosen; null where that stands beside it
     */
    public ConversationView(ConversationModel model, Words words, Dates dates, Outside outside, Background background,
            OpenedFiles opened, @Nullable Runnable back) {
        this.words = words;
        this.model = model;
        this.surroundings = new MessageCard.Surroundings(model, words, dates, outside, background, opened);
        this.finding = new FindBar(model.search(), words, () -> searching.set(false));
        getStyleClass().add("record");
        subject.setWrapText(true);
        VBox title = Controls.column(2, subject, count);
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        subject.getStyleClass().add(FoundLabels.SEARCHED);
        HBox head = Controls.row(8, title, new ConversationMenu(surroundings, this::find));
        if (back != null) {
            head.getChildren().addFirst(Controls.iconButton("fth-arrow-left", words.get("screen.back"), back));
        }
        head.getStyleClass().add("record-head");
        cards.getStyleClass().add("cards");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("page");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Controls.showWhen(finding, searching);
        VBox page = Controls.column(0, head, finding, scroll);
        Node nothing = Controls.empty("fth-mail", words.get("screen.conversation.none"),
                words.get("screen.conversation.none-text"));
        getChildren().addAll(page, nothing);
        Controls.showWhen(page, model.shownProperty().isNotNull());
        Controls.showWhen(nothing, model.idProperty().isNull());
        model.shownProperty().when(Controls.attached(this)).subscribe(this::show);
        model.idProperty().when(Controls.attached(this)).subscribe(_ -> searching.set(false));
        model.search().foundProperty().when(Controls.attached(this)).subscribe(this::mark);
    }

    /** Opens the search within the conversation. */
    public void find() {
        searching.set(true);
        finding.begin();
    }

    /**
     * Gives a key to the mail that has the focus, else to the last one that is open: see {@link MailActions}.
     *
     * @param event the key; consumed if it was used
     */
    public void key(KeyEvent event) {
        Node focused = getScene() == null ? null : getScene().getFocusOwner();
        for (Node each = focused; each != null; each = each.getParent()) {
            if (each instanceof MessageCard card) {
                card.key(event);
                return;
            }
        }
        cards.getChildren().reversed().stream().map(MessageCard.class::cast).filter(MessageCard::isOpen).findFirst()
                .ifPresent(card -> card.key(event));
    }

    private void mark(Found found) {
        Hit hit = found.hit();
        FoundLabels.mark(subject, found.words(), hit != null && hit.part() == Part.SUBJECT);
        if (hit != null && hit.part() != Part.SUBJECT) {
            model.unfold(hit.message());
        }
        byMessage.values().forEach(MessageCard::mark);
        if (hit == null) {
            return;
        }
        MessageCard card = byMessage.get(hit.message());
        if (card == null) {
            scroll.setVvalue(0);
        } else {
            card.whenFilled(() -> bring(card));
        }
    }

    /** Brings the place that is looked at into the middle, else the head of its card to the top. */
    private void bring(MessageCard card) {
        scroll.applyCss();
        scroll.layout();
        Bounds place = card.pointed();
        double view = scroll.getViewportBounds().getHeight();
        double room = cards.getHeight() - view;
        double top = place == null
                ? card.getBoundsInParent().getMinY()
                : cards.sceneToLocal(place).getCenterY() - view / 2;
        scroll.setVvalue(room <= 0 ? 0 : Math.clamp(top / room, 0, 1));
    }

    private void show(@Nullable Conversed conversed) {
        if (conversed == null) {
            return;
        }
        subject.setText(conversed.row().subject().isBlank()
                ? words.get("screen.no-subject")
                : conversed.row().subject());
        List<MessageRow> messages = conversed.messages();
        count.setText(words.count("screen.mails", messages.size()) + " · " + conversed.row().counterpart());
        boolean other = shown != conversed.asked();
        if (other) {
            shown = conversed.asked();
            byMessage.clear();
        }
        byMessage.keySet().retainAll(messages.stream().map(MessageRow::id).toList());
        List<MessageCard> now = messages.stream().map(message -> byMessage
                .computeIfAbsent(message.id(), _ -> new MessageCard(surroundings)).show(message)).toList();
        if (!now.equals(cards.getChildren())) {
            cards.getChildren().setAll(now);
        }
        if (other) {
            now.stream().filter(MessageCard::isOpen).findFirst().ifPresent(this::scrollTo);
        }
    }

    /** Brings a card to the top as soon as it and its text have been laid out. */
    private void scrollTo(MessageCard card) {
        if (cards.getChildren().indexOf(card) == 0) {
            scroll.setVvalue(0);
            return;
        }
        card.whenFilled(() -> {
            scroll.applyCss();
            scroll.layout();
            double room = cards.getHeight() - scroll.getViewportBounds().getHeight();
            scroll.setVvalue(room <= 0 ? 0 : Math.min(1, card.getBoundsInParent().getMinY() / room));
        });
    }
}
