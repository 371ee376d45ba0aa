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

/** Days as Chinese names them, with Chinese and Arabic numerals. */
final class ChineseDays {
    private static final String NUMBER = "([0-9]{1,3}|[一二两兩三四五六七八九十]{1,3}|半)";
    private static final String WEEK = "(?:周|週|星期|礼拜|禮拜)";
    private static final String DAY = "([一二三四五六日天末])";
    private static final Pattern CLOCK = Pattern.compile(
            "(凌晨|早上|上午|中午|下午|傍晚|晚上|今晚|明晚|明早)?\\s*(?:([0-9]{1,2})[:：]([0-9]{2})|" + NUMBER
                    + "\\s*[点點](?![0-9])(?:([0-9]{1,2})分?|(半))?)");

    private static final List<Form> FORMS = List.of(
            new Form("(20[0-9]{2})\\s*[年/.-]\\s*([0-9]{1,2})\\s*[月/.-]\\s*([0-9]{1,2})\\s*[日号號]?",
                    (m, from) -> Calendar.of(number(m.group(1)), number(m.group(2)), number(m.group(3)))),
            new Form("(下个?|本|这个?|下個?|這個?)?" + "月底(?!薪)|(?<![0-9一二三四五六七八九十])月末",
                    (m, from) -> Calendar.endOfMonth(from, isNext(m.group(1)) ? 1 : 0)),
            new Form(NUMBER + "\\s*月底", (m, from) -> endOf(from, number(m.group(1)))),
            new Form(NUMBER + "\\s*月\\s*" + NUMBER + "\\s*[日号號]?",
                    (m, from) -> Calendar.coming(from, number(m.group(1)), number(m.group(2)))),
            new Form("下个?月初|下個?月初", (m, from) -> from.plusMonths(1).withDayOfMonth(5)),
            new Form("下个?月中|下個?月中", (m, from) -> from.plusMonths(1).withDayOfMonth(15)),
            new Form("(?:本|这个?)?月中(?:旬)?", (m, from) -> Calendar.ofMonth(from, 15)),
            new Form("下个?月(?![0-9一二三四五六七八九十])|下個月", (m, from) -> Calendar.endOfMonth(from, 1)),
            new Form("年底", (m, from) -> LocalDate.of(from.getYear(), 12, 31)),
            new Form("大后天|大後天", (m, from) -> from.plusDays(3)),
            new Form("后天|後天", (m, from) -> from.plusDays(2)),
            new Form("明天|明日|明早|明晚|明儿|明个?上午|明个?下午", (m, from) -> from.plusDays(1)),
            new Form("今天|今日|今晚|今儿|下班前|下班之前|当天|稍后", (m, from) -> from),
            new Form("(下下个?|下个?|下個?|本|这个?|這個?)" + WEEK + DAY, (m, from) -> weekday(from, m.group(1), m.group(2))),
            new Form("下下" + WEEK, (m, from) -> Calendar.endOfWeek(from, 2)),
            new Form("(?:下个?|下個?)" + WEEK + "(?:初|上半周)", (m, from) -> Calendar.inWeek(from, 1, DayOfWeek.TUESDAY)),
            new Form("(?:下个?|下個?)" + WEEK, (m, from) -> Calendar.endOfWeek(from, 1)),
            new Form("(?:本|这个?|這個?)" + WEEK, (m, from) -> Calendar.endOfWeek(from, 0)),
            new Form("(?<!每)(?<!每个)" + WEEK + DAY, (m, from) -> m.group(1).equals("末")
                    ? Calendar.inWeek(from, 0, DayOfWeek.SUNDAY)
                    : Calendar.next(from, day(m.group(1)))),
            new Form(NUMBER + "\\s*个?個?\\s*(工作日|小时|小時|天|日|周|週|星期|礼拜|月)(?:之?[内內]|以[内內]|左右|后|後)", ChineseDays::within),
            new Form("(?<![0-9月])" + "(?<![A-Za-z-])" + NUMBER + "\\s*[号號](?![楼线机店码])",
                    (m, from) -> m.group(1).equals("半") ? null : Calendar.ofMonth(from, number(m.group(1)))));

    private ChineseDays() {}

    /** {@return the day that a clause names; null where it names none} */
    static @Nullable Named in(String clause, ZonedDateTime written) {
        LocalDate from = written.toLocalDate();
        for (Form form : FORMS) {
            Matcher matcher = form.pattern.matcher(clause);
            while (matcher.find()) {
                LocalDate day = form.reading.day(matcher, from);
                if (day != null) {
                    return new Named(matcher.start(), day, time(clause));
                }
            }
        }
        return null;
    }

    private static LocalDate weekday(LocalDate from, String which, String day) {
        int weeks = which.startsWith("下下") ? 2 : which.startsWith("下") ? 1 : 0;
        return Calendar.inWeek(from, weeks, day.equals("末") ? DayOfWeek.SUNDAY : day(day));
    }

    private static DayOfWeek day(String sign) {
        int at = "一二三四五六日".indexOf(sign);
        return DayOfWeek.of(at < 0 ? 7 : at + 1);
    }

    private static boolean isNext(@Nullable String which) {
        return which != null && which.startsWith("下");
    }

    private static @Nullable LocalDate endOf(LocalDate from, int month) {
        LocalDate first = Calendar.of(from.getYear(), month, 1);
        if (first == null) {
            return null;
        }
        LocalDate end = Calendar.endOfMonth(first, 0);
        return end.isBefore(from) ? Calendar.endOfMonth(first.plusYears(1), 0) : end;
    }

    private static @Nullable LocalDate within(Matcher matcher, LocalDate from) {
        boolean half = matcher.group(1).equals("半");
        int count = half ? 1 : number(matcher.group(1));
        return switch (matcher.group(2)) {
            case "工作日" -> Calendar.workingDays(from, count);
            case "小时", "小時" -> count > 12 ? from.plusDays((count + 23) / 24) : from;
            case "天", "日" -> from.plusDays(count);
            case "月" -> half ? from.plusDays(15) : from.plusMonths(count);
            default -> from.plusWeeks(count);
        };
    }

    private static @Nullable LocalTime time(String clause) {
        Matcher matcher = CLOCK.matcher(clause);
        if (!matcher.find()) {
            return null;
        }
        int hour = number(matcher.group(2) == null ? matcher.group(4) : matcher.group(2));
        String minutes = matcher.group(2) == null ? matcher.group(5) : matcher.group(3);
        int minute = matcher.group(6) != null ? 30 : minutes == null ? 0 : Integer.parseInt(minutes);
        String part = matcher.group(1) == null ? "" : matcher.group(1);
        boolean late = part.equals("下午") || part.equals("傍晚") || part.endsWith("晚") || part.equals("晚上")
                || clause.contains("下午");
        if (late && hour < 12) {
            hour += 12;
        }
        return hour < 24 && minute < 60 ? LocalTime.of(hour, minute) : null;
    }

    /** A number up to 99, in Arabic or Chinese numerals. */
    static int number(String text) {
        if (Character.isDigit(text.charAt(0))) {
            return Integer.parseInt(text);
        }
        int ten = text.indexOf('十');
        String digits = "零一二三四五六七八九";
        String plain = text.replace('两', '二').replace('兩', '二');
        if (ten < 0) {
            return Math.max(0, digits.indexOf(plain.charAt(0)));
        }
        int tens = ten == 0 ? 1 : digits.indexOf(plain.charAt(0));
        return tens * 10 + (ten + 1 < plain.length() ? digits.indexOf(plain.charAt(ten + 1)) : 0);
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
