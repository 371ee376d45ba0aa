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

    /** Runs the statement on all rows, if there are any, and forgets them. */
    void update(Writer sql) throws SQLException {
        if (!isEmpty()) {
            sql.update(statement, take());
        }
    }

    /** Runs the query on all rows, if there are any, and forgets them. */
    void each(Writer sql, Writer.Visitor visitor) throws SQLException {
        if (!isEmpty()) {
            sql.each(visitor, statement, take());
        }
    }

    private Object[] take() {
        Object[] arrays = columns.stream().map(List::toArray).toArray();
        columns.forEach(List::clear);
        return arrays;
    }
}
