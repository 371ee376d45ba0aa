package app.kith.ui.customer;

import app.kith.desk.Exports;
import app.kith.exchange.ExportProfile;
import app.kith.exchange.Exporter;
import app.kith.store.CustomerList;
import app.kith.store.CustomerList.Listed;
import app.kith.ui.customer.ColumnsModel.Wide;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.ui.look.Outside;
import app.kith.ui.work.Background;
import app.kith.words.KithException;
import app.kith.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;

/** Customers on their way to another program: copied as rows or as vCards, or drawn out of the list as a file. JavaFX thread only. */
public final class CopyOut {
    /** More than so many are not dragged: their file is made before it is known whether it is wanted. */
    private static final int DRAGGED = 200;
    private static final DataFormat VCARD = dataFormat();

    private final CustomerList customers;
    private final Exports exports;
    private final Background background;
    private final Words words;
    private final Dates dates;
    private @Nullable Ready ready;

    /**
     * Makes it.
     *
     * @param customers reads rows
     * @param exports writes vCards
     * @param background where work is done
     * @param words the language
     * @param dates writes dates
     */
    public CopyOut(CustomerList customers, Exports exports, Background background, Words words, Dates dates) {
        this.customers = customers;
        this.exports = exports;
        this.background = background;
        this.words = words;
        this.dates = dates;
    }

    private record Ready(List<Long> ids, String text, @Nullable Path file) {}

    /** A format is known to the whole program, and can be made only once. */
    private static DataFormat dataFormat() {
        DataFormat known = DataFormat.lookupMimeType("text/vcard");
        return known == null ? new DataFormat("text/vcard") : known;
    }

    /**
     * Copies rows as spreadsheets take them: a line for each, tabs between the columns, and a line of names above.
     *
     * @param ids numbers of the customers, in order
     * @param columns the columns
     * @param outside where they are copied to
     */
    void rows(List<Long> ids, List<Wide> columns, Outside outside) {
        List<Column> wanted = columns.stream().map(Wide::column).toList();
        background.run("copy-rows", () -> rows(ids, wanted), outside::copy, failure -> say(failure, outside));
    }

    String rows(List<Long> ids, List<Column> columns) {
        Map<Long, Listed> rows = customers.rows(ids).stream()
                .collect(Collectors.toMap(Listed::id, Function.identity()));
        StringBuilder text = new StringBuilder(
                columns.stream().map(column -> column.title(words)).collect(Collectors.joining("\t")));
        for (Long id : ids) {
            Listed row = rows.get(id);
            if (row != null) {
                text.append('\n').append(columns.stream().map(column -> cell(column.text(row, words, dates)))
                        .collect(Collectors.joining("\t")));
            }
        }
        return text.toString();
    }

    /** A tab or a line end within a cell would begin another. */
    private static String cell(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /**
     * Copies customers as vCards.
     *
     * @param ids numbers of the customers
     * @param outside where they are copied to
     */
    void cards(List<Long> ids, Outside outside) {
        background.run("copy-cards", () -> cards(ids), outside::copy, failure -> say(failure, outside));
    }

    private String cards(List<Long> ids) {
        return exports.text(ids, Exporter.Format.VCF, ExportProfile.builtIn().getFirst(), words);
    }

    private void say(KithException failure, Outside outside) {
        outside.say(words.sentence(failure));
    }

    /**
     * Lets customers be drawn out of a list. What is drawn must be there when the mouse moves, so it is made when it is pressed.
     *
     * @param list the list
     * @param model tells who is meant
     */
    void drawnFrom(Node list, CustomersModel model) {
        list.addEventHandler(javafx.scene.input.MouseEvent.MOUSE_PRESSED, _ -> prepare(model.meant()));
        list.setOnDragDetected(event -> {
            Ready now = ready;
            if (now != null && now.ids().equals(model.meant())) {
                Dragboard board = list.startDragAndDrop(TransferMode.COPY);
                board.setContent(content(now));
                event.consume();
            }
        });
        Controls.attached(list).subscribe(there -> {
            if (!there) {
                ready = null;
            }
        });
    }

    private void prepare(List<Long> ids) {
        if (ids.isEmpty() || ids.size() > DRAGGED) {
            ready = null;
        } else if (ready == null || !ready.ids().equals(ids)) {
            ready = null;
            background.run("drag-cards", () -> made(ids), now -> ready = now, _ -> {});
        }
    }

    private Ready made(List<Long> ids) {
        String text = cards(ids);
        return new Ready(ids, text, file(ids, text));
    }

    private @Nullable Path file(List<Long> ids, String text) {
        try {
            Path folder = Files.createTempDirectory("kith-drag");
            folder.toFile().deleteOnExit();
            String name = ids.size() == 1
                    ? customers.rows(ids).stream().findFirst().map(row -> row.row().name()).orElse("")
                    : "Kith " + ids.size();
            Path file = folder.resolve(app.kith.mail.SafeFileName.of(name + ".vcf"));
            Files.writeString(file, text);
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            return null; // The text can still be dropped.
        }
    }

    private static ClipboardContent content(Ready now) {
        ClipboardContent content = new ClipboardContent();
        content.put(VCARD, now.text());
        content.putString(now.text());
        Path file = now.file();
        if (file != null) {
            content.putFiles(List.of(file.toFile()));
        }
        return content;
    }

    /** What would be dragged, as soon as it is there; for tests, which have nothing to drag with. */
    @Nullable
    ClipboardContent drawn(List<Long> ids) {
        prepare(ids);
        Ready now = ready;
        return now == null ? null : content(now);
    }
}
