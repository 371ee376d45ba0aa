package app.kith.exchange;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of money as tables write it: {@code ¥12,345.60}, {@code 12.345,60 €}, {@code 3.5万元}, {@code (500.00)}.
 *
 * @param number how much
 * @param currency ISO 4217 code; empty where the text names none
 */
record Amount(BigDecimal number, String currency) {
    private static final Pattern NUMBER = Pattern.compile("[-−+]?\\d[\\d.,' \\u00A0\\u202F]*");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[^,]*\\d,\\d{1,2}\\D*");
    private static final Pattern GROUPS = Pattern.compile("\\d{1,3}(?:[.,' \\u00A0\\u202F]\\d{3})+");

    /** {@return whether a comma stands before the last digits of a text, as much of Europe writes amounts} */
    static boolean hasDecimalComma(String text) {
        return DECIMAL_COMMA.matcher(text.strip()).matches();
    }

    /** {@return the amount that a text says; empty where it says none, or more than one number} */
    static Optional<Amount> of(String text) {
        return of(text, false);
    }

    /**
     * Reads an amount of a column.
     *
     * @param text the text
     * @param comma whether the column is written with decimal commas, so that 1.234 is a thousand and some
     * @return the amount; empty where the text says none, or more than one number
     */
    static Optional<Amount> of(String text, boolean comma) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip().replace('−', '-');
        Matcher found = NUMBER.matcher(plain);
        if (!found.find()) {
            return Optional.empty();
        }
        String digits = found.group().strip();
        String rest = (plain.substring(0, found.start()) + " " + plain.substring(found.end())).strip();
        if (rest.chars().anyMatch(Character::isDigit) || rest.contains("%") || rest.contains("/")) {
            return Optional.empty();
        }
        String currency = EntryWords.INSTANCE.currency(rest.replaceAll("[万千亿()\\s]", ""));
        String words = rest.toLowerCase(Locale.ROOT).replaceAll("[()\\s]", "");
        boolean negative = digits.startsWith("-") || rest.startsWith("-") || rest.startsWith("(") && rest.endsWith(")");
        boolean known = words.isEmpty() || !currency.isEmpty() || words.matches("[-+万千亿整正]+");
        if (!known || words.length() > 12) {
            return Optional.empty();
        }
        return number(digits.replaceAll("^[-+]", ""), comma).map(number -> number.multiply(times(rest)))
                .map(number -> new Amount(shown(negative ? number.negate() : number), currency));
    }

    /** {@return by what the numbers of a column are multiplied that a header or text speaks of} */
    static BigDecimal times(String text) {
        return text.contains("亿")
                ? BigDecimal.valueOf(100_000_000)
                : text.contains("万")
                        ? BigDecimal.valueOf(10_000)
                        : text.contains("千元") ? BigDecimal.valueOf(1_000) : BigDecimal.ONE;
    }

    static BigDecimal shown(BigDecimal number) {
        BigDecimal shorter = number.stripTrailingZeros();
        return shorter.scale() < 0 ? shorter.setScale(0) : shorter;
    }

    private static Optional<BigDecimal> number(String written, boolean commas) {
        String digits = written.replaceAll("[' \\u00A0\\u202F]", "");
        int comma = digits.lastIndexOf(',');
        int point = digits.lastIndexOf('.');
        boolean onlyGroups = GROUPS.matcher(written).matches() && (comma < 0 || point < 0);
        // 1.234 is one and a bit; 1,234 and 1.234.567 are thousands.
        boolean decimalPoint = point > comma && !(onlyGroups && (commas || digits.indexOf('.') != point));
        boolean decimalComma = comma > point && !onlyGroups && digits.indexOf(',') == comma;
        String plain = decimalPoint
                ? digits.replace(",", "")
                : decimalComma ? digits.replace(".", "").replace(',', '.') : digits.replace(",", "").replace(".", "");
        try {
            return Optional.of(new BigDecimal(plain));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
