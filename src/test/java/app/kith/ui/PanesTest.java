package app.kith.ui;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.kith.support.OnScreen;
import app.kith.ui.look.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/** The widths of list and facts are the user's: nothing but a drag changes what is kept of them. */
@OnScreen
class PanesTest {
    private final List<UnaryOperator<Settings>> kept = new ArrayList<>();
    private final Pane list = new Pane();
    private final Pane facts = new Pane();

    private Panes panes(Settings settings) {
        return new Panes(list, new Pane(), facts, settings, kept::add, "List");
    }

    private static void layOut(Stage stage, double width) {
        stage.setWidth(width);
        stage.getScene().getRoot().resize(width, 700);
        stage.getScene().getRoot().applyCss();
        stage.getScene().getRoot().layout();
        stage.getScene().getRoot().layout();
    }

    @Test
    void theWidthsAreAsTheyWereKeptHoweverTheWindowChanges() throws Exception {
        Toolkit.on(() -> {
            Panes panes = panes(Settings.USUAL.divided(392, 240));
            Stage stage = new Stage();
            stage.setScene(new Scene(new StackPane(panes), 640, 700));
            stage.show();
            for (double width : new double[]{640, 1240, 1050, 760, 1600, 900, 1240}) {
                layOut(stage, width);
            }
            assertThat(list.getWidth()).isCloseTo(392, within(1.5));
            assertThat(facts.getWidth()).isCloseTo(240, within(1.5));
            assertThat(kept).isEmpty();
            stage.hide();
            return true;
        });
    }

    @Test
    void aDraggedWidthIsKept() throws Exception {
        Toolkit.on(() -> {
            Panes panes = panes(Settings.USUAL.divided(392, 240));
            Stage stage = new Stage();
            stage.setScene(new Scene(new StackPane(panes), 1240, 700));
            stage.show();
            layOut(stage, 1240);
            Node grip = requireNonNull(panes.lookup(".grip"));
            grip.fireEvent(mouse(MouseEvent.MOUSE_DRAGGED, 450));
            layOut(stage, 1240);
            assertThat(list.getWidth()).isCloseTo(450, within(1.5));
            assertThat(kept).isEmpty();
            grip.fireEvent(mouse(MouseEvent.MOUSE_RELEASED, 450));
            assertThat(kept).hasSize(1);
            assertThat(kept.getFirst().apply(Settings.USUAL).list()).isBetween(449, 451);
            stage.hide();
            return true;
        });
    }

    @Test
    void whereThereIsNoRoomTheFactsAreADrawerOverTheRecord() throws Exception {
        Toolkit.on(() -> {
            Panes panes = panes(Settings.USUAL.divided(300, 240));
            Stage stage = new Stage();
            stage.setScene(new Scene(new StackPane(panes), 900, 700));
            stage.show();
            layOut(stage, 900);
            assertThat(panes.foldedProperty().get()).isTrue();
            assertThat(panes.getChildren()).doesNotContain(facts);
            panes.toggleFacts();
            layOut(stage, 900);
            assertThat(facts.getLayoutX() + facts.getWidth()).isCloseTo(900, within(1.5));
            assertThat(facts.getWidth()).isCloseTo(240, within(1.5));
            panes.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
            assertThat(panes.getChildren()).doesNotContain(facts);
            panes.toggleFacts();
            list.fireEvent(mouse(MouseEvent.MOUSE_PRESSED, 100));
            assertThat(panes.getChildren()).doesNotContain(facts);
            panes.toggleFacts();
            layOut(stage, 1240);
            assertThat(panes.foldedProperty().get()).isFalse();
            assertThat(facts.getWidth()).isCloseTo(240, within(1.5));
            layOut(stage, 900);
            assertThat(panes.getChildren()).as("a drawer does not come back by itself").doesNotContain(facts);
            assertThat(kept).as("what is kept is whether they stand beside").isEmpty();
            stage.hide();
            return true;
        });
    }

    private static MouseEvent mouse(EventType<MouseEvent> type, double x) {
        return new MouseEvent(type, x, 10, x, 10, MouseButton.PRIMARY, 1, false, false, false, false, true, false,
                false,
                true, false, true, null);
    }
}
