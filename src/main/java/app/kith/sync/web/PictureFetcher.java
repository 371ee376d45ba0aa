package app.kith.sync.web;

import app.kith.sync.web.Wire.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the pictures of a mail that the user wants to see. Over https only, http is tried as https; from the open internet only,
 * redirects looked at by the same rules; pictures only, 5 MB and 20 seconds at most, four at once. Thread-safe; blocks.
 */
public final class PictureFetcher {
    private static final int AT_ONCE = 4;
    private static final int REDIRECTS = 5;
    private static final int MOST_BYTES = 5_000_000;
    private static final Duration MOST_TIME = Duration.ofSeconds(20);
    private static final Set<String> TYPES = Set.of("image/png", "image/jpeg", "image/jpg", "image/gif", "image/webp",
            "image/bmp", "image/x-ms-bmp");

    private final Wire wire;
    private final Duration most;
    private final Semaphore places = new Semaphore(AT_ONCE);

    /** Makes a fetcher on the real network. */
    public PictureFetcher() {
        this(new HttpsWire(), MOST_TIME);
    }

    /**
     * Makes a fetcher.
     *
     * @param wire the network
     * @param most how long one picture may take, with all redirects
     */
    PictureFetcher(Wire wire, Duration most) {
        this.wire = wire;
        this.most = most;
    }

    /**
     * Fetches a picture.
     *
     * @param address the address that the mail names
     * @return its bytes; null where it may not be fetched, is no picture, or cannot be had
     */
    public byte @Nullable [] fetch(String address) {
        places.acquireUninterruptibly();
        try {
            return follow(address);
        } catch (IOException | IllegalArgumentException e) {
            return null;
        } finally {
            places.release();
        }
    }

    private byte @Nullable [] follow(String address) throws IOException {
        long until = System.nanoTime() + most.toNanos();
        URI next = secure(URI.create(address.strip().replace(" ", "%20")));
        for (int i = 0; i <= REDIRECTS; i++) {
            if (next == null || !isPublic(next)) {
                return null;
            }
            try (Answer answer = wire.get(next, until)) {
                boolean redirect = answer.status() >= 300 && answer.status() < 400;
                if (!redirect) {
                    return answer.status() == 200 && isPicture(answer.type()) ? read(answer.body(), until) : null;
                }
                next = secure(next.resolve(answer.location()));
            }
        }
        return null;
    }

    /** {@return the address over https; null where it names another scheme, a user or another port} */
    private static @Nullable URI secure(URI address) {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        int port = address.getPort();
        boolean usual = port < 0 || port == (scheme.equals("http") ? 80 : 443);
        boolean web = scheme.equals("https") || scheme.equals("http");
        if (!web || !usual || address.getRawUserInfo() != null || address.getHost() == null) {
            return null;
        }
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return URI.create("https://" + address.getHost() + path + query);
    }

    private boolean isPublic(URI address) throws IOException {
        List<InetAddress> found = wire.resolve(address.getHost().replace("[", "").replace("]", ""));
        return !found.isEmpty() && found.stream().allMatch(PublicAddress::is);
    }

    private static boolean isPicture(String type) {
        int end = type.indexOf(';');
        return TYPES.contains((end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT));
    }

    private static byte @Nullable [] read(InputStream body, long until) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] part = new byte[16_384];
        int count = body.read(part);
        while (count >= 0) {
            bytes.write(part, 0, count);
            if (bytes.size() > MOST_BYTES || System.nanoTime() > until) {
                return null;
            }
            count = body.read(part);
        }
        return bytes.toByteArray();
    }
}
