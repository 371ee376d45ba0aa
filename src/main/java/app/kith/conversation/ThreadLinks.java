package app.kith.conversation;

import app.kith.mail.Mail;
import app.kith.mail.Mailbox;
import app.kith.mail.NewText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a message says about its place in a conversation. Two messages belong together when they share any id, and so do messages
 * that an unknown one links (a ghost: named, never seen).
 *
 * @param ids a key for its own id, for each that it names, and for the conversation that Exchange's Thread-Index names
 * @param clues what else tells where it belongs
 */
public record ThreadLinks(List<Long> ids, List<Clue> clues) {

    /** Keeps its own copies of the lists. */
    public ThreadLinks {
        ids = List.copyOf(ids);
        clues = List.copyOf(clues);
    }

    /**
     * Reads the links of a message.
     *
     * @param mail the message
     * @return its links; without any where it has no id and no subject
     */
    public static ThreadLinks of(Mail mail) {
        return of(mail, NewText.ofBeginning(mail));
    }

    /**
     * Reads the links of a message whose text has been taken apart.
     *
     * @param mail the message
     * @param parts the beginning of its text
     * @return its links; without any where it has no id and no subject
     */
    public static ThreadLinks of(Mail mail, NewText parts) {
        String written = mail.messageId();
        String own = written == null ? "" : normal(written);
        Set<String> names = new LinkedHashSet<>();
        Stream.concat(mail.references().stream(), mail.inReplyTo().stream()).forEach(name -> names.add(normal(name)));
        names.remove(own);
        names.remove("");
        if (!names.isEmpty()) {
            // Some programs name the writer instead of the message; an address would join all that he ever wrote.
            removeAddresses(names, mail.from());
            removeAddresses(names, mail.to());
            removeAddresses(names, mail.cc());
        }
        boolean orphan = names.isEmpty();
        if (!own.isEmpty()) {
            names.add(own);
        }
        Set<Long> keys = new LinkedHashSet<>();
        names.forEach(name -> keys.add(Key.of("id", name)));
        if (mail.threadIndex() != null) {
            keys.add(Key.of("thread-index", mail.threadIndex()));
        }
        return new ThreadLinks(List.copyOf(keys), Clues.of(mail, parts, orphan));
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
    static String normal(String id) {
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
