package app.kith.mail;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Small helpers over ASCII bytes and characters; header syntax knows no other letters. */
final class Ascii {

    private Ascii() {}

    static int lower(int c) {
        return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
    }

    /** {@return the text in lower case, touching only A to Z, so that no language's rules come in} */
    static String lower(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                return lowerFrom(text, i);
            }
        }
        return text;
    }

    private static String lowerFrom(String text, int from) {
        char[] chars = text.toCharArray();
        for (int i = from; i < chars.length; i++) {
            chars[i] = (char) lower(chars[i]);
        }
        return new String(chars);
    }

    static boolean isSpace(int c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** {@return the value of a hexadecimal digit, or -1} */
    static int hex(int c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        int letter = c | 0x20;
        return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
    }

    static boolean startsWith(String text, int at, String lowerCasePrefix) {
        if (at + lowerCasePrefix.length() > text.length()) {
            return false;
        }
        for (int i = 0; i < lowerCasePrefix.length(); i++) {
            if (lower(text.charAt(at + i)) != lowerCasePrefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    static boolean contains(@Nullable String text, String lowerCasePart) {
        return text != null && indexOf(text, lowerCasePart, 0) >= 0;
    }

    /** {@return where the part stands in the text whatever the case of its letters, or -1} */
    static int indexOf(String text, String lowerCasePart, int from) {
        return indexOf(text, lowerCasePart, from, text.length());
    }

    static int indexOf(String text, String lowerCasePart, int from, int to) {
        int last = to - lowerCasePart.length();
        char first = lowerCasePart.charAt(0);
        for (int i = from; i <= last; i++) {
            if (lower(text.charAt(i)) == first && startsWith(text, i, lowerCasePart)) {
                return i;
            }
        }
        return -1;
    }

    static boolean startsWith(byte[] bytes, int at, int to, String lowerCasePrefix) {
        if (at + lowerCasePrefix.length() > to) {
            return false;
        }
        for (int i = 0; i < lowerCasePrefix.length(); i++) {
            if (lower(bytes[at + i]) != lowerCasePrefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** {@return whether no byte of the range has its highest bit set} */
    static boolean isAscii(byte[] bytes, int from, int to) {
        int all = 0;
        for (int i = from; i < to; i++) {
            all |= bytes[i];
        }
        return all >= 0;
    }

    static String string(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** {@return the start of the line after the one at {@code at}, at most {@code to}} */
    static int nextLine(byte[] bytes, int at, int to) {
        int i = at;
        while (i < to) {
            if (bytes[i++] == '\n') {
                return i;
            }
        }
        return to;
    }
}
