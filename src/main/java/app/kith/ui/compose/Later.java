package app.kith.ui.compose;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** When a letter may be sent later. */
final class Later {
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime EVENING = LocalTime.of(18, 0);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

    private Later() {}

    /**
     * A time that is offered.
     *
     * @param key what it is called, in the word lists
     * @param at when
     */
    record Choice(String key, Instant at) {}

    /**
     * The times that are offered.
     *
     * @param now what time it is
     * @param zone where
     * @return in their order: this evening where that is an hour away at least, tomorrow, Monday where that is not tomorrow
     */
    static List<Choice> choices(Instant now, ZoneId zone) {
        LocalDateTime here = LocalDateTime.ofInstant(now, zone);
        LocalDate today = here.toLocalDate();
        List<Choice> choices = new ArrayList<>();
        if (here.toLocalTime().isBefore(EVENING.minusHours(1))) {
            choices.add(choice("write.later.evening", today.atTime(EVENING), zone));
        }
        choices.add(choice("write.later.tomorrow", today.plusDays(1).atTime(MORNING), zone));
        LocalDate monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        if (!monday.equals(today.plusDays(1))) {
            choices.add(choice("write.later.monday", monday.atTime(MORNING), zone));
        }
        return choices;
    }

    private static Choice choice(String key, LocalDateTime at, ZoneId zone) {
        return new Choice(key, at.atZone(zone).toInstant());
    }

    /**
     * Reads a time that was typed.
     *
     * @param day the day
     * @param time hour and minute, with either colon
     * @param now what time it is
     * @param zone where
     * @return the time; empty where it cannot be read or has passed
     */
    static Optional<Instant> at(LocalDate day, String time, Instant now, ZoneId zone) {
        try {
            return Optional
                    .of(day.atTime(LocalTime.parse(time.strip().replace('：', ':'), TIME)).atZone(zone).toInstant())
                    .filter(at -> at.isAfter(now));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
