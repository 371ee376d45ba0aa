package app.kith.desk;

/** Follows something long. Called by the thread that does it. */
public interface Course {
    /** Follows nothing, and never stops it. */
    Course UNWATCHED = _ -> {};

    /**
     * Is told how far it is.
     *
     * @param done how many of what it consists of are done; from 0
     * @throws app.kith.words.KithException CANCELLED where it is no longer wanted: it ends, and nothing of it stays
     */
    void at(long done);
}
