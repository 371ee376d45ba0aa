package app.kith.exchange;

import app.kith.mail.TextCharset;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a vCard file line by line as bytes, since lines are folded inside of characters and each value may have a charset of its own:
 * first unfolded, then taken out of their transfer encoding, then decoded.
 */
final class VCardLines {
    /** A picture of 12 MB. */
    static final int LONGEST_LINE = 16 << 20;
    private static final Pattern BASE64_LINE = Pattern.compile("[A-Za-z0-9+/]+={0,2}");
    private static final Pattern ENCODING = Pattern
            .compile("(?i);(?:ENCODING=)?(QUOTED-PRINTABLE|BASE64|B)(?=[;:]|$)");
    private static final Pattern CHARSET = Pattern.compile("(?i);CHARSET=\"?([^;:\"]+)");

    private final InputStream in;
    private final Charset usual;
    private byte @Nullable [] ahead;
    private boolean old;

    /**
     * Makes the reader.
     *
     * @param in the file behind its byte-order mark, in any charset but UTF-16
     * @param usual the charset of values that are not UTF-8 and name none
     */
    VCardLines(InputStream in, Charset usual) {
        this.in = in;
        this.usual = usual;
    }

    /** {@return the next line; null at the end} */
    @Nullable
    VCardLine next() throws IOException {
        byte[] line = physical();
        while (line != null && isBlank(line)) {
            line = physical();
        }
        if (line == null) {
            return null;
        }
        String begin = new String(line, 0, Math.min(line.length, 200), StandardCharsets.ISO_8859_1);
        int colon = colon(line);
        boolean printable = false;
        boolean base64 = false;
        if (colon > 0) {
            Matcher encoding = ENCODING.matcher(new String(line, 0, colon, StandardCharsets.ISO_8859_1));
            while (encoding.find()) {
                printable |= encoding.group(1).equalsIgnoreCase("QUOTED-PRINTABLE");
                base64 |= !encoding.group(1).equalsIgnoreCase("QUOTED-PRINTABLE");
            }
        }
        byte[] whole = unfold(line, printable, base64);
        VCardLine read = decode(whole, printable, base64);
        if (read.name().equals("VERSION")) {
            old = read.text().startsWith("2");
        } else if (begin.toUpperCase(Locale.ROOT).startsWith("BEGIN:VCARD")) {
            old = false;
        }
        return read;
    }

    private byte[] unfold(byte[] first, boolean printable, boolean base64) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        byte[] line = first;
        int from = 0;
        while (true) {
            whole.write(line, from, line.length - from);
            if (whole.size() > LONGEST_LINE) {
                throw new BoundedReader.TooLong();
            }
            byte[] next = physical();
            if (next == null) {
                break;
            }
            boolean soft = printable && line.length > 0 && line[line.length - 1] == '=';
            boolean broken = !printable && !soft && endsWithBackslash(line) && colon(next) < 0;
            if (next.length > 0 && (next[0] == ' ' || next[0] == '\t') && !isBlank(next)) {
                from = soft ? blanks(next) : 1;
            } else if (soft) {
                from = 0;
            } else if (broken) {
                whole.write('n');
                from = 0;
            } else if (base64 && BASE64_LINE.matcher(new String(next, StandardCharsets.ISO_8859_1)).matches()) {
                from = 0;
            } else {
                ahead = next;
                break;
            }
            if (soft) {
                byte[] kept = whole.toByteArray();
                whole.reset();
                whole.write(kept, 0, kept.length - 1);
            }
            line = next;
        }
        return whole.toByteArray();
    }

    private static int blanks(byte[] line) {
        int i = 0;
        while (i < line.length && (line[i] == ' ' || line[i] == '\t')) {
            i++;
        }
        return i;
    }

    private static boolean endsWithBackslash(byte[] line) {
        int count = 0;
        while (count < line.length && line[line.length - 1 - count] == '\\') {
            count++;
        }
        return count % 2 == 1;
    }

    private VCardLine decode(byte[] line, boolean printable, boolean base64) {
        int colon = colon(line);
        if (colon < 1) {
            return VCardLine.none(text(line, null).strip(), old);
        }
        String head = text(java.util.Arrays.copyOf(line, colon), null);
        byte[] value = java.util.Arrays.copyOfRange(line, colon + 1, line.length);
        Matcher charset = CHARSET.matcher(head);
        String label = charset.find() ? charset.group(1).strip() : null;
        String source = head + ":" + text(value, label);
        String decoded = printable
                ? text(TextCharset.quotedPrintable(value), label).replace("\r\n", "\n").strip()
                : base64
                        ? new String(value, StandardCharsets.ISO_8859_1).replaceAll("\\s", "")
                        : text(value, label);
        return VCardLine.of(head, decoded, source, old);
    }

    private String text(byte[] bytes, @Nullable String label) {
        String utf8 = strictly(bytes, StandardCharsets.UTF_8);
        if (utf8 != null) {
            return utf8;
        }
        Charset named = label == null ? null : TextCharset.named(label);
        String declared = named == null ? null : strictly(bytes, named);
        if (declared != null) {
            return declared;
        }
        String guessed = strictly(bytes, usual);
        return guessed != null ? guessed : new String(bytes, TextCharset.guess(bytes));
    }

    private static @Nullable String strictly(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** {@return where the value begins: at the first colon outside of quotation marks; -1 where there is none} */
    private static int colon(byte[] line) {
        boolean quoted = false;
        int first = -1;
        for (int i = 0; i < line.length; i++) {
            quoted ^= line[i] == '"';
            if (line[i] == ':') {
                first = first < 0 ? i : first;
                if (!quoted) {
                    return i;
                }
            }
        }
        return first;
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t') {
                return false;
            }
        }
        return true;
    }

    private byte @Nullable [] physical() throws IOException {
        if (ahead != null) {
            byte[] line = ahead;
            ahead = null;
            return line;
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int b = in.read();
        if (b < 0) {
            return null;
        }
        while (b >= 0 && b != '\n') {
            line.write(b);
            if (line.size() > LONGEST_LINE) {
                throw new BoundedReader.TooLong();
            }
            b = in.read();
        }
        byte[] bytes = line.toByteArray();
        int length = bytes.length;
        return length > 0 && bytes[length - 1] == '\r' ? java.util.Arrays.copyOf(bytes, length - 1) : bytes;
    }
}
