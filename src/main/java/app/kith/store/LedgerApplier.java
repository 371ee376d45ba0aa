package app.kith.store;

import app.kith.change.Change;
import app.kith.change.Change.AccountChange;
import app.kith.change.Change.CardChange;
import app.kith.change.Change.EntryChange;
import app.kith.change.Change.ErasedChange;
import app.kith.change.Change.ErasureBegun;
import app.kith.change.Change.ErasureDone;
import app.kith.change.Change.MergeChange;
import app.kith.change.Change.OperationChange;
import app.kith.change.Change.OutgoingChange;
import app.kith.change.Change.ReadingChange;
import app.kith.change.Change.SenderChange;
import app.kith.change.Change.TextChange;
import app.kith.change.Change.VerdictChange;
import app.kith.change.ChangeSet;
import app.kith.change.LogPosition;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Applies a change set of the ledger, live and at replay alike. */
final class LedgerApplier {
    private final Transaction transaction;
    private final Counts counts;
    private final AccountTable accounts;
    private final ReadingTable readings;
    private final OperationTable operations;
    private final EntryTable entries;
    private final Rows concerned = new Rows("MERGE INTO change_contact KEY (contact_id, sequence) SELECT * FROM %s",
            "BIGINT", "BIGINT");

    LedgerApplier(Transaction transaction) {
        this.transaction = transaction;
        this.counts = new Counts(transaction);
        this.accounts = new AccountTable(transaction);
        this.readings = new ReadingTable(transaction);
        this.operations = new OperationTable(transaction);
        this.entries = new EntryTable(transaction);
    }

    /** All but the position behind it, which is not known yet where it is not in the ledger yet. */
    void apply(long number, ChangeSet set) throws SQLException {
        head(number, set, set.changes().size());
        for (Change change : set.changes()) {
            apply(change, number);
        }
        counts.contacts().flush();
        concerned.update(transaction.sql);
        counts.settle();
    }

    /** Leaves of a change set that cannot be applied only its heading, with no changes. */
    void setAside(long number, ChangeSet set) throws SQLException {
        head(number, set, 0);
    }

    private void head(long number, ChangeSet set, int changes) throws SQLException {
        LogPosition before = transaction.ledgerBefore();
        transaction.sql.update("INSERT INTO change_set VALUES (?, ?, ?, ?, ?, ?, ?, ?)", number,
                set.at().toEpochMilli(), set.actor().name(), set.reason(), changes, before.segment(), before.offset(),
                before.hash());
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
                    concerned.add(card.before().contact(), number);
                    counts.contacts().withdraw(card.before(), number);
                }
                if (card.after() != null) {
                    concerned.add(card.after().contact(), number);
                    counts.contacts().put(card.after(), number);
                }
                counts.contacts().flushMuch();
            }
            case OutgoingChange outgoing -> new OutgoingTable(transaction).put(outgoing.after());
            case SenderChange sender -> readings.put(sender);
            case ReadingChange reading -> readings.put(reading);
            case TextChange text -> {
                new UserTextTable(transaction).put(text);
                if (UserTextTable.contact(text.key()) != 0) {
                    concerned.add(UserTextTable.contact(text.key()), number);
                }
            }
            case OperationChange operation -> operations.put(operation);
            case MergeChange merge -> {
                new MergeTable(transaction).put(merge, number);
                LongStream.of(merge.contact(), merge.before(), merge.after()).filter(id -> id != 0)
                        .forEach(id -> concerned.add(id, number));
            }
            case ErasedChange erased -> {
                switch (erased.what()) {
                    case "card" -> transaction.cardSeen(erased.id());
                    case "entry" -> transaction.entrySeen(erased.id());
                    default -> {
                    }
                }
                if (erased.contact() != 0) {
                    transaction.contactSeen(erased.contact());
                    concerned.add(erased.contact(), number);
                }
            }
            case ErasureBegun _ ->
                transaction.sql.update("MERGE INTO erasure KEY (sequence) VALUES (?, FALSE)", number);
            case ErasureDone done -> transaction.sql.update("MERGE INTO erasure KEY (sequence) VALUES (?, TRUE)",
                    done.begun());
            case VerdictChange verdict -> {
                new MergeTable(transaction).put(verdict, number);
                concerned.add(verdict.one(), number);
                concerned.add(verdict.other(), number);
            }
            case EntryChange entry -> {
                entries.put(entry, number);
                Stream.of(entry.before(), entry.after()).filter(Objects::nonNull)
                        .forEach(one -> concerned.add(one.contact(), number));
            }
        }
    }
}
