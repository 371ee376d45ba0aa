package app.kith.ui.customer;

import app.kith.desk.Segments.Segment;
import app.kith.ui.look.Controls;
import app.kith.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The user's groups of customers, with how many are in each now; and the saving of what the list is sifted by as one more. */
final class SegmentBar extends FlowPane {
    private final CustomersModel model;
    private final Words words;
    private final BooleanBinding sifted;
    private final Node save;
    private final HBox naming;
    private final TextField name = new TextField();

    SegmentBar(CustomersModel model, Words words) {
        super(4, 4);
        this.model = model;
        this.words = words;
        getStyleClass().addAll("filter-chips", "segments");
        sifted = Bindings.createBooleanBinding(
                () -> !model.queryProperty().get().isBlank() || !model.filtersProperty().get().isEmpty(),
                model.queryProperty(), model.filtersProperty());
        save = Controls.button(words.get("list.segment-save"), this::begin, "flat", "small");
        save.setAccessibleText(words.get("list.segment-save-what"));
        Controls.showWhen(save, sifted);
        name.setPromptText(words.get("list.segment-name"));
        name.setAccessibleText(words.get("list.segment-name"));
        name.setOnAction(_ -> keep());
        name.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                end();
            }
        });
        HBox.setHgrow(name, Priority.ALWAYS);
        naming = Controls.row(4, name, Controls.button(words.get("record.keep"), this::keep, "accent", "small"));
        naming.setVisible(false);
        naming.setManaged(false);
        model.besideProperty().when(Controls.attached(this)).subscribe(now -> show(now));
        model.queryProperty().when(Controls.attached(this)).subscribe(_ -> showAgain());
    }

    private void showAgain() {
        show(model.besideProperty().get());
    }

    private void show(CustomersModel.Beside beside) {
        List<Node> chips = new ArrayList<>();
        String line = model.queryProperty().get().strip();
        boolean known = false;
        for (Segment segment : beside.segments()) {
            boolean on = segment.line().strip().equals(line);
            known |= on;
            chips.add(chip(segment, on));
        }
        save.setDisable(known && model.filtersProperty().get().isEmpty());
        chips.add(save);
        chips.add(naming);
        if (!getChildren().equals(chips)) {
            getChildren().setAll(chips);
        }
        boolean any = !beside.segments().isEmpty() || sifted.get();
        setVisible(any);
        setManaged(any);
    }

    private Node chip(Segment segment, boolean on) {
        ToggleButton chip = new ToggleButton(words.get("list.segment", segment.name(), segment.count()));
        chip.getStyleClass().addAll("filter-chip", "segment-chip");
        chip.setMnemonicParsing(false);
        chip.setSelected(on);
        chip.setAccessibleText(words.get("list.segment-spoken", segment.name(), segment.count()));
        chip.setOnAction(_ -> {
            model.show(segment);
            showAgain();
        });
        MenuItem forget = new MenuItem(words.get("list.segment-remove", segment.name()));
        forget.setMnemonicParsing(false);
        forget.setOnAction(_ -> model.forget(segment));
        chip.setContextMenu(new ContextMenu(forget));
        return chip;
    }

    private void begin() {
        naming.setVisible(true);
        naming.setManaged(true);
        name.setText(model.queryProperty().get().strip());
        name.requestFocus();
        name.selectAll();
    }

    private void end() {
        naming.setVisible(false);
        naming.setManaged(false);
    }

    private void keep() {
        if (!name.getText().isBlank()) {
            model.save(name.getText().strip());
            end();
        }
    }
}
