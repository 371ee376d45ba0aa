package app.kith.ui.sync;

import app.kith.change.FolderRole;
import app.kith.store.SyncView.FolderRow;
import app.kith.sync.Pass.Folder;
import app.kith.ui.look.Controls;
import app.kith.words.Words;
import java.text.NumberFormat;
import java.util.List;
import java.util.Map;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** Folder by folder: on the server, kept here, left out, and a word where they do not agree. */
final class FolderTable extends GridPane {
    private static final double NOTE_WIDTH = 360;

    private final Words words;
    private final NumberFormat numbers;

    FolderTable(Words words) {
        this.words = words;
        this.numbers = NumberFormat.getInstance(words.locale());
        getStyleClass().add("folder-table");
        setHgap(24);
        setVgap(6);
        ColumnConstraints name = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        ColumnConstraints number = new ColumnConstraints();
        number.setHalignment(HPos.RIGHT);
        getColumnConstraints().addAll(name, number, number, number);
    }

    void show(List<FolderRow> rows, Map<String, Folder> reports, SyncWords says) {
        getChildren().clear();
        List<FolderRow> shown = rows.stream().filter(row -> row.selectable() || row.local() > 0).toList();
        setVisible(!shown.isEmpty());
        setManaged(!shown.isEmpty());
        addRow(0, head("screen.folder"), head("screen.on-server"), head("screen.kept"), head("screen.left"));
        int at = 1;
        for (FolderRow row : shown) {
            Folder report = reports.get(row.key().path());
            long left = row.leftOut();
            long onServer = report == null ? row.local() + left : report.onServer();
            boolean followed = row.role() != FolderRole.SHARED || report != null || row.local() > 0;
            addRow(at++, Controls.label(name(row), "folder-name"), followed ? number(onServer) : new Label(),
                    followed ? number(row.local()) : new Label(),
                    followed
                            ? note(report, left, says)
                            : Controls.label(words.get("screen.sync.not-followed"), "muted"));
        }
    }

    private String name(FolderRow row) {
        String path = row.key().path();
        return switch (row.role()) {
            case INBOX -> words.get("screen.role.inbox");
            case SENT, DRAFTS, TRASH, JUNK, ARCHIVE -> path.equals(
                    words.get("screen.role." + row.role().name().toLowerCase(java.util.Locale.ROOT)))
                            ? path
                            : path + " · " + words
                                    .get("screen.role." + row.role().name().toLowerCase(java.util.Locale.ROOT));
            default -> path;
        };
    }

    private Label head(String key) {
        return Controls.label(words.get(key), "table-head");
    }

    private Label number(long value) {
        return Controls.label(numbers.format(value), "table-number");
    }

    private static Label note(@Nullable Folder report, long left, SyncWords says) {
        Label note = Controls.paragraph(says.folderNote(report, left), "muted");
        note.setMaxWidth(NOTE_WIDTH);
        return note;
    }
}
