package app.kith.ui.body;

import app.kith.ui.body.Inline.Run;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.transform.Shear;

/** Leans words over where the family has no slanted form: the Chinese ones have none, not for Latin letters either. */
final class Slant {
    private static final double LEAN = -0.2;

    private Slant() {}

    /** {@return the run, word by word where words have to lean: a shear over several lines would move each by another length} */
    static List<Run> pieces(Run run, Look look) {
        if (!leans(run, look)) {
            return List.of(run);
        }
        List<Run> pieces = new ArrayList<>();
        int from = 0;
        String text = run.text();
        for (int i = 1; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i - 1) == ' ' || text.charAt(i - 1) == '\n') {
                pieces.add(new Run(text.substring(from, i), run.style(), run.link()));
                from = i;
            }
        }
        return pieces;
    }

    private static boolean leans(Run run, Look look) {
        return run.style().italic() && Look.lacksSlant(run.style(), run.text(), look.font(run.style(), run.text()));
    }

    static void lean(Text text, Run run, Look look) {
        if (leans(run, look)) {
            Font font = text.getFont();
            text.getTransforms().add(new Shear(LEAN, 0, 0, font.getSize()));
        }
    }
}
