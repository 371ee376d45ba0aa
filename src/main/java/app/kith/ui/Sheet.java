package app.kith.ui;

import app.kith.ui.look.Controls;
import app.kith.words.Words;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * One sheet over the window's content: the rest is dimmed and takes neither mouse nor focus until Escape, a click beside the sheet,
 * or the sheet itself ends it; the focus then goes back to where it was.
 */
final class Sheet extends StackPane {
    private final Region shade = new Region();
    private @Nullable Region shown;
    private @Nullable Node before;

    Sheet() {
        getStyleClass().add("sheet");
        shade.getStyleClass().add("shade");
        shade.addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> hide());
        setPadding(new Insets(16));
        setVisible(false);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                hide();
            }
        });
        sceneProperty().addListener((_, _, scene) -> {
            if (scene != null) {
                scene.focusOwnerProperty().addListener((_, _, owner) -> hold(scene, owner));
            }
        });
    }

    /** Shows a sheet, in place of the one that may be shown. */
    void show(Region sheet) {
        Scene scene = getScene();
        if (shown == null && scene != null) {
            before = scene.getFocusOwner();
        }
        shown = sheet;
        sheet.setMaxHeight(Region.USE_PREF_SIZE);
        getChildren().setAll(shade, sheet);
        setVisible(true);
        sheet.requestFocus();
    }

    /** Shows something under a title, with a button that ends it. */
    void show(String title, Node node, Words words) {
        VBox sheet = Controls.column(12, Controls.row(8, Controls.label(title, "form-title"), Controls.spring(),
                Controls.iconButton("fth-x", words.get("screen.close"), this::hide)), node);
        sheet.getStyleClass().addAll("form", "wide");
        show(sheet);
    }

    /** Ends the sheet that is shown, if any. */
    void hide() {
        if (shown == null) {
            return;
        }
        shown = null;
        setVisible(false);
        getChildren().clear();
        Node back = before;
        before = null;
        if (back != null && back.getScene() != null) {
            back.requestFocus();
        }
    }

    /** {@return whether a sheet is shown} */
    boolean isShown() {
        return shown != null;
    }

    /** Tab past the last control would leave for what lies behind: it begins again instead. */
    private void hold(Scene scene, @Nullable Node owner) {
        Region sheet = shown;
        if (sheet == null || owner == null || !scene.equals(getScene())) {
            return;
        }
        for (Node node = owner; node != null; node = node.getParent()) {
            if (node.equals(sheet)) {
                return;
            }
        }
        Node first = first(sheet);
        if (first != null) {
            first.requestFocus();
        }
    }

    private static @Nullable Node first(Node node) {
        if (node.isFocusTraversable() && node.isVisible() && !node.isDisabled()) {
            return node;
        }
        if (node instanceof javafx.scene.Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Node found = first(child);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        // The shade goes under the padding too.
        shade.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
