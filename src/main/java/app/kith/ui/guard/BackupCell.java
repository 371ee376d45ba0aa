package app.kith.ui.guard;

import app.kith.desk.Backup;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.words.Words;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A backup: when and how large; where it opens, and where it lies. */
final class BackupCell extends ListCell<Backup> {
    private final Words words;
    private final Dates dates;

    BackupCell(Words words, Dates dates) {
        this.words = words;
        this.dates = dates;
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Backup backup, boolean empty) {
        super.updateItem(backup, empty);
        setText(null);
        Node row = empty || backup == null ? null : row(backup);
        setGraphic(row);
        setAccessibleText(row == null ? null : Controls.spoken(row));
    }

    private Node row(Backup backup) {
        boolean elsewhere = backup.ways().elsewhere();
        double mega = backup.bytes() / 1_000_000.0;
        return new VBox(2,
                Controls.row(8, Controls.label(dates.full(backup.made())), Controls.spring(),
                        Controls.label(words.get("guard.size", Math.max(0.1, Math.round(mega * 10) / 10.0)), "muted")),
                Controls.row(8, Controls.icon(elsewhere ? "fth-globe" : "fth-monitor"),
                        Controls.label(words.get(elsewhere ? "guard.opens.elsewhere" : "guard.opens.here"), "muted"),
                        Controls.label(backup.file().toString(), "muted")));
    }
}
