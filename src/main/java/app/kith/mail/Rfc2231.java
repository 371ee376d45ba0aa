package app.kith.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The extended parameters of RFC 2231: {@code name*=charset'language'percent-encoded} and continuations {@code name*0*=},
 * {@code name*1=}. Segments are joined as bytes before they are decoded, and may come in any order.
 */
final class Rfc2231 {
    private static final int SEGMENTS = 1000;

    private Rfc2231() {}

    /** {@return the value of an extended parameter; empty where it is not written in this way} */
    static String read(String name, List<String> names, List<String> values, TextDecoder decoder) {
        boolean found = false;
        for (int i = 0; i < names.size() && !found; i++) {
            found = segment(names.get(i), name) >= -1;
        }
        if (!found) {
            return "";
        }
        ByteSink bytes = new ByteSink(64);
        String charset = single(name, names, values, bytes);
        if (charset == null) {
            charset = continued(name, names, values, bytes);
        }
        String text = decoder.decode(bytes.array(), 0, bytes.size(), charset, "a file name").text();
        return text.contains("=?") ? EncodedWords.decode(text, decoder) : text;
    }

    /** {@return the number of a segment; -1 for {@code name*}; -2 for a parameter of another name} */
    private static int segment(String candidate, String name) {
        if (!candidate.startsWith(name) || candidate.length() <= name.length()
                || candidate.charAt(name.length()) != '*') {
            return -2;
        }
        int number = 0;
        int digits = 0;
        int i = name.length() + 1;
        while (i < candidate.length() && Ascii.isDigit(candidate.charAt(i)) && digits < 6) {
            number = number * 10 + candidate.charAt(i) - '0';
            digits++;
            i++;
        }
        boolean ends = i == candidate.length() || (i + 1 == candidate.length() && candidate.charAt(i) == '*');
        return !ends ? -2 : digits == 0 ? -1 : number;
    }

    private static @org.jspecify.annotations.Nullable String single(String name, List<String> names,
            List<String> values,
            ByteSink out) {
        for (int i = 0; i < names.size(); i++) {
            if (segment(names.get(i), name) == -1) {
                return addFirst(values.get(i), true, out);
            }
        }
        return null;
    }

    private static String continued(String name, List<String> names, List<String> values, ByteSink out) {
        String[] parts = new String[Math.min(SEGMENTS, names.size() + 2)];
        boolean[] encoded = new boolean[parts.length];
        for (int i = 0; i < names.size(); i++) {
            int number = segment(names.get(i), name);
            if (number >= 0 && number < parts.length && parts[number] == null) {
                parts[number] = values.get(i);
                encoded[number] = names.get(i).endsWith("*");
            }
        }
        // Some programs count from one.
        int first = parts[0] == null ? 1 : 0;
        String charset = "";
        for (int i = first; i < parts.length && parts[i] != null; i++) {
            if (i == first) {
                charset = addFirst(parts[i], encoded[i], out);
            } else {
                add(parts[i], 0, encoded[i], out);
            }
        }
        return charset;
    }

    /** Adds the first segment and returns the charset that stands before its text. */
    private static String addFirst(String value, boolean encoded, ByteSink out) {
        int quote = encoded ? value.indexOf('\'') : -1;
        int second = quote < 0 ? -1 : value.indexOf('\'', quote + 1);
        if (second < 0) {
            add(value, 0, encoded, out);
            return "";
        }
        add(value, second + 1, true, out);
        return value.substring(0, quote);
    }

    private static void add(String value, int from, boolean encoded, ByteSink out) {
        for (int i = from; i < value.length(); i++) {
            char c = value.charAt(i);
            if (encoded && c == '%' && i + 2 < value.length() && Ascii.hex(value.charAt(i + 1)) >= 0
                    && Ascii.hex(value.charAt(i + 2)) >= 0) {
                out.add(Ascii.hex(value.charAt(i + 1)) << 4 | Ascii.hex(value.charAt(i + 2)));
                i += 2;
            } else if (c < 0x80) {
                out.add(c);
            } else {
                int width = Character.isHighSurrogate(c) && i + 1 < value.length() ? 2 : 1;
                byte[] utf8 = value.substring(i, i + width).getBytes(StandardCharsets.UTF_8);
                out.add(utf8, 0, utf8.length);
                i += width - 1;
            }
        }
    }

    /** Some web mailers percent-encode a plain name; it is decoded where that gives letters beyond ASCII in sound UTF-8. */
    static String unpercent(String name, TextDecoder decoder) {
        if (name.indexOf('%') < 0 || name.length() > 4000) {
            return name;
        }
        ByteSink bytes = new ByteSink(name.length());
        add(name, 0, true, bytes);
        if (Ascii.isAscii(bytes.array(), 0, bytes.size())) {
            return name;
        }
        String text = CharsetGuess.strictly(bytes.array(), 0, bytes.size(), StandardCharsets.UTF_8);
        if (text == null || text.equals(name)) {
            return name;
        }
        decoder.repairs().add("a file name was percent-encoded");
        return HeaderText.clean(text);
    }
}
