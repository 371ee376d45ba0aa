package app.kith.store;

import app.kith.contact.Entry.Kind;
import app.kith.conversation.Turn.Side;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What is due with a contact: answers, the next step, the next contact. */
final class ContactDue {
    int owes;
    @Nullable
    Long owesSince;
    @Nullable
    Long owesUntil;
    int waits;
    @Nullable
    Long waitsSince;
    @Nullable
    Long waitsUntil;
    @Nullable
    Long lastReal;
    int keepDays;
    @Nullable
    Long nextTask;
    @Nullable
    Long nextDue;

    /** Takes conversations in which it is one side's turn: side, how many, since and until when the latest. */
    void turn(ResultSet row) throws SQLException {
        if (Side.valueOf(row.getString(2)) == Side.MINE) {
            owes = row.getInt(3);
            owesSince = row.getLong(4);
            owesUntil = row.getLong(5);
        } else {
            waits = row.getInt(3);
            waitsSince = row.getLong(4);
            waitsUntil = row.getLong(5);
        }
    }

    /** Takes a call, a meeting or an open task: number, kind, at, until. A meeting that is to come is a contact that need not be sought. */
    void entry(ResultSet row) throws SQLException {
        if (Kind.valueOf(row.getString(3)) != Kind.TASK) {
            contact(row.getLong(4));
            return;
        }
        Long until = row.getObject(5, Long.class);
        boolean sooner = until != null && (nextDue == null || until < nextDue);
        if (nextTask == null || sooner) {
            nextTask = row.getLong(2);
            nextDue = until;
        }
    }

    /** Takes the time of a contact. */
    void contact(@Nullable Long at) {
        if (at != null && (lastReal == null || at > lastReal)) {
            lastReal = at;
        }
    }

    void every(int days) {
        keepDays = days;
    }
}
