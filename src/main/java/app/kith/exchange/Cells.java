package app.kith.exchange;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of cells, on their way in and on their way out. */
final class Cells {
    /** A text on which a spreadsheet would begin to reckon (OWASP, CSV injection), or that was guarded already. */
    private static final Pattern DANGEROUS = Pattern.compile("'*[=+\\-@\\t\\r＝＋－＠].*", Pattern.DOTALL);
    private static final Pattern FORMULA_TEXT = Pattern.compile("=\"(.*)\"", Pattern.DOTALL);
    private static final Set<String> NOTHING = Set.of("-", "--", "—", "n/a", "#n/a", "null", "(null)", "nil", "无", "暂无",
            "none", "nan");

    private Cells() {}

    /** {@return a cell with an apostrophe before what a spreadsheet would run; {@link #unguarded} takes it off again} */
    static String guarded(String text) {
        return DANGEROUS.matcher(text).matches() ? "'" + text : text;
    }

    static String unguarded(String text) {
        return text.startsWith("'") && DANGEROUS.matcher(text).matches() ? text.substring(1) : text;
    }

    /** {@return what a cell says: without the blanks around it, and texts that stand for nothing} */
    static String clean(String written) {
        String text = written.strip();
        Matcher formula = FORMULA_TEXT.matcher(text);
        if (formula.matches()) {
            text = formula.group(1).replace("\"\"", "\"").strip();
        }
        return NOTHING.contains(text.toLowerCase(Locale.ROOT)) ? "" : text;
    }

    /** {@return the digits of a number that a spreadsheet wrote with an exponent; empty where some are lost} */
    static String whole(String scientific) {
        BigDecimal number = new BigDecimal(scientific);
        return number.scale() < 0 ? "" : number.scale() > 0 ? "" : number.toBigInteger().toString();
    }
}
