package app.kith.mail;

import static app.kith.mail.Samples.mail;
import static org.assertj.core.api.Assertions.assertThat;

import app.kith.mail.DeliveryFailure.Lasting;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryFailuresTest {

    private static Mail report(String... groups) {
        List<String> lines = new ArrayList<>(List.of("From: MAILER-DAEMON@mx.x.test", "To: me@x.test",
                "Subject: Undelivered Mail Returned to Sender",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=b", "", "--b", "",
                "Your mail did not arrive.", "--b", "Content-Type: message/delivery-status", "",
                "Reporting-MTA: dns; mx.x.test"));
        for (String group : groups) {
            lines.add("");
            lines.addAll(group.lines().toList());
        }
        lines.addAll(List.of("--b", "Content-Type: text/rfc822-headers", "", "Subject: offer",
                "Message-ID: <offer-7@x.test>", "--b--"));
        return mail(lines.toArray(String[]::new));
    }

    private static String shown(Mail mail) {
        return String.join("\n", mail.deliveryFailures().stream()
                .map(each -> each.address() + " | " + each.status() + " | " + each.lasting() + " | " + each.reason())
                .toList());
    }

    /** A notice without a report, its text as a program writes it. */
    private static Mail notice(String from, String subject, String text) {
        List<String> lines = new ArrayList<>(
                List.of("Return-Path: <>", "From: " + from, "To: me@x.test", "Subject: " + subject,
                        "Content-Type: text/plain; charset=utf-8", ""));
        lines.addAll(text.lines().toList());
        return mail(lines.toArray(String[]::new));
    }

    @Test
    void everyRecipientOfAReportThatDidNotGetTheMailIsNamed() {
        Mail mail = report("""
                Final-Recipient: rfc822; li@y.test
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 <li@y.test>: no such user here""", """
                Final-Recipient: rfc822; ok@y.test
                Action: delivered
                Status: 2.0.0""", """
                Final-Recipient: rfc822; chen@z.test
                Action: delayed
                Status: 4.4.1
                Diagnostic-Code: X-Postfix; connect to mx.z.test: timed out""");
        assertThat(shown(mail)).isEqualTo("""
                li@y.test | 5.1.1 | PERMANENT | 550 5.1.1 <li@y.test>: no such user here
                chen@z.test | 4.4.1 | TEMPORARY | connect to mx.z.test: timed out""");
        assertThat(mail.deliveryFailures())
                .allSatisfy(each -> assertThat(each.messageId()).isEqualTo("offer-7@x.test"));
        assertThat(mail.signs()).contains(new Sign(Sign.Kind.BOUNCE,
                "li@y.test failed 5.1.1: 550 5.1.1 <li@y.test>: no such user here"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
            Original-Recipient: rfc822;wang+2Boffers@y.test    → wang+offers@y.test
            Original-Recipient: rfc822;wang+25th@y.test        → wang+25th@y.test
            Original-Recipient: utf-8; \\x{738B}@y.test        → 王@y.test
            Original-Recipient: utf-8; 王@例子.test             → 王@例子.test
            Original-Recipient: rfc822;unknown                 → final@y.test
            X-Other: 1                                         → final@y.test
            """)
    void theAddressIsTheOneThatTheUserWroteTo(String field, String address) {
        Mail mail = report(field + "\nFinal-Recipient: rfc822; <final@y.test>\nAction: failed\nStatus: 5.0.0");
        assertThat(mail.deliveryFailures()).extracting(DeliveryFailure::address).containsExactly(address);
    }

    @Test
    void aVagueStatusGivesWayToTheAnswersOwn() {
        Mail mail = report("Final-Recipient: rfc822; li@y.test\nAction: failed\nStatus: 5.0.0 (permanent)\n"
                + "Diagnostic-Code: smtp; 552 5.2.2 mailbox full");
        assertThat(shown(mail)).isEqualTo("li@y.test | 5.2.2 | PERMANENT | 552 5.2.2 mailbox full");
    }

    @Test
    void aReportOfSuccessIsNoFailure() {
        Mail mail = report("Final-Recipient: rfc822; li@y.test\nAction: relayed\nStatus: 2.1.5");
        assertThat(mail.deliveryFailures()).isEmpty();
        assertThat(mail.has(Sign.Kind.BOUNCE)).isFalse();
        assertThat(mail.signs()).contains(new Sign(Sign.Kind.AUTO_REPLY, "a delivery receipt: li@y.test relayed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Final-Recipient", "Final-Recipient: ;;;\nAction: failed",
            "Final-Recipient: rfc822; |/bin/filter me\nAction: failed", "Action: failed\nStatus: 5.1.1"})
    void aReportThatNamesNobodyIsStillANotice(String group) {
        Mail mail = report(group);
        assertThat(mail.has(Sign.Kind.BOUNCE)).isTrue();
        assertThat(mail.deliveryFailures()).isEmpty();
    }

    @Test
    void wordsFillWhatTheReportLeavesOut() {
        Mail mail = mail("From: postmaster@y.test", "To: me@x.test", "Subject: Undeliverable: offer",
                "In-Reply-To: <offer-9@x.test>",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=b", "", "--b", "",
                "This did not reach:", "", "Li <li@y.test>", "The mailbox was closed in May.", "", "--b",
                "Content-Type: message/delivery-status", "", "Reporting-MTA: dns;x", "",
                "Final-Recipient: rfc822;li@y.test", "Action: failed", "Status: 5.2.1", "--b--");
        assertThat(mail.deliveryFailures()).containsExactly(new DeliveryFailure("li@y.test", "5.2.1",
                "The mailbox was closed in May.", Lasting.PERMANENT, "offer-9@x.test"));
    }

    @Test
    void qmailSaysItInAParagraphForEachAddress() {
        Mail mail = notice("MAILER-DAEMON@q.test", "failure notice", """
                Hi. This is the qmail-send program at q.test.
                I'm afraid I wasn't able to deliver your message to the following addresses.
                This is a permanent error; I've given up. Sorry it didn't work out.

                <li@y.test>:
                Sorry, no mailbox here by that name. (#5.1.1)

                <chen@z.test>:
                192.0.2.7 does not like recipient.
                Remote host said: 452 4.2.2 Over quota
                Giving up on 192.0.2.7.

                --- Below this line is a copy of the message.

                Return-Path: <me@x.test>
                Message-ID: <offer-1@x.test>
                To: li@y.test, chen@z.test, third@y.test
                """);
        assertThat(shown(mail)).isEqualTo("""
                li@y.test | 5.1.1 | PERMANENT | Sorry, no mailbox here by that name. (#5.1.1)
                chen@z.test | 4.2.2 | TEMPORARY | 452 4.2.2 Over quota Giving up on 192.0.2.7.""");
        assertThat(mail.deliveryFailures().getFirst().messageId()).isEqualTo("offer-1@x.test");
    }

    @Test
    void eximNamesAddressesIndented() {
        assertThat(shown(notice("Mail Delivery System <Mailer-Daemon@e.test>",
                "Mail delivery failed: returning message to sender", """
                        This message was created automatically by mail delivery software.

                        A message that you sent could not be delivered to one or more of its
                        recipients. This is a permanent error. The following address(es) failed:

                          li@y.test
                            SMTP error from remote mail server after RCPT TO:<li@y.test>:
                            host mx.y.test [192.0.2.9]: 550 relay not permitted
                          team@y.test
                            (ultimately generated from sales@y.test)
                            retry timeout exceeded

                        ------ This is a copy of the message, including all the headers. ------

                        Return-path: <me@x.test>
                        To: li@y.test
                        """))).isEqualTo("""
                        li@y.test | null | PERMANENT | 550 relay not permitted
                        sales@y.test | null | UNKNOWN | retry timeout exceeded""");
    }

    @Test
    void anEximWarningIsADelay() {
        Mail mail = notice("Mail Delivery System <Mailer-Daemon@e.test>", "Warning: message 1a2B3c-01 delayed 24 hours",
                """
                        A message that you sent has not yet been delivered to one or more of its
                        recipients after more than 24 hours on the queue.

                        The address to which the message has not yet been delivered is:

                          li@y.test
                            Delay reason: connection timed out

                        No action is required on your part.
                        """);
        assertThat(mail.deliveryFailures()).singleElement()
                .satisfies(each -> assertThat(each.lasting()).isEqualTo(Lasting.TEMPORARY));
    }

    @Test
    void postfixAndSendmailAreReadWithoutTheirReports() {
        assertThat(
                shown(notice("MAILER-DAEMON@p.test (Mail Delivery System)", "Undelivered Mail Returned to Sender", """
                        This is the mail system at host p.test.

                        For further assistance, please send mail to postmaster@p.test.

                                           The mail system

                        <li@y.test>: host mx.y.test[192.0.2.9] said: 550 5.7.1 Message refused by
                            content policy (in reply to end of DATA command)
                        """))).isEqualTo(
                        "li@y.test | 5.7.1 | PERMANENT | 550 5.7.1 Message refused by content policy (in reply to end of DATA command)");
        assertThat(shown(notice("Mail Delivery Subsystem <MAILER-DAEMON@s.test>", "Returned mail: see transcript", """
                The original message was received at Thu, 12 Mar 2026 10:00:00 +0800
                from localhost [127.0.0.1]

                   ----- The following addresses had permanent fatal errors -----
                <li@y.test>
                    (reason: 550 5.1.1 <li@y.test>... User unknown)

                   ----- Transcript of session follows -----
                ... while talking to mx.y.test.:
                >>> DATA
                <<< 550 5.1.1 <li@y.test>... User unknown
                """))).startsWith("li@y.test | 5.1.1 | PERMANENT | 550 5.1.1 <li@y.test>... User unknown");
    }

    @Test
    void exchangeIsReadInEnglishAndChinese() {
        assertThat(shown(notice("System Administrator <postmaster@y.test>", "Undeliverable: Offer", """
                Your message

                  To:      li@y.test
                  Subject: Offer
                  Sent:    Thu, 12 Mar 2026 10:00:00 +0800

                did not reach the following recipient(s):

                li@y.test on Thu, 12 Mar 2026 10:00:05 +0800
                    The e-mail account does not exist at the organization this message was sent to.
                    <mail.y.test #5.1.1>
                """))).isEqualTo(
                "li@y.test | 5.1.1 | PERMANENT | The e-mail account does not exist at the organization this message was sent to. <mail.y.test #5.1.1>");
        assertThat(shown(notice("Microsoft Outlook <MicrosoftExchange329e71ec88ae@y.test>", "未传递: 报价单", """
                无法将邮件传递给以下收件人或组:

                李雷 (li@y.test)
                找不到您输入的电子邮件地址。请检查收件人的电子邮件地址，然后重新发送该邮件。

                供管理员使用的诊断信息:

                生成服务器: mail.y.test

                li@y.test
                Remote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found'
                """))).isEqualTo(
                "li@y.test | 5.1.10 | PERMANENT | 550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found'");
        assertThat(notice("postmaster@y.test", "未能送达: 报价单", "您发给 li@y.test 的邮件未能送达。收件人邮箱已满。").deliveryFailures())
                .singleElement().satisfies(each -> assertThat(each.address()).isEqualTo("li@y.test"));
    }

    @Test
    void gmailIsReadInItsOldAndItsNewWords() {
        assertThat(shown(notice("Mail Delivery Subsystem <mailer-daemon@g.test>",
                "Delivery Status Notification (Failure)",
                """
                        Delivery to the following recipient failed permanently:

                             li@y.test

                        Technical details of permanent failure:
                        Google tried to deliver your message, but it was rejected by the server for the recipient domain y.test by mx.y.test. [192.0.2.9].

                        The error that the other server returned was:
                        550 5.1.1 no account by that name

                        ----- Original message -----

                        Message-ID: <offer-2@x.test>
                        """)))
                .isEqualTo("li@y.test | 5.1.1 | PERMANENT | 550 5.1.1 no account by that name");
        assertThat(shown(notice("Mail Delivery Subsystem <mailer-daemon@g.test>",
                "Delivery Status Notification (Failure)",
                """
                        ** Address not found **

                        Your message wasn't delivered to li@y.test because the domain y.test couldn't be found. Check for typos or unnecessary spaces and try again.

                        The response was:

                        DNS Error: 1234 DNS type 'mx' lookup of y.test responded with code NXDOMAIN
                        """)))
                .startsWith("li@y.test | null | PERMANENT | Your message wasn't delivered to li@y.test because");
    }

    @Test
    void chineseProvidersNameTheReasonByALabel() {
        assertThat(shown(notice("PostMaster@qq.test", "系统退信/Systems bounce", """
                很抱歉您发送的邮件被退回，以下是该邮件的相关信息：
                被退回邮件
                主 题：报价单
                时 间：2026-03-12 10:00:00
                无法发送到 li@y.test
                退信原因 收件人邮箱地址（li@y.test）不存在，邮件无法送达。
                host mx.y.test[192.0.2.9] said: 550 5.1.1 no such user (in reply to RCPT TO command)
                解决方案
                请联系您的收件人，重新核实邮箱地址。
                """))).isEqualTo(
                "li@y.test | 5.1.1 | PERMANENT | 550 5.1.1 no such user (in reply to RCPT TO command) 解决方案 请联系您的收件人，重新核实邮箱地址。"
                        .replace(" 解决方案 请联系您的收件人，重新核实邮箱地址。", ""));
        assertThat(shown(notice("Postmaster@n163.test", "系统退信", """
                抱歉，您的邮件被退回来了……
                原邮件信息：
                时　间：2026-03-12 10:00:00
                主　题：报价单
                收件人：li@y.test
                退信原因：
                收件人的邮箱暂时无法接收邮件，稍后重试。
                建议解决方案：
                请联系收件人确认，或联系管理员 help@n163.test。
                """))).isEqualTo("li@y.test | null | TEMPORARY | 收件人的邮箱暂时无法接收邮件，稍后重试。");
        assertThat(shown(notice("postmaster@ali.test", "系统退信", """
                您的邮件被退回
                发件人 me@x.test
                收件人 li@y.test
                退信原因 | 收件方地址不存在，或暂时不可用，导致邮件被系统退回。
                解决方案 | 1. 请检查输入的收件方地址是否有误
                远程响应 | the mta server of y.test — mx.y.test(192.0.2.9) reply:550 Mailbox not found
                """))).isEqualTo("li@y.test | null | PERMANENT | 550 Mailbox not found");
    }

    @Test
    void yahooAndDominoAreRead() {
        assertThat(shown(notice("MAILER-DAEMON@yh.test", "Failure Notice", """
                Sorry, we were unable to deliver your message to the following address.

                <li@y.test>:
                550: 5.1.1 <li@y.test>... no user

                --- Below this line is a copy of the message.
                """))).isEqualTo("li@y.test | 5.1.1 | PERMANENT | 550: 5.1.1 <li@y.test>... no user");
        assertThat(shown(
                notice("Postmaster@d.test", "DELIVERY FAILURE: User Li (li@d.test) not listed in Domino Directory",
                        """
                                Your message

                                  Subject: Offer

                                was not delivered to:

                                  li@d.test

                                because:

                                  User Li (li@d.test) not listed in Domino Directory
                                """)))
                .isEqualTo("li@d.test | null | PERMANENT | User Li (li@d.test) not listed in Domino Directory");
    }

    @Test
    void anHtmlTableOfAProviderIsRead() {
        Mail mail = mail("Return-Path: <>", "From: PostMaster@qq.test", "To: me@x.test", "Subject: 系统退信",
                "Content-Type: text/html; charset=utf-8", "",
                "<div>很抱歉您发送的邮件被退回</div><table><tr><td>主 题：</td><td>报价单</td></tr>",
                "<tr><td colspan=2>无法发送到 <a href='mailto:li@y.test'>li@y.test</a></td></tr>",
                "<tr><td>退信原因</td><td>收件人邮箱已满。</td></tr></table>");
        assertThat(mail.deliveryFailures()).singleElement().satisfies(each -> {
            assertThat(each.address()).isEqualTo("li@y.test");
            assertThat(each.reason()).isEqualTo("收件人邮箱已满。");
        });
    }

    @Test
    void theHeaderOfANoticeNamesTheAddressToo() {
        Mail mail = mail("From: Mail Delivery System <mailer-daemon@e.test>", "X-Failed-Recipients: li@y.test",
                "To: me@x.test", "Subject: Mail delivery failed", "", "The following address failed:", "", "  li",
                "    550 no such local part");
        assertThat(shown(mail)).isEqualTo("li@y.test | null | PERMANENT | 550 no such local part");
    }

    @Test
    void mailThatTalksAboutANoticeIsNone() {
        for (Mail mail : List.of(
                mail("From: Wang <wang@y.test>", "To: me@x.test", "Subject: Undelivered Mail Returned to Sender", "",
                        "I got this:", "<li@y.test>: 550 5.1.1 no such user"),
                mail("From: postmaster@y.test", "To: me@x.test", "Subject: Re: Undeliverable: offer", "",
                        "We have mended it; li@y.test works again."),
                mail("From: Wang <wang@y.test>", "To: me@x.test", "Subject: Fw: 系统退信",
                        "Content-Type: multipart/mixed; boundary=o", "", "--o", "", "看一下", "--o",
                        "Content-Type: multipart/report; report-type=delivery-status; boundary=b", "", "--b", "",
                        "Not delivered.", "--b", "Content-Type: message/delivery-status", "", "Reporting-MTA: dns;x",
                        "",
                        "Final-Recipient: rfc822;li@y.test", "Action: failed", "Status: 5.1.1", "--b--", "--o--"),
                mail("From: Wang <wang@y.test>", "To: me@x.test", "Subject: see this",
                        "Content-Type: multipart/mixed; boundary=o", "", "--o", "", "see", "--o",
                        "Content-Type: message/rfc822", "", "From: MAILER-DAEMON@q.test", "Subject: failure notice", "",
                        "<li@y.test>:", "550 no such user", "--o--"))) {
            assertThat(mail.has(Sign.Kind.BOUNCE)).as(mail.subject()).isFalse();
            assertThat(mail.deliveryFailures()).as(mail.subject()).isEmpty();
        }
    }

    @Test
    void anEndlessNoticeIsReadInItsBeginningOnly() {
        String many = "<li@y.test>: 550 no such user, ".repeat(200_000);
        assertThat(notice("MAILER-DAEMON@q.test", "failure notice", many).deliveryFailures()).hasSize(1);
        String lines = "a@b a@b a@b (generated from (generated from\n".repeat(50_000);
        assertThat(notice("MAILER-DAEMON@q.test", "failure notice", lines).deliveryFailures()).hasSize(1);
    }

    @Test
    void aStatusWithoutAReportAroundItIsRead() {
        Mail bare = mail("Content-Type: message/delivery-status", "", "Reporting-MTA: dns; x", "",
                "Final-Recipient: rfc822; li@y.test", "Action: failed", "Status: 4.2.2 (mailbox over quota)");
        assertThat(shown(bare)).isEqualTo("li@y.test | 4.2.2 | TEMPORARY | mailbox over quota");
        String[] mixed = {"From: MAILER-DAEMON@x.test", "Subject: Delivery Status",
                "Content-Type: multipart/mixed; boundary=b", "", "--b", "Content-Type: message/delivery-status", "",
                "Original-Recipient: <li@y.test>", "Action: failed", "--b--"};
        assertThat(shown(mail(mixed))).isEqualTo("li@y.test | null | UNKNOWN | ");
        mixed[0] = "From: wang@x.test";
        assertThat(mail(mixed).deliveryFailures()).isEmpty();
    }

    @Test
    void aSecondStatusSpeaksWhereTheFirstSaysNothing() {
        assertThat(shown(mail("Content-Type: multipart/report; report-type=delivery-status; boundary=b", "", "--b",
                "Content-Type: message/delivery-status", "", "It did not arrive.", "--b",
                "Content-Type: message/delivery-status", "", "Reporting-MTA: dns; x", "",
                "Final-Recipient: rfc822; li@y.test", "Action: failed", "Status: 5.3.0", "--b--")))
                .isEqualTo("li@y.test | 5.3.0 | PERMANENT | ");
    }

    @Test
    void headerFieldsAboveTheAddressesOnlySayWhichMailItWas() {
        assertThat(shown(notice("postmaster@y.test", "Delivery Notification: Delivery has failed", """
                This report relates to a message you sent with the following header fields:

                  Message-id: <offer-3@x.test>
                  To: all@list.test

                Your message cannot be delivered to the following recipients:

                  Recipient address: li@y.test
                  Reason: recipient reached disk quota
                """))).isEqualTo("li@y.test | null | UNKNOWN | recipient reached disk quota");
    }
}
