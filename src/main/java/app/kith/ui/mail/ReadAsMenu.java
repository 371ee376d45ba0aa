package app.kith.ui.mail;

import app.kith.mail.ReadAs;
import app.kith.store.Conversations.MessageRow;
import app.kith.ui.mail.MessageCard.Surroundings;
import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

/** Has a message, or all mail of its sender, read with another charset. */
final class ReadAsMenu extends Menu {

    ReadAsMenu(MessageRow message, Letter letter, Surroundings around) {
        super(around.words().get("screen.read-as"));
        ToggleGroup group = new ToggleGroup();
        RadioMenuItem recognised = item(around.words().get("screen.read-as.recognised", letter.mail().charset()), group,
                message.charset().isEmpty());
        if (!message.charset().isEmpty()) {
            recognised.setText(around.words().get("screen.read-as.recognised-again"));
        }
        recognised.setOnAction(_ -> around.model().readAs(message.id(), letter.sender(), "", false, around::fail));
        getItems().addAll(recognised, new SeparatorMenuItem());
        names(this, group, message.charset(),
                name -> around.model().readAs(message.id(), letter.sender(), name, false, around::fail));
        if (!letter.sender().isEmpty()) {
            Menu all = new Menu(around.words().get("screen.read-as.sender", letter.sender()));
            ToggleGroup ofSender = new ToggleGroup();
            RadioMenuItem none = item(around.words().get("screen.read-as.recognised-again"), ofSender,
                    letter.rule().charset().isEmpty());
            none.setOnAction(_ -> around.model().readAs(message.id(), letter.sender(), "", true, around::fail));
            all.getItems().addAll(none, new SeparatorMenuItem());
            names(all, ofSender, letter.rule().charset(),
                    name -> around.model().readAs(message.id(), letter.sender(), name, true, around::fail));
            getItems().addAll(new SeparatorMenuItem(), all);
        }
    }

    private static void names(Menu menu, ToggleGroup group, String chosen, Consumer<String> act) {
        for (String name : ReadAs.NAMES) {
            RadioMenuItem item = item(name, group, name.equals(chosen));
            item.setOnAction(_ -> act.accept(name));
            menu.getItems().add(item);
        }
    }

    private static RadioMenuItem item(String text, ToggleGroup group, boolean on) {
        RadioMenuItem item = new RadioMenuItem(text);
        item.setMnemonicParsing(false);
        item.setToggleGroup(group);
        item.setSelected(on);
        return item;
    }
}
