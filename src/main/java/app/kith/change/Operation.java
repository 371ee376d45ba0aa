package app.kith.change;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the user did to mail and a server has still to be told: it is shown as done from the moment it is entered, and stays
 * pending until the server has it.
 *
 * @param id its number
 * @param account number of the account
 * @param kind what is to be done
 * @param add flags to set (FLAGS only)
 * @param remove flags to take off (FLAGS only)
 * @param to where the mail goes (MOVE only); else null
 * @param targets the mail, at least one place
 * @param state how far it has come
 * @param reason why it failed: a key of the word lists and its detail, for example {@code refused over quota}; else empty
 */
public record Operation(long id, long account, Kind kind, MessageFlags add, MessageFlags remove,
        @Nullable Destination to, List<Target> targets, State state, String reason) {

    /** Keeps the targets from being changed. */
    public Operation {
        targets = List.copyOf(targets);
    }

    /** What is to be done. */
    public enum Kind {
        /** Flags are set and taken off. */
        FLAGS,
        /** Mail goes to another folder. */
        MOVE,
        /** Mail is removed for good; only out of the trash, and only after the user's word. */
        EXPUNGE
    }

    /** How far it has come. */
    public enum State {
        /** The server has still to be told. */
        WAITING,
        /** The server has it. */
        DONE,
        /** It cannot be done; the mail is shown as the server has it. */
        FAILED
    }

    /**
     * Where mail goes.
     *
     * @param path the folder
     * @param role what the folder is for
     * @param chosen whether the program chose this folder and may make it where it is missing
     */
    public record Destination(String path, FolderRole role, boolean chosen) {}

    /**
     * A message in a place.
     *
     * @param path the folder
     * @param uidValidity the folder's UIDVALIDITY for which the UID holds; 0 where the UID is not known
     * @param uid the UID; 0 where it is not known yet, because an earlier operation brings the message here
     * @param message number of the message
     */
    public record Target(String path, long uidValidity, long uid, long message) {}

    /**
     * The operation, further on.
     *
     * @param now its state
     * @param why why it failed; empty where it did not
     * @return the same operation in that state
     */
    public Operation in(State now, String why) {
        return new Operation(id, account, kind, add, remove, to, targets, now, why);
    }

    /** {@return numbers of the messages, each once} */
    public Set<Long> messages() {
        Set<Long> messages = new LinkedHashSet<>();
        targets.forEach(target -> messages.add(target.message()));
        return messages;
    }
}
