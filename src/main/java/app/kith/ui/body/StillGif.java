package app.kith.ui.body;

import java.util.Arrays;

/** Stops a GIF at its first picture: nothing moves in a mail, and a thousand frames cost no memory. */
final class StillGif {
    private static final int TRAILER = 0x3B;

    private StillGif() {}

    /** {@return how many bytes hold the first picture; 0 where that cannot be told} */
    static int lengthOfFirst(byte[] bytes) {
        int at = 13 + table(bytes[10]);
        while (at < bytes.length) {
            int kind = bytes[at] & 0xFF;
            if (kind == 0x21) {
                at = afterBlocks(bytes, at + 2);
            } else if (kind == 0x2C && at + 10 < bytes.length) {
                int end = afterBlocks(bytes, at + 10 + table(bytes[at + 9]) + 1);
                return Math.min(end, bytes.length);
            } else {
                return 0;
            }
        }
        return 0;
    }

    private static int table(byte flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    private static int afterBlocks(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != 0) {
            at += 1 + (bytes[at] & 0xFF);
        }
        return at + 1;
    }

    static byte[] first(byte[] bytes, int length) {
        byte[] still = Arrays.copyOf(bytes, length + 1);
        still[length] = TRAILER;
        return still;
    }
}
