package app.kith.ui.mail;

import app.kith.ui.look.Controls;
import app.kith.words.Words;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** What can be done to several conversations at once; shown while more than one is chosen. */
final class ManyConversations extends HBox {
    private final WholeVerbs verbs;
    private final Button read;
    private final Button flag;
    private final MenuButton move = new MenuButton();

    ManyConversations(ConversationsModel model, WholeVerbs verbs) {
        super(2);
        this.verbs = verbs;
        Words words = verbs.words();
        getStyleClass().addAll("notice", "many-bar", "many-mails");
        Label count = Controls.label("", "row-strong");
        count.setMinWidth(USE_PREF_SIZE);
        read = Controls.iconButton("fth-mail", "", verbs::turnRead);
        flag = Controls.iconButton("fth-flag", "", verbs::flag);
        move.getStyleClass().addAll("flat", "button-icon", "no-arrow");
        move.setGraphic(Controls.icon("fth-folder"));
        move.setAccessibleText(words.get("screen.act.move"));
        move.setTooltip(new Tooltip(words.get("screen.act.move")));
        move.setOnShowing(_ -> verbs.goals(move.getItems()));
        verbs.goalsLater(move.getItems());
        getChildren().addAll(count, Controls.spring(),
                Controls.iconButton("fth-archive", words.get("screen.act.archive"), verbs::archive),
                Controls.iconButton("fth-trash-2", words.get("screen.act.delete"), verbs::delete), flag, read, move);
        Controls.showWhen(this, Bindings.createBooleanBinding(() -> model.chosenProperty().get().size() > 1,
                model.chosenProperty()));
        model.chosenProperty().when(Controls.attached(this)).subscribe(now -> {
            count.setText(words.count("mails.chosen", now.size()));
            look();
        });
        model.countsProperty().when(Controls.attached(this)).subscribe(_ -> look());
    }

    /** What the buttons do depends on what is chosen. */
    private void look() {
        WholeVerbs.Meant now = verbs.meant();
        say(read, now.anyUnread() ? "screen.act.read" : "screen.act.unread");
        say(flag, now.allFlagged() ? "screen.act.unflag" : "screen.act.flag");
        flag.getStyleClass().remove("flagged");
        if (now.allFlagged() && !now.ids().isEmpty()) {
            flag.getStyleClass().add("flagged");
        }
    }

    private void say(Button button, String key) {
        String said = verbs.words().get(key);
        button.setTooltip(new Tooltip(said));
        button.setAccessibleText(said);
    }
}
