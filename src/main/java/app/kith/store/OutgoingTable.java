package app.kith.store;

import app.kith.change.Outgoing;
import app.kith.change.Outgoing.Recipient;
import app.kith.contact.EmailAddress;
import java.sql.SQLException;

/** Messages on their way out. */
final class OutgoingTable {
    private final Transaction transaction;

    OutgoingTable(Transaction transaction) {
        this.transaction = transaction;
    }

    void put(Outgoing outgoing) throws SQLException {
        transaction.touched.accounts.add(outgoing.account());
        transaction.sql.update("MERGE INTO outgoing KEY (id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", outgoing.id(),
                outgoing.account(), outgoing.message(), outgoing.messageId(), outgoing.sender(),
                outgoing.state().name(), outgoing.notBefore().toEpochMilli(), outgoing.attempts(), outgoing.answer(),
                outgoing.lookFirst());
        transaction.sql.update("DELETE FROM outgoing_recipient WHERE outgoing_id = ?", outgoing.id());
        int place = 0;
        for (Recipient recipient : outgoing.recipients()) {
            transaction.sql.update("INSERT INTO outgoing_recipient VALUES (?, ?, ?, ?, ?)", outgoing.id(), place++,
                    recipient.address(), recipient.fate().name(), recipient.answer());
            if (!recipient.answer().isEmpty()) {
                touchProposals(recipient); // A refusal may say that there is no such address.
            }
        }
        Long conversation = transaction.sql.number("SELECT conversation_id FROM message WHERE id = ?",
                outgoing.message());
        if (conversation != null) {
            transaction.touched.conversations.add(conversation); // Its state is shown there.
        }
    }

    private void touchProposals(Recipient recipient) throws SQLException {
        Long address = transaction.sql.number("SELECT id FROM address WHERE normal = ?",
                EmailAddress.of(recipient.address()).normal());
        if (address != null) {
            transaction.touched.proposed.add(address);
        }
    }
}
