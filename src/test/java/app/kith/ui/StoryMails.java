package app.kith.ui;

import app.kith.demo.SampleMailbox;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The mails of the stories that carry files: offers, orders and price lists in both languages, whose goods and numbers stand in the
 * files only; and the few mails that the stories turn on.
 */
final class StoryMails {
    static final String ANNA = "Anna Keller <anna.keller@nordwind.example>";
    /** Stands in one file of 2023 and nowhere else. */
    static final String WORD_OF_2023 = "manifold";
    static final String WORD_OF_2023_ZH = "歧管";

    private static final List<String> GOODS = List.of("ball valve", "pressure gauge", "flange", "coupling", "heat sink",
            "linear guide", "stepper motor", "cable gland");
    private static final List<String> GOODS_ZH = List.of("球阀", "压力表", "法兰", "联轴器", "散热片", "直线导轨", "步进电机", "电缆接头");
    private static final List<String> ENDINGS = List.of(".pdf", ".xlsx", ".docx");

    private StoryMails() {}

    /** A file that goes along. */
    record Sheet(String name, List<String> lines) {}

    /** Mails with files over the years before a moment, oldest first. */
    static List<byte[]> many(int count, Instant now, List<StoryCustomer> customers) {
        Random random = new Random(7);
        List<byte[]> mails = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StoryCustomer customer = customers.get(random.nextInt(customers.size()));
            boolean chinese = customer.chinese();
            String goods = (chinese ? GOODS_ZH : GOODS).get(random.nextInt(GOODS.size()));
            String ending = chinese ? ENDINGS.get(1 + random.nextInt(2)) : ENDINGS.get(random.nextInt(3));
            Sheet sheet = new Sheet((chinese ? "报价单-" : "offer-") + (2000 + i) + ending,
                    List.of(goods, String.valueOf(50 + random.nextInt(900)), "K" + (70000 + i)));
            Instant at = now.minus(Duration.ofHours(30 + (count - i) * 20_000L / count));
            mails.add(mail("f-" + i, customer.mailbox(), SampleMailbox.USER_ADDRESS, at,
                    chinese ? "询价 " + (2000 + i) : "Inquiry " + (2000 + i),
                    chinese ? "您好，清单见附件。" : "Please see the list that is attached.", List.of(sheet)));
        }
        return mails;
    }

    /** The quotation of 2023, and what came of it since. */
    static List<byte[]> told(Instant now) {
        return List.of(
                mail("q-2023", ANNA, SampleMailbox.USER_ADDRESS, Instant.parse("2023-05-16T07:30:00Z"),
                        "Our inquiry of spring", "Dear Ms Lin,\n\nplease see the list. Kind regards\nAnna Keller",
                        List.of(new Sheet("positions-2023.pdf", List.of("Pos. 1: copper manifold, 40 pieces",
                                "Pos. 2: brass nipple, 400 pieces")))),
                mail("q-2023-zh", "魏东升 <wei.ds@ningbo.example>", SampleMailbox.USER_ADDRESS,
                        Instant.parse("2023-06-20T02:00:00Z"), "去年的清单", "林经理您好，\n\n清单见附件，请报价。\n\n魏东升",
                        List.of(new Sheet("清单2023.xlsx", List.of("铜歧管 200件", "法兰 80件")))),
                mail("a-now", ANNA, SampleMailbox.USER_ADDRESS, now.minus(Duration.ofHours(20)),
                        "Delivery of the seals",
                        "Dear Ms Lin,\n\ncould you please tell me when the seals can leave?\n\n"
                                + "Kind regards\nAnna Keller",
                        List.of()));
    }

    static byte[] mail(String id, String from, String to, Instant at, String subject, String text,
            List<Sheet> sheets) {
        StringBuilder mail = new StringBuilder();
        line(mail, "Message-ID: <" + id + "@stories.example>");
        line(mail, "From: " + words(from));
        line(mail, "To: " + to);
        line(mail, "Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC)));
        line(mail, "Subject: " + words(subject));
        line(mail, "MIME-Version: 1.0");
        line(mail, "Content-Type: multipart/mixed; boundary=\"=story\"");
        part(mail, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8), null);
        sheets.forEach(sheet -> part(mail, StoryFiles.type(sheet.name()), StoryFiles.of(sheet.name(), sheet.lines()),
                sheet.name()));
        line(mail, "--=story--");
        return mail.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void part(StringBuilder mail, String type, byte[] content, @Nullable String name) {
        line(mail, "");
        line(mail, "--=story");
        line(mail, "Content-Type: " + type);
        if (name != null) {
            line(mail, "Content-Disposition: attachment; filename=\"" + words(name) + "\"");
        }
        line(mail, "Content-Transfer-Encoding: base64");
        line(mail, "");
        line(mail, Base64.getMimeEncoder().encodeToString(content));
    }

    /** Words that are not plain letters, as headers carry them; an address stays as it is. */
    private static String words(String text) {
        int open = text.indexOf('<');
        String name = open < 0 ? text : text.substring(0, open).strip();
        boolean plain = name.chars().allMatch(c -> c < 128);
        return plain
                ? text
                : "=?UTF-8?B?" + Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8)) + "?="
                        + (open < 0 ? "" : " " + text.substring(open));
    }

    private static void line(StringBuilder mail, String text) {
        mail.append(text).append("\r\n");
    }
}
