package app.kith.ui;

import app.kith.ui.look.Controls;
import app.kith.ui.sync.AccountSync;
import app.kith.ui.work.Background;
import app.kith.ui.work.HeapRest;
import java.time.Clock;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Gives memory back while nobody uses the window. */
final class Resting {
    private Resting() {}

    static void install(Scene scene, Node root, Clock clock, Background background,
            Supplier<@Nullable Session> session) {
        HeapRest rest = HeapRest.ofProgram(clock, background);
        scene.addEventFilter(InputEvent.ANY, _ -> rest.used());
        Controls.every(root, Duration.seconds(10), () -> {
            Session now = session.get();
            if (now != null && now.sync().allProperty().get().stream()
                    .anyMatch(each -> each.activity() == AccountSync.Activity.RUNNING)) {
                rest.used(); // A pass needs its room, and whoever watches it is not kept waiting.
            }
            rest.look();
        });
    }
}
