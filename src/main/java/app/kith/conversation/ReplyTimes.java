package app.kith.conversation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How long answers take. Of several mails in a row the first counts: that is how long somebody waited.
 *
 * @param mine median of the user's hours; empty where the user never answered
 * @param theirs median of the other side's hours; empty where it never did
 */
public record ReplyTimes(OptionalDouble mine, OptionalDouble theirs) {
    private static final double HOUR = 3_600_000;

    /**
     * A mail of a person.
     *
     * @param at when it was sent, milliseconds since 1970
     * @param mine whether the user sent it
     */
    public record Sent(long at, boolean mine) {}

    /**
     * Takes the medians.
     *
     * @param conversations the mails of each conversation, oldest first
     * @return how long answers took
     */
    public static ReplyTimes of(Collection<List<Sent>> conversations) {
        List<Double> mine = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (List<Sent> mails : conversations) {
            Sent first = null;
            for (Sent mail : mails) {
                if (first != null && first.mine != mail.mine) {
                    (mail.mine ? mine : theirs).add((mail.at - first.at) / HOUR);
                    first = mail;
                } else if (first == null) {
                    first = mail;
                }
            }
        }
        return new ReplyTimes(median(mine), median(theirs));
    }

    private static OptionalDouble median(List<Double> hours) {
        if (hours.isEmpty()) {
            return OptionalDouble.empty();
        }
        List<Double> sorted = hours.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return OptionalDouble.of(sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2);
    }
}
