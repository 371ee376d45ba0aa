package app.kith.conversation;

/**
 * What a message leaves or looks for under a key, beside ids, so that another one which belongs to it is found. One that asks is
 * joined with every other message whose offer under the same key was written in its window; the order in which they come makes no
 * difference, since each pair is judged by itself.
 *
 * @param key 64 bits that stand for what must be equal
 * @param minute minutes since 1970: when the message was written, or when the one it quotes was
 * @param kind what the message does under the key
 */
public record Clue(long key, int minute, Kind kind) {

    /** What a message does under a key. */
    public enum Kind {
        /** It can be found. */
        OFFERS(0, false, true, 0, 0),
        /** It answers a subject: looks back for 30 days, an hour being forgiven to clocks, and can be found itself. */
        ANSWERS(1, true, true, 30 * 24 * 60, 60),
        /** As one that answers, but is not found under this key. */
        SEEKS(3, true, false, 30 * 24 * 60, 60),
        /** It quotes: looks around the time that it names, which has no zone. */
        QUOTES(2, true, false, 14 * 60, 14 * 60);

        private final int code;
        private final boolean asks;
        private final boolean found;
        private final int back;
        private final int ahead;

        Kind(int code, boolean asks, boolean found, int back, int ahead) {
            this.code = code;
            this.asks = asks;
            this.found = found;
            this.back = back;
            this.ahead = ahead;
        }

        /** {@return whether it looks for others} */
        public boolean asks() {
            return asks;
        }

        /** {@return whether those that ask can find it} */
        public boolean found() {
            return found;
        }

        /** {@return the number by which it is stored; fixed for ever, 0 only for {@link #OFFERS}} */
        public int code() {
            return code;
        }

        /** {@return the kind with a code; {@link #OFFERS} for an unknown one} */
        public static Kind of(int code) {
            for (Kind kind : values()) {
                if (kind.code == code) {
                    return kind;
                }
            }
            return OFFERS;
        }
    }

    /** The longest that any kind looks back or ahead, in minutes. */
    public static final int REACH = 30 * 24 * 60;

    /** {@return the first minute in which an offer that this one looks for can have been made} */
    int earliest() {
        return minute - kind.back;
    }

    /** {@return the last minute in which an offer that this one looks for can have been made} */
    int latest() {
        return minute + kind.ahead;
    }
}
