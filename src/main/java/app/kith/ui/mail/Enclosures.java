package app.kith.ui.mail;

import app.kith.ui.look.Controls;
import app.kith.ui.look.Sizes;
import app.kith.ui.mail.MessageCard.Surroundings;
import app.kith.words.Words;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/** The attachments of a message: each can be opened and saved, all can be saved at once. */
final class Enclosures extends FlowPane {
    private final EnclosureActs acts;
    private final Words words;

    Enclosures(List<Enclosure> all, Surroundings around) {
        super(8, 8);
        this.words = around.words();
        this.acts = new EnclosureActs(around.outside(), around.background(), around.opened(), words);
        getStyleClass().add("chips");
        all.forEach(enclosure -> getChildren().add(chip(enclosure)));
        if (all.size() > 1) {
            getChildren()
                    .add(Controls.button(words.get("screen.attachments.save-all", all.size()), () -> acts.saveAll(all),
                            "flat"));
        }
    }

    /** A program is never opened from here: a click on it saves, and says why. */
    private Node chip(Enclosure enclosure) {
        String says = words.get(enclosure.risky() ? "screen.attachments.risky" : "screen.attachments.open",
                enclosure.name());
        Button open = Controls.button("", () -> acts.open(enclosure), "chip-open");
        Label name = Controls.label(enclosure.name(), "chip-name");
        name.setMaxWidth(260);
        open.setGraphic(Controls.row(8, Controls.icon(enclosure.risky() ? "fth-alert-triangle" : enclosure.icon()),
                name, Controls.label(Sizes.of(enclosure.size(), words.locale()), "muted")));
        open.setAccessibleText(says);
        open.setTooltip(new Tooltip(says));
        Button save = Controls.iconButton("fth-download", words.get("screen.attachments.save", enclosure.name()),
                () -> acts.save(enclosure));
        save.getStyleClass().add("chip-save");
        HBox chip = Controls.row(0, open, save);
        chip.getStyleClass().add("chip");
        if (enclosure.risky()) {
            chip.getStyleClass().add("risky");
        }
        MenuItem copy = new MenuItem(words.get("file.copy"));
        copy.setOnAction(_ -> acts.copy(enclosure));
        open.setContextMenu(new ContextMenu(copy));
        acts.drags(chip, enclosure);
        return chip;
    }
}
