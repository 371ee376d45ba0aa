package app.kith.sync;

import app.kith.sync.Pass.Trouble;
import app.kith.sync.SyncReport.Status;
import app.kith.sync.SyncReport.Told;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What all passes of a day over an account did together.
 *
 * @param account number of the account
 * @param day the day in the user's own zone
 * @param passes how many passes ended so, by how they went
 * @param fetched messages brought over
 * @param flagsChanged messages whose flags changed
 * @param vanished messages that were no longer there
 * @param contactsProposed how many customers were entered
 * @param sent how many messages were sent
 * @param done changes that the server has taken
 * @param failed changes that could not be done
 * @param troubles what went wrong, and how often
 */
public record PassDay(long account, LocalDate day, Map<Status, Integer> passes, long fetched, long flagsChanged,
        long vanished, long contactsProposed, long sent, long done, long failed, List<Times> troubles) {
    /** A server that says something else each time does not fill the book. */
    private static final int MOST_TROUBLES = 40;

    /** Makes one that cannot be changed, also of what a file may lack. */
    public PassDay {
        passes = passes == null ? Map.of() : Map.copyOf(passes);
        troubles = troubles == null ? List.of() : List.copyOf(troubles);
    }

    /**
     * Something that went wrong several times.
     *
     * @param trouble what
     * @param times how often
     */
    public record Times(Trouble trouble, int times) {}

    /** The sum of one pass. */
    static PassDay of(Pass pass, LocalDate day) {
        Told told = pass.told();
        return new PassDay(pass.account(), day, Map.of(pass.status(), 1), pass.fetched(), pass.flagsChanged(),
                pass.vanished(), pass.contactsProposed(), pass.sent(), told.done(), told.failed(),
                pass.troubles().stream().distinct().map(each -> new Times(each, 1)).toList());
    }

    /** The sum of both, of the same account and day. */
    PassDay and(PassDay other) {
        Map<Status, Integer> all = new EnumMap<>(Status.class);
        all.putAll(passes);
        other.passes.forEach((status, count) -> all.merge(status, count, Integer::sum));
        return new PassDay(account, day, all, fetched + other.fetched, flagsChanged + other.flagsChanged,
                vanished + other.vanished, contactsProposed + other.contactsProposed, sent + other.sent,
                done + other.done, failed + other.failed, together(other));
    }

    private List<Times> together(PassDay other) {
        List<Times> all = new ArrayList<>(troubles);
        for (Times each : other.troubles) {
            int at = all.stream().map(Times::trouble).toList().indexOf(each.trouble());
            if (at < 0 && all.size() >= MOST_TROUBLES) {
                at = all.size() - 1;
            }
            if (at < 0) {
                all.add(each);
            } else {
                all.set(at, new Times(all.get(at).trouble(), all.get(at).times() + each.times()));
            }
        }
        return all;
    }

    /** {@return how many passes there were} */
    public int count() {
        return passes.values().stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * How many passes went so.
     *
     * @param status how
     * @return the number
     */
    public int count(Status status) {
        return passes.getOrDefault(status, 0);
    }
}
