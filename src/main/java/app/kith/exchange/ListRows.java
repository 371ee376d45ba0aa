package app.kith.exchange;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that are all there. */
final class ListRows implements RowReader {
    private final Iterator<Row> rows;

    ListRows(List<Row> rows) {
        this.rows = rows.iterator();
    }

    @Override
    public @Nullable Row next() {
        return rows.hasNext() ? rows.next() : null;
    }

    @Override
    public void close() {}
}
