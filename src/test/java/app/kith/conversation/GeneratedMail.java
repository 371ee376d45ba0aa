package app.kith.conversation;

import app.kith.mail.Mail;
import app.kith.mail.Samples;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Made-up correspondence in which answers lose their ids in every way that the rules know of. The same seed gives the same mail.
 */
public final class GeneratedMail {
    private static final List<String> REUSED = List.of("Invoice", "报价单", "Meeting", "发票");
    private static final List<String> PREFIXES = List.of("Re: ", "RE[2]: ", "AW: ", "回复：", "答复: ", "Re：Re: ", "回覆:");
    private static final Instant START = Instant.parse("2026-02-01T08:00:00Z");
    private static final DateTimeFormatter HEADER = DateTimeFormatter
            .ofPattern("d MMM yyyy HH:mm:ss Z", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter QUOTED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ENGLISH)
            .withZone(ZoneId.of("Asia/Shanghai"));

    private final Random random;
    private final boolean reused;
    private final List<Item> items = new ArrayList<>();

    private GeneratedMail(long seed, boolean reused) {
        this.random = new Random(seed);
        this.reused = reused;
    }

    /**
     * Makes conversations.
     *
     * @param seed the same gives the same mail
     * @param conversations how many
     * @param reused whether they share a few subjects and people
     * @return their messages, conversation after conversation
     */
    public static List<Item> of(long seed, int conversations, boolean reused) {
        GeneratedMail generator = new GeneratedMail(seed, reused);
        for (int i = 0; i < conversations; i++) {
            generator.conversation(i);
        }
        return generator.items;
    }

    private void conversation(int number) {
        String customer = "anna" + (reused ? number % 5 : number) + "@nord.test";
        String subject = reused ? REUSED.get(random.nextInt(REUSED.size())) : "Pump order " + number;
        Instant at = START.plusSeconds(random.nextInt(80 * 86_400));
        List<String> ids = new ArrayList<>();
        String quote = "";
        int length = 1 + random.nextInt(6);
        for (int i = 0; i < length; i++) {
            boolean incoming = i % 2 == 0;
            String from = incoming ? customer : "sales@firm.test";
            String text = "Message " + number + " part " + i + " speaks of its very own matters and of nothing else.";
            List<String> lines = new ArrayList<>(List.of("From: " + from,
                    "To: " + (incoming ? "sales@firm.test" : customer), "Date: " + HEADER.format(at),
                    "Message-ID: <" + number + "." + i + "@mail.test>"));
            String words = subject;
            boolean quotes = false;
            if (i > 0) {
                quotes = answer(lines, ids, number);
                words = quotes ? subject : PREFIXES.get(random.nextInt(PREFIXES.size())) + subject;
            }
            lines.add("Subject: " + words);
            lines.addAll(List.of("Content-Type: text/plain; charset=utf-8", "", text));
            lines.add(quotes ? quote : "");
            items.add(new Item(number, Samples.mail(lines.toArray(String[]::new))));
            ids.add(number + "." + i + "@mail.test");
            quote = "\r\n-----Original Message-----\r\nFrom: <" + from + ">\r\nSent: " + QUOTED.format(at)
                    + "\r\nSubject: "
                    + words + "\r\n\r\n" + text;
            at = at.plusSeconds(60 + random.nextInt(4 * 86_400));
        }
    }

    /** How an answer names what it answers; true where only its quote tells. */
    private boolean answer(List<String> lines, List<String> ids, int number) {
        String parent = ids.getLast();
        switch (random.nextInt(7)) {
            case 0 -> lines.add("References: <" + String.join("> <", ids) + ">");
            case 1 -> lines.add("In-Reply-To: <" + parent.toUpperCase(Locale.ROOT) + ">");
            case 2 -> lines.add("References: <ghost" + number + "@gate.test> <" + ids.getFirst() + ">");
            case 3 -> lines.add("In-Reply-To: message from Anna <" + parent + "> of Friday");
            case 4 -> {
                return true;
            }
            default -> {
                // Nothing but the subject.
            }
        }
        return false;
    }

    /**
     * A message.
     *
     * @param conversation which conversation it was made for
     * @param mail the message
     */
    public record Item(int conversation, Mail mail) {}
}
