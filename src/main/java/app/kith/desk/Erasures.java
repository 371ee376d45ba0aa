package app.kith.desk;

import app.kith.change.Actor;
import app.kith.change.Change;
import app.kith.change.Change.EntryChange;
import app.kith.change.Change.ErasureBegun;
import app.kith.change.Change.ErasureDone;
import app.kith.change.ChangeSet;
import app.kith.change.LogPosition;
import app.kith.change.Outgoing;
import app.kith.contact.EmailAddress;
import app.kith.log.Damage;
import app.kith.log.Ledger;
import app.kith.log.Rewritten;
import app.kith.store.ChangesView;
import app.kith.store.ErasureView;
import app.kith.store.OutboxView;
import app.kith.store.Store;
import app.kith.vault.SealedFile;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Erases a person for good. It is begun here, by an entry in the ledger, and done when the data folder is opened the next time, before
 * anything else: the logs are written anew without the person, the store and the search index are thrown away and built again. Whatever
 * comes between, it is finished at the open after that. Blocks.
 */
public final class Erasures {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Store store;
    private final Keeper keeper;
    private final Records records;
    private final Ledger ledger;
    private final SealedFile words;
    private final Backups backups;

    Erasures(Store store, Keeper keeper, Records records, Ledger ledger, SealedFile words, Backups backups) {
        this.store = store;
        this.keeper = keeper;
        this.records = records;
        this.ledger = ledger;
        this.words = words;
        this.backups = backups;
    }

    /**
     * What goes and what stays.
     *
     * @param contact number of the customer
     * @param name what the customer is called; empty where the customer was taken away before
     * @param cards how many cards go
     * @param values how many values, those that hold no more among them
     * @param entries how many activities and records
     * @param mails how many mails go: nobody but the person and the user has part in them
     * @param letters how many letters that are being written, wait or were sent go
     * @param shared how many mails stay, because others have part in them too, or because mail is to stay
     * @param backups backups made earlier, which still hold all of it
     */
    public record Plan(long contact, String name, int cards, long values, int entries, int mails, int letters,
            long shared, List<Path> backups) {}

    /** What is looked for in reasons and keys; kept sealed until the erasure is done. */
    private record Traces(List<String> addresses, List<String> words) {
        static final Traces NONE = new Traces(List.of(), List.of());
    }

    private record Scope(ErasureBegun begun, ErasureView.Kept kept, long shared) {}

    /**
     * Says what an erasure would come to.
     *
     * @param contact number of the customer, who may have been taken away before
     * @param mails whether mails go too in which nobody else has part
     * @return what goes and what stays
     * @throws KithException NOT_FOUND
     */
    public Plan plan(long contact, boolean mails) {
        Scope scope = scope(contact, mails);
        String name = scope.kept().words().stream().findFirst().orElse("");
        return new Plan(contact, name, scope.begun().cards().size(), scope.kept().values(),
                scope.begun().entries().size(), scope.begun().messages().size(), scope.begun().letters().size(),
                scope.shared(), backups.made());
    }

    /**
     * Begins to erase a customer for good. It cannot be taken back. The desk must be closed after that: all is done when it is opened
     * again.
     *
     * @param contact number of the customer, who may have been taken away before
     * @param mails whether mails go too in which nobody else has part
     * @return number of the change set that says so
     * @throws KithException NOT_FOUND
     */
    public long begin(long contact, boolean mails) {
        Scope scope = scope(contact, mails);
        if (records.isThere(contact)) {
            records.erase(contact);
        }
        Traces before = traces(words);
        Set<String> addresses = new TreeSet<>(before.addresses());
        Set<String> named = new TreeSet<>(before.words());
        addresses.addAll(mails ? scope.kept().addresses() : Set.of());
        named.addAll(scope.kept().words());
        words.write(JSON.writeValueAsBytes(new Traces(List.copyOf(addresses), List.copyOf(named))));
        return keeper.enter(Actor.USER, "erasure-begun #" + contact, _ -> List.of(scope.begun())).orElse(0);
    }

    private Scope scope(long contact, boolean mails) {
        ErasureView view = new ErasureView(store);
        ErasureView.Kept kept = view.kept(contact);
        if (kept.cards().isEmpty() && kept.entries().isEmpty()) {
            throw new KithException(Problem.NOT_FOUND, "#" + contact);
        }
        ErasureView.Mails with = view.mails(kept.addresses());
        if (!mails) {
            return new Scope(new ErasureBegun(kept.contacts(), kept.cards(), kept.entries(), List.of(), List.of()),
                    kept, with.shared().size() + with.alone().size());
        }
        List<Outgoing> letters = new ArrayList<>();
        Set<Long> messages = new TreeSet<>(with.alone());
        Set<Long> others = new HashSet<>();
        for (Outgoing letter : new OutboxView(store).list(0)) {
            if (isOnlyTo(letter, kept.addresses())) {
                letters.add(letter);
            } else {
                keeper.filesOf(letter.message()).forEach(others::add);
            }
        }
        for (Outgoing letter : letters) {
            messages.add(letter.message());
            keeper.filesOf(letter.message()).filter(file -> !others.contains(file)).forEach(messages::add);
        }
        return new Scope(new ErasureBegun(kept.contacts(), kept.cards(), kept.entries(), List.copyOf(messages),
                letters.stream().map(Outgoing::id).toList()), kept, with.shared().size());
    }

    private static boolean isOnlyTo(Outgoing letter, Set<String> addresses) {
        return !letter.recipients().isEmpty() && letter.recipients().stream()
                .allMatch(one -> addresses.contains(EmailAddress.of(one.address()).normal()));
    }

    /**
     * What an erasure came to.
     *
     * @param begun number of the change set with which it began
     * @return what went; empty where it is not done yet
     */
    public Optional<ErasureDone> done(long begun) {
        LogPosition from = new ChangesView(store).before(begun)
                .orElseThrow(() -> new KithException(Problem.NOT_FOUND, "#" + begun));
        List<ErasureDone> found = new ArrayList<>();
        ledger.forEach(from, (_, set) -> set.changes().forEach(change -> {
            if (change instanceof ErasureDone done && done.begun() == begun) {
                found.add(done);
            }
        }), _ -> {});
        return found.stream().findFirst();
    }

    /**
     * Writes the logs anew without a person. Nothing else may be open.
     *
     * @return what is to be entered as done when the store has been built again
     */
    static ErasureDone rewrite(long begun, ErasureBegun scope, Desk.Logs logs, SealedFile words) {
        Traces traces = traces(words);
        Redaction redaction = new Redaction(scope, traces.addresses(), traces.words());
        List<Damage> damages = new ArrayList<>();
        // Before the ledger, which names them: what is killed in between begins with them again.
        long files = logs.files().erase(files(scope, logs.ledger()));
        logs.ledger().rewrite(redaction::of, damages::add);
        long damaged = damages.size() + files;
        logs.mail().deleteAside();
        if (!scope.messages().isEmpty() || !scope.letters().isEmpty()) {
            logs.mail().begin();
            for (int file : logs.mail().closedFiles()) {
                boolean whole = logs.mail().rewrite(file, redaction::of, () -> false)
                        .outcome() != Rewritten.Outcome.DAMAGED;
                damaged += whole ? 0 : 1;
            }
        }
        return new ErasureDone(begun, scope.cards().size(), scope.entries().size(), scope.messages().size(),
                redaction.changeSets(), damaged);
    }

    /** The digests of the files that were kept with entries that go, and with no other that was ever there. */
    private static Set<String> files(ErasureBegun scope, Ledger ledger) {
        Set<Long> entries = Set.copyOf(scope.entries());
        Set<String> gone = new HashSet<>();
        Set<String> others = new HashSet<>();
        ledger.forEach(LogPosition.START, (_, set) -> set.changes().forEach(change -> {
            if (change instanceof EntryChange entry) {
                Set<String> into = entries.contains(entry.id()) ? gone : others;
                Stream.of(Optional.ofNullable(entry.before()), Optional.ofNullable(entry.after()))
                        .flatMap(Optional::stream).flatMap(one -> one.files().stream())
                        .forEach(file -> into.add(file.digest()));
            }
        }), _ -> {});
        gone.removeAll(others);
        return gone;
    }

    /** The erasure that a change set begins. */
    static ErasureBegun scope(Store store, Ledger ledger, long begun) {
        ChangeSet set = new ChangesView(store).before(begun).flatMap(ledger::next)
                .orElseThrow(() -> new KithException(Problem.LOG_DAMAGED, "ledger", 0, begun));
        for (Change change : set.changes()) {
            if (change instanceof ErasureBegun scope) {
                return scope;
            }
        }
        throw new KithException(Problem.LOG_DAMAGED, "ledger", 0, begun);
    }

    private static Traces traces(SealedFile words) {
        try {
            return words.read().map(content -> JSON.readValue(content, Traces.class)).orElse(Traces.NONE);
        } catch (JacksonException e) {
            return Traces.NONE;
        }
    }
}
