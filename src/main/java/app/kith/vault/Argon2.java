package app.kith.vault;

import com.password4j.Argon2Function;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;

/**
 * How dear it is to try a passphrase: Argon2id (RFC 9106).
 *
 * @param memory memory in KiB
 * @param passes number of passes over it
 * @param lanes number of lanes
 */
public record Argon2(int memory, int passes, int lanes) {
    /** What new stores use: the second recommended setting of RFC 9106 with one lane, since the work is done on one thread. */
    public static final Argon2 STRONG = new Argon2(64 << 10, 3, 1);

    /**
     * Makes a key of a passphrase.
     *
     * @param passphrase the user's words; compared in Unicode's NFC form, so that the same letters typed elsewhere work
     * @param salt 16 random bytes kept beside the sealed key
     * @return 32 bytes
     */
    byte[] key(char[] passphrase, byte[] salt) {
        byte[] words = bytes(passphrase);
        try {
            return Argon2Function.getInstance(memory, passes, lanes, 32, com.password4j.types.Argon2.ID)
                    .hash(words, salt)
                    .getBytes();
        } finally {
            Arrays.fill(words, (byte) 0);
        }
    }

    private static byte[] bytes(char[] passphrase) {
        String normal = Normalizer.normalize(CharBuffer.wrap(passphrase), Normalizer.Form.NFC);
        return normal.getBytes(StandardCharsets.UTF_8);
    }
}
