package app.kith.mail;

import static app.kith.mail.Samples.content;
import static app.kith.mail.Samples.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StructureTest {

    private static String names(Mail mail) {
        return String.join("|", mail.attachments().stream().map(Attachment::name).toList());
    }

    @Test
    void thePlainAlternativeIsReadAndTheHtmlKept() {
        Mail mail = mail("Content-Type: multipart/alternative; boundary=b", "", "--b", "", "plain", "--b",
                "Content-Type: text/html", "", "<p>html</p>", "--b--");
        assertThat(mail.text()).isEqualTo("plain");
        assertThat(mail.html()).isEqualTo("<p>html</p>");
        assertThat(mail.attachments()).isEmpty();
        assertThat(mail.repairs()).isEmpty();
    }

    @Test
    void alternativesInsideAPieceOfAlternativesAreBothRead() {
        Mail mail = mail("Content-Type: multipart/alternative; boundary=o", "", "--o",
                "Content-Type: multipart/mixed; boundary=m", "", "--m", "", "one", "--m",
                "Content-Type: multipart/alternative; boundary=i", "", "--i", "", "two", "--i",
                "Content-Type: text/html", "", "<p>two</p>", "--i--", "--m--", "--o--");
        assertThat(mail.text()).isEqualTo("one\ntwo");
        assertThat(mail.html()).isEqualTo("<p>two</p>");
    }

    @Test
    void xhtmlIsHtml() {
        Mail mail = mail("Content-Type: application/xhtml+xml; charset=utf-8", "", "<p>您好</p>");
        assertThat(mail.text()).isEqualTo("您好");
        assertThat(mail.html()).isEqualTo("<p>您好</p>");
    }

    @Test
    void anEmptyPlainAlternativeGivesWayToTheHtml() {
        Mail mail = mail("Content-Type: multipart/alternative; boundary=b", "", "--b", "", "  ", "--b",
                "Content-Type: text/html", "", "<p>html</p>", "--b--");
        assertThat(mail.text()).isEqualTo("html");
    }

    @Test
    void nestedPartsAreFoundThoughTheirBoundariesBeginAlike() {
        Mail mail = mail("Content-Type: multipart/mixed; boundary=\"=_b\"", "", "preamble", "--=_b",
                "Content-Type: multipart/alternative; boundary=\"=_b_alt\"", "", "--=_b_alt", "", "plain", "--=_b_alt",
                "Content-Type: text/html", "", "<b>html</b>", "--=_b_alt--", "", "--=_b",
                "Content-Type: application/pdf; name=a.pdf", "Content-Transfer-Encoding: base64", "", "SGVsbG8=",
                "--=_b--",
                "epilogue");
        assertThat(mail.text()).isEqualTo("plain");
        assertThat(mail.html()).isEqualTo("<b>html</b>");
        assertThat(names(mail)).isEqualTo("a.pdf");
        assertThat(content(mail.attachments().getFirst())).isEqualTo("Hello");
        assertThat(mail.repairs()).isEmpty();
    }

    @Test
    void anInnerMultipartThatIsNotClosedEndsWhereItsParentGoesOn() {
        Mail mail = mail("Content-Type: multipart/mixed; boundary=o", "", "--o",
                "Content-Type: multipart/alternative; boundary=i",
                "", "--i", "", "plain", "--o", "Content-Type: application/pdf; name=a.pdf", "", "x", "--o--");
        assertThat(mail.text() + names(mail)).isEqualTo("plaina.pdf");
        assertThat(mail.repairs()).containsExactly("an inner multipart was not closed");
    }

    @Test
    void aMissingClosingBoundaryIsNoLoss() {
        Mail mail = mail("Content-Type: multipart/mixed; boundary=b", "", "--b", "", "text", "--b",
                "Content-Type: application/pdf; name=a.pdf", "", "x");
        assertThat(mail.text() + names(mail)).isEqualTo("texta.pdf");
        assertThat(mail.repairs()).containsExactly("the closing boundary was missing");
    }

    @Test
    void aBoundaryThatIsNotNamedIsFound() {
        Mail mail = mail("Content-Type: multipart/mixed", "", "--=_x", "Content-Type: text/plain", "", "text", "--=_x",
                "Content-Type: application/pdf; name=a.pdf", "", "x", "--=_x--");
        assertThat(mail.text() + names(mail)).isEqualTo("texta.pdf");
        assertThat(mail.repairs()).containsExactly("a multipart named no boundary");
    }

    @Test
    void aBoundaryThatIsNamedWronglyIsFound() {
        Mail mail = mail("Content-Type: multipart/mixed; boundary=\"other\"", "", "--=_x", "Content-Type: text/plain",
                "", "text",
                "--=_x", "Content-Type: application/pdf; name=a.pdf", "", "x", "--=_x--");
        assertThat(mail.text() + names(mail)).isEqualTo("texta.pdf");
        assertThat(mail.repairs()).containsExactly("a multipart named a wrong boundary");
    }

    @Test
    void aMultipartWithoutAnyBoundaryIsReadAsText() {
        Mail mail = mail("Content-Type: multipart/mixed; boundary=b", "", "just text");
        assertThat(mail.text()).isEqualTo("just text");
        assertThat(mail.repairs()).containsExactly("a multipart held no boundary; it is read as text");
    }

    @Test
    void aMultipartWithoutPartsIsAnEmptyMail() {
        Mail mail = mail("Subject: x", "Content-Type: multipart/mixed; boundary=b", "", "preamble", "--b", "--b--",
                "epilogue");
        assertThat(mail.subject()).isEqualTo("x");
        assertThat(mail.text()).isEmpty();
        assertThat(mail.attachments()).isEmpty();
    }

    @Test
    void aMultipartWithoutSubtypeIsMixed() {
        Mail mail = mail("Content-Type: multipart; boundary=b", "", "--b", "", "text", "--b",
                "Content-Type: application/pdf; name=a.pdf", "", "x", "--b--");
        assertThat(mail.text() + names(mail)).isEqualTo("texta.pdf");
    }

    @Test
    void aPartAfterTheClosingBoundaryIsKept() {
        Mail mail = mail("Content-Type: multipart/mixed; boundary=b", "", "--b", "", "text", "--b--", "", "--b",
                "Content-Type: application/pdf; name=a.pdf", "", "x", "--b--");
        assertThat(mail.text() + names(mail)).isEqualTo("texta.pdf");
        assertThat(mail.repairs()).containsExactly("a part followed the closing boundary");
    }

    @Test
    void boundariesMayHaveBlanksAfterThemEqualsSignsInThemAndLineFeedsOnly() {
        String raw = new String(
                Samples.raw("Content-Type: multipart/mixed; boundary==_b=1", "", "--=_b=1  ", "", "text",
                        "--=_b=1\t", "Content-Type: application/pdf; name=a.pdf", "", "x", "--=_b=1--", ""),
                StandardCharsets.US_ASCII).replace("\r", "");
        Mail mail = new MailReader().read(raw.getBytes(StandardCharsets.US_ASCII));
        assertThat(mail.text() + names(mail)).isEqualTo("texta.pdf");
        assertThat(mail.attachments().getFirst().content()).containsExactly('x');
    }

    @Test
    void aPartMayBeginWithoutHeaderOrBlankLine() {
        Mail mail = mail("Content-Type: multipart/mixed; boundary=b", "--b", "text at once", "--b",
                "Content-Type: application/pdf; name=a.pdf", "--b--");
        assertThat(mail.text()).isEqualTo("text at once");
        assertThat(names(mail)).isEqualTo("a.pdf");
    }

    @Test
    void aTransferEncodingOnAMultipartIsIgnored() {
        Mail mail = mail("Content-Type: multipart/mixed; boundary=b", "Content-Transfer-Encoding: base64", "", "--b",
                "", "text",
                "--b--");
        assertThat(mail.text()).isEqualTo("text");
    }

    @Test
    void anAttachedMessageIsNamedAfterItsSubjectAndItsTextIsNotTheBody() {
        Mail mail = mail("Content-Type: multipart/mixed; boundary=b", "", "--b", "", "see below", "--b",
                "Content-Type: message/rfc822", "", "Subject: =?utf-8?B?5oql5Lu3?=",
                "Content-Type: multipart/mixed; boundary=i",
                "", "--i", "", "inner text", "--i--", "--b--");
        assertThat(mail.text()).isEqualTo("see below");
        assertThat(names(mail)).isEqualTo("报价.eml");
        assertThat(new MailReader().read(mail.attachments().getFirst().content()).text()).isEqualTo("inner text");
    }

    @Test
    void theMessagesOfADigestAreAttachments() {
        Mail mail = mail("Content-Type: multipart/digest; boundary=b", "", "--b", "", "Subject: one", "", "text", "--b",
                "",
                "Subject: two", "", "text", "--b--");
        assertThat(names(mail)).isEqualTo("one.eml|two.eml");
        assertThat(mail.text()).isEmpty();
    }

    @Test
    void severalTextPartsAreReadInTheirOrder() {
        Mail mail = mail("Content-Type: multipart/mixed; boundary=b", "", "--b", "", "one", "--b",
                "Content-Type: text/html", "",
                "<p>two</p>", "--b", "Content-Type: text/plain; name=notes.txt", "", "three", "--b", "", "four",
                "--b--");
        assertThat(mail.text()).isEqualTo("one\n\ntwo\n\nfour");
        assertThat(mail.html()).contains("one").contains("<p>two</p>").contains("four");
        assertThat(names(mail)).isEqualTo("notes.txt");
    }

    @Test
    void anImageIsInlineOnlyWhereTheHtmlNamesIt() {
        Mail mail = mail("Content-Type: multipart/related; boundary=b", "", "--b", "Content-Type: text/html", "",
                "<img src=\"cid:logo%40x\"><img src=cid:PIC@x>", "--b", "Content-Type: image/png; name=logo.png",
                "Content-ID: <logo@x>", "", "x", "--b", "Content-Type: image/png; name=pic.png", "Content-ID: <pic@x>",
                "Content-Disposition: attachment", "", "x", "--b", "Content-Type: image/png; name=other.png",
                "Content-ID: <other@x>", "Content-Disposition: inline", "", "x", "--b--");
        assertThat(mail.attachments()).extracting(Attachment::name, Attachment::inline, Attachment::contentId)
                .containsExactly(
                        tuple("logo.png", true, "logo@x"),
                        tuple("pic.png",
                                true, "pic@x"),
                        tuple("other.png", false, "other@x"));
    }

    @Test
    void aTextMarkedAsAttachmentIsNoBody() {
        Mail mail = mail("Content-Type: multipart/mixed; boundary=b", "", "--b",
                "Content-Disposition: attachment; filename=a.txt",
                "", "attached", "--b--");
        assertThat(mail.text()).isEmpty();
        assertThat(names(mail)).isEqualTo("a.txt");
    }

    @Test
    void aMessageThatIsOneFileIsAnAttachment() {
        Mail mail = mail("Content-Type: application/pdf; name=a.pdf", "Content-Transfer-Encoding: base64", "",
                "SGVsbG8=");
        assertThat(mail.text()).isEmpty();
        assertThat(names(mail)).isEqualTo("a.pdf");
        assertThat(mail.attachments().getFirst().type()).isEqualTo("application/pdf");
    }

    @Test
    void aNamedPieceWithoutARealTypeIsAFile() {
        Mail mail = mail("Content-Type: multipart/mixed; boundary=b", "", "--b", "", "See the file.", "--b",
                "Content-Type: unknown; name=\"plan.bin\"", "Content-Transfer-Encoding: base64", "", "AAEC", "--b--");
        assertThat(mail.text()).isEqualTo("See the file.");
        assertThat(mail.attachments()).extracting(Attachment::name, Attachment::type, file -> file.content().length)
                .containsExactly(tuple("plan.bin", "application/octet-stream", 3));
    }

    @Test
    void aFileThatIsNoPictureIsNotHiddenByAnHtmlThatNamesIt() {
        Mail mail = mail("Content-Type: multipart/related; boundary=b", "", "--b", "Content-Type: text/html", "",
                "<img src=\"cid:m\"><img src=\"cid:p\">", "--b", "Content-Type: message/rfc822", "Content-ID: <m>", "",
                "Subject: Terms", "", "x", "--b", "Content-Type: application/pdf; name=a.pdf", "Content-ID: <p>", "",
                "x",
                "--b--");
        assertThat(mail.attachments()).extracting(Attachment::name, Attachment::inline)
                .containsExactly(tuple("Terms.eml", false), tuple("a.pdf", false));
    }
}
