package app.kith.ui.outbox;

import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.ui.outbox.OutboxRow.Group;
import app.kith.words.KithException;
import app.kith.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** The page of the outbox. While it stands in a window, hidden or not, what is due is sent. */
public final class OutboxView extends ScrollPane {
    private final OutboxModel model;
    private final Words words;
    private final Dates dates;
    private final Acts acts;
    private final VBox groups = Controls.column(20);

    /**
     * What the page can ask of the window.
     *
     * @param write begins a letter
     * @param open opens a letter for writing
     * @param cancelled told which letter was thrown away
     * @param fail says what went wrong
     */
    public record Acts(Runnable write, Consumer<OutboxRow> open, Consumer<OutboxRow> cancelled,
            Consumer<KithException> fail) {}

    /**
     * Makes the page.
     *
     * @param model the letters
     * @param words the language
     * @param dates writes dates
     * @param acts what it can ask of the window
     */
    public OutboxView(OutboxModel model, Words words, Dates dates, Acts acts) {
        this.model = model;
        this.words = words;
        this.dates = dates;
        this.acts = acts;
        getStyleClass().add("page");
        setFitToWidth(true);
        VBox page = Controls.column(16,
                Controls.label(words.get("screen.nav.outbox"), "page-title"), groups);
        page.getStyleClass().add("page-body");
        setContent(page);
        model.rowsProperty().when(Controls.attached(this)).subscribe(_ -> show());
        model.troublesProperty().when(Controls.attached(this)).subscribe(_ -> show());
    }

    private void show() {
        List<OutboxRow> rows = model.rowsProperty().get();
        List<Node> now = new ArrayList<>();
        for (Group group : Group.values()) {
            List<OutboxRow> inside = rows.stream().filter(row -> row.group() == group).toList();
            if (!inside.isEmpty()) {
                String title = words.count("write.outbox." + group.name().toLowerCase(Locale.ROOT), inside.size());
                VBox list = Controls.column(8, Controls.label(title, "section-title"));
                inside.forEach(row -> list.getChildren().add(new OutboxCard(row, model, words, dates, acts)));
                now.add(list);
            }
        }
        if (now.isEmpty()) {
            now.add(Controls.empty("fth-send", words.get("write.outbox.nothing"),
                    words.get("write.outbox.nothing-text"),
                    Controls.button(words.get("write.new"), acts.write(), "accent")));
        }
        Node focused = getScene() == null ? null : getScene().getFocusOwner();
        Object kept = focused == null ? null : focused.getUserData();
        groups.getChildren().setAll(now);
        if (kept != null) {
            groups.lookupAll(".button").stream().filter(each -> Objects.equals(kept, each.getUserData())).findFirst()
                    .ifPresent(Node::requestFocus);
        }
    }
}
