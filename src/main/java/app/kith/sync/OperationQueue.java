package app.kith.sync;

import app.kith.change.Actor;
import app.kith.change.Change;
import app.kith.change.Change.OperationChange;
import app.kith.change.Filing;
import app.kith.change.Journal;
import app.kith.change.MailEvent;
import app.kith.change.MessageFlags;
import app.kith.change.NextNumbers;
import app.kith.change.Operation;
import app.kith.change.Operation.State;
import app.kith.store.Operations;
import app.kith.store.Operations.Lying;
import app.kith.store.Operations.Signs;
import app.kith.store.Operations.Standing;
import app.kith.store.SyncView;
import app.kith.sync.Whereabouts.Goal;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;

/**
 * What the user does to mail. Each act is in the ledger, forced, and shown as done before the call returns; {@link Replayer} tells the
 * server when it can be reached. Nothing is ever removed for good. Thread-safe; blocks.
 */
public final class OperationQueue {
    private final Operations view;
    private final SyncView folders;
    private final Journal journal;
    private final Filing filing;
    private final LongConsumer entered;
    private final boolean passing;

    /**
     * Makes the queue.
     *
     * @param view what waits, and where mail lies
     * @param folders the folders of the accounts
     * @param journal where acts are entered
     * @param filing where is done at once what concerns mail that lies in no folder of a server
     * @param entered told the number of an account for which something waits now
     */
    public OperationQueue(Operations view, SyncView folders, Journal journal, Filing filing, LongConsumer entered) {
        this(view, folders, journal, filing, entered, false);
    }

    private OperationQueue(Operations view, SyncView folders, Journal journal, Filing filing, LongConsumer entered,
            boolean passing) {
        this.filing = filing;
        this.view = view;
        this.folders = folders;
        this.journal = journal;
        this.entered = entered;
        this.passing = passing;
    }

    /** {@return the same queue, for acts on many mails: one that no server holds, or whose account lacks the folder, is passed over} */
    public OperationQueue passingOver() {
        return new OperationQueue(view, folders, journal, filing, entered, true);
    }

    /** {@return all that wait or have failed, in the order in which they were entered} */
    public List<Operation> list() {
        return view.open();
    }

    /**
     * Where a message lies, as it will be when nothing waits any more.
     *
     * @param message its number
     * @return its places; empty where no server holds it
     */
    public List<Lying> lying(long message) {
        return view.lying(message);
    }

    /**
     * Sets and takes off flags, wherever the messages lie. What is so already is left alone.
     *
     * @param messages numbers of the messages
     * @param add flags to set
     * @param remove flags to take off
     * @return what was entered
     * @throws KithException NOT_ON_SERVER
     */
    public Entered flag(Collection<Long> messages, MessageFlags add, MessageFlags remove) {
        return enter("mail-flagged", messages, (message, stands, _, maker) -> {
            for (Lying place : Whereabouts.folders(places(message, stands, true))) {
                MessageFlags set = add.minus(place.flags());
                MessageFlags off = remove.minus(remove.minus(place.flags()));
                if (!set.isEmpty() || !off.isEmpty()) {
                    maker.add(id -> Operation.flags(id, place.folder().account(), message, place.folder().path(), set,
                            off));
                }
            }
            for (Lying place : stands.files()) {
                MessageFlags after = place.flags().plus(add).minus(remove);
                if (!after.equals(place.flags())) {
                    maker.local(message, new MailEvent.Flagged(place.folder(), place.uid(), after),
                            new MailEvent.Flagged(place.folder(), place.uid(), place.flags()));
                }
            }
        });
    }

    /**
     * Moves messages into a folder of the account in which they lie.
     *
     * @param messages numbers of the messages
     * @param path the folder
     * @return what was entered; nothing for messages that lie there already
     * @throws KithException NOT_ON_SERVER; NOT_FOUND if no account in which a message lies has the folder
     */
    public Entered move(Collection<Long> messages, String path) {
        return enter("mail-moved", messages, (message, stands, where, maker) -> {
            List<Lying> places = places(message, stands, false);
            Optional<Lying> source = where.source(places, path);
            if (!passing && source.isEmpty()
                    && places.stream().noneMatch(place -> place.folder().path().equals(path))) {
                throw new KithException(Problem.NOT_FOUND, path);
            }
            source.ifPresent(place -> maker.add(id -> Operation.move(id, place.folder().account(), message,
                    place.folder().path(), where.named(place.folder().account(), path))));
        });
    }

    /**
     * What the same acts come to, to be entered by somebody else together with all else that is done at once. Mail that no server holds
     * is passed over, and a folder that an account does not have, too.
     *
     * @param numbers the numbers that are free
     * @param flags flags to set by the numbers of the messages
     * @param goals folders into which messages go, by their numbers
     * @return the changes; {@link #told} is to be called when they are entered
     */
    public List<Change> changes(NextNumbers numbers, Map<Long, MessageFlags> flags, Map<Long, String> goals) {
        Maker maker = new Maker(numbers);
        Whereabouts where = new Whereabouts(folders);
        flags.forEach((message, add) -> {
            for (Lying place : Whereabouts.folders(view.lying(message))) {
                MessageFlags set = add.minus(place.flags());
                if (!set.isEmpty()) {
                    maker.add(id -> Operation.flags(id, place.folder().account(), message, place.folder().path(), set,
                            MessageFlags.NONE));
                }
            }
        });
        goals.forEach((message, path) -> where.source(view.lying(message), path)
                .ifPresent(place -> maker.add(id -> Operation.move(id, place.folder().account(), message,
                        place.folder().path(), where.named(place.folder().account(), path)))));
        return maker.changes();
    }

    /**
     * Has servers told what {@link #changes} came to.
     *
     * @param made changes that were entered
     */
    public void told(Collection<Change> made) {
        tell(made.stream().filter(OperationChange.class::isInstance).map(one -> ((OperationChange) one).after())
                .filter(Objects::nonNull).map(Operation.class::cast).toList());
    }

    /** Puts messages away: out of the inbox, into the archive. See {@link #move}. */
    public Entered archive(Collection<Long> messages) {
        return send("mail-archived", messages, Goal.ARCHIVE);
    }

    /** Throws messages away: into the trash, from which they can be taken again. See {@link #move}. */
    public Entered delete(Collection<Long> messages) {
        return send("mail-deleted", messages, Goal.TRASH);
    }

    /** Takes messages for junk, or no more. See {@link #move}. */
    public Entered junk(Collection<Long> messages, boolean on) {
        return send(on ? "mail-junk" : "mail-no-junk", messages, on ? Goal.JUNK : Goal.INBOX);
    }

    private Entered send(String reason, Collection<Long> messages, Goal goal) {
        return enter(reason, messages, (message, stands, where, maker) -> {
            if (goal == Goal.TRASH) {
                stands.files().forEach(place -> maker.local(message,
                        new MailEvent.Vanished(place.folder(), place.uid()), new MailEvent.Placed(place.folder(),
                                place.uid(), Instant.EPOCH, place.flags(), message)));
            }
            boolean stays = goal == Goal.TRASH || goal == Goal.ARCHIVE;
            for (Lying place : where.sources(places(message, stands, stays), goal)) {
                long account = place.folder().account();
                maker.add(id -> Operation.move(id, account, message, place.folder().path(),
                        where.chosen(account, goal)));
            }
        });
    }

    /**
     * Where servers hold a mail.
     *
     * @param orHere whether the act can be done to one that only came from a file, too
     */
    private List<Lying> places(long message, Standing stands, boolean orHere) {
        if (!passing && stands.lying().isEmpty() && !(orHere && !stands.files().isEmpty())) {
            throw new KithException(Problem.NOT_ON_SERVER, message);
        }
        return stands.lying();
    }

    private Entered enter(String reason, Collection<Long> messages, Act act) {
        Maker[] made = new Maker[1];
        OptionalLong change = journal.enter(Actor.USER, reason + " " + messages.size(), numbers -> {
            Maker maker = new Maker(numbers);
            Whereabouts where = new Whereabouts(folders);
            view.standing(messages).forEach((message, stands) -> act.on(message, stands, where, maker));
            made[0] = maker;
            return maker.changes();
        });
        List<Operation> operations = made[0].operations;
        filing.file(made[0].here);
        tell(operations);
        return new Entered(operations, change.orElse(0), made[0].back.reversed(), List.copyOf(made[0].touched));
    }

    private void tell(List<Operation> operations) {
        operations.stream().mapToLong(Operation::account).distinct().forEach(entered);
    }

    /**
     * Takes an operation back that the server has not been told, or lets go of one that failed. Later ones on the same mail find it
     * where it stays.
     *
     * @param id number of the operation
     * @return number of the change set
     * @throws KithException NOT_FOUND if it is done, or was never there
     */
    public long cancel(long id) {
        return journal.enter(Actor.USER, "operation-cancelled " + id, numbers -> {
            TakingBack back = new TakingBack(view, numbers);
            back.cancel(find(id));
            return back.changes();
        }).orElseThrow();
    }

    private Operation find(long id) {
        return view.find(id).orElseThrow(() -> new KithException(Problem.NOT_FOUND, "#" + id));
    }

    /**
     * Has an operation tried again, at the next pass, for the mail where it lies now.
     *
     * @param id number of the operation
     * @return number of the change set; 0 if it waits already
     * @throws KithException NOT_FOUND; NOT_ON_SERVER if the mail lies nowhere any more
     */
    public long retry(long id) {
        Operation[] again = new Operation[1];
        OptionalLong change = journal.enter(Actor.USER, "operation-retried " + id, _ -> {
            Operation before = find(id);
            again[0] = before;
            return before.state() == State.WAITING
                    ? List.of()
                    : List.of(new OperationChange(id, before, here(before).in(State.WAITING, "")));
        });
        tell(List.of(again[0]));
        return change.orElse(0);
    }

    private Operation here(Operation operation) {
        List<Lying> places = view.lying(operation.message()).stream()
                .filter(place -> place.folder().account() == operation.account()).toList();
        if (places.stream().anyMatch(place -> place.folder().path().equals(operation.path()))) {
            return operation;
        }
        return places.stream().min(Whereabouts.first()).map(place -> operation.from(place.folder().path()))
                .orElseThrow(() -> new KithException(Problem.NOT_ON_SERVER, operation.message()));
    }

    /**
     * Takes back what was done, all of it as one: an operation that still waits is cancelled, of one that is done the reverse is entered.
     * What was taken back already is left alone.
     *
     * @param done what was entered
     * @return number of the change set; 0 where nothing was left to be taken back
     */
    public long undo(Entered done) {
        return undo(done, List.of());
    }

    /**
     * The same, and does again what was taken back.
     *
     * @param done what was entered
     * @param cancelled operations that were cancelled while they waited
     * @return number of the change set; 0 where nothing was left to be done
     */
    public long undo(Entered done, List<Operation> cancelled) {
        String reason = done.change() == 0
                ? "operation-undone " + (done.operations().isEmpty() ? 0 : done.operations().getFirst().id())
                : "undone " + done.change();
        OptionalLong change = journal.enter(Actor.USER, reason, numbers -> {
            TakingBack back = new TakingBack(view, numbers);
            back.undo(done.operations());
            back.again(cancelled);
            return back.changes();
        });
        filing.file(done.back());
        tell(done.operations());
        tell(cancelled);
        return change.orElse(0);
    }

    List<Operation> waiting(long account) {
        return view.waiting(account);
    }

    /** An operation as it is now; empty where it does not wait any more. */
    Optional<Operation> now(Operation operation) {
        return view.find(operation.id()).filter(now -> now.state() == State.WAITING);
    }

    List<Lying> onServer(Operation operation) {
        return view.onServer(operation.message()).stream()
                .filter(place -> place.folder().account() == operation.account()).toList();
    }

    /** Where a message lies by what the servers said last. */
    List<Lying> onServer(long message) {
        return view.onServer(message);
    }

    Optional<Signs> signs(Operation operation) {
        return view.signs(operation.message());
    }

    /**
     * Enters how far operations have come. One that the user took back while the server was being told is done and undone again.
     *
     * @param steps each operation as it was and as it is
     */
    void settle(List<Step> steps) {
        if (steps.isEmpty()) {
            return;
        }
        journal.enter(Actor.SYNC, "operations-settled " + steps.size(), numbers -> {
            Maker late = new Maker(numbers);
            List<Change> changes = new ArrayList<>();
            for (Step step : steps) {
                Operation before = step.before();
                if (now(before).equals(Optional.of(before))) {
                    changes.add(new OperationChange(before.id(), before, step.after()));
                    changes.addAll(step.after().state() == State.FAILED ? TakingBack.stays(view, before) : List.of());
                } else if (step.after().state() == State.DONE) {
                    late.add(before::inverse);
                }
            }
            changes.addAll(late.changes());
            return changes;
        });
    }

    /** Has all that waits for a folder which turned out to have another name wait for that one. */
    void redirect(long account, Operation.Destination old, Operation.Destination real) {
        journal.enter(Actor.SYNC, "operations-redirected", _ -> {
            List<Change> changes = new ArrayList<>();
            for (Operation operation : view.waiting(account)) {
                Operation after = operation.path().equals(old.path()) ? operation.from(real.path()) : operation;
                after = old.equals(after.to()) ? after.to(real) : after;
                if (!after.equals(operation)) {
                    changes.add(new OperationChange(operation.id(), operation, after));
                }
            }
            return changes;
        });
    }

    /**
     * What an act of the user's came to.
     *
     * @param operations the operations; none where everything was so already
     * @param change number of the change set; 0 where there are none
     * @param back what takes back what was done at once to mail that no server has
     * @param messages numbers of the messages that are different now, each once
     */
    public record Entered(List<Operation> operations, long change, List<MailEvent> back, List<Long> messages) {

        /** Keeps its own copies. */
        public Entered {
            operations = List.copyOf(operations);
            back = List.copyOf(back);
            messages = List.copyOf(messages);
        }
    }

    /** A step of an operation. */
    record Step(Operation before, Operation after) {}

    /** Makes the operations for one message. */
    private interface Act {
        void on(long message, Standing stands, Whereabouts where, Maker maker);
    }

    /** Numbers new operations. */
    private static final class Maker {
        private final List<Operation> operations = new ArrayList<>();
        private final List<MailEvent> here = new ArrayList<>();
        private final List<MailEvent> back = new ArrayList<>();
        private final Set<Long> touched = new LinkedHashSet<>();
        private long next;

        Maker(NextNumbers numbers) {
            next = numbers.operation();
        }

        void local(long message, MailEvent event, MailEvent undone) {
            touched.add(message);
            here.add(event);
            back.add(undone);
        }

        void add(LongFunction<Operation> made) {
            Operation operation = made.apply(next++);
            touched.add(operation.message());
            operations.add(operation);
        }

        List<Change> changes() {
            return operations.stream().map(made -> (Change) new OperationChange(made.id(), null, made)).toList();
        }
    }
}
