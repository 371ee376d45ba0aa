package app.kith.sync.carddav;

import app.kith.account.AddressBook;
import app.kith.account.BookLink;
import app.kith.account.BookLink.State;
import app.kith.change.Actor;
import app.kith.change.NextNumbers;
import app.kith.sync.carddav.BookPlan.Item;
import app.kith.sync.carddav.BookPlan.Kind;
import app.kith.sync.carddav.Pull.Incoming;
import app.kith.sync.carddav.RemoteBook.Fetched;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One pass over one address book: what changed there comes in as one change set, then what was edited here is sent, then the server is
 * asked what it made of that. What is killed in between is found as it is by the next pass.
 */
final class BookPass {
    private static final int ROUNDS = 2;
    private static final String NOT_GIVEN = "book.not-given";

    private final BookKeeping keeping;
    private final AddressBook book;
    private final RemoteBook remote;
    private final boolean allowed;
    private final long quiet;
    private final List<Item> items = new ArrayList<>();
    private final Map<String, String> leftOut = new LinkedHashMap<>();
    private @Nullable KithException error;
    private boolean partial;
    private int fetched;
    private int sent;
    private int removed;

    /**
     * Makes a pass.
     *
     * @param keeping what is kept of address books
     * @param allowed whether the user said yes to whatever it comes to
     * @param quiet the change set after which nothing was left to be sent; 0 where that is not known
     */
    BookPass(BookKeeping keeping, AddressBook book, RemoteBook remote, boolean allowed, long quiet) {
        this.keeping = keeping;
        this.book = book;
        this.remote = remote;
        this.allowed = allowed;
        this.quiet = quiet;
    }

    /** What the server has that is new to us. */
    private record News(List<Incoming> incoming, List<String> gone, Map<String, BookLink> left, String token,
            boolean withheld) {}

    /** Does the pass. What went wrong is in the report. */
    BookReport run() {
        try {
            if (!book.accepted()) {
                int there = remote.whole().changed().size();
                return new BookReport(book.name(), book.url(), there, 0, 0, 0, 0, 0, List.of(), true, null);
            }
            boolean again = true;
            for (int round = 0; again && round < ROUNDS; round++) {
                pull();
                boolean edited = quiet == 0 || keeping.cards().version() != quiet;
                again = book.isWritten() && edited && new Push(keeping, book, remote, allowed, leftOut).run(this::sent);
            }
        } catch (KithException e) {
            error = error == null ? e : error;
        }
        return report();
    }

    private BookReport report() {
        BookTexts texts = keeping.texts(book);
        int there = 0;
        int here = 0;
        for (Map.Entry<String, BookLink> one : texts.links().entrySet()) {
            BookLink link = one.getValue();
            there += link.etag().isEmpty() ? 0 : 1;
            here += !link.etag().isEmpty() && link.state() == State.LINKED ? 1 : 0;
            if (link.state() == State.LEFT) {
                leftOut.putIfAbsent(one.getKey(), link.reason());
            }
        }
        return new BookReport(book.name(), book.url(), there, here, fetched, sent, removed, texts.open().size(),
                leftOut.entrySet().stream().map(one -> new BookReport.LeftOut(one.getKey(), one.getValue())).toList(),
                false, error);
    }

    private void sent(int written, int erased) {
        sent += written;
        removed += erased;
    }

    private void pull() {
        partial = false;
        BookTexts before = keeping.texts(book);
        News news = news(before);
        List<Item> done = new ArrayList<>();
        keeping.journal().enter(Actor.SYNC, "address-book " + book.name(), free -> {
            Pull pull = take(news, free);
            done.addAll(pull.items());
            return pull.changes();
        });
        items.addAll(done);
        fetched += (int) done.stream().filter(item -> item.kind() != Kind.REMOVED).count();
        removed += (int) done.stream().filter(item -> item.kind() == Kind.REMOVED).count();
    }

    /** The changes that bring the news in; nothing where there are none but a token. */
    private Pull take(News news, NextNumbers free) {
        BookTexts texts = keeping.texts(book);
        Pull pull = keeping.pull(book, texts, free);
        pull.noteTakenBack();
        news.left.forEach(texts::link);
        pull.take(news.incoming);
        news.gone.forEach(pull::gone);
        if (!news.withheld && !partial && (!pull.changes().isEmpty() || texts.token().isEmpty())) {
            texts.token(news.token);
        }
        return pull;
    }

    /**
     * What a pass would do. Changes nothing.
     *
     * @return the plan
     */
    BookPlan plan() {
        BookTexts texts = keeping.texts(book);
        News news = news(texts);
        Pull pull = take(news, new NextNumbers(1, Long.MAX_VALUE / 4, Long.MAX_VALUE / 4, 1, 1, 1));
        List<Item> all = new ArrayList<>(pull.items());
        news.left.forEach((href, link) -> all.add(new Item(Kind.LEFT_OUT, "", href, 0, List.of(link.reason()))));
        leftOut.forEach((href, reason) -> all.add(new Item(Kind.LEFT_OUT, "", href, 0, List.of(reason))));
        if (news.withheld) {
            news(texts, true).gone.forEach(href -> all
                    .add(new Item(Kind.REMOVED, keeping.name(texts, href), href, 0, List.of())));
        }
        if (book.isWritten()) {
            all.addAll(new Push(keeping, book, remote, true, new HashMap<>()).plan());
        }
        return new BookPlan(all);
    }

    private News news(BookTexts texts) {
        return news(texts, allowed);
    }

    private News news(BookTexts texts, boolean mayGo) {
        RemoteBook.State state = remote.state(texts.token());
        Map<String, BookLink> links = texts.links();
        List<String> wanted = state.changed().entrySet().stream().filter(one -> isNew(links.get(one.getKey()),
                one.getValue())).map(Map.Entry::getKey).toList();
        Set<String> gone = new LinkedHashSet<>();
        links.forEach((href, link) -> {
            boolean missing = state.whole() ? !state.changed().containsKey(href) : state.removed().contains(href);
            if (missing && !link.etag().isEmpty()) {
                gone.add(href);
            }
        });
        List<Fetched> cards = new ArrayList<>(remote.fetch(wanted));
        cards.removeIf(one -> {
            boolean vanished = one.reason().equals("gone");
            if (vanished && links.containsKey(one.href()) && !links.get(one.href()).etag().isEmpty()) {
                gone.add(one.href());
            }
            return vanished;
        });
        cards.addAll(doubledBefore(links, gone));
        return sorted(texts, cards, gone, state.token(), mayGo);
    }

    private static boolean isNew(@Nullable BookLink link, String etag) {
        return link == null || etag.isEmpty() || !link.etag().equals(etag) || link.state() == State.NEW;
    }

    /** A card that was left out because another had its number, and that other is gone. */
    private List<Fetched> doubledBefore(Map<String, BookLink> links, Set<String> gone) {
        Set<String> free = new HashSet<>();
        gone.forEach(href -> free.add(link(links, href).uid()));
        free.remove("");
        List<String> again = links.entrySet().stream().filter(one -> one.getValue().state() == State.LEFT
                && !gone.contains(one.getKey()) && free.contains(one.getValue().uid())).map(Map.Entry::getKey)
                .toList();
        return again.isEmpty() ? List.of() : remote.fetch(again);
    }

    private static BookLink link(Map<String, BookLink> links, String href) {
        return Objects.requireNonNull(links.get(href));
    }

    private News sorted(BookTexts texts, List<Fetched> cards, Set<String> gone, String token, boolean mayGo) {
        Map<String, BookLink> links = texts.links();
        Map<String, String> byUid = new HashMap<>();
        Map<String, String> moved = new HashMap<>();
        links.forEach((href, link) -> {
            if (link.state() != State.LEFT && !link.uid().isEmpty()) {
                (gone.contains(href) ? moved : byUid).put(link.uid(), href);
            }
        });
        List<Incoming> incoming = new ArrayList<>();
        Map<String, BookLink> left = new LinkedHashMap<>();
        for (Fetched one : cards) {
            BookLink link = links.get(one.href());
            CardForm.Read read = one.reason().isEmpty() ? keeping.form().read(one.text()) : null;
            String reason = read == null
                    ? one.reason()
                    : read.refused() != null ? Objects.requireNonNull(read.refused()).key() : "";
            boolean known = link != null && link.state() != State.LEFT;
            String uid = read == null ? "" : read.uid();
            if (reason.isEmpty() && !known && !uid.isEmpty() && byUid.containsKey(uid)) {
                reason = "book.doubled";
            }
            if (!reason.isEmpty() || read == null) {
                if (reason.equals(NOT_GIVEN)) {
                    partial = true; // It may be given the next time, and must be told of again.
                    leftOut.put(one.href(), reason);
                } else if (known) {
                    leftOut.put(one.href(), reason); // What was read of it before stays.
                } else {
                    left.put(one.href(), BookLink.left(one.etag().isEmpty() ? "?" : one.etag(), uid, reason));
                }
                continue;
            }
            String from = known ? "" : Objects.requireNonNullElse(moved.remove(uid), "");
            gone.remove(from);
            byUid.put(uid, one.href());
            incoming.add(new Incoming(one.href(), from, one.etag().isEmpty() ? "?" : one.etag(), one.text(), read,
                    null));
        }
        return checked(links, incoming, gone, left, token, mayGo);
    }

    /** A book that lost all, or much at once, is looked at by the user first. */
    private News checked(Map<String, BookLink> links, List<Incoming> incoming, Set<String> gone,
            Map<String, BookLink> left, String token, boolean mayGo) {
        int all = (int) links.values().stream().filter(link -> !link.etag().isEmpty()).count();
        List<String> cards = gone.stream().filter(href -> link(links, href).state() != State.LEFT).toList();
        int kept = (int) links.values().stream().filter(link -> !link.etag().isEmpty()
                && link.state() != State.LEFT).count();
        if (!mayGo && !BookLimits.allow(cards.size(), kept)) {
            boolean emptied = gone.size() == all && incoming.isEmpty();
            error = new KithException(emptied ? Problem.BOOK_EMPTIED : Problem.BOOK_REMOVALS, book.name(),
                    cards.size());
            List<String> others = gone.stream().filter(href -> !cards.contains(href)).toList();
            return new News(incoming, others, left, token, true);
        }
        return new News(incoming, List.copyOf(gone), left, token, false);
    }

    /** {@return what was done, in the order in which it was} */
    List<Item> items() {
        return items;
    }
}
