package app.kith.mail;

/**
 * Quoted-printable (RFC 2045, section 6.7), leniently: small hexadecimal digits, blanks after the soft break, and an equals sign
 * that begins nothing stands for itself.
 */
final class QuotedPrintable {

    private QuotedPrintable() {}

    /** {@return the decoded bytes of a range; never fails} */
    static byte[] decode(byte[] bytes, int from, int to) {
        ByteSink out = new ByteSink(to - from);
        int i = from;
        while (i < to) {
            int run = i;
            while (run < to && bytes[run] != '=' && bytes[run] != '\n') {
                run++;
            }
            if (run > i) {
                boolean lineEnds = run == to || bytes[run] == '\n';
                out.add(bytes, i, lineEnds ? withoutTrailingBlanks(bytes, i, run) : run);
                if (lineEnds && run < to && bytes[run - 1] == '\r') {
                    out.add('\r');
                }
            }
            if (run == to) {
                break;
            }
            if (bytes[run] == '\n') {
                out.add('\n');
                i = run + 1;
            } else {
                i = equalsSign(bytes, run, to, out);
            }
        }
        return out.toArray();
    }

    /** Blanks before a line end were added on the way (RFC 2045, rule 3). */
    private static int withoutTrailingBlanks(byte[] bytes, int from, int to) {
        int end = to;
        while (end > from && Ascii.isSpace(bytes[end - 1])) {
            end--;
        }
        return end;
    }

    private static int equalsSign(byte[] bytes, int at, int to, ByteSink out) {
        if (at + 2 < to) {
            int high = Ascii.hex(bytes[at + 1]);
            int low = Ascii.hex(bytes[at + 2]);
            if (high >= 0 && low >= 0) {
                out.add(high << 4 | low);
                return at + 3;
            }
        }
        int end = at + 1;
        while (end < to && (bytes[end] == ' ' || bytes[end] == '\t' || bytes[end] == '\r')) {
            end++;
        }
        if (end == to) {
            return to;
        }
        if (bytes[end] == '\n') {
            return end + 1;
        }
        out.add('=');
        return at + 1;
    }
}
