package app.kith.exchange;

import app.kith.words.KithException;
import app.kith.words.Note;
import app.kith.words.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a text document: its tables, and its lines of the form "label: value". A table whose first column holds the labels is turned.
 */
final class DocxRows {
    private static final int MOST_CELLS = 500_000;
    private static final int MOST_DEPTH = 20;

    private final Predicate<String> known;
    private final Records records;
    private final Records forms;
    private final List<Row> rows = new ArrayList<>();
    private final Deque<Table> open = new ArrayDeque<>();
    private final StringBuilder paragraph = new StringBuilder();
    private int tables;
    private int cells;

    private DocxRows(Predicate<String> known) {
        this.known = known;
        this.records = new Records(known);
        this.forms = new Records(known);
    }

    /**
     * Reads a document.
     *
     * @param file the document
     * @param known tells whether a text is a label that is known
     * @return its rows; each table is a sheet
     */
    static RowReader read(Path file, Predicate<String> known) {
        SafeZip.check(file);
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream in = zip.getInputStream(zip.getEntry("word/document.xml"))) {
            return new ListRows(new DocxRows(known).rows(in));
        } catch (XMLStreamException e) {
            throw new KithException(e, Problem.IMPORT_REFUSED, file.getFileName(), Note.of("import.hostile.workbook"));
        } catch (IOException e) {
            throw SafeZip.failure(e, file);
        }
    }

    private List<Row> rows(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(in);
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                begin(xml);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                end(xml.getLocalName());
            }
        }
        rows.addAll(forms.rows("Form"));
        rows.addAll(records.rows("Text"));
        return rows;
    }

    private void begin(XMLStreamReader xml) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "tbl" -> {
                if (open.size() >= MOST_DEPTH) {
                    throw new XMLStreamException("tables in tables");
                }
                open.push(new Table());
            }
            case "tr" -> current().row = new ArrayList<>();
            case "tc" -> current().cell.setLength(0);
            case "t" -> paragraph.append(xml.getElementText());
            case "tab" -> paragraph.append('\t');
            case "br", "cr" -> paragraph.append('\n');
            default -> {
            }
        }
    }

    private Table current() throws XMLStreamException {
        Table table = open.peek();
        if (table == null) {
            throw new XMLStreamException("a row outside of a table");
        }
        return table;
    }

    private void end(String name) throws XMLStreamException {
        switch (name) {
            case "p" -> paragraph();
            case "tc" -> {
                current().row.add(current().cell.toString().strip());
                if (++cells > MOST_CELLS) {
                    throw new XMLStreamException("too many cells");
                }
            }
            case "tr" -> current().rows.add(current().row);
            case "tbl" -> table(open.pop());
            default -> {
            }
        }
    }

    private void paragraph() {
        String text = paragraph.toString();
        paragraph.setLength(0);
        Table table = open.peek();
        if (table != null) {
            table.cell.append(table.cell.isEmpty() ? "" : "\n").append(text);
        } else if (text.isBlank()) {
            records.end();
        } else {
            text.lines().forEach(records::line);
        }
    }

    private void table(Table table) {
        tables++;
        if (isForm(table)) {
            for (List<String> row : table.rows) {
                for (int i = 0; i + 1 < row.size(); i += 2) {
                    if (!row.get(i).isBlank()) {
                        forms.pair(row.get(i), row.get(i + 1));
                    }
                }
            }
            forms.end();
            return;
        }
        long number = 1;
        for (List<String> row : table.rows) {
            rows.add(new Row("Table " + tables, number++, row));
        }
    }

    /** A form has its labels in the first column, and no header on top. */
    private boolean isForm(Table table) {
        long labelled = table.rows.stream().filter(row -> row.size() >= 2 && known.test(row.getFirst())).count();
        boolean header = !table.rows.isEmpty() && table.rows.getFirst().stream().filter(known).count() >= 2
                && !known.test(table.rows.size() > 1 ? table.rows.get(1).getFirst() : "");
        return labelled >= 2 && labelled * 2 > table.rows.size() && !header;
    }

    private static final class Table {
        private final List<List<String>> rows = new ArrayList<>();
        private final StringBuilder cell = new StringBuilder();
        private List<String> row = new ArrayList<>();
    }
}
