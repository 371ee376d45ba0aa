package app.kith.store;

import app.kith.change.Change.OperationChange;
import app.kith.change.MessageFlags;
import app.kith.change.Operation;
import app.kith.change.Operation.Destination;
import app.kith.change.Operation.State;
import app.kith.change.Operation.Target;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    void put(OperationChange change) throws SQLException {
        transaction.operationSeen(change.id());
        if (change.before() != null) {
            touch(change.before());
        }
        transaction.sql.update("DELETE FROM operation WHERE id = ?", change.id());
        transaction.sql.update("DELETE FROM operation_target WHERE operation_id = ?", change.id());
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
        transaction.touched.messages.addAll(operation.messages());
    }

    private void insert(Operation operation) throws SQLException {
        Destination to = operation.to();
        transaction.sql.update("INSERT INTO operation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", operation.id(),
                operation.account(), operation.kind().name(), words(operation.add()), words(operation.remove()),
                path(to), to == null ? null : to.role().name(), to != null && to.chosen(), operation.state().name(),
                operation.reason());
        int place = 0;
        for (Target target : operation.targets()) {
            transaction.sql.update("INSERT INTO operation_target VALUES (?, ?, ?, ?, ?, ?)", operation.id(), place++,
                    target.path(), target.uidValidity(), target.uid(), target.message());
        }
    }

    private static @Nullable String path(@Nullable Destination to) {
        return to == null ? null : to.path();
    }

    private static String words(MessageFlags flags) {
        return String.join(GAP, flags.words());
    }

    void removeAll(long account) throws SQLException {
        transaction.sql.each(row -> transaction.touched.messages.add(row.getLong(1)), """
                SELECT t.message_id FROM operation_target t JOIN operation o ON o.id = t.operation_id
                WHERE o.account_id = ?""", account);
        transaction.sql.update("""
                DELETE FROM operation_target WHERE operation_id IN (SELECT id FROM operation WHERE account_id = ?)""",
                account);
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
