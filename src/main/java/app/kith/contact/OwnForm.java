package app.kith.contact;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the values of the user's own fields as people write them, and puts them in order. */
public final class OwnForm {
    private static final Pattern AMOUNT = Pattern
            .compile("([^\\d.,+-]*)([+-]?)\\s*([^\\d.,+-]*)(\\d[\\d., ']*|\\.\\d+)\\s*([万亿億]?)\\s*(\\D*)");
    private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern DOMAIN = Pattern.compile("[\\p{L}\\d-]+(\\.[\\p{L}\\d-]+)+([/?#].*)?");
    private static final Pattern SCHEME = Pattern.compile("https?://\\S+", Pattern.CASE_INSENSITIVE);
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");
    private static final Pattern GROUPED = Pattern
            .compile("\\d{1,3}(,\\d{3})+(\\.\\d+)?|\\d{1,3}([ ']\\d{3})+([.,]\\d+)?");
    private static final Map<String, String> SIGNS = Map.ofEntries(Map.entry("¥", "CNY"), Map.entry("元", "CNY"),
            Map.entry("人民币", "CNY"), Map.entry("RMB", "CNY"), Map.entry("$", "USD"), Map.entry("美元", "USD"),
            Map.entry("US$", "USD"), Map.entry("€", "EUR"), Map.entry("欧元", "EUR"), Map.entry("£", "GBP"),
            Map.entry("英镑", "GBP"), Map.entry("HK$", "HKD"), Map.entry("港元", "HKD"), Map.entry("港币", "HKD"),
            Map.entry("日元", "JPY"), Map.entry("CHF", "CHF"));
    private static final Set<String> YES = Set.of("yes", "y", "true", "1", "on", "x", "✓", "✔", "√", "是", "对", "有",
            "ja",
            "oui");
    private static final Set<String> NO = Set.of("no", "n", "false", "0", "off", "✗", "✘", "×", "否", "不是", "无", "没有",
            "nein", "non");

    private OwnForm() {}

    static @Nullable String read(OwnField field, String written) {
        String text = written.strip();
        if (text.isEmpty()) {
            return null;
        }
        return switch (field.type()) {
            case TEXT -> text;
            case NUMBER -> {
                Sum sum = sum(text);
                yield sum == null || !sum.currency().isEmpty() ? null : sum.amount().toPlainString();
            }
            case MONEY -> {
                Sum sum = sum(text);
                yield sum == null ? null : (sum.amount().toPlainString() + " " + sum.currency()).strip();
            }
            case DATE -> day(text);
            case CHOICE -> field.choices().stream()
                    .filter(choice -> NormalForm.folded(choice).equals(NormalForm.folded(text))).findFirst()
                    .orElse(null);
            case YES_NO -> yesNo(text);
            case LINK -> SCHEME.matcher(text).matches()
                    ? text
                    : DOMAIN.matcher(text).matches() ? "https://" + text : null;
        };
    }

    private record Sum(BigDecimal amount, String currency) {}

    /** An amount with a currency before or behind it, or with none. */
    private static @Nullable Sum sum(String written) {
        Matcher found = AMOUNT.matcher(Normalizer.normalize(written, Normalizer.Form.NFKC).strip());
        if (!found.matches()) {
            return null;
        }
        String currency = currency(found.group(1).strip() + found.group(3).strip(), found.group(6).strip());
        BigDecimal number = number(found.group(4).strip());
        if (currency == null || number == null) {
            return null;
        }
        BigDecimal plain = switch (found.group(5)) {
            case "万" -> times(number, 10_000);
            case "亿", "億" -> times(number, 100_000_000);
            default -> number;
        };
        return new Sum(found.group(2).equals("-") ? plain.negate() : plain, currency);
    }

    private static BigDecimal times(BigDecimal number, long factor) {
        return new BigDecimal(
                number.multiply(BigDecimal.valueOf(factor)).stripTrailingZeros().toPlainString());
    }

    /** The code; empty for none, null where what stands there is no currency. */
    private static @Nullable String currency(String before, String behind) {
        if (!before.isEmpty() && !behind.isEmpty()) {
            return null;
        }
        String said = (before + behind).toUpperCase(Locale.ROOT);
        return said.isEmpty() || CODE.matcher(said).matches() && !SIGNS.containsKey(said) ? said : SIGNS.get(said);
    }

    /** A comma before exactly three digits groups; a single one elsewhere stands before the fraction. */
    private static @Nullable BigDecimal number(String digits) {
        String plain = digits;
        if (GROUPED.matcher(digits).matches()) {
            plain = digits.indexOf(' ') > 0 || digits.indexOf('\'') > 0
                    ? digits.replaceAll("[ ']", "").replace(',', '.')
                    : digits.replace(",", "");
        } else if (digits.matches("\\d{1,3}(\\.\\d{3})+,\\d+")) {
            plain = digits.replace(".", "").replace(',', '.');
        } else if (digits.matches("\\d+,\\d+")) {
            plain = digits.replace(',', '.');
        }
        try {
            return new BigDecimal(plain);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable String day(String text) {
        DateForm form = DateForm.of(text);
        if (form == null || form.day() == 0) {
            return null;
        }
        try {
            return LocalDate.of(form.year(), form.month(), form.day()).toString();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable String yesNo(String text) {
        String folded = NormalForm.folded(text);
        return YES.contains(folded) ? "yes" : NO.contains(folded) ? "no" : null;
    }

    /**
     * A number by which values are put in order.
     *
     * @param raw a value in the form in which it is kept
     * @return the number, the amount, or the day since 1970; null where the value is none of these
     */
    public static @Nullable Double order(String raw) {
        String text = raw.strip();
        if (ISO_DAY.matcher(text).matches()) {
            try {
                return (double) LocalDate.parse(text).toEpochDay();
            } catch (DateTimeException e) {
                return null;
            }
        }
        Sum sum = text.isEmpty() ? null : sum(text);
        return sum == null ? null : Double.valueOf(sum.amount().doubleValue());
    }
}
