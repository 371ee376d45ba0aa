package app.kith.mail;

import static app.kith.mail.TnefSample.framed;
import static app.kith.mail.TnefSample.properties;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class TnefTest {
    private static final Charset GBK = Charset.forName("GBK");

    private static Mail wrapped(byte[] tnef, String... textBefore) {
        return Samples.mail("From: a@x.test", "Content-Type: multipart/mixed; boundary=b", "", "--b", "",
                String.join("\r\n", textBefore), "--b", "Content-Type: application/ms-tnef; name=winmail.dat",
                "Content-Transfer-Encoding: base64", "", Base64.getMimeEncoder().encodeToString(tnef), "--b--");
    }

    private static TnefSample withRtf(String rtf) {
        return new TnefSample().message(properties().bytes(0x1009, framed(rtf)));
    }

    @Test
    void winmailDatIsOpenedIntoItsFilesAndIsNoFileItself() {
        byte[] pdf = "%PDF-1.7 x".getBytes(StandardCharsets.US_ASCII);
        Mail mail = wrapped(new TnefSample()
                .attachment(properties().bytes(0x3701, pdf).text(0x3704, "BAOJIA~1.PDF").text(0x3707, "报价单 Q-1042.pdf")
                        .text(0x370E, "application/pdf").text(0x3712, "<p@x>"))
                .attribute(0x69002, new byte[14]).attribute(0x18010, "合同.doc\0".getBytes(GBK))
                .attribute(0x69007, TnefSample.numbers(936, 0)).attribute(0x6800F, new byte[]{1, 2, 3}).bytes(),
                "See files");
        assertThat(mail.text()).isEqualTo("See files");
        assertThat(mail.attachments()).extracting(Attachment::name).first().isEqualTo("报价单 Q-1042.pdf");
        assertThat(mail.attachments()).hasSize(2);
        assertThat(mail.attachments().getFirst().content()).isEqualTo(pdf);
        assertThat(mail.attachments().getFirst().type()).isEqualTo("application/pdf");
        assertThat(mail.attachments().getFirst().contentId()).isEqualTo("p@x");
        assertThat(mail.attachments().getLast().content()).containsExactly(1, 2, 3);
    }

    @Test
    void namesInOldStreamsAreReadInTheCodePageThatTheStreamNames() {
        Mail mail = wrapped(new TnefSample().attribute(0x69007, TnefSample.numbers(936, 0))
                .attribute(0x69002, new byte[14]).attribute(0x18010, "合同.doc\0".getBytes(GBK))
                .attribute(0x6800F, new byte[1]).bytes());
        assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("合同.doc");
    }

    @Test
    void aBodyThatStandsOnlyInTheStreamIsRead() {
        Mail plain = wrapped(new TnefSample().message(properties().text(0x1000, "您好\r\n谢谢")).bytes());
        assertThat(plain.text()).isEqualTo("您好\n谢谢");
        Mail old = wrapped(new TnefSample().attribute(0x69007, TnefSample.numbers(936, 0))
                .attribute(0x2800C, "您好\0".getBytes(GBK)).bytes());
        assertThat(old.text()).isEqualTo("您好");
        Mail html = wrapped(new TnefSample().message(properties().number(0x3FDE, 65001)
                .bytes(0x1013, "<p>您好</p>".getBytes(StandardCharsets.UTF_8))).bytes());
        assertThat(html.html()).isEqualTo("<p>您好</p>");
        assertThat(html.text()).isEqualTo("您好");
    }

    @Test
    void theWordsOfARichTextBodyAreRead() {
        Mail mail = wrapped(
                withRtf("""
                        {\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fnil Arial;}{\\f1\\fnil\\fcharset134 SimSun;}}\
                        {\\colortbl;\\red0\\green0\\blue0;}{\\*\\generator secret;}{\\info{\\author secret}}\
                        \\f1 \\'c4\\'fa\\'ba\\'c3\\f0\\par caf\\'e9 \\u25253?\\{x\\}\\tab {\\pict\\bin3 }}}}y\\uc2\\u8364 EU z}""")
                        .bytes());
        assertThat(mail.text()).isEqualTo("您好\ncafé 报{x}\ty€ z".replace("报", String.valueOf((char) 25253)));
        assertThat(mail.html()).isNull();
    }

    @Test
    void htmlThatExchangeWrappedInRichTextIsUnwrapped() {
        Mail mail = wrapped(withRtf("{\\rtf1\\ansi\\ansicpg936\\fromhtml1 {\\*\\htmltag64 <p>}\\htmlrtf {\\htmlrtf0 "
                + "\\'c4\\'fa\\'ba\\'c3 {\\*\\htmltag84 &nbsp;}\\htmlrtf \\'a0\\htmlrtf0 < {\\*\\mhtmltag64 <q>}"
                + "\\htmlrtf\\par}\\htmlrtf0\n{\\*\\htmltag72 </p>}}").bytes());
        assertThat(mail.html()).isEqualTo("<p>您好 &nbsp;&lt; </p>");
    }

    @Test
    void compressedRichTextIsExpanded() {
        // The example of MS-OXRTFCP, section 4.1.1.
        byte[] compressed = HexFormat.of().parseHex("2d0000002b0000004c5a4675f1c5c7a703000a00726370673132354232"
                + "0af32068656c0900206277" + "05b06c647d0a800fa0");
        byte[] rtf = CompressedRtf.expand(compressed, 0, compressed.length);
        assertThat(new String(rtf, StandardCharsets.US_ASCII))
                .isEqualTo("{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n");
        assertThat(RtfText.read(rtf, GBK).text()).isEqualTo("hello world");
    }

    @Test
    void aMeetingInTheStreamIsAnInvitation() {
        Instant start = Instant.parse("2026-03-12T08:00:00Z");
        Mail mail = wrapped(new TnefSample().message(properties().text(0x1A, "IPM.Schedule.Meeting.Request")
                .named("Keywords", "red", "green").text(0x37, "项目会议")
                .appointmentTime(0x820D, start.getEpochSecond())
                .appointmentTime(0x820E, start.getEpochSecond() + 3600)).bytes(), "Please come");
        assertThat(mail.has(Sign.Kind.INVITATION)).isTrue();
        assertThat(mail.invitations()).singleElement().satisfies(meeting -> {
            assertThat(meeting.method()).isEqualTo("REQUEST");
            assertThat(meeting.summary()).isEqualTo("项目会议");
            assertThat(meeting.start()).isEqualTo(start);
            assertThat(meeting.end()).isEqualTo(start.plusSeconds(3600));
        });
    }

    @Test
    void aMessageInTheStreamGivesItsTextAndItsFiles() {
        byte[] inner = new TnefSample().message(properties().text(0x1000, "inner text"))
                .attachment(properties().bytes(0x3701, new byte[]{7}).text(0x3707, "inner.dat")).bytes();
        Mail mail = wrapped(new TnefSample()
                .attachment(properties().number(0x3705, 5).text(0x3001, "Fw offer").object(0x3701, inner)).bytes());
        assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("Fw offer.txt", "inner.dat");
        assertThat(Samples.content(mail.attachments().getFirst())).isEqualTo("inner text");
    }

    @Test
    void aBrokenStreamGivesWhatCanBeReadAndWhatIsNoneStaysAFile() {
        byte[] whole = new TnefSample().message(properties().text(0x1000, "text"))
                .attachment(properties().bytes(0x3701, new byte[5000]).text(0x3707, "a.dat")).bytes();
        for (int length = 0; length < whole.length; length += 7) {
            assertThat(wrapped(Arrays.copyOf(whole, length)).repairs()).isEmpty();
        }
        assertThat(wrapped(Arrays.copyOf(whole, 200)).text()).isEqualTo("text");
        assertThat(wrapped(new byte[]{1, 2, 3}).attachments()).extracting(Attachment::name)
                .containsExactly("winmail.dat");
    }
}
