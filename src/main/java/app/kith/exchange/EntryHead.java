package app.kith.exchange;

import app.kith.contact.Entry;
import app.kith.contact.Entry.Kind;
import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.words.Note;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a table of activities or records begins: where its header stands, what its columns are for, what its rows are.
 *
 * @param header which of the first rows is the header; -1 where there is none
 * @param columns its columns
 * @param kind what a row is that does not say so; null where nothing tells
 * @param dates how its dates are read
 * @param comma whether its amounts are written with decimal commas
 * @param sure whether it is such a table for sure, and no list of customers
 */
record EntryHead(int header, List<EntryColumn> columns, @Nullable Kind kind, Dates dates, boolean comma,
        boolean sure) {
    /** So many rows are looked at. */
    static final int LOOKED_AT = 100;
    private static final int SEARCHED = 20;
    private static final EntryWords WORDS = EntryWords.INSTANCE;
    private static final Pattern FILE_MARKS = Pattern.compile("[\\n;；|]");

    /**
     * Looks at the first rows of a table.
     *
     * @param rows the first {@link #LOOKED_AT} rows or all there are
     * @param wishes fields of columns as the user wants them, by normal header or letters
     * @param kind what rows are, as the user wants it; null to find it
     * @param name what the file and sheet are called, which may tell what the rows are
     * @return how it begins
     */
    static EntryHead of(List<Row> rows, Map<String, EntryField> wishes, @Nullable Kind kind, String name) {
        int best = -1;
        long most = 1;
        for (int i = 0; i < Math.min(SEARCHED, rows.size()); i++) {
            long known = fields(rows.get(i), wishes).stream().map(EntryColumn::field)
                    .filter(field -> field != EntryField.LEFT_OUT).distinct().count();
            if (known > most) {
                most = known;
                best = i;
            }
        }
        if (best < 0) {
            return new EntryHead(-1, List.of(), kind, new Dates(false), false, false);
        }
        Row head = rows.get(best);
        List<EntryColumn> columns = once(fields(head, wishes), wishes);
        List<Row> body = rows.subList(best + 1, rows.size());
        Kind told = kind == null ? told(head, columns, name) : kind;
        List<String> texts = new ArrayList<>();
        columns.stream().filter(column -> column.field() == EntryField.DATE || column.field() == EntryField.UNTIL)
                .forEach(column -> body.forEach(row -> texts.add(row.cell(column.index()).split(" ", 2)[0])));
        boolean comma = columns.stream().filter(column -> column.field() == EntryField.AMOUNT)
                .anyMatch(column -> body.stream().anyMatch(row -> Amount.hasDecimalComma(row.cell(column.index()))));
        return new EntryHead(best, columns, told, Dates.of(texts, true), comma, sure(head, columns));
    }

    private static List<EntryColumn> fields(Row row, Map<String, EntryField> wishes) {
        List<EntryColumn> columns = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            String cell = row.cell(i).strip();
            EntryField wish = wishes.getOrDefault(Headers.normal(cell),
                    wishes.get(Row.column(i).toLowerCase(Locale.ROOT)));
            EntryField known = cell.isEmpty() || cell.length() > 60 ? null : WORDS.field(cell);
            EntryField field = wish != null ? wish : known != null ? known : EntryField.LEFT_OUT;
            columns.add(new EntryColumn(i, cell, field));
        }
        return columns;
    }

    /** Of several columns for one field the surest is taken: the record's own number, else the first. Texts are put together. */
    private static List<EntryColumn> once(List<EntryColumn> columns, Map<String, EntryField> wishes) {
        List<EntryColumn> kept = new ArrayList<>();
        Set<EntryField> taken = EnumSet.noneOf(EntryField.class);
        boolean own = columns.stream().anyMatch(column -> WORDS.isOwnNumber(column.header()));
        boolean company = columns.stream().anyMatch(column -> column.field() == EntryField.COMPANY);
        for (EntryColumn column : columns) {
            EntryField field = column.field();
            boolean chosen = wishes.containsKey(Headers.normal(column.header()))
                    || wishes.containsKey(column.letters().toLowerCase(Locale.ROOT));
            if (!chosen && field == EntryField.NUMBER && own && !WORDS.isOwnNumber(column.header())) {
                field = EntryField.LEFT_OUT;
            } else if (!chosen && field == EntryField.DATE && taken.contains(EntryField.DATE)) {
                field = Headers.normal(column.header()).equals("时间") ? EntryField.TIME : EntryField.LEFT_OUT;
            } else if (field != EntryField.TEXT && field != EntryField.FILES && field != EntryField.LEFT_OUT
                    && field != EntryField.EMAIL
                    && field != EntryField.PHONE && !taken.add(field)) {
                field = field == EntryField.COMPANY || company ? EntryField.LEFT_OUT : field;
            }
            taken.add(field);
            kept.add(new EntryColumn(column.index(), column.header(), field));
        }
        return List.copyOf(kept);
    }

    private static @Nullable Kind told(Row head, List<EntryColumn> columns, String name) {
        Map<Kind, Long> votes = head.cells().stream().map(WORDS::told).filter(java.util.Objects::nonNull)
                .collect(Collectors.groupingBy(kind -> kind, () -> new EnumMap<>(Kind.class), Collectors.counting()));
        Kind numbered = head.cells().stream().filter(WORDS::isOwnNumber).map(WORDS::told).findFirst().orElse(null);
        if (numbered != null) {
            return numbered;
        }
        Kind named = WORDS.kind(name.replaceAll("\\.[A-Za-z]{3,4}$", "").replaceAll("[-_\\d]+", " ").strip(), true);
        if (named != null) {
            return named;
        }
        Kind voted = votes.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(null);
        if (voted != null) {
            return voted;
        }
        return has(columns, EntryField.AMOUNT) ? Kind.ORDER : has(columns, EntryField.TEXT) ? Kind.NOTE : null;
    }

    private static boolean has(List<EntryColumn> columns, EntryField field) {
        return columns.stream().anyMatch(column -> column.field() == field);
    }

    /** A table of customers may well have a date or a state; one of records has a day and a customer and something of its own. */
    private static boolean sure(Row head, List<EntryColumn> columns) {
        boolean ownWords = head.cells().stream().anyMatch(cell -> WORDS.told(cell) != null);
        boolean amount = has(columns, EntryField.AMOUNT);
        boolean activity = has(columns, EntryField.KIND)
                && (has(columns, EntryField.TEXT) || has(columns, EntryField.TITLE));
        return has(columns, EntryField.DATE) && columns.stream().anyMatch(column -> column.field().isCustomer())
                && (ownWords || amount || activity);
    }

    /** {@return what a row says} */
    DraftEntry draft(Row row, ZoneId zone) {
        return new RowReading(row, zone).draft();
    }

    /** {@return whether a row is the header once more} */
    boolean isHeaderAgain(Row row) {
        return header >= 0
                && columns.stream().allMatch(column -> row.cell(column.index()).strip().equals(column.header()));
    }

    /** The reading of one row. */
    private final class RowReading {
        private final Row row;
        private final ZoneId zone;
        private final Map<EntryField, String> cells = new EnumMap<>(EntryField.class);
        private final List<Value> customer = new ArrayList<>();
        private final List<Note> problems = new ArrayList<>();

        RowReading(Row row, ZoneId zone) {
            this.row = row;
            this.zone = zone;
            for (EntryColumn column : columns) {
                String text = Cells.unguarded(Cells.clean(row.cell(column.index())));
                if (!text.isEmpty() && column.field() != EntryField.LEFT_OUT) {
                    cells.merge(column.field(), text, (a, b) -> a + "\n" + b);
                    customer(column, text);
                }
            }
        }

        private void customer(EntryColumn column, String text) {
            Property property = switch (column.field()) {
                case EMAIL -> Property.EMAIL;
                case PHONE -> Property.PHONE;
                case NAME -> Property.NAME;
                case COMPANY -> Property.COMPANY;
                case CUSTOMER_ID -> Property.EXTERNAL_ID;
                default -> null;
            };
            if (property != null) {
                customer.add(Value.of(property, "", text, row.place(column.index())));
            }
        }

        private String cell(EntryField field) {
            return cells.getOrDefault(field, "");
        }

        DraftEntry draft() {
            Kind what = kind();
            boolean record = what != null && what.isRecord();
            Amount amount = amount();
            String currency = cell(EntryField.CURRENCY);
            String code = currency.isEmpty() ? amount == null ? "" : amount.currency() : WORDS.currency(currency);
            Set<EntryField> said = columns.stream().map(EntryColumn::field).collect(Collectors.toSet());
            return new DraftEntry(what, day(EntryField.DATE, record), day(EntryField.UNTIL, record),
                    cell(EntryField.TITLE), cell(EntryField.TEXT), record ? cell(EntryField.NUMBER) : "",
                    amount == null || !record ? null : amount.number(), amount == null || !record ? "" : code,
                    state(what), files(), customer, said, row.rowPlace(), problems, row.cells());
        }

        private @Nullable Kind kind() {
            String text = cell(EntryField.KIND);
            Kind named = text.isEmpty() ? kind : WORDS.kind(text, true);
            if (named == null) {
                problems.add(Note.of("entries.not-kind", text));
            }
            return named;
        }

        private @Nullable Instant day(EntryField field, boolean record) {
            String text = cell(field);
            Moment moment = Moment.of(text, dates, zone);
            if (moment == null) {
                if (!text.isEmpty()) {
                    problems.add(Note.of("entries.not-date", text));
                } else if (field == EntryField.DATE) {
                    problems.add(Note.of("entries.no-date"));
                }
                return null;
            }
            Moment whole = field == EntryField.DATE ? moment.at(cell(EntryField.TIME)) : moment;
            return whole.instant(zone, record);
        }

        private @Nullable Amount amount() {
            String text = cell(EntryField.AMOUNT);
            if (text.isEmpty()) {
                return null;
            }
            Amount amount = Amount.of(text, comma).orElse(null);
            if (amount == null) {
                problems.add(Note.of("entries.not-amount", text));
                return null;
            }
            String header = columns.stream().filter(column -> column.field() == EntryField.AMOUNT).findFirst()
                    .map(EntryColumn::header).orElse("");
            String unit = header.replaceAll("^[^(（\\[]*", "");
            BigDecimal times = text.contains("万") || text.contains("亿") ? BigDecimal.ONE : Amount.times(unit);
            String currency = amount.currency().isEmpty() && !unit.isEmpty()
                    ? WORDS.currency(unit.replaceAll("[()（）\\[\\]万千亿]", ""))
                    : amount.currency();
            return new Amount(Amount.shown(amount.number().multiply(times)), currency);
        }

        private List<String> files() {
            return FILE_MARKS.splitAsStream(cell(EntryField.FILES)).map(String::strip).filter(name -> !name.isEmpty())
                    .distinct().toList();
        }

        private String state(@Nullable Kind what) {
            String text = cell(EntryField.STATE);
            return what == Kind.TASK ? WORDS.isDone(text) ? Entry.DONE : Entry.OPEN : text;
        }
    }

    /** {@return the wishes of the user by column; the one for the whole table is not among them} */
    static Map<String, EntryField> wishes(Map<String, String> fields) {
        Map<String, EntryField> wishes = new HashMap<>();
        fields.forEach((header, spec) -> EntryField.of(spec)
                .ifPresent(field -> wishes.put(Headers.normal(header), field)));
        return wishes;
    }
}
