package app.kith.mail;

/** The first words of a message on one line, for the rows of a list. */
public final class Preview {
    /** How many characters a preview has at most. */
    public static final int LENGTH = 200;

    private static final int SEARCHED = 20_000;

    private Preview() {}

    /**
     * Takes the beginning of what is new in a message: quoted lines, the line that introduces them, and what follows a signature
     * mark or the header of an older message are passed over. Looks at the first 20,000 characters only.
     *
     * @param mail the message
     * @return at most {@link #LENGTH} characters without line breaks and with single blanks; empty where there is no text
     */
    public static String of(Mail mail) {
        return of(mail.text());
    }

    /**
     * Takes the beginning of what is new in a text.
     *
     * @param text the text of a message, LF line ends
     * @return at most {@link #LENGTH} characters without line breaks and with single blanks; empty where there is no text
     */
    public static String of(String text) {
        String found = collect(text, true);
        return found.isEmpty() ? collect(text, false) : found;
    }

    private static String collect(String text, boolean onlyNew) {
        StringBuilder out = new StringBuilder(LENGTH + 8);
        int limit = Math.min(text.length(), SEARCHED);
        int line = 0;
        while (line < limit && out.length() < LENGTH) {
            int newline = text.indexOf('\n', line);
            int end = newline < 0 ? text.length() : newline;
            int from = line;
            while (from < end && isBlank(text.charAt(from))) {
                from++;
            }
            if (onlyNew && from < end) {
                if (QuoteMarks.endsNewText(text, from, end)) {
                    break;
                }
                if (text.charAt(from) == '>' || QuoteMarks.introducesQuote(text, from, end)) {
                    from = end;
                }
            }
            append(text, from, Math.min(end, from + 4 * LENGTH), out);
            line = end + 1;
        }
        if (out.length() > LENGTH) {
            out.setLength(Character.isHighSurrogate(out.charAt(LENGTH - 1)) ? LENGTH - 1 : LENGTH);
        }
        return out.toString().strip();
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || c == '\u00A0' || c == '\u3000' || c == '\u200B';
    }

    private static void append(String text, int from, int to, StringBuilder out) {
        boolean gap = !out.isEmpty();
        for (int i = from; i < to && out.length() <= LENGTH; i++) {
            char c = text.charAt(i);
            if (isBlank(c)) {
                gap = !out.isEmpty();
            } else {
                if (gap) {
                    out.append(' ');
                    gap = false;
                }
                out.append(c);
            }
        }
    }
}
