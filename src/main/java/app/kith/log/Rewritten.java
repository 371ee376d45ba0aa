package app.kith.log;

/**
 * What came of writing a file of a log anew.
 *
 * @param outcome whether it was done
 * @param gained how many bytes smaller the file has become, perhaps a negative number; 0 where it was not done
 */
public record Rewritten(Outcome outcome, long gained) {

    /** Whether a file was written anew. */
    public enum Outcome {
        /** It was. */
        DONE,
        /** Nothing in it was to be changed. */
        SAME,
        /** Somebody wanted it to stop. */
        STOPPED,
        /** It is damaged, and stays as it is. */
        DAMAGED
    }

    /** {@return whether the file is another one now} */
    public boolean isDone() {
        return outcome == Outcome.DONE;
    }
}
