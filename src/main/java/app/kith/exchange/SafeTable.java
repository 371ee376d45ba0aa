package app.kith.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A table as a file for spreadsheets: UTF-8 with a byte-order mark; what they would run has an apostrophe before it. */
public final class SafeTable {
    private final CSVPrinter printer;

    private SafeTable(CSVPrinter printer) {
        this.printer = printer;
    }

    /** What goes into a table. */
    public interface Content {
        /**
         * Writes the rows.
         *
         * @param table takes them
         * @throws IOException if they cannot be written
         */
        void to(SafeTable table) throws IOException;
    }

    /**
     * Writes a table; it stands under its name only when it is complete.
     *
     * @param out the file
     * @param replace whether a file that is there may be replaced
     * @param header its first row
     * @param content its rows
     * @throws app.kith.words.KithException FILE_EXISTS, DISK
     */
    public static void write(Path out, boolean replace, List<String> header, Content content) {
        write(out, replace, headed(header, content));
    }

    /** Writes a table whose content sees to its own header. */
    static void write(Path out, boolean replace, Content content) {
        OneFile.write(out, replace, stream -> write(stream, content));
    }

    /** Writes a table to where somebody else sees to it that it stands whole or not at all. */
    static void write(OutputStream out, List<String> header, Content content) throws IOException {
        write(out, headed(header, content));
    }

    private static Content headed(List<String> header, Content content) {
        return table -> {
            table.row(header);
            content.to(table);
        };
    }

    private static void write(OutputStream out, Content content) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        CSVPrinter printer = new CSVPrinter(writer, CSVFormat.EXCEL);
        content.to(new SafeTable(printer));
        printer.flush();
    }

    /**
     * Adds a row.
     *
     * @param cells its cells
     * @throws IOException if it cannot be written
     */
    public void row(String... cells) throws IOException {
        row(List.of(cells));
    }

    void row(List<String> cells) throws IOException {
        printer.printRecord(cells.stream().map(Cells::guarded));
    }
}
