package app.kith.mail;

import static app.kith.mail.Samples.withBody;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransferEncodingsTest {
    private static final String TEXT = "贵司询价的伺服电机现货407台，交期13天。谢谢！";
    private static final String UTF_8_PLAIN = "text/plain; charset=utf-8";

    private static String base64() {
        return Base64.getMimeEncoder(40, "\r\n".getBytes(UTF_8)).encodeToString(TEXT.getBytes(UTF_8));
    }

    private static String read(String encoding, String body) {
        return withBody(UTF_8_PLAIN, encoding, body.getBytes(UTF_8)).text();
    }

    @ParameterizedTest
    @ValueSource(strings = {"base64", "BASE64", "\"base64\"", "base64;", "base64 (comment)", "base-64", " base64 "})
    void base64IsKnownUnderAllItsSpellings(String encoding) {
        assertThat(read(encoding, base64())).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7bit", "7-bit", "8bit", "8bits", "utf-8", "", "binary", "none", "\"8bit\""})
    void everythingElseIsTheTextItself(String encoding) {
        assertThat(read(encoding, TEXT)).isEqualTo(TEXT);
    }

    @Test
    void base64MayHaveBlanksMissingPaddingAndBlankLines() {
        assertThat(read("base64", " " + base64().replace("\r\n", " \r\n\r\n "))).isEqualTo(TEXT);
        assertThat(read("base64", base64().replace("=", ""))).isEqualTo(TEXT);
        assertThat(read("base64", "SGVsbG8")).isEqualTo("Hello");
        assertThat(read("base64", "SGVs!bG8=")).isEqualTo("Hello");
    }

    @Test
    void base64MayHaveBlanksBetweenItsGroups() {
        assertThat(read("base64", "UXVv  dGUg  YXR0  YWNo  ZWQ=")).isEqualTo("Quote attached");
        assertThat(read("base64", "This mail came when Anna left")).isEqualTo("This mail came when Anna left");
    }

    @Test
    void severalPiecesOfBase64AreOneText() {
        assertThat(read("base64", "SGVsbG8=\r\nIHRoZXJl\r\nLg==")).isEqualTo("Hello there.");
    }

    @Test
    void theFooterOfAMailingListBehindBase64IsNotDecoded() {
        String footer = "\r\n_______________________________________________\r\nSales mailing list of the company\r\n";
        assertThat(read("base64", "SGVsbG8=" + footer)).isEqualTo("Hello");
        assertThat(read("base64", "SGVsbG8h\r\n--\r\nYou get this since you are on our list (sales)\r\n"))
                .startsWith("Hello!");
    }

    @Test
    void plainTextUnderTheBase64LabelIsReadAsItStands() {
        assertThat(read("base64", "Dear Mr. Wang, this is no base64 at all.")).isEqualTo(
                "Dear Mr. Wang, this is no base64 at all.");
    }

    @Test
    void base64WithoutItsLabelIsDecoded() {
        String body = Base64.getMimeEncoder(76, "\r\n".getBytes(UTF_8))
                .encodeToString((TEXT + TEXT + TEXT).getBytes(UTF_8));
        assertThat(read("7bit", body)).isEqualTo(TEXT + TEXT + TEXT);
        assertThat(read("7bit", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\r\nAAAA"))
                .startsWith("AAAA");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
            =E6=8A=A5=E4=BB=B7        → 报价
            =e6=8a=a5                 → 报
            a=3Db                     → a=b
            1+1=2, a=b                → 1+1=2, a=b
            100=                      → 100
            trailing=20               → trailing
            """)
    void quotedPrintableIsReadLeniently(String body, String text) {
        assertThat(read("quoted-printable", body).strip()).isEqualTo(text);
    }

    @Test
    void quotedPrintableJoinsSoftBreaksAndSplitCharacters() {
        assertThat(read("quoted-printable", "=E6=8A=\r\n=A5=  \r\n=E4=BB=B7\r\nnext  \r\nline"))
                .isEqualTo("报价\nnext\nline");
    }

    @Test
    void lineEndsOfAQuotedPrintableAttachmentStay() {
        Mail mail = withBody("application/csv; name=a.csv", "quoted-printable", "a;b\r\nc;d=\r\ne\r\n".getBytes(UTF_8));
        assertThat(Samples.content(mail.attachments().getFirst())).isEqualTo("a;b\r\nc;de\r\n");
    }

    @Test
    void uuencodeIsATransferEncodingToo() {
        String body = "begin 644 a.txt\r\n%2&5L;&\\ \r\n`\r\nend\r\n";
        Mail mail = withBody("application/octet-stream; name=a.txt", "x-uuencode", body.getBytes(UTF_8));
        assertThat(Samples.content(mail.attachments().getFirst())).isEqualTo("Hello");
    }
}
