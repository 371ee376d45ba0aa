package app.kith.mail;

import static app.kith.mail.Samples.mail;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignsTest {

    private static String kinds(Mail mail) {
        return String.join(" ", mail.signs().stream().map(sign -> sign.kind().name()).toList());
    }

    private static String kinds(String... fields) {
        return kinds(mail(String.join("\r\n", fields), "", "Body"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
            Precedence: bulk                        → BULK
            List-Unsubscribe: <mailto:u@x.test>     → BULK
            Precedence: list                        → LIST
            X-Campaign: 17                          → BULK
            X-BeenThere: dev@x.test                 → LIST
            From: noreply@x.test                    → NO_REPLY
            From: Shop <do-not-reply@x.test>        → NO_REPLY
            Auto-Submitted: auto-generated          → NO_REPLY
            Auto-Submitted: auto-replied            → AUTO_REPLY
            Auto-Submitted: no                      →
            X-Autoreply: yes                        → AUTO_REPLY
            Precedence: auto_reply                  → AUTO_REPLY
            X-Failed-Recipients: a@x.test           → BOUNCE
            From: Notifications@x.test              → NO_REPLY
            From: reply@x.test                      →
            """)
    void headerFieldsShowWhatAMessageIs(String field, String kind) {
        assertThat(kinds(field)).isEqualTo(kind == null ? "" : kind);
    }

    @Test
    void aDiscussionListIsNoBulkMail() {
        assertThat(
                kinds("List-Id: <dev.x.test>", "List-Post: <mailto:dev@x.test>", "List-Unsubscribe: <mailto:u@x.test>"))
                .isEqualTo("LIST");
        assertThat(kinds("List-Id: <news.x.test>", "List-Unsubscribe: <mailto:u@x.test>")).isEqualTo("LIST BULK");
    }

    @Test
    void everySignNamesItsReason() {
        assertThat(mail("List-Id: News <news.x.test>", "", "x").signs()).containsExactly(new Sign(Sign.Kind.LIST,
                "List-Id: News <news.x.test>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Undelivered Mail Returned to Sender", "failure notice", "系统退信", "Undeliverable: offer",
            "Mail delivery failed: returning message to sender", "Delivery Status Notification (Failure)"})
    void aFailureIsReadFromThePostmastersSubject(String subject) {
        assertThat(kinds("From: MAILER-DAEMON@x.test", "Subject: " + subject)).contains("BOUNCE");
        assertThat(kinds("From: wang@x.test", "Subject: " + subject)).doesNotContain("BOUNCE");
    }

    @Test
    void aDeliveryReportSaysWhichAddressFailedAndWhy() {
        Mail mail = mail("Content-Type: multipart/report; report-type=delivery-status; boundary=b", "", "--b", "",
                "Your message could not be delivered.", "--b", "Content-Type: message/delivery-status", "",
                "Reporting-MTA: dns; mx.x.test", "", "Final-Recipient: rfc822; wang@y.test", "Action: failed",
                "Status: 5.1.1",
                "Diagnostic-Code: smtp; 550 no such user", "--b", "Content-Type: text/rfc822-headers", "",
                "Subject: offer",
                "--b--");
        assertThat(mail.signs()).containsExactly(new Sign(Sign.Kind.BOUNCE,
                "wang@y.test failed 5.1.1: 550 no such user"));
        assertThat(mail.text()).isEqualTo("Your message could not be delivered.");
        assertThat(mail.attachments()).hasSize(2);
    }

    @Test
    void aReadReceiptIsAnAutomaticAnswer() {
        assertThat(kinds(
                mail("Content-Type: multipart/report; report-type=disposition-notification; boundary=b", "", "--b", "",
                        "Read.", "--b", "Content-Type: message/disposition-notification", "", "Disposition: displayed",
                        "--b--")))
                .isEqualTo("AUTO_REPLY");
    }

    @Test
    void signedAndEncryptedMailIsRecognised() {
        Mail signed = mail("Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\"; boundary=b", "",
                "--b", "",
                "Hello", "--b", "Content-Type: application/pkcs7-signature; name=smime.p7s", "", "x", "--b--");
        assertThat(kinds(signed)).isEqualTo("SIGNED");
        assertThat(signed.text()).isEqualTo("Hello");
        assertThat(kinds(
                mail("Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=b", "", "--b",
                        "Content-Type: application/pgp-encrypted", "", "Version: 1", "--b",
                        "Content-Type: application/octet-stream", "",
                        "x", "--b--")))
                .isEqualTo("ENCRYPTED");
        assertThat(kinds("Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m")).isEqualTo(
                "ENCRYPTED");
        assertThat(kinds("Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m"))
                .isEqualTo("SIGNED");
        assertThat(kinds(mail("Subject: x", "", "-----BEGIN PGP MESSAGE-----", "", "abc", "-----END PGP MESSAGE-----")))
                .isEqualTo("ENCRYPTED");
    }

    @Test
    void anOrdinaryMailShowsNothing() {
        assertThat(mail("From: Wang <wang@x.test>", "Subject: Quotation", "", "Hello").signs()).isEqualTo(List.of());
    }
}
