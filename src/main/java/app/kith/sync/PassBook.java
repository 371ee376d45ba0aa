package app.kith.sync;

import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The reports of passes: the last {@link #MOST} of each account as they were, older ones as a sum for each day of the last {@link
 * #DAYS}, in one small file. No pass ever fails for it: a file that cannot be
 * read is set aside and begun anew, and one that cannot be written is tried again with the next pass. Thread-safe.
 */
public final class PassBook {
    /** How many passes of each account are kept. */
    public static final int MOST = 50;

    /** For how many days sums are kept: more than twelve months. */
    public static final int DAYS = 400;

    private static final Logger LOG = LoggerFactory.getLogger(PassBook.class);
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Place place;
    private final ZoneId zone;
    private @Nullable Book known;

    /** Where the reports lie. */
    public interface Place {
        /** {@return what was written last; empty where nothing was} */
        Optional<byte[]> read();

        /** Writes, in place of what was there. */
        void write(byte[] content);

        /** Puts what is there out of the way, since it cannot be read. */
        void setAside();
    }

    /**
     * Makes the history; nothing is read yet.
     *
     * @param place where it lies
     */
    public PassBook(Place place) {
        this(place, ZoneId.systemDefault());
    }

    PassBook(Place place, ZoneId zone) {
        this.place = place;
        this.zone = zone;
    }

    /**
     * The passes of an account that are kept.
     *
     * @param account number of the account
     * @return its passes, newest first
     */
    public synchronized List<Pass> of(long account) {
        return book().passes().stream().filter(pass -> pass.account() == account).toList().reversed();
    }

    /**
     * What was done on each day, of which anything is kept.
     *
     * @param account number of the account
     * @return the sums of all its passes, newest day first
     */
    public synchronized List<PassDay> days(long account) {
        TreeMap<LocalDate, PassDay> days = new TreeMap<>();
        Stream.concat(book().days().stream(), book().passes().stream().map(this::day))
                .filter(day -> day.account() == account).forEach(day -> days.merge(day.day(), day, PassDay::and));
        return List.copyOf(days.descendingMap().values());
    }

    private PassDay day(Pass pass) {
        return PassDay.of(pass, pass.startedAt().atZone(zone).toLocalDate());
    }

    /**
     * When the last pass over a whole account ended that reached its server and was not stopped.
     *
     * @param account number of the account
     * @return when; empty where none is known
     */
    Optional<Instant> last(long account) {
        return of(account).stream().filter(Pass::counts).map(Pass::endedAt).findFirst();
    }

    synchronized void add(Pass pass) {
        List<Pass> all = new ArrayList<>(book().passes());
        List<PassDay> days = new ArrayList<>(book().days());
        all.add(pass);
        long surplus = all.stream().filter(each -> each.account() == pass.account()).count() - MOST;
        for (int i = 0; surplus > 0; surplus--) {
            while (all.get(i).account() != pass.account()) {
                i++;
            }
            fold(day(all.remove(i)), days);
        }
        LocalDate first = day(pass).day().minusDays(DAYS);
        days.removeIf(day -> day.day().isBefore(first));
        keep(new Book(1, all, days));
    }

    /** Puts the sum of one pass to that of its day. */
    private static void fold(PassDay one, List<PassDay> days) {
        for (int i = 0; i < days.size(); i++) {
            PassDay each = days.get(i);
            if (each.account() == one.account() && each.day().equals(one.day())) {
                days.set(i, each.and(one));
                return;
            }
        }
        days.add(one);
    }

    /**
     * Forgets the passes of an account that is removed.
     *
     * @param account number of the account
     */
    public synchronized void forget(long account) {
        Book book = book();
        keep(new Book(1, book.passes().stream().filter(pass -> pass.account() != account).toList(),
                book.days().stream().filter(day -> day.account() != account).toList()));
    }

    private Book book() {
        Book book = known;
        if (book == null) {
            book = load();
            known = book;
        }
        return book;
    }

    private Book load() {
        try {
            byte[] packed = place.read().orElse(null);
            return packed == null ? Book.EMPTY : JSON.readValue(unpacked(packed), Book.class);
        } catch (KithException | JacksonException | UncheckedIOException e) {
            LOG.warn("The reports of earlier passes cannot be read and are begun anew: {}", String.valueOf(e));
            setAside(e);
            return Book.EMPTY;
        }
    }

    private void setAside(RuntimeException why) {
        if (why instanceof KithException e && e.problem() == Problem.DISK) {
            return;
        }
        try {
            place.setAside();
        } catch (KithException e) {
            LOG.warn("They could not be set aside", e);
        }
    }

    private void keep(Book book) {
        known = book;
        try {
            place.write(packed(JSON.writeValueAsBytes(book)));
        } catch (KithException e) {
            LOG.warn("The report of a pass could not be written", e);
        }
    }

    private static byte[] packed(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] unpacked(byte[] packed) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file. An older program wrote no days. */
    private record Book(int format, List<Pass> passes, List<PassDay> days) {
        private static final Book EMPTY = new Book(1, List.of(), List.of());

        Book {
            passes = passes == null ? List.of() : List.copyOf(passes);
            days = days == null ? List.of() : List.copyOf(days);
        }
    }
}
