package app.kith.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvitationsTest {

    private static Invitation event(String... lines) {
        List<Invitation> found = CalendarReader.read(
                "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\n" + String.join("\r\n", lines)
                        + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
                "");
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    @Test
    void anInvitationIsReadWithAllThatItNames() {
        Mail mail = Samples.mail("Content-Type: multipart/alternative; boundary=b", "", "--b", "", "Please come", "--b",
                "Content-Type: text/calendar; charset=utf-8; method=REQUEST", "", "BEGIN:VCALENDAR", "METHOD:REQUEST",
                "BEGIN:VEVENT", "UID:u1@x.test", "SUMMARY:项目会议\\, 第二次", "LOCATION:三号会议室",
                "DTSTART;TZID=Asia/Shanghai:20260312T160000", "DTEND;TZID=Asia/Shanghai:20260312T170000",
                "ORGANIZER;CN=\"Wang; Li\":mailto:wang@x.test",
                "ATTENDEE;CN=Li Lei;ROLE=REQ-PARTICIPANT;PARTSTAT=accepted:MAILTO:li@",
                " y.test", "ATTENDEE:mailto:wu@z.test", "BEGIN:VALARM", "TRIGGER:-PT15M", "DESCRIPTION:x", "END:VALARM",
                "END:VEVENT",
                "END:VCALENDAR", "--b--");
        assertThat(mail.text()).isEqualTo("Please come");
        assertThat(mail.has(Sign.Kind.INVITATION)).isTrue();
        assertThat(mail.attachments()).extracting(Attachment::type).containsExactly("text/calendar");
        assertThat(mail.invitations()).containsExactly(new Invitation("REQUEST", "u1@x.test", "项目会议, 第二次",
                Instant.parse("2026-03-12T08:00:00Z"), Instant.parse("2026-03-12T09:00:00Z"), false, "三号会议室",
                new Mailbox("Wang; Li", "wang@x.test"),
                List.of(new Mailbox("Li Lei", "li@y.test"), new Mailbox("", "wu@z.test")),
                Map.of("li@y.test", "ACCEPTED"), ZoneId.of("Asia/Shanghai")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            DTSTART:20260312T080000Z                                → 2026-03-12T08:00:00Z
            DTSTART;TZID=China Standard Time:20260312T160000        → 2026-03-12T08:00:00Z
            DTSTART;TZID="W. Europe Standard Time":20260712T100000  → 2026-07-12T08:00:00Z
            DTSTART;TZID="(UTC+08:00) Beijing, Chongqing":20260312T160000 → 2026-03-12T08:00:00Z
            DTSTART;TZID=/freeassociation.sourceforge.net/Asia/Shanghai:20260312T160000 → 2026-03-12T08:00:00Z
            DTSTART;TZID="GMT +0800 (Standard) / GMT +0900 (Daylight)":20260312T160000 → 2026-03-12T08:00:00Z
            DTSTART;TZID=E. South America Standard Time:20260312T050000 → 2026-03-12T08:00:00Z
            DTSTART:20260312T080000                                 → 2026-03-12T08:00:00Z
            DTSTART:20260312T0800                                   → 2026-03-12T08:00:00Z
            DTSTART;VALUE=DATE:20260312                             → 2026-03-12T00:00:00Z
            """)
    void timesAreReadInEveryZone(String line, String start) {
        assertThat(event(line).start()).hasToString(start);
    }

    @Test
    void theZoneThatCameAlongIsTheLastResort() {
        List<Invitation> found = CalendarReader.read("""
                BEGIN:VCALENDAR
                BEGIN:VTIMEZONE
                TZID:Our Office
                BEGIN:DAYLIGHT
                TZOFFSETTO:+0900
                END:DAYLIGHT
                BEGIN:STANDARD
                TZOFFSETTO:+0800
                END:STANDARD
                END:VTIMEZONE
                BEGIN:VEVENT
                DTSTART;TZID=Our Office:20260312T160000
                END:VEVENT
                END:VCALENDAR""", "reply");
        assertThat(found.getFirst().start()).hasToString("2026-03-12T08:00:00Z");
        assertThat(found.getFirst().method()).isEqualTo("REPLY");
    }

    @ParameterizedTest
    @CsvSource({"20260712T100000, 2026-07-12T08:00:00Z", "20260112T100000, 2026-01-12T09:00:00Z",
            "20260329T015900, 2026-03-29T00:59:00Z", "20260329T030000, 2026-03-29T01:00:00Z",
            "20261025T030000, 2026-10-25T02:00:00Z"})
    void summerTimeOfAZoneThatCameAlongIsCounted(String local, String instant) {
        List<Invitation> found = CalendarReader.read("""
                BEGIN:VCALENDAR
                BEGIN:VTIMEZONE
                TZID:Werk Süd
                BEGIN:DAYLIGHT
                DTSTART:16010101T020000
                TZOFFSETFROM:+0100
                TZOFFSETTO:+0200
                RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
                END:DAYLIGHT
                BEGIN:STANDARD
                DTSTART:16010101T030000
                TZOFFSETFROM:+0200
                TZOFFSETTO:+0100
                RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
                END:STANDARD
                END:VTIMEZONE
                BEGIN:VEVENT
                DTSTART;TZID=Werk Süd:%s
                END:VEVENT
                END:VCALENDAR""".formatted(local), "");
        assertThat(found.getFirst().start()).hasToString(instant);
    }

    @Test
    void aTimeWithoutZoneIsInTheZoneOfTheCalendar() {
        List<Invitation> found = CalendarReader.read("BEGIN:VCALENDAR\nX-WR-TIMEZONE:Asia/Shanghai\nBEGIN:VEVENT\n"
                + "DTSTART:20260312T160000\nORGANIZER;CN=Li ^'the boss^':mailto:li@x.test\nEND:VEVENT\n", "");
        assertThat(found.getFirst().start()).hasToString("2026-03-12T08:00:00Z");
        assertThat(found.getFirst().organizer()).isEqualTo(new Mailbox("Li \"the boss\"", "li@x.test"));
    }

    @Test
    void everyZoneOfWindowsIsKnownToTheSystem() {
        assertThat(ZoneNames.windowsZones()).allSatisfy(zone -> assertThat(java.time.ZoneId.of(zone)).isNotNull());
    }

    @Test
    void aDayIsADayAndADurationAnEnd() {
        assertThat(event("DTSTART;VALUE=DATE:20260312", "DTEND;VALUE=DATE:20260313").allDay()).isTrue();
        assertThat(event("DTSTART:20260312T080000Z", "DURATION:PT1H30M").end()).hasToString("2026-03-12T09:30:00Z");
        assertThat(event("DTSTART:20260312T080000Z", "DURATION:P1W").end()).hasToString("2026-03-19T08:00:00Z");
    }

    @Test
    void whatCannotBeReadIsLeftOut() {
        Invitation event = event("DTSTART:tomorrow", "DTEND:20269999T999999Z", "DURATION:long", "ORGANIZER", "UID");
        assertThat(event.start()).isNull();
        assertThat(event.end()).isNull();
        assertThat(event.organizer()).isNull();
        assertThat(CalendarReader.read("no calendar at all", "")).isEmpty();
    }
}
