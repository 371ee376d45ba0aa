package app.kith.ui.mail;

import app.kith.ui.work.Background;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets files be dragged out of the window. They are written when the pointer has gone a little way with the button down, off the
 * JavaFX thread, and the drag begins as soon as they are there: a click alone writes nothing. JavaFX thread only.
 */
final class DragOut {
    private static final Logger LOG = LoggerFactory.getLogger(DragOut.class);
    private static final double WAY = 6;

    private final Background background;
    private final Function<MouseEvent, @Nullable Callable<List<Path>>> wanted;
    private @Nullable MouseEvent pressed;
    private boolean asked;
    private List<Path> ready = List.of();

    /**
     * Makes a drag.
     *
     * @param background where files are written
     * @param wanted asked once at the beginning of each drag, with the press it began with: writes what is dragged; null where there is nothing
     */
    DragOut(Background background, Function<MouseEvent, @Nullable Callable<List<Path>>> wanted) {
        this.background = background;
        this.wanted = wanted;
    }

    /** Begins drags at a node, and at all in it that does not use the mouse itself. */
    void from(Node node) {
        node.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            pressed = event.getButton() == MouseButton.PRIMARY ? event : null;
            asked = false;
            ready = List.of();
            event.setDragDetect(false);
        });
        node.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> event.setDragDetect(moved(event)));
        node.addEventHandler(MouseEvent.DRAG_DETECTED, event -> {
            if (!ready.isEmpty()) {
                start(node.startDragAndDrop(TransferMode.COPY));
                event.consume();
            }
        });
    }

    /** Has the files written at the first move that is more than a tremble; tells whether they are there. */
    private boolean moved(MouseEvent event) {
        MouseEvent from = pressed;
        if (from == null) {
            return false;
        }
        boolean far = Math.hypot(event.getSceneX() - from.getSceneX(), event.getSceneY() - from.getSceneY()) > WAY;
        if (far && !asked) {
            asked = true;
            Callable<List<Path>> files = wanted.apply(from);
            if (files != null) {
                background.run("drag-out", files, written -> {
                    if (from.equals(pressed)) {
                        ready = written;
                    }
                }, failure -> LOG.warn("Nothing could be dragged out: {}", failure.problem()));
            }
        }
        return far && !ready.isEmpty();
    }

    /** {@return what is dragged, once it is written} */
    List<Path> ready() {
        return ready;
    }

    private void start(Dragboard board) {
        ClipboardContent content = new ClipboardContent();
        content.putFiles(ready.stream().map(Path::toFile).map(File::getAbsoluteFile).toList());
        board.setContent(content);
        pressed = null;
    }
}
