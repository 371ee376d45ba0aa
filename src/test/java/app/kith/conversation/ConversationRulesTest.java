package app.kith.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.mail.Mail;
import app.kith.mail.Samples;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What joins an answer that names no id, and what must not. */
class ConversationRulesTest {
    private static final String ME = "chen@kaida.test";
    private static final String ANNA = "anna@nord.test";
    private static final String TEXT = "The bearings of the second lot run hot after an hour, please tell us what to do.";
    private int next;

    private Mail mail(String from, String to, String date, String subject, String... rest) {
        List<String> lines = new ArrayList<>(List.of("From: " + from, "To: " + to, "Date: " + date,
                "Subject: " + subject, "Message-ID: <" + next++ + "@x.test>",
                "Content-Type: text/plain; charset=utf-8"));
        if (rest.length == 0) {
            lines.addAll(List.of("", "Body"));
        }
        lines.addAll(List.of(rest));
        return Samples.mail(lines.toArray(String[]::new));
    }

    private static int conversations(Mail... mails) {
        Threader<Integer> forward = new Threader<>();
        Threader<Integer> backward = new Threader<>();
        for (int i = 0; i < mails.length; i++) {
            forward.add(i, mails[i]);
            backward.add(mails.length - 1 - i, mails[mails.length - 1 - i]);
        }
        assertThat(backward.conversations()).isEqualTo(forward.conversations());
        return forward.conversations().size();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Re: Price list", "RE : price list", "Re[2]: Price list", "RE^3: Price list",
            "AW: Re: Price list",
            "SV: Price list", "TR: Price list", "回复：Price list", "答复: Price list", "回覆：Re：Price list",
            "Re: [Sales] Price list", "[EXTERNAL] Re: Price list", "转发：Price  list", "Price list (fwd)"})
    void anAnswerWithoutIdsIsJoinedBySubjectPeopleAndTime(String subject) {
        assertThat(conversations(mail(ANNA, ME, "2 Mar 2026 08:00:00 +0000", "Price list"),
                mail(ME, ANNA, "3 Mar 2026 08:00:00 +0800", subject))).isEqualTo(1);
    }

    @Test
    void aChineseSubjectIsJoinedToo() {
        assertThat(conversations(mail(ANNA, ME, "2 Mar 2026 08:00:00 +0000", "水泵报价单"),
                mail(ME, ANNA, "3 Mar 2026 08:00:00 +0800", "回复：Re: 水泵报价单"),
                mail(ANNA, ME, "4 Mar 2026 08:00:00 +0800", "答复: 回复：水泵报价单"))).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"Price list", "Re-order list", "Reply: Price list", "Re: Price list 2", "Re: [#57] Price list"})
    void aSubjectThatIsNotThatOfAnAnswerJoinsNothing(String subject) {
        assertThat(conversations(mail(ANNA, ME, "2 Mar 2026 08:00:00 +0000", "Price list"),
                mail(ME, ANNA, "3 Mar 2026 08:00:00 +0000", subject))).isEqualTo(2);
    }

    @Test
    void aSubjectUsedAgainJoinsNothing() {
        assertThat(conversations(mail(ANNA, ME, "2 Mar 2026 08:00:00 +0000", "Invoice"),
                mail(ANNA, ME, "9 Mar 2026 08:00:00 +0000", "Invoice"),
                mail("bob@west.test", ME, "3 Mar 2026 08:00:00 +0000", "Invoice"),
                mail("wang@hua.test", ME, "3 Mar 2026 08:00:00 +0000", "Re: Invoice"))).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"1 Apr 2026 08:00:00 +0000, 1", "1 Apr 2026 08:02:00 +0000, 2", "2 Mar 2026 07:30:00 +0000, 1",
            "1 Mar 2026 08:00:00 +0000, 2", "9 Sep 2026 08:00:00 +0000, 2"})
    void anAnswerComesAtMostThirtyDaysLater(String date, int conversations) {
        assertThat(conversations(mail(ANNA, ME, "2 Mar 2026 08:00:00 +0000", "报价单"),
                mail(ME, ANNA, date, "回复：报价单"))).isEqualTo(conversations);
    }

    @Test
    void anAnswerThatNamesAMessageNobodyHasIsNotJoinedBySubject() {
        assertThat(conversations(mail(ANNA, ME, "2 Mar 2026 08:00:00 +0000", "Invoice"),
                mail(ME, ANNA, "3 Mar 2026 08:00:00 +0000", "Re: Invoice", "In-Reply-To: <other@gone.test>", "",
                        "Body")))
                .isEqualTo(2);
    }

    @Test
    void theMailOfProgramsAndListsIsJoinedByIdsOnly() {
        assertThat(conversations(
                mail(ANNA, ME, "2 Mar 2026 08:00:00 +0000", "News", "List-Id: <news.nord.test>", "", "Body"),
                mail(ME, ANNA, "3 Mar 2026 08:00:00 +0000", "Re: News"))).isEqualTo(2);
    }

    @Test
    void theIndexOfExchangePartsWhatTheSubjectWouldJoin() {
        String one = "Thread-Index: AdmhssPUAdmhssPUAdmhssPUAdmhss";
        String other = "Thread-Index: AdmXXXPUAdmhssPUAdmhssPUAdmhss";
        Mail question = mail(ANNA, ME, "2 Mar 2026 08:00:00 +0000", "Invoice", one, "", "Body");
        assertThat(conversations(question,
                mail(ME, ANNA, "3 Mar 2026 08:00:00 +0000", "Re: Invoice", other, "", "Body"))).isEqualTo(2);
        assertThat(conversations(question,
                mail(ME, ANNA, "3 Mar 2026 08:00:00 +0000", "Re: offer", one + "AAAA", "", "Body"))).isEqualTo(1);
        assertThat(conversations(question, mail(ME, ANNA, "3 Mar 2026 08:00:00 +0000", "Re: Invoice"))).isEqualTo(1);
        assertThat(conversations(mail(ANNA, ME, "2 Mar 2026 08:00:00 +0000", "Invoice"),
                mail(ME, ANNA, "3 Mar 2026 08:00:00 +0000", "Re: Invoice", other, "", "Body"))).isEqualTo(1);
    }

    private Mail question() {
        return mail("Anna Keller <" + ANNA + ">", ME, "2 Mar 2026 06:22:33 +0000", "Lot 7", "", "Dear Chen,", "", TEXT,
                "",
                "Kind regards", "Anna Keller");
    }

    /** A forwarded copy: other people, other time, no prefix, so that only the quote can join it. */
    private Mail quoting(String... lines) {
        List<String> rest = new ArrayList<>(List.of("", "see below", ""));
        rest.addAll(List.of(lines));
        return mail(ME, "boss@kaida.test", "20 Jun 2026 09:00:00 +0800", "Lot 7", rest.toArray(String[]::new));
    }

    @Test
    void aQuoteBelowTheHeaderOfOutlookJoins() {
        assertThat(conversations(question(), quoting("-----Original Message-----", "From: Anna Keller <" + ANNA + ">",
                "Sent: Monday, March 2, 2026 2:22 PM", "To: Chen", "Subject: Lot 7", "", "Dear Chen,", "", TEXT)))
                .isEqualTo(1);
    }

    @Test
    void aQuoteBelowTheHeaderOfFoxmailJoins() {
        assertThat(conversations(question(), quoting("发件人： Anna Keller <" + ANNA + ">", "发送时间： 2026-03-02 14:22",
                "收件人： chen", "主题： Lot 7", "", "Dear Chen,", "", TEXT))).isEqualTo(1);
    }

    @Test
    void aQuoteBelowALineThatNamesTheWriterJoinsHoweverItsLinesWereBroken() {
        assertThat(conversations(question(), quoting("在 2026年3月2日 14:22，Anna Keller <" + ANNA + "> 写道：", "",
                "> Dear Chen,", "> The bearings of the second lot run", "> hot after an hour, please tell us",
                "> what to do."))).isEqualTo(1);
        assertThat(conversations(question(), quoting("On Mon, Mar 2, 2026 at 7:22 AM Anna Keller <" + ANNA + "> wrote:",
                "", "> Dear Chen,", ">", "> " + TEXT))).isEqualTo(1);
    }

    @Test
    void aQuoteJoinsAlsoWhereAGatewayWroteTheIdsAnew() {
        Mail answer = mail(ME, ANNA, "4 Mar 2026 09:00:00 +0800", "Re: Lot 7", "In-Reply-To: <rewritten@gate.test>", "",
                "Stop them.", "", "On Mon, Mar 2, 2026 at 2:22 PM Anna Keller <" + ANNA + "> wrote:", "",
                "> Dear Chen,", ">", "> " + TEXT);
        assertThat(conversations(question(), answer)).isEqualTo(1);
    }

    @Test
    void aQuoteOfAnotherTimeWriterSubjectOrTextJoinsNothing() {
        String from = "From: Anna Keller <" + ANNA + ">";
        String sent = "Sent: Monday, March 2, 2026 2:22 PM";
        String mark = "-----Original Message-----";
        assertThat(conversations(question(),
                quoting(mark, from, "Sent: Monday, March 9, 2026 2:22 PM", "Subject: Lot 7", "", "Dear Chen,", TEXT),
                quoting(mark, from, "Sent: Monday, March 2, 2026 2:25 PM", "Subject: Lot 7", "", "Dear Chen,", TEXT),
                quoting(mark, "From: <bob@west.test>", sent, "Subject: Lot 7", "", "Dear Chen,", TEXT),
                quoting(mark, from, sent, "Subject: Lot 8", "", "Dear Chen,", TEXT),
                quoting(mark, from, sent, "Subject: Lot 7", "", "Please find our offer for the pumps of last week."),
                quoting(TEXT))).isEqualTo(7);
    }

    @Test
    void signaturesAndLegalNoticesJoinNothing() {
        String notice = "This message is confidential and meant for the person whom it is addressed to only.";
        Mail one = mail(ANNA, ME, "2 Mar 2026 06:22:33 +0000", "Hello", "", "Yes.", "", "-- ", "Anna Keller", notice);
        Mail other = mail(ANNA, ME, "2 Mar 2026 07:22:33 +0000", "Hello", "", "No.", "", "-- ", "Anna Keller", notice);
        Mail answer = mail(ME, "boss@kaida.test", "2 Jun 2026 07:22:33 +0000", "Hello", "", "fyi", "",
                "-----Original Message-----", "From: <" + ANNA + ">", "Sent: Monday, March 2, 2026 2:22 PM",
                "Subject: Hello", "", "No.", "", "-- ", "Anna Keller", notice);
        assertThat(conversations(one, other, answer)).isEqualTo(3);
    }

    @Test
    void theSameWordsSentEveryMonthAreNotOneConversation() {
        String[] text = {"", "您好，附件是本月的对账单，请查收并尽快确认金额，谢谢。"};
        assertThat(conversations(mail(ANNA, ME, "2 Mar 2026 08:00:00 +0800", "对账单", text),
                mail(ANNA, ME, "2 Apr 2026 08:00:00 +0800", "对账单", text),
                mail(ANNA, ME, "2 May 2026 08:00:00 +0800", "对账单", text),
                mail(ME, ANNA, "3 May 2026 09:00:00 +0800", "回复：对账单", "In-Reply-To: <2@x.test>", "", "已确认。", "",
                        "发件人： <" + ANNA + ">", "发送时间： 2026-05-02 08:00", "收件人： chen", "主题： 对账单", "",
                        "您好，附件是本月的对账单，请查收并尽快确认金额，谢谢。")))
                .isEqualTo(3);
    }

    @Test
    void tenThousandAnswersAreOneConversation() {
        Threader<Integer> threader = new Threader<>();
        for (int i = 0; i < 10_000; i++) {
            threader.add(i, mail(i % 2 == 0 ? ANNA : ME, i % 2 == 0 ? ME : ANNA,
                    "2 Mar 2026 " + (10 + i / 1000) + ":" + (10 + i / 20 % 50) + ":00 +0000", "Re: chat"));
        }
        assertThat(threader.conversations()).hasSize(1);
    }
}
