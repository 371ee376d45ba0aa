package app.kith.mail;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to text for one message, in this order: the declared charset with the usual lies cured, strict UTF-8, a charset named
 * elsewhere in the message, detection. What was not as declared is said in the repairs.
 */
final class TextDecoder {
    private final byte[] raw;
    private final @Nullable Charset forced;
    private final Repairs repairs;
    private @Nullable Charset hint;
    private boolean hintSought;

    /**
     * Makes the decoder of a message.
     *
     * @param raw the whole message, searched for a charset's name only when one is needed
     * @param forced the charset that the user wants text without sure charset to be read with; null for none
     * @param repairs where mended things are said
     */
    TextDecoder(byte[] raw, @Nullable Charset forced, Repairs repairs) {
        this.raw = raw;
        this.forced = forced;
        this.repairs = repairs;
    }

    /** {@return a decoder with the same wish and the same repairs for a message that was wrapped in this one} */
    TextDecoder over(byte[] inner) {
        return new TextDecoder(inner, forced, repairs);
    }

    /** Text and the charset that it was read with. */
    record Decoded(String text, Charset charset) {

        String charsetName() {
            String name = charset.name().toLowerCase(Locale.ROOT);
            return name.equals("x-windows-50221") ? "iso-2022-jp" : name;
        }
    }

    Repairs repairs() {
        return repairs;
    }

    /**
     * Unfolds a header value and decodes raw 8-bit bytes in it.
     *
     * @return the value on one line, trimmed; encoded words are still in it
     */
    String headerText(byte[] bytes, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && Ascii.isSpace(bytes[start])) {
            start++;
        }
        while (end > start && Ascii.isSpace(bytes[end - 1])) {
            end--;
        }
        boolean plain = true;
        int all = 0;
        for (int i = start; i < end; i++) {
            all |= bytes[i];
            plain &= bytes[i] >= ' ' || bytes[i] < 0;
        }
        if (plain && all >= 0) {
            return Ascii.string(bytes, start, end);
        }
        if (plain) {
            return decode(bytes, start, end, null, "a header field").text();
        }
        return unfold(bytes, start, end);
    }

    private String unfold(byte[] bytes, int from, int to) {
        byte[] line = new byte[to - from];
        int size = 0;
        boolean escape = false;
        int all = 0;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (b == '\n' || b == '\r') {
                while (i + 1 < to && Ascii.isSpace(bytes[i + 1])) {
                    i++;
                }
                while (size > 0 && line[size - 1] == ' ') {
                    size--;
                }
                line[size++] = ' ';
            } else if (b == '\t') {
                line[size++] = ' ';
            } else if (b >= ' ' || b < 0 || b == 0x1B) {
                line[size++] = b;
                all |= b;
                escape |= b == 0x1B;
            }
        }
        return all >= 0 && !escape ? Ascii.string(line, 0, size) : decode(line, 0, size, null, "a header field").text();
    }

    /**
     * Decodes bytes.
     *
     * @param label the charset that is declared for them; null or empty where none is
     * @param what what the bytes are, for the repairs: "the text"
     */
    Decoded decode(byte[] bytes, int from, int to, @Nullable String label, String what) {
        Charset declared = CharsetLabels.find(label);
        if (forced != null) {
            return new Decoded(new String(bytes, from, to - from, forced), forced);
        }
        if (Ascii.isAscii(bytes, from, to) && !isWide(declared)) {
            return decode7Bit(bytes, from, to, declared, what);
        }
        if (declared == null || declared.equals(StandardCharsets.US_ASCII)) {
            Decoded found = undeclared(bytes, from, to);
            repairs.add(what + (label == null || label.isEmpty()
                    ? " had 8-bit letters and no charset"
                    : " was labelled " + quoted(label)) + "; read as " + found.charsetName());
            return found;
        }
        return decodeDeclared(bytes, from, to, declared, what, label == null ? "" : label);
    }

    /** Decodes an encoded word's bytes; a wish of the user counts only where the word's own charset does not fit. */
    String decodeWord(byte[] bytes, int from, int to, String label) {
        if (forced != null) {
            Charset declared = CharsetLabels.find(label);
            String text = declared == null ? null : CharsetGuess.strictly(bytes, from, to, declared);
            if (text != null) {
                return text;
            }
        }
        return decode(bytes, from, to, label, "an encoded word").text();
    }

    private static boolean isWide(@Nullable Charset charset) {
        return charset != null && charset.name().startsWith("UTF-16");
    }

    private static String quoted(String label) {
        String text = label.length() > 40 ? label.substring(0, 40) : label;
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(c >= ' ' && c < 0x7F ? c : '?');
        }
        return out.toString();
    }

    private Decoded decode7Bit(byte[] bytes, int from, int to, @Nullable Charset declared, String what) {
        if (declared != null && (declared.equals(CharsetLabels.UTF_7) || declared.equals(CharsetLabels.HZ))) {
            return new Decoded(new String(bytes, from, to - from, declared), declared);
        }
        int escape = CharsetEvidence.indexOfEscape(bytes, from, to);
        if (escape >= 0) {
            Charset iso2022 = CharsetEvidence.iso2022(bytes, escape, to);
            if (iso2022 != null) {
                if (!iso2022.equals(declared)) {
                    repairs.add(what + " held the escapes of ISO-2022 without saying so");
                }
                return new Decoded(new String(bytes, from, to - from, iso2022), iso2022);
            }
        }
        if (declared == null || declared.equals(StandardCharsets.US_ASCII) || declared.equals(CharsetLabels.GB18030)) {
            if (CharsetEvidence.looksLikeHz(bytes, from, to)) {
                repairs.add(what + " was HZ-encoded Chinese without saying so");
                return new Decoded(new String(bytes, from, to - from, CharsetLabels.HZ), CharsetLabels.HZ);
            }
        }
        return new Decoded(Ascii.string(bytes, from, to), declared == null ? StandardCharsets.US_ASCII : declared);
    }

    private Decoded decodeDeclared(byte[] bytes, int from, int to, Charset declared, String what, String label) {
        String text = new String(bytes, from, to - from, declared);
        if (declared.equals(StandardCharsets.UTF_8)) {
            return text.indexOf('\uFFFD') < 0
                    ? new Decoded(text, declared)
                    : mended(bytes, from, to, text, declared, what, label);
        }
        if (isWide(declared)) {
            return wide(bytes, from, to, text, declared, what, label);
        }
        boolean byAccident = CharsetLabels.isDoubleByte(declared) && text.indexOf('\uFFFD') < 0
                && CharsetEvidence.isUtf8ByAccident(bytes, from, to);
        if (!byAccident && CharsetEvidence.looksLikeUtf8(bytes, from, to)) {
            return mislabelled(what, label, new Decoded(new String(bytes, from, to - from, StandardCharsets.UTF_8),
                    StandardCharsets.UTF_8));
        }
        if (declared.equals(CharsetLabels.WINDOWS_1252)) {
            Charset likely = CharsetEvidence.onlyPairs(bytes, from, to) ? CharsetGuess.of(bytes, from, to) : declared;
            if (!likely.equals(declared)) {
                return mislabelled(what, label, new Decoded(new String(bytes, from, to - from, likely), likely));
            }
        }
        return text.indexOf('\uFFFD') < 0
                ? new Decoded(text, declared)
                : mended(bytes, from, to, text, declared, what, label);
    }

    private Decoded mislabelled(String what, String label, Decoded real) {
        repairs.add(what + " was labelled " + quoted(label) + " but is " + real.charsetName());
        return real;
    }

    /** UTF-16 by its label: with a mark, or with the NULs that Latin letters have in it; else the label lies. */
    private Decoded wide(byte[] bytes, int from, int to, String text, Charset declared, String what,
            String label) {
        if (to - from < 2) {
            return new Decoded(text, declared);
        }
        int first = (bytes[from] & 0xFF) << 8 | (bytes[from + 1] & 0xFF);
        if (first == 0xFEFF || first == 0xFFFE) {
            return new Decoded(new String(bytes, from, to - from, StandardCharsets.UTF_16), StandardCharsets.UTF_16);
        }
        int even = 0;
        int odd = 0;
        for (int i = from; i + 1 < to && i < from + 2000; i += 2) {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }
        if (even == 0 && odd == 0
                && (CharsetEvidence.looksLikeUtf8(bytes, from, to) || Ascii.isAscii(bytes, from, to))) {
            return mislabelled(what, label, new Decoded(new String(bytes, from, to - from, StandardCharsets.UTF_8),
                    StandardCharsets.UTF_8));
        }
        Charset order = odd > even ? StandardCharsets.UTF_16LE : declared;
        return order.equals(declared)
                ? new Decoded(text, declared)
                : new Decoded(new String(bytes, from, to - from, order), order);
    }

    /** Text that does not wholly fit its declared charset: kept if the damage is small, else read with a likelier one. */
    private Decoded mended(byte[] bytes, int from, int to, String text, Charset declared, String what,
            String label) {
        int damage = CharsetEvidence.damage(text);
        int high = 0;
        for (int i = from; i < to; i++) {
            high += bytes[i] < 0 ? 1 : 0;
        }
        if (damage * 20L > high || (damage > 2 && damage * 50L > high)) {
            Decoded other = undeclared(bytes, from, to);
            boolean latin = other.charset().equals(CharsetLabels.WINDOWS_1252);
            if (latin ? damage * 3L > high : CharsetEvidence.damage(other.text()) < damage) {
                return mislabelled(what, label, other);
            }
        }
        repairs.add("some letters of " + what + " did not fit its charset");
        return new Decoded(text, declared);
    }

    private Decoded undeclared(byte[] bytes, int from, int to) {
        int length = to - from;
        int mark = length > 2 ? (bytes[from] & 0xFF) << 8 | (bytes[from + 1] & 0xFF) : 0;
        if (mark == 0xFEFF || mark == 0xFFFE) {
            return new Decoded(new String(bytes, from, length, StandardCharsets.UTF_16), StandardCharsets.UTF_16);
        }
        String utf8 = CharsetGuess.strictly(bytes, from, to, StandardCharsets.UTF_8);
        if (utf8 != null) {
            return new Decoded(utf8, StandardCharsets.UTF_8);
        }
        if (CharsetEvidence.isMostlyUtf8(bytes, from, to)) {
            return new Decoded(new String(bytes, from, length, StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        }
        Charset named = hint();
        if (named != null && !named.equals(CharsetLabels.WINDOWS_1252)) {
            String text = CharsetGuess.strictly(bytes, from, to, named);
            if (text != null) {
                return new Decoded(text, named);
            }
        }
        Charset guess = CharsetGuess.of(bytes, from, to);
        return new Decoded(new String(bytes, from, length, guess), guess);
    }

    private @Nullable Charset hint() {
        if (!hintSought) {
            hintSought = true;
            hint = CharsetHint.in(raw);
        }
        return hint;
    }
}
