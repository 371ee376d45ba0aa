package app.kith.sync;

import app.kith.account.Account;
import app.kith.change.Cursor;
import app.kith.store.SyncView;
import app.kith.store.SyncView.FolderRow;
import app.kith.store.SyncView.Kept;
import app.kith.sync.SyncPlan.FolderPlan;
import app.kith.sync.SyncReport.LeftOut;
import app.kith.sync.imap.Counts;
import app.kith.sync.imap.Fetched;
import app.kith.sync.imap.ImapConnection;
import app.kith.sync.imap.Listed;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compares a server with what is kept, without bringing anything over. */
final class Planner {
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final Account account;
    private final SyncView view;
    private final int changes;

    /**
     * Makes a planner.
     *
     * @param changes how many changes of the user's wait for the server
     */
    Planner(Account account, SyncView view, int changes) {
        this.account = account;
        this.view = view;
        this.changes = changes;
    }

    SyncPlan plan(String secret, String onlyFolder) {
        List<FolderPlan> plans = new ArrayList<>();
        try (ImapConnection connection = ImapConnection.open(account, secret, SILENCE, _ -> {})) {
            List<FolderRow> known = view.folders(account.id());
            for (Listed folder : connection.list()) {
                if (Selection.follows(account.scope(), folder)
                        && (onlyFolder.isEmpty() || folder.name().equals(onlyFolder))) {
                    Optional<FolderRow> row = known.stream().filter(each -> each.key().path().equals(folder.name()))
                            .findFirst();
                    plans.add(plan(connection, folder, row.orElse(null)));
                }
            }
        }
        return new SyncPlan(account.email(), changes, plans);
    }

    private static long bytes(Selection selection, long size) {
        return selection.headersOnly() ? Math.min(size, FolderPass.USUAL_HEADER) : size;
    }

    private FolderPlan plan(ImapConnection connection, Listed folder, @Nullable FolderRow row) {
        Counts counts = connection.examine(folder.name(), null, _ -> {});
        Cursor cursor = row == null ? null : row.cursor();
        boolean same = cursor != null && cursor.uidValidity() == counts.uidValidity();
        Kept kept = row == null || !same ? new Kept(new long[0], new int[0], Map.of()) : view.kept(row.id());
        Map<Long, String> leftOut = row == null || !same ? Map.of() : view.leftOut(row.id());
        Selection selection = new Selection(account.scope(), folder.name(), folder.role(),
                new KnownPeople(view::known, account.email()), ZoneId.systemDefault());
        Map<Long, Long> wanted = new TreeMap<>();
        Map<Long, String> stay = new TreeMap<>();
        if (counts.messages() > 0) {
            connection.fetch("1:*", "UID RFC822.SIZE", "", (Fetched message) -> {
                String reason = leftOut.get(message.uid());
                if (reason != null && selection.stands(reason)) {
                    stay.put(message.uid(), reason);
                } else if (!kept.has(message.uid())) {
                    wanted.put(message.uid(), Math.max(0, message.messageSize()));
                }
            });
        }
        stay.putAll(selection.leftOut(connection, wanted));
        wanted.keySet().removeAll(stay.keySet());
        return new FolderPlan(folder.name(), counts.messages(), row == null ? 0 : row.local(), wanted.size(),
                wanted.values().stream().mapToLong(size -> bytes(selection, size)).sum(), Reason.of(
                        stay.entrySet().stream().map(e -> new LeftOut(e.getKey(), e.getValue())).toList()));
    }
}
