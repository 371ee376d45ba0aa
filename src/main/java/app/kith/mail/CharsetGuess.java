package app.kith.mail;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Guesses the charset of 8-bit bytes that are not UTF-8 and that nothing names.
 *
 * <p>The double-byte sets are told apart by where their frequent characters lie: GB2312 keeps its level-one hanzi in rows
 * B0-D7, Big5 its frequent ones in A4-C6, Shift-JIS kana at 82-83, EUC-KR hangul in B0-C8. GB18030 is favoured, since this
 * program's mail is Chinese more often than anything else in such a state. Looks at the first 16 KB that matter.
 */
final class CharsetGuess {
    private static final int SAMPLE = 16 * 1024;
    private static final String HANGUL = pairs("다이는을의에가고니로사하서리지기합습한인요를은해시어안드도대여부주");

    private final byte[] bytes;
    private final int from;
    private final int to;

    private CharsetGuess(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
    }

    /** {@return the two bytes of each syllable in EUC-KR as one character} */
    private static String pairs(String syllables) {
        byte[] bytes = syllables.getBytes(CharsetLabels.EUC_KR);
        return new String(bytes, StandardCharsets.UTF_16BE);
    }

    /** {@return the likeliest charset; windows-1252 where nothing speaks for another} */
    static Charset of(byte[] bytes, int from, int to) {
        int start = from;
        while (start < to && bytes[start] >= 0) {
            start++;
        }
        return new CharsetGuess(bytes, start, Math.min(to, start + SAMPLE)).guess();
    }

    private Charset guess() {
        Charset single = SingleByteGuess.of(bytes, from, to);
        double gb = gb2312();
        double big5 = big5();
        double best = Math.max(gb, big5);
        Charset charset = gb >= big5 ? CharsetLabels.GB18030 : CharsetLabels.BIG5;
        double sjis = shiftJis();
        if (sjis > best + 0.1) {
            best = sjis;
            charset = CharsetLabels.SHIFT_JIS;
        }
        double eucJp = eucJp();
        if (eucJp > 0.8 && eucJp >= best - 0.3) {
            best = 1;
            charset = CharsetLabels.EUC_JP;
        } else if (charset.equals(CharsetLabels.GB18030) && isKorean()) {
            charset = CharsetLabels.EUC_KR;
        }
        if (single != null) {
            return single;
        }
        return best >= 0.55 ? charset : CharsetLabels.WINDOWS_1252;
    }

    private int at(int i) {
        return i < to ? bytes[i] & 0xFF : 0;
    }

    /** {@return the share, 0 to 1, of high bytes that read as frequent characters of GB2312} */
    private double gb2312() {
        double score = 0;
        int units = 0;
        int i = from;
        while (i < to) {
            int lead = at(i);
            if (lead < 0x80) {
                i++;
                continue;
            }
            units++;
            int trail = at(i + 1);
            if (trail >= 0xA1 && trail < 0xFF) {
                score += (lead >= 0xB0 && lead <= 0xD7) || lead == 0xA1 || lead == 0xA3
                        ? 1
                        : lead > 0xD7 && lead <= 0xF7 ? 0.4 : lead == 0xA2 || lead == 0xA9 ? 0.5 : 0;
                i += 2;
            } else if (i + 1 >= to) {
                units--;
                i++;
            } else if (lead >= 0x81 && lead <= 0xFE && trail >= 0x80) {
                score += 0.4;
                i += 2;
            } else if (lead >= 0x81 && lead <= 0xFE && trail >= 0x40 && trail != 0x7F && followsHighByte(i)) {
                score += 0.3;
                i += 2;
            } else {
                i++;
            }
        }
        return units == 0 ? 0 : score / units;
    }

    /** A rare hanzi with a trail byte below 0x80 stands among others; a lone accented letter does not. */
    private boolean followsHighByte(int i) {
        return (i > from && bytes[i - 1] < 0) || (i + 2 < to && bytes[i + 2] < 0);
    }

    private double big5() {
        double score = 0;
        int units = 0;
        int i = from;
        while (i < to) {
            int lead = at(i);
            if (lead < 0x80) {
                i++;
                continue;
            }
            units++;
            int trail = at(i + 1);
            boolean pair = (trail >= 0x40 && trail <= 0x7E) || (trail >= 0xA1 && trail <= 0xFE);
            if (pair && (trail >= 0x80 || followsHighByte(i) || units > 1)) {
                score += lead >= 0xA4 && lead <= 0xC6 ? 1 : lead == 0xA1 ? 0.9 : lead >= 0xC9 && lead <= 0xF9 ? 0.3 : 0;
                i += 2;
            } else {
                i++;
            }
        }
        return units == 0 ? 0 : score / units;
    }

    private double shiftJis() {
        double score = 0;
        int units = 0;
        int kana = 0;
        int i = from;
        while (i < to) {
            int lead = at(i);
            if (lead < 0x80) {
                i++;
                continue;
            }
            units++;
            int trail = at(i + 1);
            boolean pair = (trail >= 0x40 && trail <= 0x7E) || (trail >= 0x80 && trail <= 0xFC);
            if (lead >= 0xA1 && lead <= 0xDF) {
                score += 0.2;
                i++;
            } else if (pair && lead >= 0x81 && lead <= 0xFC && lead != 0xA0) {
                boolean isKana = (lead == 0x82 && trail >= 0x9F) || (lead == 0x83 && trail <= 0x96);
                kana += isKana ? 1 : 0;
                score += isKana || lead == 0x81 || (lead >= 0x88 && lead <= 0x98) ? 1 : lead <= 0x9F ? 0.5 : 0.2;
                i += 2;
            } else {
                score -= 1;
                i++;
            }
        }
        return units == 0 || (kana == 0 && units < 4) ? 0 : score / units;
    }

    /** {@return the share of pairs that are valid EUC-JP, where kana are so frequent that it cannot be Chinese; else 0} */
    private double eucJp() {
        int kana = 0;
        int valid = 0;
        int units = 0;
        int i = from;
        while (i < to) {
            int lead = at(i);
            if (lead < 0x80) {
                i++;
                continue;
            }
            units++;
            int trail = at(i + 1);
            if ((lead >= 0xA1 && trail >= 0xA1) || lead == 0x8E) {
                kana += lead == 0xA4 || lead == 0xA5 || lead == 0x8E ? 1 : 0;
                valid++;
                i += 2;
            } else {
                i++;
            }
        }
        return units > 0 && kana * 4 >= units ? (double) valid / units : 0;
    }

    /** Korean has all its hangul in rows B0-C8, as short Chinese text may have too, and uses a few syllables all the time. */
    private boolean isKorean() {
        int hangul = 0;
        int frequent = 0;
        int other = 0;
        int i = from;
        while (i < to) {
            int lead = at(i);
            if (lead < 0x80) {
                i++;
                continue;
            }
            if (at(i + 1) >= 0xA1) {
                hangul += lead >= 0xB0 && lead <= 0xC8 ? 1 : 0;
                frequent += HANGUL.indexOf((char) (lead << 8 | at(i + 1))) >= 0 ? 1 : 0;
                other += lead > 0xC8 ? 1 : 0;
            } else {
                other++;
            }
            i += 2;
        }
        return hangul >= 4 && other * 20 < hangul && frequent * 8 >= hangul;
    }

    /** {@return a charset if it decodes the whole range without a fault, else null} */
    static @Nullable String strictly(byte[] bytes, int from, int to, Charset charset) {
        String text = new String(bytes, from, to - from, charset);
        return text.indexOf('\uFFFD') < 0 ? text : null;
    }
}
