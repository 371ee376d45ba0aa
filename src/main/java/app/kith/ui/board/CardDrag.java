package app.kith.ui.board;

import app.kith.ui.list.RowListView;
import app.kith.ui.look.Controls;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.DoubleConsumer;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/**
 * Drags a card with the mouse to another lane: what is dragged goes along under the pointer, the lane where it would come to lie is
 * marked, near an edge the board moves on, Escape lets go.
 */
final class CardDrag {
    /** How far the mouse moves before it is a dragging, in pixels. */
    private static final double LEAST = 6;
    private static final double EDGE = 32;
    private static final double STEP = 0.03;

    private final ScrollPane board;
    private final Pane over;
    private final Supplier<List<LaneView>> lanes;
    private final LongFunction<String> name;
    private final BiConsumer<Long, Lane> drop;
    private final Label ghost = Controls.label("", "board-ghost");
    private @Nullable Long pressed;
    private @Nullable Point2D from;
    private boolean dragging;

    /**
     * @param board where the lanes are
     * @param over lies over it, for what is dragged
     * @param lanes the lanes
     * @param name the name of a customer
     * @param drop told of a card that was let go over another lane
     */
    CardDrag(ScrollPane board, Pane over, Supplier<List<LaneView>> lanes, LongFunction<String> name,
            BiConsumer<Long, Lane> drop) {
        this.board = board;
        this.over = over;
        this.lanes = lanes;
        this.name = name;
        this.drop = drop;
        ghost.setManaged(false);
        board.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
        board.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
        board.addEventFilter(MouseEvent.MOUSE_RELEASED, this::release);
        board.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (dragging && event.getCode() == KeyCode.ESCAPE) {
                end();
                event.consume();
            }
        });
    }

    private void press(MouseEvent event) {
        end();
        boolean plain = event.getButton() == MouseButton.PRIMARY && !event.isShortcutDown() && !event.isShiftDown();
        pressed = plain && event.getTarget() instanceof Node node ? RowListView.row(node) : null;
        from = new Point2D(event.getSceneX(), event.getSceneY());
    }

    private void drag(MouseEvent event) {
        Long card = pressed;
        Point2D start = from;
        if (card == null || start == null) {
            return;
        }
        if (!dragging && start.distance(event.getSceneX(), event.getSceneY()) >= LEAST) {
            dragging = true;
            ghost.setText(name.apply(card));
            over.getChildren().setAll(ghost);
            ghost.applyCss();
        }
        if (dragging) {
            follow(event.getSceneX(), event.getSceneY());
            event.consume();
        }
    }

    private void follow(double x, double y) {
        Point2D at = over.sceneToLocal(x, y);
        ghost.autosize();
        ghost.relocate(at.getX() + 10, at.getY() + 6);
        Bounds seen = board.localToScene(board.getBoundsInLocal());
        DoubleConsumer go = by -> board.setHvalue(Math.clamp(board.getHvalue() + by, 0, 1));
        if (x > seen.getMaxX() - EDGE) {
            go.accept(STEP);
        } else if (x < seen.getMinX() + EDGE) {
            go.accept(-STEP);
        }
        LaneView here = lane(x, y);
        lanes.get().forEach(lane -> lane.aim(lane.equals(here)));
    }

    private @Nullable LaneView lane(double x, double y) {
        return lanes.get().stream().filter(lane -> lane.localToScene(lane.getBoundsInLocal()).contains(x, y))
                .findFirst()
                .orElse(null);
    }

    private void release(MouseEvent event) {
        Long card = pressed;
        LaneView to = dragging ? lane(event.getSceneX(), event.getSceneY()) : null;
        if (dragging) {
            event.consume();
        }
        end();
        if (card != null && to != null && to.lane().rows().at(card) < 0) {
            drop.accept(card, to.lane());
        }
    }

    private void end() {
        pressed = null;
        dragging = false;
        over.getChildren().clear();
        lanes.get().forEach(lane -> lane.aim(false));
    }
}
