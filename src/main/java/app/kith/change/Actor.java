package app.kith.change;

/** Who made a change set. */
public enum Actor {
    /** The user, by hand. */
    USER,
    /** The worker that follows a mail server. */
    SYNC,
    /** An import of a file. */
    IMPORT,
    /** A rule of the program. */
    RULE,
    /** A merge or its undoing. */
    MERGE
}
