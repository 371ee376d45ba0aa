package app.kith.store;

import app.kith.change.LogPosition;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The one row of the state table: how far the logs have been applied, and the next free numbers. */
record State(LogPosition ledger, LogPosition mail, long nextAccount, long nextContact, long nextCard, long nextMessage,
        long nextFolder, long nextAddress, long nextOperation, long nextEntry, long change) {

    static State load(Writer writer) throws SQLException {
        State[] found = new State[1];
        writer.each(row -> found[0] = read(row), "SELECT * FROM state WHERE id = 1");
        if (found[0] != null) {
            return found[0];
        }
        State fresh = new State(LogPosition.START, LogPosition.START, 1, 1, 1, 1, 1, 1, 1, 1, 0);
        writer.update("INSERT INTO state VALUES (1, 0, 0, 0, ?, 0, 0, 0, ?, 1, 1, 1, 1, 1, 1, 0, 1, 1)",
                fresh.ledger.hash(),
                fresh.mail.hash());
        writer.commit();
        return fresh;
    }

    private static State read(ResultSet row) throws SQLException {
        return new State(position(row, "ledger"), position(row, "mail"), row.getLong("next_account"),
                row.getLong("next_contact"),
                row.getLong("next_card"), row.getLong("next_message"), row.getLong("next_folder"),
                row.getLong("next_address"), row.getLong("next_operation"), row.getLong("next_entry"),
                row.getLong("change_sequence"));
    }

    private static LogPosition position(ResultSet row, String log) throws SQLException {
        return new LogPosition(row.getLong(log + "_sequence"), row.getInt(log + "_segment"),
                row.getLong(log + "_offset"),
                row.getBytes(log + "_hash"));
    }

    void save(Writer writer) throws SQLException {
        writer.update(
                """
                        UPDATE state SET ledger_sequence = ?, ledger_segment = ?, ledger_offset = ?, ledger_hash = ?,
                            mail_sequence = ?, mail_segment = ?, mail_offset = ?, mail_hash = ?,
                            next_account = ?, next_contact = ?, next_card = ?, next_message = ?, next_folder = ?, next_address = ?,
                            next_operation = ?, next_entry = ?, change_sequence = ? WHERE id = 1""",
                ledger.sequence(), ledger.segment(), ledger.offset(), ledger.hash(),
                mail.sequence(), mail.segment(), mail.offset(), mail.hash(), nextAccount, nextContact, nextCard,
                nextMessage,
                nextFolder, nextAddress, nextOperation, nextEntry, change);
    }
}
