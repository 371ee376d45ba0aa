package app.kith.search;

import app.kith.store.SearchView.Point;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes the index. It opens what is there, compares it with the store where it is behind, and then follows the
 * store's transactions. An index that cannot be used is made anew in a folder beside it, while the old one serves as long as it can.
 */
final class Follower implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final long GATHER_MILLIS = 200;
    private static final long IDLE_MILLIS = 3000;
    private static final long COMMIT_NANOS = 30_000_000_000L;
    private static final long SHOW_NANOS = 2_000_000_000L;
    private static final int FILES_AT_ONCE = 20;
    private static final int MOST_FAILURES = 3;

    private final Path folder;
    private final SecretKey key;
    private final Surroundings house;
    private final Pending pending;
    private final BlockCache cache;
    private final FileReading reading = new FileReading();
    private final CountDownLatch opened = new CountDownLatch(1);
    private volatile boolean stopping;
    private volatile boolean failed;
    private volatile boolean rebuilding;
    /** The store's transaction up to which everything can be found; -1 for none yet. */
    private volatile long current = -1;
    private volatile boolean filesDone;
    private volatile long done;
    private volatile long total;
    private volatile @Nullable SearchIndex serving;
    private @Nullable SearchIndex work;
    private @Nullable Point kept;
    private boolean dirty;
    private long committed = System.nanoTime();
    private long shown = System.nanoTime();

    Follower(Path folder, SecretKey key, Surroundings house, Pending pending, BlockCache cache) {
        this.folder = folder;
        this.key = key;
        this.house = house;
        this.pending = pending;
        this.cache = cache;
    }

    /** {@return the index that answers now; null as long as none does} */
    @Nullable
    SearchIndex serving() {
        return serving;
    }

    Progress progress() {
        SearchIndex index = serving;
        int files = 0;
        int aside = 0;
        try {
            files = index == null ? 0 : index.count(Fields.TODO, "1");
            aside = index == null ? 0 : index.count(Fields.ASIDE, "1");
        } catch (IOException | RuntimeException e) {
            LOG.debug("The index was closed while it was counted");
        }
        boolean now = isCurrent();
        return new Progress(now ? total : Math.min(done, total), total, files, aside, rebuilding, failed, now);
    }

    boolean isCurrent() {
        return current >= house.view().point().change() && pending.isEmpty();
    }

    boolean isDone() {
        return isCurrent() && filesDone;
    }

    boolean hasFailed() {
        return failed;
    }

    void stop() {
        stopping = true;
        pending.end();
    }

    void awaitOpened(long millis) throws InterruptedException {
        opened.await(millis, java.util.concurrent.TimeUnit.MILLISECONDS);
    }

    @Override
    public void run() {
        boolean anew = false;
        for (int failures = 0; failures < MOST_FAILURES && !stopping; failures++) {
            try {
                open(anew);
                follow();
                leave();
                return;
            } catch (Catching.Stopped e) {
                leave();
                return;
            } catch (IOException | RuntimeException e) {
                if (!stopping) {
                    LOG.warn("The search index is made anew", e);
                }
                anew = true;
                close(work);
                work = null;
            } catch (Error e) { // Memory has run out, most likely: nobody is to wait for this thread.
                failed = true;
                opened.countDown();
                throw e;
            }
        }
        failed = !stopping;
        opened.countDown();
    }

    /** Commits what was done, where that is certain. */
    private void leave() {
        opened.countDown();
        try {
            if (dirty && work != null) {
                work.commit(kept);
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("The search index was not committed at the end", e);
        }
    }

    /** Closes all that is open. After the thread has ended, or when nobody waits for it any more. */
    void close() {
        SearchIndex answering = serving;
        serving = null;
        if (answering != work) {
            close(answering);
        }
        close(work);
    }

    private static void close(@Nullable SearchIndex index) {
        if (index != null) {
            try {
                index.close();
            } catch (IOException | RuntimeException e) {
                LOG.warn("A search index was not closed in order", e);
            }
        }
    }

    private void open(boolean anew) throws IOException {
        Files.createDirectories(folder);
        List<Path> there = folders();
        Path newest = there.isEmpty() ? null : there.getFirst();
        SearchIndex index = null;
        if (newest != null && !anew) {
            index = tryOpen(newest);
        }
        Point point = index == null ? null : index.point();
        boolean usable = index != null && index.isOurs()
                && (point == null || house.known().test(point.ledger(), point.mail()));
        rebuilding = !usable || point == null;
        if (usable && index != null) {
            work = index;
            kept = point;
        } else {
            serve(index);
            work = SearchIndex.open(next(newest), key, cache);
            kept = null;
        }
        if (rebuilding && serving == null && there.size() > 1) {
            serve(tryOpen(there.get(1)));
        }
        if (serving == null || !rebuilding) {
            serve(work);
        }
        opened.countDown();
        compare();
    }

    /** Lets an index answer from now on, and closes the one before. */
    private void serve(@Nullable SearchIndex index) {
        SearchIndex before = serving;
        serving = index;
        if (before != null && before != index) {
            close(before);
        }
    }

    private @Nullable SearchIndex tryOpen(Path path) {
        try {
            return SearchIndex.exists(path) ? SearchIndex.open(path, key, cache) : null;
        } catch (IOException | RuntimeException e) {
            LOG.warn("The search index cannot be opened", e);
            return null;
        }
    }

    /** The folders of indexes, the newest first. */
    private List<Path> folders() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.filter(file -> file.getFileName().toString().matches("\\d{1,9}"))
                    .sorted(Comparator.comparingInt(Follower::number).reversed()).toList());
        }
    }

    private static int number(Path path) {
        return Integer.parseInt(path.getFileName().toString());
    }

    private Path next(@Nullable Path newest) {
        return folder.resolve(String.valueOf(newest == null ? 1 : number(newest) + 1));
    }

    private SearchIndex work() {
        SearchIndex index = work;
        if (index == null) {
            throw new IllegalStateException("no index is open");
        }
        return index;
    }

    /** Compares all of the index with the store, where it is not known to be at the store's place. */
    private void compare() throws IOException {
        Point point = house.view().point();
        pending.startAt(point.change());
        total = house.view().contactCount() + house.view().entryCount() + house.view().messageCount();
        Point before = kept;
        boolean equal = before != null && before.change() == point.change() && before.ledger().equals(point.ledger())
                && before.mail().equals(point.mail());
        if (!equal) {
            dirty = true;
            new Catching(work(), house, reading, () -> stopping, this::window).everything();
            kept = point;
            work().commit(kept);
            committed = System.nanoTime();
        }
        current = point.change();
        rebuilding = false;
        serve(work());
        pending.poke(); // What happened meanwhile was followed, but not noted.
        dropOthers();
    }

    /** Between two windows of a long comparison: what happens meanwhile is followed too, and can be found. */
    private void window(long now) throws IOException {
        done = now;
        Pending.Batch batch = pending.take();
        if (!batch.isEmpty() && !batch.everything()) {
            new Catching(work(), house, reading, () -> stopping, _ -> {}).changed(batch);
            shown = System.nanoTime();
        } else if (System.nanoTime() - shown > SHOW_NANOS) {
            work().show();
            shown = System.nanoTime();
        }
        if (batch.everything()) {
            pending.all();
        }
        if (System.nanoTime() - committed > COMMIT_NANOS) {
            work().commit(null);
            committed = System.nanoTime();
        }
    }

    private void dropOthers() throws IOException {
        Path mine = work().folder();
        for (Path path : folders()) {
            if (!path.equals(mine)) {
                drop(path);
            }
        }
    }

    /** Deletes a folder with all that is in it. */
    static void drop(Path path) {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warn("An old search index could not be deleted", e);
        }
    }

    private void follow() throws IOException {
        while (!stopping) {
            pending.await(filesDone ? IDLE_MILLIS : 0);
            if (!pending.isEmpty() && !stopping) {
                pause();
                Point point = house.view().point();
                take(pending.take(), point);
            } else if (!stopping) {
                boolean more = new Catching(work(), house, reading, () -> stopping, _ -> {}).files(FILES_AT_ONCE);
                dirty |= more;
                filesDone = !more;
            }
            boolean idle = filesDone && pending.isEmpty();
            if (dirty && (idle || System.nanoTime() - committed > COMMIT_NANOS)) {
                work().commit(kept);
                committed = System.nanoTime();
                dirty = false;
            }
        }
    }

    /** Lets some more come, so that one batch takes all. */
    private static void pause() {
        try {
            Thread.sleep(GATHER_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(Pending.Batch batch, Point point) throws IOException {
        Catching catching = new Catching(work(), house, reading, () -> stopping, this::window);
        try {
            if (batch.everything()) {
                catching.everything();
            } else {
                catching.changed(batch);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        dirty = true;
        filesDone = false;
        if (batch.told() >= point.change()) {
            kept = point;
        }
        current = Math.max(current, batch.told());
        total = house.view().contactCount() + house.view().entryCount() + house.view().messageCount();
    }
}
