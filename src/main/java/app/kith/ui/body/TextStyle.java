package app.kith.ui.body;

import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/**
 * How words look.
 *
 * @param size in pixels of the mail, of which {@link #BASE} make the reader's own size
 * @param bold heavy
 * @param italic slanted
 * @param underline with a line below
 * @param strike with a line through
 * @param script raised, lowered, or on the line
 * @param mono every character as wide as any other
 * @param face the families that the mail names, in lower case; empty where it names none. Used only as sent
 * @param color null for the reader's own
 * @param background null for none
 */
record TextStyle(double size, boolean bold, boolean italic, boolean underline, boolean strike, Script script,
        boolean mono, String face, @Nullable Color color, @Nullable Color background) {

    /** How many pixels of a mail are the reader's own type size. */
    static final double BASE = 14;

    /** A plain style. */
    static final TextStyle PLAIN = new TextStyle(BASE, false, false, false, false, Script.ON_LINE, false, "", null,
            null);

    /** Where a character stands to the line. */
    enum Script {
        ON_LINE,
        ABOVE,
        BELOW
    }

    TextStyle size(double other) {
        return new TextStyle(Math.clamp(other, 0, 96), bold, italic, underline, strike, script, mono, face, color,
                background);
    }

    TextStyle bold(boolean on) {
        return new TextStyle(size, on, italic, underline, strike, script, mono, face, color, background);
    }

    TextStyle italic(boolean on) {
        return new TextStyle(size, bold, on, underline, strike, script, mono, face, color, background);
    }

    TextStyle underline(boolean on) {
        return new TextStyle(size, bold, italic, on, strike, script, mono, face, color, background);
    }

    TextStyle strike(boolean on) {
        return new TextStyle(size, bold, italic, underline, on, script, mono, face, color, background);
    }

    TextStyle script(Script other) {
        return new TextStyle(size, bold, italic, underline, strike, other, mono, face, color, background);
    }

    TextStyle mono(boolean on) {
        return new TextStyle(size, bold, italic, underline, strike, script, on, face, color, background);
    }

    TextStyle face(String other) {
        return new TextStyle(size, bold, italic, underline, strike, script, mono, other, color, background);
    }

    TextStyle color(@Nullable Color other) {
        return new TextStyle(size, bold, italic, underline, strike, script, mono, face, other, background);
    }

    TextStyle background(@Nullable Color other) {
        return new TextStyle(size, bold, italic, underline, strike, script, mono, face, color, other);
    }
}
