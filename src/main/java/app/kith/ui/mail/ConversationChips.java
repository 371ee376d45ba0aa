package app.kith.ui.mail;

import app.kith.store.ConversationList.Sign;
import app.kith.ui.look.Controls;
import app.kith.words.Words;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;

/** Sifts the conversations by what is to be done with them, and says how many there are of each kind in what is shown. */
final class ConversationChips extends FlowPane {

    ConversationChips(ConversationsModel model, Words words) {
        super(4, 4);
        getStyleClass().add("filter-chips");
        for (Sign sign : Sign.values()) {
            String name = words.get("mails.sign." + ConversationsModel.word(sign));
            ToggleButton chip = new ToggleButton(name);
            chip.getStyleClass().add("filter-chip");
            chip.setMnemonicParsing(false);
            chip.setOnAction(_ -> {
                model.toggle(sign);
                chip.setSelected(model.signsProperty().get().contains(sign));
            });
            model.signsProperty().when(Controls.attached(this)).subscribe(now -> chip.setSelected(now.contains(sign)));
            var count = Bindings.createLongBinding(() -> model.countsProperty().get().of(sign), model.countsProperty());
            count.when(Controls.attached(this)).subscribe(now -> {
                chip.setText(now.longValue() == 0 ? name : words.get("list.segment", name, now.longValue()));
                chip.setAccessibleText(words.count("mails.sign-spoken", now.longValue(), name));
            });
            getChildren().add(chip);
        }
    }
}
