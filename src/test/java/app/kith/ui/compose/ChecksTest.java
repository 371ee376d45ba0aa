package app.kith.ui.compose;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.compose.Draft;
import app.kith.compose.DraftFile;
import app.kith.mail.Mailbox;
import app.kith.ui.compose.Checks.Kind;
import app.kith.ui.compose.Checks.Remark;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static Draft draft(String to, String subject, String text, DraftFile... files) {
        return new Draft(List.of(new Mailbox("", to)), List.of(), List.of(), subject, text, List.of(), List.of(),
                List.of(files));
    }

    private static List<Kind> kinds(Draft draft, long limit) {
        return Checks.of(draft, draft.text(), limit).stream().map(Remark::kind).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Please find attached our offer.", "The ATTACHMENT has the prices", "报价单见附件，请查收", "附上合同"})
    void aFileSpokenOfAndNotThereIsMissed(String text) {
        assertThat(kinds(draft("a@b.example", "x", text), 0)).containsExactly(Kind.NO_FILE);
        assertThat(kinds(draft("a@b.example", "x", text, new DraftFile("a", "b/c", 9, 1)), 0)).isEmpty();
        assertThat(kinds(draft("a@b.example", "x", "Thanks!\n> " + text), 0)).as("others spoke of it").isEmpty();
    }

    @Test
    void whatCannotBeSentIsToldFromWhatIsOnlyUnusual() {
        assertThat(kinds(Draft.EMPTY, 0)).containsExactly(Kind.NOBODY, Kind.EMPTY);
        assertThat(kinds(draft("Anna", "x", "y"), 0)).containsExactly(Kind.NO_ADDRESS);
        assertThat(kinds(draft("a@b.example", " ", "Dear {first name}, {other}"), 0)).containsExactly(Kind.NO_SUBJECT,
                Kind.OPEN_FIELD);
        assertThat(Kind.NO_ADDRESS.stops()).isTrue();
        assertThat(Kind.NO_FILE.stops()).isFalse();
    }

    @Test
    void theSizeIsThatOnTheWayAndIsHeldAgainstWhatTheServerSaid() {
        DraftFile file = new DraftFile("a", "b/c", 10_000_000, 1);
        assertThat(kinds(draft("a@b.example", "x", "y", file), 0)).isEmpty();
        assertThat(kinds(draft("a@b.example", "x", "y", file), 13_000_000)).containsExactly(Kind.TOO_LARGE);
        assertThat(kinds(draft("a@b.example", "x", "y", file), 14_000_000)).isEmpty();
        assertThat(kinds(draft("a@b.example", "x", "y", file, file), 0)).containsExactly(Kind.LARGE);
        assertThat(kinds(draft("a@b.example", "x", "y", file, file), 50_000_000)).isEmpty();
    }

    @Test
    void aSignatureStandsAboveTheQuoteAndGivesWayToThatOfAnotherAccount() {
        for (String quote : List.of("", "\n\nAnna wrote:\n> hello\n")) {
            String begun = Signing.begin(quote, "Lin\nFirm");
            assertThat(begun).startsWith("\n\n-- \nLin\nFirm\n");
            assertThat(begun).endsWith(quote.strip().isEmpty() ? "\n" : "\n\nAnna wrote:\n> hello\n");
            String other = Signing.swap("Dear Anna" + begun, "Lin\nFirm", "Sales");
            assertThat(other).contains("-- \nSales\n").doesNotContain("Lin");
            assertThat(Signing.swap(other, "Sales", "Lin\nFirm")).isEqualTo("Dear Anna" + begun);
            assertThat(Signing.swap("Dear Anna" + begun, "Lin\nFirm", "")).doesNotContain("-- ");
        }
        assertThat(Signing.swap("Dear Anna\n-- \nLin, changed", "Lin\nFirm", "Sales")).contains("Lin, changed");
        assertThat(Signing.begin("\n\n> q", "")).isEqualTo("\n\n> q");
    }

    @Test
    void theTimesOfferedAllLieAheadAndAreTheHoursThatTheySay() {
        Instant start = Instant.parse("2026-11-22T00:10:00Z");
        for (int hour = 0; hour < 24 * 8; hour++) {
            Instant now = start.plusSeconds(hour * 3600L);
            List<Later.Choice> choices = Later.choices(now, SHANGHAI);
            assertThat(choices).hasSizeBetween(1, 3).allMatch(choice -> choice.at().isAfter(now.plusSeconds(1800)));
            assertThat(choices).extracting(Later.Choice::at).doesNotHaveDuplicates();
            choices.stream().filter(choice -> choice.key().endsWith("monday"))
                    .forEach(choice -> assertThat(choice.at().atZone(SHANGHAI).getDayOfWeek())
                            .isEqualTo(DayOfWeek.MONDAY));
        }
    }

    @Test
    void aTypedTimeIsReadWithEitherColonAndOnePastIsNot() {
        Instant now = Instant.parse("2026-11-22T04:00:00Z");
        LocalDate day = LocalDate.of(2026, 11, 22);
        assertThat(Later.at(day, " 14：30 ", now, SHANGHAI)).contains(Instant.parse("2026-11-22T06:30:00Z"));
        assertThat(Later.at(day, "9:05", now, SHANGHAI)).isEmpty();
        assertThat(Later.at(day, "25:00", now, SHANGHAI)).isEmpty();
        assertThat(Later.at(day, "", now, SHANGHAI)).isEmpty();
    }
}
