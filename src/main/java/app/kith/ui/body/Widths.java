package app.kith.ui.body;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Measures words. JavaFX thread only. */
final class Widths {
    /** From so many letters on a word may be broken. */
    static final int LONGEST = 24;
    private static final Text PROBE = new Text();

    private Widths() {}

    /** {@return the width of the longest word that should not be broken; addresses and the like may be} */
    static double longestWord(String text, Font font) {
        String longest = "";
        double most = 0;
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            boolean ends = i == text.length() || breaksAt(text, i);
            if (ends) {
                int to = Math.min(i, from + LONGEST);
                double guess = guess(text, from, to);
                if (guess > most) {
                    most = guess;
                    longest = text.substring(from, to);
                }
                from = i + 1;
            }
        }
        return longest.isEmpty() ? font.getSize() : measure(longest, font);
    }

    /** {@return where the first word ends, with its hyphens; the length where nothing ends it} */
    static int firstBreak(String text) {
        int at = 0;
        while (at < text.length() && !parts(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** {@return where the word begins with which a text ends, with its hyphens; the length where it ends with none} */
    static int lastWord(String text) {
        int from = text.length();
        while (from > 0 && text.length() - from < LONGEST && !parts(text.charAt(from - 1))) {
            from--;
        }
        return from;
    }

    /** After a hyphen a line breaks before a letter, not before a digit. */
    private static boolean breaksAt(String text, int at) {
        char c = text.charAt(at);
        boolean hyphen = c == '-' && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
        return hyphen || parts(c);
    }

    private static boolean parts(char c) {
        return c <= ' ' || c >= 0x2E80 && c < 0xD800 || c >= 0xFF00 && c < 0xFFEF;
    }

    private static double guess(String text, int from, int to) {
        double guess = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            guess += "iljt.,;:'!|".indexOf(c) >= 0
                    ? 0.3
                    : Character.isUpperCase(c) || c == 'm' || c == 'w' ? 0.75 : 0.55;
        }
        return guess;
    }

    static double measure(String text, Font font) {
        PROBE.setFont(font);
        PROBE.setText(text);
        return PROBE.getLayoutBounds().getWidth();
    }
}
