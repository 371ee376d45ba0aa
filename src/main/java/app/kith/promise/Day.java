package app.kith.promise;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A day that a clause names, with the minute where one is said.
 *
 * @param date the day
 * @param time the time; null where none is said
 */
record Day(LocalDate date, @Nullable LocalTime time) {

    /** {@return the day that a clause names first; null where it names none} */
    static @Nullable Day in(String clause, ZonedDateTime written) {
        Named day = named(clause, written);
        return day == null ? null : new Day(day.date(), day.time());
    }

    /** {@return the day with which a clause begins; null where it does not} */
    static @Nullable Day leading(String clause, ZonedDateTime written) {
        Named day = named(clause, written);
        return day == null || day.start() > 8 ? null : new Day(day.date(), day.time());
    }

    private static @Nullable Named named(String clause, ZonedDateTime written) {
        boolean chinese = clause.codePoints().anyMatch(Character::isIdeographic);
        Named named = chinese ? ChineseDays.in(clause, written) : null;
        return named == null ? EnglishDays.in(clause, written) : named;
    }

    /**
     * A day with where it stands in the clause.
     *
     * @param start index of its first character
     * @param date the day
     * @param time the time; null where none is said
     */
    record Named(int start, LocalDate date, @Nullable LocalTime time) {}
}
