package app.kith.desk;

import app.kith.change.MailBatch;
import app.kith.change.MailEvent;
import app.kith.log.MailLog;
import app.kith.log.Rewritten;
import app.kith.store.DeadMail;
import app.kith.store.DeadMail.Dead;
import app.kith.store.Store;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the mail log smaller: files with much in them that nothing can need again, see {@link DeadMail}, are written anew without it. All
 * else stays where it was. First the store forgets, then the files follow one after another; where that is interrupted, the next run goes
 * on. Thread-safe; blocks.
 */
public final class Compaction {
    /** A file is rewritten when a third of what is in it is dead, and this many bytes at least. */
    private static final long WORTH = 4L << 20;
    private static final int SHARE = 3;

    private final Keeper keeper;
    private final Store store;
    private final MailLog log;

    Compaction(Keeper keeper, Store store, MailLog log) {
        this.keeper = keeper;
        this.store = store;
        this.log = log;
    }

    /**
     * What a run came to.
     *
     * @param files how many files were rewritten
     * @param messages how many dead messages went
     * @param before size of the mail log before, in bytes
     * @param after its size now
     */
    public record Result(int files, int messages, long before, long after) {}

    /** {@return how many bytes lie in the mail log that nothing can need again, unpacked; they go as soon as it is worth it} */
    public long dead() {
        return Stream.concat(keeper.dead().stream(), new DeadMail(store).forgotten().stream())
                .mapToLong(Dead::size).sum();
    }

    /**
     * Rewrites the files of which a third or more is dead. As soon as mail comes it is left for another time.
     *
     * @param cancelled asked often; where it says yes the rest is left for another time
     * @return what it came to
     */
    @SuppressWarnings("ThreadPriorityCheck") // Nothing relies on it; whoever works is to be disturbed the least.
    public Result whereWorth(BooleanSupplier cancelled) {
        Thread thread = Thread.currentThread();
        int priority = thread.getPriority();
        thread.setPriority(Thread.MIN_PRIORITY);
        try {
            return run(false, () -> cancelled.getAsBoolean() || !keeper.isQuiet());
        } finally {
            thread.setPriority(priority);
        }
    }

    /**
     * Rewrites all files that hold anything dead.
     *
     * @param cancelled asked often; where it says yes the rest is left for another time
     * @return what it came to
     */
    public Result all(BooleanSupplier cancelled) {
        return run(true, cancelled);
    }

    private Result run(boolean all, BooleanSupplier cancelled) {
        long before = log.bytes();
        if (cancelled.getAsBoolean()) {
            return new Result(0, 0, before, before);
        }
        if (all && dead() > 0) {
            log.begin();
        }
        Set<Integer> closed = Set.copyOf(log.closedFiles());
        Map<Integer, Long> living = new DeadMail(store).living();
        List<Dead> gone = new ArrayList<>(new DeadMail(store).forgotten());
        gone.addAll(keeper.forgetDead(dead -> chosen(dead, all, closed, living)));
        int files = 0;
        Set<Integer> done = new HashSet<>();
        for (int file : new TreeSet<>(gone.stream().map(Dead::segment).toList())) {
            if (cancelled.getAsBoolean() || !closed.contains(file)) {
                continue;
            }
            Set<Long> here = gone.stream().filter(one -> one.segment() == file).map(Dead::message)
                    .collect(Collectors.toSet());
            files += rewrite(file, here, cancelled, done) ? 1 : 0;
        }
        int messages = (int) gone.stream().filter(one -> done.contains(one.segment())).count();
        return new Result(files, messages, before, log.bytes());
    }

    private boolean rewrite(int file, Set<Long> gone, BooleanSupplier cancelled, Set<Integer> done) {
        keeper.files().lock();
        try {
            Rewritten.Outcome outcome = log.rewrite(file, batch -> without(batch, gone), cancelled).outcome();
            // A damaged file stays as it is, for good: it is not tried again. One that was rewritten before a kill is done.
            if (outcome != Rewritten.Outcome.STOPPED) {
                store.dropped(file);
                done.add(file);
            }
            return outcome == Rewritten.Outcome.DONE;
        } finally {
            keeper.files().unlock();
        }
    }

    static List<Dead> chosen(List<Dead> dead, boolean all, Set<Integer> closed, Map<Integer, Long> living) {
        Map<Integer, Long> sums = new TreeMap<>();
        dead.forEach(one -> sums.merge(one.segment(), one.size(), Long::sum));
        return dead.stream().filter(one -> closed.contains(one.segment()) && (all
                || sums.getOrDefault(one.segment(), 0L) >= WORTH
                        && sums.getOrDefault(one.segment(), 0L) * SHARE >= living.getOrDefault(one.segment(), 0L)))
                .toList();
    }

    /** The batch without the bytes of some messages; the same where it holds none of them. */
    private static MailBatch without(MailBatch batch, Set<Long> gone) {
        List<MailEvent> events = new ArrayList<>(batch.events());
        long number = batch.firstMessage();
        boolean changed = false;
        for (int i = 0; i < events.size(); i++) {
            MailEvent event = events.get(i);
            if (event instanceof MailEvent.Arrived arrived && gone.contains(number)) {
                events.set(i, new MailEvent.Erased(arrived.folder(), arrived.uid(), 0, List.of()));
                changed = true;
            }
            number += MailBatch.isArrival(event) ? 1 : 0;
        }
        return changed ? new MailBatch(batch.firstMessage(), events) : batch;
    }
}
