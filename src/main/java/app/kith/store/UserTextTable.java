package app.kith.store;

import app.kith.change.Change.TextChange;
import app.kith.rule.Pin;
import java.sql.SQLException;

/** Texts of the user's own. */
final class UserTextTable {
    /** Keys of mails that want no answer although they look so; the number of the mail follows. */
    static final String TURN = "turn/";
    /** Keys of the days between two contacts; the number of the customer follows. */
    static final String INTERVAL = "interval/";

    /** How many times, at most, a contact became part of one that became part of another. */
    static final int MOST_MERGES = 100;

    private final Transaction transaction;

    UserTextTable(Transaction transaction) {
        this.transaction = transaction;
    }

    void put(TextChange change) throws SQLException {
        String decided = ProposalTable.decided(change.key());
        Long address = decided.isEmpty()
                ? null
                : transaction.sql.number("SELECT id FROM address WHERE normal = ?", decided);
        if (address != null) {
            transaction.touched.proposed.add(address);
        }
        if (change.after().isEmpty()) {
            transaction.sql.update("DELETE FROM user_text WHERE name = ?", change.key());
        } else {
            transaction.sql.update("MERGE INTO user_text KEY (name) VALUES (?, ?)", change.key(), change.after());
        }
        touch(change.key());
    }

    /** What is worked out with the text is worked out again. */
    private void touch(String key) throws SQLException {
        long of = number(key);
        if (key.startsWith(TURN) || key.startsWith(Pin.KEY)) {
            Long conversation = transaction.sql.number("SELECT conversation_id FROM message WHERE id = ?", of);
            if (conversation != null) {
                transaction.touched.conversations.add(conversation);
            }
        } else if (key.startsWith(INTERVAL)) {
            Long contact = of;
            for (int step = 0; step < MOST_MERGES && contact != null; step++) {
                transaction.touched.contacts.add(contact);
                contact = transaction.sql.number("SELECT into_id FROM merged_contact WHERE contact_id = ?", contact);
            }
        }
    }

    /** {@return the contact that a text concerns; 0 for none} */
    static long contact(String key) {
        return key.startsWith(INTERVAL) ? number(key) : 0;
    }

    private static long number(String key) {
        String number = key.substring(key.indexOf('/') + 1);
        return number.matches("[0-9]{1,18}") ? Long.parseLong(number) : 0;
    }
}
