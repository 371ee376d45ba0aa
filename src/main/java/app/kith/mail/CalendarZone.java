package app.kith.mail;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A time zone as a calendar describes it itself (VTIMEZONE, RFC 5545, section 3.6.5): offsets, each in force from a day on, or every year
 * from a day of a month on. That is all that mail programs write.
 */
final class CalendarZone {
    private static final int OFFSETS = 200;

    private final List<Observance> observances = new ArrayList<>();
    private @Nullable LocalDateTime start;
    private String rule = "";
    private @Nullable ZoneOffset offset;

    /**
     * One offset.
     *
     * @param start when it first came into force, by the clock before
     * @param rule the RRULE by which it comes back; empty for none
     */
    private record Observance(LocalDateTime start, String rule, ZoneOffset offset) {

        /** {@return when it last came into force before a time; null where it had not yet} */
        @Nullable
        LocalDateTime lastOnset(LocalDateTime time) {
            if (start.isAfter(time)) {
                return null;
            }
            int year = Math.min(time.getYear(), lastYear());
            for (int i = 0; i < 2 && !rule.isEmpty(); i++) {
                LocalDateTime onset = onset(year - i);
                if (onset != null && !onset.isAfter(time) && !onset.isBefore(start)) {
                    return onset;
                }
            }
            return start;
        }

        private int lastYear() {
            String until = part("UNTIL");
            return until.length() < 4 || !Ascii.isDigit(until.charAt(0)) ? 9999 : number(until.substring(0, 4), 9999);
        }

        private @Nullable LocalDateTime onset(int year) {
            try {
                Month month = Month.of(number(part("BYMONTH"), start.getMonthValue()));
                String day = part("BYDAY");
                LocalDate date = day.length() < 2
                        ? LocalDate.of(year, month, number(part("BYMONTHDAY"), start.getDayOfMonth()))
                        : weekday(LocalDate.of(year, month, 1), day);
                return date.atTime(start.toLocalTime());
            } catch (DateTimeException e) {
                return null;
            }
        }

        /** {@code -1SU} is the last Sunday of a month; {@code SU} with days of the month is the first one from such a day on. */
        private LocalDate weekday(LocalDate first, String day) {
            String name = day.substring(day.length() - 2);
            DayOfWeek weekday = DayOfWeek.SUNDAY;
            for (DayOfWeek each : DayOfWeek.values()) {
                weekday = each.name().startsWith(name) ? each : weekday;
            }
            if (day.length() == 2) {
                LocalDate from = first.withDayOfMonth(number(part("BYMONTHDAY"), 1));
                return from.with(TemporalAdjusters.nextOrSame(weekday));
            }
            return first
                    .with(TemporalAdjusters.dayOfWeekInMonth(number(day.substring(0, day.length() - 2), 1), weekday));
        }

        /** {@return the first value of a part of the rule} */
        private String part(String name) {
            int at = (";" + rule).indexOf(";" + name + "=");
            if (at < 0) {
                return "";
            }
            int from = at + name.length() + 1;
            int to = from;
            while (to < rule.length() && rule.charAt(to) != ';' && rule.charAt(to) != ',') {
                to++;
            }
            return rule.substring(from, to).trim();
        }

        private static int number(String digits, int otherwise) {
            try {
                return digits.isEmpty() ? otherwise : Integer.parseInt(digits);
            } catch (NumberFormatException e) {
                return otherwise;
            }
        }
    }

    /** Begins an observance. */
    void begin() {
        start = null;
        rule = "";
        offset = null;
    }

    /** Takes a property of the observance that was begun. */
    void set(String name, String value) {
        switch (name) {
            case "DTSTART" -> start = local(value);
            case "RRULE" -> rule = value.toUpperCase(Locale.ROOT);
            case "TZOFFSETTO" -> offset = offset(value);
            default -> {
            }
        }
    }

    /** Ends the observance that was begun. */
    void end() {
        ZoneOffset known = offset;
        if (known != null && observances.size() < OFFSETS) {
            observances.add(new Observance(start == null ? LocalDateTime.of(1601, 1, 1, 0, 0) : start, rule, known));
        }
    }

    boolean isEmpty() {
        return observances.isEmpty();
    }

    /** {@return the offset in force at a time of the zone's own clock; that of the first observance before all of them} */
    ZoneOffset at(LocalDateTime time) {
        ZoneOffset found = observances.isEmpty() ? ZoneOffset.UTC : observances.getFirst().offset;
        LocalDateTime latest = LocalDateTime.MIN;
        for (Observance observance : observances) {
            LocalDateTime onset = observance.lastOnset(time);
            // Where two begin at once, as where no onset is told, the later one counts: standard time stands last.
            if (onset != null && !onset.isBefore(latest)) {
                latest = onset;
                found = observance.offset;
            }
        }
        return found;
    }

    private static @Nullable ZoneOffset offset(String value) {
        try {
            return ZoneOffset.of(value.length() > 5 ? value.substring(0, 5) : value);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /**
     * Reads a date or a date and time ({@code 20260312T160000}), seconds and a mark of UTC left aside.
     *
     * @return the time by the clock of its zone; null where it cannot be read
     */
    static @Nullable LocalDateTime local(String value) {
        try {
            LocalDate day = LocalDate.of(Integer.parseInt(value, 0, 4, 10), Integer.parseInt(value, 4, 6, 10),
                    Integer.parseInt(value, 6, 8, 10));
            if (value.length() < 13) {
                return day.atStartOfDay();
            }
            int seconds = value.length() >= 15 ? Math.min(59, Integer.parseInt(value, 13, 15, 10)) : 0;
            return day.atTime(LocalTime.of(Integer.parseInt(value, 9, 11, 10), Integer.parseInt(value, 11, 13, 10),
                    seconds));
        } catch (DateTimeException | NumberFormatException | IndexOutOfBoundsException e) {
            return null;
        }
    }
}
