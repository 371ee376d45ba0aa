package app.kith.mail;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The compression of RTF in MAPI (MS-OXRTFCP): an LZ77 over a ring of 4,096 bytes that begins filled with frequent RTF words.
 * A damaged stream gives what was read before the damage; at most {@link #LIMIT} bytes are given out.
 */
final class CompressedRtf {
    /** How many bytes of RTF are given out. */
    static final int LIMIT = 8 << 20;

    private static final int RING = 4096;
    private static final int HEADER = 16;
    private static final int COMPRESSED = 0x75465A4C;
    private static final int PLAIN = 0x414C454D;
    /** What the ring begins with (MS-OXRTFCP, section 2.1.2.1). */
    private static final byte[] FIRST = ("{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}"
            + "{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier"
            + "{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx")
            .getBytes(StandardCharsets.US_ASCII);

    private CompressedRtf() {}

    /** {@return the RTF of a compressed range; empty where it is none} */
    static byte[] expand(byte[] bytes, int from, int to) {
        if (to - from < HEADER) {
            return new byte[0];
        }
        int kind = (bytes[from + 8] & 0xFF) | (bytes[from + 9] & 0xFF) << 8 | (bytes[from + 10] & 0xFF) << 16
                | (bytes[from + 11] & 0xFF) << 24;
        if (kind == PLAIN) {
            return Arrays.copyOfRange(bytes, from + HEADER, Math.min(to, from + HEADER + LIMIT));
        }
        return kind == COMPRESSED ? decompress(bytes, from + HEADER, to) : new byte[0];
    }

    private static byte[] decompress(byte[] bytes, int from, int to) {
        byte[] ring = new byte[RING];
        System.arraycopy(FIRST, 0, ring, 0, FIRST.length);
        int write = FIRST.length;
        ByteSink out = new ByteSink((to - from) * 2);
        int i = from;
        while (i < to && out.size() < LIMIT) {
            int control = bytes[i++];
            for (int bit = 0; bit < 8 && i < to; bit++) {
                if ((control >> bit & 1) == 0) {
                    byte literal = bytes[i++];
                    out.add(literal);
                    ring[write] = literal;
                    write = (write + 1) % RING;
                    continue;
                }
                if (i + 1 >= to) {
                    return out.toArray();
                }
                int read = (bytes[i] & 0xFF) << 4 | (bytes[i + 1] & 0xFF) >> 4;
                int length = (bytes[i + 1] & 0xF) + 2;
                i += 2;
                if (read == write) {
                    // A reference to the place that is written next marks the end.
                    return out.toArray();
                }
                for (int k = 0; k < length; k++) {
                    byte copied = ring[(read + k) % RING];
                    out.add(copied);
                    ring[write] = copied;
                    write = (write + 1) % RING;
                }
            }
        }
        return out.toArray();
    }
}
