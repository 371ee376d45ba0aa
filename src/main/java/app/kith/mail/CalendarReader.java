package app.kith.mail;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the events and tasks of a calendar part (RFC 5545). Times are taken by their TZID from the JDK's zones, by the names that
 * Windows gives them, else by the VTIMEZONE that came along; a time without any zone is taken in the zone of the whole calendar
 * ({@code X-WR-TIMEZONE}), else as UTC.
 */
final class CalendarReader {
    private static final int ITEMS = 200;

    private final String method;
    private final List<Invitation> found = new ArrayList<>();
    private final Map<String, CalendarZone> ownZones = new HashMap<>();
    private CalendarZone zoneRead = new CalendarZone();
    private String calendarZone = "";
    private final List<Property> item = new ArrayList<>();
    private String calendarMethod = "";
    private String zoneName = "";
    private String component = "";
    private int inner;

    private CalendarReader(String method) {
        this.method = method;
    }

    /** One content line: name, parameters as they stand, value. */
    private record Property(String name, String parameters, String value) {}

    /**
     * Reads a calendar.
     *
     * @param text the decoded calendar
     * @param method the method that the Content-Type names; empty for none
     * @return its events and tasks, 200 at most; empty where there are none
     */
    static List<Invitation> read(String text, String method) {
        CalendarReader reader = new CalendarReader(method);
        int from = 0;
        StringBuilder line = new StringBuilder();
        while (from <= text.length() && reader.found.size() < ITEMS) {
            int newline = text.indexOf('\n', from);
            int end = newline < 0 ? text.length() : newline;
            boolean folded = from < end && (text.charAt(from) == ' ' || text.charAt(from) == '\t');
            if (!folded) {
                reader.line(line.toString());
                line.setLength(0);
            }
            if (line.length() < 100_000) {
                line.append(text, folded ? from + 1 : from, end > from && text.charAt(end - 1) == '\r' ? end - 1 : end);
            }
            from = end + 1;
        }
        reader.line(line.toString());
        return List.copyOf(reader.found);
    }

    private void line(String line) {
        int colon = colon(line);
        if (colon <= 0) {
            return;
        }
        int semicolon = line.indexOf(';');
        boolean hasParameters = semicolon > 0 && semicolon < colon;
        String name = line.substring(0, hasParameters ? semicolon : colon).trim().toUpperCase(Locale.ROOT);
        String value = line.substring(colon + 1).trim();
        switch (name) {
            case "BEGIN" -> begin(value.toUpperCase(Locale.ROOT));
            case "END" -> end(value.toUpperCase(Locale.ROOT));
            case "METHOD" -> calendarMethod = value.toUpperCase(Locale.ROOT);
            case "X-WR-TIMEZONE" -> calendarZone = value;
            case "TZID" -> zoneName = value;
            default -> {
                if (inner == 0) {
                    zoneRead.set(name, value);
                } else if (inner == 1 && (component.equals("VEVENT") || component.equals("VTODO"))) {
                    item.add(new Property(name, hasParameters ? line.substring(semicolon, colon) : "", value));
                }
            }
        }
    }

    /** {@return the colon before the value; those inside quoted parameters do not count} */
    private static int colon(String line) {
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            quoted ^= c == '"';
            if (c == ':' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    private void begin(String name) {
        if (name.equals("VEVENT") || name.equals("VTODO")) {
            item.clear();
            component = name;
            inner = 1;
        } else if (inner > 0) {
            inner++;
        } else {
            component = name;
            zoneRead = name.equals("VTIMEZONE") ? new CalendarZone() : zoneRead;
            zoneRead.begin();
        }
    }

    private void end(String name) {
        if (inner == 1 && name.equals(component)) {
            found.add(invitation());
            inner = 0;
        } else if (inner > 1) {
            inner--;
        } else if (name.equals("STANDARD") || name.equals("DAYLIGHT")) {
            zoneRead.end();
        } else if (name.equals("VTIMEZONE") && ownZones.size() < ITEMS) {
            ownZones.putIfAbsent(zoneName, zoneRead);
        }
    }

    private Invitation invitation() {
        Property start = property("DTSTART");
        Property end = property(component.equals("VTODO") ? "DUE" : "DTEND");
        Instant begins = start == null ? null : time(start);
        Instant ends = end == null ? null : time(end);
        Property duration = property("DURATION");
        if (ends == null && begins != null && duration != null) {
            ends = after(begins, duration.value());
        }
        boolean allDay = start != null && start.value().length() == 8;
        List<Mailbox> attendees = new ArrayList<>();
        Map<String, String> answers = new HashMap<>();
        for (Property property : item) {
            if (property.name().equals("ATTENDEE")) {
                Mailbox who = mailbox(property);
                attendees.add(who);
                String answer = parameter(property.parameters(), "PARTSTAT").toUpperCase(Locale.ROOT);
                if (!answer.isEmpty()) {
                    answers.put(Ascii.lower(who.address()), answer);
                }
            }
        }
        Property organizer = property("ORGANIZER");
        String said = calendarMethod.isEmpty() ? method.toUpperCase(Locale.ROOT) : calendarMethod;
        return new Invitation(said, text("UID"), text("SUMMARY"), begins, ends, allDay, text("LOCATION"),
                organizer == null
                        ? null
                        : mailbox(organizer),
                attendees, answers, start == null ? null : zone(start));
    }

    private @Nullable ZoneId zone(Property start) {
        String id = parameter(start.parameters(), "TZID");
        return start.value().endsWith("Z") ? null : ZoneNames.find(plain(id.isEmpty() ? calendarZone : id));
    }

    /** Some programs put a path of their own before the name. */
    private static String plain(String id) {
        return id.startsWith("/")
                ? id.substring(id.lastIndexOf('/', Math.max(0, id.lastIndexOf('/') - 1)) + 1)
                : id;
    }

    private @Nullable Property property(String name) {
        for (Property property : item) {
            if (property.name().equals(name)) {
                return property;
            }
        }
        return null;
    }

    private String text(String name) {
        Property property = property(name);
        if (property == null) {
            return "";
        }
        String value = property.value();
        StringBuilder out = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && i + 1 < value.length()) {
                char next = value.charAt(++i);
                out.append(next == 'n' || next == 'N' ? ' ' : next);
            } else {
                out.append(c);
            }
        }
        return HeaderText.clean(out.toString());
    }

    private static Mailbox mailbox(Property property) {
        String address = Ascii.startsWith(property.value(), 0, "mailto:")
                ? property.value().substring(7)
                : property.value();
        // Quotes and line ends in a parameter are written with a caret (RFC 6868).
        String name = parameter(property.parameters(), "CN").replace("^'", "\"").replace("^n", " ").replace("^^", "^");
        return new Mailbox(HeaderText.clean(name), address.trim());
    }

    private static String parameter(String parameters, String name) {
        int at = parameters.toUpperCase(Locale.ROOT).indexOf(";" + name + "=");
        if (at < 0) {
            return "";
        }
        int from = at + name.length() + 2;
        if (from < parameters.length() && parameters.charAt(from) == '"') {
            int quote = parameters.indexOf('"', from + 1);
            return parameters.substring(from + 1, quote < 0 ? parameters.length() : quote);
        }
        int semicolon = parameters.indexOf(';', from);
        return parameters.substring(from, semicolon < 0 ? parameters.length() : semicolon);
    }

    private @Nullable Instant time(Property property) {
        String value = property.value();
        LocalDateTime local = CalendarZone.local(value);
        if (local == null || value.length() < 13 || value.endsWith("Z")) {
            return local == null ? null : local.toInstant(ZoneOffset.UTC);
        }
        String id = parameter(property.parameters(), "TZID");
        return instant(local, id.isEmpty() ? calendarZone : id);
    }

    private Instant instant(LocalDateTime local, String id) {
        String name = plain(id);
        ZoneId known = ZoneNames.find(name);
        CalendarZone own = ownZones.get(id);
        if (known == null && own != null && !own.isEmpty()) {
            return local.toInstant(own.at(local));
        }
        ZoneId zone = known == null ? ZoneNames.byOffset(name) : known;
        return local.atZone(zone == null ? ZoneOffset.UTC : zone).toInstant();
    }

    private static @Nullable Instant after(Instant start, String duration) {
        try {
            boolean weeks = duration.endsWith("W") && duration.startsWith("P");
            Duration length = weeks
                    ? Duration.ofDays(7L * Integer.parseInt(duration.substring(1, duration.length() - 1)))
                    : Duration.parse(duration);
            return start.plus(length);
        } catch (NumberFormatException | ArithmeticException | DateTimeException e) {
            return null;
        }
    }
}
