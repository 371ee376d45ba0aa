package app.kith.ui.mail;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps the pictures of an open mail, so that the network is asked once though the page may be laid out often. Thread-safe; blocks. */
final class FetchedPictures implements Function<String, byte @Nullable []> {
    private static final long MOST_BYTES = 40_000_000;

    private final Function<String, byte @Nullable []> source;
    private final Map<String, Optional<byte[]>> known = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();

    FetchedPictures(Function<String, byte @Nullable []> source) {
        this.source = source;
    }

    @Override
    public byte @Nullable [] apply(String address) {
        Optional<byte[]> picture = known.computeIfAbsent(address, this::fetch);
        return picture.orElse(null);
    }

    /** Beyond so many bytes a mail gets no more pictures. */
    private Optional<byte[]> fetch(String address) {
        if (bytes.get() > MOST_BYTES) {
            return Optional.empty();
        }
        Optional<byte[]> picture = Optional.ofNullable(source.apply(address));
        picture.ifPresent(got -> bytes.addAndGet(got.length));
        return picture;
    }
}
