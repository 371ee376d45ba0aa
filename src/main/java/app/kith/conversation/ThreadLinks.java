package app.kith.conversation;

import app.kith.mail.Mail;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * By which ids a message is tied to others.
 *
 * @param own its own id in normal form; null where it has none
 * @param named the ids it names, in normal form
 */
public record ThreadLinks(@Nullable String own, List<String> named) {

    /**
     * Reads them from a message.
     *
     * @param mail the message
     * @return its ids
     */
    public static ThreadLinks of(Mail mail) {
        List<String> named = new ArrayList<>();
        mail.references().forEach(id -> named.add(id.strip().toLowerCase(Locale.ROOT)));
        mail.inReplyTo().forEach(id -> named.add(id.strip().toLowerCase(Locale.ROOT)));
        String own = mail.messageId();
        return new ThreadLinks(own == null ? null : own.strip().toLowerCase(Locale.ROOT),
                named.stream().distinct().toList());
    }

    /** {@return its own id, if any, and the ids it names} */
    public List<String> all() {
        List<String> all = new ArrayList<>(named);
        if (own != null && !all.contains(own)) {
            all.addFirst(own);
        }
        return all;
    }
}
