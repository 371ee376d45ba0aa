package app.kith.mail;

import java.util.Arrays;

/**
 * Base64 as mail has it (RFC 2045, section 6.8), leniently: blanks anywhere, missing padding, several padded pieces in a row,
 * damaged letters, and text after the end that is no base64, such as the footer of a mailing list.
 */
final class Base64Bytes {
    private static final byte[] VALUES = values();
    private static final byte OTHER = -1;
    private static final byte SPACE = -2;
    private static final byte PAD = -3;

    private Base64Bytes() {}

    private static byte[] values() {
        byte[] table = new byte[256];
        Arrays.fill(table, OTHER);
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < letters.length(); i++) {
            table[letters.charAt(i)] = (byte) i;
        }
        table[' '] = SPACE;
        table['\t'] = SPACE;
        table['\r'] = SPACE;
        table['\n'] = SPACE;
        table['='] = PAD;
        return table;
    }

    /** {@return the six bits of a base64 letter, or a negative number} */
    static int value(int b) {
        return b < 0 || b > 255 ? OTHER : VALUES[b];
    }

    /**
     * Tells whether a range looks like base64, by its first line that is not blank.
     *
     * @return false where that line holds what base64 cannot hold
     */
    static boolean looksRight(byte[] bytes, int from, int to) {
        int letters = 0;
        int gaps = 0;
        boolean blank = false;
        for (int i = from; i < to; i++) {
            int value = VALUES[bytes[i] & 0xFF];
            if (value == OTHER) {
                return false;
            }
            if (value == SPACE) {
                if (bytes[i] == '\n' && letters > 0) {
                    break;
                }
                blank = letters > 0;
            } else {
                gaps += blank ? 1 : 0;
                blank = false;
                letters++;
            }
        }
        return gaps == 0 || letters > 40 * gaps;
    }

    /** {@return the decoded bytes of a range; never fails} */
    static byte[] decode(byte[] bytes, int from, int to) {
        byte[] out = new byte[(int) ((to - from) * 3L / 4) + 3];
        int size = 0;
        int bits = 0;
        int count = 0;
        for (int i = from; i < to; i++) {
            int value = VALUES[bytes[i] & 0xFF];
            if (value >= 0) {
                bits = (bits << 6) | value;
                if (++count == 4) {
                    out[size++] = (byte) (bits >> 16);
                    out[size++] = (byte) (bits >> 8);
                    out[size++] = (byte) bits;
                    bits = 0;
                    count = 0;
                }
            } else if (value == PAD) {
                if (count >= 2) {
                    size = tail(out, size, bits, count);
                }
                bits = 0;
                count = 0;
                i = lastPadding(bytes, i, to);
                if (!looksRight(bytes, i + 1, Math.min(to, i + 200))) {
                    return Arrays.copyOf(out, size);
                }
            } else if (value == OTHER && isProse(bytes, i, from, to)) {
                return Arrays.copyOf(out, tail(out, size, bits, lettersOutside(bytes, i, from, count)));
            }
        }
        return Arrays.copyOf(out, tail(out, size, bits, count));
    }

    private static int tail(byte[] out, int at, int bits, int count) {
        int size = at;
        if (count == 2) {
            out[size++] = (byte) (bits >> 4);
        } else if (count == 3) {
            out[size++] = (byte) (bits >> 10);
            out[size++] = (byte) (bits >> 2);
        }
        return size;
    }

    private static int lastPadding(byte[] bytes, int at, int to) {
        int i = at;
        while (i + 1 < to && VALUES[bytes[i + 1] & 0xFF] == PAD) {
            i++;
        }
        return i;
    }

    /** A foreign byte in a line of several words is the beginning of a footer, not a damaged letter. */
    private static boolean isProse(byte[] bytes, int at, int from, int to) {
        int blanks = 0;
        for (int i = at; i < to && bytes[i] != '\n' && i < at + 200; i++) {
            blanks += bytes[i] == ' ' ? 1 : 0;
        }
        for (int i = at - 1; i >= from && bytes[i] != '\n' && i > at - 200; i--) {
            blanks += bytes[i] == ' ' ? 1 : 0;
        }
        return blanks >= 2;
    }

    /** Letters of the footer's own line that were already taken as base64 do not count. */
    private static int lettersOutside(byte[] bytes, int at, int from, int count) {
        for (int i = at - 1; i >= from && bytes[i] != '\n'; i--) {
            if (VALUES[bytes[i] & 0xFF] >= 0) {
                return 0;
            }
        }
        return count;
    }
}
