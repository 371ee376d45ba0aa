package app.kith.ui.body;

import app.kith.ui.body.Block.Paragraph;
import app.kith.ui.body.Inline.Picture;
import app.kith.ui.body.Inline.Run;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts paragraphs between lines. */
final class Paragraphs {
    private Paragraphs() {}

    /** The two sides of a cut; null where a side is empty. */
    record Halves(@Nullable Paragraph before, @Nullable Paragraph after) {}

    /** {@return the paragraph cut before a line, counted from 0} */
    static Halves cutAtLine(Paragraph paragraph, int line) {
        if (line <= 0) {
            return new Halves(null, paragraph);
        }
        List<Inline> before = new ArrayList<>();
        List<Inline> after = new ArrayList<>();
        int left = line;
        for (Inline inline : paragraph.inlines()) {
            switch (inline) {
                case Picture picture -> (left > 0 ? before : after).add(picture);
                case Run run -> {
                    int at = 0;
                    while (left > 0 && at >= 0) {
                        int newline = run.text().indexOf('\n', at);
                        at = newline < 0 ? -1 : newline + 1;
                        left -= newline < 0 ? 0 : 1;
                    }
                    int end = at < 0 ? run.text().length() : at;
                    String head = run.text().substring(0, left == 0 && at > 0 ? end - 1 : end);
                    add(before, head, run);
                    add(after, run.text().substring(end), run);
                }
            }
        }
        return new Halves(before.isEmpty() ? null : paragraph.with(before),
                after.isEmpty() ? null : paragraph.with(after));
    }

    private static void add(List<Inline> inlines, String text, Run run) {
        if (!text.isEmpty()) {
            inlines.add(new Run(text, run.style(), run.link()));
        }
    }
}
