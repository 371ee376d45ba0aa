package app.kith.mail;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parts lines of a signature at their dividers, but not at a dot in the author's name. */
final class LinePieces {
    private static final Pattern DIVIDERS = Pattern
            .compile(
                    "\\s*(?:[|｜•●∙‖¦]|(?<!中国|中國)·(?!\\p{IsHan}{2,4}[轩軒阁閣斋齋堂坊居记記](?:\\s|$)))\\s*|\\s{3,}|\\t+|\\s+//\\s+|\\s+[~～]+(?:\\s+|$)");

    /** Stands for a dot at which nothing is parted. */
    private static final char KEPT_DOT = '\uE000';

    private final @Nullable Mailbox author;

    LinePieces(@Nullable Mailbox author) {
        this.author = author;
    }

    /** {@return what stands before the first divider of a line, and all behind it} */
    static String[] first(String value) {
        return isDivided(value) ? DIVIDERS.split(value, 2) : new String[]{value};
    }

    /** {@return what stands between the dividers of a line; the line alone where it has none} */
    String[] of(String value) {
        if (!isDivided(value)) {
            return new String[]{value};
        }
        int dot = value.indexOf('·') > 0 ? fathersDot(value) : -1;
        if (dot < 0) {
            return DIVIDERS.split(value, -1);
        }
        String[] pieces = DIVIDERS.split(value.substring(0, dot) + KEPT_DOT + value.substring(dot + 1), -1);
        Arrays.setAll(pieces, i -> pieces[i].replace(KEPT_DOT, '·'));
        return pieces;
    }

    /** {@return where the dot stands that is part of the author's name: {@code 古丽娜尔·买买提}; -1 where none does} */
    private int fathersDot(String value) {
        String name = author == null ? "" : author.name().strip();
        int own = name.indexOf('·') > 0 ? name.indexOf('·') : name.length();
        int at = own > 1 && SignatureWords.hasHan(name) ? value.indexOf(name.substring(0, own) + "·") : -1;
        int dot = at + own;
        return at >= 0 && dot + 1 < value.length() && SignatureWords.isHan(value.charAt(dot + 1)) ? dot : -1;
    }

    /** Whether a line has a sign that a divider begins with. */
    private static boolean isDivided(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean space = c == ' ' && i + 1 < value.length() && " /~～".indexOf(value.charAt(i + 1)) >= 0;
            if (space || c < ' ' || c != ' ' && "|｜•●∙‖¦·".indexOf(c) >= 0) {
                return true;
            }
        }
        return false;
    }
}
