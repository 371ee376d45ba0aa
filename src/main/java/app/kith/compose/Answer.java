package app.kith.compose;

import app.kith.contact.EmailAddress;
import app.kith.mail.Attachment;
import app.kith.mail.Mail;
import app.kith.mail.Mailbox;
import app.kith.mail.SafeFileName;
import app.kith.words.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an answer to a message, or its forwarding, begins with: to whom, under which subject, with which quoted text.
 *
 * @param to recipients
 * @param cc copied recipients
 * @param subject subject
 * @param text quoted text, with an empty line before it for the writer's own
 * @param inReplyTo ids that it answers; empty for a forwarded message
 * @param references ids of the conversation, oldest first
 * @param enclosures files that go along; those of the message where it is forwarded
 */
public record Answer(List<Mailbox> to, List<Mailbox> cc, String subject, String text, List<String> inReplyTo,
        List<String> references, List<Enclosure> enclosures) {
    private static final Pattern ANSWERED = Pattern.compile("^(?:re|aw|sv|回复|答复|回覆|答覆)\\s?(?:\\[\\d+])?\\s?[:：]\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FORWARDED = Pattern.compile("^(?:fwd?|wg|tr|转发|轉寄)\\s?[:：]\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final int MOST_QUOTED = 200_000;

    /** Keeps the lists from being changed. */
    public Answer {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        inReplyTo = List.copyOf(inReplyTo);
        references = List.copyOf(references);
        enclosures = List.copyOf(enclosures);
    }

    /**
     * Begins an answer.
     *
     * @param mail what is answered
     * @param all whether all others are answered too
     * @param own the user's own addresses
     * @param words the language of prefix and quotation
     * @param zone the user's zone
     * @return the beginning; without recipients where there is nobody to answer
     */
    public static Answer reply(Mail mail, boolean all, Set<String> own, Words words, ZoneId zone) {
        Set<String> mine = new HashSet<>();
        own.forEach(address -> mine.add(EmailAddress.of(address).normal()));
        boolean fromMe = !mail.from().isEmpty() && mail.from().stream().allMatch(box -> is(mine, box));
        List<Mailbox> wanted = fromMe ? mail.to() : mail.replyTo().isEmpty() ? mail.from() : mail.replyTo();
        Set<String> taken = new LinkedHashSet<>();
        List<Mailbox> to = others(wanted, fromMe ? Set.of() : mine, taken);
        if (to.isEmpty()) {
            to = others(wanted, Set.of(), taken);
        }
        List<Mailbox> cc = new ArrayList<>();
        if (all) {
            cc.addAll(fromMe ? List.of() : others(mail.to(), mine, taken));
            cc.addAll(others(mail.cc(), mine, taken));
        }
        List<String> references = new ArrayList<>(mail.references().isEmpty() ? mail.inReplyTo() : mail.references());
        String id = mail.messageId();
        if (id != null) {
            references.add(id);
        }
        return new Answer(to, cc, words.get("letter.reply-prefix") + bare(ANSWERED, mail.subject()),
                "\n\n" + attribution(mail, words, zone) + "\n" + quoted(mail.text()),
                id == null ? List.of() : List.of(id),
                references, List.of());
    }

    private static boolean is(Set<String> mine, Mailbox box) {
        return mine.contains(EmailAddress.of(box.address()).normal());
    }

    private static List<Mailbox> others(List<Mailbox> boxes, Set<String> mine, Set<String> taken) {
        return boxes.stream().filter(box -> EmailAddress.of(box.address()).isComplete())
                .filter(box -> !is(mine, box) && taken.add(EmailAddress.of(box.address()).normal())).toList();
    }

    /**
     * Begins the forwarding of a message.
     *
     * @param mail what is forwarded
     * @param words the language of prefix and heading
     * @param zone the user's zone
     * @return the beginning, without recipients, with the message's files
     */
    public static Answer forward(Mail mail, Words words, ZoneId zone) {
        StringBuilder text = new StringBuilder("\n\n").append(words.get("letter.forwarded")).append('\n');
        head(text, words.get("letter.from"), people(mail.from()));
        head(text, words.get("letter.date"), when(mail.date(), words, zone));
        head(text, words.get("letter.subject"), mail.subject());
        head(text, words.get("letter.to"), people(mail.to()));
        head(text, words.get("letter.cc"), people(mail.cc()));
        text.append('\n').append(cut(mail.text()));
        List<Enclosure> files = mail.attachments().stream().filter(file -> !file.inline())
                .map(Answer::enclosure).toList();
        List<String> references = new ArrayList<>(mail.references());
        if (mail.messageId() != null) {
            references.add(mail.messageId());
        }
        return new Answer(List.of(), List.of(), words.get("letter.forward-prefix") + bare(FORWARDED, mail.subject()),
                text.toString(), List.of(), references, files);
    }

    private static Enclosure enclosure(Attachment file) {
        return new Enclosure(SafeFileName.of(file), file.type(), file.content());
    }

    private static void head(StringBuilder text, String label, String value) {
        if (!value.isEmpty()) {
            text.append(label).append(value).append('\n');
        }
    }

    private static String bare(Pattern prefix, String subject) {
        return prefix.matcher(subject).replaceFirst("");
    }

    private static String attribution(Mail mail, Words words, ZoneId zone) {
        String who = mail.from().isEmpty() ? "" : person(mail.from().getFirst());
        String when = when(mail.date(), words, zone);
        return when.isEmpty() ? words.get("letter.wrote-undated", who) : words.get("letter.wrote", when, who);
    }

    private static String when(@Nullable Instant date, Words words, ZoneId zone) {
        return date == null
                ? ""
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(words.locale()).withZone(zone).format(date).replace('\u202f', ' ');
    }

    private static String people(List<Mailbox> boxes) {
        return String.join(", ", boxes.stream().map(Answer::person).toList());
    }

    private static String person(Mailbox box) {
        return box.name().isEmpty() ? box.address() : box.name() + " <" + box.address() + ">";
    }

    private static String cut(String text) {
        return text.length() > MOST_QUOTED ? text.substring(0, MOST_QUOTED) + "\n…" : text;
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder();
        cut(text).stripTrailing().lines()
                .forEach(line -> out.append(line.isEmpty() ? ">" : line.startsWith(">") ? ">" + line : "> " + line)
                        .append('\n'));
        return out.toString();
    }
}
