package app.kith.exchange;

import app.kith.contact.Property;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a table begins: where its header stands, which program wrote it, and what its columns are for.
 *
 * @param header which of the first rows is the header; -1 where there is none
 * @param preset the preset; {@link Preset#NONE} where none fits
 * @param columns its columns
 * @param dates how its dates are read
 */
record TableHead(int header, Preset preset, List<Column> columns, Dates dates) {
    /** A header stands in the first so many rows. */
    static final int SEARCHED = 20;
    /** So many rows are looked at to know the columns. */
    static final int LOOKED_AT = 200;
    private static final int DATA_IN_HEADER = 3;

    /**
     * Looks at the first rows of a table.
     *
     * @param rows the first {@link #LOOKED_AT} rows or all there are
     * @param presets the presets
     * @param chosen the preset that the user wants; null to find it
     * @param wishes fields by header or letters of a column, as the user wants them
     * @return how it begins
     */
    static TableHead of(List<Row> rows, Presets presets, @Nullable Preset chosen, Map<String, Field> wishes) {
        int header = header(rows, presets, chosen, wishes);
        List<String> heads = header < 0 ? List.of() : rows.get(header).cells();
        Preset preset = chosen != null ? chosen : presets.fit(heads).preset();
        List<Row> body = rows.subList(header + 1, rows.size());
        int width = body.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < Math.max(width, heads.size()); i++) {
            String head = i < heads.size() ? heads.get(i).strip() : "";
            columns.add(column(i, head, body, presets, preset, wishes));
        }
        return new TableHead(header, preset, withoutDoubledNames(columns),
                Dates.of(dates(columns, body), dayFirst(preset)));
    }

    private static boolean dayFirst(Preset preset) {
        return preset.dates().contains("d/M/y");
    }

    private static int header(List<Row> rows, Presets presets, @Nullable Preset chosen, Map<String, Field> wishes) {
        int best = -1;
        double most = 0;
        for (int i = 0; i < Math.min(SEARCHED, rows.size()); i++) {
            double score = score(rows.get(i), presets, chosen) + wished(rows.get(i), wishes);
            if (score > most) {
                most = score;
                best = i;
            }
        }
        return best < 0 ? unknownHeader(rows) : best;
    }

    private static long wished(Row row, Map<String, Field> wishes) {
        return row.cells().stream().filter(cell -> cell.strip().length() > 2
                && wishes.containsKey(Headers.normal(cell))).count();
    }

    /** Where no header is known, the first row is one if it holds words only and the rows below hold addresses, numbers or dates. */
    private static int unknownHeader(List<Row> rows) {
        for (int i = 0; i < Math.min(SEARCHED, rows.size()); i++) {
            List<String> cells = rows.get(i).cells().stream().filter(cell -> !cell.isBlank()).toList();
            if (cells.size() >= 2) {
                List<Row> below = rows.subList(i + 1, Math.min(rows.size(), i + 1 + SEARCHED));
                long data = below.stream().filter(row -> data(row.cells()) > 0).count();
                boolean words = data(cells) == 0 && cells.stream().distinct().count() == cells.size();
                return words && !below.isEmpty() && data * 2 > below.size() ? i : -1;
            }
        }
        return -1;
    }

    private static long data(List<String> cells) {
        return cells.stream().map(Looks::of).filter(looks -> looks.field() != null && looks != Looks.COMPANY
                && looks != Looks.NAME || looks == Looks.DATE || looks == Looks.NUMBER).count();
    }

    /** How much a row is like a header; 0 where it is none. */
    private static double score(Row row, Presets presets, @Nullable Preset chosen) {
        List<String> cells = row.cells().stream().filter(cell -> !cell.isBlank()).toList();
        if (cells.isEmpty() || cells.stream().anyMatch(cell -> cell.length() > 120)) {
            return 0;
        }
        long known = cells.stream().filter(presets::isHeader).distinct().count();
        long chosenKnown = chosen == null ? 0 : cells.stream().filter(cell -> presets.saysItself(chosen, cell)).count();
        double fit = presets.fit(cells).score();
        boolean enough = fit > 0 || known >= 2 || known == 1 && cells.size() <= 2 || chosenKnown > 0;
        return enough ? Math.max(0, fit * 10 + known + chosenKnown - data(cells) * (double) DATA_IN_HEADER) : 0;
    }

    private static Column column(int index, String head, List<Row> body, Presets presets, Preset preset,
            Map<String, Field> wishes) {
        Map<Looks, Integer> seen = new EnumMap<>(Looks.class);
        int filled = 0;
        for (Row row : body) {
            String text = Cells.clean(row.cell(index));
            if (!text.isEmpty()) {
                filled++;
                seen.merge(Looks.of(text), 1, Integer::sum);
            }
        }
        Looks looks = seen.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey)
                .orElse(Looks.TEXT);
        int percent = filled == 0 ? 0 : Math.round(seen.getOrDefault(looks, 0) * 100f / filled);
        Field wish = wishes.getOrDefault(Headers.normal(head),
                wishes.get(Row.column(index).toLowerCase(java.util.Locale.ROOT)));
        if (wish != null) {
            return new Column(index, head, wish, Column.How.CHOSEN, looks, percent, filled);
        }
        Field known = head.isEmpty() ? null : presets.field(preset, head);
        if (known != null) {
            Column.How how = known.isLeftOut()
                    ? Column.How.LEFT_OUT
                    : presets.saysItself(preset, head) ? Column.How.PRESET : Column.How.ALIAS;
            return new Column(index, head, known, how, looks, percent, filled);
        }
        Field likely = percent >= 60 && filled > 0 ? looks.field() : null;
        if (likely != null) {
            return new Column(index, head, likely, Column.How.CONTENT, looks, percent, filled);
        }
        Field kept = Field.own(head.isEmpty() ? Row.column(index) : head);
        return new Column(index, head, kept, Column.How.KEPT, looks, percent, filled);
    }

    /** A name or company that is guessed from its texts gives way to one that is told by its header, and there is one of each. */
    private static List<Column> withoutDoubledNames(List<Column> columns) {
        List<Column> kept = new ArrayList<>();
        for (Column column : columns) {
            Property property = column.target().property();
            boolean guessed = column.how() == Column.How.CONTENT
                    && (property == Property.NAME || property == Property.COMPANY);
            boolean told = columns.stream()
                    .anyMatch(other -> other.index() != column.index() && other.target().property() == property
                            && (other.how() != Column.How.CONTENT || other.index() < column.index()));
            kept.add(guessed && told
                    ? new Column(column.index(), column.header(),
                            Field.own(column.header().isEmpty() ? column.letters() : column.header()), Column.How.KEPT,
                            column.looks(), column.percent(), column.filled())
                    : column);
        }
        return List.copyOf(kept);
    }

    private static List<String> dates(List<Column> columns, List<Row> body) {
        List<String> texts = new ArrayList<>();
        for (Column column : columns) {
            Property property = column.target().property();
            if (property == Property.BIRTHDAY || property == Property.ANNIVERSARY
                    || column.target().part().equals("date")) {
                body.forEach(row -> texts.add(row.cell(column.index())));
            }
        }
        return texts;
    }

    /** {@return the draft of a row} */
    DraftCard draft(Row row) {
        CardBuilder builder = new CardBuilder(preset, dates);
        for (Column column : columns) {
            if (column.index() < row.cells().size()) {
                builder.add(column.target(), column.header().isEmpty() ? column.letters() : column.header(),
                        row.cells().get(column.index()), row.place(column.index()));
            }
        }
        return builder.build(row.rowPlace(), row.cells());
    }

    /** {@return whether a row says of itself that it does not count} */
    boolean isSkipped(Row row) {
        if (preset.skip().isEmpty()) {
            return false;
        }
        Map<String, List<String>> skip = new HashMap<>();
        preset.skip().forEach((head, texts) -> skip.put(Headers.normal(head), texts));
        return columns.stream().anyMatch(column -> skip.getOrDefault(Headers.normal(column.header()), List.of())
                .contains(row.cell(column.index()).strip().toLowerCase(java.util.Locale.ROOT)));
    }

    /** {@return whether a row is the header once more} */
    boolean isHeaderAgain(Row row) {
        return header >= 0 && columns.stream().allMatch(column -> row.cell(column.index()).strip()
                .equals(column.header()));
    }
}
