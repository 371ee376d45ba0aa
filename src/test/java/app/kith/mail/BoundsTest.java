package app.kith.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hostile sizes: whatever comes is read in a time that grows with its size and no faster. */
class BoundsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static Mail read(byte[] raw) {
        long start = System.nanoTime();
        Mail mail = new Reading(raw, null).mail();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
        return mail;
    }

    private static Mail read(String raw) {
        return read(raw.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aHeaderLineOfSixtyMegabytesIsCut() {
        byte[] raw = new byte[60 << 20];
        Arrays.fill(raw, (byte) 'x');
        byte[] head = "From: a@b.cn\nSubject: ".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, raw, 0, head.length);
        byte[] tail = "\nTo: c@d.cn\n\nBody".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(tail, 0, raw, raw.length - tail.length, tail.length);
        Mail mail = read(raw);
        assertThat(mail.subject()).hasSizeLessThanOrEqualTo(HeaderFields.LIMIT);
        assertThat(mail.text()).isEqualTo("Body");
        assertThat(mail.repairs()).containsExactly("the header was longer than 1 MB; only its beginning was read");
    }

    @Test
    void twoHundredThousandPartsAreToldApartUpToTheLimit() {
        Mail mail = read("Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\n\n".repeat(200_000) + "--b--\n");
        assertThat(mail.repairs()).contains("more than 2000 parts; the rest is kept as one attachment");
        assertThat(mail.attachments()).hasSize(1);
        assertThat(mail.attachments().getFirst().content().length).isGreaterThan(1_000_000);
    }

    /** The bombs that other readers choke on, one by one: each within two seconds of work and 128 MB beside the message itself. */
    @ParameterizedTest
    @ValueSource(strings = {"20,000 encoded words", "300,000 header fields", "1 MB header line", "200,000 parts",
            "10,000 nested multiparts", "10,000 nested messages", "24 MB of near boundaries", "uuencode junk",
            "yEnc junk",
            "50 MB attachment", "10,000 groups of RTF", "100,000 calendar items"})
    void aBombCostsLittle(String name) {
        byte[] raw = bomb(name).getBytes(StandardCharsets.ISO_8859_1);
        com.sun.management.ThreadMXBean thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        new Reading(raw, null).mail();
        long cpu = thread.getCurrentThreadCpuTime();
        long memory = thread.getCurrentThreadAllocatedBytes();
        Mail mail = new Reading(raw, null).mail();
        long bytes = thread.getCurrentThreadAllocatedBytes() - memory;
        long milliseconds = (thread.getCurrentThreadCpuTime() - cpu) / 1_000_000;
        assertThat(milliseconds).as("milliseconds for " + name).isLessThan(2000);
        assertThat(bytes).as("bytes for " + name).isLessThan(128L << 20);
        assertThat(mail.from()).as(name).hasSize(1);
    }

    private static String bomb(String name) {
        String head = "From: a@b.cn\n";
        String file = "Content-Transfer-Encoding: base64\nContent-Type: application/";
        return switch (name) {
            case "20,000 encoded words" -> head + "Subject: " + "=?utf-8?B?5oql5Lu3?=\n ".repeat(20_000) + "\n\nBody";
            case "300,000 header fields" -> head + "X: y\n".repeat(300_000) + "\nBody";
            case "1 MB header line" -> head + "Subject: " + "x".repeat(1 << 20) + "\n\nBody";
            case "200,000 parts" ->
                head + "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\n\n".repeat(200_000);
            case "10,000 nested multiparts" -> head + nested(10_000);
            case "10,000 nested messages" -> head + "Content-Type: message/rfc822\n\n".repeat(10_000);
            case "24 MB of near boundaries" ->
                head + "Content-Type: multipart/mixed; boundary=" + "b".repeat(60) + "\n\n--"
                        + "b".repeat(60) + "\n\n" + ("--" + "b".repeat(59) + "\n").repeat(400_000);
            case "uuencode junk" -> head + "\n" + "begin 644 x\nM\n`\n".repeat(100_000);
            case "yEnc junk" -> head + "\n" + "=ybegin line=1 size=1 name=x\n".repeat(100_000);
            case "50 MB attachment" -> head + file + "zip\n\n" + ("QUJD".repeat(19) + "\n").repeat(680_000);
            case "10,000 groups of RTF" -> head + file + "ms-tnef\n\n" + Base64.getMimeEncoder().encodeToString(
                    new TnefSample().message(TnefSample.properties().bytes(0x1009,
                            TnefSample.framed("{\\rtf1 " + "{\\f1\\uc2 ".repeat(10_000)))).bytes());
            default -> head + "Content-Type: text/calendar\n\nBEGIN:VCALENDAR\n"
                    + "BEGIN:VTIMEZONE\nTZID:x\nBEGIN:STANDARD\nEND:STANDARD\nEND:VTIMEZONE\n".repeat(50_000)
                    + "BEGIN:VEVENT\nDTSTART:20260101\nEND:VEVENT\n".repeat(100_000);
        };
    }

    private static String nested(int depth) {
        StringBuilder raw = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            raw.append("Content-Type: multipart/mixed; boundary=b").append(i).append("\n\n--b").append(i).append('\n');
        }
        return raw.append("\nText").toString();
    }

    @ParameterizedTest
    @ValueSource(ints = {49, 5000, 50_000})
    void deepNestingIsOpenedUpToTheLimit(int depth) {
        Mail mail = read(nested(depth));
        assertThat(mail.text()).isEqualTo(depth < 50 ? "Text" : "");
        assertThat(mail.attachments()).hasSize(depth < 50 ? 0 : 1);
    }

    @Test
    void messagesInMessagesAreNotOpened() {
        Mail mail = read("Content-Type: message/rfc822\n\n".repeat(50_000));
        assertThat(mail.attachments()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=?utf-8?B?5oql5Lu3?= ", "=?utf-8?Q?=E6=8A=A5?=", "=?u?Q?x", "=?u?B?x", "=?", "=?u?Q?x? ",
            "=?gbk?B?sQ==?= =?big5?B?sQ==?= ", "\"", "(", "<", "a@b.cn ", "<a@b.cn> ", "a@b.cn,", "(x", "\\",
            "=?u?Q?x?==?u?Q?"})
    void anyHeaderFieldIsReadInLinearTime(String piece) {
        String value = piece.repeat(900_000 / piece.length());
        Mail mail = read("Subject: " + value + "\nFrom: " + value + "\n\nBody");
        assertThat(mail.text()).isEqualTo("Body");
        read("References: " + value + "\nIn-Reply-To: x " + value + "\nDate: " + value + "\n\nBody");
        read("Content-Type: " + value + "\nContent-Disposition: attachment; filename=" + value + "\n\nBody");
        read("Content-Type: text/plain; name=\"" + value + "\nContent-Transfer-Encoding: " + value + "\n\nBody");
    }

    @ParameterizedTest
    @ValueSource(strings = {";a=b", "; name*0*=x", ";", " ", "; name*1=\"x\"", "\"a\" ", "; name=\"a"})
    void anyParametersAreReadInLinearTime(String piece) {
        String value = piece.repeat(900_000 / piece.length());
        read("Content-Type: application/pdf" + value + "\n\nBody");
        read("Content-Type: application/pdf; name=\"" + value + "\"\n\nBody");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<div style=\"display:none\">", "<a \"", "<!--", "<", "&", "&a", "<blockquote type=cite>",
            "<p>x", "<li>",
            "<style>", "<script", "<a='", "<pre>\n", "&#1", "cid:", "<a1 style=display:none>", "<object>",
            "<svg><math>",
            "<img src=\"cid:x\">"})
    void anyHtmlIsReadInLinearTime(String piece) {
        read("Content-Type: text/html\n\n" + piece.repeat(2_000_000 / piece.length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--b", "--b\n", "--b--\n", "--\n", "-", "begin 644 x\n", "begin 644 x\nMAAAA\n",
            "=ybegin line=128 size=1 name=x\n",
            ">", "> \n", " \n", "=\n", "~{", "+AAA", "-----BEGIN PGP SIGNED MESSAGE-----\n", "\u001b$B", "=E6", "QUJD"})
    void anyTextIsReadInLinearTime(String piece) {
        String body = piece.repeat(3_000_000 / piece.length());
        read("Content-Type: multipart/mixed; boundary=b\n\n--b\n\n" + body);
        read("Content-Type: text/plain; format=flowed; charset=utf-7\n\n" + body);
        read("Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n" + body);
        read("Content-Type: text/calendar\n\n" + body);
        read(body);
    }

    @Test
    void boundariesThatAlmostFitCostLittle() {
        String boundary = "b".repeat(60);
        StringBuilder raw = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            raw.append("Content-Type: multipart/mixed; boundary=").append(boundary).append(i + 10).append("\n\n--")
                    .append(boundary)
                    .append(i + 10).append('\n');
        }
        read(raw + "\n" + ("--" + boundary + "xx\n").repeat(200_000));
    }

    @Test
    void aVeryLongTextIsShownUpToItsLimit() {
        byte[] raw = new byte[50 << 20];
        Arrays.fill(raw, (byte) 'x');
        raw[0] = '\n';
        Mail mail = read(raw);
        assertThat(mail.text().length()).isEqualTo(TextPart.LIMIT);
        assertThat(mail.repairs()).containsExactly("the text is longer than 8 MB; only its beginning is shown");
    }
}
