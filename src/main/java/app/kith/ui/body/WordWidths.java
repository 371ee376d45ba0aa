package app.kith.ui.body;

import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/**
 * Finds how wide the widest word of a paragraph is. A word may go on from one run into the next; such a word, and the last one of a
 * run, counts with its hyphens, since JavaFX tears it elsewhere rather than there. JavaFX thread only.
 */
final class WordWidths {
    private double widest;
    private double openWidth;
    private int openLetters;
    private @Nullable Font waiting;
    private String waitingText = "";

    /** Takes in the next run. */
    void run(String text, Font font) {
        int head = Widths.firstBreak(text);
        boolean whole = head == text.length();
        boolean goesOn = head > 0 && (openLetters > 0 || waiting != null);
        widest = Math.max(widest, Widths.longestWord(text, font));
        if (goesOn) {
            measureWaiting();
            go(text.substring(0, head), font);
        }
        if (!whole) {
            end();
        }
        if (!whole || !goesOn && !text.isEmpty()) {
            waitingText = text.substring(Widths.lastWord(text));
            waiting = waitingText.isEmpty() ? null : font;
        }
        if (waitingText.indexOf('-') >= 0) {
            measureWaiting();
        }
    }

    /** A picture ends a word. */
    void end() {
        openWidth = 0;
        openLetters = 0;
        waiting = null;
    }

    /** The beginning of a word is measured only when it goes on: most words end where their run ends. */
    private void measureWaiting() {
        Font font = waiting;
        if (font != null) {
            waiting = null;
            go(waitingText, font);
        }
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
