package app.kith.store;

import app.kith.change.Change.EntryChange;
import app.kith.contact.Entry;
import app.kith.contact.Source;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** Activities and business records, each with its past. */
final class EntryTable {
    private final Transaction transaction;

    EntryTable(Transaction transaction) {
        this.transaction = transaction;
    }

    void put(EntryChange change, long number) throws SQLException {
        transaction.entrySeen(change.id());
        if (change.before() != null) {
            transaction.sql.update("UPDATE entry SET to_change = ? WHERE id = ? AND to_change IS NULL", number,
                    change.id());
            transaction.touched.contacts.add(change.before().contact());
        }
        Entry entry = change.after();
        FileTable.kept(transaction, change.id(), entry);
        if (entry != null) {
            transaction.sql.update(
                    """
                            INSERT INTO entry (id, contact_id, kind, at, until_at, title, content, number, amount, currency, state,
                                source_kind, source_place, files, from_change) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                    entry.id(), entry.contact(), entry.kind().name(), entry.at().toEpochMilli(),
                    entry.until() == null ? null : entry.until().toEpochMilli(), entry.title(), entry.text(),
                    entry.number(), entry.amount() == null ? null : entry.amount().toPlainString(), entry.currency(),
                    entry.state(), entry.source().kind().name(), entry.source().place(),
                    KeptFileList.write(entry.files()),
                    number);
            transaction.touched.contacts.add(entry.contact());
        }
    }

    static Entry read(ResultSet row) throws SQLException {
        String amount = row.getString("amount");
        return new Entry(row.getLong("id"), row.getLong("contact_id"), Entry.Kind.valueOf(row.getString("kind")),
                Instant.ofEpochMilli(row.getLong("at")), Customers.instant(row, "until_at"), row.getString("title"),
                row.getString("content"), row.getString("number"), amount == null ? null : new BigDecimal(amount),
                row.getString("currency"), row.getString("state"),
                new Source(Source.Kind.valueOf(row.getString("source_kind")), row.getString("source_place")),
                KeptFileList.read(row.getString("files")));
    }
}
