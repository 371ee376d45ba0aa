package app.kith.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import javafx.stage.Window;

/** The words that stand in the windows, wherever they are written: what somebody before the screen can read. JavaFX thread only. */
final class Seen {
    private Seen() {}

    /** The words of all windows that are open, menus among them. */
    static List<String> everywhere() {
        List<String> texts = new ArrayList<>();
        for (Window window : List.copyOf(Window.getWindows())) {
            Scene scene = window.getScene();
            if (window.isShowing() && scene != null) {
                gather(scene.getRoot(), scene, texts);
            }
        }
        return texts;
    }

    private static void gather(Node node, Scene scene, List<String> texts) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        String text = switch (node) {
            case Labeled labeled -> labeled.getText();
            case TextInputControl input -> input.getText();
            case Text plain -> plain.getParent() instanceof Labeled ? null : plain.getText();
            default -> null;
        };
        if (text != null && !text.isBlank() && isInside(node, scene)) {
            texts.add(text);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> gather(child, scene, texts));
        }
    }

    private static boolean isInside(Node node, Scene scene) {
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        return bounds.getMaxX() > 0 && bounds.getMaxY() > 0 && bounds.getMinX() < scene.getWidth()
                && bounds.getMinY() < scene.getHeight();
    }
}
