package app.kith.sync;

import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The reports of passes: the last {@link #MOST} of each account, in one small file. No pass ever fails for it: a file that cannot be
 * read is set aside and begun anew, and one that cannot be written is tried again with the next pass. Thread-safe.
 */
public final class PassBook {
    /** How many passes of each account are kept. */
    public static final int MOST = 50;

    private static final Logger LOG = LoggerFactory.getLogger(PassBook.class);
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Place place;
    private @Nullable List<Pass> known;

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
        this.place = place;
    }

    /**
     * The passes of an account that are kept.
     *
     * @param account number of the account
     * @return its passes, newest first
     */
    public synchronized List<Pass> of(long account) {
        return passes().stream().filter(pass -> pass.account() == account).toList().reversed();
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
        List<Pass> all = new ArrayList<>(passes());
        all.add(pass);
        long surplus = all.stream().filter(each -> each.account() == pass.account()).count() - MOST;
        for (int i = 0; surplus > 0; surplus--) {
            while (all.get(i).account() != pass.account()) {
                i++;
            }
            all.remove(i);
        }
        keep(all);
    }

    /**
     * Forgets the passes of an account that is removed.
     *
     * @param account number of the account
     */
    public synchronized void forget(long account) {
        keep(passes().stream().filter(pass -> pass.account() != account).toList());
    }

    private List<Pass> passes() {
        List<Pass> passes = known;
        if (passes == null) {
            passes = load();
            known = passes;
        }
        return passes;
    }

    private List<Pass> load() {
        try {
            byte[] packed = place.read().orElse(null);
            return packed == null ? List.of() : JSON.readValue(unpacked(packed), Book.class).passes();
        } catch (KithException | JacksonException | UncheckedIOException e) {
            LOG.warn("The reports of earlier passes cannot be read and are begun anew: {}", String.valueOf(e));
            setAside(e);
            return List.of();
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

    private void keep(List<Pass> all) {
        known = List.copyOf(all);
        try {
            place.write(packed(JSON.writeValueAsBytes(new Book(1, known))));
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

    /** The file. */
    private record Book(int format, List<Pass> passes) {
        Book {
            passes = passes == null ? List.of() : List.copyOf(passes);
        }
    }
}
