package app.kith.ui;

import app.kith.ui.look.Controls;
import javafx.animation.PauseTransition;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Something said in passing at the foot of the window, perhaps with a way to take it back; it goes by itself. */
final class Notice extends HBox {
    private static final Duration USUAL = Duration.seconds(8);

    private final Label label = Controls.label("", "passing-notice");
    private final PauseTransition pause = new PauseTransition();

    Notice() {
        super(8);
        setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
        setVisible(false);
        pause.setOnFinished(_ -> setVisible(false));
    }

    void say(String text) {
        show(text, null, USUAL);
    }

    /** Says something that can be taken back for some seconds. */
    void offer(String text, String verb, int seconds, Runnable act) {
        javafx.scene.control.Button button = Controls.button(verb, () -> {
            setVisible(false);
            act.run();
        }, "flat", "accent", "notice-act");
        show(text, button, Duration.seconds(seconds));
    }

    private void show(String text, javafx.scene.control.@Nullable Button button, Duration time) {
        label.setText(text);
        getChildren().setAll(label);
        if (button != null) {
            getChildren().add(button);
        }
        setVisible(true);
        label.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        pause.setDuration(time);
        pause.playFromStart();
    }
}
