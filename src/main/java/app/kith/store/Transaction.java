package app.kith.store;

import app.kith.change.LogPosition;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** One transaction under way: its statements, what it has touched, and the numbers it has taken. */
final class Transaction {
    final Writer sql;
    final Touched touched = new Touched();
    private final State before;
    private LogPosition ledger;
    private LogPosition mail;
    private long nextAccount;
    private long nextContact;
    private long nextCard;
    private long nextMessage;
    private long nextFolder;
    private long nextAddress;
    private long nextOperation;
    private long nextEntry;
    private @Nullable Boolean waiting;

    Transaction(Writer sql, State before) {
        this.sql = sql;
        this.before = before;
        this.ledger = before.ledger();
        this.mail = before.mail();
        this.nextAccount = before.nextAccount();
        this.nextContact = before.nextContact();
        this.nextCard = before.nextCard();
        this.nextMessage = before.nextMessage();
        this.nextFolder = before.nextFolder();
        this.nextAddress = before.nextAddress();
        this.nextOperation = before.nextOperation();
        this.nextEntry = before.nextEntry();
    }

    void ledgerAt(LogPosition behind) {
        ledger = behind;
    }

    void mailAt(LogPosition behind) {
        mail = behind;
    }

    /** Where the ledger stood before this transaction. */
    LogPosition ledgerBefore() {
        return before.ledger();
    }

    long mailSequence() {
        return mail.sequence();
    }

    /** Whether any operation waits; null if nobody has looked yet. */
    @Nullable
    Boolean waiting() {
        return waiting;
    }

    void waiting(boolean any) {
        waiting = any;
    }

    void waitingChanged() {
        waiting = null;
    }

    long takeFolder() {
        return nextFolder++;
    }

    long takeAddress() {
        return nextAddress++;
    }

    void accountSeen(long id) {
        nextAccount = Math.max(nextAccount, id + 1);
    }

    /** Whether the number of a contact is new. */
    boolean contactSeen(long id) {
        boolean isNew = id >= nextContact;
        nextContact = Math.max(nextContact, id + 1);
        return isNew;
    }

    void cardSeen(long id) {
        nextCard = Math.max(nextCard, id + 1);
    }

    void operationSeen(long id) {
        nextOperation = Math.max(nextOperation, id + 1);
    }

    void entrySeen(long id) {
        nextEntry = Math.max(nextEntry, id + 1);
    }

    void messagesSeen(long first, int count) {
        nextMessage = Math.max(nextMessage, first + count);
    }

    /** Writes the state and commits. */
    State commit() throws SQLException {
        State after = new State(ledger, mail, nextAccount, nextContact, nextCard, nextMessage, nextFolder, nextAddress,
                nextOperation, nextEntry,
                before.change() + 1);
        after.save(sql);
        sql.commit();
        return after;
    }
}
