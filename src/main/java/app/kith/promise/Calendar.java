package app.kith.promise;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** Days counted from the day on which something was written. Weeks begin on Monday and end, for work, on Friday. */
final class Calendar {
    private static final int HALF_A_YEAR = 183;

    private Calendar() {}

    /** The next such weekday, never the day itself. */
    static LocalDate next(LocalDate from, DayOfWeek day) {
        return from.with(TemporalAdjusters.next(day));
    }

    /** A weekday of this week (0), the next (1) … */
    static LocalDate inWeek(LocalDate from, int weeks, DayOfWeek day) {
        return from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(weeks)
                .with(TemporalAdjusters.nextOrSame(day));
    }

    /** The end of a working week; of this one, when it is over, its last day. */
    static LocalDate endOfWeek(LocalDate from, int weeks) {
        LocalDate friday = inWeek(from, weeks, DayOfWeek.FRIDAY);
        return friday.isBefore(from) ? inWeek(from, weeks, DayOfWeek.SUNDAY) : friday;
    }

    static LocalDate endOfMonth(LocalDate from, int months) {
        return from.plusMonths(months).with(TemporalAdjusters.lastDayOfMonth());
    }

    static LocalDate workingDays(LocalDate from, int days) {
        LocalDate day = from;
        for (int left = Math.min(days, 260); left > 0;) {
            day = day.plusDays(1);
            left -= day.getDayOfWeek().getValue() <= 5 ? 1 : 0;
        }
        return day;
    }

    /** A day without a year: of this year or, in its last months, of the next. Null where it does not exist or is past. */
    static @Nullable LocalDate coming(LocalDate from, int month, int day) {
        LocalDate date = of(from.getYear(), month, day);
        if (date != null && date.isBefore(from)) {
            LocalDate later = date.isBefore(from.minusDays(HALF_A_YEAR)) ? of(from.getYear() + 1, month, day) : null;
            return later;
        }
        return date;
    }

    /** A day of this month, or of the next where it is past. */
    static @Nullable LocalDate ofMonth(LocalDate from, int day) {
        LocalDate date = of(from.getYear(), from.getMonthValue(), day);
        LocalDate next = from.plusMonths(1);
        return date == null || date.isBefore(from) ? of(next.getYear(), next.getMonthValue(), day) : date;
    }

    static @Nullable LocalDate of(int year, int month, int day) {
        boolean real = month >= 1 && month <= 12 && day >= 1 && year >= 1970 && year < 2200
                && day <= LocalDate.of(year, month, 1).lengthOfMonth();
        return real ? LocalDate.of(year, month, day) : null;
    }
}
