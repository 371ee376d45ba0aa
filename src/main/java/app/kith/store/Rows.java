package app.kith.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows that one statement takes together, as arrays of their columns: what H2 does around each statement costs more than what it
 * does for a row.
 */
final class Rows {
    private static final int AT_ONCE = 65_000;

    private final String statement;
    private final List<List<@Nullable Object>> columns = new ArrayList<>();

    /**
     * Prepares a table of rows.
     *
     * @param statement the statement; {@code %s} stands for the table of rows, to be used in FROM
     * @param types the SQL type of each column
     */
    Rows(String statement, String... types) {
        this.statement = statement.formatted(List.of(types).stream().map("CAST(? AS %s ARRAY)"::formatted)
                .collect(Collectors.joining(", ", "UNNEST(", ")")));
        for (int i = 0; i < types.length; i++) {
            columns.add(new ArrayList<>());
        }
    }

    /** Adds a row. */
    void add(@Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            columns.get(i).add(values[i]);
        }
    }

    boolean isEmpty() {
        return columns.getFirst().isEmpty();
    }

    int size() {
        return columns.getFirst().size();
    }

    /** Runs the statement on all rows, if there are any, and forgets them. */
    void update(Writer sql) throws SQLException {
        while (!isEmpty()) {
            sql.update(statement, take());
        }
    }

    /** Runs the query on all rows, if there are any, and forgets them. */
    void each(Writer sql, Writer.Visitor visitor) throws SQLException {
        while (!isEmpty()) {
            sql.each(visitor, statement, take());
        }
    }

    /** Takes the next rows, no more than an array of H2 may hold (65,536). */
    private Object[] take() {
        List<List<@Nullable Object>> next = columns.stream()
                .map(column -> column.subList(0, Math.min(AT_ONCE, column.size()))).toList();
        Object[] arrays = next.stream().map(List::toArray).toArray();
        next.forEach(List::clear);
        return arrays;
    }
}
