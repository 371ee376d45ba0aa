package app.kith.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.sync.SyncReport;
import app.kith.sync.SyncReport.Status;
import app.kith.ui.look.Dates;
import app.kith.ui.sync.AccountSync;
import app.kith.ui.sync.AccountSync.Activity;
import app.kith.ui.sync.SyncWords;
import app.kith.words.KithException;
import app.kith.words.Problem;
import app.kith.words.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The quiet line says what is the matter, and not "offline" where nobody is. */
class SyncWordsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneId.of("Europe/Berlin"));
    private static final Account ACCOUNT = new Account(1, "a@b.example", "", new Server("localhost", 9, Security.NONE),
            null, "a", null, null, null);

    private static SyncWords words(Locale locale) {
        Words words = Words.of(locale);
        return new SyncWords(words, new Dates(words, CLOCK));
    }

    private static AccountSync ended(Activity activity, Status status, Problem problem, Object... details) {
        SyncReport report = new SyncReport("a@b.example", status, CLOCK.instant(), Duration.ofSeconds(1), List.of(), 0,
                List.of(new KithException(problem, details)));
        return new AccountSync(ACCOUNT, activity, null, null, report, null);
    }

    @Test
    void aCertificateThatHasEndedIsNamedWithItsDay() {
        AccountSync state = ended(Activity.UNTRUSTED, Status.UNREACHABLE, Problem.TLS_EXPIRED, "mail.x.test",
                "2026-11-01");
        assertThat(words(Locale.ENGLISH).line(state)).contains("mail.x.test", "2026-11-01").doesNotContain("Offline");
        assertThat(words(Locale.SIMPLIFIED_CHINESE).line(state)).contains("mail.x.test", "2026-11-01", "证书");
        assertThat(words(Locale.ENGLISH).trouble(List.of(state))).as("Today names it too").contains("mail.x.test");
        assertThat(state.needsMending()).isTrue();
    }

    @Test
    void aBusyServerIsNoTroubleOfTheUsers() {
        AccountSync state = ended(Activity.BUSY, Status.UNREACHABLE, Problem.SERVER_BUSY, "mail.x.test", "NO [INUSE]");
        assertThat(words(Locale.ENGLISH).line(state)).contains("busy");
        assertThat(words(Locale.ENGLISH).trouble(List.of(state))).isEmpty();
        assertThat(state.needsMending()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = Problem.class, mode = EnumSource.Mode.MATCH_ALL, names = "SIGN_IN_.*")
    void eachReasonForARefusedSignInHasItsOwnWords(Problem problem) {
        AccountSync state = ended(Activity.REFUSED, Status.REFUSED, problem, "a@b.example", "NO");
        boolean password = problem == Problem.SIGN_IN_REFUSED;
        assertThat(words(Locale.ENGLISH).line(state).equals("Password refused, fix…")).isEqualTo(password);
        assertThat(words(Locale.SIMPLIFIED_CHINESE).line(state)).contains("请");
        assertThat(words(Locale.ENGLISH).trouble(List.of(state))).isNotEmpty();
    }
}
