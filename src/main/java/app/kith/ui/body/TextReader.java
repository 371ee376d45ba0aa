package app.kith.ui.body;

import app.kith.ui.body.Block.Align;
import app.kith.ui.body.Block.Box;
import app.kith.ui.body.Block.Paragraph;
import app.kith.ui.body.Frame.Border;
import app.kith.ui.body.Frame.Edges;
import app.kith.ui.body.Frame.Line;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

/** Reads plain text into blocks: a paragraph between blank lines, a box for each level of {@code >}, addresses as links. */
final class TextReader {
    private static final int CHARACTERS = 4_000_000;
    private static final int LEVELS = 12;
    private static final int LINES = 60;
    private static final int LONG_LINE = 4000;
    private static final double BLANK = 20;
    private static final Frame BAR = new Frame(0, 0, new Edges(0, 0, 0, 12),
            new Border(Line.NONE, Line.NONE, Line.NONE, new Line(2, null)), null, null, null, 0, Align.START, false);
    private static final Flow FLOW = Flow.PLAIN.preserve(true);
    private static final Flow MONO = FLOW.style(TextStyle.PLAIN.mono(true).size(13));

    private final Deque<BlockList> levels = new ArrayDeque<>();
    private final StringBuilder pending = new StringBuilder();
    private int lines;

    private TextReader() {
        levels.push(new BlockList());
    }

    /** {@return the blocks of a text, nothing folded yet} */
    static BodyPage read(String text) {
        boolean shortened = text.length() > CHARACTERS;
        TextReader reader = new TextReader();
        int end = shortened ? CHARACTERS : text.length();
        int at = 0;
        while (at < end) {
            int newline = text.indexOf('\n', at);
            int next = newline < 0 || newline > end ? end : newline;
            for (int from = at; from <= next; from += LONG_LINE) {
                reader.line(text.substring(from, Math.min(next, from + LONG_LINE)), from == at);
            }
            at = next + 1;
        }
        reader.endParagraph();
        reader.level(0);
        return new BodyPage(Objects.requireNonNull(reader.levels.peek()).toList(), shortened);
    }

    private void line(String line, boolean begins) {
        int level = 0;
        int at = 0;
        while (begins && at < line.length() && (line.charAt(at) == '>' || line.charAt(at) == ' ' && level > 0
                && at + 1 < line.length() && line.charAt(at + 1) == '>')) {
            level += line.charAt(at) == '>' ? 1 : 0;
            at++;
        }
        if (level > 0 && at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        String words = line.substring(at).stripTrailing();
        if (begins || level > 0) {
            level(Math.min(level, LEVELS));
        }
        if (words.isBlank()) {
            endParagraph();
            top().gap(BLANK * 0.75);
            return;
        }
        pending.append(words).append('\n');
        if (++lines >= LINES || line.length() >= LONG_LINE) {
            endParagraph();
        }
    }

    private BlockList top() {
        return Objects.requireNonNull(levels.peek());
    }

    private void level(int wanted) {
        if (levels.size() - 1 == wanted) {
            return;
        }
        endParagraph();
        while (levels.size() - 1 < wanted) {
            levels.push(new BlockList());
        }
        while (levels.size() - 1 > wanted) {
            BlockList done = levels.pop();
            top().gap(4);
            top().add(new Box(BAR, true, done.toList()));
            top().gap(4);
        }
    }

    private void endParagraph() {
        if (pending.isEmpty()) {
            return;
        }
        String text = pending.toString();
        Flow flow = isDrawn(text) ? MONO : FLOW;
        ParagraphBuilder builder = new ParagraphBuilder();
        builder.text(text, flow);
        Paragraph done = builder.end(flow, 0);
        if (done != null) {
            top().add(done);
        }
        pending.setLength(0);
        lines = 0;
    }

    /** A table or picture made of letters holds only where all letters are equally wide. */
    private static boolean isDrawn(String text) {
        int drawn = 0;
        int all = 0;
        for (String line : text.split("\n", -1)) {
            all += line.isEmpty() ? 0 : 1;
            String inner = line.strip();
            boolean columns = inner.contains("   ") || inner.indexOf('\t') > 0;
            boolean bars = inner.length() > 4 && inner.indexOf('|') != inner.lastIndexOf('|');
            drawn += columns || bars || inner.startsWith("+--") ? 1 : 0;
        }
        return drawn >= 2 && drawn * 2 >= all;
    }
}
