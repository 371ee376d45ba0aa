package app.kith.ui.find;

import app.kith.mail.TextRange;
import app.kith.ui.look.Controls;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** One line of text in which what was looked for is marked; what does not fit is cut off. */
final class MarkedText extends HBox {
    private final String style;

    MarkedText(String style) {
        this.style = style;
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
    }

    void show(String text, List<TextRange> marks) {
        getChildren().clear();
        int at = 0;
        for (TextRange mark : marks) {
            if (mark.start() >= at && mark.end() <= text.length()) {
                add(text.substring(at, mark.start()), false);
                add(mark.of(text), true);
                at = mark.end();
            }
        }
        add(text.substring(at), false);
        if (!getChildren().isEmpty() && getChildren().getLast() instanceof Label last) {
            last.setMinWidth(0);
        }
    }

    private void add(String part, boolean marked) {
        if (!part.isEmpty()) {
            Label label = Controls.label(part, style);
            label.setMinWidth(Region.USE_PREF_SIZE);
            if (marked) {
                label.getStyleClass().add("find-mark");
            }
            getChildren().add(label);
        }
    }
}
