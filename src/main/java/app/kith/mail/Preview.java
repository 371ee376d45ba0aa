package app.kith.mail;

/** The first words of a message on one line, for the rows of a list. */
public final class Preview {
    /** How many characters a preview has at most. */
    public static final int LENGTH = 200;

    private Preview() {}

    /**
     * Takes the beginning of what is new in a message: quoted history and the signature are passed over.
     *
     * @param parts the beginning of its text, taken apart
     * @return at most {@link #LENGTH} characters without line breaks and with single blanks; empty where there is no text
     */
    public static String of(NewText parts) {
        String beginning = parts.text();
        StringBuilder out = new StringBuilder(LENGTH + 8);
        for (TextRange range : parts.own()) {
            append(beginning, range, out);
        }
        if (out.isEmpty()) {
            append(beginning, new TextRange(0, beginning.length()), out);
        }
        if (out.length() > LENGTH) {
            out.setLength(Character.isHighSurrogate(out.charAt(LENGTH - 1)) ? LENGTH - 1 : LENGTH);
        }
        return out.toString().strip();
    }

    private static void append(String text, TextRange range, StringBuilder out) {
        boolean gap = !out.isEmpty();
        for (int i = range.start(); i < range.end() && out.length() <= LENGTH; i++) {
            char c = text.charAt(i);
            if (TextLines.isBlank(c)) {
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
