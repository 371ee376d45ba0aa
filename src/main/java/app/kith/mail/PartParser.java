package app.kith.mail;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes a message apart into its parts (RFC 2046, section 5.1) in one pass over its lines, without recursion and without copying.
 *
 * <p>Lenient: a missing or wrong boundary parameter is replaced by the first line that works as one, an inner multipart that is not
 * closed ends where its parent goes on, a part after the closing boundary still counts. Bounded by {@link #DEPTH} and {@link #PARTS}.
 */
final class PartParser {
    /** How deep multiparts are opened; a deeper one stays whole, as an attachment. */
    static final int DEPTH = 50;
    /** How many parts are told apart; what follows stays whole, as one attachment. */
    static final int PARTS = 2000;

    private static final int OPEN = 1;
    private static final int CLOSE = 2;

    private final byte[] raw;
    private final TextDecoder decoder;
    private final Repairs repairs;
    private final List<Part> open = new ArrayList<>();
    private final List<byte[]> boundaries = new ArrayList<>();
    private final List<Boolean> closed = new ArrayList<>();
    private @Nullable Part current;
    private int count;
    private int matchedKind;

    PartParser(byte[] raw, TextDecoder decoder) {
        this.raw = raw;
        this.decoder = decoder;
        this.repairs = decoder.repairs();
    }

    /** {@return the message as the outermost part} */
    Part parse(int from) {
        Part root = begin(from, "text/plain", 0);
        int line = root.bodyFrom();
        while (!open.isEmpty() && line < raw.length) {
            int level = raw[line] == '-' ? match(line) : -1;
            int next = Ascii.nextLine(raw, line, raw.length);
            if (level >= 0) {
                endAt(lineBreakBefore(line));
                closeAbove(level);
                if (matchedKind == CLOSE) {
                    open.get(level).endAt(next);
                    closed.set(level, true);
                } else {
                    if (closed.get(level)) {
                        repairs.add("a part followed the closing boundary");
                        closed.set(level, false);
                    }
                    Part part = nextPart(next, open.get(level));
                    if (part.isOpaque() && count >= PARTS) {
                        return root;
                    }
                    next = part.bodyFrom();
                }
            }
            line = next;
        }
        finish();
        return root;
    }

    private void finish() {
        endAt(raw.length);
        for (int i = 0; i < open.size(); i++) {
            if (!closed.get(i)) {
                repairs.add("the closing boundary was missing");
                open.get(i).endAt(raw.length);
            }
        }
    }

    private void endAt(int end) {
        if (current != null) {
            current.endAt(end);
            current = null;
        }
    }

    private int lineBreakBefore(int line) {
        int end = line;
        if (end > 0 && raw[end - 1] == '\n') {
            end--;
            if (end > 0 && raw[end - 1] == '\r') {
                end--;
            }
        }
        return end;
    }

    private void closeAbove(int level) {
        for (int i = open.size() - 1; i > level; i--) {
            if (!closed.get(i)) {
                repairs.add("an inner multipart was not closed");
            }
            open.removeLast();
            boundaries.removeLast();
            closed.removeLast();
        }
    }

    private Part nextPart(int from, Part parent) {
        String defaultType = parent.mediaType().equals("multipart/digest") ? "message/rfc822" : "text/plain";
        Part part = begin(from, defaultType, parent.depth() + 1);
        parent.parts().add(part);
        if (count >= PARTS) {
            repairs.add("more than 2000 parts; the rest is kept as one attachment");
            part.becomeOpaque();
            part.endAt(raw.length);
        }
        return part;
    }

    /** Reads a part's header and, where it is a multipart, opens it. */
    private Part begin(int from, String defaultType, int depth) {
        count++;
        HeaderFields header = HeaderFields.scan(raw, from, raw.length, line -> match(line) >= 0, repairs);
        Part part = new Part(header, decoder, defaultType, depth, raw.length);
        current = part;
        if (part.mediaType().startsWith("multipart/") && count < PARTS) {
            if (depth >= DEPTH) {
                repairs.add("parts nested more than 50 deep; the inner ones are kept as one attachment");
                part.becomeOpaque();
            } else {
                openMultipart(part);
            }
        }
        return part;
    }

    private void openMultipart(Part part) {
        byte[] boundary = findBoundary(part);
        if (boundary == null) {
            repairs.add("a multipart held no boundary; it is read as text");
            return;
        }
        part.becomeMultipart();
        open.add(part);
        boundaries.add(boundary);
        closed.add(false);
        current = null;
    }

    /** Looks ahead for the declared boundary, and for a line that can stand for it, as far as the part can reach. */
    private byte @Nullable [] findBoundary(Part part) {
        String declared = part.type().plain("boundary");
        byte[] wanted = declared.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] substitute = null;
        int line = part.bodyFrom();
        while (line < raw.length) {
            int next = Ascii.nextLine(raw, line, raw.length);
            if (raw[line] == '-' && line + 2 < raw.length && raw[line + 1] == '-') {
                int end = trimmedEnd(line, next);
                if (wanted.length > 0 && kind(wanted, line + 2, end) != 0) {
                    return wanted;
                }
                if (match(line) >= 0) {
                    break;
                }
                if (substitute == null && end > line + 2 && isBeforePart(next, wanted.length == 0)) {
                    substitute = java.util.Arrays.copyOfRange(raw, line + 2, end);
                    if (wanted.length == 0) {
                        break;
                    }
                }
            }
            line = next;
        }
        if (substitute != null) {
            repairs.add(wanted.length == 0 ? "a multipart named no boundary" : "a multipart named a wrong boundary");
        }
        return substitute;
    }

    private boolean isBeforePart(int line, boolean orBlank) {
        if (Ascii.startsWith(raw, line, raw.length, "content-")) {
            return true;
        }
        return orBlank && line < raw.length && (raw[line] == '\n' || raw[line] == '\r');
    }

    private int trimmedEnd(int line, int next) {
        int end = next;
        while (end > line && Ascii.isSpace(raw[end - 1])) {
            end--;
        }
        return end;
    }

    /** {@return the innermost open multipart whose boundary stands at a line start, or -1; its kind is kept aside} */
    private int match(int line) {
        if (line + 2 >= raw.length || raw[line + 1] != '-' || open.isEmpty()) {
            return -1;
        }
        int end = trimmedEnd(line, Ascii.nextLine(raw, line, raw.length));
        for (int level = open.size() - 1; level >= 0; level--) {
            int kind = kind(boundaries.get(level), line + 2, end);
            if (kind != 0) {
                matchedKind = kind;
                return level;
            }
        }
        return -1;
    }

    private int kind(byte[] boundary, int from, int to) {
        int length = to - from;
        int behind = from + boundary.length;
        if (length < boundary.length || !java.util.Arrays.equals(raw, from, behind, boundary, 0, boundary.length)) {
            return 0;
        }
        if (length == boundary.length) {
            return OPEN;
        }
        if (length < boundary.length + 2 || raw[to - 1] != '-' || raw[to - 2] != '-') {
            return 0;
        }
        // A boundary must not end with blanks; where a program made one that does, they stand before the closing hyphens.
        for (int i = behind; i < to - 2; i++) {
            if (raw[i] != ' ' && raw[i] != '\t') {
                return 0;
            }
        }
        return CLOSE;
    }
}
