package app.kith.exchange;

import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.words.KithException;
import app.kith.words.Problem;
import app.kith.words.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Contacts as a table: a row for each, a column for each property and label, and as many of it as the contact with the most has.
 * Pictures that are held in the store itself stay out; a spreadsheet could not show them.
 */
final class TableExport {
    private static final int MOST_COLUMNS = 1500;
    private static final int LONGEST_CELL = 32_767;
    private static final int ROWS_OF_A_SHEET = 1_048_576;

    private final ExportCards contacts;
    private final Words words;
    private final List<Head> heads = new ArrayList<>();

    private record Kind(Property property, String label) {}

    private record Head(Kind kind, int number) {}

    /** @param order the properties in the order of their columns */
    TableExport(ExportCards contacts, List<Property> order, Words words) {
        this.contacts = contacts;
        this.words = words;
        Map<Kind, Integer> most = new TreeMap<>(Comparator.comparingInt((Kind kind) -> order.indexOf(kind.property()))
                .thenComparing(Kind::property).thenComparing(Kind::label));
        contacts.each(contact -> {
            Map<Kind, Integer> here = new HashMap<>();
            contact.values().stream().filter(TableExport::fits)
                    .forEach(value -> here.merge(kind(value), 1, Integer::sum));
            here.forEach((kind, count) -> most.merge(kind, count, Math::max));
        });
        most.forEach((kind, count) -> {
            for (int number = 1; number <= count; number++) {
                heads.add(new Head(kind, number));
            }
        });
        if (heads.size() > MOST_COLUMNS) {
            throw new KithException(Problem.EXPORT_TOO_WIDE, heads.size(), MOST_COLUMNS);
        }
    }

    private static Kind kind(Value value) {
        return new Kind(value.property(), value.label());
    }

    private static boolean fits(Value value) {
        return value.property() != Property.PHOTO || !value.raw().startsWith("data:");
    }

    private List<String> header() {
        List<String> header = new ArrayList<>();
        header.add(KithColumns.ID);
        heads.forEach(head -> header
                .add(KithColumns.header(head.kind().property(), head.kind().label(), head.number(), words)));
        return header;
    }

    private List<String> cells(ExportContact contact) {
        Map<Kind, List<String>> texts = new HashMap<>();
        contact.values().stream().filter(TableExport::fits)
                .forEach(value -> texts.computeIfAbsent(kind(value), _ -> new ArrayList<>()).add(value.raw()));
        List<String> cells = new ArrayList<>();
        cells.add(String.valueOf(contact.id()));
        for (Head head : heads) {
            List<String> own = texts.getOrDefault(head.kind(), List.of());
            cells.add(own.size() < head.number() ? "" : own.get(head.number() - 1));
        }
        return cells;
    }

    /** Writes UTF-8 with a byte-order mark, by which spreadsheets know it; what they would run has an apostrophe before it. */
    void csv(OutputStream out) throws IOException {
        SafeTable.write(out, header(), table -> contacts.each(contact -> {
            try {
                table.row(cells(contact));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }

    /** Writes a workbook in which every cell is text, so that nothing is reckoned or rounded. */
    void xlsx(OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Kith", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(words.get("export.sheet"));
            row(sheet, 0, header());
            sheet.range(0, 0, 0, heads.size()).style().bold().set();
            sheet.freezePane(0, 1);
            int[] next = {1};
            contacts.each(contact -> {
                if (next[0] >= ROWS_OF_A_SHEET) {
                    throw new KithException(Problem.EXPORT_TOO_WIDE, next[0], ROWS_OF_A_SHEET);
                }
                row(sheet, next[0]++, cells(contact));
                flush(sheet, next[0]);
            });
        }
    }

    private static void flush(Worksheet sheet, int rows) {
        try {
            if (rows % 500 == 0) {
                sheet.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void row(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            String text = cells.get(column);
            if (!text.isEmpty()) {
                sheet.inlineString(row, column, text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text);
            }
        }
    }
}
