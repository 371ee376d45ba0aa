package app.kith.ui.sync;

import app.kith.sync.Pass;
import app.kith.sync.Pass.Folder;
import app.kith.sync.Reason;
import app.kith.ui.look.Controls;
import app.kith.words.Words;
import java.text.NumberFormat;
import java.util.stream.Stream;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** What one pass did, folder by folder. */
final class PassTable extends GridPane {
    private static final double NOTE_WIDTH = 300;

    private final NumberFormat numbers;

    PassTable(Pass pass, Words words, SyncWords says) {
        this.numbers = NumberFormat.getInstance(words.locale());
        getStyleClass().add("folder-table");
        setHgap(20);
        setVgap(4);
        ColumnConstraints name = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        getColumnConstraints().add(name);
        for (int i = 0; i < 5; i++) {
            ColumnConstraints number = new ColumnConstraints();
            number.setHalignment(HPos.RIGHT);
            getColumnConstraints().add(number);
        }
        addRow(0, Stream.of("screen.folder", "screen.on-server", "screen.kept", "screen.fetched", "screen.flags",
                "screen.gone", "screen.left").map(key -> Controls.label(words.get(key), "table-head"))
                .toArray(Node[]::new));
        int at = 1;
        for (Folder folder : pass.folders()) {
            Label note = Controls.paragraph(
                    says.folderNote(folder, folder.leftOut().stream().mapToLong(Reason::count).sum()), "muted");
            note.setMaxWidth(NOTE_WIDTH);
            addRow(at++, Controls.label(folder.folder(), "folder-name"), number(folder.onServer()),
                    number(folder.local()), number(folder.fetched()), number(folder.flagsChanged()),
                    number(folder.vanished()), note);
        }
    }

    private Label number(long value) {
        return Controls.label(numbers.format(value), "table-number");
    }
}
