package app.kith.compose;

import app.kith.contact.EmailAddress;
import app.kith.mail.Mailbox;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A letter while it is being written: everything as it was typed, also what cannot be sent yet.
 *
 * @param to recipients; what is no address stands in the address of its mailbox as it was typed
 * @param cc copied recipients
 * @param bcc blind copies
 * @param subject subject
 * @param text the text, the quoted one below it
 * @param inReplyTo ids that it answers, without angle brackets
 * @param references ids of the conversation, oldest first
 * @param files files that go along
 * @param marks what stands out in the text; where nothing does the letter goes as text alone
 */
public record Draft(List<Mailbox> to, List<Mailbox> cc, List<Mailbox> bcc, String subject, String text,
        List<String> inReplyTo, List<String> references, List<DraftFile> files, List<Mark> marks) {
    /** Nothing yet. */
    public static final Draft EMPTY = new Draft(List.of(), List.of(), List.of(), "", "", List.of(), List.of(),
            List.of());

    /** Keeps the lists from being changed. Drafts that earlier versions kept have no marks. */
    public Draft {
        marks = List.copyOf(Objects.requireNonNullElse(marks, List.of()));
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        bcc = List.copyOf(bcc);
        inReplyTo = List.copyOf(inReplyTo);
        references = List.copyOf(references);
        files = List.copyOf(files);
    }

    /**
     * A draft in whose text nothing stands out.
     *
     * @param to recipients
     * @param cc copied recipients
     * @param bcc blind copies
     * @param subject subject
     * @param text the text
     * @param inReplyTo ids that it answers
     * @param references ids of the conversation
     * @param files files that go along
     */
    public Draft(List<Mailbox> to, List<Mailbox> cc, List<Mailbox> bcc, String subject, String text,
            List<String> inReplyTo, List<String> references, List<DraftFile> files) {
        this(to, cc, bcc, subject, text, inReplyTo, references, files, List.of());
    }

    /**
     * Begins a letter.
     *
     * @param people to whom
     * @return a draft without subject and text
     */
    public static Draft to(List<Mailbox> people) {
        return new Draft(people, List.of(), List.of(), "", "", List.of(), List.of(), List.of());
    }

    /** {@return everybody it goes to, in order, some perhaps twice} */
    public List<Mailbox> people() {
        return Stream.of(to, cc, bcc).flatMap(List::stream).toList();
    }

    /** {@return the addresses it goes to, those that are complete, each once} */
    public List<String> addresses() {
        return people().stream().map(box -> EmailAddress.of(box.address())).filter(EmailAddress::isComplete)
                .map(EmailAddress::normal).distinct().toList();
    }

    /**
     * The same with other files.
     *
     * @param others the files
     * @return the draft
     */
    public Draft with(List<DraftFile> others) {
        return new Draft(to, cc, bcc, subject, text, inReplyTo, references, others, marks);
    }

    /**
     * The same with another text.
     *
     * @param other the text
     * @return the draft, in which nothing stands out
     */
    public Draft saying(String other) {
        return new Draft(to, cc, bcc, subject, other, inReplyTo, references, files);
    }

    /**
     * Makes the letter of it.
     *
     * @param messageId its Message-ID
     * @param date when it was written
     * @param from author
     * @param content gives the bytes of its files
     * @return the letter
     * @throws app.kith.words.KithException ADDRESS_INVALID for an address that cannot be written
     */
    public Letter letter(String messageId, ZonedDateTime date, Mailbox from, Function<DraftFile, byte[]> content) {
        String html = marks.isEmpty() ? null : MarkedText.html(text, marks);
        return new Letter(messageId, date, from, to, cc, bcc, subject, MarkedText.plain(text, marks), html, inReplyTo,
                references,
                files.stream().map(file -> new Enclosure(file.name(), file.type(), content.apply(file))).toList());
    }
}
