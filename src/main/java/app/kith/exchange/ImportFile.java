package app.kith.exchange;

import app.kith.words.KithException;
import app.kith.words.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file to be imported, recognised: what it is, which program wrote it, what its columns are for. Blocks while it reads. */
public final class ImportFile {
    private static final int SAMPLES = 10;
    private static final String AUTO = "auto";

    private final Path file;
    private final FileKind kind;
    private final Presets presets;
    private final @Nullable Preset chosen;
    private final Map<String, Field> wishes;
    private final @Nullable TableFile table;
    private final List<DraftCard> samples = new ArrayList<>();
    private @Nullable TableHead head;
    private List<String> header = List.of();

    private ImportFile(Path file, FileKind kind, Presets presets, Choice choice) {
        this.file = file;
        this.kind = kind;
        this.presets = presets;
        this.chosen = choice.preset().equals(AUTO) ? null : presets.find(choice.preset());
        this.wishes = choice.wishes();
        this.table = TableFile.isTable(kind) ? new TableFile(file, kind, presets::isHeader) : null;
    }

    /**
     * How the user wants a file to be read.
     *
     * @param preset name of the preset; {@code auto} to find it
     * @param fields fields of columns by their headers or letters, as presets write them
     */
    public record Choice(String preset, Map<String, String> fields) {
        /** Everything is found by itself. */
        public static final Choice AUTOMATIC = new Choice(AUTO, Map.of());

        private Map<String, Field> wishes() {
            Map<String, Field> wishes = new HashMap<>();
            fields.forEach((header, field) -> {
                try {
                    wishes.put(Headers.normal(header), Field.of(field, 0));
                } catch (IllegalArgumentException e) {
                    throw new KithException(e, Problem.USAGE, header + "=" + field);
                }
            });
            return wishes;
        }
    }

    /**
     * Opens a file and reads its first rows.
     *
     * @param file the file
     * @param presets the presets
     * @param choice how to read it
     * @return the file
     * @throws KithException IMPORT_REFUSED where it is nothing that can be read or is hostile; PRESET_UNKNOWN; USAGE; DISK
     */
    public static ImportFile open(Path file, Presets presets, Choice choice) {
        ImportFile opened = new ImportFile(file, FileKind.of(file), presets, choice);
        try (CardReader cards = opened.cards()) {
            DraftCard card = cards.next();
            while (card != null && opened.samples.size() < SAMPLES) {
                opened.samples.add(card);
                card = cards.next();
            }
            if (cards instanceof TableCards rows) {
                opened.head = rows.head();
                opened.header = rows.headerCells();
            }
        }
        return opened;
    }

    /** {@return its cards from the beginning} */
    CardReader cards() {
        return switch (kind) {
            case VCARD -> new VCardReader(file);
            case LDIF -> new LdifReader(file, presets);
            case JSON -> new JsonCards(file);
            case MSG, PST -> new OutlookCards(file, kind);
            case CSV, XLSX, XLS, DOCX, HTML -> new TableCards(rows(), presets, chosen, wishes);
        };
    }

    private RowReader rows() {
        if (table == null) {
            throw new IllegalStateException(kind.name());
        }
        return table.rows();
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
        return table == null ? "" : table.charset();
    }

    /** {@return what stands between two cells; empty where it is not a text file of cells} */
    public String separator() {
        return table == null ? "" : table.separator();
    }

    /** {@return the number of its header among the rows, from 0; -1 where there is none} */
    public int headerRow() {
        return head == null ? -1 : head.header();
    }

    /** {@return its columns; empty for cards} */
    public List<Column> columns() {
        return head == null ? List.of() : head.columns();
    }

    /** {@return its first ten cards as they are understood} */
    public List<DraftCard> samples() {
        return List.copyOf(samples);
    }

    /** {@return its header as it stands; empty where there is none} */
    List<String> header() {
        return header;
    }

    Preset preset() {
        if (head != null) {
            return head.preset();
        }
        return kind == FileKind.LDIF ? presets.find("thunderbird-ldif") : Preset.NONE;
    }

    /** {@return name of the preset on the command line; {@code none} where only the table of aliases is used} */
    public String presetId() {
        return preset().id();
    }

    /** {@return whether files of the preset's program were seen, so that its columns are known for sure} */
    public boolean presetConfirmed() {
        return preset().confirmed();
    }

    /**
     * The preset's name.
     *
     * @param locale the language
     * @return its name
     */
    public String presetName(Locale locale) {
        return preset().shown(locale);
    }
}
