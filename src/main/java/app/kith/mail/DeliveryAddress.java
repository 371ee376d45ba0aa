package app.kith.mail;

/**
 * Addresses as delivery reports write them: a type, a semicolon, the address; as xtext (RFC 3461, section 4) or in the three forms of
 * RFC 6533, section 3, for addresses that are not ASCII.
 */
final class DeliveryAddress {
    private DeliveryAddress() {}

    /**
     * Reads a recipient field.
     *
     * @param field its value
     * @param xtext whether it came over SMTP as xtext, and was perhaps left so
     * @return the address; empty where there is none
     */
    static String of(String field, boolean xtext) {
        int semicolon = field.indexOf(';');
        String type = semicolon < 0 ? "rfc822" : Ascii.lower(field.substring(0, semicolon)).strip();
        String value = HeaderText.clean(field.substring(semicolon + 1)).replace("<", "").replace(">", "").strip();
        if (type.equals("utf-8")) {
            value = codePoints(value);
        } else if (xtext) {
            value = plain(value);
        }
        if (value.chars().noneMatch(Character::isLetterOrDigit)) {
            return "";
        }
        if (value.indexOf(' ') >= 0 || value.startsWith("|") || value.startsWith("/")) {
            // A program or a file that the mail was to be put into.
            return "";
        }
        return value.startsWith("\"") && value.endsWith("\"") && value.length() > 2
                ? value.substring(1, value.length() - 1)
                : value;
    }

    /** Takes back only what xtext has to write in digits, so that a plus with digits in the address itself stays. */
    private static String plain(String value) {
        StringBuilder out = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '+' && (value.startsWith("2B", i + 1) || value.startsWith("3D", i + 1))) {
                out.append(value.charAt(i + 1) == '2' ? '+' : '=');
                i += 2;
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** {@code \x{6D4B}} stands for a letter. */
    private static String codePoints(String value) {
        StringBuilder out = new StringBuilder(value.length());
        int i = 0;
        while (i < value.length()) {
            int close = value.startsWith("\\x{", i) ? value.indexOf('}', i) : -1;
            int letter = close < 0 || close - i > 9 ? -1 : number(value, i + 3, close);
            if (letter < 0) {
                out.append(value.charAt(i++));
            } else {
                out.appendCodePoint(letter);
                i = close + 1;
            }
        }
        return HeaderText.clean(out.toString());
    }

    private static int number(String value, int from, int to) {
        int number = from == to ? -1 : 0;
        for (int i = from; i < to && number >= 0; i++) {
            int digit = Ascii.hex(value.charAt(i));
            number = digit < 0 ? -1 : number * 16 + digit;
        }
        return number > Character.MAX_CODE_POINT || number >= 0xD800 && number < 0xE000 ? -1 : number;
    }
}
