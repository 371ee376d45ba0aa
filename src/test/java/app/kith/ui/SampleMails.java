package app.kith.ui;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Mails of the kinds that come into a sales office, written for the tests. */
final class SampleMails {
    static final Charset GBK = Charset.forName("GB18030");

    private SampleMails() {}

    /** {@return the kinds in their order, each with the mails of its conversation} */
    static Map<String, List<byte[]>> all() {
        Map<String, List<byte[]>> all = new LinkedHashMap<>();
        all.put("chinese", List.of(chinese()));
        all.put("thread", thread());
        all.put("newsletter", List.of(newsletter("img.sensor-letter.example")));
        all.put("invitation", List.of(invitation()));
        all.put("attachments", List.of(attachments()));
        all.put("failure", List.of(failure()));
        all.put("plain", List.of(plain()));
        all.put("broken", List.of(broken()));
        all.put("bidirectional", List.of(bidirectional()));
        all.put("table", List.of(table()));
        return all;
    }

    static byte[] bytes(String text) {
        return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String head(String id, String from, String subject, String day) {
        return """
                Message-ID: <%s@samples.test>
                From: %s
                To: Lin Yue <sales@example.test>
                Date: %s 09:30:00 +0800
                MIME-Version: 1.0
                Subject: %s
                """.formatted(id, from, day, subject);
    }

    private static byte[] chinese() {
        String text = head("chinese", "=?gb2312?B?zfXQocP3?= <wang@huake.example>", "关于报价单 Q-1042 的几点确认",
                "Mon, 16 Nov 2026") + """
                        Content-Type: text/plain; charset=gb2312
                        Content-Transfer-Encoding: 8bit

                        林经理，您好！

                        报价单 Q-1042 已收到，有三点请您确认：
                        1. 单价 ¥128.50 是否含税？交期能否从四周缩短到三周？
                        2. 付款方式：我们希望 30% 预付，余款见提单副本付清。
                        3. 包装请用木箱，唛头另附。

                        盼复，顺祝商祺！

                        王小明
                        采购经理 | 深圳华科电子有限公司
                        手机：138 0013 8000

                        ------------------ 原始邮件 ------------------
                        发件人: "林悦" <sales@example.test>;
                        发送时间: 2026年11月13日(星期五) 下午4:20
                        收件人: "王小明" <wang@huake.example>;
                        主题: 报价单 Q-1042

                        王经理，附件是报价单，请查收。防静电袋已按贵司要求更换。
                        """;
        return text.replace("\n", "\r\n").getBytes(GBK);
    }

    private static List<byte[]> thread() {
        String[] said = {"Could you quote 500 pieces of the HY-PA-24V valve? We need them in January.",
                "Dear Anna,\n\n500 pieces are 41.20 EUR each, four weeks ex works.",
                "Thank you. Our buyer asks for 39.50 EUR at 1,000 pieces.",
                "At 1,000 pieces we can do 39.90 EUR, and the seal kit comes free.",
                "Agreed. Please send the proforma with the seal kit as its own line.",
                "The proforma is on its way; the valve ships on 12 January."};
        List<byte[]> mails = new ArrayList<>();
        StringBuilder references = new StringBuilder();
        for (int i = 0; i < said.length; i++) {
            String from = i % 2 == 0 ? "Anna Keller <keller@nordwind.example>" : "Lin Yue <sales@example.test>";
            String quoted = i == 0
                    ? ""
                    : "\nOn %d Nov 2026, %s wrote:\n> %s\n".formatted(9 + i,
                            i % 2 == 0 ? "Lin Yue" : "Anna Keller", said[i - 1].replace("\n", "\n> "));
            String refs = i == 0 ? "" : "References:" + references + "\n";
            mails.add(bytes(head("thread-" + i, from, (i == 0 ? "" : "Re: ") + "Quotation for HY-PA-24V",
                    "Tue, %d Nov 2026".formatted(10 + i)) + refs + "Content-Type: text/plain; charset=utf-8\n\n"
                    + said[i] + "\n\nBest regards\n" + (i % 2 == 0 ? "Anna Keller" : "Lin Yue") + "\n" + quoted));
            references.append(" <thread-").append(i).append("@samples.test>");
        }
        return mails;
    }

    static byte[] newsletter(String host) {
        return bytes(head("newsletter", "Sensor Letter <news@sensor-letter.example>", "What is new in November",
                "Wed, 18 Nov 2026")
                + """
                        List-Unsubscribe: <mailto:off@sensor-letter.example>
                        Content-Type: text/html; charset=utf-8

                        <html><body style="margin:0;background:#f2f4f8"><table width="100%" bgcolor="#f2f4f8"><tr><td align="center">
                        <table width="600" bgcolor="#ffffff" cellpadding="0" cellspacing="0">
                        <tr><td bgcolor="#12355b" style="padding:24px;color:#ffffff;font-size:24px">Sensor Letter</td></tr>
                        <tr><td><img src="https://HOST/hero.png" width="600" height="180" alt="A test bench"></td></tr>
                        <tr><td style="padding:24px;color:#333333"><h2 style="color:#12355b">Calibrated in the field</h2>
                        <p>The new handheld reads <b>sixteen channels</b> at once. Users in three plants report half the downtime.</p>
                        <p><a href="https://sensor-letter.example/field" style="background:#d9480f;color:#ffffff;padding:10px 18px">Read on</a></p>
                        <img src="https://HOST/chart.png" width="260" height="120" alt="Downtime by plant"></td></tr>
                        <tr><td style="padding:16px;color:#888888;font-size:11px">You get this because you asked for it.
                        <a href="https://sensor-letter.example/off">Unsubscribe</a></td></tr></table>
                        <img src="https://HOST/open.gif?id=77" width="1" height="1">
                        <img src="https://HOST/seen.gif" style="display:none">
                        </td></tr></table></body></html>
                        """
                        .replace("HOST", host));
    }

    private static byte[] invitation() {
        return bytes(
                head("invitation", "Anna Keller <keller@nordwind.example>", "Invitation: Review of the valve order",
                        "Thu, 19 Nov 2026") + """
                                Content-Type: multipart/alternative; boundary=cal

                                --cal
                                Content-Type: text/plain; charset=utf-8

                                Please join us to go through the open points of order 4500002939.

                                --cal
                                Content-Type: text/calendar; charset=utf-8; method=REQUEST

                                BEGIN:VCALENDAR
                                METHOD:REQUEST
                                BEGIN:VEVENT
                                UID:review-1@nordwind.example
                                SUMMARY:Review of the valve order
                                LOCATION:Hamburg\\, Kaiserkai 12\\, room 3
                                DTSTART;TZID=America/New_York:20261201T090000
                                DTEND;TZID=America/New_York:20261201T100000
                                ORGANIZER;CN=Anna Keller:mailto:keller@nordwind.example
                                ATTENDEE;CN=Lin Yue;PARTSTAT=NEEDS-ACTION:mailto:sales@example.test
                                ATTENDEE;CN=王小明;PARTSTAT=ACCEPTED:mailto:wang@huake.example
                                ATTENDEE;CN=Tom Reed;PARTSTAT=DECLINED:mailto:reed@nordwind.example
                                ATTENDEE;CN=Eva Lund;PARTSTAT=TENTATIVE:mailto:lund@nordwind.example
                                END:VEVENT
                                END:VCALENDAR
                                --cal--
                                """);
    }

    private static byte[] attachments() {
        StringBuilder mail = new StringBuilder(head("attachments", "Emily Carver <carver@harbour.example>",
                "Drawings and packing list", "Fri, 20 Nov 2026"))
                .append("Content-Type: multipart/mixed; boundary=att\n\n--att\nContent-Type: text/plain; charset=utf-8\n\n"
                        + "Here are the drawings, the packing list and the tool that reads them.\n");
        part(mail, "application/pdf", "drawing-rev-C.pdf", "%PDF-1.4 drawing");
        part(mail, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "装箱单 2026-11.xlsx",
                "PK\u0003\u0004 [Content_Types].xml xl/workbook");
        part(mail, "text/csv", "measures.csv", "a;b\n1;2\n");
        part(mail, "application/octet-stream", "viewer.pdf.exe", "MZ" + "x".repeat(90_000));
        return bytes(mail.append("\n--att--\n").toString());
    }

    private static void part(StringBuilder mail, String type, String name, String content) {
        mail.append("\n--att\nContent-Type: ").append(type).append("\nContent-Disposition: attachment; filename=\"")
                .append(name).append("\"\nContent-Transfer-Encoding: base64\n\n")
                .append(Base64.getMimeEncoder(76, new byte[]{'\n'})
                        .encodeToString(content.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static byte[] failure() {
        return bytes(head("failure", "Mail Delivery System <MAILER-DAEMON@mx.example.test>",
                "Undelivered Mail Returned to Sender", "Fri, 20 Nov 2026")
                + """
                        Auto-Submitted: auto-replied
                        Content-Type: multipart/report; report-type=delivery-status; boundary=dsn

                        --dsn
                        Content-Type: text/plain; charset=us-ascii

                        This is the mail system at host mx.example.test.

                        I'm sorry to have to inform you that your message could not be delivered to one or more recipients.

                        <orders@gone.example>: host mx.gone.example[192.0.2.7] said: 550 5.1.1
                            <orders@gone.example>: Recipient address rejected: User unknown

                        --dsn
                        Content-Type: message/delivery-status

                        Reporting-MTA: dns; mx.example.test

                        Final-Recipient: rfc822; orders@gone.example
                        Action: failed
                        Status: 5.1.1
                        Diagnostic-Code: smtp; 550 5.1.1 User unknown

                        --dsn
                        Content-Type: text/rfc822-headers

                        From: Lin Yue <sales@example.test>
                        To: orders@gone.example
                        Subject: Order confirmation 4500002939
                        --dsn--
                        """);
    }

    private static byte[] plain() {
        return bytes(
                head("plain", "Tom Reed <reed@nordwind.example>", "Tolerances of the flange", "Sat, 21 Nov 2026") + """
                        Content-Type: text/plain; charset=utf-8; format=flowed

                        Hello Lin,

                        the flange has to keep these measures, as the drawing on\s
                        https://files.nordwind.example/flange/rev-c says:

                          * bore      40.00 mm  +0.02 / -0.00
                          * face      12.50 mm  +/- 0.05
                          * thread    M8 x 1.25

                        > Can you do the bore in H7?

                        Yes, H7 is fine for us. Call me on +49 40 555 0123 if it is not.

                        --\s
                        Tom Reed · Nordwind Antriebe GmbH
                        """);
    }

    private static byte[] broken() {
        String text = """
                From: =?utf-8?Q?Lief=C3=A9rant_S.A._ <info@lieferant.example
                To: sales@example.test
                Subject: Preisliste f\u00FCr 2027
                Date: 21.11.2026
                Content-Type: multipart/mixed; boundary="not this one"

                ------=_Part_1
                Content-Type: text/plain; charset=x-unknown
                Content-Transfer-Encoding: 8bit

                Sch\u00F6ne Gr\u00FC\u00DFe, die Preise f\u00FCr 2027 stehen unten.
                100 St\u00FCck: 4,20 \u20AC
                """;
        return text.replace("\n", "\r\n").getBytes(Charset.forName("windows-1252"));
    }

    private static byte[] bidirectional() {
        return bytes(
                head("bidi", "دينا منصور <dina@sahara.example>", "طلب عرض سعر — Quotation RFQ-77", "Sat, 21 Nov 2026")
                        + """
                                Content-Type: text/html; charset=utf-8

                                <div dir="rtl"><p>السيدة لين يوي المحترمة،</p>
                                <p>نرجو إرسال عرض سعر لعدد 250 قطعة من الصمام HY-PA-24V مع مدة التسليم.</p>
                                <ul><li>الطراز: HY-PA-24V</li><li>العدد: 250</li></ul></div>
                                <div dir="rtl"><p>שלום, נא לשלוח את המחיר עד יום שני (23.11).</p></div>
                                <div dir="ltr"><p>English below: please quote 250 pieces, CIF Alexandria.</p></div>
                                """);
    }

    private static byte[] table() {
        StringBuilder mail = new StringBuilder(head("table", "ERP <noreply@harbour.example>",
                "Open orders by 22 November", "Sun, 22 Nov 2026"))
                .append("Content-Type: text/html; charset=utf-8\n\n<h3>Open orders</h3><table border=1 cellpadding=4 "
                        + "style='border-collapse:collapse'><tr style='background:#dde6f0'><th>Order</th><th>Item</th>"
                        + "<th>Customer</th><th>Ordered</th><th>Open</th><th>Due</th><th>Price</th><th>Note</th></tr>\n");
        for (int i = 1; i <= 60; i++) {
            mail.append(
                    "<tr><td>45000029%02d</td><td>HY-PA-%dV</td><td>%s</td><td align=right>%d</td><td align=right>%d</td>"
                            .formatted(i, i % 2 == 0 ? 24 : 12, i % 3 == 0 ? "深圳华科电子有限公司" : "Nordwind Antriebe GmbH",
                                    i * 50,
                                    i * 20))
                    .append("<td>%d Dec 2026</td><td align=right>%d.50 EUR</td><td>%s</td></tr>\n".formatted(1 + i % 28,
                            i * 13, i % 7 == 0 ? "<font color=red>overdue, customer asked twice</font>" : ""));
        }
        return bytes(mail.append("</table><p>Sent by the system, no answer is read.</p>\n").toString());
    }
}
