package app.kith.mail;

import org.jspecify.annotations.Nullable;

/** The first words of a message on one line, for the rows of a list. */
public final class Preview {
    /** How many characters a preview has at most. */
    public static final int LENGTH = 200;

    private static final int SEARCHED = 20_000;

    private Preview() {}

    /**
     * Takes the beginning of what is new in a message: quoted history and the signature are passed over ({@link NewText}). Looks at
     * the first 20,000 characters only.
     *
     * @param mail the message
     * @return at most {@link #LENGTH} characters without line breaks and with single blanks; empty where there is no text
     */
    public static String of(Mail mail) {
        return of(mail.text(), mail.from().isEmpty() ? null : mail.from().getFirst());
    }

    /**
     * Takes the beginning of what is new in a text.
     *
     * @param text the text of a message, LF line ends
     * @return at most {@link #LENGTH} characters without line breaks and with single blanks; empty where there is no text
     */
    public static String of(String text) {
        return of(text, null);
    }

    private static String of(String text, @Nullable Mailbox author) {
        String beginning = text.length() > SEARCHED ? text.substring(0, SEARCHED) : text;
        StringBuilder out = new StringBuilder(LENGTH + 8);
        for (TextRange range : NewText.of(beginning, author).own()) {
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
