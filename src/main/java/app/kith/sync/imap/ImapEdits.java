package app.kith.sync.imap;

import app.kith.mail.RawHeader;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.jspecify.annotations.Nullable;

/**
 * The commands that change messages on a server. There is none here that removes anything but messages named by their UIDs, so that
 * mail which another program has marked is never swept away. Used by the thread that uses the connection.
 */
public final class ImapEdits {
    private final ImapConnection connection;

    /**
     * Makes the commands of a connection.
     *
     * @param connection the connection
     */
    public ImapEdits(ImapConnection connection) {
        this.connection = connection;
    }

    /**
     * Opens a folder for writing. All commands here work on the folder opened last.
     *
     * @param folder its name
     * @return its UIDVALIDITY; 0 where the server does not say
     */
    public long open(String folder) {
        Argument arguments = new Argument();
        connection.mailbox(arguments, folder);
        long[] validity = {0};
        connection.run("SELECT", arguments, (response, _) -> {
            if (response.isOK()) {
                response.skipSpaces();
                if (response.readByte() == '[' && "UIDVALIDITY".equalsIgnoreCase(response.readAtom())) {
                    validity[0] = response.readLong();
                }
            }
        });
        return validity[0];
    }

    /**
     * Sets or takes off flags; others stay as they are. UIDs that are not there are passed over (RFC 9051, section 6.4.9).
     *
     * @param uids the messages
     * @param on whether the flags are set
     * @param flags the flags as IMAP writes them, at least one
     */
    public void flag(long[] uids, boolean on, List<String> flags) {
        connection.run("UID STORE " + UidSet.of(uids) + (on ? " +" : " -") + "FLAGS.SILENT ("
                + String.join(" ", flags) + ")", null, (_, _) -> {});
    }

    /**
     * Moves messages in one step (RFC 6851).
     *
     * @param uids the messages
     * @param folder where they go
     * @return where they lie now, as far as the server says
     */
    public Copied move(long[] uids, String folder) {
        return transfer("UID MOVE ", uids, folder);
    }

    /**
     * Copies messages: all of them, or the server refuses.
     *
     * @param uids the messages
     * @param folder where the copies go
     * @return where the copies lie, as far as the server says
     */
    public Copied copy(long[] uids, String folder) {
        return transfer("UID COPY ", uids, folder);
    }

    private Copied transfer(String command, long[] uids, String folder) {
        Argument arguments = new Argument();
        connection.mailbox(arguments, folder);
        Said said = new Said();
        connection.run(command + UidSet.of(uids), arguments, said);
        return said.copied;
    }

    /**
     * Removes messages whose copies are safe elsewhere. Needs UIDPLUS, which alone can name what is to go (RFC 4315).
     *
     * @param uids the messages
     * @return whether they are gone; false where the server cannot, so that they are marked as deleted and left there
     */
    public boolean remove(long[] uids) {
        flag(uids, true, List.of("\\Deleted"));
        if (!connection.has("UIDPLUS")) {
            return false;
        }
        connection.run("UID EXPUNGE " + UidSet.of(uids), null, (_, _) -> {});
        return true;
    }

    /**
     * Looks for a message in the open folder: by its Message-ID, or its size where it has none, and then byte by byte.
     *
     * @param messageId the id without angle brackets; null where it has none
     * @param size bytes
     * @param digest SHA-256 of its bytes, or of its header
     * @return its UID, the highest if there are several; 0 where it is not there
     */
    public long find(@Nullable String messageId, int size, byte[] digest) {
        Argument arguments = new Argument();
        if (messageId == null) {
            arguments.writeAtom("LARGER").writeNumber(Math.max(0, size - 1)).writeAtom("SMALLER")
                    .writeNumber(size + 1);
        } else {
            arguments.writeAtom("HEADER").writeAtom("Message-ID").writeString(messageId);
        }
        List<Long> candidates = new ArrayList<>();
        connection.run("UID SEARCH", arguments, (response, word) -> {
            if (word.equals("SEARCH")) {
                for (long uid = response.readLong(); uid > 0; uid = response.readLong()) {
                    candidates.add(uid);
                }
            }
        });
        long[] found = {0};
        if (!candidates.isEmpty()) {
            long[] uids = candidates.stream().mapToLong(Long::longValue).toArray();
            connection.fetchMessages(List.of(uids), 1, message -> {
                byte[] raw = message.body();
                if (raw != null && (MessageDigest.isEqual(sha256(raw), digest)
                        || MessageDigest.isEqual(sha256(RawHeader.of(raw)), digest))) {
                    found[0] = Math.max(found[0], message.uid());
                }
            });
        }
        return found[0];
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Listens for COPYUID, which comes untagged after MOVE and at the end after COPY. */
    private static final class Said implements Commands.Answers {
        private Copied copied = Copied.NONE;

        @Override
        public void take(IMAPResponse response, String word) throws ProtocolException {
            if (response.isOK()) {
                ended(response);
            }
        }

        @Override
        public void ended(IMAPResponse response) {
            Copied now = CopyUid.of(response.toString());
            copied = now.uids().isEmpty() ? copied : now;
        }
    }
}
