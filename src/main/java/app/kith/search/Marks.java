package app.kith.search;

import app.kith.contact.Han;
import app.kith.mail.TextRange;
import app.kith.search.Words.Word;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Finds the places in a text that were looked for. */
final class Marks {
    private static final int WINDOW = 150;
    private static final int BEFORE = 40;

    private final List<Wanted> wanted;

    Marks(List<Wanted> wanted) {
        this.wanted = wanted;
    }

    /**
     * Words that were looked for.
     *
     * @param words the words, one behind the other
     * @param growing whether the last may be longer
     * @param nearly whether they may be nearly right
     * @param typed as they were typed
     */
    record Wanted(List<Word> words, boolean growing, boolean nearly, String typed) {}

    /**
     * A line with its marks.
     *
     * @param text the line
     * @param marks where what was looked for stands in it
     */
    record Line(String text, List<TextRange> marks) {}

    /** {@return where what was looked for stands, in order, not overlapping} */
    List<TextRange> in(String text) {
        List<Word> words = Words.of(text, 5000);
        BitSet marked = new BitSet();
        for (Wanted each : wanted) {
            mark(each, words, marked);
        }
        List<TextRange> ranges = new ArrayList<>();
        for (int from = marked.nextSetBit(0); from >= 0; from = marked.nextSetBit(marked.nextClearBit(from))) {
            ranges.add(new TextRange(from, Math.min(text.length(), marked.nextClearBit(from))));
        }
        return ranges;
    }

    private static void mark(Wanted wanted, List<Word> words, BitSet marked) {
        int count = wanted.words.size();
        for (int i = 0; count > 0 && i + count <= words.size(); i++) {
            boolean fits = true;
            for (int j = 0; j < count && fits; j++) {
                boolean last = wanted.growing && j == count - 1;
                fits = fits(wanted.words.get(j).text(), words.get(i + j).text(), last, wanted.nearly);
            }
            if (fits) {
                int length = wanted.words.getLast().text().length();
                Word last = words.get(i + count - 1);
                boolean begun = wanted.growing && last.end() - last.start() > length
                        && last.text().startsWith(wanted.words.getLast().text());
                marked.set(words.get(i).start(), begun ? last.start() + length : last.end());
            }
        }
    }

    private static boolean fits(String wanted, String word, boolean growing, boolean nearly) {
        if (word.equals(wanted) || growing && word.startsWith(wanted)) {
            return true;
        }
        int edits = nearly && !Han.in(word) ? Asked.edits(wanted) : 0;
        return edits > 0 && word.charAt(0) == wanted.charAt(0) && Nearness.within(wanted, word, edits);
    }

    /** Marks of a name, which may have been looked for by its Pinyin, initials or a part of its letters. */
    List<TextRange> inName(String name, boolean company) {
        List<TextRange> plain = in(name);
        if (!plain.isEmpty() || name.isEmpty()) {
            return plain;
        }
        var keys = company ? Names.company(name) : Names.person(name);
        for (Wanted each : wanted) {
            StringBuilder joined = new StringBuilder();
            each.words.forEach(word -> joined.append(word.text()));
            String key = joined.toString();
            boolean found = !key.isEmpty()
                    && keys.stream().anyMatch(each.growing ? other -> other.startsWith(key) : key::equals);
            if (found) {
                return List.of(new TextRange(0, name.length()));
            }
        }
        return plain;
    }

    /** {@return whether a text holds a number that was looked for} */
    private boolean isNumber(String text) {
        String digits = Words.digits(text);
        return digits.length() >= 5 && wanted.stream().anyMatch(each -> Words.isNumber(each.typed, 3)
                && digits.contains(Words.digits(each.typed).replaceFirst("^(00)?(86)?0*", "")));
    }

    /** {@return the first of some lines in which something was looked for; empty where it is in none} */
    Line first(String[] lines) {
        for (String line : lines) {
            List<TextRange> marks = in(line);
            if (!marks.isEmpty()) {
                return around(line, marks);
            }
            if (isNumber(line) && line.length() < 60) {
                return new Line(line, List.of(new TextRange(0, line.length())));
            }
        }
        return new Line("", List.of());
    }

    /** {@return the words around the place where most of what was looked for stands together} */
    Line around(String text) {
        return around(text, in(text));
    }

    private static Line around(String text, List<TextRange> marks) {
        int best = 0;
        int most = 0;
        for (int i = 0; i < marks.size(); i++) {
            int count = 0;
            int letters = 0;
            for (int j = i; j < marks.size() && marks.get(j).end() <= marks.get(i).start() + WINDOW - BEFORE; j++) {
                count++;
                letters += marks.get(j).end() - marks.get(j).start();
            }
            if (count * 4 + letters > most) {
                most = count * 4 + letters;
                best = i;
            }
        }
        int from = marks.isEmpty() ? 0 : begin(text, marks.get(best).start());
        int to = Math.min(text.length(), from + WINDOW);
        if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
            to--;
        }
        return line(text, from, to, marks);
    }

    /** A little before the place, at the beginning of a word. */
    private static int begin(String text, int place) {
        int from = Math.max(0, place - BEFORE);
        if (from == 0) {
            return 0;
        }
        for (int i = from; i < place; i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i + 1;
            }
        }
        return Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
    }

    /** One line of a stretch of text, blanks single, with the marks that lie in it. */
    private static Line line(String text, int from, int to, List<TextRange> marks) {
        StringBuilder out = new StringBuilder(from > 0 ? "…" : "");
        int[] places = new int[to - from + 1];
        boolean blank = true;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean isBlank = Character.isWhitespace(c) || Character.isISOControl(c);
            places[i - from] = out.length();
            if (!isBlank) {
                out.append(c);
            } else if (!blank) {
                out.append(' ');
            }
            blank = isBlank;
        }
        places[to - from] = out.length();
        if (to < text.length()) {
            out.append('…');
        }
        List<TextRange> moved = new ArrayList<>();
        for (TextRange mark : marks) {
            if (mark.start() >= from && mark.end() <= to) {
                moved.add(new TextRange(places[mark.start() - from], places[mark.end() - from]));
            }
        }
        return new Line(out.toString(), moved);
    }
}
