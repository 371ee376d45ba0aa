package app.kith.ui.body;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/** Reads the values of style attributes. Whatever cannot be read is as if it were not there. */
final class Css {
    private static final int LONGEST = 4000;

    private Css() {}

    /** {@return names and values of a style attribute, in lower case, later ones over earlier ones} */
    static Map<String, String> declarations(String style) {
        if (style.isBlank() || style.length() > LONGEST) {
            return Map.of();
        }
        Map<String, String> found = new LinkedHashMap<>();
        for (String declaration : style.split(";", -1)) {
            int colon = declaration.indexOf(':');
            if (colon > 0) {
                String value = declaration.substring(colon + 1).replace("!important", "").strip();
                String name = declaration.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                found.remove(name);
                found.put(name, value.toLowerCase(Locale.ROOT));
            }
        }
        return found;
    }

    /** {@return the words of a value; those in brackets stay one} */
    static List<String> words(String value) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ' ' && depth <= 0) {
                if (!word.isEmpty()) {
                    words.add(word.toString());
                    word.setLength(0);
                }
            } else if (c != ' ') {
                word.append(c);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    /** {@return the color that a value names; null for none, and for what is all but transparent} */
    static @Nullable Color color(String value) {
        String name = value.strip().toLowerCase(Locale.ROOT).replace(" ", "");
        if (name.isEmpty() || name.length() > 40 || name.equals("transparent") || name.startsWith("0x")) {
            return null;
        }
        try {
            Color color = Color.web(bareHex(name) ? "#" + name : name);
            return color.getOpacity() < 0.1 ? null : color;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean bareHex(String name) {
        return (name.length() == 6 || name.length() == 3)
                && name.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
    }

    /** {@return the color among the words of a short-hand value, or null} */
    static @Nullable Color colorIn(String value) {
        for (String word : words(value)) {
            Color color = color(word);
            if (color != null) {
                return color;
            }
        }
        return null;
    }
}
