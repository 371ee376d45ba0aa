package app.kith.sync.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.support.HostileImap;
import app.kith.support.TestCertificates;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The password goes to nobody but the server that was meant, and never unprotected. */
class ImapProtectionTest {
    private static final String SECRET = "correct horse";

    @TempDir
    private Path folder;

    private static ImapConnection connect(HostileImap server, Security security, @Nullable Path authority)
            throws Exception {
        Account account = new Account(1, "me@firm.example", "", new Server("localhost", server.port(), security), null,
                "me", null, null, authority == null ? null : Files.readString(authority));
        return ImapConnection.open(account, SECRET, Duration.ofSeconds(20), _ -> {});
    }

    private static Problem refused(HostileImap server, Security security, @Nullable Path authority) {
        Throwable thrown = catchThrowable(() -> connect(server, security, authority).close());
        assertThat(thrown).isInstanceOf(KithException.class);
        assertThat(server.heard()).noneMatch(line -> line.contains("LOGIN") || line.contains("AUTHENTICATE")
                || line.contains(SECRET));
        return ((KithException) thrown).problem();
    }

    @ParameterizedTest
    @EnumSource(value = Security.class, names = {"TLS", "STARTTLS"})
    void aServerWithAGoodCertificateIsSignedInTo(Security security) throws Exception {
        TestCertificates certificates = TestCertificates.make(folder);
        try (HostileImap server = new HostileImap(certificates, security == Security.TLS)) {
            connect(server, security, certificates.authority()).close();
            assertThat(server.heard()).anyMatch(line -> line.contains("LOGIN") && line.contains(SECRET));
        }
    }

    @Test
    void aServerWithoutStartTlsIsRefused() throws Exception {
        TestCertificates certificates = TestCertificates.make(folder);
        try (HostileImap server = new HostileImap(certificates, false)) {
            server.offer("IMAP4rev1");
            assertThat(refused(server, Security.STARTTLS, certificates.authority())).isEqualTo(Problem.TLS_MISSING);
        }
    }

    @Test
    void aServerThatRefusesStartTlsIsRefused() throws Exception {
        TestCertificates certificates = TestCertificates.make(folder);
        try (HostileImap server = new HostileImap(certificates, false)) {
            server.answerStartTls("NO not now");
            assertThat(refused(server, Security.STARTTLS, certificates.authority())).isIn(Problem.TLS_MISSING,
                    Problem.SERVER_REFUSED);
        }
    }

    @Test
    void aSessionThatIsOpenBeforeTlsIsRefused() throws Exception {
        TestCertificates certificates = TestCertificates.make(folder);
        try (HostileImap server = new HostileImap(certificates, false)) {
            server.greet("* PREAUTH welcome");
            assertThat(refused(server, Security.STARTTLS, certificates.authority())).isEqualTo(Problem.TLS_MISSING);
        }
    }

    /** What is said in clear behind the answer would be taken for the server's word within TLS (CVE-2011-0411 and its kind). */
    @Test
    void whatIsInjectedBehindStartTlsIsNotTakenForTheServersWord() throws Exception {
        TestCertificates certificates = TestCertificates.make(folder);
        try (HostileImap server = new HostileImap(certificates, false)) {
            server.inject("* CAPABILITY IMAP4rev1 AUTH=HOSTILE\r\nA2 OK injected");
            Throwable thrown = catchThrowable(() -> {
                try (ImapConnection connection = connect(server, Security.STARTTLS, certificates.authority())) {
                    assertThat(connection.has("AUTH=HOSTILE")).isFalse();
                }
            });
            assertThat(thrown == null || thrown instanceof KithException).as("%s", thrown).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(value = Security.class, names = {"TLS", "STARTTLS"})
    void aCertificateOfNobodyKnownIsRefused(Security security) throws Exception {
        try (HostileImap server = new HostileImap(TestCertificates.make(folder), security == Security.TLS)) {
            assertThat(refused(server, security, null)).isEqualTo(Problem.TLS_UNTRUSTED);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Security.class, names = {"TLS", "STARTTLS"})
    void aCertificateOfAnotherHostIsRefused(Security security) throws Exception {
        TestCertificates certificates = TestCertificates.ofHost(folder, "mail.other.example");
        try (HostileImap server = new HostileImap(certificates, security == Security.TLS)) {
            assertThat(refused(server, security, certificates.authority())).isEqualTo(Problem.TLS_WRONG_HOST);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Security.class, names = {"TLS", "STARTTLS"})
    void aCertificateThatHasEndedIsRefused(Security security) throws Exception {
        TestCertificates certificates = TestCertificates.expired(folder);
        try (HostileImap server = new HostileImap(certificates, security == Security.TLS)) {
            assertThat(refused(server, security, certificates.authority())).isEqualTo(Problem.TLS_EXPIRED);
        }
    }

    /** A server of one's own, whose certificate is right for nobody else: nobody but it has the key. */
    @ParameterizedTest
    @EnumSource(value = Security.class, names = {"TLS", "STARTTLS"})
    void exactlyTheCertificateThatWasChosenIsTrustedWhateverStandsInIt(Security security) throws Exception {
        TestCertificates old = TestCertificates.expired(Files.createDirectory(folder.resolve("old")));
        TestCertificates other = TestCertificates.ofHost(Files.createDirectory(folder.resolve("other")), "nas.example");
        for (TestCertificates certificates : List.of(old, other)) {
            try (HostileImap server = new HostileImap(certificates, security == Security.TLS)) {
                connect(server, security, certificates.certificate()).close();
                assertThat(server.heard()).anyMatch(line -> line.contains("LOGIN") && line.contains(SECRET));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Security.class, names = {"TLS", "STARTTLS"})
    void whoShowsAnotherCertificateThanTheChosenOneIsRefused(Security security) throws Exception {
        TestCertificates chosen = TestCertificates.make(Files.createDirectory(folder.resolve("chosen")));
        TestCertificates shown = TestCertificates.make(Files.createDirectory(folder.resolve("shown")));
        try (HostileImap server = new HostileImap(shown, security == Security.TLS)) {
            assertThat(refused(server, security, chosen.certificate())).isEqualTo(Problem.TLS_UNTRUSTED);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Security.class, names = {"TLS", "STARTTLS"})
    void whatAServerShowsIsLookedAtAndNobodyIsNamed(Security security) throws Exception {
        TestCertificates certificates = TestCertificates.expired(folder);
        try (HostileImap server = new HostileImap(certificates, security == Security.TLS)) {
            ServerCertificate shown = Presented.by(new Server("localhost", server.port(), security), false).getFirst();
            assertThat(shown.subject()).isEqualTo("CN=localhost");
            assertThat(shown.issuer()).isEqualTo("CN=Throw-away test CA");
            assertThat(shown.names()).contains("localhost", "127.0.0.1");
            assertThat(shown.holds(Instant.now())).isFalse();
            assertThat(shown.fingerprint()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
            assertThat(Trust.read(Files.readString(certificates.certificate()))).containsExactly(shown);
            assertThat(Trust.read(shown.pem())).containsExactly(shown);
            assertThat(server.heard()).allMatch(line -> line.equals("K1 STARTTLS"));
        }
    }

    @Test
    void aServerWithoutTlsShowsNothing() throws Exception {
        try (HostileImap server = new HostileImap(TestCertificates.make(folder), false)) {
            server.answerStartTls("NO not now");
            Throwable thrown = catchThrowable(
                    () -> Presented.by(new Server("localhost", server.port(), Security.STARTTLS), false));
            assertThat(((KithException) thrown).problem()).isEqualTo(Problem.TLS_MISSING);
        }
    }

    @Test
    void whatIsNoCertificateIsNotTrusted() {
        for (String text : List.of("", "hello", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")) {
            assertThat(((KithException) catchThrowable(() -> Trust.read(text))).problem()).as(text)
                    .isEqualTo(Problem.CERTIFICATE_INVALID);
        }
    }
}
