package app.kith.sync;

import app.kith.account.Account;
import app.kith.change.Filing;
import app.kith.change.FolderRole;
import app.kith.change.Operation;
import app.kith.change.Operation.Destination;
import app.kith.change.Operation.Kind;
import app.kith.change.Operation.State;
import app.kith.store.Operations.Lying;
import app.kith.store.SyncView;
import app.kith.sync.OperationQueue.Step;
import app.kith.sync.SyncReport.Told;
import app.kith.sync.imap.ImapConnection;
import app.kith.sync.imap.Listed;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Tells a server what the user did to mail while nobody could be told. This is the rule by which conflicts are settled:
 * <ol>
 * <li>Operations are told in the order in which they were entered. One that has to wait lets the later ones on the same message wait;
 * the mail of others goes on.
 * <li>A flag that the user set or took off is set or taken off, whatever another program did to it meanwhile: the user's last word
 * holds. Flags that he did not touch are left as the server has them. Mail that was moved meanwhile gets its flags where it lies now.
 * <li>A move holds where the mail is still in the folder in which the user saw it, or has got to where it should go. Where another
 * program moved it elsewhere, that one was later: the mail stays, and the operation has failed, to be tried again by the user.
 * <li>Mail that another program removed for good is gone. What was to be flagged or thrown away is done with; any other move has
 * failed.
 * <li>A folder that is no more is not made again, except those the program chooses by what they are for (archive, trash, junk).
 * <li>What the server refuses has failed, with its reason; what it puts off, or a lost connection, leaves the operation waiting.
 * <li>Nothing is ever removed for good. A message leaves a folder only where the server moves it in one step, or where its copy in
 * the new folder is known to be safe; and without UIDPLUS it is marked as deleted, not expunged.
 * </ol>
 * UIDs are believed for the UIDVALIDITY for which they hold; after a new one an operation waits until the pass has recognised the
 * mail. So there are two goes: {@link #tell} before the folders are followed, {@link #settle} after.
 */
final class Replayer {
    private static final int AT_ONCE = 200;
    /** Response codes by which a server puts off what it could do at another time (RFC 5530, RFC 9051). */
    private static final List<String> PUT_OFF = List.of("[UNAVAILABLE]", "[INUSE]", "[LIMIT]", "[SERVERBUG]",
            "[THROTTLED]");

    private final Account account;
    private final ImapConnection connection;
    private final OperationQueue queue;
    private final FolderEdits edits;
    private final StopSignal stop;
    private final Consumer<KithException> errors;
    private final Set<Long> blocked = new HashSet<>();
    private int done;
    private int failed;

    Replayer(Account account, ImapConnection connection, OperationQueue queue, SyncView view, Filing filing,
            StopSignal stop, Consumer<KithException> errors) {
        this.account = account;
        this.connection = connection;
        this.queue = queue;
        this.edits = new FolderEdits(connection, queue, view, filing);
        this.stop = stop;
        this.errors = errors;
    }

    /** {@return what came of it} */
    Told told() {
        return new Told(done, failed, queue.waiting(account.id()).size(), edits.marked());
    }

    /**
     * Tells the server what can be told before its folders are followed.
     *
     * @param listed the folders of the server
     * @return whether the server was told anything, so that counts given before do not hold any more
     */
    boolean tell(List<Listed> listed) {
        if (queue.waiting(account.id()).isEmpty()) {
            return false;
        }
        replay(chooseFolders(listed));
        return true;
    }

    /**
     * Settles what had to wait for the folders to be followed.
     *
     * @param listed the folders of the server
     * @param followed those that were followed to their end in this pass
     */
    void settle(List<Listed> listed, Set<String> followed) {
        List<Operation> waiting = queue.waiting(account.id());
        if (waiting.isEmpty()) {
            return;
        }
        Set<String> paths = paths(listed);
        blocked.clear();
        boolean all = listed.stream().filter(folder -> Selection.follows(account.scope(), folder))
                .allMatch(folder -> followed.contains(folder.name()));
        if (all) {
            for (Operation operation : waiting) {
                // A move that has failed sends later operations back to where the mail stays.
                queue.now(operation).filter(now -> !blocked.contains(now.message()) && !isJudged(now))
                        .ifPresent(this::block);
            }
        }
        replay(paths);
    }

    private static Set<String> paths(List<Listed> listed) {
        return listed.stream().filter(Listed::selectable).map(Listed::name).collect(Collectors.toSet());
    }

    /** Finds or makes the folders that the program chose by what they are for, under the names that the server has for them. */
    private Set<String> chooseFolders(List<Listed> listed) {
        Set<String> paths = new HashSet<>(paths(listed));
        Set<Destination> missing = queue.waiting(account.id()).stream().map(Operation::to).filter(Objects::nonNull)
                .filter(to -> to.chosen() && !paths.contains(to.path())).collect(Collectors.toSet());
        for (Destination to : missing) {
            Optional<Listed> other = listed.stream().filter(f -> f.selectable() && f.role() == to.role()).findFirst();
            try {
                String path = other.isPresent() ? other.get().name() : connection.create(to.path());
                paths.add(path);
                if (!path.equals(to.path())) {
                    queue.redirect(account.id(), to, new Destination(path, to.role(), true));
                }
            } catch (KithException e) {
                if (e.problem() != Problem.SERVER_REFUSED) {
                    throw e;
                }
                errors.accept(e);
            }
        }
        return paths;
    }

    private void replay(Set<String> paths) {
        blocked.clear();
        List<Operation> waiting = queue.waiting(account.id());
        int next = 0;
        while (next < waiting.size()) {
            stop.check();
            List<Operation> batch = batch(waiting.subList(next, waiting.size()));
            next += batch.size();
            // What came before may have changed them, or the user: those are not like the others any more.
            List<Operation> now = batch.stream().filter(operation -> !blocked.contains(operation.message()))
                    .map(queue::now).flatMap(Optional::stream).toList();
            List<Operation> alike = now.stream().filter(batch::contains).toList();
            if (!alike.isEmpty()) {
                run(alike, paths);
            }
            now.stream().filter(operation -> !batch.contains(operation))
                    .forEach(changed -> run(List.of(changed), paths));
        }
    }

    private void blockAllBut(List<Operation> some, List<Operation> batch) {
        Set<Operation> others = new HashSet<>(some);
        batch.stream().filter(operation -> !others.contains(operation)).forEach(this::block);
    }

    private void block(Operation operation) {
        blocked.add(operation.message());
    }

    /** The next operations that are alike in all but the message. */
    private static List<Operation> batch(List<Operation> waiting) {
        Operation first = waiting.getFirst();
        Set<Long> messages = new HashSet<>();
        List<Operation> batch = new ArrayList<>();
        for (Operation operation : waiting) {
            boolean alike = operation.path().equals(first.path()) && operation.add().equals(first.add())
                    && operation.remove().equals(first.remove()) && Objects.equals(operation.to(), first.to());
            if (!alike || !messages.add(operation.message()) || batch.size() == AT_ONCE) {
                break;
            }
            batch.add(operation);
        }
        return batch;
    }

    private void run(List<Operation> batch, Set<String> paths) {
        Operation first = batch.getFirst();
        Destination to = first.to();
        if (to != null && !paths.contains(to.path())) {
            batch.forEach(operation -> settle(operation, State.FAILED, "no-folder " + to.path()));
            return;
        }
        if (!paths.contains(first.path())) {
            batch.forEach(this::block);
            return;
        }
        try {
            List<Operation> told = edits.run(batch);
            queue.settle(told.stream().map(operation -> new Step(operation, operation.in(State.DONE, ""))).toList());
            done += told.size();
            blockAllBut(told, batch);
        } catch (KithException e) {
            refused(batch, e, paths);
        }
    }

    private void refused(List<Operation> batch, KithException e, Set<String> paths) {
        if (e.problem() != Problem.SERVER_REFUSED || stop.requested()) {
            throw e;
        }
        String said = String.valueOf(e.details().getLast());
        String upper = said.toUpperCase(Locale.ROOT);
        if (PUT_OFF.stream().anyMatch(upper::contains)) {
            errors.accept(e);
            batch.forEach(this::block);
        } else if (batch.size() > 1) {
            batch.forEach(operation -> run(List.of(operation), paths)); // One of them is to blame.
        } else {
            settle(batch.getFirst(), State.FAILED, "refused " + said);
        }
    }

    /**
     * Judges an operation whose message is not where it was, now that all folders have been looked through. Returns false where the
     * message is there, so that the server has to be told before later operations on the same message can be judged.
     */
    private boolean isJudged(Operation operation) {
        List<Lying> places = queue.onServer(operation);
        Destination to = operation.to();
        if (places.stream().anyMatch(place -> place.folder().path().equals(operation.path()))) {
            return false;
        }
        Optional<String> elsewhere = places.stream().min(Whereabouts.first()).map(place -> place.folder().path());
        if (to != null && places.stream().anyMatch(place -> place.folder().path().equals(to.path()))) {
            settle(operation, State.DONE, "");
            return true;
        }
        if (operation.kind() == Kind.FLAGS && elsewhere.isPresent()) {
            queue.settle(List.of(new Step(operation, operation.from(elsewhere.get()))));
            return true;
        }
        if (elsewhere.isPresent()) {
            settle(operation, State.FAILED, "elsewhere " + elsewhere.get());
        } else {
            boolean content = to == null || to.role() == FolderRole.TRASH;
            settle(operation, content ? State.DONE : State.FAILED, "gone");
        }
        return true;
    }

    private void settle(Operation operation, State state, String reason) {
        queue.settle(List.of(new Step(operation, operation.in(state, reason))));
        done += state == State.DONE ? 1 : 0;
        failed += state == State.FAILED ? 1 : 0;
    }
}
