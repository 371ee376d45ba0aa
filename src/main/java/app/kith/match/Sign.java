package app.kith.match;

/**
 * Something that is known about two records besides their values: what the user said, and what mail shows.
 *
 * @param first id of a record
 * @param second id of another
 * @param what what is known
 */
public record Sign(String first, String second, What what) {

    /** What can be known. */
    public enum What {
        /** The user said that they are two. */
        NOT_THE_SAME("said to be two", Double.NEGATIVE_INFINITY),
        /** One wrote to the other. */
        WROTE_TO("one wrote to the other", Double.NEGATIVE_INFINITY),
        /** Both are recipients of one message. */
        BOTH_RECIPIENTS("recipients of one message", Double.NEGATIVE_INFINITY),
        /** The user said that they are one. */
        THE_SAME("said to be one", 40),
        /** A message from the old address tells the new one. */
        NEW_ADDRESS("told as the new address", 14),
        /** The signature under mails of one has the other's telephone. */
        SIGNATURE("telephone in the other's signature", 10),
        /** Answers to one go to the other. */
        REPLY_TO("answers go to the other", 9),
        /** One display name stands with both addresses. */
        DISPLAY_NAME("one display name for both", 5);

        private final String label;
        private final double bits;

        What(String label, double bits) {
            this.label = label;
            this.bits = bits;
        }

        /** {@return it in plain English} */
        public String label() {
            return label;
        }

        /** {@return bits for the two being one; negative infinity where they are surely two} */
        public double bits() {
            return bits;
        }
    }
}
