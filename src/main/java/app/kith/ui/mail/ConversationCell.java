package app.kith.ui.mail;

import app.kith.conversation.Turn.Side;
import app.kith.store.Conversations.ConversationRow;
import app.kith.ui.list.Rows;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.words.Words;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A conversation in two lines. Among all conversations: with whom and when; what about and its first words. On a customer's page,
 * where it is clear with whom: what about and when; the first words of the last mail.
 */
public final class ConversationCell extends ListCell<Long> {
    private final Rows<ConversationRow> rows;
    private final boolean withCounterpart;
    private final Words words;
    private final Dates dates;
    private final Label title = Controls.label("", "row-title");
    private final Label when = Controls.label("", "row-when");
    private final Label strong = Controls.label("", "row-strong");
    private final Label preview = Controls.label("", "row-text");
    private final Label count = Controls.label("", "row-count");
    private final Node clip = Controls.icon("fth-paperclip");
    private final Node flag = Controls.icon("fth-flag");
    private final Region dot = new Region();
    private final Region turned = new Region();
    private final StackPane picture = new StackPane();
    private final HBox line;
    private @Nullable String pictured;

    /**
     * Makes a cell.
     *
     * @param rows the list
     * @param withCounterpart whether it says with whom
     * @param words the language
     * @param dates writes dates
     */
    public ConversationCell(Rows<ConversationRow> rows, boolean withCounterpart, Words words, Dates dates) {
        this.rows = rows;
        this.withCounterpart = withCounterpart;
        this.words = words;
        this.dates = dates;
        dot.getStyleClass().add("unread-dot");
        turned.getStyleClass().add("turn-dot");
        flag.getStyleClass().add("row-flag");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox.setHgrow(preview, Priority.ALWAYS);
        when.setMinWidth(Region.USE_PREF_SIZE);
        count.setMinWidth(Region.USE_PREF_SIZE);
        HBox first = Controls.row(8, title, flag, clip, count, when);
        HBox second = Controls.row(6, strong, preview, turned, dot);
        preview.setPrefWidth(0); // It takes what the subject leaves.
        preview.setMaxWidth(Double.MAX_VALUE);
        strong.setMaxWidth(withCounterpart ? 210 : 0);
        strong.setManaged(withCounterpart);
        VBox text = Controls.column(2, first, second);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMinWidth(0);
        line = withCounterpart ? Controls.row(12, picture, text) : Controls.row(0, text);
        setPrefWidth(0);
        getStyleClass().add("row-cell");
    }

    @Override
    protected void updateItem(@Nullable Long id, boolean empty) {
        super.updateItem(id, empty);
        ConversationRow row = empty || id == null ? null : rows.get(id);
        setText(null);
        setGraphic(row == null ? null : line);
        setAccessibleText(null);
        if (row != null) {
            show(row);
        }
    }

    private void show(ConversationRow row) {
        String subject = row.subject().isBlank() ? words.get("screen.no-subject") : row.subject();
        title.setText(withCounterpart ? row.counterpart() : subject);
        strong.setText(withCounterpart ? subject : "");
        preview.setText(row.lastOutgoing() ? words.get("screen.you-wrote", row.preview()) : row.preview());
        when.setText(dates.brief(row.lastAt()));
        count.setText(row.messages() > 1 ? String.valueOf(row.messages()) : "");
        count.setManaged(row.messages() > 1);
        count.setVisible(row.messages() > 1);
        clip.setVisible(row.attachments() > 0);
        clip.setManaged(row.attachments() > 0);
        boolean flagged = row.flagged() > 0;
        flag.setVisible(flagged);
        flag.setManaged(flagged);
        boolean unread = row.unread() > 0;
        boolean current = !row.turnUntil().isBefore(dates.now());
        boolean turn = row.turn() == Side.MINE && current;
        turned.setVisible(turn);
        turned.setManaged(turn);
        dot.setVisible(unread);
        dot.setManaged(unread);
        title.getStyleClass().remove("unread");
        if (unread || turn) {
            title.getStyleClass().add("unread");
        }
        if (withCounterpart && !row.counterpart().equals(pictured)) {
            pictured = row.counterpart();
            picture.getChildren().setAll(Controls.avatar(row.counterpart()));
        }
        setAccessibleText(String.join(", ", row.counterpart(), subject, when.getText(),
                words.count("screen.mails", row.messages()), unread ? words.get("screen.unread") : "",
                flagged ? words.get("mails.sign.flagged") : "",
                turn ? words.get("follow.owe") : row.turn() == Side.THEIRS && current ? words.get("follow.wait") : ""));
    }
}
