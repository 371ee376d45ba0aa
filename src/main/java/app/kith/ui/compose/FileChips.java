package app.kith.ui.compose;

import app.kith.compose.DraftFile;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Sizes;
import app.kith.words.Words;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/** The files that go along, each with its size; each can be taken off. */
final class FileChips extends FlowPane {
    private final ComposeModel model;
    private final Words words;

    FileChips(ComposeModel model, Words words) {
        super(8, 8);
        this.model = model;
        this.words = words;
        getStyleClass().add("chips");
        model.files().addListener((ListChangeListener<DraftFile>) _ -> show());
        show();
    }

    private void show() {
        getChildren().setAll(model.files().stream().map(this::chip).toList());
        if (model.files().size() > 1) {
            long all = model.files().stream().mapToLong(DraftFile::size).sum();
            Label sum = Controls.label(words.get("write.files-sum", Sizes.of(all, words.locale())), "muted");
            sum.getStyleClass().add("chips-sum");
            getChildren().add(sum);
        }
        setVisible(!model.files().isEmpty());
        setManaged(isVisible());
    }

    private Node chip(DraftFile file) {
        Label name = Controls.label(file.name(), "chip-name");
        name.setMaxWidth(260);
        HBox open = Controls.row(8, Controls.icon("fth-paperclip"), name,
                Controls.label(Sizes.of(file.size(), words.locale()), "muted"));
        open.getStyleClass().add("chip-open");
        HBox chip = Controls.row(0, open, Controls.iconButton("fth-x", words.get("write.remove-what", file.name()),
                () -> model.files().remove(file)));
        chip.getStyleClass().add("chip");
        return chip;
    }
}
