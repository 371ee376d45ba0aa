package app.kith.ui.outbox;

import app.kith.account.Account;
import app.kith.change.Outgoing;
import app.kith.change.Outgoing.State;
import app.kith.desk.Accounts;
import app.kith.store.Conversations;
import app.kith.store.Conversations.MessageRow;
import app.kith.sync.Outbox;
import app.kith.sync.StopSignal;
import app.kith.sync.SyncService;
import app.kith.ui.outbox.OutboxRow.Group;
import app.kith.ui.work.Background;
import app.kith.ui.work.ChangeFeed;
import app.kith.ui.work.Refresh;
import app.kith.words.KithException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What is being written, on its way, or was sent lately; sends what is due. JavaFX thread only. */
public final class OutboxModel implements AutoCloseable {
    private static final int MOST_SENT = 20;
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Outbox outbox;
    private final Accounts accounts;
    private final Conversations conversations;
    private final SyncService sync;
    private final Background background;
    private final Clock clock;
    private final Refresh<List<OutboxRow>> refresh;
    private final ReadOnlyObjectWrapper<List<OutboxRow>> rows = new ReadOnlyObjectWrapper<>(this, "rows", List.of());
    private final ReadOnlyObjectWrapper<Map<Long, KithException>> troubles = new ReadOnlyObjectWrapper<>(this,
            "troubles", Map.of());
    private final Map<Long, Instant> notBefore = new HashMap<>();
    private final Set<Long> sending = new HashSet<>();
    private final StopSignal stop = new StopSignal();
    private boolean loaded;

    /**
     * Makes the model and begins to read.
     *
     * @param outbox what is on its way
     * @param accounts who sends it
     * @param conversations what it says
     * @param sync sends
     * @param background where that is done
     * @param feed tells what changed
     * @param clock what time it is
     */
    public OutboxModel(Outbox outbox, Accounts accounts, Conversations conversations, SyncService sync,
            Background background, ChangeFeed feed, Clock clock) {
        this.outbox = outbox;
        this.accounts = accounts;
        this.conversations = conversations;
        this.sync = sync;
        this.background = background;
        this.clock = clock;
        this.refresh = new Refresh<>(background, "outbox", () -> this::read, this::show);
        feed.listen(change -> {
            if (!change.accounts().isEmpty()) {
                refresh.request();
            }
        });
        refresh.now();
    }

    private void show(List<OutboxRow> read) {
        loaded = true;
        rows.set(read);
    }

    /** {@return whether the rows have been read at least once} */
    public boolean isLoaded() {
        return loaded;
    }

    private List<OutboxRow> read() {
        Map<Long, String> emails = accounts.list().stream().collect(Collectors.toMap(Account::id, Account::email));
        List<OutboxRow> read = new ArrayList<>();
        int sent = 0;
        for (Outgoing outgoing : outbox.list().reversed()) {
            boolean over = outgoing.state() == State.SENT || outgoing.state() == State.FILED;
            if (outgoing.state() != State.CANCELLED && (!over || sent < MOST_SENT)) {
                sent += over ? 1 : 0;
                Optional<MessageRow> message = conversations.message(outgoing.message());
                read.add(new OutboxRow(outgoing, message.map(MessageRow::subject).orElse(""),
                        emails.getOrDefault(outgoing.account(), ""),
                        message.map(MessageRow::sentAt).orElse(Instant.EPOCH)));
            }
        }
        return read;
    }

    /** Sends what is due. To be called every second or so; does little where nothing is. */
    public void tick() {
        Instant now = clock.instant();
        rows.get().stream().map(OutboxRow::outgoing)
                .filter(each -> each.state() == State.WAITING && !each.notBefore().isAfter(now))
                .map(Outgoing::account).distinct()
                .filter(account -> !notBefore.getOrDefault(account, Instant.EPOCH).isAfter(now)).toList()
                .forEach(this::send);
    }

    /**
     * Sends what is due now, also where an attempt has just failed: somebody asks for it, who may know that the network is back. No
     * pass is waited for, neither one that is going on nor the next.
     */
    public void sendDue() {
        notBefore.clear();
        tick();
    }

    private void send(long account) {
        if (!sending.add(account)) {
            return;
        }
        Callable<List<KithException>> work = () -> accounts.list().stream().filter(each -> each.id() == account)
                .findFirst().map(each -> sync.send(each, stop)).orElse(List.of());
        background.run("send-" + account, work, errors -> ended(account, errors), e -> ended(account, List.of(e)));
    }

    /** After a failure the next attempt waits; each message has a pause of its own where the server put it off. */
    private void ended(long account, List<KithException> errors) {
        sending.remove(account);
        notBefore.put(account, clock.instant().plus(errors.isEmpty() ? Duration.ZERO : PAUSE));
        Map<Long, KithException> now = new HashMap<>(troubles.get());
        now.remove(account);
        if (!errors.isEmpty()) {
            now.put(account, errors.getFirst());
        }
        troubles.set(Map.copyOf(now));
        refresh.request();
    }

    /**
     * Sends a letter at once: one that waits, one that was refused, one that may have arrived and did not.
     *
     * @param row the letter
     * @param failed takes what went wrong
     */
    public void sendNow(OutboxRow row, Consumer<KithException> failed) {
        long account = row.outgoing().account();
        background.run("outbox-act", () -> outbox.retry(row.outgoing().id()), _ -> {
            notBefore.remove(account);
            send(account);
            refresh.request();
        }, failed);
    }

    /**
     * Takes a letter back for good; of one in doubt it says that it has arrived.
     *
     * @param row the letter
     * @param then told when it is done
     * @param failed takes what went wrong
     */
    public void cancel(OutboxRow row, Runnable then, Consumer<KithException> failed) {
        background.run("outbox-act", () -> outbox.cancel(row.outgoing().id()), _ -> {
            refresh.request();
            then.run();
        }, failed);
    }

    /** {@return how many letters wait for somebody to do something, or to be sent} */
    public int open() {
        return (int) rows.get().stream().filter(row -> row.group() != Group.SENT).count();
    }

    /** {@return the letters, newest first} */
    public ReadOnlyObjectProperty<List<OutboxRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** {@return why nothing can be sent now, by the number of the account} */
    public ReadOnlyObjectProperty<Map<Long, KithException>> troublesProperty() {
        return troubles.getReadOnlyProperty();
    }

    /** {@return what time it is} */
    Clock clock() {
        return clock;
    }

    /** Ends what is being sent, where it can still be ended. */
    @Override
    public void close() {
        stop.request();
    }
}
