package app.kith.exchange;

import app.kith.contact.Property;
import app.kith.words.Words;
import java.nio.file.Path;
import java.util.List;

/** A table without rows, to be filled in and imported: its headers are those that Kith writes itself and knows again. */
public final class EmptyTable {
    private static final List<Column> COLUMNS = List.of(new Column(Property.NAME, ""), new Column(Property.COMPANY, ""),
            new Column(Property.DEPARTMENT, ""), new Column(Property.TITLE, ""), new Column(Property.PHONE, "mobile"),
            new Column(Property.PHONE, "work"), new Column(Property.EMAIL, ""), new Column(Property.CHAT, "wechat"),
            new Column(Property.ADDRESS, ""), new Column(Property.URL, ""), new Column(Property.STAGE, ""),
            new Column(Property.TAG, ""), new Column(Property.ORIGIN, ""), new Column(Property.NOTE, ""));

    private record Column(Property property, String label) {}

    private EmptyTable() {}

    /**
     * Writes the table (CSV, UTF-8 with a byte-order mark).
     *
     * @param out the file
     * @param replace whether a file that is there may be replaced
     * @param words the language of the headers
     * @throws app.kith.words.KithException FILE_EXISTS, DISK
     */
    public static void write(Path out, boolean replace, Words words) {
        List<String> header = COLUMNS.stream()
                .map(column -> KithColumns.header(column.property(), column.label(), 1, words)).toList();
        SafeTable.write(out, replace, header, _ -> {});
    }
}
