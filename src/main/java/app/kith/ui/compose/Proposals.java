package app.kith.ui.compose;

import app.kith.store.Correspondents.Correspondent;
import app.kith.ui.look.Controls;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/** Proposals below a field: the arrows choose, Enter and Tab take, Escape puts them away; the cursor stays in the field. */
final class Proposals {
    private static final double ROW = 44;

    private final TextField field;
    private final Consumer<Correspondent> take;
    private final ListView<Correspondent> list = new ListView<>();
    private final Popup popup = new Popup();

    Proposals(TextField field, Consumer<Correspondent> take) {
        this.field = field;
        this.take = take;
        list.getStyleClass().add("proposals");
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW);
        list.setPrefWidth(380);
        list.setCellFactory(_ -> new Cell());
        list.setOnMouseClicked(_ -> takeSelected());
        popup.getContent().add(list);
        popup.setAutoHide(true);
    }

    void show(List<Correspondent> found) {
        list.getItems().setAll(found);
        list.getSelectionModel().selectFirst();
        list.setPrefHeight(found.size() * ROW + 8);
        Bounds at = field.localToScreen(field.getBoundsInLocal());
        if (found.isEmpty() || at == null || !field.isFocused()) {
            popup.hide();
        } else {
            list.getStylesheets().setAll(field.getScene().getStylesheets());
            list.setStyle(field.getScene().getRoot().getStyle());
            popup.show(field, at.getMinX() - 8, at.getMaxY() + 4);
        }
    }

    void hide() {
        popup.hide();
    }

    /** Takes a key that is meant for the proposals; returns whether it was. */
    boolean press(KeyEvent event) {
        if (!popup.isShowing() || event.isShortcutDown()) {
            return false;
        }
        var selection = list.getSelectionModel();
        switch (event.getCode()) {
            case DOWN -> selection.select((selection.getSelectedIndex() + 1) % list.getItems().size());
            case UP -> selection.select(Math.floorMod(selection.getSelectedIndex() - 1, list.getItems().size()));
            case ENTER, TAB -> takeSelected();
            case ESCAPE -> popup.hide();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void takeSelected() {
        Correspondent who = list.getSelectionModel().getSelectedItem();
        popup.hide();
        if (who != null) {
            take.accept(who);
        }
    }

    /** Name and address, and the company of a customer. */
    private static final class Cell extends ListCell<Correspondent> {
        @Override
        protected void updateItem(@Nullable Correspondent who, boolean empty) {
            super.updateItem(who, empty);
            setText(null);
            setGraphic(null);
            if (who != null && !empty) {
                String name = who.name().isBlank() ? who.email() : who.name();
                String below = who.company().isBlank() ? who.email() : who.email() + " · " + who.company();
                setGraphic(Controls.row(8, Controls.avatar(name, "small"),
                        Controls.column(0, Controls.label(name, "row-strong"), Controls.label(below, "muted"))));
                setAccessibleText(name + ", " + below);
            }
        }
    }
}
