package app.kith.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The writer's connection with its prepared statements. Used by one thread at a time, under the store's write lock. */
final class Writer {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Writer(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
    }

    /** A statement with its parameters set; it is kept and used again, so it must not be closed. */
    PreparedStatement sql(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    int update(String sql, @Nullable Object... values) throws SQLException {
        return sql(sql, values).executeUpdate();
    }

    /** The first column of the first row as a number; null if there is no row or it is null. */
    @Nullable
    Long number(String sql, @Nullable Object... values) throws SQLException {
        try (ResultSet rows = sql(sql, values).executeQuery()) {
            if (!rows.next()) {
                return null;
            }
            long value = rows.getLong(1);
            return rows.wasNull() ? null : value;
        }
    }

    /** Visits all rows. The visitor must not run the same statement. */
    void each(Visitor visitor, String sql, @Nullable Object... values) throws SQLException {
        try (ResultSet rows = sql(sql, values).executeQuery()) {
            while (rows.next()) {
                visitor.row(rows);
            }
        }
    }

    void commit() throws SQLException {
        connection.commit();
    }

    void rollback() throws SQLException {
        connection.rollback();
    }

    /** Takes one row. */
    interface Visitor {
        void row(ResultSet row) throws SQLException;
    }
}
