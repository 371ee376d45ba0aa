package app.kith.sync;

import app.kith.change.Cursor;
import app.kith.change.Filing;
import app.kith.change.FolderKey;
import app.kith.change.MailEvent;
import app.kith.change.MessageFlags;
import app.kith.store.SyncView;
import app.kith.store.SyncView.FolderRow;
import app.kith.store.SyncView.Kept;
import app.kith.sync.SyncReport.FolderReport;
import app.kith.sync.imap.Changes;
import app.kith.sync.imap.Counts;
import app.kith.sync.imap.Fetched;
import app.kith.sync.imap.ImapConnection;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Follows one folder: finds out what is different on the server, files it, brings the new messages over newest first, and counts
 * both sides at the end.
 *
 * <p>What changed is learnt from QRESYNC, else from CONDSTORE, else by comparing all UIDs and flags; and by comparing whenever the
 * counts do not come out. An answer that is shorter than it must be is an error, never taken for a deletion.
 */
final class FolderPass {
    private static final int ROUNDS = 3;
    private static final int COMMANDS_AT_ONCE = 3;
    /** Bytes that most headers do not go beyond. */
    static final long USUAL_HEADER = 6_000;

    private final ImapConnection connection;
    private final SyncView view;
    private final Filing filing;
    private final FolderKey key;
    private final Selection selection;
    private final Recognition recognition;
    private final Limits limits = Limits.USUAL;
    private final StopSignal stop;
    private final Listener listener;
    private long fetched;
    private long bytes;
    private long flagsChanged;
    private long vanished;

    FolderPass(ImapConnection connection, SyncView view, Filing filing, FolderKey key, Selection selection,
            StopSignal stop, Listener listener) {
        this.connection = connection;
        this.view = view;
        this.filing = filing;
        this.key = key;
        this.selection = selection;
        this.recognition = new Recognition(connection, view, filing, key);
        this.stop = stop;
        this.listener = listener;
    }

    /**
     * Brings only the newest messages of a folder that has not been followed to its end yet, so that something is there to work
     * with; {@link #run} does the rest.
     *
     * @param most how many at most
     */
    void newest(int most) {
        stop.check();
        if (selection.leavesAllOut()) {
            return;
        }
        FolderRow folder = row();
        Counts counts = connection.examine(key.path(), null, new Seen());
        long cursor = folder.cursor().uidValidity();
        boolean fresh = cursor == 0 || cursor == counts.uidValidity();
        if (folder.cursor().complete() || !fresh || counts.messages() <= most || counts.uidNext() <= 1) {
            return;
        }
        if (cursor == 0) {
            filing.file(List.of(new MailEvent.FolderReset(key, counts.uidValidity())));
        }
        Seen seen = new Seen();
        for (long span = most; seen.sizes.size() < most && span < 2 * counts.uidNext(); span *= 4) {
            // UIDs have gaps, so the range that holds so many messages has to be felt for.
            connection.fetch(Math.max(1, counts.uidNext() - span) + ":*", "UID FLAGS RFC822.SIZE", "", seen);
        }
        Map<Long, Long> wanted = wanted(seen, view.kept(folder.id()), view.leftOut(folder.id()).keySet());
        wanted.keySet().removeAll(selection.leftOut(connection, wanted).keySet());
        Map<Long, Long> first = new LinkedHashMap<>();
        wanted.entrySet().stream().limit(most).forEach(e -> first.put(e.getKey(), e.getValue()));
        recognition.place(first);
        if (!first.isEmpty()) {
            fetch(first);
        }
    }

    /** Does it. Mail that arrives or leaves meanwhile is followed in another round. */
    FolderReport run() {
        boolean compare = false;
        for (int round = 1;; round++) {
            follow(compare);
            complete();
            FolderReport report = report();
            if (report.agrees() || round == ROUNDS) {
                return report;
            }
            compare = true;
        }
    }

    /** Brings the rest of messages of which only the header was fetched, where whole ones are wanted now. */
    private void complete() {
        Map<Long, Long> wanted = selection.headersOnly() ? Map.of() : view.headerOnly(row().id());
        if (!wanted.isEmpty()) {
            fetched += new Bodies(view, filing).bring(connection, key, wanted, limits, stop);
        }
    }

    private FolderReport report() {
        FolderRow now = row();
        return new FolderReport(key.path(), connection.exists(), now.local(), fetched, flagsChanged, vanished,
                view.leftOut(now.id()).entrySet().stream().map(e -> new SyncReport.LeftOut(e.getKey(), e.getValue()))
                        .toList(),
                bytes);
    }

    private FolderRow row() {
        return view.folders(key.account()).stream().filter(folder -> folder.key().equals(key)).findFirst()
                .orElseThrow(() -> new KithException(Problem.NOT_FOUND, key.path()));
    }

    private void follow(boolean compare) {
        stop.check();
        FolderRow folder = row();
        Cursor cursor = folder.cursor();
        boolean resync = !compare && cursor.complete() && cursor.modSeq() > 0;
        Seen seen = new Seen();
        Counts counts = connection.examine(key.path(), resync ? cursor : null, seen);
        boolean same = counts.uidValidity() == cursor.uidValidity();
        if (!same) {
            filing.file(List.of(new MailEvent.FolderReset(key, counts.uidValidity())));
            folder = row();
        }
        Map<Long, String> reasons = view.leftOut(folder.id());
        if (same && selection.stand(reasons.values()) && unchanged(folder, counts, compare)) {
            return;
        }
        Kept kept = view.kept(folder.id());
        Set<Long> leftOut = new HashSet<>(reasons.keySet());
        boolean delta = resync && same && counts.modSeq() > 0 && changes(cursor, counts, seen, kept, leftOut);
        if (!delta) {
            seen = listing();
        }
        apply(seen, kept, leftOut, !delta);
        release(reasons, leftOut, seen);
        bring(wanted(seen, kept, leftOut), new Cursor(counts.uidValidity(), counts.uidNext(), counts.modSeq(), true),
                cursor,
                same);
    }

    /** Has messages that were left out looked at as if they were new, where the scope is wider now. */
    private void release(Map<Long, String> reasons, Set<Long> leftOut, Seen seen) {
        reasons.forEach((uid, reason) -> {
            if (!seen.gone.contains(uid) && !selection.stands(reason) && leftOut.remove(uid)) {
                seen.flags.putIfAbsent(uid, MessageFlags.NONE);
            }
        });
    }

    private static boolean unchanged(FolderRow folder, Counts counts, boolean compare) {
        Cursor cursor = folder.cursor();
        return !compare && cursor.complete() && counts.modSeq() > 0 && counts.modSeq() == cursor.modSeq()
                && counts.uidNext() == cursor.uidNext() && counts.messages() == folder.local() + folder.leftOut();
    }

    /** Asks for what changed since the cursor. Returns false if the counts do not come out, so that all has to be compared. */
    private boolean changes(Cursor cursor, Counts counts, Seen seen, Kept kept, Set<Long> leftOut) {
        if (!connection.resyncs()) {
            if (counts.messages() == 0) {
                return false;
            }
            connection.fetch("1:*", "UID FLAGS", "(CHANGEDSINCE " + cursor.modSeq() + ")", seen);
        }
        if (counts.uidNext() > cursor.uidNext()) {
            connection.fetch(Math.max(1, cursor.uidNext()) + ":*", "UID FLAGS RFC822.SIZE", "", seen);
        }
        long gone = seen.gone.stream().filter(uid -> kept.has(uid) || leftOut.contains(uid)).count();
        long fresh = seen.flags.keySet().stream().filter(uid -> !kept.has(uid) && !leftOut.contains(uid)).count();
        return kept.uids().length + leftOut.size() - gone + fresh == connection.exists();
    }

    /** Asks for all UIDs and flags. */
    private Seen listing() {
        Seen seen = new Seen();
        if (connection.exists() > 0) {
            connection.fetch("1:*", "UID FLAGS RFC822.SIZE", "", seen);
        }
        seen.gone.forEach(uid -> {
            seen.flags.remove(uid);
            seen.sizes.remove(uid);
        });
        if (seen.sizes.size() < connection.exists()) {
            throw new KithException(Problem.SERVER_REFUSED, key.path(),
                    "listed " + seen.sizes.size() + " of " + connection.exists() + " messages");
        }
        return seen;
    }

    /** Files changed flags and vanished messages. */
    private void apply(Seen seen, Kept kept, Set<Long> leftOut, boolean complete) {
        List<MailEvent> events = new ArrayList<>();
        seen.flags.forEach((uid, flags) -> {
            MessageFlags before = kept.flags(uid);
            if (before != null && !before.equals(flags)) {
                events.add(new MailEvent.Flagged(key, uid, flags));
                flagsChanged++;
            }
        });
        Set<Long> gone = new HashSet<>(seen.gone);
        if (complete) {
            Arrays.stream(kept.uids()).filter(uid -> !seen.flags.containsKey(uid)).forEach(gone::add);
            leftOut.stream().filter(uid -> !seen.flags.containsKey(uid)).forEach(gone::add);
        }
        for (long uid : gone) {
            boolean here = kept.has(uid);
            if (here || leftOut.contains(uid)) {
                events.add(new MailEvent.Vanished(key, uid));
                vanished += here ? 1 : 0;
            }
        }
        filing.file(events);
    }

    /** UIDs that are new, newest first, with their sizes. */
    private Map<Long, Long> wanted(Seen seen, Kept kept, Set<Long> leftOut) {
        Map<Long, Long> wanted = new TreeMap<>((a, b) -> Long.compare(b, a));
        List<Long> unsized = new ArrayList<>();
        for (long uid : seen.flags.keySet()) {
            if (!kept.has(uid) && !leftOut.contains(uid) && !seen.gone.contains(uid)) {
                Long size = seen.sizes.get(uid);
                wanted.put(uid, size == null ? 0 : size);
                if (size == null) {
                    unsized.add(uid);
                }
            }
        }
        if (!unsized.isEmpty()) {
            Seen sized = new Seen();
            connection.fetch(connection.set(unsized.stream().mapToLong(Long::longValue).toArray()), "UID RFC822.SIZE",
                    "", sized);
            sized.sizes.forEach((uid, size) -> wanted.computeIfPresent(uid, (_, _) -> size));
        }
        return wanted;
    }

    private void bring(Map<Long, Long> wanted, Cursor reached, Cursor before, boolean same) {
        List<MailEvent> leftOut = new ArrayList<>();
        selection.leftOut(connection, wanted).forEach((uid, reason) -> {
            leftOut.add(new MailEvent.LeftOut(key, uid, reason));
            wanted.remove(uid);
        });
        filing.file(leftOut);
        recognition.place(wanted);
        long[] missing = wanted.isEmpty() ? new long[0] : fetch(wanted);
        long[] refused = missing.length == 0 ? missing : connection.existing(connection.set(missing));
        if (refused.length > 0) {
            throw new KithException(Problem.SERVER_REFUSED, key.path(), "did not give " + refused.length + " messages");
        }
        boolean moved = !same || !reached.equals(before);
        if (moved) {
            filing.file(List.of(new MailEvent.Followed(key, reached)));
        }
    }

    /** Brings messages over; returns the UIDs that did not come. */
    private long[] fetch(Map<Long, Long> wanted) {
        Set<Long> missing = new HashSet<>(wanted.keySet());
        Arrival arrival = new Arrival(missing, wanted.size());
        try (Conveyor conveyor = new Conveyor(filing, listener::filed)) {
            arrival.conveyor = conveyor;
            connection.fetchMessages(limits.sets(expected(wanted)), COMMANDS_AT_ONCE, selection.headersOnly(), arrival);
            arrival.flush();
        }
        filing.file(arrival.others);
        return missing.stream().mapToLong(Long::longValue).toArray();
    }

    /** How many bytes will come of each message. */
    private Map<Long, Long> expected(Map<Long, Long> wanted) {
        if (!selection.headersOnly()) {
            return wanted;
        }
        Map<Long, Long> headers = new LinkedHashMap<>(wanted);
        headers.replaceAll((_, size) -> Math.min(size, USUAL_HEADER));
        return headers;
    }

    /** Told how a pass goes on. */
    interface Listener {
        /** So many messages of so many have come in this folder. */
        void fetched(long done, long total, long bytes);

        /** A batch has been filed. */
        void filed();
    }

    /** Gathers what the server says of flags, sizes and vanished messages. */
    private static final class Seen implements Changes {
        private final Map<Long, MessageFlags> flags = new LinkedHashMap<>();
        private final Map<Long, Long> sizes = new LinkedHashMap<>();
        private final Set<Long> gone = new HashSet<>();

        @Override
        public void fetched(Fetched message) {
            MessageFlags now = message.flags();
            if (now != null) {
                flags.put(message.uid(), now);
            }
            if (message.messageSize() >= 0) {
                sizes.put(message.uid(), message.messageSize());
            }
        }

        @Override
        public void vanished(long[] uids, boolean earlier) {
            Arrays.stream(uids).forEach(gone::add);
        }
    }

    /** Takes whole messages as they come and puts them on the conveyor by the batch. */
    private final class Arrival implements Changes {
        private final Set<Long> missing;
        private final long total;
        private final List<MailEvent> others = new ArrayList<>();
        private List<MailEvent> batch = new ArrayList<>();
        private long batchBytes;
        private int batches;
        private long done;
        private @Nullable Conveyor conveyor;

        Arrival(Set<Long> missing, long total) {
            this.missing = missing;
            this.total = total;
        }

        @Override
        public void fetched(Fetched message) {
            stop.check();
            byte[] raw = message.body();
            MessageFlags flags = message.flags();
            if (raw == null) {
                if (flags != null) {
                    others.add(new MailEvent.Flagged(key, message.uid(), flags));
                }
                return;
            }
            if (!missing.remove(message.uid())) {
                return;
            }
            Instant received = message.received();
            batch.add(new MailEvent.Arrived(key, message.uid(), received == null ? Instant.EPOCH : received,
                    flags == null ? MessageFlags.NONE : flags, raw, message.headerOnly()));
            if (message.name() != null) {
                batch.add(new MailEvent.Named(key, message.uid(), message.name()));
            }
            batchBytes += raw.length;
            fetched++;
            bytes += raw.length;
            listener.fetched(++done, total, raw.length);
            if (limits.isFull(batch.size(), batchBytes, batches)) {
                flush();
            }
        }

        @Override
        public void vanished(long[] uids, boolean earlier) {
            for (long uid : uids) {
                others.add(new MailEvent.Vanished(key, uid));
            }
        }

        void flush() {
            if (!batch.isEmpty() && conveyor != null) {
                conveyor.put(batch);
                batches++;
                batch = new ArrayList<>();
                batchBytes = 0;
            }
        }
    }
}
