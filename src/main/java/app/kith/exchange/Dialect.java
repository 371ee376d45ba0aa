package app.kith.exchange;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * How a text file divides its cells.
 *
 * @param separator what stands between two cells
 * @param quote what stands around a cell that holds separators
 */
record Dialect(char separator, char quote) {
    private static final String SEPARATORS = ",;\t|^~，\u0001";
    private static final int ROWS = 60;

    /**
     * Finds the dialect of a text.
     *
     * @param sample its beginning
     * @param known tells whether a text is the header of a column that is known
     */
    static Dialect of(String sample, Predicate<String> known) {
        String declared = sample.lines().findFirst().orElse("");
        if (declared.regionMatches(true, 0, "sep=", 0, 4) && declared.length() == 5) {
            return new Dialect(declared.charAt(4), '"');
        }
        char quote = quote(sample);
        Dialect best = new Dialect(',', quote);
        double most = -1;
        for (int i = 0; i < SEPARATORS.length(); i++) {
            Dialect tried = new Dialect(SEPARATORS.charAt(i), quote);
            double score = tried.score(sample, known);
            if (score > most) {
                most = score;
                best = tried;
            }
        }
        return best;
    }

    private static char quote(String sample) {
        boolean single = sample.indexOf('"') < 0
                && sample.lines().limit(ROWS).filter(line -> line.matches("'[^']*'[,;\t|].*'")).count() > 1;
        return single ? '\'' : '"';
    }

    /** How even the rows are, how many cells they have, and whether a row reads as a header. */
    private double score(String sample, Predicate<String> known) {
        List<List<String>> rows = rows(sample);
        if (rows.isEmpty()) {
            return 0;
        }
        Map<Integer, Integer> widths = new HashMap<>();
        long heads = 0;
        for (List<String> row : rows) {
            widths.merge(row.size(), 1, Integer::sum);
            heads = Math.max(heads, row.size() < 2 ? 0 : row.stream().filter(known).count());
        }
        int width = 1;
        int usual = 0;
        for (Map.Entry<Integer, Integer> entry : widths.entrySet()) {
            if (entry.getKey() > 1 && entry.getValue() > usual) {
                width = entry.getKey();
                usual = entry.getValue();
            }
        }
        return width < 2 ? 0 : (double) usual / rows.size() * (1 + Math.log(width)) + heads;
    }

    private List<List<String>> rows(String sample) {
        List<List<String>> rows = new ArrayList<>();
        try (CSVParser parser = format().parse(new StringReader(sample))) {
            for (CSVRecord entry : parser) {
                if (entry.size() > 1 || !entry.get(0).isBlank()) {
                    rows.add(entry.toList());
                }
                if (rows.size() >= ROWS) {
                    break;
                }
            }
        } catch (IOException | UncheckedIOException e) {
            return rows;
        }
        return rows;
    }

    CSVFormat format() {
        return CSVFormat.Builder.create().setDelimiter(separator).setQuote(quote).setTrailingData(true)
                .setLenientEof(true).setIgnoreEmptyLines(false).get();
    }
}
