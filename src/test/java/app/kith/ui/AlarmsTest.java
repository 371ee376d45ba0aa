package app.kith.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.sync.Pass;
import app.kith.sync.SyncReport;
import app.kith.sync.SyncReport.Status;
import app.kith.ui.sync.AccountSync;
import app.kith.ui.sync.AccountSync.Activity;
import app.kith.ui.sync.Alarms;
import app.kith.ui.sync.Alarms.Alarm;
import app.kith.ui.sync.Alarms.Kind;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each trouble is told once, and not again until it was well in between. */
class AlarmsTest {
    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
    private static final Account ACCOUNT = new Account(1, "a@b.example", "", new Server("localhost", 9, Security.NONE),
            null, "a", null, null, null);

    private final Alarms alarms = new Alarms();
    private final List<Pass> earlier = new ArrayList<>();
    private @Nullable Instant good = START;

    private List<Kind> at(long minutes, Activity activity) {
        return alarms.look(List.of(new AccountSync(ACCOUNT, activity, null, null, null, good)), Map.of(1L, earlier),
                START.plus(Duration.ofMinutes(minutes))).stream().map(Alarm::kind).toList();
    }

    @Test
    void aRefusalIsToldOnceAndAgainOnlyAfterItWasWell() {
        assertThat(at(0, Activity.RUNNING)).isEmpty();
        assertThat(at(1, Activity.REFUSED)).containsExactly(Kind.REFUSED);
        assertThat(at(2, Activity.RUNNING)).isEmpty();
        assertThat(at(3, Activity.REFUSED)).isEmpty();
        assertThat(at(4, Activity.OFFLINE)).isEmpty();
        assertThat(at(5, Activity.REFUSED)).isEmpty();
        assertThat(at(6, Activity.WAITING)).isEmpty();
        assertThat(at(7, Activity.REFUSED)).containsExactly(Kind.REFUSED);
    }

    @Test
    void aCertificateIsToldAsSuch() {
        assertThat(at(0, Activity.UNTRUSTED)).containsExactly(Kind.UNTRUSTED);
        assertThat(at(60 * 30, Activity.UNTRUSTED)).as("that it is a day now is no news").isEmpty();
    }

    @Test
    void aServerThatIsAwayIsToldAfterADayAndNotAtTheFirstLookAfterAWeekend() {
        assertThat(at(5, Activity.OFFLINE)).isEmpty();
        assertThat(at(60 * 23, Activity.OFFLINE)).isEmpty();
        assertThat(at(60 * 24, Activity.OFFLINE)).containsExactly(Kind.DAY);
        assertThat(at(60 * 48, Activity.BUSY)).isEmpty();
        assertThat(at(60 * 48 + 1, Activity.WAITING)).isEmpty();
        good = START.minus(Duration.ofDays(3));
        assertThat(at(60 * 49, Activity.OFFLINE)).as("the network may come any moment").isEmpty();
        assertThat(at(60 * 49 + 31, Activity.TROUBLED)).containsExactly(Kind.DAY);
    }

    @Test
    void whatAnEarlierRunOfTheProgramToldIsNotToldAgain() {
        earlier.add(pass(Status.REFUSED, Problem.SIGN_IN_REFUSED, START));
        assertThat(at(1, Activity.REFUSED)).isEmpty();
        assertThat(at(2, Activity.WAITING)).isEmpty();
        assertThat(at(3, Activity.REFUSED)).containsExactly(Kind.REFUSED);
    }

    @Test
    void aCertificateAndALongFailureOfAnEarlierRunAreNotToldAgain() {
        earlier.add(pass(Status.UNREACHABLE, Problem.TLS_EXPIRED, START.plus(Duration.ofHours(25))));
        assertThat(at(60 * 26, Activity.UNTRUSTED)).isEmpty();
        assertThat(at(60 * 27, Activity.OFFLINE)).isEmpty();
    }

    @Test
    void aLetterThatIsRefusedIsToldOnce() {
        assertThat(alarms.refusedLetters(Set.of(7L))).as("it was refused before").isZero();
        assertThat(alarms.refusedLetters(Set.of(7L, 8L, 9L))).isEqualTo(2);
        assertThat(alarms.refusedLetters(Set.of(8L, 9L))).isZero();
        assertThat(alarms.refusedLetters(Set.of(9L, 10L))).isEqualTo(1);
    }

    private static Pass pass(Status status, Problem problem, Instant when) {
        return Pass.of(1, "", new SyncReport("a@b.example", status, when, Duration.ofSeconds(1), List.of(), 0,
                List.of(new KithException(problem, "x", "y"))));
    }
}
