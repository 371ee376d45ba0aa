package app.kith.promise;

import app.kith.promise.Day.Named;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days as English names them. */
final class EnglishDays {
    private static final String WEEKDAY = "(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?";
    private static final String MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?";
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final String NUMBER = "(\\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|a couple of|a few)";
    private static final List<String> NUMBERS = List.of("", "one", "two", "three", "four", "five", "six", "seven",
            "eight",
            "nine", "ten");
    private static final Pattern CLOCK = Pattern.compile(
            "\\b(?:at|by|before|around|until)\\s+(?:(\\d{1,2})(?:[:.](\\d{2}))?\\s*([ap])\\.?m\\b|(\\d{1,2}):(\\d{2})|(noon))");

    private static final List<Form> FORMS = List.of(
            new Form("\\b(\\d{4})-(\\d{1,2})-(\\d{1,2})\\b",
                    (m, from) -> Calendar.of(number(m, 1), number(m, 2), number(m, 3))),
            new Form("\\b(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?\\s+" + MONTH + "(?:\\s*,?\\s*(\\d{4}))?\\b",
                    (m, from) -> dated(m, from, 2, 1, 3)),
            new Form("\\b" + MONTH + "\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b(?:\\s*,?\\s*(20\\d{2}))?",
                    (m, from) -> dated(m, from, 1, 2, 3)),
            new Form("\\bend of (?:the |this )?(?:day|today|business)\\b|\\b(?:eod|cob)\\b(?! " + WEEKDAY
                    + ")|\\bclose of business\\b(?! " + WEEKDAY + ")", (m, from) -> from),
            new Form("\\bthe day after tomorrow\\b", (m, from) -> from.plusDays(2)),
            new Form("\\btomorrow\\b|\\btmrw\\b", (m, from) -> from.plusDays(1)),
            new Form("\\btoday\\b|\\btonight\\b|\\bthis (?:morning|afternoon|evening)\\b|\\blater on today\\b",
                    (m, from) -> from),
            new Form("\\bnext " + WEEKDAY + "\\b|\\b" + WEEKDAY + " (?:of )?next week\\b",
                    (m, from) -> Calendar.inWeek(from, 1, weekday(m))),
            new Form("\\bthis (?:coming )?" + WEEKDAY + "\\b", (m, from) -> {
                LocalDate day = Calendar.inWeek(from, 0, weekday(m));
                return day.isBefore(from) ? day.plusWeeks(1) : day;
            }), new Form("\\b(?:end of|late) next week\\b", (m, from) -> Calendar.endOfWeek(from, 1)),
            new Form("\\b(?:early|beginning of) next week\\b",
                    (m, from) -> Calendar.inWeek(from, 1, DayOfWeek.TUESDAY)),
            new Form("\\bmid next week\\b|\\bmiddle of next week\\b",
                    (m, from) -> Calendar.inWeek(from, 1, DayOfWeek.WEDNESDAY)),
            new Form("\\b(?:sometime |some time )?(?:during |in )?next week\\b",
                    (m, from) -> Calendar.endOfWeek(from, 1)),
            new Form("\\b(?:end of (?:the |this )?week|this week|eow)\\b", (m, from) -> Calendar.endOfWeek(from, 0)),
            new Form("\\bend of next month\\b", (m, from) -> Calendar.endOfMonth(from, 1)),
            new Form("\\b(?:end of (?:the |this )?month|month[- ]end|eom|this month)\\b",
                    (m, from) -> Calendar.endOfMonth(from, 0)),
            new Form("\\bend of " + MONTH + "(?![a-z])", (m, from) -> {
                int month = month(m.group(1));
                LocalDate first = LocalDate.of(from.getYear(), month, 1);
                LocalDate end = Calendar.endOfMonth(first, 0);
                return end.isBefore(from) ? Calendar.endOfMonth(first.plusYears(1), 0) : end;
            }), new Form("\\bend of (?:the |this )?year\\b", (m, from) -> LocalDate.of(from.getYear(), 12, 31)),
            new Form("\\b(?:within|in|in the next|within the next)\\s+(?:the next\\s+)?" + NUMBER
                    + "\\s+(?:(business|working|work)\\s+)?(hour|day|week|month)s?\\b", EnglishDays::within),
            new Form("\\b" + WEEKDAY + "\\b(?!\\s+(?:after|before))", (m, from) -> Calendar.next(from, weekday(m))),
            new Form("\\b(?:by|on|before|until)\\s+the\\s+(\\d{1,2})(?:st|nd|rd|th)\\b",
                    (m, from) -> Calendar.ofMonth(from, number(m, 1))));

    private EnglishDays() {}

    /** {@return the day that a clause in lower case names; null where it names none} */
    static @Nullable Named in(String clause, ZonedDateTime written) {
        LocalDate from = written.toLocalDate();
        for (Form form : FORMS) {
            Matcher matcher = form.pattern.matcher(clause);
            while (matcher.find()) {
                LocalDate day = form.reading.day(matcher, from);
                if (day != null && !isPast(clause, matcher.start())) {
                    return new Named(matcher.start(), day, time(clause));
                }
            }
        }
        return null;
    }

    private static boolean isPast(String clause, int at) {
        return clause.substring(Math.max(0, at - 6), at).endsWith("last ") || clause.substring(0, at).endsWith("since ")
                || clause.substring(0, at).endsWith("from ") || clause.substring(0, at).endsWith("of ");
    }

    private static @Nullable LocalTime time(String clause) {
        Matcher matcher = CLOCK.matcher(clause);
        if (!matcher.find()) {
            return null;
        }
        if (matcher.group(6) != null) {
            return LocalTime.NOON;
        }
        boolean half = matcher.group(3) != null;
        int hour = Integer.parseInt(half ? matcher.group(1) : matcher.group(4));
        String minutes = half ? matcher.group(2) : matcher.group(5);
        int minute = minutes == null ? 0 : Integer.parseInt(minutes);
        if (half) {
            hour = hour % 12 + (matcher.group(3).equals("p") ? 12 : 0);
        }
        return hour < 24 && minute < 60 ? LocalTime.of(hour, minute) : null;
    }

    private static LocalDate within(Matcher matcher, LocalDate from) {
        int count = count(matcher.group(1));
        return switch (matcher.group(3)) {
            case "hour" -> count > 12 ? from.plusDays((count + 23) / 24) : from;
            case "day" -> matcher.group(2) == null ? from.plusDays(count) : Calendar.workingDays(from, count);
            case "week" -> from.plusWeeks(count);
            default -> from.plusMonths(count);
        };
    }

    private static int count(String word) {
        if (Character.isDigit(word.charAt(0))) {
            return Integer.parseInt(word);
        }
        return switch (word) {
            case "a", "an" -> 1;
            case "a couple of" -> 2;
            case "a few" -> 3;
            default -> NUMBERS.indexOf(word);
        };
    }

    private static @Nullable LocalDate dated(Matcher matcher, LocalDate from, int month, int day, int year) {
        String written = matcher.group(year);
        return written == null
                ? Calendar.coming(from, month(matcher.group(month)), number(matcher, day))
                : Calendar.of(Integer.parseInt(written), month(matcher.group(month)), number(matcher, day));
    }

    private static int month(String name) {
        return MONTHS.indexOf(name) / 3 + 1;
    }

    private static DayOfWeek weekday(Matcher matcher) {
        for (int group = 1; group <= matcher.groupCount(); group++) {
            String name = matcher.group(group);
            if (name != null) {
                return DayOfWeek.of("montuewedthufrisatsun".indexOf(name.substring(0, 3)) / 3 + 1);
            }
        }
        throw new IllegalStateException("no weekday");
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /** A way of naming a day. */
    private record Form(Pattern pattern, Reading reading) {
        Form(String pattern, Reading reading) {
            this(Pattern.compile(pattern), reading);
        }
    }

    private interface Reading {
        @Nullable
        LocalDate day(Matcher matcher, LocalDate from);
    }
}
