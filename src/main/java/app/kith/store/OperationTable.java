package app.kith.store;

import app.kith.change.Change.OperationChange;
import app.kith.change.MessageFlags;
import app.kith.change.Operation;
import app.kith.change.Operation.Destination;
import app.kith.change.Operation.State;
import java.sql.SQLException;
import java.util.List;

/** Operations that wait or have failed. What is done or taken back has no row. */
final class OperationTable {
    private static final String GAP = " ";

    private final Transaction transaction;

    OperationTable(Transaction transaction) {
        this.transaction = transaction;
    }

    static MessageFlags flags(String words) {
        return words.isEmpty() ? MessageFlags.NONE : MessageFlags.of(List.of(words.split(GAP, -1)));
    }

    private static String words(MessageFlags flags) {
        return String.join(GAP, flags.words());
    }

    void put(OperationChange change) throws SQLException {
        transaction.operationSeen(change.id());
        if (change.before() != null) {
            touch(change.before());
        }
        transaction.sql.update("DELETE FROM operation WHERE id = ?", change.id());
        Operation after = change.after();
        if (after != null) {
            touch(after);
            if (after.state() != State.DONE && accountExists(after.account())) {
                insert(after);
            }
        }
        transaction.waitingChanged();
    }

    private boolean accountExists(long account) throws SQLException {
        return transaction.sql.number("SELECT 1 FROM account WHERE id = ?", account) != null;
    }

    private void touch(Operation operation) {
        transaction.touched.accounts.add(operation.account());
        transaction.touched.messages.add(operation.message());
    }

    private void insert(Operation operation) throws SQLException {
        Destination to = operation.to();
        transaction.sql.update("INSERT INTO operation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", operation.id(),
                operation.account(), operation.message(), operation.kind().name(), operation.path(),
                words(operation.add()), words(operation.remove()), to == null ? null : to.path(),
                to == null ? null : to.role().name(), to != null && to.chosen(), operation.state().name(),
                operation.reason());
    }

    void removeAll(long account) throws SQLException {
        transaction.sql.each(row -> transaction.touched.messages.add(row.getLong(1)),
                "SELECT message_id FROM operation WHERE account_id = ?", account);
        transaction.sql.update("DELETE FROM operation WHERE account_id = ?", account);
        transaction.waitingChanged();
    }

    /** Whether anything waits at all; asked for every message, so it is counted once. */
    boolean anyWaiting() throws SQLException {
        Boolean known = transaction.waiting();
        if (known != null) {
            return known;
        }
        boolean any = transaction.sql.number("SELECT 1 FROM operation WHERE state = 'WAITING' LIMIT 1") != null;
        transaction.waiting(any);
        return any;
    }

    Overlay overlay(long message) throws SQLException {
        Overlay overlay = new Overlay();
        transaction.sql.each(overlay::place, Overlay.PLACES, message);
        transaction.sql.each(overlay::waiting, Overlay.WAITING, message);
        return overlay;
    }
}
