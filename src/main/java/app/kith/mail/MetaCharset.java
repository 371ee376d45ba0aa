package app.kith.mail;

/** Finds the charset that an HTML text names in its head. */
final class MetaCharset {
    private static final int SEARCHED = 4096;

    private MetaCharset() {}

    /** {@return the label after {@code charset=} in a meta element; empty where there is none} */
    static String in(byte[] bytes, int from, int to) {
        int end = Math.min(to, from + SEARCHED);
        for (int i = from; i < end; i++) {
            if (bytes[i] == '<' && Ascii.startsWith(bytes, i, end, "<meta")) {
                int close = i;
                while (close < end && bytes[close] != '>') {
                    close++;
                }
                String label = label(bytes, i, close);
                if (!label.isEmpty()) {
                    return label;
                }
            }
        }
        return "";
    }

    private static String label(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if ((bytes[i] | 0x20) == 'c' && Ascii.startsWith(bytes, i, to, "charset")) {
                int start = i + 7;
                while (start < to && (bytes[start] == ' ' || bytes[start] == '=' || bytes[start] == '"'
                        || bytes[start] == '\'')) {
                    start++;
                }
                int end = start;
                while (end < to && bytes[end] > ' ' && bytes[end] != '"' && bytes[end] != '\'' && bytes[end] != ';'
                        && bytes[end] != '/') {
                    end++;
                }
                return Ascii.string(bytes, start, end);
            }
        }
        return "";
    }
}
