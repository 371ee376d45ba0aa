package app.kith.contact;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A calendar date as people write it, perhaps not a real one ({@code 1932-02-39} is somebody's typing error and is kept).
 *
 * @param year four digits; 0 if not known
 * @param month 1 to 12, or what was written; 0 if not known
 * @param day 1 to 31, or what was written; 0 if not known
 */
public record DateForm(int year, int month, int day) {
    private static final Pattern YEAR_FIRST = Pattern
            .compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})(?:日|号)?(?:[T ].*)?");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})\\s*[-/.]\\s*(\\d{1,2})\\s*[-/.]\\s*(\\d{4})");
    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern YEAR_ONLY = Pattern.compile("((?:18|19|20)\\d{2})年?");
    private static final Pattern NO_YEAR = Pattern.compile("--?([0-9]{1,2})-?([0-9]{2})");
    private static final int LAST_MONTH = 12;

    /**
     * Reads a date.
     *
     * @param written year first, day first or month first; digits alone are year, month, day
     * @return the date; null if the text is none
     */
    public static @Nullable DateForm of(String written) {
        String text = Normalizer.normalize(written, Normalizer.Form.NFKC).strip();
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return of(yearFirst, 1, 2, 3);
        }
        Matcher digits = DIGITS.matcher(text);
        if (digits.matches()) {
            return of(digits, 1, 2, 3);
        }
        Matcher yearLast = YEAR_LAST.matcher(text);
        if (yearLast.matches()) {
            DateForm dayFirst = of(yearLast, 3, 2, 1);
            return dayFirst.month > LAST_MONTH ? of(yearLast, 3, 1, 2) : dayFirst;
        }
        Matcher year = YEAR_ONLY.matcher(text);
        return year.matches() ? new DateForm(Integer.parseInt(year.group(1)), 0, 0) : null;
    }

    /**
     * Reads a day that may come every year.
     *
     * @param written as for {@link #of(String)}, or month and day alone as vCard has them (RFC 6350, section 4.3.1): {@code --05-03}
     * @return the date; null if the text is none
     */
    public static @Nullable DateForm ofDay(String written) {
        Matcher yearless = NO_YEAR.matcher(written.strip());
        return yearless.matches()
                ? new DateForm(0, Integer.parseInt(yearless.group(1)), Integer.parseInt(yearless.group(2)))
                : of(written);
    }

    private static DateForm of(Matcher found, int year, int month, int day) {
        return new DateForm(Integer.parseInt(found.group(year)), Integer.parseInt(found.group(month)),
                Integer.parseInt(found.group(day)));
    }

    /** {@return eight digits, zeros where a part is not known} */
    public String digits() {
        int number = year * 10_000 + month * 100 + day;
        String text = Integer.toString(number);
        return "0".repeat(Math.max(0, 8 - text.length())) + text;
    }
}
