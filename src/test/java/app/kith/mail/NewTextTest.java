package app.kith.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewTextTest {
    private static final Mailbox ANNA = new Mailbox("Anna Keller", "anna.keller@nordwind.test");

    private static NewText of(String... lines) {
        return NewText.of(String.join("\n", lines), ANNA);
    }

    /** Each begins the history below an answer; a slash stands for a line end. */
    @ParameterizedTest
    @ValueSource(strings = {
            // Gmail
            "On Thu, Mar 12, 2026 at 4:05 PM Bob Lang <bob@acme.test> wrote://> Can you?/> Bob",
            "On Thu, Mar 12, 2026 at 4:05 PM Bob Lang with a long name <bob@acme.test>/wrote://> Can you?",
            "Bob Lang <bob@acme.test> 于2026年3月12日周四 16:05写道：//> 可以吗？",
            "Am Do., 12. März 2026 um 16:05 Uhr schrieb Bob Lang <bob@acme.test>://> Geht das?",
            "Le jeu. 12 mars 2026 à 16:05, Bob Lang <bob@acme.test> a écrit ://> Est-ce possible ?",
            "El jue, 12 mar 2026 a las 16:05, Bob Lang (<bob@acme.test>) escribió://> ¿Puede?",
            "Il giorno gio 12 mar 2026 alle ore 16:05 Bob Lang <bob@acme.test> ha scritto://> Va bene?",
            "---------- Forwarded message ---------/From: Bob Lang <bob@acme.test>/Date: Thu, Mar 12, 2026/Subject: x/To: <anna@x.test>//Can you?",
            // Outlook and Exchange
            "From: Bob Lang <bob@acme.test>/Sent: Thursday, March 12, 2026 4:05 PM/To: Anna Keller/Subject: RE: offer//Can you?",
            "________________________________/From: Bob Lang/Sent: Thursday, 12 March 2026/To: Anna/Subject: x//Can you?",
            "-----Original Message-----/From: Bob Lang/Sent: Thursday/To: Anna/Subject: x//Can you?",
            "Von: Bob Lang <bob@acme.test>/Gesendet: Donnerstag, 12. März 2026 16:05/An: Anna Keller/Betreff: AW: Angebot//Geht das?",
            "De : Bob Lang/Envoyé : jeudi 12 mars 2026 16:05/À : Anna/Objet : RE: offre//Est-ce possible ?",
            "发件人: 王小明 <wang@hua.test>/发送时间: 2026年3月12日 16:05/收件人: Anna/主题: 答复: 报价//可以吗？",
            "-----邮件原件-----/发件人: 王小明/发送时间: 2026年3月12日/收件人: Anna/主题: 报价//可以吗？",
            "寄件者: 陳志明/寄件日期: 2026年3月12日/收件者: Anna/主旨: 報價//可以嗎？",
            "*From:* Bob Lang <bob@acme.test>/*Sent:* Thursday, March 12, 2026/*To:* Anna/*Subject:* offer//Can you?",
            // Apple Mail, iPhone
            "> On 12 Mar 2026, at 16:05, Bob Lang <bob@acme.test> wrote:/>/> Can you?",
            "> 在 2026年3月12日，16:05，王小明 <wang@hua.test> 写道：/>/> 可以吗？",
            "Begin forwarded message://> From: Bob Lang/> Subject: x/>/> Can you?",
            "下面是被转发的邮件：//> 发件人: 王小明/> 主题: x/>/> 可以吗？",
            // Thunderbird
            "On 3/12/2026 4:05 PM, Bob Lang wrote:/> Can you?", "Am 12.03.2026 um 16:05 schrieb Bob Lang:/> Geht das?",
            "在 2026/3/12 16:05, 王小明 写道:/> 可以吗？", "Op 12-03-2026 om 16:05 schreef Bob Lang:/> Kan dat?",
            // Foxmail, QQ, NetEase
            " /发件人： 王小明/发送时间： 2026-03-12 16:05/收件人： Anna/主题： 报价/可以吗？",
            "------------------ 原始邮件 ------------------/发件人: \"王小明\" <wang@qq.test>;/发送时间: 2026年3月12日(星期四) 下午4:05/收件人: \"Anna\";/主题: 报价//可以吗？",
            "------------------&nbsp;原始邮件&nbsp;------------------/发件人: 王小明/可以吗？",
            "------------------ Original ------------------/From: \"Bob\" <bob@qq.test>;/Date: Thu, Mar 12, 2026/To: Anna//Can you?",
            "在 2026-03-12 16:05:10，\"王小明\" <wang@163.test> 写道：/可以吗？",
            "At 2026-03-12 16:05:10, \"Bob Lang\" <bob@163.test> wrote:/Can you?",
            "-----原始邮件-----/发件人:王小明/发送时间:2026-03-12/收件人:Anna//可以吗？",
            "---- 回复的原邮件 ----/| 发件人 | 王小明<wang@163.test> |/| 日期 | 2026年03月12日 16:05 |/| 收件人 | Anna |/| 主题 | 报价 |/可以吗？",
            // telephones and others
            "-------- Original message --------/From: Bob/Date: 12/03/2026//Can you?",
            "12.03.2026, 16:05, \"Bob\" <bob@yandex.test>://Can you?",
            "bob@acme.test writes://>Can you?", "---- Bob Lang wrote ----//> Can you?",
            "------On 12.03.2026 16:05, Bob Lang wrote-----//Can you?", "-----Antwort Nachricht-----//Geht das?",
            "2026-3-12 Bob Lang <bob@acme.test>//> Can you?",
            "Op 12-mrt.-2026, om 16:05 heeft Bob Lang <bob@acme.test> het volgende geschreven://Kan dat?",
            "2026-03-12 16:05 佐藤 健:/> 大丈夫ですか。"})
    void theHistoryBelowAnAnswerIsNotNew(String history) {
        NewText parts = of("Yes, 500 pieces.", "", history.replace("&nbsp;", "\u00A0").replace('/', '\n')
                .replace("3\n12\n2026", "3/12/2026").replace("2026\n3\n12", "2026/3/12")
                .replace("12\n03\n2026", "12/03/2026"));
        assertThat(parts.newText()).isEqualTo("Yes, 500 pieces.");
        assertThat(parts.history()).hasSize(1);
    }

    @Test
    void anAnswerBelowTheQuoteIsNew() {
        NewText parts = of("On 3/12/2026 4:05 PM, Bob wrote:", "> How many?", "", "> Bob", "", "Five hundred.", "",
                "-- ",
                "Anna Keller");
        assertThat(parts.newText()).isEqualTo("Five hundred.");
        assertThat(parts.signature()).isEqualTo("Anna Keller");
        assertThat(parts.history()).hasSize(1);
    }

    @Test
    void answersBetweenQuotedLinesAreNew() {
        NewText parts = of("Bob wrote on 3 March 2026:", "> How many?", "500.", "> When?", "", "In May.", "",
                "> Regards", "> Bob");
        assertThat(parts.newText()).isEqualTo("500.\n\nIn May.");
        assertThat(parts.history()).hasSize(3);
    }

    @Test
    void anAnswerBelowAQuotedHeaderIsNew() {
        assertThat(
                of("-----Original Message-----", "From: Bob", "Sent: Monday", "> How many?", "Five hundred.").newText())
                .isEqualTo("Five hundred.");
    }

    @Test
    void theBrokenRestOfAQuotedLineIsNotNew() {
        assertThat(
                of("> We would like to know how many pieces of the valve you can send us", "next week", "> and when.",
                        "Ten.").newText())
                .isEqualTo("Ten.");
    }

    @Test
    void whatAMailingListAddsIsNotNew() {
        assertThat(of("I agree.", "", "_______________________________________________", "Pump mailing list",
                "pump@x.test")
                .newText()).isEqualTo("I agree.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"On your machine you can run:\n\n  make all\n\nThis should work.",
            "He wrote to us about three things:\n\nprice, date and colour.",
            "From: the very beginning we wanted this.\nSo we do it.",
            "Date: 12 March\nPlace: Hamburg\nTopic: pumps", "The parts:\n- one\n- two\n- three",
            "Sizes are 10 -- 12 and 14.",
            "收件人：请填写完整。\n地址：也要写。", "价格如下：\n\nA型 100元\nB型 200元", "To: do\nSubject: to change"})
    void ordinaryLinesThatLookAlikeAreNew(String text) {
        assertThat(NewText.of(text, null).newText()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-- /Anna Keller/Nordwind", "Best regards,//Anna Keller/Purchasing Manager",
            "Mit freundlichen Grüßen/A. Keller",
            "Cordialement,/Anna Keller", "此致/敬礼//王小明", "顺祝商祺！/王小明/手机：13812345678", "Thanks,/Anna", "-Anna Keller",
            "Sent from my iPhone", "发自我的iPhone", "Get Outlook for iOS", "Von meinem iPhone gesendet",
            "Anna Keller/+49 40 1234567/www.nordwind.test", "--------------------/王小明/手机：13812345678", "Anna Keller",
            "Kind regards/Anna//Sent from my iPad", "よろしくお願いいたします。//佐藤 健/営業部長 | Beacon Inc."})
    void theSignatureIsFoundByItsMarkOrItsWords(String signature) {
        String block = signature.replace('/', '\n');
        NewText parts = of("Yes, 500 pieces are fine.", "", block);
        assertThat(parts.newText()).isEqualTo("Yes, 500 pieces are fine.");
        assertThat(parts.signature()).isEqualTo(block.startsWith("-- ") ? block.substring(4) : block);
    }

    @Test
    void theSignatureBeforeTheQuotedHistoryIsTheAuthors() {
        NewText parts = of("Fine.", "", "Best regards", "Anna Keller", "", "On 3/12/2026, Bob wrote:", "> Hi", "> -- ",
                "> Bob");
        assertThat(parts.signature()).isEqualTo("Best regards\nAnna Keller");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Thanks for the call. It went well.",
            "Please call +49 40 1234567 when you arrive at the gate.",
            "Sent from my desk, is much easier than my telephone.", "Best regards", "- Apple Juice\n- Orange Juice",
            "Regards,\nwe will send the goods on Monday and would be glad if you told us when they arrive."})
    void aTextWithoutASignatureHasNone(String text) {
        assertThat(NewText.of("Dear Bob,\n\n" + text, null).signature()).isNull();
    }

    @Test
    void theRangesAreInOrderAndHoldEveryWord() {
        List<String> lines = List.of("Hello", "", "> quoted", "On 3 May 2026, at 10:00, Bob <b@x.test> wrote:", "-- ",
                "Anna Keller",
                "Best regards,", "From: a", "Sent: b", "To: c", "Subject: d", "____________",
                "-----Original Message-----", "好的。", "发件人：王");
        Random random = new Random(5);
        for (int round = 0; round < 2000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.append(lines.get(random.nextInt(lines.size()))).append('\n');
            }
            NewText parts = NewText.of(text.toString(), ANNA);
            StringBuilder left = new StringBuilder(text);
            parts.own().forEach(range -> blank(left, range));
            parts.history().forEach(range -> blank(left, range));
            TextRange signature = parts.signatureRange();
            if (signature != null) {
                blank(left, signature);
            }
            assertThat(left.toString().isBlank()).as("%s", text).isTrue();
        }
    }

    private static void blank(StringBuilder text, TextRange range) {
        assertThat(text.substring(range.start(), range.end())).isNotBlank().doesNotContain("\0");
        text.replace(range.start(), range.end(), " ".repeat(range.end() - range.start()));
    }

    @Test
    void aHugeTextIsReadInTimeLinearInItsSize() {
        String text = "On x wrote:\n".repeat(100_000) + "> a\nb\n".repeat(100_000) + "From: x\n\n".repeat(100_000);
        assertThat(NewText.of(text, ANNA).own()).isNotEmpty();
    }

    @Test
    void aLinkBrokenInsideAQuoteStaysInIt() {
        assertThat(of("Yes.", "", "On Thu, 12 Mar 2026, Bob Lang wrote:", "> See it (http://acme.test/a/action",
                "_nonce=3dd518)", "> soon?").newText()).isEqualTo("Yes.");
    }

    @Test
    void wordsBeforeAnAttributionInTheSameLineAreNotLost() {
        assertThat(of("fine with me - Anna On Wed, Mar 12, 2026 at 3:59 PM, bob@acme.test wrote:", "> Can you?")
                .newText()).startsWith("fine with me - Anna");
        assertThat(of("Yes.", "", "Bob Lang on 12 March 2026 wrote:", "> Can you?").newText()).isEqualTo("Yes.");
    }
}
