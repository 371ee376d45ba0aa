package app.kith.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Dates, numbers and money as the languages write them. Own tables, so that the same seed gives the same text on every JDK. */
final class Figures {
    private static final List<String> EN_MONTHS = List.of("January", "February", "March", "April", "May", "June",
            "July", "August", "September", "October", "November", "December");
    private static final List<String> DE_MONTHS = List.of("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli",
            "August", "September", "Oktober", "November", "Dezember");
    private static final List<String> FR_MONTHS = List.of("janvier", "février", "mars", "avril", "mai", "juin",
            "juillet", "août", "septembre", "octobre", "novembre", "décembre");
    private static final List<String> EN_DAYS = List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday",
            "Saturday", "Sunday");
    private static final List<String> DE_DAYS = List.of("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag",
            "Samstag", "Sonntag");
    private static final List<String> FR_DAYS = List.of("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi",
            "dimanche");
    private static final List<String> ZH_DAYS = List.of("一", "二", "三", "四", "五", "六", "日");
    private static final List<String> JA_DAYS = List.of("月", "火", "水", "木", "金", "土", "日");

    private Figures() {}

    static String month(int month, Tongue tongue) {
        return switch (tongue) {
            case ZH, ZH_HANT, JA -> month + "月";
            case DE -> DE_MONTHS.get(month - 1);
            case FR -> FR_MONTHS.get(month - 1);
            case EN -> EN_MONTHS.get(month - 1);
        };
    }

    /** {@return the day of the week; for Chinese and Japanese only its last character} */
    static String weekday(DayOfWeek day, Tongue tongue) {
        List<String> names = switch (tongue) {
            case ZH, ZH_HANT -> ZH_DAYS;
            case JA -> JA_DAYS;
            case DE -> DE_DAYS;
            case FR -> FR_DAYS;
            case EN -> EN_DAYS;
        };
        return names.get(day.getValue() - 1);
    }

    /** {@return day and month, as one says it in a letter} */
    static String day(LocalDate date, Tongue tongue) {
        String month = month(date.getMonthValue(), tongue);
        int day = date.getDayOfMonth();
        return switch (tongue) {
            case ZH, ZH_HANT, JA -> month + day + "日";
            case DE -> day + ". " + month;
            case FR, EN -> day + " " + month;
        };
    }

    static String dayWithYear(LocalDate date, Tongue tongue) {
        int year = date.getYear();
        return tongue.wide() ? year + "年" + day(date, tongue) : day(date, tongue) + " " + year;
    }

    static String number(long value, Tongue tongue) {
        String digits = Long.toString(value);
        if (tongue.chinese() || digits.length() < 4) {
            return digits;
        }
        String mark = switch (tongue) {
            case DE -> ".";
            case FR -> " ";
            default -> ",";
        };
        StringBuilder text = new StringBuilder(digits);
        for (int i = digits.length() - 3; i > 0; i -= 3) {
            text.insert(i, mark);
        }
        return text.toString();
    }

    /** {@return an amount with its currency} */
    static String money(long cents, String currency, Tongue tongue) {
        String point = tongue == Tongue.DE || tongue == Tongue.FR ? "," : ".";
        String amount = number(cents / 100, tongue.chinese() ? Tongue.EN : tongue) + point
                + (cents % 100 < 10 ? "0" : "") + cents % 100;
        if (currency.equals("CNY") && tongue == Tongue.ZH) {
            return amount + "元";
        }
        return switch (tongue) {
            case DE, FR -> amount + " " + currency;
            case ZH, ZH_HANT -> currency + " " + amount;
            default -> (currency.equals("CNY") ? "RMB" : currency) + " " + amount;
        };
    }

    /** {@return the value of a Date header (RFC 5322, section 3.3)} */
    static String dateHeader(ZonedDateTime time) {
        String zone = time.getOffset().equals(ZoneOffset.UTC) ? "+0000" : time.getOffset().getId().replace(":", "");
        return EN_DAYS.get(time.getDayOfWeek().getValue() - 1).substring(0, 3) + ", " + two(time.getDayOfMonth()) + " "
                + EN_MONTHS.get(time.getMonthValue() - 1).substring(0, 3) + " " + time.getYear() + " " + clock(time)
                + ":" + two(time.getSecond()) + " " + zone;
    }

    /** {@return hours and minutes of 24 hours} */
    static String clock(ZonedDateTime time) {
        return two(time.getHour()) + ":" + two(time.getMinute());
    }

    /** {@return hours and minutes with AM or PM} */
    static String clock12(ZonedDateTime time) {
        int hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
        return hour + ":" + two(time.getMinute()) + (time.getHour() < 12 ? " AM" : " PM");
    }

    static String two(int value) {
        return value < 10 ? "0" + value : Integer.toString(value);
    }

    /** {@return a time by a pattern of digits only} */
    static String digits(ZonedDateTime time, String pattern) {
        return time.format(DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
    }
}
