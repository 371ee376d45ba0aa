package app.kith.ui;

import javafx.animation.PauseTransition;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Label;
import javafx.util.Duration;

/** Something said in passing at the foot of the window; it goes by itself. */
final class Notice extends Label {
    private final PauseTransition pause = new PauseTransition(Duration.seconds(8));

    Notice() {
        getStyleClass().add("passing-notice");
        setVisible(false);
        pause.setOnFinished(_ -> setVisible(false));
    }

    void say(String text) {
        setText(text);
        setVisible(true);
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        pause.playFromStart();
    }
}
