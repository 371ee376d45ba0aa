package app.kith.store;

import app.kith.change.LoggedBatch;
import app.kith.change.MailEvent;
import app.kith.change.MailEvent.Arrived;
import app.kith.change.MailEvent.Completed;
import app.kith.change.MailEvent.Erased;
import app.kith.change.MailEvent.Flagged;
import app.kith.change.MailEvent.FolderGone;
import app.kith.change.MailEvent.FolderReset;
import app.kith.change.MailEvent.FolderSeen;
import app.kith.change.MailEvent.Followed;
import app.kith.change.MailEvent.LeftOut;
import app.kith.change.MailEvent.Named;
import app.kith.change.MailEvent.Placed;
import app.kith.change.MailEvent.Vanished;
import app.kith.store.FolderTable.Folder;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Applies a batch of the mail log, live and at replay alike. */
final class MailApplier {
    private final Transaction transaction;
    private final FolderTable folders;
    private final PlacementTable placements;
    private final MessageTable messages;
    private final Counts counts;
    private final ErasedTable erased;

    MailApplier(Transaction transaction) {
        this.transaction = transaction;
        this.folders = new FolderTable(transaction);
        this.placements = new PlacementTable(transaction);
        this.counts = new Counts(transaction);
        this.messages = counts.messages();
        this.erased = new ErasedTable(transaction);
    }

    /**
     * Applies a batch.
     *
     * @param logged the batch as it stands in the log
     * @param incoming its arrivals, read, in their order
     */
    void apply(LoggedBatch logged, List<Incoming> incoming) throws SQLException {
        transaction.mailAt(logged.behind());
        messages.expect(incoming);
        int arrivals = 0;
        int bytes = 0;
        int read = 0;
        for (MailEvent event : logged.batch().events()) {
            Optional<Folder> folder = folders.find(event.folder());
            if (event instanceof Arrived arrived) {
                // Kept even if its account was removed since: another account may have placed the same message later.
                long id = logged.batch().firstMessage() + arrivals;
                messages.arrive(id, incoming.get(read++), arrived.received(), logged.address(bytes), arrived);
                arrivals++;
                bytes++;
                if (folder.isPresent()) {
                    placements.put(folder.get(), arrived.uid(), id, arrived.flags());
                }
            } else if (event instanceof Completed completed) {
                messages.complete(completed.message(), incoming.get(read++), logged.address(bytes),
                        completed.raw().length);
                bytes++;
            } else if (event instanceof Erased gone) {
                erased.erased(logged.batch().firstMessage() + arrivals, gone);
                arrivals += gone.isArrival() ? 1 : 0;
                bytes++;
                if (folder.isPresent() && gone.isArrival() && !gone.digests().isEmpty()) {
                    leaveOut(folder.get(), gone.uid());
                }
            } else if (folder.isPresent()) {
                if (!(event instanceof Placed || event instanceof Named)) {
                    placements.flush();
                }
                apply(event, folder.get());
            }
        }
        placements.flush();
        transaction.messagesSeen(logged.batch().firstMessage(), arrivals);
        counts.settle();
        if (arrivals > 0) {
            new ReadingTable(transaction).arrived(logged.batch().firstMessage(), arrivals);
        }
    }

    private void leaveOut(Folder folder, long uid) throws SQLException {
        placements.flush();
        placements.leaveOut(folder, uid, ErasedTable.REASON);
    }

    private void apply(MailEvent event, Folder folder) throws SQLException {
        switch (event) {
            case FolderSeen seen -> {
                if (folders.seen(seen)) {
                    placements.touchAll(folder);
                }
            }
            case FolderGone _ -> {
                placements.clear(folder);
                folders.gone(folder);
            }
            case FolderReset reset -> {
                placements.clear(folder);
                folders.reset(folder, reset);
            }
            case Placed placed when erased.has(placed.message()) -> {
                if (erased.staysAway(placed.message())) {
                    leaveOut(folder, placed.uid());
                }
            }
            case Placed placed -> placements.put(folder, placed.uid(), placed.message(), placed.flags());
            case Named named -> placements.name(folder, named);
            case Flagged flagged -> placements.flag(folder, flagged.uid(), flagged.flags());
            case Vanished vanished -> placements.vanish(folder, vanished.uid());
            case LeftOut left -> placements.leaveOut(folder, left.uid(), left.reason());
            case Followed followed -> folders.followed(folder, followed);
            case Arrived _,Completed _,Erased _ -> throw new IllegalStateException("handled before");
        }
    }
}
