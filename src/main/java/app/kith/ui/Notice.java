package app.kith.ui;

import app.kith.ui.look.Controls;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

/** Something said in passing at the foot of the window, perhaps with a way to take it back; it goes by itself. */
final class Notice extends HBox implements WindowOutside.Passing {
    private static final int USUAL = 8;

    private final Label label = Controls.label("", "passing-notice");
    private final Button back = Controls.button("", () -> {}, "flat", "accent", "notice-act");
    private final PauseTransition pause = new PauseTransition();

    Notice() {
        super(8);
        getChildren().addAll(label, back);
        setAlignment(Pos.CENTER_RIGHT);
        setVisible(false);
        back.managedProperty().bind(back.visibleProperty());
        pause.setOnFinished(_ -> setVisible(false));
    }

    @Override
    public void say(String text) {
        show(text, false, USUAL);
    }

    @Override
    public void offer(String text, String verb, Runnable act) {
        offer(text, verb, USUAL, act);
    }

    /** Says something that can be taken back for some seconds. */
    void offer(String text, String verb, int seconds, Runnable act) {
        back.setText(verb);
        back.setOnAction(_ -> {
            setVisible(false);
            act.run();
        });
        show(text, true, seconds);
    }

    private void show(String text, boolean canBeTakenBack, int seconds) {
        label.setText(text);
        back.setVisible(canBeTakenBack);
        setVisible(true);
        label.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        pause.setDuration(Duration.seconds(seconds));
        pause.playFromStart();
    }
}
