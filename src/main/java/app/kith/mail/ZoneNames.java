package app.kith.mail;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Time zones by the names that calendars give them: the IANA names, and those of Windows and Exchange (CLDR windowsZones). */
final class ZoneNames {
    private static final Map<String, String> WINDOWS = windows();

    private ZoneNames() {}

    /** {@return the zone of a name; null where nobody knows it} */
    static @Nullable ZoneId find(String name) {
        if (name.isEmpty()) {
            return null;
        }
        String iana = WINDOWS.getOrDefault(name.toLowerCase(Locale.ROOT), name);
        try {
            return ZoneId.of(iana);
        } catch (DateTimeException e) {
            return byOffset(name);
        }
    }

    /** Names like {@code (UTC+08:00) Beijing, Chongqing} and {@code GMT+0800}. */
    private static @Nullable ZoneId byOffset(String name) {
        int at = Math.max(name.indexOf("UTC"), name.indexOf("GMT"));
        if (at < 0) {
            return null;
        }
        int end = at + 3;
        while (end < name.length()
                && (name.charAt(end) == '+' || name.charAt(end) == '-' || name.charAt(end) == ':' || Ascii
                        .isDigit(name.charAt(end)))) {
            end++;
        }
        try {
            return ZoneId.of("UTC" + name.substring(at + 3, end));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Map<String, String> windows() {
        String table = """
                china standard time=Asia/Shanghai
                taipei standard time=Asia/Taipei
                tokyo standard time=Asia/Tokyo
                korea standard time=Asia/Seoul
                singapore standard time=Asia/Singapore
                se asia standard time=Asia/Bangkok
                india standard time=Asia/Kolkata
                pakistan standard time=Asia/Karachi
                bangladesh standard time=Asia/Dhaka
                arabian standard time=Asia/Dubai
                arab standard time=Asia/Riyadh
                israel standard time=Asia/Jerusalem
                turkey standard time=Europe/Istanbul
                russian standard time=Europe/Moscow
                gmt standard time=Europe/London
                greenwich standard time=Atlantic/Reykjavik
                w. europe standard time=Europe/Berlin
                romance standard time=Europe/Paris
                central europe standard time=Europe/Budapest
                central european standard time=Europe/Warsaw
                e. europe standard time=Europe/Chisinau
                fle standard time=Europe/Kiev
                gtb standard time=Europe/Bucharest
                egypt standard time=Africa/Cairo
                south africa standard time=Africa/Johannesburg
                w. central africa standard time=Africa/Lagos
                e. africa standard time=Africa/Nairobi
                eastern standard time=America/New_York
                us eastern standard time=America/Indianapolis
                central standard time=America/Chicago
                mountain standard time=America/Denver
                us mountain standard time=America/Phoenix
                pacific standard time=America/Los_Angeles
                alaskan standard time=America/Anchorage
                hawaiian standard time=Pacific/Honolulu
                atlantic standard time=America/Halifax
                newfoundland standard time=America/St_Johns
                central standard time (mexico)=America/Mexico_City
                sa pacific standard time=America/Bogota
                e. south america standard time=America/Sao_Paulo
                argentina standard time=America/Buenos_Aires
                aus eastern standard time=Australia/Sydney
                e. australia standard time=Australia/Brisbane
                cen. australia standard time=Australia/Adelaide
                w. australia standard time=Australia/Perth
                new zealand standard time=Pacific/Auckland
                west asia standard time=Asia/Tashkent
                central asia standard time=Asia/Almaty
                north asia standard time=Asia/Krasnoyarsk
                vladivostok standard time=Asia/Vladivostok
                ulaanbaatar standard time=Asia/Ulaanbaatar
                iran standard time=Asia/Tehran
                nepal standard time=Asia/Katmandu
                sri lanka standard time=Asia/Colombo
                myanmar standard time=Asia/Rangoon
                utc=UTC
                coordinated universal time=UTC
                beijing=Asia/Shanghai
                customized time zone=
                """;
        Map<String, String> map = new HashMap<>();
        for (String line : table.split("\n", -1)) {
            int equals = line.indexOf('=');
            if (equals > 0 && equals < line.length() - 1) {
                map.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return Map.copyOf(map);
    }
}
