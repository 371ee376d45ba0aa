package app.kith.exchange;

import app.kith.contact.Value;
import java.util.stream.Collectors;

/** Values of which only so much can be read that who knows them knows them again. */
final class Mask {
    private static final int SEEN = 4;
    private static final String HIDDEN = "****";

    private Mask() {}

    /** {@return a value's text, hidden but for what tells which it is: {@code 138****5678}, {@code w***@x.com}, {@code 王**}} */
    static String of(Value value) {
        String text = value.raw().strip();
        return switch (value.property()) {
            case PHONE -> phone(text);
            case EMAIL -> email(text);
            case NAME, FAMILY_NAME, GIVEN_NAME, MIDDLE_NAME, NICKNAME -> name(text);
            case BIRTHDAY, ANNIVERSARY -> text.length() > SEEN ? text.substring(0, SEEN) + HIDDEN : HIDDEN;
            default -> end(text);
        };
    }

    /**
     * Hides a text but for its end.
     *
     * @return the text with asterisks; of a short one nothing can be read
     */
    static String end(String text) {
        int hidden = text.length() > 2 * SEEN ? text.length() - SEEN : text.length();
        return "*".repeat(hidden) + text.substring(hidden);
    }

    /** The country, the first three digits and the last four stay; of a short number the last two. */
    private static String phone(String text) {
        String digits = text.replaceAll("[^0-9+]", "");
        String country = "";
        if (digits.startsWith("+86") || digits.matches("86\\d{11}")) {
            int length = digits.startsWith("+") ? 3 : 2;
            country = digits.substring(0, length) + " ";
            digits = digits.substring(length);
        }
        if (digits.length() >= 9) {
            return country + digits.substring(0, 3) + HIDDEN + digits.substring(digits.length() - SEEN);
        }
        return country + HIDDEN + digits.substring(Math.max(0, digits.length() - 2));
    }

    private static String email(String text) {
        int at = text.lastIndexOf('@');
        return at < 1
                ? end(text)
                : Character.toString(text.codePointAt(0)) + "***" + text.substring(at);
    }

    /** Of each word the first letter stays, of a Chinese name the family name's first character. */
    private static String name(String text) {
        return java.util.Arrays.stream(text.split("\\s+", -1)).filter(word -> !word.isEmpty())
                .map(word -> Character.toString(word.codePointAt(0))
                        + "*".repeat(Math.max(1, Math.min(3, word.codePointCount(0, word.length()) - 1))))
                .collect(Collectors.joining(" "));
    }
}
