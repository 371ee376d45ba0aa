package app.kith.ui.sync;

import app.kith.account.Account;
import app.kith.desk.Accounts;
import app.kith.store.StoreChange;
import app.kith.store.SyncView;
import app.kith.store.SyncView.FolderRow;
import app.kith.sync.Pass;
import app.kith.sync.PassDay;
import app.kith.sync.StopSignal;
import app.kith.sync.SyncPlan;
import app.kith.sync.SyncProgress;
import app.kith.sync.SyncService;
import app.kith.ui.sync.AccountSync.Activity;
import app.kith.ui.work.Background;
import app.kith.ui.work.ChangeFeed;
import app.kith.ui.work.Refresh;
import app.kith.words.KithException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows all accounts and says how it stands with each. JavaFX thread only; the watches themselves run on threads of their own.
 */
public final class SyncModel implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SyncModel.class);

    private final SyncService service;
    private final Accounts accounts;
    private final Background background;
    private final Clock clock;
    private final Map<Long, Watched> watches = new HashMap<>();
    private final Map<Long, AccountSync> states = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<List<AccountSync>> all = new ReadOnlyObjectWrapper<>(this, "all", List.of());
    private final ReadOnlyObjectWrapper<Map<Long, List<FolderRow>>> folders = new ReadOnlyObjectWrapper<>(this,
            "folders", Map.of());
    private final ReadOnlyObjectWrapper<Map<Long, List<Pass>>> passes = new ReadOnlyObjectWrapper<>(this, "passes",
            Map.of());
    private final ReadOnlyObjectWrapper<Map<Long, List<PassDay>>> days = new ReadOnlyObjectWrapper<>(this, "days",
            Map.of());
    private final Refresh<Listing> refresh;
    private final Set<Long> again = new HashSet<>();
    private volatile Consumer<SyncProgress> witness = _ -> {};
    private boolean closed;

    /**
     * Makes the model and begins to follow all accounts.
     *
     * @param service the worker
     * @param accounts the accounts
     * @param view folders and counts
     * @param background where queries are made
     * @param feed tells what changed
     * @param clock what time it is
     */
    public SyncModel(SyncService service, Accounts accounts, SyncView view, Background background, ChangeFeed feed,
            Clock clock) {
        this.service = service;
        this.accounts = accounts;
        this.background = background;
        this.clock = clock;
        this.refresh = new Refresh<>(background, "sync", () -> () -> read(view), this::show);
        feed.listen(this::changed);
        refresh.now();
    }

    private Listing read(SyncView view) {
        Map<Long, List<FolderRow>> found = new HashMap<>();
        List<Account> listed = accounts.list();
        Map<Long, List<Pass>> earlier = new HashMap<>();
        Map<Long, List<PassDay>> sums = new HashMap<>();
        listed.forEach(account -> {
            found.put(account.id(), view.folders(account.id()));
            earlier.put(account.id(), service.history(account.id()));
            sums.put(account.id(), service.days(account.id()));
        });
        return new Listing(listed, found, earlier, sums);
    }

    private void show(Listing listing) {
        if (closed) {
            return;
        }
        folders.set(Map.copyOf(listing.folders()));
        passes.set(Map.copyOf(listing.passes()));
        days.set(Map.copyOf(listing.days()));
        List<Long> gone = new ArrayList<>(states.keySet());
        for (Account account : listing.accounts()) {
            gone.remove(account.id());
            AccountSync before = states.get(account.id());
            if (before == null) {
                states.put(account.id(), AccountSync.fresh(account, lastGood(account)));
                follow(account, false);
            } else if (!before.account().equals(account)) {
                states.put(account.id(), before.with(account));
                follow(account, false);
            }
        }
        gone.forEach(this::forget);
        tell();
    }

    private @Nullable Instant lastGood(Account account) {
        return passes.get().getOrDefault(account.id(), List.of()).stream().filter(Pass::allGood).map(Pass::endedAt)
                .findFirst().orElse(null);
    }

    private void forget(Long id) {
        states.remove(id);
        Watched watched = watches.remove(id);
        if (watched != null) {
            watched.stop().request();
        }
    }

    private void changed(StoreChange change) {
        if (!change.accounts().isEmpty() || !change.folders().isEmpty()) {
            refresh.request();
        }
    }

    /**
     * Has somebody see all progress where it is made, on the worker's threads: who waits there makes the worker wait.
     *
     * @param seen told of every step
     */
    public void witness(Consumer<SyncProgress> seen) {
        witness = seen;
    }

    /**
     * Follows an account as its schedule says, beginning with a pass; what was going on before ends first.
     *
     * @param account the account
     */
    public void start(Account account) {
        follow(account, true);
    }

    private void follow(Account account, boolean atOnce) {
        Watched before = watches.get(account.id());
        StopSignal stop = new StopSignal();
        Thread thread = SyncService.worker("watch-" + account.id())
                .unstarted(() -> watch(account, atOnce, stop, before));
        watches.put(account.id(), new Watched(stop, thread));
        thread.start();
    }

    private void watch(Account account, boolean atOnce, StopSignal stop, @Nullable Watched before) {
        if (before != null) {
            before.end();
        }
        try {
            service.watch(account, atOnce, stop, progress -> {
                soon(account, stop, "progress", state -> running(state, progress));
                witness.accept(progress);
            },
                    report -> soon(account, stop, "ended", state -> {
                        refresh.request(); // A pass that found nothing new has a report too.
                        if (again.remove(account.id())) {
                            background.soon("again-" + account.id(), () -> start(account));
                        }
                        return state.ended(report, clock.instant());
                    }));
        } catch (RuntimeException e) {
            LOG.error("The watch of account {} ended unforeseen", account.id(), e);
        }
        if (stop.requested()) {
            soon(account, stop, "stopped", AccountSync::stopped);
        }
    }

    private AccountSync running(AccountSync state, SyncProgress progress) {
        return progress.phase() == SyncProgress.Phase.ENDED ? state : state.running(progress, clock.instant());
    }

    private void soon(Account account, StopSignal stop, String what, UnaryOperator<AccountSync> step) {
        background.soon(what + stop.hashCode(), () -> {
            Watched current = watches.get(account.id());
            if (current != null && current.stop() == stop) {
                states.computeIfPresent(account.id(), (_, state) -> step.apply(state));
                tell();
            }
        });
    }

    private void tell() {
        all.set(List.copyOf(states.values()));
    }

    /**
     * Stops following an account until it is started again. What has been received is kept.
     *
     * @param account the account
     */
    public void stop(Account account) {
        Watched watched = watches.get(account.id());
        if (watched != null) {
            watched.stop().request();
        }
    }

    /**
     * Pauses an account, so that it is not followed in later runs of the program either, or lets it be followed again.
     *
     * @param account the account
     * @param paused whether it is to be paused
     */
    public void pause(Account account, boolean paused) {
        background.run("pause", () -> {
            accounts.pause(account.id(), paused);
            return paused;
        }, _ -> {}, failure -> LOG.warn("An account could not be paused: {}", failure.problem()));
    }

    /**
     * Asks the server what a pass would do. Nothing is changed anywhere.
     *
     * @param account the account
     * @param planned takes the plan
     * @param failed takes what kept the server from being asked
     */
    void plan(Account account, Consumer<SyncPlan> planned, Consumer<KithException> failed) {
        background.run("plan-" + account.id(), () -> service.plan(account, ""), planned, failed);
    }

    /** Starts a pass over every account that is not paused; where one runs, as soon as that has ended: it may have passed by already. */
    public void startAll() {
        states.values().stream().filter(state -> state.activity() == Activity.RUNNING)
                .forEach(state -> again.add(state.account().id()));
        List.copyOf(states.values()).stream()
                .filter(state -> state.activity() != Activity.RUNNING && !state.account().schedule().paused())
                .forEach(state -> start(state.account()));
    }

    /** {@return how it stands with every account, in their order} */
    public ReadOnlyObjectProperty<List<AccountSync>> allProperty() {
        return all.getReadOnlyProperty();
    }

    /** {@return the folders of each account by its number} */
    public ReadOnlyObjectProperty<Map<Long, List<FolderRow>>> foldersProperty() {
        return folders.getReadOnlyProperty();
    }

    /** {@return what earlier passes over each account did, newest first, by its number} */
    public ReadOnlyObjectProperty<Map<Long, List<Pass>>> passesProperty() {
        return passes.getReadOnlyProperty();
    }

    /** {@return what was done on each day, newest first, by the account's number} */
    public ReadOnlyObjectProperty<Map<Long, List<PassDay>>> daysProperty() {
        return days.getReadOnlyProperty();
    }

    /** {@return what time it is for the views} */
    public Clock clock() {
        return clock;
    }

    /** Ends all watches and waits until what they have received is kept. Called when the window closes, off the JavaFX thread. */
    @Override
    public void close() {
        closed = true;
        List<Watched> ending = List.copyOf(watches.values());
        ending.forEach(watched -> watched.stop().request());
        ending.forEach(Watched::end);
    }

    private record Watched(StopSignal stop, Thread thread) {
        void end() {
            stop.request();
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    private record Listing(List<Account> accounts, Map<Long, List<FolderRow>> folders,
            Map<Long, List<Pass>> passes, Map<Long, List<PassDay>> days) {}
}
