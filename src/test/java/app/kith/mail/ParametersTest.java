package app.kith.mail;

import static app.kith.mail.Samples.base64;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametersTest {
    private static final Charset GBK = Charset.forName("GBK");

    private static byte[] raw(Charset charset, String... partHeader) {
        return Samples.raw(charset, "Content-Type: multipart/mixed; boundary=b", "", "--b", "Content-Type: text/plain",
                "", "Hello",
                "--b", String.join("\r\n", partHeader), "", "content", "--b--", "");
    }

    private static String name(String... partHeader) {
        return new MailReader().read(raw(StandardCharsets.UTF_8, partHeader)).attachments().getFirst().name();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
            attachment; filename=a.xlsx                                    → a.xlsx
            attachment; filename="a;b 12.xlsx"                             → a;b 12.xlsx
            attachment; filename=a b 12.xlsx                               → a b 12.xlsx
            attachment; filename=a.xlsx;                                   → a.xlsx
            attachment;; filename="a.xlsx"                                 → a.xlsx
            attachment filename=a.xlsx                                     → a.xlsx
            "attachment"; filename="a.xlsx"                                → a.xlsx
            ATTACHMENT; FILENAME = "a.xlsx"; size=3                        → a.xlsx
            attachment; filename="=?utf-8?B?5oql5Lu3?=.xlsx"               → 报价.xlsx
            attachment; filename==?utf-8?B?5oql5Lu3Lnhsc3g=?=              → 报价.xlsx
            attachment; filename="=?gb2312?B?sai82y54bHN4?="               → 报价.xlsx
            attachment; filename="=?utf-8?Q?=E6=8A=A5=E4=BB=B7.xlsx?="     → 报价.xlsx
            attachment; filename="报价.xlsx"                                → 报价.xlsx
            attachment; filename=报价 2.xlsx                                → 报价 2.xlsx
            attachment; filename*=UTF-8''%E6%8A%A5%E4%BB%B7.xlsx           → 报价.xlsx
            attachment; filename*=utf-8'zh-cn'%E6%8A%A5%E4%BB%B7.xlsx      → 报价.xlsx
            attachment; filename*=GBK''%B1%A8%BC%DB.xlsx                   → 报价.xlsx
            attachment; filename*="UTF-8''%E6%8A%A5%E4%BB%B7.xlsx"         → 报价.xlsx
            attachment; filename="____.xlsx"; filename*=UTF-8''%E6%8A%A5.x → 报.x
            attachment; filename*0=long; filename*1=" name"; filename*2=.x → long name.x
            attachment; filename*0*=UTF-8''%E6%8A; filename*1*=%A5.x       → 报.x
            attachment; filename*1*=%A5.x; filename*0*=UTF-8''%E6%8A       → 报.x
            attachment; filename*0*=GBK''%B1; filename*1*=%A8; filename*2=".x" → 报.x
            attachment; filename*0="=?utf-8?B?5oql"; filename*1="?=.x"     → 报.x
            attachment; filename*1=a; filename*2=b.x                       → ab.x
            attachment; filename*=%E6%8A%A5.x                              → 报.x
            attachment; filename="%E6%8A%A5%E4%BB%B7.xlsx"                 → 报价.xlsx
            attachment; filename="100%25 sure.x"                           → 100%25 sure.x
            attachment; filename="C:\\docs\\a.x"                           → C:\\docs\\a.x
            attachment; filename="a \\"b\\" c.x"                           → a "b" c.x
            attachment; filename="a "b" c.x"; size=3                       → a "b" c.x
            attachment; filename="open.x                                   → open.x
            attachment; filename="open.x; size=3                           → open.x
            attachment; name=a.xlsx                                        → a.xlsx
            inline; filename=a.xlsx                                        → a.xlsx
            """)
    void fileNamesAreReadAsProgramsWriteThem(String disposition, String name) {
        assertThat(name("Content-Type: application/octet-stream", "Content-Disposition: " + disposition))
                .isEqualTo(name);
    }

    @Test
    void aNameOverSeveralFoldsIsJoined() {
        assertThat(name("Content-Type: application/pdf", "Content-Disposition: attachment;",
                " filename=\"=?utf-8?B?5oql5Lu3?=", " =?utf-8?B?5Y2VLnBkZg==?=\"")).isEqualTo("报价单.pdf");
        assertThat(name("Content-Type: application/pdf;", "\tname*0*=UTF-8''%E6%8A%A5;", "\tname*1*=%E4%BB%B7.pdf"))
                .isEqualTo(
                        "报价.pdf");
    }

    @Test
    void theNameOfTheContentTypeStandsInForAMissingOrSpoiltOne() {
        assertThat(name("Content-Type: application/pdf; name=\"=?utf-8?B?5oql5Lu3?=.pdf\"")).isEqualTo("报价.pdf");
        assertThat(name("Content-Type: application/pdf; name=\"=?utf-8?B?5oql5Lu3?=.pdf\"",
                "Content-Disposition: attachment; filename=\"??.??\"")).isEqualTo("报价.pdf");
        assertThat(name("Content-Type: application/pdf; name=\"b.pdf\"",
                "Content-Disposition: attachment; filename=\"a.pdf\""))
                .isEqualTo("a.pdf");
    }

    @Test
    void rawBytesInANameAreReadInTheirCharset() {
        byte[] raw = raw(GBK, "Content-Type: application/pdf",
                "Content-Disposition: attachment; filename=\"数控机床报价单.pdf\"");
        assertThat(new MailReader().read(raw).attachments().getFirst().name()).isEqualTo("数控机床报价单.pdf");
        byte[] split = raw(StandardCharsets.UTF_8, "Content-Type: application/pdf; name=\"=?gbk?B?" + base64("数控", GBK)
                .substring(0, 4) + "?= =?gbk?B?" + base64("数控", GBK).substring(4) + "?=.pdf\"");
        assertThat(new MailReader().read(split).attachments().getFirst().name()).isEqualTo("数控.pdf");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
            text/plain charset=gbk            → text/plain
            text/plain; charset=gbk; charset=gbk; format=flowed; → text/plain
            text / plain ; charset="gbk"      → text/plain
            TEXT/PLAIN;CHARSET=GBK            → text/plain
            text/plain (comment); charset=gbk → text/plain
            text/plain; charset = gbk         → text/plain
            text/plain;; charset=gbk          → text/plain
            ;;charset=gbk                     → text/plain
            charset=gbk                       → text/plain
            text; charset=gbk                 → text/plain
            text/plain; foo; charset=gbk      → text/plain
            "text/plain"; charset='gbk'       → text/plain
            text/plain; charset=gbk (GBK)     → text/plain
            """)
    void contentTypesAreReadAsProgramsWriteThem(String written, String type) {
        byte[] raw = Samples.raw(GBK, "Content-Type: " + written, "", "数控机床报价单");
        TextDecoder decoder = new TextDecoder(raw, null, new Repairs());
        Part part = new PartParser(raw, decoder).parse(0);
        assertThat(part.mediaType()).isEqualTo(type);
        assertThat(part.type().plain("charset").replaceAll("\\W.*|'", "")).as("charset").isIn("gbk", "GBK", "");
        assertThat(new MailReader().read(raw).text()).isEqualTo("数控机床报价单");
    }
}
