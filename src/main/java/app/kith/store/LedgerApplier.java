package app.kith.store;

import app.kith.change.Change;
import app.kith.change.Change.AccountChange;
import app.kith.change.Change.CardChange;
import app.kith.change.Change.OutgoingChange;
import app.kith.change.Change.ReadingChange;
import app.kith.change.Change.SenderChange;
import app.kith.change.Change.TextChange;
import app.kith.change.ChangeSet;
import app.kith.change.LogPosition;
import java.sql.SQLException;

/** Applies a change set of the ledger, live and at replay alike. */
final class LedgerApplier {
    private final Transaction transaction;
    private final Counts counts;
    private final AccountTable accounts;
    private final ReadingTable readings;

    LedgerApplier(Transaction transaction) {
        this.transaction = transaction;
        this.counts = new Counts(transaction);
        this.accounts = new AccountTable(transaction);
        this.readings = new ReadingTable(transaction);
    }

    void apply(LogPosition behind, ChangeSet set) throws SQLException {
        transaction.ledgerAt(behind);
        transaction.sql.update("INSERT INTO change_set VALUES (?, ?, ?, ?, ?)", behind.sequence(),
                set.at().toEpochMilli(),
                set.actor().name(), set.reason(), set.changes().size());
        for (Change change : set.changes()) {
            apply(change, behind.sequence());
        }
        counts.settle();
    }

    private void apply(Change change, long number) throws SQLException {
        switch (change) {
            case AccountChange account -> {
                if (account.after() == null && account.before() != null) {
                    accounts.remove(account.before());
                } else if (account.after() != null) {
                    accounts.put(account.after());
                    if (account.before() != null) {
                        accounts.own(account.before().email());
                    }
                }
            }
            case CardChange card -> {
                if (card.before() != null) {
                    counts.contacts().withdraw(card.before(), number);
                }
                if (card.after() != null) {
                    counts.contacts().put(card.after(), number);
                }
            }
            case OutgoingChange outgoing -> new OutgoingTable(transaction).put(outgoing.after());
            case SenderChange sender -> readings.put(sender);
            case ReadingChange reading -> readings.put(reading);
            case TextChange text -> new UserTextTable(transaction).put(text);
        }
    }
}
