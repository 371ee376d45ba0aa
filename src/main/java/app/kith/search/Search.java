package app.kith.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.SecretKey;
import org.apache.lucene.store.AlreadyClosedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The search behind the box. It answers from an index that follows the store by itself, on a thread of its own; an answer may lack what
 * happened in the last second. All of it blocks a little: not for the JavaFX thread.
 */
public final class Search implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Search.class);
    private static final String FOLDER = "search";
    private static final Duration CHECKING = Duration.ofMinutes(30);
    private static final long CACHED_BYTES = 32L << 20;
    private static final long OPENING_MILLIS = 10_000;
    private static final long LEAVING_MILLIS = 2000;
    private static final int LEAST_DIGITS = 5;

    private final Surroundings house;
    private final Follower follower;
    private final AutoCloseable subscription;
    private final Thread thread;

    private Search(Path home, SecretKey key, Surroundings house) {
        this.house = house;
        Pending pending = new Pending();
        this.subscription = house.subscribe().apply(pending::add);
        this.follower = new Follower(home.resolve(FOLDER), key, house, pending,
                new BlockCache(Math.min(CACHED_BYTES, Runtime.getRuntime().maxMemory() / 8)));
        this.thread = worker("search-index")
                .unstarted(follower);
    }

    /** A thread that gives way to the window, whose user waits. */
    @SuppressWarnings("ThreadPriorityCheck") // Nothing relies on it.
    static Thread.Builder worker(String name) {
        return Thread.ofPlatform().daemon().priority(Thread.MIN_PRIORITY).name(name);
    }

    /**
     * Opens the index of a data folder, or begins it, and lets it follow the store.
     *
     * @param home the data folder
     * @param key the index's key
     * @param house what it needs of the house
     * @return the search, which answers at once from what it has
     */
    public static Search open(Path home, SecretKey key, Surroundings house) {
        Search search = new Search(home, key, house);
        search.thread.start();
        return search;
    }

    /**
     * Finds what fits a typed line.
     *
     * @param typed what was typed, in the query language or just words; the last word may be unfinished
     * @param in what kinds of things to look for
     * @param limit at most so many hits of each kind
     * @return what was found; nothing for a blank line. Never null, and no line is wrong
     */
    public Results find(String typed, Set<Kind> in, int limit) {
        Query query = read(typed);
        Results nothing = new Results(query, List.of(), none(in), false);
        return query.isEmpty() || in.isEmpty()
                ? nothing
                : ask(searcher -> new Finder(searcher, house.view(), house.clock(), limit).find(query, in), nothing);
    }

    /** Asks the index that answers now; what else is given where none can. */
    private <T> T ask(SearchIndex.Asking<T> asking, T otherwise) {
        try {
            follower.awaitOpened(OPENING_MILLIS);
            for (int attempt = 0; attempt < 3; attempt++) {
                SearchIndex index = follower.serving();
                if (index == null) {
                    break;
                }
                try {
                    return index.search(asking);
                } catch (AlreadyClosedException e) {
                    // Another index took its place: ask that one.
                    Thread.onSpinWait();
                }
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("The search index could not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return otherwise;
    }

    /** A number is one word, whatever blanks are in it. */
    private static Query read(String typed) {
        String stripped = typed.strip();
        return Words.isNumber(stripped, LEAST_DIGITS) && stripped.indexOf(' ') > 0
                ? Query.parse('"' + stripped + '"')
                : Query.parse(typed);
    }

    private static Map<Kind, Results.Count> none(Set<Kind> kinds) {
        Map<Kind, Results.Count> counts = new EnumMap<>(Kind.class);
        kinds.forEach(kind -> counts.put(kind, new Results.Count(0, true)));
        return counts;
    }

    /**
     * Proposes how to go on with what is being typed.
     *
     * @param typed the line
     * @param caret where in it the next letter would stand
     * @return at most ten proposals, the best first; empty where there is nothing to propose
     */
    public List<Suggestion> suggest(String typed, int caret) {
        return ask(searcher -> new Suggesting(searcher, house.view(), house.clock(), typed, caret).make(), List.of());
    }

    /**
     * Compares the index with the store, after it has caught up, and reads all of its files.
     *
     * @return what is wrong, one plain English phrase each; empty if nothing is
     */
    public List<String> faults() {
        if (!await(CHECKING)) {
            return List.of("the search index does not catch up with the store");
        }
        SearchIndex index = follower.serving();
        try {
            return index == null ? List.of("the search index is closed") : new IndexCheck(index, house.view()).faults();
        } catch (IOException | RuntimeException e) {
            LOG.warn("The search index was checked", e);
            return List.of("the search index cannot be read: " + e.getClass().getSimpleName());
        }
    }

    /**
     * Tells whether a data folder has an index.
     *
     * @param home the data folder
     * @return true if one was ever begun
     */
    public static boolean isThere(Path home) {
        return Files.isDirectory(home.resolve(FOLDER));
    }

    /**
     * Deletes the index of a data folder, so that it is made anew.
     *
     * @param home the data folder, in which nothing is open
     */
    public static void discard(Path home) {
        Follower.drop(home.resolve(FOLDER));
    }

    /** {@return how far the index has come} */
    public Progress progress() {
        return follower.progress();
    }

    /**
     * Waits until the index holds all that the store holds, texts of files too.
     *
     * @param atMost how long to wait
     * @return whether it does
     */
    public boolean await(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        try {
            while (!follower.isDone()) {
                if (follower.hasFailed() || System.nanoTime() > end) {
                    return false;
                }
                Thread.sleep(20);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Ends the following: what is not in the index for good yet comes into it next time. */
    @Override
    public void close() {
        try {
            subscription.close();
            follower.stop();
            thread.join(LEAVING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.warn("The search was not closed in order", e);
        }
        follower.close();
    }
}
