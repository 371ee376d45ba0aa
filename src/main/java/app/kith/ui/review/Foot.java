package app.kith.ui.review;

import app.kith.ui.look.Controls;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The foot of a page that is decided on: what can be done, and the keys for it where there is room beside the buttons. */
final class Foot {
    private static final double KEYS_FROM = 700;

    private Foot() {}

    static HBox of(Region page, ObservableValue<Boolean> any, String keys, Button... buttons) {
        HBox foot = Controls.row(8, buttons);
        for (Button each : buttons) {
            each.setMinWidth(Region.USE_PREF_SIZE);
        }
        Label named = Controls.paragraph(keys, "muted");
        HBox.setHgrow(named, Priority.ALWAYS);
        Controls.showWhen(named, Controls.isWide(page, KEYS_FROM));
        foot.getChildren().add(named);
        foot.getStyleClass().add("review-acts");
        Controls.showWhen(foot, any);
        return foot;
    }
}
