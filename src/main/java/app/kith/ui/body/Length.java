package app.kith.ui.body;

import org.jspecify.annotations.Nullable;

/**
 * A width.
 *
 * @param value pixels, or hundredths of what there is
 * @param percent which of the two
 */
record Length(double value, boolean percent) {

    /** {@return the pixels for the room there is} */
    double in(double room) {
        return percent ? room * value / 100 : value;
    }

    /**
     * Reads a length of a style or an attribute.
     *
     * @param text such as {@code 600}, {@code 12pt}, {@code 50%}, {@code 1.5em}
     * @param em the size of the type in pixels
     * @return the length; null where the text names none, or a negative one
     */
    static @Nullable Length of(String text, double em) {
        String value = text.strip();
        if (value.endsWith("%")) {
            double number = number(value.substring(0, value.length() - 1));
            return number >= 0 ? new Length(Math.min(number, 100), true) : null;
        }
        double pixels = pixels(value, em);
        return pixels >= 0 ? new Length(pixels, false) : null;
    }

    /** {@return the pixels of a length that is no percentage; -1 where the text names none} */
    static double pixels(String text, double em) {
        int end = 0;
        while (end < text.length() && ("0123456789.".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        double number = number(text.substring(0, end));
        double factor = switch (text.substring(end).strip()) {
            case "", "px" -> 1;
            case "pt" -> 4.0 / 3;
            case "em" -> em;
            case "rem" -> TextStyle.BASE;
            case "ex", "ch" -> em / 2;
            case "in" -> 96;
            case "cm" -> 96 / 2.54;
            case "mm" -> 96 / 25.4;
            case "pc" -> 16;
            default -> -1;
        };
        return number < 0 || factor < 0 ? -1 : Math.min(number * factor, 10_000);
    }

    private static double number(String text) {
        if (text.isEmpty() || text.length() > 12) {
            return -1;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
