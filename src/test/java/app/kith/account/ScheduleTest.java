package app.kith.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void eachScheduleIsReadAsItIsWritten() {
        for (String word : List.of("push", "manual", "every:1", "every:1440", "at:08:00", "at:00:00,08:00,13:30")) {
            assertThat(Schedule.of(word).word()).isEqualTo(word);
        }
        assertThat(Schedule.of("at:13:00, 08:00,13:00").word()).isEqualTo("at:08:00,13:00");
        assertThat(Schedule.of("every:5").pausing(true).word()).isEqualTo("every:5");
        assertThat(Schedule.of("weekly:thu, MON:13:00,08:00").word()).isEqualTo("weekly:mon,thu:08:00,13:00");
        assertThat(Schedule.of("weekly:mon,tue,wed,thu,fri,sat,sun:08:00").word()).as("every day")
                .isEqualTo("at:08:00");
        assertThat(Schedule.of("weekly:fri:08:00").pausing(true).days()).containsExactly(DayOfWeek.FRIDAY);
    }

    @Test
    void whatIsNoScheduleIsRefused() {
        for (String word : List.of("", "often", "every:", "every:0", "every:1441", "every:x", "every:99999999999",
                "at:",
                "at:8", "at:24:30", "at:08:00,")) {
            assertThatIllegalArgumentException().as(word).isThrownBy(() -> Schedule.of(word));
        }
    }

    @Test
    void theNextTimeIsTheNextOnTheUsersClock() {
        Schedule twice = Schedule.of("at:08:00,13:00");
        assertThat(twice.next(Instant.parse("2026-11-22T06:59:00Z"), BERLIN)).contains(
                Instant.parse("2026-11-22T07:00:00Z"));
        assertThat(twice.next(Instant.parse("2026-11-22T07:00:00Z"), BERLIN)).as("one pass for each time").contains(
                Instant.parse("2026-11-22T12:00:00Z"));
        assertThat(twice.next(Instant.parse("2026-11-22T12:00:01Z"), BERLIN)).contains(
                Instant.parse("2026-11-23T07:00:00Z"));
        assertThat(Schedule.of("at:02:30").next(Instant.parse("2026-03-28T12:00:00Z"), BERLIN))
                .as("a time that the clocks leave out").contains(Instant.parse("2026-03-29T01:30:00Z"));
    }

    @Test
    void byHandAndPausedNoTimeIsSet() {
        Instant now = Instant.parse("2026-11-22T06:59:00Z");
        assertThat(Schedule.MANUAL.next(now, BERLIN)).isEmpty();
        assertThat(Schedule.of("every:5").pausing(true).next(now, BERLIN)).isEmpty();
        assertThat(Schedule.of("every:5").next(now, BERLIN)).contains(Instant.parse("2026-11-22T07:04:00Z"));
    }

    @Test
    void aScopeIsBroughtIntoItsNormalForm() {
        Scope scope = new Scope(List.of("Archive", " ", "a\nb", "Archive"), null, Long.MAX_VALUE,
                List.of("@Shop.Example", "shop.example", "Li@公司.example", ""));
        assertThat(scope).isEqualTo(new Scope(List.of("Archive"), null, Scope.MOST,
                List.of("shop.example", "li@xn--55qx5d.example")));
    }

    @Test
    void onSomeDaysOfTheWeekTheNextOfThemIsWaitedFor() {
        Schedule office = Schedule.of("weekly:mon,thu:08:00,17:00");
        Instant sunday = Instant.parse("2026-11-22T09:00:00Z");
        Instant monday = Instant.parse("2026-11-23T07:00:00Z"); // 8 o'clock in Berlin.
        assertThat(office.next(sunday, BERLIN)).contains(monday);
        assertThat(office.next(monday, BERLIN)).contains(Instant.parse("2026-11-23T16:00:00Z"));
        assertThat(office.next(Instant.parse("2026-11-23T16:00:00Z"), BERLIN))
                .contains(Instant.parse("2026-11-26T07:00:00Z"));
        assertThat(Schedule.of("weekly:sun:09:00").next(Instant.parse("2026-11-22T08:00:00Z"), BERLIN))
                .as("a week later").contains(Instant.parse("2026-11-29T08:00:00Z"));
    }
}
