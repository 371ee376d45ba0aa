package app.kith.exchange;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When something happened, as tables write it: a day, a day with a time, or an instant of ISO 8601.
 *
 * @param day the day in the user's zone
 * @param time the time of the day; null where none is told
 */
record Moment(LocalDate day, @Nullable LocalTime time) {
    private static final Pattern TIME = Pattern.compile(
            "(?i)(上午|下午|晚上|中午|凌晨|am|pm)?\\s*(\\d{1,2})\\s*(?:[:时点])\\s*(\\d{1,2})?(?:[:分]\\s*(\\d{1,2})?(?:\\.\\d+)?秒?)?\\s*(am|pm|a\\.m\\.|p\\.m\\.)?");
    private static final Pattern SERIAL = Pattern.compile("(\\d{5})\\.(\\d+)");
    private static final int SECONDS = 86_400;

    /** {@return the moment that a text says; null where it says none} */
    static @Nullable Moment of(String text, Dates dates, ZoneId zone) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        if (plain.isEmpty()) {
            return null;
        }
        try {
            if (plain.matches("\\d{4}-\\d{2}-\\d{2}[Tt ].*(?:[Zz]|[+-]\\d{2}:?\\d{2})")) {
                Instant instant = OffsetDateTime.parse(plain.replaceFirst(" ", "T").toUpperCase(Locale.ROOT))
                        .toInstant();
                return new Moment(instant.atZone(zone).toLocalDate(), instant.atZone(zone).toLocalTime());
            }
            Matcher serial = SERIAL.matcher(plain);
            if (serial.matches()) {
                String day = dates.read(serial.group(1));
                double part = Double.parseDouble("0." + serial.group(2));
                return day == null
                        ? null
                        : new Moment(LocalDate.parse(day),
                                LocalTime.ofSecondOfDay(Math.min(SECONDS - 1, Math.round(part * 1440) * 60)));
            }
            Matcher time = TIME.matcher(plain.replace('T', ' '));
            boolean timed = time.find() && time.start() > 0;
            String date = timed ? plain.substring(0, time.start()).strip() : plain;
            String day = dates.read(date.replaceAll("[,\\s]+$", ""));
            return day == null || day.startsWith("-")
                    ? null
                    : new Moment(LocalDate.parse(day), timed ? time(time) : null);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** {@return the same day at the time that a cell of its own tells; unchanged where that tells none} */
    Moment at(String text) {
        Matcher found = TIME.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).strip());
        try {
            return found.find() ? new Moment(day, time(found)) : this;
        } catch (DateTimeException e) {
            return this;
        }
    }

    private static LocalTime time(Matcher found) {
        int hour = Integer.parseInt(found.group(2));
        int minute = found.group(3) == null ? 0 : Integer.parseInt(found.group(3));
        int second = found.group(4) == null ? 0 : Integer.parseInt(found.group(4));
        String half = (found.group(1) == null ? "" : found.group(1)) + (found.group(5) == null ? "" : found.group(5));
        boolean after = half.toLowerCase(Locale.ROOT).startsWith("p") || half.equals("下午") || half.equals("晚上")
                || half.equals("中午") && hour < 11;
        boolean before = half.toLowerCase(Locale.ROOT).startsWith("a") || half.equals("上午") || half.equals("凌晨");
        int whole = after && hour < 12 ? hour + 12 : before && hour == 12 ? 0 : hour;
        return LocalTime.of(whole, minute, second);
    }

    /** {@return the instant; that of the day's beginning where no time is told or none is wanted} */
    Instant instant(ZoneId zone, boolean dayOnly) {
        LocalTime at = time;
        return dayOnly || at == null ? day.atStartOfDay(zone).toInstant() : day.atTime(at).atZone(zone).toInstant();
    }
}
