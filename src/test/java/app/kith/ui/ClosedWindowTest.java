package app.kith.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.support.OnScreen;
import app.kith.ui.look.Controls;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.junit.jupiter.api.Test;

/** What is done again and again in a window ends with it, so that the window and its views can go. */
@OnScreen
class ClosedWindowTest {

    private static Stage open(AtomicInteger times) throws Exception {
        return Toolkit.on(() -> {
            Label label = new Label();
            Controls.every(label, Duration.millis(5), () -> label.setText("" + times.incrementAndGet()));
            Stage stage = new Stage();
            stage.setScene(new Scene(new StackPane(label)));
            stage.show();
            return stage;
        });
    }

    private static void close(Stage stage) throws Exception {
        Toolkit.on(() -> {
            stage.hide();
            return true;
        });
    }

    private static void await(String what, BooleanSupplier holds) {
        for (int i = 0; i < 1000 && !holds.getAsBoolean(); i++) {
            LockSupport.parkNanos(10_000_000);
        }
        assertThat(holds.getAsBoolean()).as(what).isTrue();
    }

    @Test
    void nothingIsDoneAnyMoreForAWindowThatWasClosed() throws Exception {
        AtomicInteger first = new AtomicInteger();
        Stage closed = open(first);
        await("it is done again and again", () -> first.get() >= 3);
        close(closed);
        int done = first.get();
        AtomicInteger second = new AtomicInteger();
        Stage other = open(second);
        await("another window has its own", () -> second.get() >= 20);
        assertThat(first.get()).isEqualTo(done);
        Toolkit.on(() -> {
            closed.show();
            return true;
        });
        await("it goes on when the window is shown again", () -> first.get() > done);
        close(closed);
        close(other);
    }

    @Test
    void aWindowThatWasClosedIsNotKept() throws Exception {
        WeakReference<Scene> scene = closed();
        await("the scene is gone", () -> {
            System.gc();
            return scene.refersTo(null);
        });
    }

    private static WeakReference<Scene> closed() throws Exception {
        AtomicInteger times = new AtomicInteger();
        Stage stage = open(times);
        await("it is done again and again", () -> times.get() >= 3);
        close(stage);
        return new WeakReference<>(stage.getScene());
    }
}
