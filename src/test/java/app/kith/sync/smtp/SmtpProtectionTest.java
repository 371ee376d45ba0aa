package app.kith.sync.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.kith.account.Account;
import app.kith.account.Bearer;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.support.HostileSmtp;
import app.kith.support.HostileSmtp.Step;
import app.kith.support.TestCertificates;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing secret goes to anybody but the server that was meant, and nothing goes unprotected. */
class SmtpProtectionTest {
    private static final String SECRET = "correct horse";
    private static final byte[] RAW = "Subject: x\r\n\r\nText\r\n".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    private HostileSmtp smtp;
    private String authority;

    @BeforeEach
    void start() throws Exception {
        TestCertificates certificates = TestCertificates.make(folder);
        authority = Files.readString(certificates.authority());
        smtp = new HostileSmtp(certificates);
    }

    @AfterEach
    void stop() throws Exception {
        smtp.close();
    }

    private SmtpConnection connect(String host, Security security, @Nullable String certificate) {
        Account account = new Account(1, "me@firm.example", "", new Server("localhost", 1, Security.TLS),
                new Server(host, smtp.port(), security), "me", null, null, certificate);
        return SmtpConnection.open(account, SECRET, Duration.ofSeconds(20), (_, _) -> {});
    }

    private Problem refused(String host, Security security, @Nullable String certificate) {
        Throwable thrown = catchThrowable(() -> connect(host, security, certificate).close());
        assertThat(thrown).isInstanceOf(KithException.class);
        String secret = Base64.getEncoder().encodeToString(("\0me\0" + SECRET).getBytes(StandardCharsets.UTF_8));
        assertThat(smtp.heard()).noneMatch(line -> line.contains(secret) || line.startsWith("AUTH")
                || line.startsWith("MAIL"));
        return ((KithException) thrown).problem();
    }

    @Test
    void overStartTlsAMessageGoes() {
        try (SmtpConnection connection = connect("localhost", Security.STARTTLS, authority)) {
            Delivery delivery = connection.send("me@firm.example", List.of("a@x.example"), RAW, "", _ -> {});
            assertThat(delivery.fate()).isEqualTo(Delivery.Fate.TAKEN);
        }
        assertThat(smtp.taken()).singleElement().satisfies(taken -> assertThat(taken.raw()).isEqualTo(RAW));
    }

    @Test
    void aServerWithoutStartTlsIsRefused() {
        smtp.withoutExtension("STARTTLS");
        assertThat(refused("localhost", Security.STARTTLS, authority)).isEqualTo(Problem.TLS_MISSING);
        assertThat(smtp.heard()).hasSize(1);
    }

    @Test
    void aServerThatRefusesStartTlsIsRefused() {
        smtp.answerAt(Step.STARTTLS, "454 not now");
        assertThat(refused("localhost", Security.STARTTLS, authority)).isEqualTo(Problem.TLS_MISSING);
    }

    @Test
    void whatIsInjectedBehindStartTlsIsNotTakenForTheServersWord() {
        smtp.inject("250-hostile.example\r\n250 AUTH PLAIN\r\n235 welcome");
        assertThat(refused("localhost", Security.STARTTLS, authority)).isEqualTo(Problem.TLS_UNTRUSTED);
    }

    @ParameterizedTest
    @EnumSource(value = Step.class, names = {"STARTTLS", "EHLO_TLS"})
    void aConnectionCutAroundStartTlsFailsInOrder(Step step) {
        smtp.cutAt(step);
        assertThat(refused("localhost", Security.STARTTLS, authority)).isIn(Problem.CONNECTION_LOST,
                Problem.TLS_UNTRUSTED);
    }

    @Test
    void aCertificateOfNobodyKnownIsRefused() {
        assertThat(refused("localhost", Security.STARTTLS, null)).isEqualTo(Problem.TLS_UNTRUSTED);
    }

    @Test
    void aCertificateOfAnotherHostIsRefused() {
        assertThat(refused("127.0.0.2", Security.STARTTLS, authority)).isIn(Problem.TLS_WRONG_HOST,
                Problem.UNREACHABLE);
    }

    @Test
    void aPlainConnectionToAnotherMachineIsRefused() {
        assertThat(refused("mail.example", Security.NONE, null)).isEqualTo(Problem.PLAIN_REFUSED);
    }

    @Test
    void aServerThatKnowsOnlyLoginIsSignedInTo() {
        smtp.withoutExtension("AUTH");
        smtp.withExtension("AUTH LOGIN");
        connect("localhost", Security.STARTTLS, authority).close();
        assertThat(smtp.heard()).contains(
                Base64.getEncoder().encodeToString(SECRET.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void anAccessTokenIsNeverHandedOnAsAPassword() {
        Account account = new Account(1, "me@firm.example", "", new Server("localhost", 1, Security.TLS),
                new Server("localhost", smtp.port(), Security.STARTTLS), "me", null, null, authority);
        String token = Bearer.mark("t0ken");
        Throwable thrown = catchThrowable(
                () -> SmtpConnection.open(account, token, Duration.ofSeconds(20), (_, _) -> {}).close());
        assertThat(((KithException) thrown).problem()).isEqualTo(Problem.SIGN_IN_REFUSED);
        assertThat(smtp.heard()).noneMatch(line -> line.startsWith("AUTH"));
        smtp.withoutExtension("AUTH");
        smtp.withExtension("AUTH PLAIN XOAUTH2");
        SmtpConnection.open(account, token, Duration.ofSeconds(20), (_, _) -> {}).close();
        assertThat(smtp.heard()).contains("AUTH XOAUTH2 " + Base64.getEncoder().encodeToString(
                "user=me\1auth=Bearer t0ken\1\1".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aRefusedPasswordIsSaid() {
        smtp.answerAt(Step.AUTH, "535 5.7.8 no");
        Throwable thrown = catchThrowable(() -> connect("localhost", Security.STARTTLS, authority).close());
        assertThat(((KithException) thrown).problem()).isEqualTo(Problem.SIGN_IN_REFUSED);
    }

    @Test
    void anAddressInOtherLettersWantsAServerThatTakesIt() {
        List<String> told = new ArrayList<>();
        try (SmtpConnection connection = connect("localhost", Security.STARTTLS, authority)) {
            Delivery delivery = connection.send("me@firm.example", List.of("王@x.example"), RAW, "", told::addAll);
            assertThat(delivery.fate()).isEqualTo(Delivery.Fate.REFUSED);
            assertThat(delivery.answer()).contains("SMTPUTF8");
        }
        assertThat(told).isEmpty();
        smtp.withExtension("SMTPUTF8");
        try (SmtpConnection connection = connect("localhost", Security.STARTTLS, authority)) {
            connection.send("me@firm.example", List.of("王@x.example"), RAW, "", told::addAll);
        }
        assertThat(told).hasSize(1);
        assertThat(smtp.heard()).anyMatch(line -> line.startsWith("MAIL") && line.endsWith(" SMTPUTF8"));
    }

    @Test
    void noCommandCanBeHiddenInAnAddress() {
        try (SmtpConnection connection = connect("localhost", Security.STARTTLS, authority)) {
            Delivery delivery = connection.send("me@firm.example", List.of("a@x>\r\nRCPT TO:<b@x"), RAW, "", _ -> {});
            assertThat(delivery.fate()).isEqualTo(Delivery.Fate.REFUSED);
        }
        assertThat(smtp.heard()).noneMatch(line -> line.startsWith("RCPT"));
    }
}
