package app.kith.sync;

import app.kith.account.Account;
import app.kith.change.Filing;
import app.kith.change.FolderKey;
import app.kith.change.FolderRole;
import app.kith.change.MailEvent;
import app.kith.store.SyncView;
import app.kith.store.SyncView.FolderRow;
import app.kith.sync.SyncProgress.Phase;
import app.kith.sync.SyncReport.FolderReport;
import app.kith.sync.SyncReport.LeftOut;
import app.kith.sync.SyncReport.Status;
import app.kith.sync.imap.Counts;
import app.kith.sync.imap.ImapConnection;
import app.kith.sync.imap.Listed;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One pass over one account: folders, then what is new in each, then the report. */
final class AccountPass {
    private static final Logger LOG = LoggerFactory.getLogger(AccountPass.class);
    private static final Duration SILENCE = Duration.ofSeconds(90);
    private static final List<FolderRole> ORDER = List.of(FolderRole.INBOX, FolderRole.SENT, FolderRole.OTHER,
            FolderRole.ARCHIVE,
            FolderRole.SHARED, FolderRole.ALL, FolderRole.DRAFTS, FolderRole.JUNK, FolderRole.TRASH);

    /** How many messages of a folder are worth having before the rest. */
    private static final int FIRST_LOOK = 200;

    private final Account account;
    private final SyncView view;
    private final Filing filing;
    private final OperationQueue queue;
    private final Drafts drafts;
    private final IntSupplier customers;
    private final StopSignal stop;
    private final Consumer<SyncProgress> progress;
    private final List<FolderReport> reports = new ArrayList<>();
    private final List<KithException> errors = new ArrayList<>();
    private final Map<String, FolderPass> passes = new HashMap<>();
    private final Set<String> refused = new HashSet<>();
    private final KnownPeople people;
    private SyncReport.Told told = SyncReport.Told.NOTHING;
    private int entered;
    private int folderCount;
    private long bytes;
    private long messages;

    /**
     * Makes a pass.
     *
     * @param queue what the user did to mail
     * @param drafts letters being written
     * @param customers run after mail was filed; enters new customers and says how many
     */
    AccountPass(Account account, SyncView view, Filing filing, OperationQueue queue, Drafts drafts,
            IntSupplier customers, StopSignal stop, Consumer<SyncProgress> progress) {
        this.account = account;
        this.view = view;
        this.filing = filing;
        this.queue = queue;
        this.drafts = drafts;
        this.customers = customers;
        this.stop = stop;
        this.progress = progress;
        this.people = new KnownPeople(view::known, account.email());
    }

    /**
     * Does the pass. Never throws: what went wrong is in the report.
     *
     * @param secret the account's password
     * @param onlyFolder the one folder to follow; empty for all
     */
    SyncReport run(String secret, String onlyFolder) {
        Instant startedAt = Instant.now();
        long start = System.nanoTime();
        Status status = attempt(secret, onlyFolder);
        enter();
        tell(Phase.ENDED, "", 0, 0);
        return new SyncReport(account.email(), status, startedAt, Duration.ofNanos(System.nanoTime() - start), reports,
                entered,
                errors).with(told);
    }

    private void enter() {
        entered += customers.getAsInt();
        people.forget();
    }

    private Status attempt(String secret, String onlyFolder) {
        tell(Phase.CONNECTING, "", 0, 0);
        try (ImapConnection connection = ImapConnection.open(account, secret, SILENCE, _ -> {})) {
            Runnable release = stop.onRequest(connection::cut);
            try {
                connection.enableResync();
                Replayer replayer = new Replayer(account, connection, queue, view, filing, stop, errors::add);
                List<Listed> listed = folders(connection);
                if (replayer.tell(listed)) {
                    listed = folders(connection); // Their counts are others now.
                }
                try {
                    followAll(connection, listed, onlyFolder);
                    Set<String> followed = reports.stream().map(FolderReport::folder).collect(Collectors.toSet());
                    replayer.settle(listed, followed);
                    again(connection, new DraftCopies(account, connection, drafts, stop, errors::add).run(listed,
                            followed));
                } finally {
                    told = replayer.told();
                }
            } finally {
                release.run();
            }
        } catch (KithException e) {
            return failed(e);
        } catch (RuntimeException e) {
            LOG.error("The pass over account {} ended unforeseen", account.id(), e);
            return failed(new KithException(e, Problem.INTERNAL, e.getClass().getSimpleName()));
        }
        boolean agrees = reports.stream().allMatch(FolderReport::agrees);
        return errors.isEmpty() && agrees ? Status.OK : Status.PARTIAL;
    }

    private Status failed(KithException e) {
        KithException told = stop.requested() ? new KithException(Problem.CANCELLED) : e;
        LOG.info("The pass over account {} ended early: {}", account.id(), told.problem());
        errors.add(told);
        Status status = Status.of(told.problem());
        return status == Status.UNREACHABLE && !reports.isEmpty() ? Status.PARTIAL : status;
    }

    private List<Listed> folders(ImapConnection connection) {
        List<Listed> listed = connection.list();
        if (listed.isEmpty()) {
            throw new KithException(Problem.SERVER_REFUSED, account.imap().host(), "no folders");
        }
        fileFolders(listed);
        return listed;
    }

    private void followAll(ImapConnection connection, List<Listed> listed, String onlyFolder) {
        List<Listed> wanted = listed.stream().filter(folder -> Selection.follows(account.scope(), folder))
                .filter(folder -> onlyFolder.isEmpty() || folder.name().equals(onlyFolder))
                // Where only known people's mail is fetched, what was sent tells first who they are.
                .sorted(Comparator.comparing((Listed folder) -> !account.scope().knownOnly()
                        || folder.role() != FolderRole.SENT)
                        .thenComparingInt(folder -> ORDER.indexOf(folder.role()))
                        .thenComparing(Listed::name))
                .toList();
        if (wanted.isEmpty()) {
            throw new KithException(Problem.NOT_FOUND, onlyFolder);
        }
        folderCount = wanted.size();
        Map<String, FolderRow> known = known();
        firstLook(connection, wanted, known);
        for (Listed folder : wanted) {
            stop.check();
            FolderRow row = known.get(folder.name());
            if (row == null || !unchanged(row, folder.counts()) || !reportUnchanged(row)) {
                follow(connection, folder);
            }
        }
    }

    /** Reports a folder of which nothing is new; false if the scope is wider now, so that there may be something to fetch. */
    private boolean reportUnchanged(FolderRow row) {
        Map<Long, String> reasons = view.leftOut(row.id());
        Selection selection = selection(row.key().path(), row.role());
        boolean stand = selection.stand(reasons.values())
                && (selection.headersOnly() || view.headerOnly(row.id()).isEmpty());
        if (stand) {
            reports.add(new FolderReport(row.key().path(), row.local() + row.leftOut(), row.local(), 0, 0, 0,
                    reasons.entrySet().stream().map(e -> new LeftOut(e.getKey(), e.getValue())).toList(), 0));
        }
        return stand;
    }

    private Selection selection(String folder, FolderRole role) {
        return new Selection(account.scope(), folder, role, people, ZoneId.systemDefault());
    }

    /**
     * Brings the newest mail of the inbox and of what was sent before the rest of either: customers are the people written to, and
     * would not be there until a large inbox is through.
     */
    private void firstLook(ImapConnection connection, List<Listed> wanted, Map<String, FolderRow> known) {
        for (Listed folder : wanted) {
            FolderRow row = known.get(folder.name());
            boolean first = folder.role() == FolderRole.INBOX || folder.role() == FolderRole.SENT;
            if (first && row != null && !row.cursor().complete()) {
                attempt(folder, () -> pass(connection, folder).newest(FIRST_LOOK));
            }
        }
    }

    private FolderPass pass(ImapConnection connection, Listed folder) {
        return passes.computeIfAbsent(folder.name(), name -> new FolderPass(connection, view, filing,
                new FolderKey(account.id(), name), selection(name, folder.role()), stop, new Teller(folder)));
    }

    private Map<String, FolderRow> known() {
        return view.folders(account.id()).stream()
                .collect(Collectors.toMap(row -> row.key().path(), Function.identity()));
    }

    /** Tells the mail log of folders that are new, changed, or gone. */
    private void fileFolders(List<Listed> listed) {
        Map<String, FolderRow> known = known();
        List<MailEvent> events = new ArrayList<>();
        for (Listed folder : listed) {
            FolderRow row = known.remove(folder.name());
            String separator = folder.separator() == 0 ? "" : String.valueOf(folder.separator());
            boolean same = row != null && row.role() == folder.role() && row.selectable() == folder.selectable()
                    && row.separator().equals(separator);
            if (!same) {
                events.add(new MailEvent.FolderSeen(new FolderKey(account.id(), folder.name()), folder.separator(),
                        folder.role(),
                        folder.selectable()));
            }
        }
        known.values().stream().filter(row -> row.selectable() || row.local() > 0)
                .forEach(row -> events.add(new MailEvent.FolderGone(row.key())));
        filing.file(events);
    }

    /** Whether the counts that the list gave already say that nothing is new. */
    private static boolean unchanged(FolderRow row, @Nullable Counts counts) {
        return counts != null && row.cursor().complete() && counts.modSeq() > 0
                && counts.modSeq() == row.cursor().modSeq()
                && counts.uidValidity() == row.cursor().uidValidity() && counts.uidNext() == row.cursor().uidNext()
                && counts.messages() == row.local() + row.leftOut();
    }

    private void follow(ImapConnection connection, Listed folder) {
        tell(Phase.COMPARING, folder.name(), 0, 0);
        attempt(folder, () -> reports.add(pass(connection, folder).run()));
    }

    /** Follows folders once more in which this pass itself has changed something, so that it is known at its end. */
    private void again(ImapConnection connection, Set<String> changed) {
        for (Listed folder : changed.isEmpty() ? List.<Listed>of() : folders(connection)) {
            if (changed.contains(folder.name())) {
                passes.remove(folder.name());
                attempt(folder, () -> report(pass(connection, folder).run()));
            }
        }
    }

    private void report(FolderReport second) {
        int first = reports.stream().map(FolderReport::folder).toList().indexOf(second.folder());
        if (first < 0) {
            reports.add(second);
        } else {
            reports.set(first, reports.get(first).then(second));
        }
    }

    /** One folder that the server will not give does not keep the others from being followed. */
    private void attempt(Listed folder, Runnable step) {
        if (refused.contains(folder.name())) {
            return;
        }
        try {
            step.run();
        } catch (KithException e) {
            boolean folderOnly = e.problem() == Problem.SERVER_REFUSED && !stop.requested();
            if (!folderOnly) {
                throw e;
            }
            refused.add(folder.name());
            if (!selection(folder.name(), folder.role()).leavesAllOut()) {
                errors.add(e);
            }
        }
    }

    private void tell(Phase phase, String folder, long done, long total) {
        progress.accept(new SyncProgress(account.email(), phase, folder, reports.size(), folderCount, done, total,
                bytes, messages));
    }

    /** Passes the progress of one folder on. */
    private final class Teller implements FolderPass.Listener {
        private final Listed folder;

        Teller(Listed folder) {
            this.folder = folder;
        }

        @Override
        public void fetched(long done, long total, long size) {
            bytes += size;
            messages++;
            tell(Phase.FETCHING, folder.name(), done, total);
        }

        @Override
        public void filed() {
            if (folder.role() == FolderRole.SENT) {
                enter();
            }
        }
    }
}
