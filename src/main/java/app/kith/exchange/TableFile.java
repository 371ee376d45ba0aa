package app.kith.exchange;

import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A file of rows and cells, whatever its form: which charset and separator it has where it is text, and its rows. */
final class TableFile {
    private static final int SNIFFED = 1 << 16;

    private final Path file;
    private final FileKind kind;
    private final Predicate<String> isHeader;
    private final FileCharset.@Nullable Found charset;
    private final @Nullable Dialect dialect;

    /**
     * Looks at a file.
     *
     * @param file the file
     * @param kind what it is
     * @param isHeader tells whether a cell is a header that is known
     */
    TableFile(Path file, FileKind kind, Predicate<String> isHeader) {
        this.file = file;
        this.kind = kind;
        this.isHeader = isHeader;
        this.charset = kind == FileKind.CSV ? FileCharset.of(file) : null;
        this.dialect = charset == null ? null : dialect(charset);
    }

    /** {@return whether files of a kind hold rows and cells} */
    static boolean isTable(FileKind kind) {
        return switch (kind) {
            case CSV, XLSX, XLS, DOCX, HTML -> true;
            case VCARD, LDIF, MSG, PST, JSON -> false;
        };
    }

    private Dialect dialect(FileCharset.Found found) {
        try (Reader reader = DelimitedRows.open(file, found)) {
            char[] sample = new char[SNIFFED];
            int length = 0;
            for (int count = reader.read(sample); count > 0; count = reader.read(sample, length,
                    SNIFFED - length)) {
                length += count;
            }
            return Dialect.of(new String(sample, 0, length), isHeader);
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, file, String.valueOf(e.getMessage()));
        }
    }

    /** {@return its rows from the beginning} */
    RowReader rows() {
        if (charset != null && dialect != null) {
            return new DelimitedRows(file, charset, dialect);
        }
        return switch (kind) {
            case XLSX -> new XlsxRows(file);
            case XLS -> new XlsRows(file);
            case DOCX -> DocxRows.read(file, isHeader);
            case HTML -> HtmlRows.read(file);
            case CSV, VCARD, LDIF, MSG, PST, JSON -> throw new IllegalStateException(kind.name());
        };
    }

    /** {@return name of its charset; empty where the file itself is not text} */
    String charset() {
        return charset == null ? "" : charset.charset().name();
    }

    /** {@return what stands between two cells; empty where it is not a text file of cells} */
    String separator() {
        return dialect == null ? "" : String.valueOf(dialect.separator());
    }
}
