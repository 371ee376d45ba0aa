package app.kith.exchange;

import app.kith.contact.Entry.Kind;
import app.kith.words.KithException;
import app.kith.words.Note;
import app.kith.words.Problem;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table of activities or business records to be imported: what its columns are for, and its rows. Blocks while it reads. */
public final class EntryFile {
    /** Stands among the fields of a {@link ImportFile.Choice} for the whole table: which kind its rows are. */
    public static final String WHOLE = "*";
    private static final int SAMPLES = 10;

    private final Path file;
    private final FileKind kind;
    private final TableFile table;
    private final Map<String, EntryField> wishes;
    private final @Nullable Kind wanted;
    private final ZoneId zone;
    private final List<DraftEntry> samples = new ArrayList<>();
    private EntryHead head = new EntryHead(-1, List.of(), null, new Dates(false), false, false);
    private List<String> header = List.of();

    private EntryFile(Path file, FileKind kind, ImportFile.Choice choice, ZoneId zone) {
        this.file = file;
        this.kind = kind;
        this.table = new TableFile(file, kind, cell -> EntryWords.INSTANCE.field(cell) != null);
        this.wishes = EntryHead.wishes(choice.fields());
        this.wanted = kind(choice);
        this.zone = zone;
    }

    private static @Nullable Kind kind(ImportFile.Choice choice) {
        String text = choice.fields().getOrDefault(WHOLE, "");
        try {
            return text.isEmpty() ? null : Kind.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new KithException(e, Problem.USAGE, text);
        }
    }

    /**
     * Tells whether a file is a table of activities or records, and no list of customers.
     *
     * @param file the file
     * @param choice how the user wants it to be read
     * @return whether it is
     * @throws KithException IMPORT_REFUSED where it cannot be read; DISK
     */
    public static boolean isOne(Path file, ImportFile.Choice choice) {
        if (choice.fields().containsKey(WHOLE)) {
            return true;
        }
        if (!choice.preset().equals("auto")) {
            return false;
        }
        FileKind kind = FileKind.of(file);
        return TableFile.isTable(kind) && open(file, choice, ZoneId.of("UTC")).head.sure();
    }

    /**
     * Opens a file and reads its first rows.
     *
     * @param file the file
     * @param choice how to read it; fields as {@link EntryField#spec} writes them
     * @param zone where the user is
     * @return the file
     * @throws KithException IMPORT_REFUSED where it is no such table; USAGE; DISK
     */
    public static EntryFile open(Path file, ImportFile.Choice choice, ZoneId zone) {
        FileKind kind = FileKind.of(file);
        if (!TableFile.isTable(kind)) {
            throw new KithException(Problem.IMPORT_REFUSED, file.getFileName(), Note.of("entries.no-table"));
        }
        EntryFile opened = new EntryFile(file, kind, choice, zone);
        try (Reader rows = opened.rows()) {
            for (DraftEntry row = rows.next(); row != null && opened.samples.size() < SAMPLES; row = rows.next()) {
                opened.samples.add(row);
            }
            opened.head = rows.head == null ? opened.head : rows.head;
            opened.header = rows.header;
        }
        return opened;
    }

    /** {@return its rows from the beginning} */
    Reader rows() {
        return new Reader();
    }

    /** {@return the file} */
    public Path path() {
        return file;
    }

    /** {@return what it is} */
    public FileKind kind() {
        return kind;
    }

    /** {@return name of its charset; empty where the file itself is not text} */
    public String charset() {
        return table.charset();
    }

    /** {@return its columns} */
    public List<EntryColumn> columns() {
        return head.columns();
    }

    /** {@return what a row is that does not say so; null where nothing tells} */
    public @Nullable Kind rowsAre() {
        return head.kind();
    }

    /** {@return its first rows as they are understood} */
    public List<DraftEntry> samples() {
        return List.copyOf(samples);
    }

    List<String> header() {
        return header;
    }

    /** Reads the rows, of one sheet after another; a sheet without a header that is known is passed over. */
    final class Reader implements AutoCloseable {
        private final RowReader rows = table.rows();
        private final Deque<Row> waiting = new ArrayDeque<>();
        private @Nullable Row ahead;
        private @Nullable EntryHead head;
        private List<String> header = List.of();
        private @Nullable EntryHead now;
        private String sheet = "\0";

        @Nullable
        DraftEntry next() {
            for (Row row = row(); row != null; row = row()) {
                EntryHead of = now;
                if (of != null && of.header() >= 0 && !row.isBlank() && !of.isHeaderAgain(row)) {
                    return of.draft(row, zone);
                }
            }
            return null;
        }

        private @Nullable Row row() {
            while (waiting.isEmpty()) {
                Row row = ahead == null ? rows.next() : ahead;
                ahead = null;
                if (row == null || row.sheet().equals(sheet)) {
                    return row;
                }
                begin(row);
            }
            return waiting.poll();
        }

        private void begin(Row first) {
            sheet = first.sheet();
            List<Row> begun = new ArrayList<>();
            Row row = first;
            while (row != null && row.sheet().equals(sheet) && begun.size() < EntryHead.LOOKED_AT) {
                begun.add(row);
                row = rows.next();
            }
            ahead = row;
            EntryHead found = EntryHead.of(begun, wishes, wanted, file.getFileName() + " " + sheet);
            now = found;
            if (found.header() >= 0) {
                if (head == null) {
                    head = found;
                    header = begun.get(found.header()).cells();
                }
                waiting.addAll(begun.subList(found.header() + 1, begun.size()));
            }
        }

        @Override
        public void close() {
            rows.close();
        }
    }
}
