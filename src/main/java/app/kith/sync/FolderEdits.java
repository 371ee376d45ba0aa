package app.kith.sync;

import app.kith.change.Filing;
import app.kith.change.FolderKey;
import app.kith.change.MailEvent;
import app.kith.change.MessageFlags;
import app.kith.change.Operation;
import app.kith.change.Operation.Destination;
import app.kith.store.Operations.Lying;
import app.kith.store.Operations.Signs;
import app.kith.store.SyncView;
import app.kith.sync.imap.Copied;
import app.kith.sync.imap.ImapConnection;
import app.kith.sync.imap.ImapEdits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Does operations of the same kind in one folder of the server, and files what came of it, so that the store says the same as the
 * server before the operation is done with. Every step may be repeated: flags are set again, a move finds nothing left to move, a
 * copy that is there already is not made again, and a message is removed only where a copy of it is known to be safe.
 */
final class FolderEdits {
    private final ImapConnection connection;
    private final ImapEdits edits;
    private final OperationQueue queue;
    private final SyncView view;
    private final Filing filing;
    private int marked;

    FolderEdits(ImapConnection connection, OperationQueue queue, SyncView view, Filing filing) {
        this.connection = connection;
        this.edits = new ImapEdits(connection);
        this.queue = queue;
        this.view = view;
        this.filing = filing;
    }

    /** {@return how many messages were left behind, marked as deleted} */
    int marked() {
        return marked;
    }

    /**
     * Does operations.
     *
     * @param batch operations on different messages that are alike in all else
     * @return those that are done; of the others the server said nothing that can be relied on, so that the next pass must show
     * @throws app.kith.words.KithException for whatever keeps them from being done
     */
    List<Operation> run(List<Operation> batch) {
        Operation first = batch.getFirst();
        FolderKey folder = new FolderKey(first.account(), first.path());
        Map<Operation, List<Lying>> places = new LinkedHashMap<>();
        long validity = edits.open(first.path());
        for (Operation operation : batch) {
            List<Lying> here = queue.onServer(operation).stream()
                    .filter(place -> place.folder().equals(folder) && place.uidValidity() == validity).toList();
            if (!here.isEmpty()) {
                places.put(operation, here);
            }
        }
        Destination to = first.to();
        if (places.isEmpty()) {
            return List.of();
        }
        if (to != null && !connection.has("MOVE")) {
            return places.entrySet().stream().filter(e -> e.getValue().stream()
                    .allMatch(place -> copy(e.getKey(), place, to))).map(Map.Entry::getKey).toList();
        }
        keepExisting(places);
        return to == null ? flag(first, places) : move(to, places);
    }

    /** Leaves out what is not there any more. */
    private void keepExisting(Map<Operation, List<Lying>> places) {
        Set<Long> there = new HashSet<>();
        Arrays.stream(connection.existing(connection.set(uids(places)))).forEach(there::add);
        places.values().removeIf(here -> here.stream().anyMatch(place -> !there.contains(place.uid())));
    }

    private static long[] uids(Map<Operation, List<Lying>> places) {
        return places.values().stream().flatMap(List::stream).mapToLong(Lying::uid).toArray();
    }

    private List<Operation> flag(Operation first, Map<Operation, List<Lying>> places) {
        if (places.isEmpty()) {
            return List.of();
        }
        if (!first.add().isEmpty()) {
            edits.flag(uids(places), true, first.add().words());
        }
        if (!first.remove().isEmpty()) {
            edits.flag(uids(places), false, first.remove().words());
        }
        filing.file(places.values().stream().flatMap(List::stream)
                .map(place -> (MailEvent) new MailEvent.Flagged(place.folder(), place.uid(),
                        place.flags().plus(first.add()).minus(first.remove())))
                .toList());
        return List.copyOf(places.keySet());
    }

    private List<Operation> move(Destination to, Map<Operation, List<Lying>> places) {
        if (places.isEmpty()) {
            return List.of();
        }
        Copied copied = edits.move(uids(places), to.path());
        List<Operation> done = new ArrayList<>();
        List<MailEvent> events = new ArrayList<>();
        for (Map.Entry<Operation, List<Lying>> entry : places.entrySet()) {
            List<Lying> here = entry.getValue();
            if (here.stream().allMatch(place -> copied.uids().containsKey(place.uid()))) {
                for (Lying place : here) {
                    events.add(new MailEvent.Vanished(place.folder(), place.uid()));
                    events.addAll(placed(entry.getKey(), to, copied, place, place.flags()));
                }
                done.add(entry.getKey());
            }
        }
        file(events, places.keySet().iterator().next(), to, copied.uidValidity());
        return done;
    }

    private static List<MailEvent> placed(Operation operation, Destination to, Copied copied, Lying place,
            MessageFlags flags) {
        Long uid = copied.uids().get(place.uid());
        return uid == null
                ? List.of()
                : List.of(new MailEvent.Placed(new FolderKey(operation.account(), to.path()), uid, Instant.EPOCH, flags,
                        operation.message()));
    }

    /** Files events; a folder that has not been followed yet, or means something new by its UIDs, is said so first. */
    private void file(List<MailEvent> events, Operation operation, Destination to, long validity) {
        if (events.isEmpty()) {
            return;
        }
        FolderKey folder = new FolderKey(operation.account(), to.path());
        boolean known = view.folders(operation.account()).stream()
                .anyMatch(row -> row.key().equals(folder) && row.cursor().uidValidity() == validity);
        List<MailEvent> all = new ArrayList<>();
        if (!known && validity != 0) {
            all.add(new MailEvent.FolderReset(folder, validity));
        }
        all.addAll(events);
        filing.file(all);
    }

    /** Moves one message by copy and removal. Returns whether it lies where it should. */
    private boolean copy(Operation operation, Lying place, Destination to) {
        Signs signs = queue.signs(operation).orElseThrow();
        Copied copied = found(place, to, signs);
        edits.open(operation.path());
        boolean here = connection.existing(connection.set(new long[]{place.uid()})).length == 1;
        if (copied == null && !here) {
            return false;
        }
        if (copied == null) {
            copied = edits.copy(new long[]{place.uid()}, to.path());
            if (copied.uids().isEmpty()) {
                Copied seen = found(place, to, signs);
                copied = seen == null ? Copied.NONE : seen;
                edits.open(operation.path());
            }
        }
        boolean gone = !here || edits.remove(new long[]{place.uid()});
        marked += gone ? 0 : 1;
        List<MailEvent> events = new ArrayList<>(placed(operation, to, copied, place, place.flags()));
        events.addFirst(gone
                ? new MailEvent.Vanished(place.folder(), place.uid())
                : new MailEvent.Flagged(place.folder(), place.uid(), place.flags()
                        .plus(new MessageFlags(MessageFlags.DELETED, List.of()))));
        file(events, operation, to, copied.uidValidity());
        return true;
    }

    /** The copy that an earlier try made, or that lay there before; null where there is none. */
    private @Nullable Copied found(Lying place, Destination to, Signs signs) {
        long validity = edits.open(to.path());
        long uid = edits.find(signs.messageId(), signs.size(), signs.digest());
        return uid == 0 ? null : new Copied(validity, Map.of(place.uid(), uid));
    }
}
