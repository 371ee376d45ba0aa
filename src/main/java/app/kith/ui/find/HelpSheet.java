package app.kith.ui.find;

import app.kith.ui.look.Controls;
import app.kith.words.Words;
import atlantafx.base.controls.CustomTextField;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The help: short answers, searched as one types. */
public final class HelpSheet extends VBox {
    /** In the order in which they are read. */
    private static final List<String> TOPICS = List.of("start", "find", "query", "list", "fields", "mails", "follow",
            "sources",
            "proposals",
            "import", "duplicates", "undo", "sync", "offline", "write", "export", "safety", "backup", "lock", "trouble",
            "erase", "files", "records",
            "large");

    private final CustomTextField field;
    private final Words words;
    private final VBox topics = Controls.column(20);
    private final Node nothing;

    /**
     * Makes the sheet.
     *
     * @param words the language
     * @param close ends it
     */
    public HelpSheet(Words words, Runnable close) {
        this.words = words;
        getStyleClass().addAll("form", "wide");
        setSpacing(12);
        field = new CustomTextField();
        field.setLeft(Controls.icon("fth-search"));
        field.setPromptText(words.get("help.search"));
        field.setAccessibleText(words.get("help.search"));
        field.getStyleClass().add("search-field");
        nothing = Controls.paragraph(words.get("help.nothing"), "muted");
        field.textProperty().subscribe(this::show);
        ScrollPane scroll = new ScrollPane(topics);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("page");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(Controls.row(8, Controls.label(words.get("find.help"), "form-title"), Controls.spring(),
                Controls.iconButton("fth-x", words.get("screen.close"), close)), field, scroll);
    }

    /** The line has it at once: what is typed right after the sheet was called must not be lost. */
    @Override
    public void requestFocus() {
        field.requestFocus();
    }

    private void show(String wanted) {
        List<String> parts = List.of(wanted.strip().toLowerCase(Locale.ROOT).split("\\s+", -1));
        List<Node> found = TOPICS.stream().filter(topic -> {
            String whole = (title(topic) + ' ' + text(topic)).toLowerCase(words.locale());
            return parts.stream().allMatch(whole::contains);
        }).<Node>map(topic -> Controls.column(4, Controls.label(title(topic), "section-title"),
                Controls.paragraph(text(topic)))).toList();
        topics.getChildren().setAll(found.isEmpty() ? List.of(nothing) : found);
    }

    private String title(String topic) {
        return words.get("help." + topic + ".title");
    }

    private String text(String topic) {
        return words.get("help." + topic + ".text");
    }
}
