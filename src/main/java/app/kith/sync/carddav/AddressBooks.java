package app.kith.sync.carddav;

import app.kith.account.Account;
import app.kith.account.AddressBook;
import app.kith.account.AddressBook.Direction;
import app.kith.change.Actor;
import app.kith.change.Change;
import app.kith.change.Change.TextChange;
import app.kith.change.Journal;
import app.kith.contact.Card;
import app.kith.store.CardsView;
import app.kith.store.ChangesView;
import app.kith.store.SourcesView;
import app.kith.store.UserTextView;
import app.kith.sync.StopSignal;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The address books of all accounts: which there are, how each is followed, what a pass would do, and the passes. Blocks; never two
 * passes at once over one account's books. Thread-safe.
 */
public final class AddressBooks {
    private static final long USUAL_REST = 60;
    private static final long LONGEST_REST = 3600;

    private final BookKeeping keeping;
    private final Function<Account, String> secrets;
    private final Map<Long, Instant> busy = new ConcurrentHashMap<>();
    private final Map<String, Long> quiet = new ConcurrentHashMap<>();
    private final Set<String> found = ConcurrentHashMap.newKeySet();
    private final Map<Long, ReentrantLock> running = new ConcurrentHashMap<>();

    /**
     * Makes it.
     *
     * @param texts the ledger's texts
     * @param cards the cards that are there
     * @param view the same, one by one
     * @param sources which contacts each source says something of
     * @param journal where changes are entered
     * @param form how the texts of cards are read and written
     * @param wanted the customers that belong into a book by the user's choice
     * @param secrets the secret of an account; throws SECRET_MISSING
     */
    public AddressBooks(UserTextView texts, CardsView cards, ChangesView view, SourcesView sources, Journal journal,
            CardForm form, Function<AddressBook, List<Long>> wanted, Function<Account, String> secrets) {
        this.keeping = new BookKeeping(texts, cards, view, sources, journal, form, wanted);
        this.secrets = secrets;
    }

    /** {@return all books that are known, by account and name} */
    public List<AddressBook> list() {
        return keeping.userTexts().all(AddressBook.KEY).values().stream()
                .flatMap(text -> AddressBook.parse(text).stream())
                .sorted(Comparator.comparingLong(AddressBook::account).thenComparing(AddressBook::name)
                        .thenComparing(AddressBook::id))
                .toList();
    }

    /**
     * The books of an account that are there.
     *
     * @param account number of the account
     * @return the books by name
     */
    public List<AddressBook> of(long account) {
        return list().stream().filter(book -> book.account() == account && book.there()).toList();
    }

    /**
     * Finds a book.
     *
     * @param wanted its id, address or name
     * @return the book
     * @throws KithException BOOK_UNKNOWN where there is none, or several have the name
     */
    public AddressBook find(String wanted) {
        List<AddressBook> all = list();
        List<AddressBook> exact = all.stream().filter(book -> book.id().equals(wanted) || book.url().equals(wanted))
                .toList();
        List<AddressBook> named = all.stream().filter(book -> book.name().equalsIgnoreCase(wanted.strip())).toList();
        List<AddressBook> meant = exact.isEmpty() ? named : exact;
        if (meant.size() != 1) {
            throw new KithException(Problem.BOOK_UNKNOWN, wanted,
                    all.stream().map(book -> book.name() + " (" + book.id() + ")").collect(Collectors.joining(", ")));
        }
        return meant.getFirst();
    }

    /**
     * Changes how a book is followed.
     *
     * @param after the book as it is to be
     * @return number of the change set; 0 where nothing changes
     */
    public long set(AddressBook after) {
        return keeping.journal().enter(Actor.USER, "address-book-set " + after.name(), _ -> change(after)).orElse(0);
    }

    private List<Change> change(AddressBook after) {
        String before = keeping.userTexts().all(after.key()).getOrDefault("", "");
        return before.equals(after.text()) ? List.of() : List.of(new TextChange(after.key(), before, after.text()));
    }

    /**
     * Asks the server which books the account has, and notes them.
     *
     * @param account the account
     * @param stop ends it early
     * @return the books that are there
     * @throws KithException BOOK_NOT_FOUND, and what keeps the server from being asked
     */
    public List<AddressBook> look(Account account, StopSignal stop) {
        try (DavServer server = new DavServer(account, secrets.apply(account), stop)) {
            note(account, new DavFinder(server).books());
        }
        found.add(place(account));
        return of(account.id());
    }

    private static String place(Account account) {
        return account.id() + " " + account.carddav();
    }

    private void note(Account account, List<DavFinder.Book> books) {
        keeping.journal().enter(Actor.SYNC, "address-books " + account.email(), _ -> {
            Map<String, AddressBook> known = new HashMap<>();
            list().stream().filter(book -> book.account() == account.id()).forEach(book -> known.put(book.id(), book));
            List<Change> changes = new ArrayList<>();
            Set<String> there = new HashSet<>();
            for (DavFinder.Book one : books) {
                AddressBook fresh = AddressBook.found(account.id(), one.place().toString(), one.name(),
                        one.writable());
                there.add(fresh.id());
                AddressBook before = known.get(fresh.id());
                changes.addAll(change(before == null ? fresh : before.described(one.name(), one.writable(), true)));
            }
            known.values().stream().filter(book -> !there.contains(book.id()))
                    .forEach(book -> changes.addAll(change(book.described(book.name(), book.writable(), false))));
            return changes;
        });
    }

    /**
     * Follows the books of an account. Never throws for what a server does.
     *
     * @param account the account; one without an address for address books has none
     * @param yes whether the user says yes to first passes
     * @param stop ends it early
     * @return a report for each book that is not off
     */
    public List<BookReport> pass(Account account, boolean yes, StopSignal stop) {
        if (account.carddav() == null || account.carddav().isBlank()) {
            return List.of();
        }
        return alone(account, () -> {
            try {
                leaveAlone(account);
                List<AddressBook> books = found.contains(place(account)) ? of(account.id()) : look(account, stop);
                List<BookReport> reports = new ArrayList<>();
                for (AddressBook book : books) {
                    if (book.direction() != Direction.OFF) {
                        reports.add(pass(account, yes && !book.accepted() ? agreed(book) : book, false, stop));
                    }
                }
                return reports;
            } catch (KithException e) {
                if (!busy.getOrDefault(account.id(), Instant.MIN).isAfter(Instant.now())) {
                    noteBusy(account, e);
                }
                return failed(account, e);
            }
        });
    }

    /** A server that wants to be left alone is not asked before the time that it named. */
    private void leaveAlone(Account account) {
        Instant until = busy.getOrDefault(account.id(), Instant.MIN);
        long seconds = Instant.now().isBefore(until) ? Duration.between(Instant.now(), until).toSeconds() + 1 : 0;
        if (seconds > 0) {
            throw new KithException(Problem.BOOK_BUSY, String.valueOf(account.carddav()), seconds);
        }
    }

    private void noteBusy(Account account, @Nullable KithException error) {
        if (error != null && error.problem() == Problem.BOOK_BUSY) {
            String said = String.valueOf(error.details().getLast());
            long seconds = said.matches("[0-9]{1,6}") ? Math.min(Long.parseLong(said), LONGEST_REST) : USUAL_REST;
            busy.put(account.id(), Instant.now().plusSeconds(seconds));
        }
    }

    /** Where no book could be found yet this is told, and the account's mail is none the worse for it. */
    private List<BookReport> failed(Account account, KithException e) {
        List<AddressBook> followed = of(account.id()).stream()
                .filter(book -> book.direction() != Direction.OFF && book.accepted()).toList();
        return followed.isEmpty()
                ? List.of(new BookReport("", String.valueOf(account.carddav()), 0, 0, 0, 0, 0, 0, List.of(), true, e))
                : followed.stream().map(book -> new BookReport(book.name(), book.url(), 0, 0, 0, 0, 0, 0, List.of(),
                        false, e)).toList();
    }

    private AddressBook agreed(AddressBook book) {
        set(book.agreed());
        return book.agreed();
    }

    private BookReport pass(Account account, AddressBook book, boolean allowed, StopSignal stop) {
        try (DavServer server = new DavServer(account, secrets.apply(account), stop)) {
            long before = keeping.cards().version();
            BookReport report = new BookPass(keeping, book,
                    new DavBook(server, URI.create(book.url()), book.name()), allowed,
                    allowed ? 0 : quiet.getOrDefault(book.id(), 0L)).run();
            noteBusy(account, report.error());
            // Whether anything is to be sent is looked for again only after something was entered.
            boolean done = report.error() == null && !report.waiting() && report.leftOut().stream()
                    .noneMatch(one -> one.reason().equals("book.refused"));
            if (done && keeping.cards().version() == before) {
                quiet.put(book.id(), before);
            } else {
                quiet.remove(book.id());
            }
            return report;
        }
    }

    /**
     * Says what the next pass over a book would do. Changes nothing anywhere.
     *
     * @param account the book's account
     * @param book the book
     * @param stop ends it early
     * @return the plan
     * @throws KithException for what keeps the server from being asked
     */
    public BookPlan plan(Account account, AddressBook book, StopSignal stop) {
        return alone(account, () -> {
            try (DavServer server = new DavServer(account, secrets.apply(account), stop)) {
                return new BookPass(keeping, book, new DavBook(server, URI.create(book.url()), book.name()), false, 0)
                        .plan();
            }
        });
    }

    /**
     * Says yes to what the next pass over a book comes to, and does it: the first one, or one with which many cards go.
     *
     * @param account the book's account
     * @param book the book
     * @param stop ends it early
     * @return what was done
     */
    public BookReport accept(Account account, AddressBook book, StopSignal stop) {
        return alone(account, () -> pass(account, agreed(book), true, stop));
    }

    /** {@return what of a book waits to be sent; asks no server} */
    public BookPlan waiting(AddressBook book) {
        return book.accepted() && book.isWritten()
                ? new BookPlan(Push.waiting(keeping, book))
                : new BookPlan(List.of());
    }

    /**
     * What both sides changed in different ways.
     *
     * @param book the book
     * @return the differences that wait for the user's word
     */
    public List<OpenDifference> differences(AddressBook book) {
        return keeping.texts(book).open();
    }

    /**
     * Whom a difference is about.
     *
     * @param difference the difference
     * @return the name on the card; empty where it is gone
     */
    public String name(OpenDifference difference) {
        Card card = keeping.view().card(difference.card());
        return card == null ? "" : Pull.name(card.values());
    }

    /**
     * Decides a difference.
     *
     * @param book the book
     * @param difference which
     * @param ours whether what the record says is sent; else it takes what the server says
     * @return number of the change set; 0 where it did not wait any more
     */
    public long decide(AddressBook book, OpenDifference difference, boolean ours) {
        return keeping.journal().enter(Actor.USER, "address-book-decided " + book.name(),
                _ -> new Decision(keeping, book, difference).changes(ours)).orElse(0);
    }

    /**
     * A step of trying an account's address books.
     *
     * @param account the account
     * @param secret its password or marked token
     * @param told told of each step: its name, and what was found
     * @throws KithException for the step that failed
     */
    public static void test(Account account, String secret, java.util.function.BiConsumer<String, String> told) {
        try (DavServer server = new DavServer(account, secret, new StopSignal())) {
            told.accept("book-host", server.first().getAuthority());
            List<DavFinder.Book> books = new DavFinder(server).books();
            told.accept("book-sign-in", account.user());
            told.accept("book-list", books.stream().map(DavFinder.Book::name).collect(Collectors.joining(", ")));
        }
    }

    private interface Work<T> {
        T get();
    }

    private <T> T alone(Account account, Work<T> work) {
        ReentrantLock lock = running.computeIfAbsent(account.id(), _ -> new ReentrantLock());
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
