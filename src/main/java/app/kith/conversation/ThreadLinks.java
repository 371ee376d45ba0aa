package app.kith.conversation;

import app.kith.mail.Mail;
import app.kith.mail.Mailbox;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a message says about its place in a conversation: its own id and the ids that it names. Two messages belong together when
 * they share any id, and so do messages that an unknown one links (a ghost: named, never seen).
 *
 * @param id the message's own id in normal form; null where it has none
 * @param names the ids of References and In-Reply-To in normal form, each once, without the message's own; with them, as
 *     {@code thread-index:…}, the conversation that Exchange's Thread-Index names, for messages that have nothing else
 */
public record ThreadLinks(@Nullable String id, List<String> names) {

    /**
     * Reads the links of a message.
     *
     * @param mail the message
     * @return its links; without names where it answers nothing
     */
    public static ThreadLinks of(Mail mail) {
        String written = mail.messageId();
        String normal = written == null ? "" : normal(written);
        Set<String> names = new LinkedHashSet<>();
        mail.references().forEach(name -> names.add(normal(name)));
        mail.inReplyTo().forEach(name -> names.add(normal(name)));
        names.remove(normal);
        names.remove("");
        if (!names.isEmpty()) {
            // Some programs name the writer instead of the message; an address would join all that he ever wrote.
            removeAddresses(names, mail.from());
            removeAddresses(names, mail.to());
            removeAddresses(names, mail.cc());
        }
        String threadIndex = mail.threadIndex();
        if (threadIndex != null) {
            names.add("thread-index:" + threadIndex);
        }
        return new ThreadLinks(normal.isEmpty() ? null : normal, List.copyOf(names));
    }

    private static void removeAddresses(Set<String> names, List<Mailbox> boxes) {
        boxes.forEach(box -> names.remove(normal(box.address())));
    }

    /**
     * Brings an id into the form in which ids are compared: lower case, since some programs change the case of ids they quote, and
     * without brackets and blanks, which folding leaves inside.
     *
     * @param id an id as written
     * @return its normal form; may be empty
     */
    public static String normal(String id) {
        StringBuilder out = new StringBuilder(id.length());
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (c > ' ' && c != '<' && c != '>' && !Character.isWhitespace(c)) {
                out.append(c);
            }
        }
        return out.toString().toLowerCase(Locale.ROOT);
    }
}
