package app.kith.mail;

import java.util.Arrays;
import java.util.List;

/**
 * yEnc files in the text of a message: from {@code =ybegin line=… size=… name=…} to {@code =yend} (the yEnc draft 1.3, yenc.org).
 * Every byte is a letter plus 42, so they are taken out before the text is read in any charset.
 */
final class Yenc {
    private static final String BEGIN = "=ybegin ";
    private static final String PART = "=ypart ";
    private static final String END = "=yend";

    private Yenc() {}

    /**
     * Takes yEnc files out of a text.
     *
     * @param bytes where the text stands
     * @param files gets one attachment for each file, or for each piece of a file in several messages
     * @return the text without them; the very range, or the same array, where there are none
     */
    static byte[] extract(byte[] bytes, int from, int to, List<Attachment> files) {
        ByteSink rest = new ByteSink(64);
        int kept = from;
        int line = from;
        while (line < to) {
            int next = Ascii.nextLine(bytes, line, to);
            if (bytes[line] == '=' && isBegin(bytes, line, next)) {
                int data = next;
                if (Ascii.startsWith(bytes, next, to, PART)) {
                    data = Ascii.nextLine(bytes, next, to);
                }
                int end = endOfFile(bytes, data, to);
                rest.add(bytes, kept, line);
                files.add(file(bytes, line, next, data, end));
                next = end < to ? Ascii.nextLine(bytes, end, to) : to;
                kept = next;
            }
            line = next;
        }
        if (kept == from) {
            return from == 0 && to == bytes.length ? bytes : Arrays.copyOfRange(bytes, from, to);
        }
        rest.add(bytes, kept, to);
        return rest.toArray();
    }

    /** {@return whether a text may hold such a file at all} */
    static boolean mayBeIn(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '=' && (i == from || bytes[i - 1] == '\n') && isBegin(bytes, i, Ascii.nextLine(bytes, i,
                    to))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBegin(byte[] bytes, int line, int next) {
        return Ascii.startsWith(bytes, line, next, BEGIN) && next - line < 1000
                && Ascii.indexOf(Ascii.string(bytes, line, next), " name=", 0) > 0;
    }

    private static int endOfFile(byte[] bytes, int from, int to) {
        int line = from;
        while (line < to && !Ascii.startsWith(bytes, line, to, END)) {
            line = Ascii.nextLine(bytes, line, to);
        }
        return line;
    }

    private static Attachment file(byte[] bytes, int line, int next, int data, int end) {
        String head = Ascii.string(bytes, line, next);
        int name = Ascii.indexOf(head, " name=", 0) + " name=".length();
        byte[] nameBytes = Arrays.copyOfRange(bytes, line + name, next);
        TextDecoder decoder = new TextDecoder(nameBytes, null, new Repairs());
        String shown = HeaderText.clean(decoder.headerText(nameBytes, 0, nameBytes.length));
        byte[] lines = Arrays.copyOfRange(bytes, data, end);
        return new Attachment(shown, "application/octet-stream", false, null, () -> decode(lines));
    }

    private static byte[] decode(byte[] lines) {
        ByteSink out = new ByteSink(lines.length);
        for (int i = 0; i < lines.length; i++) {
            int b = lines[i];
            if (b == '\r' || b == '\n') {
                continue;
            }
            if (b == '=' && i + 1 < lines.length) {
                b = lines[++i] - 64;
            }
            out.add(b - 42);
        }
        return out.toArray();
    }
}
