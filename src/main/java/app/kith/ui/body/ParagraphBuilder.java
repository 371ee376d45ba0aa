package app.kith.ui.body;

import app.kith.ui.body.Block.Paragraph;
import app.kith.ui.body.Inline.Picture;
import app.kith.ui.body.Inline.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gathers the words of one paragraph; spaces run together as HTML wants it, and addresses in the words become links. */
final class ParagraphBuilder {
    private static final int LONGEST = 8000;

    private final List<Inline> inlines = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private @Nullable Flow flow;
    private @Nullable Flow first;
    private boolean space;
    private boolean lineStart = true;
    private boolean finds = true;
    private int length;

    /** Takes words as they stand in the HTML. */
    void text(String text, Flow look) {
        if (look.style().size() < 2) {
            return;
        }
        use(look);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (look.preserve() && c == '\n') {
                lineBreak(look);
            } else if (look.preserve() && (c == ' ' || c == '\t')) {
                put(c);
            } else if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
                space = true;
            } else if (isShown(c)) {
                put(look.upper() ? Character.toUpperCase(c) : c);
            }
        }
    }

    private void put(char c) {
        if (space && !lineStart) {
            words.append(' ');
        }
        space = false;
        lineStart = false;
        words.append(c);
    }

    /** Nothing that is there only to fill a preview, and nothing that turns the order of letters against the eye. */
    private static boolean isShown(char c) {
        return c >= ' ' && !(c >= 0x7F && c < 0xA0) && c != '\u200B' && c != '\u00AD' && c != '\uFEFF' && c != '\u034F'
                && c != '\u202D' && c != '\u202E' && c != '\u2028' && c != '\u2029' && c != '\uFFFC';
    }

    void lineBreak(Flow look) {
        use(look);
        words.append('\n');
        space = false;
        lineStart = true;
    }

    void picture(Picture picture, Flow look) {
        use(look);
        if (space && !lineStart) {
            words.append(' ');
        }
        endRun();
        inlines.add(picture);
        space = false;
        lineStart = false;
    }

    private void use(Flow look) {
        if (first == null) {
            first = look;
        }
        Flow now = flow;
        if (now == null || !now.style().equals(look.style()) || !Objects.equals(now.link(), look.link())) {
            if (space && !lineStart && now != null) {
                words.append(' ');
                space = false;
                lineStart = true;
            }
            endRun();
            flow = look;
        }
    }

    private void endRun() {
        Flow now = flow;
        if (now != null && !words.isEmpty()) {
            addRun(words.toString(), now);
            words.setLength(0);
        }
    }

    private void addRun(String text, Flow look) {
        length += text.length();
        if (look.link() != null || !finds || !LinkFinder.worthALook(text)) {
            inlines.add(new Run(text, look.style(), look.link()));
            return;
        }
        int at = 0;
        for (LinkFinder.Found found : LinkFinder.in(text)) {
            if (found.from() > at) {
                inlines.add(new Run(text.substring(at, found.from()), look.style(), null));
            }
            String shown = text.substring(found.from(), found.to());
            inlines.add(new Run(shown, look.style().underline(true), LinkCheck.link(shown, found.target())));
            at = found.to();
        }
        if (at < text.length()) {
            inlines.add(new Run(text.substring(at), look.style(), null));
        }
    }

    /** {@return whether the paragraph is so long that it is better ended at the next occasion} */
    boolean isLong() {
        return length + words.length() > LONGEST;
    }

    boolean isEmpty() {
        return inlines.isEmpty() && words.isEmpty();
    }

    /**
     * Ends the paragraph and begins another.
     *
     * @param look what holds for the block in which the paragraph stands
     * @param heading 1 to 6, or 0
     * @return the paragraph; null where there was nothing in it
     */
    @Nullable
    Paragraph end(Flow look, int heading) {
        endRun();
        List<Inline> done = withoutLastBreak();
        Flow begun = first == null ? look : first;
        inlines.clear();
        flow = null;
        first = null;
        space = false;
        lineStart = true;
        length = 0;
        if (done.isEmpty()) {
            return null;
        }
        boolean rtl = look.direction() == 0 ? Direction.rightToLeft(done) : look.direction() > 0;
        return new Paragraph(done, look.align(), rtl, begun.lineHeight(), look.indent(), heading);
    }

    /** A break at the very end of a block makes no line. */
    private List<Inline> withoutLastBreak() {
        List<Inline> done = new ArrayList<>(inlines);
        if (!done.isEmpty() && done.getLast() instanceof Run(String text, TextStyle style, Link link)) {
            String cut = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text.stripTrailing();
            boolean keep = !cut.isEmpty() || text.indexOf('\n') >= 0 && done.size() == 1 || text.contains("\u00A0");
            done.removeLast();
            if (keep) {
                done.add(new Run(cut, style, link));
            }
        }
        return done;
    }
}
