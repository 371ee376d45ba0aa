package app.kith.sync;

import app.kith.account.Account;
import app.kith.change.Actor;
import app.kith.change.Change;
import app.kith.change.Filing;
import app.kith.change.FolderKey;
import app.kith.change.FolderRole;
import app.kith.change.Journal;
import app.kith.change.MailEvent;
import app.kith.change.MessageFlags;
import app.kith.change.Outgoing;
import app.kith.change.Outgoing.Fate;
import app.kith.change.Outgoing.Recipient;
import app.kith.change.Outgoing.State;
import app.kith.compose.Letter;
import app.kith.compose.LetterWriter;
import app.kith.store.OutboxView;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is on its way out. The bytes of a message lie in the mail log from the moment it is queued; each step it takes is entered in
 * the ledger before the next one is done. Thread-safe.
 */
public final class Outbox {
    private final OutboxView view;
    private final Journal journal;
    private final Filing filing;
    private final LongFunction<byte[]> raw;
    private final Clock clock;
    private final Map<Long, Long> largestTaken = new ConcurrentHashMap<>();
    private final ReentrantLock queueing = new ReentrantLock();

    /**
     * Makes the outbox.
     *
     * @param view what is on its way
     * @param journal where steps are entered
     * @param filing where bytes are kept
     * @param raw reads the bytes of a message by its number
     * @param clock what time it is
     */
    public Outbox(OutboxView view, Journal journal, Filing filing, LongFunction<byte[]> raw, Clock clock) {
        this.view = view;
        this.journal = journal;
        this.filing = filing;
        this.raw = raw;
        this.clock = clock;
    }

    /**
     * Puts what a kill left half done into a state that says so: a message whose end was being sent may have arrived; bytes of one
     * that was never queued are forgotten. To be called once, before anything else.
     */
    public void recover() {
        filing.file(view.strays().stream()
                .map(stray -> (MailEvent) new MailEvent.Vanished(stray.folder(), stray.uid())).toList());
        for (Outgoing outgoing : view.list(0)) {
            if (outgoing.state() == State.SENDING) {
                step(outgoing, Actor.SYNC, "outgoing-in-doubt", now -> now.to(State.IN_DOUBT, "interrupted"));
            } else if (outgoing.state() == State.CANCELLED) {
                forget(outgoing);
            }
        }
    }

    /**
     * Puts a letter into the outbox. When this returns it is on the disk.
     *
     * @param account the account that sends it
     * @param letter the letter
     * @param notBefore not to be sent before this; in the past for at once
     * @return the outgoing message, and the number of the change set
     * @throws KithException ADDRESS_INVALID if it has no recipients
     */
    public Queued queue(Account account, Letter letter, Instant notBefore) {
        return queue(null, account, letter, notBefore);
    }

    /** Puts a letter into the outbox in place of the draft that it was; null for none. */
    Queued queue(@Nullable Outgoing draft, Account account, Letter letter, Instant notBefore) {
        List<Recipient> recipients = letter.recipients().stream()
                .map(address -> new Recipient(address, Fate.WAITING, "")).toList();
        if (recipients.isEmpty()) {
            throw new KithException(Problem.ADDRESS_INVALID, "");
        }
        byte[] bytes = LetterWriter.write(letter);
        return alone(() -> {
            long id = draft == null ? view.next() : draft.id();
            FolderKey folder = FolderKey.outbox(account.id());
            filing.file(List.of(new MailEvent.FolderSeen(folder, '\0', FolderRole.OUTBOX, true),
                    new MailEvent.Arrived(folder, id, letter.date().toInstant(),
                            new MessageFlags(MessageFlags.SEEN, List.of()), bytes)));
            Outgoing outgoing = new Outgoing(id, account.id(), view.placed(account.id(), id).orElseThrow(),
                    letter.messageId(), letter.from().address(), recipients, State.WAITING, notBefore, 0, "", false);
            long change = journal.enter(Actor.USER, "outgoing-queued " + id,
                    _ -> List.of(new Change.OutgoingChange(id, draft, outgoing))).orElseThrow();
            return new Queued(outgoing, change);
        });
    }

    /** Does something while nothing else is put in or taken back. */
    <T> T alone(Supplier<T> work) {
        queueing.lock();
        try {
            return work.get();
        } finally {
            queueing.unlock();
        }
    }

    /** {@return everything that was ever put in, oldest first} */
    public List<Outgoing> list() {
        return view.list(0);
    }

    List<Outgoing> list(Account account) {
        return view.list(account.id());
    }

    /**
     * Has a message sent again, at the next pass: one that waits for a better time, one that was refused, one that is in doubt. The
     * last is looked for on the server once more before that.
     *
     * @param id number of the message
     * @return number of the change set
     * @throws KithException NOT_FOUND, OUTGOING_SETTLED
     */
    public long retry(long id) {
        return change(id, "outgoing-retried ", outgoing -> {
            boolean doubt = outgoing.state() == State.IN_DOUBT;
            if (!doubt && outgoing.state() != State.WAITING && outgoing.state() != State.REFUSED
                    && !outgoing.any(Fate.REFUSED)) {
                throw settled(outgoing);
            }
            Outgoing again = doubt
                    ? outgoing.turn(Fate.OFFERED, Fate.WAITING)
                    : outgoing.turn(Fate.REFUSED, Fate.WAITING);
            return again
                    .to(State.WAITING, outgoing.answer())
                    .at(clock.instant(), 0, outgoing.lookFirst() || doubt);
        });
    }

    /**
     * Takes a message back that has not been sent. Of one that is in doubt it says that it has arrived.
     *
     * @param id number of the message
     * @return number of the change set
     * @throws KithException NOT_FOUND, OUTGOING_SETTLED
     */
    public long cancel(long id) {
        long change = change(id, "outgoing-cancelled ", outgoing -> switch (outgoing.state()) {
            case IN_DOUBT -> taken(outgoing, outgoing.answer());
            case DRAFT, WAITING, REFUSED -> outgoing.any(Fate.TAKEN)
                    ? outgoing.turn(Fate.WAITING, Fate.REFUSED).to(State.SENT, outgoing.answer())
                    : outgoing.to(State.CANCELLED, outgoing.answer());
            case SENDING, SENT, FILED, CANCELLED -> throw settled(outgoing);
        });
        find(id).filter(outgoing -> outgoing.state() == State.CANCELLED).ifPresent(this::forget);
        return change;
    }

    static KithException settled(Outgoing outgoing) {
        return new KithException(Problem.OUTGOING_SETTLED, outgoing.id(), outgoing.state().word());
    }

    /** One message; NOT_FOUND where there is none. */
    Outgoing get(long id) {
        return find(id).orElseThrow(() -> new KithException(Problem.NOT_FOUND, "#" + id));
    }

    private java.util.Optional<Outgoing> find(long id) {
        return view.find(id);
    }

    private long change(long id, String reason, UnaryOperator<Outgoing> next) {
        return journal.enter(Actor.USER, reason + id, _ -> {
            Outgoing before = get(id);
            return List.of(new Change.OutgoingChange(id, before, next.apply(before)));
        }).orElseThrow();
    }

    /**
     * Enters a step of the worker's. The user may have changed the message meanwhile; then nothing is entered.
     *
     * @return the message as it is now
     * @throws KithException CANCELLED if the user changed it
     */
    Outgoing step(Outgoing before, Actor actor, String reason, UnaryOperator<Outgoing> next) {
        List<Outgoing> made = new ArrayList<>();
        journal.enter(actor, reason + " " + before.id(), _ -> {
            if (!find(before.id()).equals(java.util.Optional.of(before))) {
                return List.of();
            }
            made.add(next.apply(before));
            return List.of(new Change.OutgoingChange(before.id(), before, made.getFirst()));
        });
        if (made.isEmpty()) {
            throw new KithException(Problem.CANCELLED);
        }
        return made.getFirst();
    }

    /** The message as it is once the server has taken what it was offered; others may still wait. */
    static Outgoing taken(Outgoing outgoing, String answer) {
        Outgoing after = outgoing.turn(Fate.OFFERED, Fate.TAKEN);
        return after.to(after.any(Fate.WAITING) ? State.WAITING : State.SENT, answer);
    }

    /** Notes how large a message the server of an account takes; 0 for not said. */
    void learn(long account, long largest) {
        largestTaken.put(account, largest);
    }

    /**
     * How large a message the server of an account takes, as far as it has said so since the program was started.
     *
     * @param account number of the account
     * @return bytes; 0 where that is not known
     */
    public long largest(long account) {
        return largestTaken.getOrDefault(account, 0L);
    }

    byte[] raw(Outgoing outgoing) {
        return raw.apply(outgoing.message());
    }

    Instant now() {
        return clock.instant();
    }

    /** Whether sync has brought a copy that shows that the server took the message. */
    boolean seen(Outgoing outgoing) {
        return view.onServer(outgoing, true);
    }

    /** Takes messages out of the outbox whose copies have come from the server, so that nothing is there twice. */
    void tidy(Account account) {
        for (Outgoing outgoing : list(account)) {
            boolean over = outgoing.state() == State.SENT || outgoing.state() == State.FILED;
            if (over && view.placed(account.id(), outgoing.id()).isPresent() && view.onServer(outgoing, false)) {
                if (outgoing.state() == State.SENT) {
                    step(outgoing, Actor.SYNC, "outgoing-filed", now -> now.to(State.FILED, now.answer()));
                }
                forget(outgoing);
            }
        }
    }

    private void forget(Outgoing outgoing) {
        List<MailEvent> gone = new ArrayList<>();
        if (view.placed(outgoing.account(), outgoing.id()).isPresent()) {
            gone.add(new MailEvent.Vanished(FolderKey.outbox(outgoing.account()), outgoing.id()));
        }
        OutboxView.Placed draft = view.drafts().get(outgoing.id());
        if (draft != null) {
            gone.add(new MailEvent.Vanished(FolderKey.drafts(draft.account()), outgoing.id()));
        }
        filing.file(gone);
    }

    /**
     * A message that was queued.
     *
     * @param outgoing the message
     * @param change number of the change set
     */
    public record Queued(Outgoing outgoing, long change) {}
}
