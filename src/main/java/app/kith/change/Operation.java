package app.kith.change;

import org.jspecify.annotations.Nullable;

/**
 * What the user did to a message in a folder and a server has still to be told: it is shown as done from the moment it is entered,
 * and stays pending until the server has it. The message is named by its number and its folder, never by a UID, so that an operation
 * also holds for a place that an earlier one brings about, and after a new UIDVALIDITY. Nothing here removes mail for good.
 *
 * @param id its number
 * @param account number of the account
 * @param message number of the message
 * @param kind what is to be done
 * @param path the folder in which the message lies
 * @param add flags to set (FLAGS only)
 * @param remove flags to take off (FLAGS only)
 * @param to where the mail goes (MOVE only); else null
 * @param state how far it has come
 * @param reason why it failed: a word with its detail, see {@link #why}; else empty
 */
public record Operation(long id, long account, long message, Kind kind, String path, MessageFlags add,
        MessageFlags remove, @Nullable Destination to, State state, String reason) {

    /** What is to be done. */
    public enum Kind {
        /** Flags are set and taken off. */
        FLAGS,
        /** Mail goes to another folder. */
        MOVE
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
     * @param chosen whether the program chose this folder by its role, and may make it where there is none
     */
    public record Destination(String path, FolderRole role, boolean chosen) {}

    /**
     * Setting and taking off flags.
     *
     * @param id number of the operation
     * @param account number of the account
     * @param message number of the message
     * @param path where it lies
     * @param add flags to set
     * @param remove flags to take off
     * @return the waiting operation
     */
    public static Operation flags(long id, long account, long message, String path, MessageFlags add,
            MessageFlags remove) {
        return new Operation(id, account, message, Kind.FLAGS, path, add, remove, null, State.WAITING, "");
    }

    /**
     * A move.
     *
     * @param id number of the operation
     * @param account number of the account
     * @param message number of the message
     * @param path where it lies
     * @param to where it goes
     * @return the waiting operation
     */
    public static Operation move(long id, long account, long message, String path, Destination to) {
        return new Operation(id, account, message, Kind.MOVE, path, MessageFlags.NONE, MessageFlags.NONE, to,
                State.WAITING, "");
    }

    /**
     * The operation, further on.
     *
     * @param now its state
     * @param why why; empty where there is nothing to say
     * @return the same operation in that state
     */
    public Operation in(State now, String why) {
        return new Operation(id, account, message, kind, path, add, remove, to, now, why);
    }

    /**
     * The same for the message in another folder.
     *
     * @param other the folder
     * @return the operation
     */
    public Operation from(String other) {
        return new Operation(id, account, message, kind, other, add, remove, to, state, reason);
    }

    /**
     * The same with another destination.
     *
     * @param other where the mail goes
     * @return the operation
     */
    public Operation to(Destination other) {
        return new Operation(id, account, message, kind, path, add, remove, other, state, reason);
    }

    /**
     * What takes this back once it is done: flags the other way round, or the way back.
     *
     * @param number number of the new operation
     * @return the waiting operation
     */
    public Operation inverse(long number) {
        return to == null
                ? flags(number, account, message, path, remove, add)
                : move(number, account, message, to.path(), new Destination(path, FolderRole.OTHER, false));
    }

    /** {@return the word of the reason, for the word lists; empty where there is none} */
    public String why() {
        int gap = reason.indexOf(' ');
        return gap < 0 ? reason : reason.substring(0, gap);
    }

    /** {@return the detail of the reason; empty where there is none} */
    public String detail() {
        int gap = reason.indexOf(' ');
        return gap < 0 ? "" : reason.substring(gap + 1);
    }
}
