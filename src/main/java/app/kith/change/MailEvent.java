package app.kith.change;

import java.time.Instant;
import java.util.List;

/** Something that happened to a mailbox, as the mail log keeps it. */
public sealed interface MailEvent {

    /** {@return the folder it happened in} */
    FolderKey folder();

    /**
     * The server has this folder.
     *
     * @param folder which
     * @param separator the hierarchy separator; 0 where there is none
     * @param role what it is for
     * @param selectable whether it can hold mail
     */
    record FolderSeen(FolderKey folder, char separator, FolderRole role, boolean selectable) implements MailEvent {}

    /**
     * The server no longer has this folder; its placements are gone with it.
     *
     * @param folder which
     */
    record FolderGone(FolderKey folder) implements MailEvent {}

    /**
     * The folder's UIDs mean something new from here on; all placements in it are forgotten.
     *
     * @param folder which
     * @param uidValidity the new UIDVALIDITY
     */
    record FolderReset(FolderKey folder, long uidValidity) implements MailEvent {}

    /**
     * A message came that the store has not seen before. Its number is the batch's first number plus its place among the
     * arrivals of the batch.
     *
     * @param folder where it lies
     * @param uid its UID there
     * @param received the server's INTERNALDATE
     * @param flags its flags
     * @param raw its bytes as they came
     * @param headerOnly whether these are only the bytes of its header
     */
    record Arrived(FolderKey folder, long uid, Instant received, MessageFlags flags, byte[] raw,
            boolean headerOnly) implements MailEvent {
        /** A message that came whole. */
        public Arrived(FolderKey folder, long uid, Instant received, MessageFlags flags, byte[] raw) {
            this(folder, uid, received, flags, raw, false);
        }
    }

    /**
     * The whole of a message came of which only the header was kept. It stays the same message.
     *
     * @param folder from where
     * @param message number of the message
     * @param raw all its bytes
     */
    record Completed(FolderKey folder, long message, byte[] raw) implements MailEvent {}

    /**
     * Bytes that stood here are not kept any more: a version of a draft that was written over, or mail of a person who was erased. What
     * stands here keeps its number and its place among those that hold bytes, so that all others keep theirs.
     *
     * @param folder where it lay
     * @param uid its UID there; 0 where this was the rest of a message
     * @param message 0 where this was an arrival; else number of the message whose rest this was
     * @param digests SHA-256 of what is known again when it comes once more, so that it is not kept again; empty where it may be
     */
    record Erased(FolderKey folder, long uid, long message, List<byte[]> digests) implements MailEvent {
        /** Keeps the list from being changed. */
        public Erased {
            digests = List.copyOf(digests);
        }

        /** {@return whether a message arrived here, which has a number} */
        public boolean isArrival() {
            return message == 0;
        }
    }

    /**
     * A message that the store already has lies in one more place.
     *
     * @param folder where
     * @param uid its UID there
     * @param received the server's INTERNALDATE
     * @param flags its flags there
     * @param message number of the message
     */
    record Placed(FolderKey folder, long uid, Instant received, MessageFlags flags,
            long message) implements MailEvent {}

    /**
     * What the server itself calls the message that lies here, wherever else it lies or will lie in the account.
     *
     * @param folder where
     * @param uid which
     * @param name its name, by which no other message of the account is ever called
     */
    record Named(FolderKey folder, long uid, String name) implements MailEvent {}

    /**
     * A placement's flags are different now.
     *
     * @param folder where
     * @param uid which
     * @param flags all its flags
     */
    record Flagged(FolderKey folder, long uid, MessageFlags flags) implements MailEvent {}

    /**
     * A message no longer lies here.
     *
     * @param folder where
     * @param uid which
     */
    record Vanished(FolderKey folder, long uid) implements MailEvent {}

    /**
     * A message was left on the server on purpose.
     *
     * @param folder where
     * @param uid which
     * @param reason why, as a key of the word lists with its detail, for example {@code too-large 73400320}
     */
    record LeftOut(FolderKey folder, long uid, String reason) implements MailEvent {}

    /**
     * The folder has been followed to here.
     *
     * @param folder which
     * @param cursor how far
     */
    record Followed(FolderKey folder, Cursor cursor) implements MailEvent {}
}
