package app.kith.change;

/** What a folder is for (RFC 6154, with the inbox and the ordinary folder added). */
public enum FolderRole {
    /** Where new mail arrives. */
    INBOX,
    /** Mail that the user sent. */
    SENT,
    /** Mail being written. */
    DRAFTS,
    /** Mail thrown away. */
    TRASH,
    /** Mail taken for junk. */
    JUNK,
    /** Mail put away. */
    ARCHIVE,
    /** A view of every message of the account. */
    ALL,
    /** Mail that waits to be sent or to appear among what was sent; a folder of this program that no server has. */
    OUTBOX,
    /** Letters that the user is writing, and the files that go along; a folder of this program that no server has. */
    WRITING,
    /** Mail of other people that the user may read too; followed only where the user wants it. */
    SHARED,
    /** Mail that came from a file; a folder of this program that no server has. */
    IMPORTED,
    /** Anything else. */
    OTHER;

    /** {@return whether mail here counts as part of the user's correspondence} */
    public boolean counts() {
        return this != TRASH && this != JUNK && this != DRAFTS && this != WRITING;
    }
}
