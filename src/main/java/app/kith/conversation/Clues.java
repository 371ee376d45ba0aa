package app.kith.conversation;

import app.kith.mail.Mail;
import app.kith.mail.Mailbox;
import app.kith.mail.NewText;
import app.kith.mail.QuotedMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads what a message tells beside ids about the conversation that it belongs to. Only people's mail has such clues. */
final class Clues {
    private static final int MOST_PARTNERS = 4;
    private static final int SENTENCES_QUOTED = 2;
    private static final int QUARTER = 15;

    private final Mail mail;
    private final NewText parts;
    private final boolean orphan;
    private final BaseSubject subject;
    private final String author;
    private final List<String> partners;
    private final int minute;
    private final Set<Clue> clues = new LinkedHashSet<>();

    private Clues(Mail mail, NewText parts, boolean orphan, String author, Instant date) {
        this.mail = mail;
        this.parts = parts;
        this.orphan = orphan;
        this.subject = BaseSubject.of(mail.subject());
        this.author = author;
        this.partners = partners(mail, author);
        this.minute = minute(date);
    }

    /**
     * Reads the clues.
     *
     * @param mail the message
     * @param parts the beginning of its text, taken apart
     * @param orphan whether it names no id of another message
     */
    static List<Clue> of(Mail mail, NewText parts, boolean orphan) {
        Instant date = mail.date();
        if (date == null || mail.from().isEmpty() || mail.isAutomatic()) {
            return List.of();
        }
        Clues clues = new Clues(mail, parts, orphan, address(mail.from().getFirst()), date);
        clues.readSubject();
        clues.readText();
        return List.copyOf(clues.clues);
    }

    /**
     * The same two people and the same subject. An answer that names no message looks for what it answers. Exchange's index parts
     * conversations surely where both have one, so that one with an index looks only among those without.
     */
    private void readSubject() {
        if (subject.text().isEmpty()) {
            return;
        }
        boolean indexed = mail.threadIndex() != null;
        boolean answers = orphan && subject.answered();
        for (String partner : partners) {
            boolean ordered = author.compareTo(partner) < 0;
            String one = ordered ? author : partner;
            String other = ordered ? partner : author;
            long plain = Key.of("subject", subject.text(), one, other);
            long exchange = Key.of("indexed subject", subject.text(), one, other);
            clues.add(new Clue(indexed ? exchange : plain, minute,
                    answers && !indexed ? Clue.Kind.ANSWERS : Clue.Kind.OFFERS));
            if (answers) {
                clues.add(new Clue(indexed ? plain : exchange, minute, Clue.Kind.SEEKS));
            }
        }
    }

    /** The same author, subject, minute and sentence, as an answer quotes them. */
    private void readText() {
        if (parts.text().isBlank()) {
            return;
        }
        for (String sentence : Sentences.first(parts.newText(), 1)) {
            clues.add(new Clue(quote(author, subject, minute, sentence), minute, Clue.Kind.OFFERS));
        }
        QuotedMessage quoted = parts.history().isEmpty() ? null : QuotedMessage.firstOf(parts);
        if (quoted != null && quoted.date() != null) {
            readQuoted(quoted, quoted.date());
        }
    }

    private void readQuoted(QuotedMessage quoted, Instant date) {
        BaseSubject about = quoted.subject().isEmpty() ? subject : BaseSubject.of(quoted.subject());
        List<String> authors = quoted.author().isEmpty() ? partners : List.of(quoted.author());
        String text = NewText.of(quoted.text(), null).newText();
        for (String sentence : Sentences.first(text, SENTENCES_QUOTED)) {
            for (String who : authors) {
                clues.add(new Clue(quote(who, about, minute(date), sentence), minute(date), Clue.Kind.QUOTES));
            }
        }
    }

    /** Zones differ by quarters of an hour, so that the minute within the quarter is the same in all of them. */
    private static long quote(String author, BaseSubject subject, int minute, String sentence) {
        return Key.of("quote", author, subject.text(), String.valueOf(Math.floorMod(minute, QUARTER)), sentence);
    }

    private static List<String> partners(Mail mail, String author) {
        Set<String> partners = new LinkedHashSet<>();
        for (List<Mailbox> boxes : List.of(mail.to(), mail.cc())) {
            for (Mailbox box : boxes) {
                String address = address(box);
                if (partners.size() < MOST_PARTNERS && address.indexOf('@') > 0 && !address.equals(author)) {
                    partners.add(address);
                }
            }
        }
        return new ArrayList<>(partners);
    }

    private static String address(Mailbox box) {
        return box.address().strip().toLowerCase(Locale.ROOT);
    }

    /** Far dates are bent into a range in which no window overflows. */
    private static int minute(Instant date) {
        long minutes = Math.floorDiv(date.getEpochSecond(), 60);
        return (int) Math.max(-1_000_000_000, Math.min(1_000_000_000, minutes));
    }
}
