package app.kith.ui.compose;

import app.kith.ui.compose.Checks.Remark;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Sizes;
import app.kith.words.KithException;
import app.kith.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** What there is to say of a letter, a line each; when somebody has tried to send it, what speaks against that, and a way to do it all the same. */
final class Remarks extends VBox {
    private final ComposeModel model;
    private final Words words;
    private final Runnable send;

    Remarks(ComposeModel model, Words words, Runnable send) {
        super(4);
        this.model = model;
        this.words = words;
        this.send = send;
        model.remarksProperty().when(Controls.attached(this)).subscribe(_ -> show());
        model.askedProperty().when(Controls.attached(this)).subscribe(_ -> show());
        model.failureProperty().when(Controls.attached(this)).subscribe(_ -> show());
    }

    private void show() {
        List<Remark> asked = model.askedProperty().get();
        List<Node> lines = new ArrayList<>();
        KithException failure = model.failureProperty().get();
        if (failure != null) {
            lines.add(line("fth-alert-circle", words.sentence(failure), "danger"));
        }
        boolean stops = asked.stream().anyMatch(remark -> remark.kind().stops());
        for (Remark remark : asked.isEmpty() ? model.remarksProperty().get() : asked) {
            boolean bad = remark.kind().stops();
            lines.add(line(bad ? "fth-alert-circle" : "fth-alert-triangle", sentence(remark),
                    bad ? "danger" : "warning"));
        }
        if (!asked.isEmpty() && !stops) {
            lines.add(Controls.row(8, Controls.button(words.get("write.send-anyway"), send, "accent")));
        }
        getChildren().setAll(lines);
        setVisible(!lines.isEmpty());
        setManaged(isVisible());
    }

    private String sentence(Remark remark) {
        Object[] details = remark.details().stream()
                .map(each -> each instanceof Long bytes ? Sizes.of(bytes, words.locale()) : each).toArray();
        return words.get(remark.key(), details);
    }

    private static Node line(String icon, String text, String style) {
        var line = Controls.row(8, Controls.icon(icon), Controls.paragraph(text));
        line.getStyleClass().addAll("notice", "remark", style);
        return line;
    }
}
