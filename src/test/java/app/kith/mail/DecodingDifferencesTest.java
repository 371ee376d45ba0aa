package app.kith.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where Kith reads a message otherwise than other readers do, on purpose: one sample for each class of difference, Kith's answer, and
 * why it is so.
 */
class DecodingDifferencesTest {

    /**
     * A difference.
     *
     * @param what the class of difference, and what others do
     * @param why why Kith does not
     * @param raw the message, LF line ends
     * @param asked what is looked at
     * @param answer Kith's answer
     */
    record Difference(String what, String why, String raw, Function<Mail, Object> asked, Object answer) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static List<String> files(Mail mail) {
        return mail.attachments().stream().map(file -> file.name() + " " + file.type()).toList();
    }

    static Stream<Difference> differences() {
        return Stream.of(
                new Difference("a line of the outer boundary inside an inner part; some keep it as text",
                        "RFC 2046, 5.1.2: an outer boundary ends every part inside it, or a truncated part would swallow the rest",
                        """
                                Content-Type: multipart/mixed; boundary=outer

                                --outer
                                Content-Type: multipart/mixed; boundary=inner

                                --inner

                                This text holds the line
                                --outer

                                and goes on.
                                --inner--
                                --outer--
                                """,
                        Mail::text, "This text holds the line\n\nand goes on.\n--inner--"),
                new Difference("a boundary that ends with blanks; some tell lines apart by their last blank",
                        "RFC 2046, 5.1.1: a boundary ends with no blank, and blanks behind it are padding",
                        "Content-Type: multipart/mixed; boundary=\"b  \"\n\n--b  \n\nOne\n--b \n\nTwo\n--b  --\nThree\n",
                        Mail::text, "One\n\nTwo"),
                new Difference("the RTF body in a winmail.dat; some save it as a file body.rtf",
                        "it is the text of the mail, and is shown as such",
                        "Content-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\n"
                                + Base64.getMimeEncoder()
                                        .encodeToString(new TnefSample().message(TnefSample.properties().bytes(0x1009,
                                                TnefSample.framed("{\\rtf1\\ansi Hello}"))).bytes())
                                        .replace("\r", ""),
                        mail -> mail.text() + files(mail), "Hello[]"),
                new Difference("a multipart without its boundary; some give up, some show nothing",
                        "its text can still be read, and the repairs say so",
                        "Content-Type: multipart/mixed\n\nHello\n", Mail::text, "Hello"),
                new Difference("a part without a name; some invent one such as part-2.dat",
                        "an invented name would look as if the sender had chosen it; a name is made when the file is saved",
                        """
                                Content-Type: multipart/mixed; boundary=b

                                --b

                                Hello
                                --b
                                Content-Type: application/pdf

                                %PDF
                                --b--
                                """,
                        DecodingDifferencesTest::files, List.of(" application/pdf")),
                new Difference("an enclosed message without a name; others leave it nameless or call it message.eml",
                        "its subject is what a person looks for", """
                                Content-Type: multipart/mixed; boundary=b

                                --b

                                See below.
                                --b
                                Content-Type: message/rfc822

                                Subject: Offer 7

                                Text
                                --b--
                                """,
                        DecodingDifferencesTest::files, List.of("Offer 7.eml message/rfc822")),
                new Difference("text of an enclosed message; some put it behind the body",
                        "the enclosed author's words would count as the sender's", """
                                Content-Type: multipart/mixed; boundary=b

                                --b

                                See below.
                                --b
                                Content-Type: message/rfc822

                                Subject: Offer 7

                                Text
                                --b--
                                """,
                        Mail::text, "See below."),
                new Difference("two texts in one mail; some set a rule between them, some show only the first",
                        "both are what was written, and a rule was not", """
                                Content-Type: multipart/mixed; boundary=b

                                --b

                                One
                                --b

                                Two
                                --b--
                                """,
                        Mail::text, "One\n\nTwo"),
                new Difference("an HTML piece beside a plain piece; some call only one of them the body",
                        "a phone writes its text and a list or a scanner adds the other: none may be lost", """
                                Content-Type: multipart/mixed; boundary=b

                                --b
                                Content-Type: text/html

                                <p>One</p>
                                --b

                                Two
                                --b--
                                """,
                        Mail::text, "One\n\nTwo"),
                new Difference("an encoded word inside an encoded word; some decode until nothing is left",
                        "RFC 2047 knows one layer; a second one is what somebody wrote, or a trick to show another name",
                        "Subject: =?utf-8?Q?=3D=3Futf-8=3FQ=3FOffer=3F=3D?=\n\nx", Mail::subject, "=?utf-8?Q?Offer?="),
                new Difference(
                        "the label gb2312 with letters that only GBK or GB18030 has; strict readers show replacement signs",
                        "GB18030 holds GB2312 unchanged, and programs label what they write with the older name",
                        "Content-Type: text/plain; charset=gb2312\nContent-Transfer-Encoding: quoted-printable\n\n=95=46\n",
                        Mail::text, "旻"),
                new Difference("8-bit letters in a header without a charset; RFC 5322 readers replace them",
                        "they are somebody's name; the repairs say that it was guessed",
                        "Subject: Angebot für Müller\n\nx", Mail::subject, "Angebot für Müller"),
                new Difference("a text that is labelled us-ascii and is UTF-8; some show replacement signs",
                        "the bytes are well-formed UTF-8, which nothing else is by chance",
                        "Content-Type: text/plain; charset=us-ascii\n\nGrüße\n", Mail::text, "Grüße"),
                new Difference("no date, or one that cannot be read; some show none",
                        "the last server's stamp tells the day well enough to sort by",
                        "Received: from a by b; Thu, 12 Mar 2026 08:00:00 +0000\nDate: soon\n\nx",
                        mail -> String.valueOf(mail.date()), "2026-03-12T08:00:00Z"),
                new Difference("blank lines and blanks at the ends of the text; some keep them",
                        "nobody reads them, and search, new text and the conversation view need them gone",
                        "Subject: x\n\n\n\nHello  \n\n\n", Mail::text, "Hello"),
                new Difference("a link to content elsewhere (message/external-body); some show its fields as text",
                        "nothing is fetched; the part is shown as a file so that it is not lost", """
                                Content-Type: multipart/mixed; boundary=b

                                --b

                                Hello
                                --b
                                Content-Type: message/external-body; access-type=URL; url="http://x.test/"

                                Content-Type: text/plain

                                --b--
                                """,
                        DecodingDifferencesTest::files, List.of(" message/external-body")),
                new Difference("an invitation; some show it as text, some only as a file",
                        "it becomes a meeting, and its file can still be saved", """
                                Content-Type: multipart/mixed; boundary=b

                                --b

                                Come!
                                --b
                                Content-Type: text/calendar; method=REQUEST

                                BEGIN:VCALENDAR
                                BEGIN:VEVENT
                                SUMMARY:Visit
                                DTSTART:20260312T080000Z
                                END:VEVENT
                                END:VCALENDAR
                                --b--
                                """,
                        mail -> mail.text() + mail.invitations().size() + files(mail), "Come!1[ text/calendar]"),
                new Difference("an mbox line and a line that is no field in the header; some begin the body there",
                        "the fields below are those of the message; only the line itself is passed over",
                        "From wang@x.test Thu Mar 12 08:00:00 2026\nSubject: Offer\n\nHello", Mail::subject, "Offer"),
                new Difference("a name in a parameter that no standard knows (file=); some leave the part nameless",
                        "it is the name that the sender's program knew", """
                                Content-Type: multipart/mixed; boundary=b

                                --b

                                Hello
                                --b
                                Content-Type: application/octet-stream; file="OFFER.XLS"

                                x
                                --b--
                                """,
                        DecodingDifferencesTest::files, List.of("OFFER.XLS application/octet-stream")),
                new Difference("a subject over several lines; some keep the blanks and tabs of the folding",
                        "a subject is shown in one line", "Subject: Offer\n\t  for valves\n\nx", Mail::subject,
                        "Offer for valves"),
                new Difference("control letters in a subject; some keep them", "they have no meaning and can hide text",
                        "Subject: Off\u0000er\n\nx", Mail::subject, "Offer"),
                new Difference("two fields In-Reply-To; some read the last one only",
                        "both mails are answered, and a conversation is not torn by reading too much",
                        "In-Reply-To: <a@x.test>\nIn-Reply-To: <b@x.test>\n\nx", Mail::inReplyTo,
                        List.of("a@x.test", "b@x.test")),
                new Difference("ids without angle brackets; some read no id there",
                        "programs that write them so compare them so", "In-Reply-To: a@x.test\n\nx", Mail::inReplyTo,
                        List.of("a@x.test")),
                new Difference("a domain in its ASCII form (xn--); some show its letters",
                        "the letters can imitate another domain; the address is given as written",
                        "From: <a@xn--mller-kva.test>\n\nx", mail -> mail.from().getFirst().address(),
                        "a@xn--mller-kva.test"),
                new Difference("a file of an unknown type; some tell the type by its name",
                        "a name proves nothing; the type is told by the content when it is asked for", """
                                Content-Type: multipart/mixed; boundary=b

                                --b

                                Hello
                                --b
                                Content-Type: application/octet-stream
                                Content-Disposition: attachment; filename=a.pdf

                                x
                                --b--
                                """,
                        DecodingDifferencesTest::files, List.of("a.pdf application/octet-stream")),
                new Difference("the fields of a delivery report; some put them behind the text",
                        "they are for programs: Kith tells whom the mail did not reach, and the text is what was written",
                        """
                                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                                --b

                                It did not arrive.
                                --b
                                Content-Type: message/delivery-status

                                Reporting-MTA: dns; x.test

                                Final-Recipient: rfc822; li@y.test
                                Action: failed
                                Status: 5.1.1
                                --b--
                                """,
                        mail -> mail.text() + mail.deliveryFailures().getFirst().address(),
                        "It did not arrive.li@y.test"),
                new Difference("quotes inside a file name that is not quoted; some drop them",
                        "the name is given as it came; quotes are replaced when the file is saved", """
                                Content-Type: multipart/mixed; boundary=b

                                --b

                                Hello
                                --b
                                Content-Type: application/pdf
                                Content-Disposition: attachment; filename=offer "new".pdf

                                x
                                --b--
                                """,
                        DecodingDifferencesTest::files, List.of("offer \"new\".pdf application/pdf")),
                new Difference("a picture beside the HTML that the HTML does not name; some hide it as related",
                        "nothing would show it: it is a file of the mail", """
                                Content-Type: multipart/related; boundary=b

                                --b
                                Content-Type: text/html

                                <p>Hello</p>
                                --b
                                Content-Type: image/png
                                Content-ID: <a@x>

                                x
                                --b--
                                """,
                        mail -> mail.attachments().getFirst().inline(), false),
                new Difference("bold words of HTML as text; some set asterisks around them",
                        "the author wrote no asterisks, and search would not find the word",
                        "Content-Type: text/html\n\n<p>a <b>new</b> price</p>\n", Mail::text, "a new price"),
                new Difference("an alternative of a kind that is not shown; some list it as a file",
                        "it says what the shown one says, for a watch or another program", """
                                Content-Type: multipart/alternative; boundary=b

                                --b

                                Hello
                                --b
                                Content-Type: text/watch-html

                                <b>Hello</b>
                                --b--
                                """,
                        mail -> mail.text() + files(mail), "Hello[]"),
                new Difference("a forwarded message in the text; some count it as the sender's new text",
                        "its words are another's; the mail's own text is what stands above", """
                                From: wang@x.test

                                FYI

                                ---------- Forwarded message ----------
                                From: li@y.test
                                Date: Thu, 12 Mar 2026
                                Subject: Offer
                                To: wang@x.test

                                Can you?
                                """,
                        mail -> NewText.of(mail).newText(), "FYI"),
                new Difference("a reply above an attribution in the same line; some cut inside the line",
                        "lines are the unit; showing a little too much loses nothing of the author's",
                        "From: wang@x.test\n\nfine On Wed, Mar 4, 2026 at 3:59 PM, li@y.test wrote:\n> Hi\n",
                        mail -> NewText.of(mail).newText(), "fine On Wed, Mar 4, 2026 at 3:59 PM, li@y.test wrote:"),
                new Difference("a header of two fields in the text without a rule above; some take it for a quote",
                        "people write such lines; three fields, or a rule, make a header",
                        "From: wang@x.test\n\nPlan:\n\nDate: Thu, 12 Mar 2026\nTo: the Berlin office\n",
                        mail -> NewText.of(mail).newText(), "Plan:\n\nDate: Thu, 12 Mar 2026\nTo: the Berlin office"));
    }

    @ParameterizedTest
    @MethodSource("differences")
    void aDifferenceIsMeant(Difference difference) {
        Mail mail = new MailReader().read(difference.raw().replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        assertThat(difference.asked().apply(mail)).as("%s; %s", difference.what(), difference.why())
                .isEqualTo(difference.answer());
    }
}
