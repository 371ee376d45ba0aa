package app.kith.ui;

import app.kith.ui.look.Controls;
import javafx.animation.PauseTransition;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

/** Something said in passing at the foot of the window, perhaps with a way to take it back; it goes by itself. */
final class Notice extends HBox implements WindowOutside.Passing {
    private final PauseTransition pause = new PauseTransition(Duration.seconds(8));
    private final Label text = Controls.label("", "passing-notice");
    private final Button back = Controls.button("", () -> {}, "flat", "accent", "small");

    Notice() {
        super(8);
        getChildren().addAll(text, back);
        setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
        setVisible(false);
        back.managedProperty().bind(back.visibleProperty());
        pause.setOnFinished(_ -> setVisible(false));
    }

    @Override
    public void say(String said) {
        show(said, false);
    }

    @Override
    public void offer(String said, String verb, Runnable act) {
        back.setText(verb);
        back.setOnAction(_ -> {
            setVisible(false);
            act.run();
        });
        show(said, true);
    }

    private void show(String said, boolean canBeTakenBack) {
        text.setText(said);
        back.setVisible(canBeTakenBack);
        setVisible(true);
        text.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        pause.playFromStart();
    }
}
