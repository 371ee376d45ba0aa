package app.kith.mail;

import static app.kith.mail.Samples.base64;
import static app.kith.mail.Samples.withField;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodedWordsTest {
    private static final Charset GBK = Charset.forName("GBK");

    private static String subject(String value) {
        return withField("Subject: " + value).subject();
    }

    @Test
    void aWordSplitInsideACharacterIsJoinedBeforeDecoding() {
        byte[] bytes = "数控机床报价单".getBytes(GBK);
        String first = Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, 5));
        String second = Base64.getEncoder().encodeToString(Arrays.copyOfRange(bytes, 5, bytes.length));
        assertThat(subject("=?gb2312?B?" + first + "?=\r\n =?GB2312?B?" + second + "?=")).isEqualTo("数控机床报价单");
        assertThat(subject("=?utf-8?Q?=E6=95?= =?utf-8?Q?=B0=E6=8E=A7?=")).isEqualTo("数控");
    }

    @Test
    void aBase64StreamCutAtAnyPlaceIsJoined() {
        String all = base64("数控机床报价单请确认", UTF_8);
        assertThat(subject("=?utf-8?B?" + all.substring(0, 13) + "?= =?utf-8?B?" + all.substring(13) + "?=")).isEqualTo(
                "数控机床报价单请确认");
    }

    @Test
    void blanksBetweenWordsGoAndBlanksBesideTextStay() {
        assertThat(subject("=?utf-8?Q?a?= =?utf-8?Q?b?=  =?iso-8859-1?Q?c?= d =?utf-8?Q?e?=")).isEqualTo("abc d e");
        assertThat(subject("Re: =?utf-8?B?5oql5Lu3?=\r\n\t2024")).isEqualTo("Re: 报价 2024");
    }

    @ParameterizedTest
    @CsvSource({"Quote=?utf-8?B?5oql5Lu3?=2024,Quote报价2024",
            "=?utf-8?B?5oql5Lu3?==?utf-8?B?5oql5Lu3?=,报价报价",
            "=?utf-8*zh-cn?B?5oql5Lu3?=,报价",
            "=?x-unknown?B?sai82w==?=,报价",
            "=??B?sai82w==?=,报价",
            "=?utf-8?B?5oql5Lu3,报价",
            "=?utf-8?B?5oql5Lu35Y2V?,报价单?",
            "=?utf-8?Q?Quote for 2024 =E6=8A=A5=E4=BB=B7?=,Quote for 2024 报价",
            "=?utf-8?Q?=E6=8A=A5=E4=BB=B7,报价",
            "=?utf-8?q?a_b=5Fc?=,a b_c",
            "=?utf-8?B?5oql 5Lu3?=,报价",
            "=?gb2312?B?sai82w?=,报价",
            "=?utf-8?X?abc?=,=?utf-8?X?abc?=",
            "a =? b,a =? b",
            "=?,=?",
            "=?utf-8?Q??= x,x"})
    void wordsAreReadAsTheyAreWrittenInReality(String written, String read) {
        assertThat(subject(written)).isEqualTo(read);
    }

    @Test
    void quotesInASubjectStay() {
        assertThat(subject("\"=?gb18030?B?" + base64("付款通知", GBK) + "?=\"")).isEqualTo("\"付款通知\"");
    }

    @Test
    void aWrongCharsetOfAWordIsMended() {
        assertThat(subject("=?utf-8?B?" + base64("付款通知，请查收", GBK) + "?=")).isEqualTo("付款通知，请查收");
        assertThat(subject("=?gb2312?B?" + base64("付款通知，请查收", UTF_8) + "?=")).isEqualTo("付款通知，请查收");
    }

    @Test
    void aShortNameThatIsUtf8ByAccidentKeepsTheCharsetItNames() {
        for (String name : List.of("展贸通", "展贸通 0755-8888")) {
            byte[] bytes = name.getBytes(GBK);
            assertThat(new String(bytes, UTF_8)).as("%s is valid UTF-8", name).doesNotContain("\uFFFD");
            assertThat(subject("=?GB18030?B?" + base64(name, GBK) + "?=")).isEqualTo(name);
        }
        assertThat(subject("=?gb2312?B?" + base64("Привет", UTF_8) + "?=")).isEqualTo("Привет");
    }

    @Test
    void rawLettersBesideWordsAreReadByTheirOwnBytes() {
        assertThat(subject("[工单#659] =?utf-8?B?5oql5Lu3?=")).isEqualTo("[工单#659] 报价");
        byte[] raw = Samples.raw(GBK, "Subject: 【重要】付款通知", "", "x");
        assertThat(new MailReader().read(raw).subject()).isEqualTo("【重要】付款通知");
    }

    @Test
    void whatIsDecodedIsOneLineWithoutControlsAndOverrides() {
        assertThat(subject("=?utf-8?Q?a=0D=0ABcc:_x=00=E2=80=AEy?=")).isEqualTo("a Bcc: xy");
    }

    @Test
    void decodingHappensOnce() {
        assertThat(subject("=?utf-8?Q?=3D=3Futf-8=3FQ=3Fx=3F=3D?=")).isEqualTo("=?utf-8?Q?x?=");
    }
}
