package app.kith.mail;

import static app.kith.mail.Samples.mail;
import static app.kith.mail.Samples.withField;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadersTest {

    @Test
    void aLineThatIsNoFieldIsPassedOver() {
        Mail mail = mail("From: a@b.cn", "this line is not a header", "Subject: Hello", "", "Body");
        assertThat(mail.subject()).isEqualTo("Hello");
        assertThat(mail.text()).isEqualTo("Body");
        assertThat(mail.repairs()).containsExactly("a line in the header was no header field");
    }

    @Test
    void theLineOfAnMboxIsPassedOver() {
        Mail mail = mail("From a@b.cn Thu Mar 12 08:00:00 2026", "Subject: Hello", "", "Body");
        assertThat(mail.subject() + mail.text()).isEqualTo("HelloBody");
        assertThat(mail("\r\n\r\nSubject: Hello", "To: x@y.cn", "", "Body").subject()).isEqualTo("Hello");
    }

    @Test
    void fieldNamesMayBeWrittenInAnyCaseAndWithBlanksBeforeTheColon() {
        assertThat(mail("SUBJECT : Hello", "", "Body").subject()).isEqualTo("Hello");
        assertThat(mail("subject:Hello", "", "Body").subject()).isEqualTo("Hello");
    }

    @Test
    void aFieldThatIsFoldedBeforeItsColonIsNotHidden() {
        Mail mail = mail("To: x@y.cn", "From", " : real@a.cn", "Sender: other@b.cn", "", "Body");
        assertThat(mail.from()).containsExactly(new Mailbox("", "real@a.cn"));
        assertThat(mail.text()).isEqualTo("Body");
    }

    @Test
    void blanksBeforeTheFirstFieldDoNotHideIt() {
        assertThat(mail(" From: a@b.cn", "Subject: Hello", "", "Body").from())
                .containsExactly(new Mailbox("", "a@b.cn"));
    }

    @Test
    void foldsOfAnyKindAreUndone() {
        assertThat(withField("Subject: one\r\n two\r\n\tthree\r\n  four").subject()).isEqualTo("one two three four");
        assertThat(withField("Subject:\r\n one").subject()).isEqualTo("one");
        assertThat(withField("Subject: one\r\n \r\n two").subject()).isEqualTo("one two");
    }

    @Test
    void aBlankLineOfBlanksEndsTheHeaderWhereNoHeaderFollows() {
        Mail mail = mail("Subject: Hello", "  ", "The body: is here and no field");
        assertThat(mail.text()).isEqualTo("The body: is here and no field");
    }

    @Test
    void aBodyWithoutBlankLineBeforeItIsFound() {
        Mail mail = mail("Subject: Hello", "Dear Sir or Madam,", "we send you our offer.");
        assertThat(mail.subject()).isEqualTo("Hello");
        assertThat(mail.text()).isEqualTo("Dear Sir or Madam,\nwe send you our offer.");
    }

    @Test
    void aTextWithoutAnyHeaderIsABody() {
        assertThat(mail("Just a text.", "", "Two paragraphs.").text()).isEqualTo("Just a text.\n\nTwo paragraphs.");
        assertThat(mail("Just a text.").text()).isEqualTo("Just a text.");
    }

    @Test
    void aHeaderWithoutBodyIsEnough() {
        Mail mail = mail("Subject: Hello");
        assertThat(mail.subject()).isEqualTo("Hello");
        assertThat(mail.text()).isEmpty();
        assertThat(mail.charset()).isEmpty();
        assertThat(new MailReader().read(new byte[0]).subject()).isEmpty();
    }

    @Test
    void bareCarriageReturnsAndBareLineFeedsEndLines() {
        byte[] cr = "Subject: Hello\rTo: a@b.cn\r\rBody\rtwo".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        Mail mail = new MailReader().read(cr);
        assertThat(mail.subject()).isEqualTo("Hello");
        assertThat(mail.text()).isEqualTo("Body\ntwo");
        byte[] lf = "Subject: Hello\n\nBody\ntwo\r\r\nthree".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        assertThat(new MailReader().read(lf).text()).isEqualTo("Body\ntwo\nthree");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            <a@x.cn>                   →a@x.cn
            a@x.cn                     →a@x.cn
            <a b@x.cn>                 →ab@x.cn
            <<a@x.cn>>                 →a@x.cn
            (comment) <a@x.cn> (more)  →a@x.cn
            <A.b@X.cn>                 →A.b@X.cn
            <no-at-sign>               →no-at-sign
            <"quoted id"@x.cn>         →"quotedid"@x.cn
            <a@x.cn                    →a@x.cn
            """)
    void messageIdsAreReadWithOrWithoutBrackets(String written, String read) {
        assertThat(withField("Message-ID: " + written).messageId()).isEqualTo(read);
    }

    @Test
    void aFoldedMessageIdIsRead() {
        assertThat(withField("Message-ID:\r\n <a@x.cn>").messageId()).isEqualTo("a@x.cn");
        assertThat(withField("Message-ID: <abc\r\n def@x.cn>").messageId()).isEqualTo("abcdef@x.cn");
        assertThat(withField("Subject: none").messageId()).isNull();
        assertThat(withField("Message-ID: <>").messageId()).isNull();
    }

    @Test
    void referencesAreReadGluedFoldedAndWithCommas() {
        assertThat(withField("References: <a@x.cn><b@x.cn>\r\n\t<c@x.cn>,\r\n <d@x.cn>").references()).containsExactly(
                "a@x.cn",
                "b@x.cn", "c@x.cn", "d@x.cn");
        assertThat(withField("References: a@x.cn b@x.cn").references()).containsExactly("a@x.cn", "b@x.cn");
        assertThat(withField("References: =?utf-8?Q?=3Ca@x.cn=3E?=").references()).containsExactly("a@x.cn");
    }

    @Test
    void inReplyToIsReadOutOfProse() {
        assertThat(withField("In-Reply-To: Your message of \"Mon, 1 Jan 2024\" <a@x.cn>").inReplyTo())
                .containsExactly("a@x.cn");
        assertThat(withField("In-Reply-To: message from joe@x.cn of Monday").inReplyTo()).isEmpty();
        assertThat(mail("To: joe@x.cn", "In-Reply-To: Message from Joe <joe@x.cn> of Monday <a@x.cn>", "", "x")
                .inReplyTo())
                .containsExactly("a@x.cn");
    }

    @Test
    void theConversationOfExchangeIsRead() {
        String root = "01D9A1B2C3D4".repeat(4).substring(0, 44);
        byte[] index = java.util.HexFormat.of().parseHex(root + "0000000001");
        assertThat(withField("Thread-Index: " + java.util.Base64.getEncoder().encodeToString(index)).threadIndex())
                .isEqualToIgnoringCase(root);
        assertThat(withField("Thread-Index: AAAA").threadIndex()).isNull();
    }
}
