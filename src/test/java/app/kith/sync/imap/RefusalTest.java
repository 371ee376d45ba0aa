package app.kith.sync.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.support.HostileImap;
import app.kith.support.TestCertificates;
import app.kith.sync.AccountTest;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Not every NO to a sign-in says that the password is wrong. */
class RefusalTest {
    @TempDir
    private Path folder;

    private HostileImap server;

    @BeforeEach
    void open() throws Exception {
        server = new HostileImap(TestCertificates.make(folder), false);
    }

    @AfterEach
    void close() throws Exception {
        server.close();
    }

    private Account account() {
        return new Account(1, "me@firm.example", "", new Server("localhost", server.port(), Security.NONE), null, "me",
                null, null, null);
    }

    private ImapConnection connect() {
        return ImapConnection.open(account(), "secret", Duration.ofSeconds(20), _ -> {});
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', value = {
            "NO [UNAVAILABLE] User's backend is on fire; SERVER_BUSY",
            "NO [INUSE] Mailbox in use; SERVER_BUSY",
            "NO [LIMIT] LOGIN Rate limit hit; SERVER_BUSY",
            "NO [THROTTLED] slow down; SERVER_BUSY",
            "NO [ALERT] Too many simultaneous connections. (Failure); SERVER_BUSY",
            "NO [UNAVAILABLE] Maximum number of connections from user+IP exceeded; SERVER_BUSY",
            "NO Server Unavailable. 15; SERVER_BUSY",
            "NO User is authenticated but not connected.; SERVER_BUSY",
            "BAD Request is throttled. Suggested Backoff Time: 92415 milliseconds; SERVER_BUSY",
            "NO 系统繁忙; SERVER_BUSY",
            "NO [AUTHENTICATIONFAILED] Invalid credentials (Failure); SIGN_IN_REFUSED",
            "NO [AUTHENTICATIONFAILED] try again later; SIGN_IN_REFUSED",
            "NO LOGIN Login error or password error; SIGN_IN_REFUSED",
            "NO Login fail. Service is not open, password is incorrect, frequency limited, or system is busy.; "
                    + "SIGN_IN_REFUSED",
            "NO no; SIGN_IN_REFUSED",
            "NO [AUTHORIZATIONFAILED] not you; SIGN_IN_NOT_ALLOWED",
            "NO [ALERT] Your account is not enabled for IMAP use. (Failure); SIGN_IN_NOT_ALLOWED",
            "NO [EXPIRED] That password is no longer valid; SIGN_IN_EXPIRED",
            "NO [PRIVACYREQUIRED] encrypt first; SIGN_IN_PRIVACY",
            "NO [CONTACTADMIN] call us; SIGN_IN_ADMIN",
            "NO Basic authentication is disabled.; SIGN_IN_BROWSER",
            "NO [WEBALERT https://provider.example/confirm] Web login required.; SIGN_IN_WEB",
            "NO [ALERT] Please log in via your web browser (Failure); SIGN_IN_WEB",
            "NO [ALERT] Application-specific password required (Failure); SIGN_IN_APP_PASSWORD",
            "NO ERR.LOGIN.REQCODE; SIGN_IN_APP_PASSWORD"})
    void eachAnswerIsTakenForWhatItMeans(String answer, Problem problem) {
        server.answerSignIn(answer);
        KithException refused = (KithException) catchThrowable(() -> connect().close());
        assertThat(refused.problem()).isEqualTo(problem);
        assertThat(String.valueOf(refused.details().getLast())).contains(answer.substring(answer.indexOf(' ') + 1))
                .doesNotContain("secret");
        AccountTest.Result tried = AccountTest.run(account(), "secret", _ -> {}).getLast();
        assertThat(tried.step()).isEqualTo("sign-in");
        assertThat(tried.failure()).isNotNull().extracting(KithException::problem).isEqualTo(problem);
    }

    @Test
    void aServerThatHangsUpBecauseOfTooManyConnectionsIsBusy() {
        server.greet("* BYE Too many simultaneous connections");
        KithException refused = (KithException) catchThrowable(() -> connect().close());
        assertThat(refused.problem()).isEqualTo(Problem.SERVER_BUSY);
    }

    @Test
    void neteaseIsToldOnceMoreWhatProgramThisIs() {
        server.answerExamine("NO EXAMINE Unsafe Login. Please contact kefu@188.com for help", "OK done");
        try (ImapConnection connection = connect()) {
            assertThatCode(() -> connection.examine("INBOX", null, _ -> {})).doesNotThrowAnyException();
        }
        List<String> said = server.heard().stream().map(line -> line.substring(line.indexOf(' ') + 1))
                .filter(line -> line.startsWith("ID") || line.startsWith("EXAMINE")).toList();
        assertThat(said).hasSize(3);
        assertThat(said.get(1)).startsWith("ID (").contains("\"name\" \"Kith\"", "\"vendor\" \"Kith\"");
    }

    @Test
    void neteaseThatFindsItUnsafeStillIsSaid() {
        server.answerExamine("NO EXAMINE Unsafe Login. Please contact kefu@188.com for help");
        try (ImapConnection connection = connect()) {
            KithException refused = (KithException) catchThrowable(() -> connection.examine("INBOX", null, _ -> {}));
            assertThat(refused.problem()).isEqualTo(Problem.SIGN_IN_UNSAFE);
            assertThat(refused.details().getFirst()).isEqualTo("me@firm.example");
        }
    }

    @Test
    void aSignInThatIsUnsafeIsTriedOnceMoreAfterSayingWhatProgramThisIs() {
        server.answerSignIn("NO LOGIN Unsafe Login. Please contact kefu@188.com for help", "OK done");
        connect().close();
        assertThat(server.heard().stream().filter(line -> line.contains("LOGIN"))).hasSize(2);
        assertThat(server.heard()).anyMatch(line -> line.contains("ID ("));
        server.answerSignIn("NO LOGIN Unsafe Login. Please contact kefu@188.com for help");
        assertThat(((KithException) catchThrowable(() -> connect().close())).problem())
                .isEqualTo(Problem.SIGN_IN_UNSAFE);
    }

    @Test
    void microsoftTakesNoPasswordWhateverItSaysAndAStaleTokenIsNoPassword() {
        assertThat(Refusal.of(null, "me@firm.example", "outlook.office365.com", "NO LOGIN failed.", true).problem())
                .isEqualTo(Problem.SIGN_IN_BROWSER);
        assertThat(Refusal.of(null, "me@firm.example", "outlook.office365.com", "NO LOGIN failed.", false).problem())
                .isEqualTo(Problem.SIGN_IN_REFUSED);
        assertThat(Refusal.of(null, "me@firm.example", "imap.firm.example", "NO LOGIN failed.", true).problem())
                .isEqualTo(Problem.SIGN_IN_REFUSED);
    }

    @Test
    void aSendingServerIsUnderstoodToo() {
        assertThat(Refusal.ofSending("me@firm.example", "h", "454 4.7.0 Too many login attempts", true, true).problem())
                .isEqualTo(Problem.SERVER_BUSY);
        assertThat(Refusal.ofSending("me@firm.example", "h",
                "535 5.7.139 Authentication unsuccessful, basic authentication is disabled.", false, true).problem())
                .isEqualTo(Problem.SIGN_IN_BROWSER);
        assertThat(Refusal.ofSending("me@firm.example", "h",
                "535 5.7.139 SmtpClientAuthentication is disabled for the Tenant.", false, true).problem())
                .isEqualTo(Problem.SIGN_IN_NOT_ALLOWED);
        assertThat(Refusal.ofSending("me@firm.example", "h", "534 5.7.9 Application-specific password required", false,
                true).problem()).isEqualTo(Problem.SIGN_IN_APP_PASSWORD);
        assertThat(Refusal.ofSending("me@firm.example", "h", "535 5.7.8 Username and Password not accepted", false,
                true).problem()).isEqualTo(Problem.SIGN_IN_REFUSED);
    }
}
