package app.kith.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Makes invitations (RFC 5545, RFC 5546). */
final class Calendars {
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Calendars() {}

    /** {@return an invitation of an hour, after the letter that carries it; lines end in CRLF} */
    static String invitation(Topic.Paper wanted, Scene scene, int turn) {
        Facts facts = scene.facts();
        Talk talk = scene.talk();
        Writer organizer = scene.writer(turn);
        Writer guest = organizer.isSeller() ? Writer.customer(talk) : Writer.seller(talk, turn);
        LocalDate day = facts.visit().isAfter(scene.day(turn)) ? facts.visit() : scene.day(turn).plusDays(3);
        Instant start = day.atTime(facts.hour(), 30).toInstant(ZoneOffset.ofHours(8));
        return String.join("\r\n", List.of("BEGIN:VCALENDAR", "PRODID:-//Example//Calendar//EN", "VERSION:2.0",
                "METHOD:REQUEST", "BEGIN:VEVENT", "UID:" + talk.dice(turn, 63).hex(32) + "@" + organizer.domain(),
                "DTSTAMP:" + UTC.format(talk.turn(turn).at()), "DTSTART:" + UTC.format(start), "DTEND:" + UTC.format(
                        start.plusSeconds(3600)),
                "SUMMARY:" + facts.fill(wanted.name(), talk.tongue(), day),
                "LOCATION:" + (talk.tongue().chinese() ? "宁波" : "Ningbo"), "ORGANIZER;" + person(organizer),
                "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;" + person(guest), "SEQUENCE:0",
                "STATUS:CONFIRMED", "END:VEVENT", "END:VCALENDAR", ""));
    }

    private static String person(Writer who) {
        return "CN=\"" + who.name() + "\":mailto:" + who.address();
    }
}
