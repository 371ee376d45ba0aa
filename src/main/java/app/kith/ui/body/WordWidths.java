package app.kith.ui.body;

import javafx.scene.text.Font;

/**
 * Finds how wide the widest word of a paragraph is. A word may go on from one run into the next; such a word is not broken at its
 * hyphens either, since JavaFX looks for a place to break within one run only. JavaFX thread only.
 */
final class WordWidths {
    private double widest;
    private double openWidth;
    private int openLetters;

    /** Takes in the next run. */
    void run(String text, Font font) {
        int head = Widths.firstBreak(text);
        if (openLetters > 0 && head > 0) {
            go(text.substring(0, head), font);
        }
        widest = Math.max(widest, Widths.longestWord(text, font));
        if (head < text.length()) {
            end();
        }
        if (head < text.length() || openLetters == 0) {
            go(text.substring(Widths.lastWord(text)), font);
        }
    }

    /** A picture ends a word. */
    void end() {
        openWidth = 0;
        openLetters = 0;
    }

    private void go(String piece, Font font) {
        String kept = piece.substring(0, Math.min(piece.length(), Widths.LONGEST - openLetters));
        if (!kept.isEmpty()) {
            openLetters += kept.length();
            openWidth += Widths.measure(kept, font);
            widest = Math.max(widest, openWidth);
        }
    }

    /** {@return the width of the widest word that should not be broken} */
    double widest() {
        return widest;
    }
}
