package app.kith.search;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of days.
 *
 * @param from its first day
 * @param to the day behind its last one
 */
record DayRange(LocalDate from, LocalDate to) {
    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:[-/.年](\\d{1,2})(?:[-/.月](\\d{1,2})日?|月)?|年)?");
    private static final Pattern AGO = Pattern.compile("(?:最近|近|过去)?(\\d{1,4})(d|w|m|y|天|日|周|个?月|年)");
    private static final Map<String, String> WORDS = Map.ofEntries(Map.entry("今天", "today"),
            Map.entry("昨天", "yesterday"), Map.entry("本周", "this-week"), Map.entry("这周", "this-week"),
            Map.entry("上周", "last-week"), Map.entry("本月", "this-month"), Map.entry("这个月", "this-month"),
            Map.entry("上月", "last-month"), Map.entry("上个月", "last-month"), Map.entry("今年", "this-year"),
            Map.entry("去年", "last-year"));

    /**
     * Reads a day, a month, a year, {@code 7d}, {@code last-month}, 上个月 ….
     *
     * @param text what was typed
     * @param today the day it is
     * @return the days; null where it cannot be read so
     */
    static @Nullable DayRange of(String text, LocalDate today) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip()
                .replaceAll("[\\s_]+", "-");
        plain = WORDS.getOrDefault(plain, plain);
        try {
            Matcher date = DATE.matcher(plain);
            if (date.matches()) {
                return date(date);
            }
            Matcher ago = AGO.matcher(plain);
            return ago.matches() ? ago(ago, today) : word(plain, today);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static DayRange date(Matcher date) {
        int year = Integer.parseInt(date.group(1));
        if (date.group(2) == null) {
            LocalDate first = LocalDate.of(year, 1, 1);
            return new DayRange(first, first.plusYears(1));
        }
        int month = Integer.parseInt(date.group(2));
        if (date.group(3) == null) {
            LocalDate first = LocalDate.of(year, month, 1);
            return new DayRange(first, first.plusMonths(1));
        }
        LocalDate day = LocalDate.of(year, month, Integer.parseInt(date.group(3)));
        return new DayRange(day, day.plusDays(1));
    }

    private static DayRange ago(Matcher ago, LocalDate today) {
        int count = Integer.parseInt(ago.group(1));
        ChronoUnit unit = switch (ago.group(2)) {
            case "d", "天", "日" -> ChronoUnit.DAYS;
            case "w", "周" -> ChronoUnit.WEEKS;
            case "y", "年" -> ChronoUnit.YEARS;
            default -> ChronoUnit.MONTHS;
        };
        return new DayRange(today.minus(count, unit), today.plusDays(1));
    }

    private static @Nullable DayRange word(String word, LocalDate today) {
        LocalDate week = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate month = today.withDayOfMonth(1);
        LocalDate year = today.withDayOfYear(1);
        return switch (word) {
            case "today" -> new DayRange(today, today.plusDays(1));
            case "yesterday" -> new DayRange(today.minusDays(1), today);
            case "this-week", "week" -> new DayRange(week, week.plusWeeks(1));
            case "last-week", "past-week" -> new DayRange(week.minusWeeks(1), week);
            case "this-month", "month" -> new DayRange(month, month.plusMonths(1));
            case "last-month", "past-month" -> new DayRange(month.minusMonths(1), month);
            case "this-year", "year" -> new DayRange(year, year.plusYears(1));
            case "last-year", "past-year" -> new DayRange(year.minusYears(1), year);
            default -> null;
        };
    }
}
