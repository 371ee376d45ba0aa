package app.kith.mail;

import static app.kith.mail.Samples.withField;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {

    private static String show(List<Mailbox> boxes) {
        return boxes.stream().map(box -> (box.name() + " <" + box.address() + ">").strip())
                .collect(Collectors.joining(" | "));
    }

    private static String to(String value) {
        return show(withField("To: " + value).to());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
            a@b.cn                                              → <a@b.cn>
            <a@b.cn>                                            → <a@b.cn>
            Wang Li <a@b.cn>                                    →Wang Li <a@b.cn>
            "Wang, Li" <a@b.cn>, c@d.cn                         →Wang, Li <a@b.cn> | <c@d.cn>
            a@b.cn; c@d.cn;                                     → <a@b.cn> | <c@d.cn>
            , a@b.cn,, c@d.cn,                                  → <a@b.cn> | <c@d.cn>
            <<a@b.cn>>                                          → <a@b.cn>
            Li <a@b.cn> Wu <c@d.cn>                             →Li <a@b.cn> | Wu <c@d.cn>
            a@b.cn c@d.cn                                       → <a@b.cn> | <c@d.cn>
            <a@b.cn> Li, c@d.cn                                 →Li <a@b.cn> | <c@d.cn>
            a@b.cn (Wang Li)                                    →Wang Li <a@b.cn>
            王 <用户@例子.cn>, Дмитрий@почта.рф                   →王 <用户@例子.cn> | <Дмитрий@почта.рф>
            Team: Li <a@b.cn>, Wu <c@d.cn> (us); (the end of it) →Li <a@b.cn> | Wu <c@d.cn>
            jdoe@test   . example, li @ b.cn, J. Wu d@e.cn      → <jdoe@test.example> | <li@b.cn> | J. Wu <d@e.cn>
            a@b.cn (Wang (Sales) Li)                            →Wang (Sales) Li <a@b.cn>
            Pete(A nice \\) chap) <pete(his account)@x.test>    →Pete <pete@x.test>
            "a@b.cn" <a@b.cn>                                   →a@b.cn <a@b.cn>
            a@b.cn <a@b.cn>                                     →a@b.cn <a@b.cn>
            'a@b.cn' <a@b.cn>                                   →a@b.cn <a@b.cn>
            Sales: a@b.cn, Li <c@d.cn>; e@f.cn                  → <a@b.cn> | Li <c@d.cn> | <e@f.cn>
            undisclosed-recipients:;                            →
            Undisclosed recipients                              →
            =?utf-8?B?5p2O?=<a@b.cn>                            →李 <a@b.cn>
            "=?utf-8?B?5p2O?=" <a@b.cn>                         →李 <a@b.cn>
            =?utf-8?Q?Li,_=28Sales=29?= <a@b.cn>                →Li, (Sales) <a@b.cn>
            =?utf-8?Q?Li, (Sales)?= <a@b.cn>                    →Li, (Sales) <a@b.cn>
            =?utf-8?B?6ZSA5ZSu?=: a@b.cn;                       → <a@b.cn>
            Li <a..b.@docomo.ne.jp>                             →Li <a..b.@docomo.ne.jp>
            Li <postmaster>                                     →Li <postmaster>
            root                                                → <root>
            Wang Li                                             →Wang Li <>
            Li <a @ b.cn>                                       →Li <a@b.cn>
            <@r1.test,@r2.test:a@b.cn>                          → <a@b.cn>
            <mailto:a@b.cn>                                     → <a@b.cn>
            mailto:a@b.cn                                       → <a@b.cn>
            "john doe"@b.cn                                     → <"john doe"@b.cn>
            Li <a@b.cn                                          →Li <a@b.cn>
            "Li <a@b.cn>                                        →Li <a@b.cn>
            Li (Sales <a@b.cn>                                  →Li (Sales <a@b.cn>
            =?utf-8?Q?=22Li=22?= <a@b.cn>                       →Li <a@b.cn>
            Wang   Li   <a@b.cn>                                →Wang Li <a@b.cn>
            李雷 <李雷@例子.cn>                                    →李雷 <李雷@例子.cn>
            "\\"Li\\" Wu" <a@b.cn>                              →"Li" Wu <a@b.cn>
            """)
    void addressesAreReadAsTheyAreWrittenInReality(String written, String read) {
        assertThat(to(written)).isEqualTo(read == null ? "" : read);
    }

    @Test
    void aCommaMissingAtAFoldIsSeen() {
        assertThat(to("Li <a@b.cn>\r\n\t=?utf-8?B?5p2O?=\r\n <c@d.cn>")).isEqualTo("Li <a@b.cn> | 李 <c@d.cn>");
    }

    @Test
    void severalFieldsOfOneNameAreOneList() {
        assertThat(show(Samples.mail("To: a@b.cn", "TO : c@d.cn", "", "x").to())).isEqualTo("<a@b.cn> | <c@d.cn>");
    }

    @Test
    void rawChineseNamesAreReadInAnyCharset() {
        Mail mail = Samples.mail(Charset.forName("GBK"), "From: \"李静\" <li@b.cn>",
                "Content-Type: text/plain; charset=gbk", "",
                "您好");
        assertThat(show(mail.from())).isEqualTo("李静 <li@b.cn>");
        // The second byte of 許 in Big5 is a backslash.
        Mail big5 = Samples.mail(Charset.forName("Big5"), "From: \"許功蓋\" <li@b.cn>",
                "Content-Type: text/plain; charset=big5",
                "", "您好");
        assertThat(show(big5.from())).isEqualTo("許功蓋 <li@b.cn>");
    }

    @Test
    void theSenderStandsInForAMissingAuthor() {
        assertThat(show(Samples.mail("Sender: Li <a@b.cn>", "", "x").from())).isEqualTo("Li <a@b.cn>");
    }

    @Test
    void theOtherFieldsAreReadInTheSameWay() {
        Mail mail = Samples.mail("Cc: a@b.cn", "Bcc: c@d.cn", "Reply-To: Li <e@f.cn>", "", "x");
        assertThat(show(mail.cc()) + show(mail.bcc()) + show(mail.replyTo()))
                .isEqualTo("<a@b.cn><c@d.cn>Li <e@f.cn>");
    }

    @Test
    void writingDirectionCannotBeTurnedInAName() {
        assertThat(to("=?utf-8?Q?=E2=80=AEgro.knab?= <a@b.cn>")).isEqualTo("gro.knab <a@b.cn>");
    }
}
