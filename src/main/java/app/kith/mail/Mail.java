package app.kith.mail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message, decoded: what {@link MailReader} makes of raw bytes. Immutable; lists are never null and cannot be changed.
 *
 * @param messageId the Message-ID without angle brackets; null where there is none
 * @param inReplyTo ids of In-Reply-To, without angle brackets
 * @param references ids of References in their order, without angle brackets
 * @param date the Date header as an instant, else the time of the last Received header; null where neither can be read
 * @param subject decoded subject on one line; empty where there is none
 * @param from authors
 * @param to recipients
 * @param cc copied recipients
 * @param bcc blind copies, as kept in a sent mail
 * @param replyTo where answers are wanted
 * @param text what a person would read: the text/plain body, else the text of the HTML body; LF line ends
 * @param html the HTML body as it came, decoded; null where there is none. Not safe to show as it is
 * @param attachments everything that is not the body, inline images among it
 * @param invitations calendar items
 * @param signs what the message shows about itself
 * @param charset the charset that the shown text was really read with, in lower case; empty where there is no text
 * @param repairs what had to be mended to read it, one plain English phrase each; empty for a clean message
 * @param threadIndex the conversation that Exchange's Thread-Index field names, the same for all its messages, as hexadecimal
 *     digits; null where there is none
 * @param deliveryFailures whom an earlier mail did not reach, where this message is a program's notice of that; else empty
 * @param zone how far the clock of its author was from UTC, as the Date header says; null where it does not
 */
public record Mail(@Nullable String messageId, List<String> inReplyTo, List<String> references, @Nullable Instant date,
        String subject, List<Mailbox> from, List<Mailbox> to, List<Mailbox> cc, List<Mailbox> bcc,
        List<Mailbox> replyTo,
        String text, @Nullable String html, List<Attachment> attachments, List<Invitation> invitations,
        List<Sign> signs,
        String charset, List<String> repairs, @Nullable String threadIndex,
        List<DeliveryFailure> deliveryFailures, @Nullable ZoneOffset zone) {

    /** Makes a message without a Thread-Index that tells of no failure. */
    public Mail(@Nullable String messageId, List<String> inReplyTo, List<String> references, @Nullable Instant date,
            String subject, List<Mailbox> from, List<Mailbox> to, List<Mailbox> cc, List<Mailbox> bcc,
            List<Mailbox> replyTo, String text, @Nullable String html, List<Attachment> attachments,
            List<Invitation> invitations, List<Sign> signs, String charset, List<String> repairs) {
        this(messageId, inReplyTo, references, date, subject, from, to, cc, bcc, replyTo, text, html, attachments,
                invitations, signs, charset, repairs, null, List.of(), null);
    }

    /**
     * Tells whether the message shows a sign.
     *
     * @param kind the sign
     * @return true if at least one sign of that kind was found
     */
    public boolean has(Sign.Kind kind) {
        return signs.stream().anyMatch(sign -> sign.kind() == kind);
    }

    /** {@return whether it was written by a program, or is not meant for one person} */
    public boolean isAutomatic() {
        return signs.stream().anyMatch(sign -> sign.kind().isAutomatic());
    }
}
