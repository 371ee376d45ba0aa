package app.kith.mail;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Dates of mail (RFC 5322, section 3.3) and every other form that programs write: ISO 8601, {@code asctime}, two-digit years, no
 * seconds, named zones, {@code +08:00}, {@code GMT+0800}, comments, Chinese and slashed dates. A missing zone is UTC.
 */
final class DateReader {
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final Map<String, Integer> ZONES = Map.ofEntries(zone("est", -300), zone("edt", -240),
            zone("cst", -360), zone("cdt", -300), zone("mst", -420), zone("mdt", -360), zone("pst", -480),
            zone("pdt", -420), zone("akst", -540), zone("akdt", -480), zone("hst", -600), zone("bst", 60),
            zone("ist", 330), zone("wet", 0), zone("west", 60), zone("cet", 60), zone("cest", 120), zone("mez", 60),
            zone("mesz", 120), zone("met", 60), zone("mest", 120), zone("eet", 120), zone("eest", 180),
            zone("msk", 180), zone("msd", 240), zone("jst", 540), zone("kst", 540), zone("hkt", 480), zone("sgt", 480),
            zone("aest", 600), zone("aedt", 660), zone("acst", 570), zone("awst", 480), zone("nzst", 720),
            zone("nzdt", 780), zone("brt", -180), zone("art", -180));

    private final String text;
    private int at;
    private int year = -1;
    private int month = -1;
    private int day = -1;
    private int hour = -1;
    private int minute;
    private int second;
    private int nanos;
    private int offsetMinutes;
    private boolean zoned;
    private boolean afternoon;
    private boolean twelveHours;

    private DateReader(String text) {
        this.text = text;
    }

    private static Map.Entry<String, Integer> zone(String name, int minutes) {
        return Map.entry(name, minutes);
    }

    /** {@return the instant that a date field names; null where it cannot be read as a date} */
    static @Nullable Instant read(String value) {
        if (value.isEmpty() || value.length() > 1000) {
            return null;
        }
        return new DateReader(value).run();
    }

    /** {@return the zone that a date field names as an offset; null where it names none or cannot be read as a date} */
    static @Nullable ZoneOffset zone(String value) {
        if (value.isEmpty() || value.length() > 1000) {
            return null;
        }
        DateReader reader = new DateReader(value);
        boolean real = reader.run() != null && reader.zoned && Math.abs(reader.offsetMinutes) <= 18 * 60;
        return real ? ZoneOffset.ofTotalSeconds(reader.offsetMinutes * 60) : null;
    }

    private @Nullable Instant run() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '(') {
                skipComment();
            } else if (Ascii.isDigit(c)) {
                number();
            } else if (Ascii.isLetter(c)) {
                word();
            } else if ((c == '+' || c == '-' || c == '\u2212') && isOffset()) {
                offset(c == '+' ? 1 : -1);
            } else {
                if (c == '\u4E0B' && text.startsWith("\u4E0B\u5348", at)) {
                    twelveHours = true;
                    afternoon = true;
                } else if (c == '\u4E0A' && text.startsWith("\u4E0A\u5348", at)) {
                    twelveHours = true;
                }
                at++;
            }
        }
        return instant();
    }

    private void skipComment() {
        int depth = 0;
        do {
            char c = text.charAt(at++);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        } while (at < text.length() && depth > 0);
    }

    private void number() {
        int from = at;
        int value = 0;
        while (at < text.length() && Ascii.isDigit(text.charAt(at))) {
            value = at - from < 9 ? value * 10 + text.charAt(at) - '0' : value;
            at++;
        }
        int digits = at - from;
        char next = at < text.length() ? text.charAt(at) : ' ';
        if (hour < 0 && (next == ':' || next == '\u65F6' || next == '\uFF1A'
                || (next == '.' && isTimeWithDots(digits)))) {
            time(value);
        } else if (digits == 14 && year < 0) {
            compact(from);
        } else if (digits == 8 && year < 0 && month < 0) {
            year = Integer.parseInt(text, from, from + 4, 10);
            month = Integer.parseInt(text, from + 4, from + 6, 10);
            day = Integer.parseInt(text, from + 6, from + 8, 10);
        } else if ((digits == 4 || next == '\u5E74') && year < 0) {
            year = value;
            if (next == '-' || next == '/' || next == '\u5E74' || next == '.') {
                at++;
                numericMonthAndDay();
            }
        } else if (digits <= 2 && next == '/' && month < 0 && day < 0) {
            slashed(value);
        } else if (day < 0 && digits <= 2) {
            day = value;
        } else if (year < 0 && digits <= 3) {
            year = digits == 3 ? 1900 + value : value < 50 ? 2000 + value : 1900 + value;
        }
    }

    private boolean isTimeWithDots(int digits) {
        return digits <= 2 && day >= 0 && year >= 0 && at + 2 < text.length() && Ascii.isDigit(text.charAt(at + 1))
                && Ascii.isDigit(text.charAt(at + 2));
    }

    private void compact(int from) {
        year = Integer.parseInt(text, from, from + 4, 10);
        month = Integer.parseInt(text, from + 4, from + 6, 10);
        day = Integer.parseInt(text, from + 6, from + 8, 10);
        hour = Integer.parseInt(text, from + 8, from + 10, 10);
        minute = Integer.parseInt(text, from + 10, from + 12, 10);
        second = Integer.parseInt(text, from + 12, from + 14, 10);
    }

    private void numericMonthAndDay() {
        month = small();
        if (at < text.length() && !Ascii.isDigit(text.charAt(at))) {
            at++;
        }
        day = small();
        if (at < text.length() && (text.charAt(at) == 'T' || text.charAt(at) == 't')) {
            at++;
        }
    }

    /** {@code 3/25/2024} or {@code 25/3/2024}: the month first where both could be. */
    private void slashed(int first) {
        at++;
        int second2 = small();
        month = first > 12 ? second2 : first;
        day = first > 12 ? first : second2;
        if (at < text.length() && text.charAt(at) == '/') {
            at++;
        }
    }

    private int small() {
        int value = 0;
        int digits = 0;
        while (at < text.length() && Ascii.isDigit(text.charAt(at)) && digits < 2) {
            value = value * 10 + text.charAt(at++) - '0';
            digits++;
        }
        return digits == 0 ? -1 : value;
    }

    private void time(int hours) {
        hour = hours;
        at++;
        minute = Math.max(0, small());
        if (at + 1 < text.length() && isTimeSeparator(text.charAt(at)) && Ascii.isDigit(text.charAt(at + 1))) {
            at++;
            second = Math.max(0, small());
            if (at + 1 < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',')
                    && Ascii.isDigit(text.charAt(
                            at + 1))) {
                fraction();
            }
        }
    }

    private static boolean isTimeSeparator(char c) {
        return c == ':' || c == '.' || c == '\u5206' || c == '\uFF1A';
    }

    private void fraction() {
        at++;
        int scale = 100_000_000;
        while (at < text.length() && Ascii.isDigit(text.charAt(at))) {
            nanos += (text.charAt(at++) - '0') * scale;
            scale /= 10;
        }
    }

    private void word() {
        int from = at;
        while (at < text.length() && (Ascii.isLetter(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        String word = Ascii.lower(text.substring(from, at));
        if (word.startsWith("am") || word.startsWith("a.m")) {
            twelveHours = hour >= 0;
        } else if (word.startsWith("pm") || word.startsWith("p.m")) {
            twelveHours = hour >= 0;
            afternoon = hour >= 0;
        } else if (hour >= 0 && !zoned && ZONES.containsKey(word)) {
            offsetMinutes = ZONES.getOrDefault(word, 0);
            // A number after the name, as in "EST-0500", counts more than the name.
            zoned = true;
        } else if (word.length() >= 3 && month < 0) {
            int index = MONTHS.indexOf(word.substring(0, 3));
            if (index >= 0 && index % 3 == 0) {
                month = index / 3 + 1;
            }
        }
    }

    private boolean isOffset() {
        return hour >= 0 && at + 1 < text.length() && Ascii.isDigit(text.charAt(at + 1));
    }

    private void offset(int sign) {
        at++;
        int from = at;
        int value = 0;
        while (at < text.length() && Ascii.isDigit(text.charAt(at)) && at - from < 4) {
            value = value * 10 + text.charAt(at++) - '0';
        }
        int digits = at - from;
        int minutes = digits > 2 ? value / 100 * 60 + value % 100 : value * 60;
        if (digits <= 2 && at + 2 < text.length() && text.charAt(at) == ':' && Ascii.isDigit(text.charAt(at + 1))) {
            at++;
            minutes += Math.max(0, small());
        }
        if (minutes <= 18 * 60) {
            offsetMinutes = sign * minutes;
            zoned = true;
        }
    }

    private @Nullable Instant instant() {
        if (twelveHours && hour >= 0 && hour <= 12) {
            hour = hour % 12 + (afternoon ? 12 : 0);
        }
        if (year < 1900 || year > 2200 || month < 1 || day < 1) {
            return null;
        }
        try {
            int wholeHour = Math.max(0, hour);
            boolean midnight = wholeHour == 24 && minute == 0;
            return LocalDateTime.of(year, month, day, midnight ? 0 : wholeHour, minute, Math.min(second, 59), nanos)
                    .plusDays(midnight ? 1 : 0).minusMinutes(offsetMinutes).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
