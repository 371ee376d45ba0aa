package app.kith.ui.body;

import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;

/** Counts the items of one list and writes their marks. */
final class ListMarks {
    private static final String[] BULLETS = {"•", "◦", "▪"};

    private final String type;
    private final String bullet;
    private int next;

    /**
     * Begins a list.
     *
     * @param list {@code ul} or {@code ol}
     * @param css its style
     * @param depth how many lists are around it
     */
    ListMarks(Element list, Map<String, String> css, int depth) {
        boolean numbered = list.normalName().equals("ol");
        this.type = css.getOrDefault("list-style-type", list.hasAttr("type")
                ? list.attr("type")
                : numbered ? "1" : "bullet");
        this.bullet = BULLETS[Math.min(depth, 2)];
        this.next = number(list.attr("start"), 1);
    }

    String next(Element item, Map<String, String> css) {
        int value = number(item.attr("value"), next);
        next = value + 1;
        String kind = css.getOrDefault("list-style-type", item.hasAttr("type") ? item.attr("type") : type);
        return switch (kind) {
            case "none" -> "";
            case "bullet", "disc" -> kind.equals("disc") ? BULLETS[0] : bullet;
            case "circle" -> BULLETS[1];
            case "square" -> BULLETS[2];
            case "a", "lower-alpha", "lower-latin" -> letters(value).toLowerCase(Locale.ROOT) + ".";
            case "A", "upper-alpha", "upper-latin" -> letters(value) + ".";
            case "i", "lower-roman" -> roman(value).toLowerCase(Locale.ROOT) + ".";
            case "I", "upper-roman" -> roman(value) + ".";
            default -> value + ".";
        };
    }

    private static int number(String attribute, int otherwise) {
        String digits = attribute.strip();
        return digits.matches("-?[0-9]{1,6}") ? Integer.parseInt(digits) : otherwise;
    }

    private static String letters(int value) {
        if (value < 1) {
            return String.valueOf(value);
        }
        StringBuilder letters = new StringBuilder();
        for (int rest = value; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }

    private static String roman(int value) {
        if (value < 1 || value > 3999) {
            return String.valueOf(value);
        }
        int[] values = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
        String[] signs = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
        StringBuilder roman = new StringBuilder();
        int rest = value;
        for (int i = 0; i < values.length; i++) {
            while (rest >= values[i]) {
                roman.append(signs[i]);
                rest -= values[i];
            }
        }
        return roman.toString();
    }
}
