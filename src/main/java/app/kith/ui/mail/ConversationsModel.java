package app.kith.ui.mail;

import app.kith.change.FolderRole;
import app.kith.store.ConversationList;
import app.kith.store.ConversationList.Counts;
import app.kith.store.ConversationList.Filter;
import app.kith.store.ConversationList.Place;
import app.kith.store.ConversationList.Scope;
import app.kith.store.ConversationList.Sign;
import app.kith.store.Conversations.ConversationRow;
import app.kith.ui.list.SearchedRows;
import app.kith.ui.look.MailLook;
import app.kith.ui.work.Background;
import app.kith.ui.work.ChangeFeed;
import app.kith.ui.work.Refresh;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The conversations, newest first: searched by words of the subject or of whom they are held with, sifted by what is to be done with
 * them, in all mail or in a folder. One that was selected while the list was sifted stays until it is sifted otherwise, though it is
 * read by then. JavaFX thread only.
 */
public final class ConversationsModel extends SearchedRows<ConversationRow> {
    private static final Counts NONE = new Counts(0, Map.of());

    private final ConversationList conversations;
    private final Clock clock;
    private final ObjectProperty<Set<Sign>> signs = new SimpleObjectProperty<>(this, "signs", Set.of());
    private final ObjectProperty<Scope> scope = new SimpleObjectProperty<>(this, "scope", Scope.ALL);
    private final ReadOnlyObjectWrapper<Counts> counts = new ReadOnlyObjectWrapper<>(this, "counts", NONE);
    private final ReadOnlyLongWrapper unread = new ReadOnlyLongWrapper(this, "unread");
    private final ReadOnlyObjectWrapper<List<Place>> places = new ReadOnlyObjectWrapper<>(this, "places", List.of());
    private final Refresh<Beside> beside;
    private final Set<Long> seen = new HashSet<>();
    private Consumer<MailLook> keep = _ -> {};
    private List<Long> before = List.of();
    private Set<Long> leaving = Set.of();
    private Scope shownScope = Scope.ALL;

    /** Where the list looks, for those who read rows off the JavaFX thread. */
    private static final class Looked {
        private volatile Scope at = Scope.ALL;
    }

    /** What stands around the list. */
    private record Beside(Counts counts, long unread, List<Place> places) {}

    /**
     * Makes the model and begins to read the list.
     *
     * @param conversations the queries
     * @param background where they are made
     * @param feed tells what changed
     * @param clock what time it is
     */
    public ConversationsModel(ConversationList conversations, Background background, ChangeFeed feed, Clock clock) {
        this(conversations, background, feed, clock, new Looked());
    }

    private ConversationsModel(ConversationList conversations, Background background, ChangeFeed feed, Clock clock,
            Looked looked) {
        super(background, "conversations", ids -> conversations.rows(ids, looked.at), ConversationRow::id);
        this.conversations = conversations;
        this.clock = clock;
        this.beside = new Refresh<>(background, "conversations-beside", this::readBeside, this::showBeside);
        signs.addListener((_, _, _) -> siftedAnew());
        scope.addListener((_, _, now) -> {
            looked.at = now;
            siftedAnew();
        });
        queryProperty().addListener((_, _, _) -> seen.clear());
        selectedProperty().addListener((_, _, now) -> {
            if (now != null && !signs.get().isEmpty()) {
                seen.add(now);
            }
        });
        feed.listen(change -> {
            changed(change.conversations());
            boolean placed = !change.folders().isEmpty() || !change.accounts().isEmpty();
            if (placed || !change.conversations().isEmpty()) {
                beside.request();
            }
            if (placed && change.conversations().isEmpty() && !scope.get().equals(Scope.ALL)) {
                // Mail was moved, but looks as before.
                relisted();
            }
        });
        readNow();
        beside.now();
    }

    private void siftedAnew() {
        seen.clear();
        leaving = Set.of();
        readNow();
        beside.now();
        keep.accept(look());
    }

    private Callable<Beside> readBeside() {
        Scope where = scope.get();
        return () -> {
            Instant now = clock.instant();
            Counts here = conversations.counts(where, now);
            return new Beside(here, conversations.unread(), conversations.places());
        };
    }

    private void showBeside(Beside now) {
        counts.set(now.counts());
        unread.set(now.unread());
        places.set(now.places());
        if (!scope.get().equals(Scope.ALL) && now.places().stream().noneMatch(scope.get()::holds)) {
            scope.set(Scope.ALL); // The folder is gone.
        }
    }

    @Override
    protected Callable<Listing> search(String words) {
        Filter filter = new Filter(0, words, signs.get(), scope.get());
        Set<Long> stay = Set.copyOf(seen);
        List<Long> listed = stay.isEmpty() ? List.of() : List.copyOf(rows().numbers());
        return () -> {
            Instant now = clock.instant();
            long[] ids = conversations.ids(filter, 0, now);
            long total = filter.signs().isEmpty() && words.isBlank()
                    ? ids.length
                    : conversations.counts(filter.scope(), now).all();
            return new Listing(stay.isEmpty() ? ids : withThose(ids, stay, listed, filter.scope()), total);
        };
    }

    /** Puts those where they stood that stay though they would be sifted out now: before the next one that was there and is. */
    private long[] withThose(long[] ids, Set<Long> stay, List<Long> listed, Scope where) {
        Set<Long> found = new HashSet<>();
        for (long id : ids) {
            found.add(id);
        }
        Set<Long> there = new HashSet<>();
        conversations.rows(stay.stream().filter(id -> !found.contains(id)).toList(), where)
                .forEach(row -> there.add(row.id()));
        if (there.isEmpty()) {
            return ids;
        }
        Map<Long, List<Long>> before = new HashMap<>();
        List<Long> waiting = new ArrayList<>();
        for (Long id : listed) {
            if (there.contains(id)) {
                waiting.add(id);
            } else if (found.contains(id) && !waiting.isEmpty()) {
                before.put(id, List.copyOf(waiting));
                waiting.clear();
            }
        }
        LongStream.Builder all = LongStream.builder();
        for (long id : ids) {
            before.getOrDefault(id, List.of()).forEach(all::add);
            all.add(id);
        }
        waiting.forEach(all::add);
        return all.build().toArray();
    }

    @Override
    protected void shown() {
        if (!shownScope.equals(scope.get())) {
            shownScope = scope.get();
            rows().changed();
        }
        Long one = selectedProperty().get();
        if (one != null && leaving.contains(one) && rows().at(one) < 0) {
            int from = before.indexOf(one);
            Stream.concat(before.stream().skip(from + 1L), before.subList(0, from).reversed().stream())
                    .filter(id -> !leaving.contains(id) && rows().at(id) >= 0).findFirst()
                    .ifPresentOrElse(selectedProperty()::set, () -> selectedProperty().set(null));
            leaving = Set.of();
        }
    }

    /**
     * Something is about to be done to conversations. Where they leave the list for it, the next one that stays is selected.
     *
     * @param ids their numbers
     */
    public void leave(Collection<Long> ids) {
        seen.removeAll(ids);
        leaving = Set.copyOf(ids);
        before = List.copyOf(rows().numbers());
    }

    /** Shows everything: all mail, with no search and not sifted. */
    public void everything() {
        scope.set(Scope.ALL);
        signs.set(Set.of());
        endSearch();
    }

    /**
     * Sifts by a sign, or no longer. An answer is either owed or awaited.
     *
     * @param sign the sign
     */
    void toggle(Sign sign) {
        Set<Sign> now = EnumSet.noneOf(Sign.class);
        now.addAll(signs.get());
        if (!now.remove(sign)) {
            now.add(sign);
            if (sign == Sign.MINE || sign == Sign.THEIRS) {
                now.remove(sign == Sign.MINE ? Sign.THEIRS : Sign.MINE);
            }
        }
        signs.set(Set.copyOf(now));
    }

    /**
     * Takes up what the list showed last, and says from now on what it shows.
     *
     * @param look what it showed
     * @param kept keeps what it shows
     */
    public void remember(MailLook look, Consumer<MailLook> kept) {
        keep = _ -> {};
        Set<Sign> wanted = EnumSet.noneOf(Sign.class);
        Stream.of(Sign.values()).filter(sign -> look.signs().contains(word(sign))).forEach(wanted::add);
        FolderRole role = Stream.of(FolderRole.values()).filter(one -> word(one).equals(look.role())).findFirst()
                .orElse(null);
        signs.set(Set.copyOf(wanted));
        scope.set(new Scope(look.account(), role, look.path()));
        keep = kept;
    }

    private MailLook look() {
        Scope where = scope.get();
        FolderRole role = where.role();
        return new MailLook(signs.get().stream().map(ConversationsModel::word).sorted().toList(), where.account(),
                role == null ? "" : word(role), where.path());
    }

    static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    /** {@return by what the list is sifted; all of it holds} */
    public ObjectProperty<Set<Sign>> signsProperty() {
        return signs;
    }

    /** {@return the mailbox and folders that are shown} */
    public ObjectProperty<Scope> scopeProperty() {
        return scope;
    }

    /** {@return how many conversations there are in what is shown, not sifted} */
    public ReadOnlyObjectProperty<Counts> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /** {@return how many conversations have unread mail, wherever} */
    public ReadOnlyLongProperty unreadProperty() {
        return unread.getReadOnlyProperty();
    }

    /** {@return the folders that can be shown} */
    public ReadOnlyObjectProperty<List<Place>> placesProperty() {
        return places.getReadOnlyProperty();
    }
}
