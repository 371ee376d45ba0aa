package app.kith.ui.look;

import app.kith.words.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times as people write them, in the order of the language and in the zone of this machine. */
public final class Dates {
    private static final int WEEK = 7;

    private final Words words;
    private final Clock clock;

    /**
     * Makes a writer of dates.
     *
     * @param words the language
     * @param clock what time it is, and where
     */
    public Dates(Words words, Clock clock) {
        this.words = words;
        this.clock = clock;
    }

    private ZonedDateTime here(Instant time) {
        return time.atZone(clock.getZone());
    }

    /**
     * A time for the end of a list row: the hour today, the weekday this week, the day this year, else the day with its year.
     *
     * @param time when; null for never
     * @return a few characters; empty for never
     */
    public String brief(@Nullable Instant time) {
        if (time == null) {
            return "";
        }
        ZonedDateTime then = here(time);
        LocalDate today = LocalDate.now(clock);
        long days = ChronoUnit.DAYS.between(then.toLocalDate(), today);
        if (days == 0) {
            return then.format(DateTimeFormatter.ofPattern("HH:mm", words.locale()));
        }
        if (days == 1) {
            return words.get("screen.yesterday");
        }
        if (days > 1 && days < WEEK) {
            return then.getDayOfWeek().getDisplayName(TextStyle.SHORT_STANDALONE, words.locale());
        }
        return then.format(then.getYear() == today.getYear() ? dayAndMonth() : day());
    }

    /**
     * The time of the day of something that is near.
     *
     * @param time when
     * @return hours and minutes
     */
    public String hour(Instant time) {
        return here(time).format(DateTimeFormatter.ofPattern("HH:mm", words.locale()));
    }

    /**
     * A day that is near: today, tomorrow, the weekday within a week, else the day of the year.
     *
     * @param then the day
     * @return a word or two
     */
    public String near(LocalDate then) {
        LocalDate today = LocalDate.now(clock);
        long days = ChronoUnit.DAYS.between(today, then);
        if (days == 0 || days == 1) {
            return words.get(days == 0 ? "follow.day.today" : "follow.tomorrow");
        }
        if (days > 1 && days < WEEK) {
            return then.getDayOfWeek().getDisplayName(TextStyle.SHORT_STANDALONE, words.locale());
        }
        return then.format(then.getYear() == today.getYear() ? dayAndMonth() : day());
    }

    private DateTimeFormatter dayAndMonth() {
        return DateTimeFormatter.ofPattern(isChinese() ? "M月d日" : "d MMM", words.locale());
    }

    private DateTimeFormatter day() {
        return DateTimeFormatter.ofPattern(isChinese() ? "yyyy年M月d日" : "d MMM yyyy", words.locale());
    }

    private boolean isChinese() {
        return words.locale().getLanguage().equals(Locale.CHINESE.getLanguage());
    }

    /**
     * A time in full.
     *
     * @param time when
     * @return day and hour
     */
    public String full(Instant time) {
        return written(here(time));
    }

    /**
     * A day in full, without the hour.
     *
     * @param time when
     * @return the day
     */
    public String day(Instant time) {
        return day(here(time).toLocalDate());
    }

    /**
     * A day in full.
     *
     * @param day the day
     * @return day, month and year
     */
    public String day(LocalDate day) {
        return day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(words.locale()));
    }

    /** {@return what time it is} */
    public Instant now() {
        return clock.instant();
    }

    /** {@return what day it is} */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** {@return the zone of this machine} */
    public ZoneId zone() {
        return clock.getZone();
    }

    /**
     * From when until when something is, with the name of the zone.
     *
     * @param start when it begins
     * @param end when it ends; null where that is not said
     * @param zone in which zone it is written
     * @return day and hours, the second day only where it is another
     */
    public String period(Instant start, @Nullable Instant end, ZoneId zone) {
        ZonedDateTime from = start.atZone(zone);
        String text = written(from);
        if (end != null && end.isAfter(start)) {
            ZonedDateTime to = end.atZone(zone);
            text += " – " + (to.toLocalDate().equals(from.toLocalDate())
                    ? to.format(DateTimeFormatter.ofPattern("HH:mm", words.locale()))
                    : written(to));
        }
        return text + " · " + zone.getDisplayName(TextStyle.FULL, words.locale());
    }

    /**
     * From which day until which something is, where it has no hours.
     *
     * @param start midnight of the first day in UTC
     * @param end midnight after the last day in UTC; null for one day
     * @return the day, or both
     */
    public String days(Instant start, @Nullable Instant end) {
        LocalDate first = LocalDate.ofInstant(start, ZoneOffset.UTC);
        LocalDate last = end == null ? first : LocalDate.ofInstant(end, ZoneOffset.UTC).minusDays(1);
        DateTimeFormatter day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(words.locale());
        return last.isAfter(first) ? first.format(day) + " – " + last.format(day) : first.format(day);
    }

    private String written(ZonedDateTime time) {
        return time.format(isChinese()
                ? DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", words.locale())
                : DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", words.locale()));
    }

    /**
     * How long ago something was.
     *
     * @param time when
     * @return words such as "3 days ago"
     */
    public String ago(Instant time) {
        Duration past = Duration.between(time, clock.instant());
        if (past.toMinutes() < 1) {
            return words.get("screen.ago.now");
        }
        if (past.toHours() < 1) {
            return words.count("screen.ago.minutes", past.toMinutes());
        }
        if (past.toDays() < 1) {
            return words.count("screen.ago.hours", past.toHours());
        }
        return past.toDays() < 60
                ? words.count("screen.ago.days", past.toDays())
                : words.count("screen.ago.months", past.toDays() / 30);
    }
}
