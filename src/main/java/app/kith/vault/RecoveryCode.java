package app.kith.vault;

import java.nio.CharBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A key for paper: 128 random bits with 22 bits of checksum, written in six groups of five signs of Crockford's base 32, which has
 * no letters that are mistaken for digits. Small letters, signs between the groups and full-width forms are read all the same.
 */
final class RecoveryCode {
    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 30;
    /** So many signs too few or too many are a slip; with more it is something else. */
    private static final int SLIPS = 4;
    private static final int GROUP = 5;
    private static final int KEY = 16;
    private static final int BITS = 5;

    private RecoveryCode() {}

    static byte[] random() {
        return Box.random(KEY);
    }

    /** Writes a key of 16 bytes. */
    static String write(byte[] key) {
        byte[] all = withChecksum(key);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            out.append(i > 0 && i % GROUP == 0 ? "-" : "").append(SIGNS.charAt(bits(all, i * BITS)));
        }
        return out.toString();
    }

    /** The key, then the first bits of its SHA-256. */
    private static byte[] withChecksum(byte[] key) {
        try {
            byte[] all = Arrays.copyOf(key, KEY + 3);
            System.arraycopy(MessageDigest.getInstance("SHA-256").digest(key), 0, all, KEY, 3);
            return all;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int bits(byte[] all, int from) {
        int value = 0;
        for (int bit = from; bit < from + BITS; bit++) {
            value = value << 1 | all[bit >> 3] >> (7 - (bit & 7)) & 1;
        }
        return value;
    }

    /** What came of reading words as a code: its key; none where they are no code; damaged where they are nearly one. */
    record Read(byte[] key, boolean isCode, boolean isMistyped) {
        static final Read NO_CODE = new Read(new byte[0], false, false);
        static final Read MISTYPED = new Read(new byte[0], false, true);
    }

    /** Reads what somebody typed. */
    static Read read(char[] typed) {
        String signs = Normalizer.normalize(CharBuffer.wrap(typed), Normalizer.Form.NFKC).toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Pd}_.]", "").replace('O', '0').replace('I', '1').replace('L', '1');
        boolean all = signs.chars().allMatch(sign -> SIGNS.indexOf(sign) >= 0);
        if (!all || Math.abs(signs.length() - LENGTH) > SLIPS) {
            return Read.NO_CODE;
        }
        if (signs.length() != LENGTH) {
            return Read.MISTYPED;
        }
        byte[] bytes = new byte[KEY + 3];
        for (int i = 0; i < LENGTH * BITS; i++) {
            int bit = SIGNS.indexOf(signs.charAt(i / BITS)) >> (BITS - 1 - i % BITS) & 1;
            bytes[i >> 3] |= (byte) (bit << (7 - (i & 7)));
        }
        byte[] key = Arrays.copyOf(bytes, KEY);
        return write(key).replace("-", "").equals(signs) ? new Read(key, true, false) : Read.MISTYPED;
    }
}
