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
        String iana = WINDOWS.getOrDefault(name.trim().toLowerCase(Locale.ROOT), name);
        try {
            return ZoneId.of(iana);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** {@return the IANA names that the table leads to} */
    static java.util.Collection<String> windowsZones() {
        return WINDOWS.values();
    }

    /** {@return the fixed offset in a name like {@code (UTC+08:00) Beijing, Chongqing} or {@code GMT +0800 (Standard)}; else null} */
    static @Nullable ZoneId byOffset(String name) {
        int at = Math.max(name.indexOf("UTC"), name.indexOf("GMT"));
        if (at < 0) {
            return null;
        }
        int start = at + 3;
        while (start < name.length() && name.charAt(start) == ' ') {
            start++;
        }
        int end = start;
        while (end < name.length() && (name.charAt(end) == '+' || name.charAt(end) == '-' || name.charAt(end) == ':'
                || Ascii.isDigit(name.charAt(end)))) {
            end++;
        }
        try {
            return ZoneId.of("UTC" + name.substring(start, end));
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
                afghanistan standard time=Asia/Kabul
                aleutian standard time=America/Adak
                altai standard time=Asia/Barnaul
                arabic standard time=Asia/Baghdad
                astrakhan standard time=Europe/Astrakhan
                aus central standard time=Australia/Darwin
                aus central w. standard time=Australia/Eucla
                azerbaijan standard time=Asia/Baku
                azores standard time=Atlantic/Azores
                bahia standard time=America/Bahia
                belarus standard time=Europe/Minsk
                bougainville standard time=Pacific/Bougainville
                canada central standard time=America/Regina
                cape verde standard time=Atlantic/Cape_Verde
                caucasus standard time=Asia/Yerevan
                central america standard time=America/Guatemala
                central brazilian standard time=America/Cuiaba
                central pacific standard time=Pacific/Guadalcanal
                chatham islands standard time=Pacific/Chatham
                cuba standard time=America/Havana
                dateline standard time=Etc/GMT+12
                easter island standard time=Pacific/Easter
                eastern standard time (mexico)=America/Cancun
                ekaterinburg standard time=Asia/Yekaterinburg
                fiji standard time=Pacific/Fiji
                georgian standard time=Asia/Tbilisi
                greenland standard time=America/Nuuk
                haiti standard time=America/Port-au-Prince
                jordan standard time=Asia/Amman
                kaliningrad standard time=Europe/Kaliningrad
                libya standard time=Africa/Tripoli
                line islands standard time=Pacific/Kiritimati
                lord howe standard time=Australia/Lord_Howe
                magadan standard time=Asia/Magadan
                magallanes standard time=America/Punta_Arenas
                marquesas standard time=Pacific/Marquesas
                mauritius standard time=Indian/Mauritius
                middle east standard time=Asia/Beirut
                montevideo standard time=America/Montevideo
                morocco standard time=Africa/Casablanca
                mountain standard time (mexico)=America/Mazatlan
                n. central asia standard time=Asia/Novosibirsk
                namibia standard time=Africa/Windhoek
                norfolk standard time=Pacific/Norfolk
                north asia east standard time=Asia/Irkutsk
                north korea standard time=Asia/Pyongyang
                omsk standard time=Asia/Omsk
                pacific sa standard time=America/Santiago
                pacific standard time (mexico)=America/Tijuana
                paraguay standard time=America/Asuncion
                qyzylorda standard time=Asia/Qyzylorda
                russia time zone 3=Europe/Samara
                russia time zone 10=Asia/Srednekolymsk
                russia time zone 11=Asia/Kamchatka
                sa eastern standard time=America/Cayenne
                sa western standard time=America/La_Paz
                saint pierre standard time=America/Miquelon
                sakhalin standard time=Asia/Sakhalin
                samoa standard time=Pacific/Apia
                sao tome standard time=Africa/Sao_Tome
                saratov standard time=Europe/Saratov
                south sudan standard time=Africa/Juba
                sudan standard time=Africa/Khartoum
                syria standard time=Asia/Damascus
                tasmania standard time=Australia/Hobart
                tocantins standard time=America/Araguaina
                tomsk standard time=Asia/Tomsk
                tonga standard time=Pacific/Tongatapu
                transbaikal standard time=Asia/Chita
                turks and caicos standard time=America/Grand_Turk
                utc-02=Etc/GMT+2
                utc-08=Etc/GMT+8
                utc-09=Etc/GMT+9
                utc-11=Etc/GMT+11
                utc+12=Etc/GMT-12
                utc+13=Etc/GMT-13
                venezuela standard time=America/Caracas
                volgograd standard time=Europe/Volgograd
                w. mongolia standard time=Asia/Hovd
                west bank standard time=Asia/Hebron
                west pacific standard time=Pacific/Port_Moresby
                yakutsk standard time=Asia/Yakutsk
                yukon standard time=America/Whitehorse
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
