package app.kith.ui.mail;

import app.kith.store.ConversationList.Scope;
import app.kith.ui.look.Controls;
import app.kith.ui.mail.ConversationModel.Conversed;
import app.kith.ui.mail.MessageCard.Surroundings;
import app.kith.words.Words;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;

/** What can be done with a whole conversation. */
final class ConversationMenu extends HBox {
    private final Surroundings around;

    ConversationMenu(Surroundings around, Runnable find) {
        super(4);
        this.around = around;
        Words words = around.words();
        MenuButton more = new MenuButton();
        more.getStyleClass().addAll("flat", "button-icon", "no-arrow");
        more.setGraphic(Controls.icon("fth-more-horizontal"));
        more.setAccessibleText(words.get("screen.message.more"));
        more.getItems().addAll(
                item("screen.conversation.print",
                        () -> around.model().letters(letters -> Printing.print(letters, around), around::fail)),
                item("screen.conversation.copy", () -> around.model().letters(this::copy, around::fail)));
        MenuItem settled = item("follow.nothing-to-do", around.model()::settle);
        more.getItems().add(settled);
        WholeActs whole = around.model().whole();
        List<MenuItem> always = List.copyOf(more.getItems());
        Menu move = new Menu(words.get("mails.whole", words.get("screen.act.move")));
        more.setOnShowing(_ -> {
            settled.setVisible(around.model().isSomebodysTurn());
            if (whole != null) {
                WholeVerbs verbs = new WholeVerbs(whole, words, around.outside(), this::meant);
                more.getItems().setAll(verbs.items(false));
                more.getItems().addAll(move, new SeparatorMenuItem());
                more.getItems().addAll(always);
                verbs.goals(move.getItems());
            }
        });
        setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(Controls.iconButton("fth-search", words.get("screen.find"), find), more);
    }

    private WholeVerbs.Meant meant() {
        Conversed shown = around.model().shownProperty().get();
        return shown == null
                ? new WholeVerbs.Meant(List.of(), List.of(), Scope.ALL)
                : new WholeVerbs.Meant(List.of(shown.row().id()), List.of(shown.row()),
                        around.model().scopeProperty().get());
    }

    private MenuItem item(String key, Runnable act) {
        MenuItem item = new MenuItem(around.words().get(key));
        item.setOnAction(_ -> act.run());
        return item;
    }

    private void copy(List<Printing.Printed> letters) {
        around.outside().copy(letters.stream()
                .map(each -> each.message().senderName() + "  " + around.dates().full(each.message().sentAt()) + "\n\n"
                        + each.letter().mail().text().strip())
                .collect(Collectors.joining("\n\n\n")));
    }
}
