package app.kith.store;

import app.kith.mail.Invitation;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Meetings that came by mail. What the latest message says of one holds. */
final class InvitationTable {
    private static final int LONGEST = 500;

    private final Rows written = new Rows("INSERT INTO invitation SELECT * FROM %s", "BIGINT", "INT", "BIGINT",
            "VARCHAR", "VARCHAR", "BIGINT", "BIGINT", "BOOLEAN", "VARCHAR", "VARCHAR");

    /** Notes the meetings of a message; those without a time are not on any timeline. */
    void arrive(long message, List<Invitation> invitations) {
        for (int item = 0; item < invitations.size(); item++) {
            Invitation one = invitations.get(item);
            Instant start = one.start();
            if (start != null) {
                written.add(message, item, key(one, message), one.method(), cut(one.summary()), start.toEpochMilli(),
                        one.end() == null ? null : one.end().toEpochMilli(), one.allDay(), cut(one.location()),
                        one.organizer() == null ? "" : one.organizer().address());
            }
        }
    }

    /** Notes the meetings of a message that was read before in another way. */
    void again(Transaction transaction, long message, List<Invitation> invitations) throws SQLException {
        transaction.sql.update("DELETE FROM invitation WHERE message_id = ?", message);
        arrive(message, invitations);
    }

    void flush(Transaction transaction) throws SQLException {
        written.update(transaction.sql);
    }

    /** Items without an id are each their own. */
    private static long key(Invitation invitation, long message) {
        String uid = invitation.uid().isEmpty() ? "message " + message : invitation.uid();
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(uid.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
