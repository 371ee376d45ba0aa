package app.kith.account;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * When the mail of an account is fetched.
 *
 * @param kind the manner
 * @param minutes from the end of a pass to the next, 1 to {@link #LONGEST}, for {@link Kind#EVERY}; else 0
 * @param times times of the day in the user's own zone, ascending, for {@link Kind#AT}; else empty
 * @param paused whether nothing is fetched until the user wants it again
 * @param days days of the week, ascending, to which {@link Kind#AT} keeps; empty for every day
 */
public record Schedule(Kind kind, int minutes, List<LocalTime> times, boolean paused, List<DayOfWeek> days) {
    /** The longest time between two passes: a day, in minutes. */
    public static final int LONGEST = 24 * 60;
    /** As mail comes. */
    public static final Schedule PUSH = new Schedule(Kind.PUSH, 0, List.of(), false);
    /** When the user says so. */
    public static final Schedule MANUAL = new Schedule(Kind.MANUAL, 0, List.of(), false);

    private static final String EVERY = "every:";
    private static final String AT = "at:";
    private static final String WEEKLY = "weekly:";
    private static final int SHORT = 3;

    /** In what manner mail is fetched. */
    public enum Kind {
        /** The server tells of new mail; it is asked now and then all the same. */
        PUSH,
        /** Every so many minutes. */
        EVERY,
        /** At set times of the day. */
        AT,
        /** When the user says so. */
        MANUAL
    }

    /** Makes one that keeps to no days of the week. */
    public Schedule(Kind kind, int minutes, List<LocalTime> times, boolean paused) {
        this(kind, minutes, times, paused, List.of());
    }

    /** Brings a schedule into its normal form; what an older ledger does not name is every day. */
    public Schedule {
        kind = kind == null ? Kind.PUSH : kind;
        minutes = kind == Kind.EVERY ? Math.clamp(minutes, 1, LONGEST) : 0;
        times = kind == Kind.AT && times != null ? times.stream().distinct().sorted().toList() : List.of();
        days = kind == Kind.AT && days != null ? days.stream().distinct().sorted().toList() : List.of();
        days = days.size() == DayOfWeek.values().length ? List.of() : days;
    }

    /**
     * Reads a schedule as the command line and the store write it.
     *
     * @param word {@code push}, {@code manual}, {@code every:15}, {@code at:08:00,13:00} or {@code weekly:mon,thu:08:00}
     * @return the schedule, not paused
     * @throws IllegalArgumentException if it is something else
     */
    public static Schedule of(String word) {
        try {
            if (word.startsWith(EVERY)) {
                return new Schedule(Kind.EVERY, minutes(word.substring(EVERY.length())), List.of(), false);
            }
            if (word.startsWith(AT)) {
                return new Schedule(Kind.AT, 0, times(word.substring(AT.length())), false);
            }
            if (word.startsWith(WEEKLY)) {
                String[] parts = word.substring(WEEKLY.length()).split(":", 2);
                List<DayOfWeek> days = Arrays.stream(parts[0].split(",", -1)).map(Schedule::day).toList();
                return new Schedule(Kind.AT, 0, times(parts.length < 2 ? "" : parts[1]), false, days);
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a time of the day: " + word, e);
        }
        return switch (word) {
            case "push" -> PUSH;
            case "manual" -> MANUAL;
            default -> throw new IllegalArgumentException("not a schedule: " + word);
        };
    }

    private static List<LocalTime> times(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).map(LocalTime::parse).toList();
    }

    private static DayOfWeek day(String text) {
        return Arrays.stream(DayOfWeek.values()).filter(day -> word(day).equals(text.strip().toLowerCase(Locale.ROOT)))
                .findFirst().orElseThrow(() -> new IllegalArgumentException("not a day of the week: " + text));
    }

    private static String word(DayOfWeek day) {
        return day.name().substring(0, SHORT).toLowerCase(Locale.ROOT);
    }

    private static int minutes(String digits) {
        int minutes = Integer.parseInt(digits);
        if (minutes < 1 || minutes > LONGEST) {
            throw new IllegalArgumentException("not 1 to " + LONGEST + " minutes: " + digits);
        }
        return minutes;
    }

    /** {@return the word that {@link #of} reads; it does not say whether the schedule is paused} */
    public String word() {
        return switch (kind) {
            case PUSH -> "push";
            case MANUAL -> "manual";
            case EVERY -> EVERY + minutes;
            case AT -> (days.isEmpty()
                    ? AT
                    : WEEKLY + days.stream().map(Schedule::word).collect(Collectors.joining(",")) + ":")
                    + times.stream().map(LocalTime::toString).collect(Collectors.joining(","));
        };
    }

    /** The same, paused or not. */
    public Schedule pausing(boolean wanted) {
        return new Schedule(kind, minutes, times, wanted, days);
    }

    /**
     * The next pass.
     *
     * @param after when the last one ended, or the waiting began
     * @param zone the user's own zone
     * @return when it is due; empty where no time is set for it
     */
    public Optional<Instant> next(Instant after, ZoneId zone) {
        if (paused) {
            return Optional.empty();
        }
        return switch (kind) {
            case EVERY -> Optional.of(after.plus(Duration.ofMinutes(minutes)));
            case AT -> nextTime(after, zone);
            case PUSH, MANUAL -> Optional.empty();
        };
    }

    private Optional<Instant> nextTime(Instant after, ZoneId zone) {
        LocalDate today = after.atZone(zone).toLocalDate();
        return today.datesUntil(today.plusDays(DayOfWeek.values().length + 1L))
                .filter(day -> days.isEmpty() || days.contains(day.getDayOfWeek()))
                .flatMap(day -> times.stream().map(time -> day.atTime(time).atZone(zone).toInstant()))
                .filter(time -> time.isAfter(after)).min(Comparator.naturalOrder());
    }
}
