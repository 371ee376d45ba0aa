package app.kith.exchange;

import app.kith.words.KithException;
import app.kith.words.Note;
import app.kith.words.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads a text file of cells with a separator between them (RFC 4180 and everything that is called CSV). */
final class DelimitedRows implements RowReader {
    /** A record of more characters is taken for a quotation mark that is never closed. */
    static final int LONGEST_RECORD = 4 << 20;
    private static final int MOST_CELLS = 2000;

    private final Path file;
    private final BoundedReader reader;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;

    DelimitedRows(Path file, FileCharset.Found charset, Dialect dialect) {
        this.file = file;
        try {
            reader = new BoundedReader(open(file, charset), LONGEST_RECORD);
            parser = dialect.format().parse(reader);
            records = parser.iterator();
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, file, String.valueOf(e.getMessage()));
        }
    }

    static Reader open(Path file, FileCharset.Found charset) throws IOException {
        InputStream in = Files.newInputStream(file);
        in.skipNBytes(charset.mark());
        return new BufferedReader(new InputStreamReader(in, charset.charset()), 1 << 16);
    }

    @Override
    public @Nullable Row next() {
        try {
            while (records.hasNext()) {
                CSVRecord entry = records.next();
                reader.rest();
                if (entry.getRecordNumber() == 1 && entry.get(0).regionMatches(true, 0, "sep=", 0, 4)) {
                    continue;
                }
                if (entry.size() > MOST_CELLS) {
                    throw new KithException(Problem.IMPORT_REFUSED, file.getFileName(),
                            Note.of("import.hostile.cells", entry.getRecordNumber(), MOST_CELLS));
                }
                return new Row("", entry.getRecordNumber(), entry.stream().map(Cells::unguarded).toList());
            }
            return null;
        } catch (UncheckedIOException | IllegalStateException e) {
            throw refused(e);
        }
    }

    private KithException refused(RuntimeException e) {
        long record = parser.getRecordNumber() + 1;
        return e.getCause() instanceof BoundedReader.TooLong
                ? new KithException(e, Problem.IMPORT_REFUSED, file.getFileName(),
                        Note.of("import.hostile.record", record, LONGEST_RECORD >> 20))
                : new KithException(e, Problem.IMPORT_REFUSED, file.getFileName(),
                        Note.of("import.hostile.table", record));
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, file, String.valueOf(e.getMessage()));
        }
    }
}
