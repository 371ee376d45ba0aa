package app.kith.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.desk.Desk;
import app.kith.support.HostileImap;
import app.kith.support.OnScreen;
import app.kith.support.TestCertificates;
import app.kith.support.TestDesk;
import app.kith.sync.imap.ServerCertificate;
import app.kith.sync.imap.Trust;
import app.kith.ui.Shown.Dress;
import app.kith.ui.start.AccountForm;
import app.kith.ui.start.AccountModel;
import app.kith.ui.start.Browsing;
import app.kith.ui.work.StepBackground;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server of one's own: what it shows is looked at, exactly that is trusted, and before nothing secret is said. */
@OnScreen
class CertificateScreenTest {
    private static final String SECRET = "correct horse";

    @TempDir
    private Path folder;

    private final StepBackground steps = new StepBackground();

    private AccountModel model(Desk desk, HostileImap server, Security security) {
        AccountModel model = new AccountModel(desk.accounts(), steps, null, new Browsing(_ -> {}, ""), () -> {});
        model.emailProperty().set("me@firm.example");
        model.imapProperty().set("127.0.0.1:" + server.port());
        model.imapSecurityProperty().set(security);
        model.smtpProperty().set("");
        model.userProperty().set("me");
        model.secretProperty().set(SECRET);
        return model;
    }

    @ParameterizedTest
    @EnumSource(value = Security.class, names = {"TLS", "STARTTLS"})
    void whatTheServerShowsIsLookedAtAndExactlyThatTrusted(Security security) throws Exception {
        TestCertificates certificates = TestCertificates.ofHost(folder, "nas.firm.example");
        ServerCertificate expected = Trust.read(Files.readString(certificates.certificate())).getFirst();
        try (HostileImap server = new HostileImap(certificates, security == Security.TLS);
                Desk desk = TestDesk.open(folder.resolve("home"))) {
            server.answerExamine("OK done");
            Toolkit.on(() -> {
                AccountModel model = model(desk, server, security);
                model.connect();
                steps.settle();
                assertThat(model.failureProperty().get()).isNotNull().extracting(KithException::problem)
                        .isEqualTo(Problem.TLS_UNTRUSTED);
                for (Dress dress : Shown.DRESSES) {
                    StackPane root = new StackPane(
                            new AccountForm(model, dress.words(), new OutsideTwin(), () -> {}));
                    Shown.picture(root, dress, steps, "certificate", 1280, 960);
                    Shown.button(root, dress.words().get("screen.certificate.look")).fire();
                    Shown.picture(root, dress, steps, "certificate", 1280, 960);
                    assertThat(Shown.texts(root)).contains(expected.subject());
                }
                assertThat(model.certificate().shownProperty().get()).containsExactly(expected);
                model.certificate().leave();
                assertThat(model.certificate().shownProperty().get()).isEmpty();
                assertThat(model.certificate().chosenProperty().get()).as("looking is not trusting").isEmpty();
                model.certificate().look();
                steps.settle();
                assertThat(server.heard()).noneMatch(line -> line.contains(SECRET) || line.contains("LOGIN"));
                model.certificate().trustShown();
                model.connect();
                steps.settle();
                assertThat(model.failureProperty().get()).isNull();
                assertThat(server.heard()).anyMatch(line -> line.contains(SECRET));
                model.start();
                steps.settle();
                Account kept = desk.accounts().list().getFirst();
                assertThat(kept.certificate()).isEqualTo(expected.pem());
                return true;
            });
        }
    }

    @Test
    void aCertificateComesFromAFileAndWhatIsNoneIsSaid() throws Exception {
        TestCertificates certificates = TestCertificates.make(folder);
        try (HostileImap server = new HostileImap(certificates, true);
                Desk desk = TestDesk.open(folder.resolve("home"))) {
            Path text = Files.writeString(folder.resolve("letter.txt"), "Hello");
            Toolkit.on(() -> {
                AccountModel model = model(desk, server, Security.TLS);
                model.certificate().read(text);
                steps.settle();
                assertThat(model.certificate().failureProperty().get()).isNotNull()
                        .extracting(KithException::problem).isEqualTo(Problem.CERTIFICATE_INVALID);
                model.certificate().read(certificates.authority());
                steps.settle();
                assertThat(model.certificate().failureProperty().get()).isNull();
                model.connect();
                steps.settle();
                assertThat(model.failureProperty().get()).isNull();
                model.certificate().forget();
                model.connect();
                steps.settle();
                assertThat(model.failureProperty().get()).isNotNull();
                return true;
            });
        }
    }
}
