package app.kith.mail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The header of a message or of a part (RFC 5322, section 2.2), as ranges of the raw bytes: one pass finds the fields, a
 * field is unfolded and decoded only when it is asked for.
 *
 * <p>Lenient: an mbox line before the first field, lines that are no field, blanks before the colon and a missing blank line
 * after the header are passed over and reported. At most {@link #LIMIT} bytes are kept of one header; the rest is skipped.
 */
final class HeaderFields {
    /** How many bytes of one header are read. */
    static final int LIMIT = 1 << 20;

    private static final int NAME_FROM = 0;
    private static final int NAME_TO = 1;
    private static final int VALUE_FROM = 2;
    private static final int VALUE_TO = 3;

    private final byte[] raw;
    private int count;
    private int[] hashes = new int[24];
    private int[] spans = new int[24 * 4];
    private int bodyFrom;

    private HeaderFields(byte[] raw) {
        this.raw = raw;
    }

    /**
     * Reads a header.
     *
     * @param raw the bytes it stands in
     * @param from where it begins
     * @param to where it ends at the latest
     * @param delimiterAt tells of a line start whether a boundary of an enclosing multipart stands there, which ends the header
     * @param repairs where mended things are said
     */
    static HeaderFields scan(byte[] raw, int from, int to, IntPredicate delimiterAt, Repairs repairs) {
        HeaderFields fields = new HeaderFields(raw);
        fields.bodyFrom = fields.scanLines(from, to, delimiterAt, repairs);
        return fields;
    }

    /** {@return where the body begins: after the blank line, or where no header is left} */
    int bodyFrom() {
        return bodyFrom;
    }

    int count() {
        return count;
    }

    private int scanLines(int from, int to, IntPredicate delimiterAt, Repairs repairs) {
        int readTo = (int) Math.min(to, (long) from + LIMIT);
        boolean lastKept = false;
        int line = from;
        while (line < to) {
            int next = Ascii.nextLine(raw, line, to);
            int end = contentEnd(line, next);
            if (end == line) {
                return next;
            }
            if (count == 0) {
                line = withoutBlanks(line, end);
            }
            int first = raw[line];
            if (first == ' ' || first == '\t') {
                if (isBlank(line, end) && !continues(next, to)) {
                    repairs.add("the header ended with a line of blanks");
                    return next;
                }
                if (lastKept && line < readTo) {
                    spans[count * 4 - 4 + VALUE_TO] = Math.min(end, readTo);
                }
            } else {
                if (first == '-' && delimiterAt.test(line)) {
                    return line;
                }
                int colon = colon(line, end);
                if (colon < 0) {
                    colon = colonOnNextLine(line, end, next, to);
                }
                if (colon >= end) {
                    repairs.add("a header field was folded before its colon");
                    next = Ascii.nextLine(raw, next, to);
                    end = contentEnd(line, next);
                }
                if (colon < 0) {
                    if (bodyStartsAt(line, next, to)) {
                        if (count > 0) {
                            repairs.add("no blank line between header and body");
                        }
                        return line;
                    }
                    repairs.add(isMboxLine(line, end)
                            ? "an mbox From line stood in the header"
                            : "a line in the header was no header field");
                    lastKept = false;
                } else if (line < readTo) {
                    add(line, colon, Math.min(end, readTo));
                    lastKept = true;
                } else {
                    lastKept = false;
                }
            }
            if (next > readTo) {
                repairs.add("the header was longer than 1 MB; only its beginning was read");
            }
            line = next;
        }
        return to;
    }

    private int contentEnd(int line, int next) {
        int end = next;
        if (end > line && raw[end - 1] == '\n') {
            end--;
        }
        while (end > line && raw[end - 1] == '\r') {
            end--;
        }
        return end;
    }

    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (raw[i] != ' ' && raw[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    /** A first line cannot go on from another; one that begins with blanks is the first field, if it is a field at all. */
    private int withoutBlanks(int line, int end) {
        int i = line;
        while (i < end && (raw[i] == ' ' || raw[i] == '\t')) {
            i++;
        }
        return i > line && colon(i, end) >= 0 ? i : line;
    }

    private boolean continues(int line, int to) {
        if (line >= to) {
            return false;
        }
        if (raw[line] == ' ' || raw[line] == '\t') {
            return true;
        }
        int next = Ascii.nextLine(raw, line, to);
        return colon(line, contentEnd(line, next)) >= 0;
    }

    /** {@return the place of the colon that ends a field name, or -1 where the line begins with no field name} */
    private int colon(int line, int end) {
        int i = line;
        while (i < end && raw[i] > ' ' && raw[i] < 127 && raw[i] != ':') {
            i++;
        }
        if (i == line) {
            return -1;
        }
        while (i < end && (raw[i] == ' ' || raw[i] == '\t')) {
            i++;
        }
        return i < end && raw[i] == ':' ? i : -1;
    }

    /** A field name alone on its line, with blanks and the colon on the next: a trick to hide a field from some readers. */
    private int colonOnNextLine(int line, int end, int next, int to) {
        int i = line;
        while (i < end && raw[i] > ' ' && raw[i] < 127) {
            i++;
        }
        if (i < end || i == line || next >= to || (raw[next] != ' ' && raw[next] != '\t')) {
            return -1;
        }
        i = next;
        while (i < to && (raw[i] == ' ' || raw[i] == '\t')) {
            i++;
        }
        return i < to && raw[i] == ':' ? i : -1;
    }

    private boolean isMboxLine(int line, int end) {
        return Ascii.startsWith(raw, line, end, "from ") || Ascii.startsWith(raw, line, end, ">from ");
    }

    /** A line without a field name begins the body unless more header follows it. */
    private boolean bodyStartsAt(int line, int next, int to) {
        if (isMboxLine(line, next) && next < to) {
            return false;
        }
        if (next - line > 2 && raw[line] == '-' && raw[line + 1] == '-') {
            return true;
        }
        if (next >= to) {
            return true;
        }
        int following = Ascii.nextLine(raw, next, to);
        if (contentEnd(next, following) == next) {
            return count == 0;
        }
        return !continues(next, to) || (count == 0 && Ascii.isSpace(raw[next]));
    }

    private void add(int line, int colon, int end) {
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, count * 2);
            spans = Arrays.copyOf(spans, count * 8);
        }
        int hash = 0;
        int nameTo = line;
        while (nameTo < colon && raw[nameTo] > ' ') {
            hash = 31 * hash + Ascii.lower(raw[nameTo]);
            nameTo++;
        }
        hashes[count] = hash;
        int at = count * 4;
        spans[at + NAME_FROM] = line;
        spans[at + NAME_TO] = nameTo;
        spans[at + VALUE_FROM] = Math.min(colon + 1, end);
        spans[at + VALUE_TO] = end;
        count++;
    }

    /** The hash kept for a field is that of its lower-case name as a string, which the string knows by heart. */
    private int find(String name, int from) {
        int hash = name.hashCode();
        for (int i = from; i < count; i++) {
            if (hashes[i] == hash && spans[i * 4 + NAME_TO] - spans[i * 4 + NAME_FROM] == name.length()
                    && Ascii.startsWith(raw, spans[i * 4 + NAME_FROM], spans[i * 4 + NAME_TO], name)) {
                return i;
            }
        }
        return -1;
    }

    boolean has(String name) {
        return find(name, 0) >= 0;
    }

    /** {@return the first field of this lower-case name that is not empty, unfolded; empty where there is none} */
    String first(String name, TextDecoder decoder) {
        for (int i = find(name, 0); i >= 0; i = find(name, i + 1)) {
            String value = value(i, decoder);
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    /** {@return all fields of this lower-case name in their order, unfolded, without empty ones} */
    List<String> all(String name, TextDecoder decoder) {
        int i = find(name, 0);
        if (i < 0) {
            return List.of();
        }
        List<String> values = new ArrayList<>(1);
        for (; i >= 0; i = find(name, i + 1)) {
            String value = value(i, decoder);
            if (!value.isEmpty()) {
                values.add(value);
            }
        }
        return values;
    }

    /** {@return the lower-case name of the field at an index} */
    String name(int index) {
        return Ascii.lower(Ascii.string(raw, spans[index * 4 + NAME_FROM], spans[index * 4 + NAME_TO]));
    }

    /** {@return the unfolded value of the field at an index, trimmed, with raw 8-bit bytes decoded, encoded words not yet} */
    String value(int index, TextDecoder decoder) {
        return decoder.headerText(raw, spans[index * 4 + VALUE_FROM], spans[index * 4 + VALUE_TO]);
    }
}
