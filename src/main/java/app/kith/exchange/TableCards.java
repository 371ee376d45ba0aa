package app.kith.exchange;

import app.kith.words.Note;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cards of a table: each sheet is recognised by its first rows, then every row becomes a card. */
final class TableCards implements CardReader {
    private final RowReader rows;
    private final Presets presets;
    private final @Nullable Preset chosen;
    private final Map<String, Field> wishes;
    private final Deque<Row> waiting = new ArrayDeque<>();
    private @Nullable Row ahead;
    private @Nullable TableHead head;
    private List<String> headerCells = List.of();
    private String sheet = "";
    private int sheets;

    TableCards(RowReader rows, Presets presets, @Nullable Preset chosen, Map<String, Field> wishes) {
        this.rows = rows;
        this.presets = presets;
        this.chosen = chosen;
        this.wishes = wishes;
    }

    @Override
    public @Nullable DraftCard next() {
        for (Row row = row(); row != null; row = row()) {
            TableHead now = head;
            if (now == null || row.isBlank() || now.isHeaderAgain(row)) {
                continue;
            }
            if (now.isSkipped(row)) {
                return new DraftCard(List.of(), row.rowPlace(), List.of(Note.of("import.deleted-there")), row.cells());
            }
            return now.draft(row);
        }
        return null;
    }

    /** {@return the next row behind a header; null at the end} */
    private @Nullable Row row() {
        while (waiting.isEmpty()) {
            Row row = ahead == null ? rows.next() : ahead;
            ahead = null;
            if (row == null) {
                return null;
            }
            if (head != null && row.sheet().equals(sheet)) {
                return row;
            }
            begin(row);
        }
        return waiting.poll();
    }

    /** Looks at the first rows of a sheet. A further sheet without a header that is known holds no contacts. */
    private void begin(Row first) {
        sheet = first.sheet();
        List<Row> begun = new ArrayList<>();
        Row row = first;
        while (row != null && row.sheet().equals(sheet) && begun.size() < TableHead.LOOKED_AT) {
            begun.add(row);
            row = rows.next();
        }
        ahead = row;
        TableHead found = TableHead.of(begun, presets, chosen, wishes);
        sheets++;
        if (found.header() < 0 && sheets > 1) {
            skipSheet();
            return;
        }
        head = found;
        headerCells = found.header() < 0 ? List.of() : begun.get(found.header()).cells();
        waiting.addAll(begun.subList(found.header() + 1, begun.size()));
    }

    private void skipSheet() {
        Row row = ahead;
        while (row != null && row.sheet().equals(sheet)) {
            row = rows.next();
        }
        ahead = row;
    }

    /** {@return how the sheet begins that is being read; null before the first row} */
    @Nullable
    TableHead head() {
        return head;
    }

    /** {@return the cells of its header as the file has them} */
    List<String> headerCells() {
        return headerCells;
    }

    @Override
    public void close() {
        rows.close();
    }
}
