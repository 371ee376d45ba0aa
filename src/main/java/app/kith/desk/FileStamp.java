package app.kith.desk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * How a file stands, by which it is seen without reading it that it has not changed.
 *
 * @param size its length in bytes
 * @param modified when it was written last
 */
record FileStamp(long size, Instant modified) {
    /** A file that was written so lately may still be growing. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    /** {@return how a file stands; null where it cannot be asked} */
    static @Nullable FileStamp of(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new FileStamp(attributes.size(), attributes.lastModifiedTime().toInstant());
        } catch (IOException e) {
            return null;
        }
    }

    /** {@return whether it may still be growing; a time in the future, as other machines' clocks make it, counts as long ago} */
    boolean isYoung(Clock clock) {
        Duration age = Duration.between(modified, clock.instant());
        return !age.isNegative() && age.compareTo(SETTLED) < 0;
    }

    /** {@return the SHA-256 of a file, hexadecimal; empty where it cannot be read} */
    static String digest(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] bytes = new byte[1 << 16];
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                digest.update(bytes, 0, count);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            return "";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
