package app.kith.ui;

import app.kith.ui.look.Outside.Paper;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;

/** A4 that keeps pictures of its sheets. */
final class PaperTwin implements Paper {
    final List<WritableImage> sheets = new ArrayList<>();
    final List<String> texts = new ArrayList<>();
    boolean done;

    @Override
    public double width() {
        return 487;
    }

    @Override
    public double height() {
        return 734;
    }

    @Override
    public void page(Node sheet) {
        sheets.add(sheet.snapshot(null, null));
        sheet.lookupAll(".label").forEach(each -> texts.add(((Label) each).getText()));
    }

    @Override
    public void done() {
        done = true;
    }
}
