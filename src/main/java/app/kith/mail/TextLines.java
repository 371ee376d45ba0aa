package app.kith.mail;

import java.util.Arrays;

/** The lines of a text by their positions, without blanks around them; nothing is copied. */
final class TextLines {
    final String text;
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int count;

    TextLines(String text) {
        this.text = text;
        int line = 0;
        while (line < text.length()) {
            int newline = text.indexOf('\n', line);
            int end = newline < 0 ? text.length() : newline;
            add(line, end);
            line = end + 1;
        }
    }

    private void add(int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        starts[count] = start;
        ends[count++] = end;
    }

    static boolean isBlank(char c) {
        return c <= ' ' || c == '\u00A0' || c == '\u3000' || c == '\u200B' || c == '\u200E' || c == '\uFEFF';
    }

    int count() {
        return count;
    }

    /** {@return where the first word of a line begins} */
    int start(int line) {
        return starts[line];
    }

    /** {@return where the last word of a line ends} */
    int end(int line) {
        return ends[line];
    }

    int length(int line) {
        return ends[line] - starts[line];
    }

    boolean isEmpty(int line) {
        return ends[line] == starts[line];
    }

    /** {@return the words of a line} */
    String line(int line) {
        return text.substring(starts[line], ends[line]);
    }

    boolean isQuoted(int line) {
        return !isEmpty(line) && text.charAt(starts[line]) == '>';
    }

    /** {@return the first line with words from a line on, or the number of lines} */
    int nextFilled(int line) {
        int i = line;
        while (i < count && isEmpty(i)) {
            i++;
        }
        return i;
    }

    /** {@return the last line with words before a line, {@code from} where there is none} */
    int lastFilled(int line, int from) {
        int i = line - 1;
        while (i > from && isEmpty(i)) {
            i--;
        }
        return i;
    }

    /** {@return whether a line ends with a colon: what stands below belongs to it} */
    boolean isIntroduction(int line) {
        return !isEmpty(line) && ":：".indexOf(text.charAt(ends[line] - 1)) >= 0;
    }
}
