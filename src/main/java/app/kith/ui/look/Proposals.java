package app.kith.ui.look;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/**
 * Proposals below a field: the arrows choose, Enter and Tab take, Escape puts them away; the cursor stays in the field.
 *
 * @param <T> what is proposed
 */
public final class Proposals<T> {
    private final TextField field;
    private final Face<T> face;
    private final Consumer<T> take;
    private final ListView<T> list = new ListView<>();
    private final Popup popup = new Popup();

    /**
     * How a proposal looks.
     *
     * @param width width of the list in pixels
     * @param height height of a row in pixels
     * @param look the row
     * @param spoken the row as it is read aloud
     * @param <T> what is proposed
     */
    public record Face<T>(double width, double height, Function<T, Node> look, Function<T, String> spoken) {}

    /**
     * Makes proposals for a field; none is shown yet.
     *
     * @param field the field
     * @param face how they look
     * @param take told of the one that was chosen
     */
    public Proposals(TextField field, Face<T> face, Consumer<T> take) {
        this.field = field;
        this.face = face;
        this.take = take;
        list.getStyleClass().add("proposals");
        list.setFocusTraversable(false);
        list.setFixedCellSize(face.height());
        list.setPrefWidth(face.width());
        list.setCellFactory(_ -> new Cell());
        list.setOnMouseClicked(_ -> takeSelected());
        popup.getContent().add(list);
        popup.setAutoHide(true);
    }

    /**
     * Shows proposals; none of them puts the list away, as does a field in which nobody types.
     *
     * @param found what is proposed, the best first
     */
    public void show(List<T> found) {
        list.getItems().setAll(found);
        list.getSelectionModel().selectFirst();
        list.setPrefHeight(found.size() * face.height() + 8);
        Bounds at = field.localToScreen(field.getBoundsInLocal());
        if (found.isEmpty() || at == null || !field.isFocused()) {
            popup.hide();
        } else {
            list.getStylesheets().setAll(field.getScene().getStylesheets());
            list.setStyle(field.getScene().getRoot().getStyle());
            popup.show(field, at.getMinX() - 8, at.getMaxY() + 4);
        }
    }

    /** Puts them away. */
    public void hide() {
        popup.hide();
    }

    /** {@return what is proposed now; empty where the list is put away} */
    public List<T> shown() {
        return popup.isShowing() ? List.copyOf(list.getItems()) : List.of();
    }

    /**
     * Takes a key that is meant for the proposals.
     *
     * @param event the key
     * @return whether it was meant for them
     */
    public boolean press(KeyEvent event) {
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
        T chosen = list.getSelectionModel().getSelectedItem();
        popup.hide();
        if (chosen != null) {
            take.accept(chosen);
        }
    }

    /** One of them. */
    private final class Cell extends ListCell<T> {
        @Override
        protected void updateItem(@Nullable T one, boolean empty) {
            super.updateItem(one, empty);
            setText(null);
            setGraphic(one == null || empty ? null : face.look().apply(one));
            if (one != null && !empty) {
                setAccessibleText(face.spoken().apply(one));
            }
        }
    }
}
