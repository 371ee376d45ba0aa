package app.kith.exchange;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates as programs and people write them.
 *
 * @param dayFirst whether the day stands before the month where both would do: {@code 3/4/1985}
 */
record Dates(boolean dayFirst) {
    private static final Pattern ISO = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[T ].*)?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:T.*)?");
    private static final Pattern NO_YEAR = Pattern.compile("-{0,2}(\\d{1,2})(?:-|月|/)?(\\d{2}|\\d{1,2}日)");
    private static final Pattern NAMED = Pattern
            .compile("(\\d{1,2})(?:st|nd|rd|th)?[-\\s.]+(\\p{L}{3,9})[-\\s.,]+(\\d{2}|\\d{4})");
    private static final Pattern NAMED_FIRST = Pattern
            .compile("(\\p{L}{3,9})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})");
    private static final Pattern SHORT = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{2}|\\d{4})(?: .*)?");
    private static final Pattern SERIAL = Pattern.compile("\\d{4,5}(?:\\.0+)?");
    private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
            "oct", "nov", "dec");
    private static final LocalDate SPREADSHEET_EPOCH = LocalDate.of(1899, 12, 30);
    /** Apple writes it where the year is not known. */
    private static final int NO_SUCH_YEAR = 1604;
    private static final int OLDEST_SHORT_YEAR = 1935;

    /**
     * Reads a date.
     *
     * @param text the text
     * @return {@code 1985-04-02}, {@code --04-02} where it has no year; null where it is no date
     */
    @Nullable
    String read(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        try {
            return tried(plain);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private @Nullable String tried(String text) {
        Matcher m = ISO.matcher(text);
        if (m.matches()) {
            return date(number(m, 1), number(m, 2), number(m, 3));
        }
        m = COMPACT.matcher(text);
        if (m.matches()) {
            return date(number(m, 1), number(m, 2), number(m, 3));
        }
        m = SHORT.matcher(text);
        if (m.matches()) {
            boolean day = number(m, 1) > 12 || m.group(2).equals(".") || dayFirst && number(m, 3) <= 12;
            return date(year(m.group(4)), number(m, day ? 3 : 1), number(m, day ? 1 : 3));
        }
        m = NAMED.matcher(text);
        if (m.matches()) {
            return date(year(m.group(3)), month(m.group(2)), number(m, 1));
        }
        m = NAMED_FIRST.matcher(text);
        if (m.matches()) {
            return date(number(m, 3), month(m.group(1)), number(m, 2));
        }
        if (SERIAL.matcher(text).matches()) {
            long days = Long.parseLong(text.split("\\.", -1)[0]);
            return days > 3000 ? SPREADSHEET_EPOCH.plusDays(days).toString() : null;
        }
        m = NO_YEAR.matcher(text);
        if (m.matches() && (text.startsWith("--") || text.indexOf('月') > 0)) {
            return date(0, number(m, 1), Integer.parseInt(m.group(2).replace("日", "")));
        }
        return null;
    }

    /**
     * Puts a date together.
     *
     * @param year the year; 0 where it is not known
     * @return the date in ISO 8601
     * @throws DateTimeException where there is no such day
     */
    static String date(int year, int month, int day) {
        boolean known = year > 0 && year != NO_SUCH_YEAR;
        LocalDate date = LocalDate.of(known ? year : 2000, month, day);
        return known ? date.toString() : "-" + date.toString().substring(4);
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }

    private static int year(String text) {
        int year = Integer.parseInt(text);
        if (text.length() > 2) {
            return year;
        }
        return year + 1900 < OLDEST_SHORT_YEAR ? year + 2000 : year + 1900;
    }

    private static int month(String name) {
        String begin = name.toLowerCase(Locale.ROOT).substring(0, 3);
        int index = MONTHS.indexOf(begin);
        return switch (begin) {
            case "mai", "mär" -> begin.equals("mai") ? 5 : 3;
            case "okt" -> 10;
            case "dez" -> 12;
            default -> index + 1;
        };
    }

    /** {@return a reader for a column: the day stands first where one of its texts can only be read so} */
    static Dates of(Iterable<String> texts, boolean usual) {
        for (String text : texts) {
            Matcher m = SHORT.matcher(text.strip());
            if (m.matches() && !m.group(2).equals(".")) {
                if (number(m, 1) > 12) {
                    return new Dates(true);
                }
                if (number(m, 3) > 12) {
                    return new Dates(false);
                }
            }
        }
        return new Dates(usual);
    }
}
