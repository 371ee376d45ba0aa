package app.kith.exchange;

import app.kith.words.KithException;
import app.kith.words.Note;
import app.kith.words.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Reads the tables of a page of HTML, which some programs write under the name of a workbook. Nothing that it names is fetched. */
final class HtmlRows {
    private static final long LARGEST = 32L << 20;

    private HtmlRows() {}

    static RowReader read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new KithException(Problem.IMPORT_REFUSED, file.getFileName(),
                        Note.of("import.hostile.size", LARGEST >> 20));
            }
            byte[] bytes = Files.readAllBytes(file);
            FileCharset.Found charset = FileCharset.of(bytes);
            String text = new String(bytes, charset.mark(), bytes.length - charset.mark(), charset.charset());
            List<Row> rows = new ArrayList<>();
            int tables = 0;
            for (Element table : Jsoup.parse(text).select("table:not(:has(table))")) {
                tables++;
                long number = 1;
                for (Element row : table.select("tr")) {
                    List<String> cells = row.select("th, td").stream().limit(XlsxRows.MOST_CELLS)
                            .map(cell -> cell.wholeText().replace('\u00A0', ' ').strip()).toList();
                    rows.add(new Row("Table " + tables, number++, cells));
                }
            }
            return new ListRows(rows);
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, file, String.valueOf(e.getMessage()));
        }
    }
}
