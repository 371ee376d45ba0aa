package app.kith.ui.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds addresses in plain words. Linear; Chinese words and punctuation around an address are no part of it. */
final class LinkFinder {
    private static final int LONGEST = 2000;

    private LinkFinder() {}

    /**
     * An address in a text.
     *
     * @param from where it begins
     * @param to where it has ended
     * @param target the address with its scheme
     */
    record Found(int from, int to, String target) {}

    /** {@return the addresses in a text, in order} */
    static List<Found> in(String text) {
        List<Found> found = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            @Nullable
            Found next = null;
            if ((c == 'h' || c == 'H' || c == 'w' || c == 'W' || c == 'm' || c == 'M') && startsWord(text, at)) {
                next = web(text, at);
            } else if (c == '@') {
                next = mail(text, at, found.isEmpty() ? 0 : found.getLast().to());
            }
            if (next != null) {
                found.add(next);
                at = next.to();
            } else {
                at++;
            }
        }
        return found;
    }

    private static boolean startsWord(String text, int at) {
        return at == 0 || !isPlainLetter(text.charAt(at - 1));
    }

    private static @Nullable Found web(String text, int at) {
        boolean scheme = is(text, at, "http://") || is(text, at, "https://");
        boolean www = is(text, at, "www.");
        boolean mailto = is(text, at, "mailto:");
        if (!scheme && !www && !mailto) {
            return null;
        }
        int to = trimmed(text, at, end(text, at));
        int head = scheme ? text.indexOf("//", at) + 2 : at + (www ? 4 : 7);
        if (to - head < 3 || mailto && text.substring(head, to).indexOf('@') < 1) {
            return null;
        }
        String words = text.substring(at, to);
        return new Found(at, to, www ? "http://" + words : words);
    }

    private static @Nullable Found mail(String text, int at, int floor) {
        int from = at;
        while (from > floor && from > at - 64 && isLocal(text.charAt(from - 1))) {
            from--;
        }
        while (from < at && text.charAt(from) == '.') {
            from++;
        }
        int to = at + 1;
        int dot = -1;
        while (to < text.length() && to < at + 255
                && (isPlainLetter(text.charAt(to)) || text.charAt(to) == '.' || text.charAt(to) == '-')) {
            dot = text.charAt(to) == '.' ? to : dot;
            to++;
        }
        while (to > at && (text.charAt(to - 1) == '.' || text.charAt(to - 1) == '-')) {
            to--;
            dot = text.lastIndexOf('.', to - 1);
        }
        if (from == at || dot <= at + 1 || to - dot < 3) {
            return null;
        }
        return new Found(from, to, "mailto:" + text.substring(from, to));
    }

    private static boolean is(String text, int at, String words) {
        return text.regionMatches(true, at, words, 0, words.length());
    }

    private static int end(String text, int from) {
        int to = from;
        while (to < text.length() && to - from < LONGEST && isAddress(text.charAt(to))) {
            to++;
        }
        return to;
    }

    /** Whatever ends a sentence ends an address, and a bracket that was not opened in it. */
    private static int trimmed(String text, int from, int end) {
        int open = 0;
        for (int i = from; i < end; i++) {
            open += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
        }
        int to = end;
        while (to > from) {
            char last = text.charAt(to - 1);
            if (last == ')' && open < 0) {
                open++;
            } else if (".,;:!?'\"*~>]}|".indexOf(last) < 0) {
                break;
            }
            to--;
        }
        return to;
    }

    private static boolean isAddress(char c) {
        if (c <= ' ' || c == '<' || c == '>' || c == '"' || c == '`' || c >= 0x7F && c <= 0xA0) {
            return false;
        }
        return c < 0x2000 || Character.isLetter(c) && !isWide(c);
    }

    private static boolean isWide(char c) {
        return c >= 0x2E80 && c <= 0xD7FF || c >= 0xF900 && c <= 0xFAFF || c >= 0xFE30 && c <= 0xFE4F
                || c >= 0xFF00 && c <= 0xFFEF || Character.isSurrogate(c);
    }

    private static boolean isPlainLetter(char c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }

    private static boolean isLocal(char c) {
        return isPlainLetter(c) || "._%+-".indexOf(c) >= 0;
    }

    /** {@return whether words could hold an address at all} */
    static boolean worthALook(String text) {
        return text.indexOf('@') >= 0 || text.contains("://") || text.toLowerCase(Locale.ROOT).contains("www.");
    }
}
