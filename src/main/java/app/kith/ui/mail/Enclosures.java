package app.kith.ui.mail;

import app.kith.ui.look.Controls;
import app.kith.ui.look.Sizes;
import app.kith.ui.mail.MessageCard.Surroundings;
import app.kith.words.Words;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/** The attachments of a message: each can be opened and saved, all can be saved at once. */
final class Enclosures extends FlowPane {
    private final List<Enclosure> all;
    private final long message;
    private final Surroundings around;
    private final Words words;

    Enclosures(List<Enclosure> all, long message, Surroundings around) {
        super(8, 8);
        this.all = all;
        this.message = message;
        this.around = around;
        this.words = around.words();
        getStyleClass().add("chips");
        all.forEach(enclosure -> getChildren().add(chip(enclosure)));
        if (all.size() > 1) {
            getChildren().add(Controls.button(words.get("screen.attachments.save-all", all.size()), this::saveAll,
                    "flat"));
        }
    }

    /** A program is never opened from here: a click on it saves, and says why. */
    private Node chip(Enclosure enclosure) {
        String says = words.get(enclosure.risky() ? "screen.attachments.risky" : "screen.attachments.open",
                enclosure.name());
        Button open = Controls.button("", () -> open(enclosure), "chip-open");
        Label name = Controls.label(enclosure.name(), "chip-name");
        name.setMaxWidth(260);
        open.setGraphic(Controls.row(8, Controls.icon(enclosure.risky() ? "fth-alert-triangle" : enclosure.icon()),
                name, Controls.label(Sizes.of(enclosure.size(), words.locale()), "muted")));
        open.setAccessibleText(says);
        open.setTooltip(new Tooltip(says));
        Button save = Controls.iconButton("fth-download", words.get("screen.attachments.save", enclosure.name()),
                () -> save(enclosure));
        save.getStyleClass().add("chip-save");
        HBox chip = Controls.row(0, open, save);
        chip.getStyleClass().add("chip");
        if (enclosure.risky()) {
            chip.getStyleClass().add("risky");
        }
        return chip;
    }

    private void open(Enclosure enclosure) {
        if (enclosure.risky()) {
            around.outside().say(words.get("screen.attachments.risky", enclosure.name()));
            save(enclosure);
            return;
        }
        around.background().run("open-" + message,
                () -> around.opened().write(enclosure.name(), enclosure.attachment().content()),
                around.outside()::openFile, around::fail);
    }

    private void save(Enclosure enclosure) {
        around.outside().file(enclosure.name()).ifPresent(file -> around.background().run("save-" + message,
                () -> Saving.as(file, enclosure.attachment().content()), this::saved, around::fail));
    }

    private void saveAll() {
        around.outside().folder().ifPresent(folder -> around.background().run("save-" + message,
                () -> all.stream().map(each -> Saving.into(folder, each.name(), each.attachment().content())).toList(),
                files -> around.outside().say(words.count("screen.attachments.saved", files.size(),
                        String.valueOf(folder.getFileName()))),
                around::fail));
    }

    private void saved(Path file) {
        around.outside().say(words.get("screen.saved", String.valueOf(file.getFileName())));
    }
}
