package app.kith.ui.look;

import app.kith.words.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
        return here(time).format(isChinese()
                ? DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", words.locale())
                : DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", words.locale()));
    }

    /**
     * A day in full, without the hour.
     *
     * @param time when
     * @return the day
     */
    public String day(Instant time) {
        return here(time).format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(words.locale()));
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
