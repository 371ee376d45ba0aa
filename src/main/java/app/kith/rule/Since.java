package app.kith.rule;

import java.time.Instant;

/**
 * From where on a rule is watchful: what came before it was switched on is none of its business unless it is run on the past.
 *
 * @param message number of the last message that was there
 * @param change number of the last change set that was there
 * @param at when that was
 */
public record Since(long message, long change, Instant at) {
    /** From the very beginning. */
    public static final Since EVER = new Since(0, 0, Instant.EPOCH);

    String text() {
        return message + " " + change + " " + at;
    }

    static Since parse(String text) {
        String[] parts = text.split(" ", -1);
        return parts.length == 3
                ? new Since(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Instant.parse(parts[2]))
                : EVER;
    }
}
