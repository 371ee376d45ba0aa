package app.kith.ui.files;

import app.kith.contact.Entry;
import app.kith.mail.FileKind;
import app.kith.store.FileList.FileRow;
import app.kith.ui.list.Rows;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.ui.look.Sizes;
import app.kith.words.Words;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A file in two lines: its name, kind, size and day; from whom or to whom, and the mail that carries it. */
final class FileCell extends ListCell<Long> {
    private final Rows<FileRow> rows;
    private final Words words;
    private final Dates dates;
    private final Label name = Controls.label("", "row-title");
    private final Label size = Controls.label("", "row-count");
    private final Label when = Controls.label("", "row-when");
    private final Label with = Controls.label("", "row-strong");
    private final Label subject = Controls.label("", "row-text");
    private final StackPane sign = new StackPane();
    private final HBox line;

    FileCell(Rows<FileRow> rows, Words words, Dates dates) {
        this.rows = rows;
        this.words = words;
        this.dates = dates;
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        size.setMinWidth(Region.USE_PREF_SIZE);
        when.setMinWidth(Region.USE_PREF_SIZE);
        subject.setPrefWidth(0); // It takes what the name of the other leaves.
        subject.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(subject, Priority.ALWAYS);
        VBox text = Controls.column(2, Controls.row(8, name, size, when), Controls.row(8, with, subject));
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMinWidth(0);
        sign.getStyleClass().add("file-sign");
        line = Controls.row(12, sign, text);
        setPrefWidth(0);
        getStyleClass().add("row-cell");
    }

    @Override
    protected void updateItem(@Nullable Long id, boolean empty) {
        super.updateItem(id, empty);
        FileRow row = empty || id == null ? null : rows.get(id);
        setText(null);
        setGraphic(row == null ? null : line);
        setAccessibleText(null);
        if (row != null) {
            show(row);
        }
    }

    private void show(FileRow row) {
        name.setText(row.name().isBlank() ? words.get("file.no-name") : row.name());
        size.setText(kind(row.kind(), words) + " · " + Sizes.of(row.size(), words.locale()));
        when.setText(dates.brief(row.sentAt()));
        String who = row.customer().isEmpty() ? row.counterpart() : row.customer();
        Entry.Kind kept = row.entryKind();
        if (kept == null) {
            with.setText(words.get(row.outgoing() ? "file.to" : "file.from", who));
            subject.setText(row.subject().isBlank() ? words.get("screen.no-subject") : row.subject());
        } else {
            with.setText(who);
            subject.setText((words.get("record.kind." + kept.name().toLowerCase(Locale.ROOT)) + " " + row.subject())
                    .strip());
        }
        sign.getChildren().setAll(Controls.icon(icon(row.kind())));
        setAccessibleText(String.join(", ", name.getText(), size.getText(), with.getText(), subject.getText(),
                when.getText()));
    }

    static String kind(FileKind kind, Words words) {
        return words.get("file.kind." + kind.name().toLowerCase(Locale.ROOT));
    }

    private static String icon(FileKind kind) {
        return switch (kind) {
            case PICTURE -> "fth-image";
            case ARCHIVE -> "fth-archive";
            case MEDIA -> "fth-film";
            case SHEET -> "fth-grid";
            case SLIDES -> "fth-monitor";
            case DRAWING -> "fth-compass";
            case CARD -> "fth-mail";
            case PDF, DOCUMENT -> "fth-file-text";
            case OTHER -> "fth-file";
        };
    }
}
