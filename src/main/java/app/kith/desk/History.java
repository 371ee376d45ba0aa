package app.kith.desk;

import app.kith.account.Account;
import app.kith.change.Actor;
import app.kith.change.Change;
import app.kith.change.Change.AccountChange;
import app.kith.change.Change.ErasedChange;
import app.kith.change.Change.OperationChange;
import app.kith.change.Change.OutgoingChange;
import app.kith.change.ChangeSet;
import app.kith.change.Journal;
import app.kith.change.LogPosition;
import app.kith.change.Operation;
import app.kith.change.Reversal;
import app.kith.change.Reversal.Conflict;
import app.kith.exchange.SafeTable;
import app.kith.log.Damage;
import app.kith.log.Ledger;
import app.kith.log.LogCheck;
import app.kith.store.ChangesView;
import app.kith.store.ChangesView.Heading;
import app.kith.store.ChangesView.Sought;
import app.kith.sync.OperationQueue;
import app.kith.sync.Outbox;
import app.kith.words.KithException;
import app.kith.words.Problem;
import app.kith.words.ReasonWords;
import app.kith.words.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** One list of what was done, and the taking back of anything in it. Blocks. */
public final class History {
    /** Whose acts are taken back by a key. */
    private static final List<Actor> OWN = List.of(Actor.USER, Actor.MERGE, Actor.IMPORT);
    private static final int PAGE = 1_000;
    private static final String UNDONE = "undone ";
    private static final List<String> NO_ACTS = List.of("draft-", "outgoing-", "operations-", "operation-undone",
            "erasure-", ExportNotes.REASON);

    private final ChangesView view;
    private final Ledger ledger;
    private final Journal journal;
    private final OperationQueue operations;
    private final Outbox outbox;
    private final Accounts accounts;

    History(ChangesView view, Ledger ledger, Journal journal, OperationQueue operations, Outbox outbox,
            Accounts accounts) {
        this.view = view;
        this.ledger = ledger;
        this.journal = journal;
        this.operations = operations;
        this.outbox = outbox;
        this.accounts = accounts;
    }

    /**
     * What taking back came to.
     *
     * @param undone what was taken back
     * @param change number of the change set that did it; 0 if nothing was left to be taken back
     * @param conflicts what was changed since and stays
     * @param erased whether something in it was erased for good since, and does not come back
     */
    public record Undone(Heading undone, long change, List<Conflict> conflicts, boolean erased) {}

    /**
     * Lists what was done, the latest first.
     *
     * @param contact only what concerns this customer; 0 for all
     * @param before only what was done before this number; 0 for all
     * @param most how many at most
     * @return the headings
     */
    public List<Heading> list(long contact, long before, int most) {
        return view.list(contact, before, most);
    }

    /**
     * Lists what was done and is looked for, the latest first.
     *
     * @param sought what is looked for
     * @param before only what was done before this number; 0 for all
     * @param most how many at most
     * @return the headings
     */
    public List<Heading> list(Sought sought, long before, int most) {
        return view.list(sought, before, most);
    }

    /**
     * Writes what was done into a table (CSV, UTF-8 with a byte-order mark), the latest first.
     *
     * @param out the file
     * @param replace whether a file that is there may be replaced
     * @param sought what of it
     * @param words the language
     * @throws KithException FILE_EXISTS, DISK
     */
    public void write(Path out, boolean replace, Sought sought, Words words) {
        SafeTable.write(out, replace, List.of("#", words.get("cli.head.at"), words.get("cli.head.who"),
                words.get("cli.head.change")), table -> {
                    long before = 0;
                    List<Heading> page;
                    do {
                        page = view.list(sought, before, PAGE);
                        for (Heading one : page) {
                            table.row(String.valueOf(one.sequence()), one.at().toString(), who(one, words),
                                    ReasonWords.of(words, one.reason(), one.about()));
                            before = one.sequence();
                        }
                    } while (page.size() == PAGE);
                });
    }

    private static String who(Heading one, Words words) {
        return words.get("record.actor." + one.actor().name().toLowerCase(Locale.ROOT));
    }

    /**
     * One heading.
     *
     * @param number number of the change set
     * @return the heading
     * @throws KithException NOT_FOUND
     */
    public Heading heading(long number) {
        return view.find(number).orElseThrow(() -> new KithException(Problem.NOT_FOUND, "#" + number));
    }

    /**
     * A change set as it stands in the ledger.
     *
     * @param number its number
     * @return the change set
     * @throws KithException NOT_FOUND, LOG_DAMAGED
     */
    public ChangeSet show(long number) {
        LogPosition before = view.before(number)
                .orElseThrow(() -> new KithException(Problem.NOT_FOUND, "#" + number));
        return ledger.next(before).orElseThrow(() -> new KithException(Problem.LOG_DAMAGED, "ledger", 0, number));
    }

    /**
     * A change set as the ledger writes it.
     *
     * @param number its number
     * @return JSON: {@code {"v":1,"set":{…}}}
     * @throws KithException NOT_FOUND, LOG_DAMAGED
     */
    public String text(long number) {
        return ledger.text(show(number));
    }

    /**
     * Reads the whole ledger and checks checksums, seals and the chain of hashes.
     *
     * @return what is wrong; empty if nothing is
     */
    public List<Damage> verify() {
        return check().damages();
    }

    /** {@return what a look through the whole ledger found: checksums, seals, the chain of hashes, and where something was erased} */
    public LogCheck check() {
        return ledger.check();
    }

    /**
     * Takes a change set back. Taking back a taking back does it again.
     *
     * @param number number of the change set
     * @return what it came to
     * @throws KithException NOT_FOUND, CANNOT_UNDO if mail was sent or something was written out, OUTGOING_SETTLED, LOG_DAMAGED
     */
    public Undone undo(long number) {
        Heading heading = heading(number);
        if (heading.reason().startsWith(ExportNotes.REASON)) {
            throw new KithException(Problem.CANNOT_UNDO, number); // What left the program is not here to be taken back.
        }
        ChangeSet set = show(number);
        boolean erased = set.changes().stream().anyMatch(ErasedChange.class::isInstance);
        boolean alone = set.changes().stream().noneMatch(Reversal::can);
        long other = undoElsewhere(set, alone ? number : 0);
        if (alone) {
            if (other == 0 && erased) {
                throw new KithException(Problem.ERASED);
            }
            if (other == 0) {
                throw new KithException(Problem.CANNOT_UNDO, number);
            }
            return new Undone(heading, other, List.of(), erased);
        }
        List<Conflict> conflicts = new ArrayList<>();
        OptionalLong change = journal.enter(Actor.USER, UNDONE + number, _ -> {
            Reversal.Result result = Reversal.of(set, view);
            conflicts.addAll(result.conflicts());
            return result.changes();
        });
        return new Undone(heading, change.orElse(other), List.copyOf(conflicts), erased);
    }

    /** What servers were or will be told, mail on its way, and accounts go back by their own ways. */
    private long undoElsewhere(ChangeSet set, long number) {
        long change = 0;
        List<Operation> entered = set.changes().stream()
                .filter(one -> one instanceof OperationChange made && made.before() == null && made.after() != null)
                .map(one -> ((OperationChange) one).after()).map(Operation.class::cast).toList();
        List<Operation> cancelled = set.changes().stream()
                .filter(one -> set.reason().startsWith(UNDONE) && one instanceof OperationChange made
                        && made.before() != null && made.after() == null)
                .map(one -> ((OperationChange) one).before()).map(Operation.class::cast).toList();
        if (!entered.isEmpty() || !cancelled.isEmpty()) {
            long made = operations.undo(new OperationQueue.Entered(entered, number, List.of(), List.of()), cancelled);
            change = made == 0 ? last() : made;
        }
        for (Change one : set.changes()) {
            if (one instanceof OutgoingChange outgoing && outgoing.before() == null) {
                change = outbox.cancel(outgoing.id());
            } else if (one instanceof AccountChange account) {
                change = undo(account);
            }
        }
        return change;
    }

    private long undo(AccountChange change) {
        Account before = change.before();
        Account after = change.after();
        if (before == null && after != null) {
            return accounts.remove(accounts.find(after.email()));
        }
        if (before != null && after != null) {
            return accounts.edit(before, "");
        }
        return before == null ? 0 : accounts.add(before, "").change();
    }

    private long last() {
        return view.list(0, 0, 1).getFirst().sequence();
    }

    /**
     * Tells whether a change set has anything to be taken back: what left the program or was erased for good has not.
     *
     * @param heading the change set
     * @return whether it has
     */
    public static boolean isReversible(Heading heading) {
        return !heading.reason().startsWith(ExportNotes.REASON) && !heading.reason().startsWith("erasure-");
    }

    /** {@return the user's last act that has not been taken back; empty where there is none to be taken back} */
    public Optional<Heading> lastAct() {
        Set<Long> back = new HashSet<>();
        for (Heading heading : view.acts(OWN, 200)) {
            if (heading.reason().startsWith(UNDONE)) {
                // A taking back that was itself taken back does not count.
                if (!back.contains(heading.sequence())) {
                    back.add(Long.parseLong(heading.reason().substring(UNDONE.length())));
                }
            } else if (!back.contains(heading.sequence())
                    && NO_ACTS.stream().noneMatch(heading.reason()::startsWith)
                    && !heading.reason().endsWith(" " + Redaction.NOTHING_LEFT)) {
                return Optional.of(heading);
            }
        }
        return Optional.empty();
    }

    /** {@return the taking back that is to be taken back by "redo"; empty if something else was done after it} */
    public Optional<Heading> lastUndone() {
        Set<Long> back = new HashSet<>();
        for (Heading heading : view.acts(OWN, 200)) {
            if (!heading.reason().startsWith(UNDONE)) {
                return Optional.empty();
            }
            long of = Long.parseLong(heading.reason().substring(UNDONE.length()));
            boolean again = view.find(of).map(one -> one.reason().startsWith(UNDONE)).orElse(false);
            if (!again && !back.contains(heading.sequence())) {
                return Optional.of(heading);
            }
            back.add(of);
        }
        return Optional.empty();
    }
}
