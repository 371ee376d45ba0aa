package app.kith.mail;

import static app.kith.mail.Samples.withBody;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharsetsTest {
    private static final String CHINESE = "您好，附件是伺服电机的最新报价，请查收。单价￥64044元。";
    private static final String TRADITIONAL = "您好，附件是伺服馬達的最新報價單，請您查收並回覆確認。";
    private static final Charset GBK = Charset.forName("GBK");
    private static final Charset BIG5 = Charset.forName("Big5");

    private static Mail plain(String charset, String text, Charset real) {
        return withBody("text/plain; charset=" + charset, "8bit", text.getBytes(real));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gb2312", "GBK", "gb18030", "x-gbk", "chinese", "gb_2312-80", "cp936", "\"gb2312\"",
            "'gbk'",
            "gb2312;", "GB2312-80", "ms936", "csGB2312", "GB_18030"})
    void everyNameOfTheChineseSetReadsAsGb18030(String label) {
        Mail mail = plain(label, CHINESE + "镕\uD840\uDC00", Charset.forName("GB18030"));
        assertThat(mail.text()).isEqualTo(CHINESE + "镕\uD840\uDC00");
        assertThat(mail.charset()).isEqualTo("gb18030");
        assertThat(mail.repairs()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"win-1257", "windows1257", "cp1257", "WIN-1257"})
    void theShortNamesOfWindowsCharsetsAreKnown(String label) {
        assertThat(plain(label, "Õhtuks: ÄÜÖ", Charset.forName("windows-1257")).text()).isEqualTo("Õhtuks: ÄÜÖ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-unknown", "unknown-8bit", "us-ascii", "\"\"", "default_charset", "8bit-unknown"})
    void aLabelThatSaysNothingIsReplacedByWhatTheBytesShow(String label) {
        assertThat(plain(label, CHINESE, GBK).text()).isEqualTo(CHINESE);
        assertThat(plain(label, CHINESE, UTF_8).text()).isEqualTo(CHINESE);
        assertThat(plain(label, TRADITIONAL, BIG5).text()).isEqualTo(TRADITIONAL);
        assertThat(plain(label, CHINESE, GBK).repairs()).singleElement().asString().contains("gb18030");
    }

    @Test
    void utf8UnderAChineseLabelIsReadAsUtf8() {
        Mail mail = plain("gb2312", CHINESE, UTF_8);
        assertThat(mail.text()).isEqualTo(CHINESE);
        assertThat(mail.charset()).isEqualTo("utf-8");
        assertThat(mail.repairs()).containsExactly("the text was labelled gb2312 but is utf-8");
    }

    @Test
    void chineseUnderTheUtf8LabelIsReadAsChinese() {
        assertThat(plain("utf-8", CHINESE, GBK).text()).isEqualTo(CHINESE);
        assertThat(plain("iso-8859-1", CHINESE, GBK).text()).isEqualTo(CHINESE);
        assertThat(plain("iso-8859-1", CHINESE, UTF_8).text()).isEqualTo(CHINESE);
    }

    @Test
    void latinOneIsReadWithTheQuotesAndDashesOfWindows() {
        String text = "“The valve – rev. B” costs €40 at Müller’s café";
        assertThat(plain("iso-8859-1", text, Charset.forName("windows-1252")).text()).isEqualTo(text);
        assertThat(plain("iso-8859-1", "Ä", ISO_8859_1).text()).isEqualTo("Ä");
    }

    @Test
    void aFewBadBytesDoNotOverturnTheLabel() {
        byte[] utf8 = (CHINESE + CHINESE + CHINESE).getBytes(UTF_8);
        utf8[utf8.length - 1] = 'x';
        Mail mail = withBody("text/plain; charset=utf-8", "8bit", utf8);
        assertThat(mail.text()).startsWith(CHINESE + CHINESE).contains("\uFFFD");
        assertThat(mail.repairs()).containsExactly("some letters of the text did not fit its charset");
    }

    @ParameterizedTest
    @CsvSource({"big5,Big5-HKSCS,張學友的報價單嘅啲喺請確認",
            "ks_c_5601-1987,x-windows-949,견적서를 보내드립니다 똠방각하",
            "euc-kr,EUC-KR,견적서를 보내드립니다",
            "shift_jis,windows-31j,見積書①をお送りします髙橋",
            "iso-2022-jp,x-windows-50221,見積書①をお送りします",
            "iso-2022-jp,ISO-2022-JP,見積書をお送りします",
            "iso-2022-kr,ISO-2022-KR,견적서를 보내드립니다",
            "koi8-r,KOI8-R,Коммерческое предложение",
            "windows-1251,windows-1251,Коммерческое предложение",
            "utf-16,UTF-16,请查收报价单",
            "utf-16le,UTF-16LE,请查收报价单",
            "tis-620,x-windows-874,ใบเสนอราคา",
            "iso-8859-9,windows-1254,İstanbul şubesi"})
    void declaredCharsetsAreReadWithTheLargerSetThatProgramsMean(String label, String real, String text) {
        byte[] bytes = text.getBytes(Charset.forName(real));
        Mail mail = withBody("text/plain; charset=" + label, "base64", java.util.Base64.getMimeEncoder().encode(bytes));
        assertThat(mail.text()).isEqualTo(text);
        assertThat(mail.repairs()).isEmpty();
    }

    @Test
    void utf7AndHzAreReadAlthoughTheJdkHasNeither() {
        assertThat(withBody("text/plain; charset=utf-7", "7bit", "+i/dn5WU2YqVO91NV OK +- 1".getBytes(US_ASCII)).text())
                .isEqualTo("请查收报价单 OK + 1");
        assertThat(withBody("text/plain; charset=hz-gb-2312", "7bit", "~{Dz:C#,Gk2iJU1(<[5%!#~} ~~ ok\r\n~{1~}"
                .getBytes(US_ASCII)).text()).startsWith("您好，请查收报价单。 ~ ok\n");
    }

    @Test
    void iso2022CnIsReadWithAndWithoutItsLabel() {
        byte[] bytes = "\u001b$)A\u000eDz:C\u000f ok".getBytes(US_ASCII);
        assertThat(withBody("text/plain; charset=iso-2022-cn", "7bit", bytes).text()).isEqualTo("您好 ok");
        assertThat(withBody("text/plain", "7bit", bytes).text()).isEqualTo("您好 ok");
    }

    @Test
    void hzAndIso2022AreRecognisedWithoutALabel() {
        Mail hz = withBody("text/plain", "7bit", "~{Dz:C#,Gk2iJU1(<[5%!#~}".getBytes(US_ASCII));
        assertThat(hz.text()).isEqualTo("您好，请查收报价单。");
        assertThat(hz.charset()).isEqualTo("hz-gb-2312");
        byte[] jis = "見積書をお送りします".getBytes(Charset.forName("ISO-2022-JP"));
        assertThat(withBody("text/plain; charset=us-ascii", "7bit", jis).text()).isEqualTo("見積書をお送りします");
        assertThat(withBody("text/plain", "7bit", "Home ~{ not ~} Chinese ~/{x}".getBytes(US_ASCII)).text())
                .isEqualTo("Home ~{ not ~} Chinese ~/{x}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GB18030|周秀英您好：附件是最新报价，请查收。
            GB18030|报价单
            GB18030|答复: 订单4540546交货期确认
            GB18030|LED显示屏 2024 报价
            Big5|您好，附上最新的報價單，請查收後回覆。
            Shift_JIS|見積書をお送りしますのでご確認ください。
            EUC-JP|見積書をお送りしますのでご確認ください。
            EUC-KR|견적서를 보내드립니다
            EUC-KR|안녕하세요 견적서를 첨부하여 보내드립니다 확인 부탁드립니다
            KOI8-R|Добрый день, отправляю вам коммерческое предложение
            windows-1251|Добрый день, отправляю вам коммерческое предложение
            windows-1252|Vielen Dank für Ihre Anfrage, wir hören später von Ihnen. Grüße aus München
            windows-1252|Nous avons bien reçu votre commande, à très bientôt. Téléphone, numéro, déjà
            windows-1252|Müller
            windows-1250|Dziękujemy za zamówienie, wysyłkę żądamy jutro. Proszę śledzić
            windows-1253|Σας στέλνουμε την προσφορά μας για τις αντλίες
            """)
    void withoutALabelTheBytesTellTheCharset(String charset, String text) {
        byte[] bytes = text.getBytes(Charset.forName(charset));
        assertThat(withBody("text/plain", "8bit", bytes).text()).isEqualTo(text);
    }

    @Test
    void utf8CutInsideALetterIsStillUtf8() {
        byte[] bytes = "关于伺服电机报价单的回复与确认".getBytes(UTF_8);
        assertThat(withBody("text/plain", "8bit", java.util.Arrays.copyOf(bytes, bytes.length - 1)).text()).startsWith(
                "关于伺服电机报价单的回复与确");
    }

    @Test
    void aByteOrderMarkDecidesAndIsNotShown() {
        assertThat(
                withBody("text/plain", "base64", java.util.Base64.getEncoder().encode("请查收".getBytes(UTF_16))).text())
                .isEqualTo("请查收");
        assertThat(withBody("text/plain; charset=utf-8", "8bit", "\uFEFF请查收".getBytes(UTF_8)).text()).isEqualTo("请查收");
    }

    @Test
    void htmlNamesItsCharsetInItsHeadButTheHeaderCountsMore() {
        String html = "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=%s\"></head><body><p>"
                + TRADITIONAL + "</p></body></html>";
        assertThat(withBody("text/html", "8bit", html.formatted("big5").getBytes(BIG5)).text()).isEqualTo(TRADITIONAL);
        assertThat(withBody("text/html", "8bit",
                html.replace("http-equiv=\"Content-Type\" content=\"text/html; charset=%s\"",
                        "charset='big5'").getBytes(BIG5))
                .text()).isEqualTo(TRADITIONAL);
        Mail mail = withBody("text/html; charset=big5", "8bit", html.formatted("utf-8").getBytes(BIG5));
        assertThat(mail.text()).isEqualTo(TRADITIONAL);
        assertThat(mail.charset()).isEqualTo("big5-hkscs");
    }

    @Test
    void aCharsetNamedElsewhereInTheMailIsTriedFirst() {
        String subject = "張學友的報價";
        Mail mail = Samples.mail(BIG5, "Subject: " + subject, "Content-Type: text/plain; charset=big5", "",
                TRADITIONAL);
        assertThat(mail.subject()).isEqualTo(subject);
        Mail russian = Samples.mail(Charset.forName("KOI8-R"), "Subject: Цена",
                "Content-Type: text/plain; charset=koi8-r", "",
                "Добрый день");
        assertThat(russian.subject()).isEqualTo("Цена");
    }

    @Test
    void theUserCanReadAMailWithAnotherCharset() {
        byte[] raw = Samples.raw(BIG5, "Subject: 報價", "Content-Type: text/plain; charset=gb2312", "", TRADITIONAL);
        Mail mail = new MailReader().read(raw, BIG5);
        assertThat(mail.subject()).isEqualTo("報價");
        assertThat(mail.text()).isEqualTo(TRADITIONAL);
        assertThat(mail.charset()).isEqualTo("big5");
    }

    @Test
    void nulAndControlCharactersAreNotShown() {
        assertThat(
                withBody("text/plain; charset=utf-8", "8bit", "a\u0000b\u0007c\tä\r\nx\rz\r\r\ny\u0085".getBytes(UTF_8))
                        .text())
                .isEqualTo("abc\tä\nx\nz\ny");
    }
}
