package app.kith.mail;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** What bytes show about the charset that they are in, whatever is declared for them. */
final class CharsetEvidence {
    private static final int SURE_LETTERS = 6;

    private CharsetEvidence() {}

    static int indexOfEscape(byte[] bytes, int from, int to) {
        for (int i = from; i < to - 2; i++) {
            if (bytes[i] == 0x1B && (bytes[i + 1] == '$' || bytes[i + 1] == '(')) {
                return i;
            }
        }
        return -1;
    }

    static @Nullable Charset iso2022(byte[] bytes, int escape, int to) {
        for (int i = escape; i < to - 2; i++) {
            if (bytes[i] == 0x1B && bytes[i + 1] == '$') {
                if (bytes[i + 2] == ')' && i + 3 < to) {
                    return bytes[i + 3] == 'C' ? CharsetLabels.ISO_2022_KR : CharsetLabels.ISO_2022_CN;
                }
                return CharsetLabels.ISO_2022_JP;
            }
            if (bytes[i] == 0x1B && bytes[i + 1] == '(' && (bytes[i + 2] == 'J' || bytes[i + 2] == 'I')) {
                return CharsetLabels.ISO_2022_JP;
            }
        }
        return null;
    }

    /** {@return whether there is a pair of HZ brackets with an even number of GB2312 letters between them} */
    static boolean looksLikeHz(byte[] bytes, int from, int to) {
        for (int i = from; i < to - 3; i++) {
            if (bytes[i] == '~' && bytes[i + 1] == '{') {
                int j = i + 2;
                while (j + 1 < to && bytes[j] > ' ' && bytes[j] < 0x78 && bytes[j + 1] > ' ') {
                    j += 2;
                }
                return j > i + 2 && j + 1 < to && bytes[j] == '~' && bytes[j + 1] == '}';
            }
        }
        return false;
    }

    static int damage(String text) {
        int count = 0;
        for (int i = text.indexOf('\uFFFD'); i >= 0; i = text.indexOf('\uFFFD', i + 1)) {
            count++;
        }
        return count;
    }

    /** Strict UTF-8 whose multi-byte letters are not by chance: three bytes long more often than two, or many. */
    static boolean looksLikeUtf8(byte[] bytes, int from, int to) {
        int two = 0;
        int more = 0;
        for (int i = from; i < to; i++) {
            int b = bytes[i] & 0xFF;
            if (b < 0x80) {
                continue;
            }
            int follow = b >= 0xC2 && b < 0xE0 ? 1 : b >= 0xE0 && b < 0xF0 ? 2 : b >= 0xF0 && b < 0xF5 ? 3 : 0;
            if (follow == 0 || i + follow >= to + (more + two > 3 ? follow : 0)) {
                return false;
            }
            for (int k = 1; k <= follow && i + k < to; k++) {
                if ((bytes[i + k] & 0xC0) != 0x80) {
                    return false;
                }
            }
            two += follow == 1 ? 1 : 0;
            more += follow > 1 ? 1 : 0;
            i += follow;
        }
        return more > 0 ? more >= two : two >= 2;
    }

    /**
     * Tells whether a short double-byte text is UTF-8 by accident only, as the GBK of 展贸通 is. An ordinary character of GB 2312 or its
     * kin passes for a two-byte letter of UTF-8 about once in six times: three in a row do so once in some hundred names, six in
     * a row hardly ever. Such bytes are all 0xA1 or higher, which two-byte letters of UTF-8 seldom are for long.
     *
     * @return true if the bytes hold fewer than six letters, each of two bytes that are ordinary in a double-byte charset
     */
    static boolean isUtf8ByAccident(byte[] bytes, int from, int to) {
        int high = 0;
        for (int i = from; i < to; i++) {
            int b = bytes[i] & 0xFF;
            if (b >= 0x80) {
                if (b < 0xA1 || b >= 0xE0) {
                    return false;
                }
                high++;
            }
        }
        return high < 2 * SURE_LETTERS;
    }

    /** {@return whether the bytes are UTF-8 with little damage, as a name is that was cut inside a letter} */
    static boolean isMostlyUtf8(byte[] bytes, int from, int to) {
        int good = 0;
        int bad = 0;
        int i = from;
        while (i < to) {
            int b = bytes[i++] & 0xFF;
            if (b < 0x80) {
                continue;
            }
            int follow = b >= 0xC2 && b < 0xE0 ? 1 : b >= 0xE0 && b < 0xF0 ? 2 : b >= 0xF0 && b < 0xF5 ? 3 : 0;
            int found = 0;
            while (found < follow && i + found < to && (bytes[i + found] & 0xC0) == 0x80) {
                found++;
            }
            if (follow > 0 && found == follow) {
                good++;
                i += follow;
            } else {
                bad++;
                i += found;
            }
        }
        return good >= 3 && bad * 8 <= good;
    }

    /** {@return whether all high bytes come in runs of even length, four at least in all, as in double-byte text} */
    static boolean onlyPairs(byte[] bytes, int from, int to) {
        int run = 0;
        int high = 0;
        int longest = 0;
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                run++;
                high++;
                longest = Math.max(longest, run);
            } else {
                if ((run & 1) == 1) {
                    return false;
                }
                run = 0;
            }
        }
        return high >= 8 && longest >= 4;
    }
}
