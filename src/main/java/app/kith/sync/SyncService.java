package app.kith.sync;

import app.kith.account.Account;
import app.kith.change.Filing;
import app.kith.store.SyncView;
import app.kith.sync.SyncReport.Status;
import app.kith.sync.carddav.BookReport;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** Runs passes: one worker for each account; never two at once for the same account. Thread-safe. */
public final class SyncService {
    private final SyncView view;
    private final Filing filing;
    private final Outbox outbox;
    private final Drafts drafts;
    private final OperationQueue queue;
    private final PassBook passes;
    private final Function<Account, Optional<String>> secrets;
    private final ToIntFunction<Account> customers;
    private final BiFunction<Account, StopSignal, List<BookReport>> books;
    private final Map<Long, ReentrantLock> running = new ConcurrentHashMap<>();
    private final Map<Long, ReentrantLock> sending = new ConcurrentHashMap<>();
    private final Map<Long, Nudge> nudges = new ConcurrentHashMap<>();

    /**
     * Makes the service.
     *
     * @param view what is kept
     * @param filing where mail is filed
     * @param passes keeps the reports
     * @param secrets finds the secret of an account
     * @param outbox what is to be sent before each pass
     * @param drafts letters being written, copies of which lie on the servers
     * @param queue what the user did to mail, told to the server before each pass
     * @param customers run after mail of an account was filed; enters new customers and says how many
     * @param books follows the address books of an account after its mail
     */
    public SyncService(SyncView view, Filing filing, Outbox outbox, Drafts drafts, OperationQueue queue,
            PassBook passes,
            Function<Account, Optional<String>> secrets, ToIntFunction<Account> customers,
            BiFunction<Account, StopSignal, List<BookReport>> books) {
        this.outbox = outbox;
        this.drafts = drafts;
        this.queue = queue;
        this.passes = passes;
        this.view = view;
        this.filing = filing;
        this.secrets = secrets;
        this.customers = customers;
        this.books = books;
    }

    /**
     * A thread that follows an account. It gives way to the window, whose user waits; so it is one of the platform, for a virtual
     * thread has no priority of its own.
     *
     * @param name what it is called
     * @return what makes it; the thread does not keep the program from ending
     */
    @SuppressWarnings("ThreadPriorityCheck") // Nothing relies on it.
    public static Thread.Builder worker(String name) {
        return Thread.ofPlatform().daemon().priority(Thread.MIN_PRIORITY).name(name);
    }

    /**
     * Runs a pass over each of some accounts, all at once, and waits for them.
     *
     * @param accounts the accounts
     * @param onlyFolder the one folder to follow; empty for all
     * @param stop ends the passes early
     * @param progress told how it goes on, from any thread, very often
     * @return a report for each, in the same order
     */
    public List<SyncReport> pass(List<Account> accounts, String onlyFolder, StopSignal stop,
            Consumer<SyncProgress> progress) {
        SyncReport[] reports = new SyncReport[accounts.size()];
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < reports.length; i++) {
            int place = i;
            workers.add(worker("sync-" + accounts.get(i).id())
                    .start(() -> reports[place] = pass(accounts.get(place), onlyFolder, stop, progress)));
        }
        boolean interrupted = false;
        for (Thread worker : workers) {
            while (worker.isAlive()) {
                try {
                    worker.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                    stop.request();
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return List.of(reports);
    }

    /**
     * Runs a pass over one account, on this thread. Its report is kept.
     *
     * @param account the account
     * @param onlyFolder the one folder to follow; empty for all
     * @param stop ends the pass early
     * @param progress told how it goes on, very often
     * @return the report
     */
    public SyncReport pass(Account account, String onlyFolder, StopSignal stop, Consumer<SyncProgress> progress) {
        ReentrantLock lock = running.computeIfAbsent(account.id(), _ -> new ReentrantLock());
        lock.lock();
        try {
            SyncReport report = alone(account, onlyFolder, stop, progress);
            passes.add(Pass.of(account.id(), onlyFolder, report));
            return report;
        } finally {
            lock.unlock();
        }
    }

    private SyncReport alone(Account account, String onlyFolder, StopSignal stop, Consumer<SyncProgress> progress) {
        try {
            String secret = secrets.apply(account)
                    .orElseThrow(() -> new KithException(Problem.SECRET_MISSING, account.email()));
            Sender.Sent sent = alone(account, () -> new Sender(account, secret, outbox, stop).run());
            SyncReport report = new AccountPass(account, view, filing, queue, drafts,
                    () -> customers.applyAsInt(account), stop,
                    progress).run(secret, onlyFolder);
            alone(account, () -> {
                outbox.tidy(account);
                return sent;
            });
            // Where the secret was refused once it is not tried again elsewhere.
            boolean followed = onlyFolder.isEmpty() && report.status() != Status.REFUSED && !stop.requested();
            return report.with(sent).with(followed ? books.apply(account, stop) : List.of());
        } catch (KithException e) {
            // A pass never throws: it was the secret that could not be had.
            Status status = Status.of(e.problem());
            return new SyncReport(account.email(), status == Status.PARTIAL ? Status.REFUSED : status, Instant.now(),
                    Duration.ZERO, List.of(), 0, List.of(e));
        }
    }

    /**
     * Sends what waits in an account, without a pass, on this thread. A pass that is going on is not waited for.
     *
     * @param account the account
     * @param stop ends it early
     * @return what went wrong; empty if nothing did
     */
    public List<KithException> send(Account account, StopSignal stop) {
        try {
            String secret = secrets.apply(account)
                    .orElseThrow(() -> new KithException(Problem.SECRET_MISSING, account.email()));
            return alone(account, () -> new Sender(account, secret, outbox, stop).run()).errors();
        } catch (KithException e) {
            return List.of(e);
        }
    }

    /** Never two at once that send for the same account, or tidy its outbox. */
    private <T> T alone(Account account, Supplier<T> work) {
        ReentrantLock lock = sending.computeIfAbsent(account.id(), _ -> new ReentrantLock());
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Brings the whole of a message of which only the header is kept, on this thread.
     *
     * @param message its number
     * @throws KithException BODY_ON_SERVER if the server cannot be reached now, NOT_ON_SERVER if none has it any more
     */
    public void complete(long message) {
        new Bodies(view, filing).bring(queue.onServer(message), message, secrets);
    }

    /**
     * Says what a pass over an account would do. Changes nothing anywhere.
     *
     * @param account the account
     * @param onlyFolder the one folder to look at; empty for all
     * @return the plan
     * @throws KithException for whatever keeps the server from being asked
     */
    public SyncPlan plan(Account account, String onlyFolder) {
        String secret = secrets.apply(account)
                .orElseThrow(() -> new KithException(Problem.SECRET_MISSING, account.email()));
        return new Planner(account, view, queue.waiting(account.id()).size()).plan(secret, onlyFolder);
    }

    /**
     * Follows an account as its schedule says, until told to stop: a pass, then IDLE on the inbox (or a poll where the server has
     * none), or the next time that is set, then the next pass. Failures are waited out, longer each time; a refused sign-in ends
     * the watch, so that no account is locked by trying, and so does a schedule that sets no time. A pass of an earlier run of the
     * program counts for the schedule.
     *
     * @param account the account
     * @param atOnce whether to begin with a pass, whatever the schedule says
     * @param stop ends the watch
     * @param progress told how passes go on
     * @param reports told of each pass that ended
     */
    public void watch(Account account, boolean atOnce, StopSignal stop, Consumer<SyncProgress> progress,
            Consumer<SyncReport> reports) {
        new Watch(account, secrets, () -> pass(account, "", stop, progress), stop, reports, nudge(account.id()),
                Waiting.real()).run(atOnce, passes.last(account.id()).orElse(Instant.EPOCH));
    }

    /**
     * What earlier passes did.
     *
     * @param account number of the account
     * @return the last passes over it, newest first
     */
    public List<Pass> history(long account) {
        return passes.of(account);
    }

    /**
     * What was done on each day of the last thirteen months.
     *
     * @param account number of the account
     * @return the sums of the passes over it, newest day first
     */
    public List<PassDay> days(long account) {
        return passes.days(account);
    }

    /**
     * Has the watch of an account, if there is one, begin its next pass soon, because something waits for the server.
     *
     * @param account number of the account
     */
    public void wake(long account) {
        nudge(account).give();
    }

    private Nudge nudge(long account) {
        return nudges.computeIfAbsent(account, _ -> new Nudge());
    }
}
