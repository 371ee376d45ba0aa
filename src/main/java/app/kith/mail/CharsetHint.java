package app.kith.mail;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Finds a charset that a message names anywhere: in a Content-Type, in an encoded word, in the meta of its HTML. A program
 * that forgets to label one place mostly labels another.
 */
final class CharsetHint {
    private static final int SEARCHED = 1 << 20;

    private CharsetHint() {}

    /** {@return the first charset named that tells more than ASCII or UTF-8 do; null where there is none} */
    static @Nullable Charset in(byte[] raw) {
        int to = Math.min(raw.length, SEARCHED);
        Charset latin = null;
        for (int i = 0; i + 8 < to; i++) {
            int b = raw[i] | 0x20;
            String label = null;
            if (b == 'c' && Ascii.startsWith(raw, i, to, "charset")) {
                label = afterEquals(raw, i + 7, to);
            } else if (raw[i] == '=' && raw[i + 1] == '?') {
                label = word(raw, i + 2, to);
            }
            Charset charset = label == null ? null : CharsetLabels.find(label);
            if (charset != null && !charset.equals(StandardCharsets.UTF_8) && !charset.equals(StandardCharsets.US_ASCII)
                    && !charset.name().startsWith("UTF-16")) {
                if (!charset.equals(CharsetLabels.WINDOWS_1252)) {
                    return charset;
                }
                latin = charset;
            }
        }
        return latin;
    }

    private static @Nullable String afterEquals(byte[] raw, int from, int to) {
        int i = from;
        while (i < to && i < from + 6
                && (raw[i] == ' ' || raw[i] == '=' || raw[i] == '"' || raw[i] == '\'' || raw[i] == '3'
                        || raw[i] == 'D')) {
            i++;
        }
        int start = i;
        while (i < to && i < start + 40 && isLabelByte(raw[i])) {
            i++;
        }
        return i > start ? Ascii.string(raw, start, i) : null;
    }

    private static @Nullable String word(byte[] raw, int from, int to) {
        int i = from;
        while (i < to && i < from + 40 && isLabelByte(raw[i])) {
            i++;
        }
        return i > from && i < to && (raw[i] == '?' || raw[i] == '*') ? Ascii.string(raw, from, i) : null;
    }

    private static boolean isLabelByte(int b) {
        return Ascii.isLetter(b) || Ascii.isDigit(b) || b == '-' || b == '_' || b == '.' || b == ':';
    }
}
