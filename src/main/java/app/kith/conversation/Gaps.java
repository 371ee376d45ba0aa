package app.kith.conversation;

import app.kith.mail.Mail;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where messages are missing: an answer is there, and what it answers is not. Immutable. */
public final class Gaps {
    private final Set<String> present;

    /**
     * Takes in what is there.
     *
     * @param present the Message-IDs; case does not matter, since programs change it
     */
    public Gaps(Collection<String> present) {
        this.present = present.stream().map(Gaps::plain).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Finds what a message answers: the ids of In-Reply-To, else the last one of References.
     *
     * @param answer the message
     * @return the ids without angle brackets; empty where it names none
     */
    public static List<String> parents(Mail answer) {
        List<String> named = answer.inReplyTo().stream().filter(id -> id.indexOf('@') > 0).toList();
        return named.isEmpty() && !answer.references().isEmpty() ? List.of(answer.references().getLast()) : named;
    }

    /**
     * Tells which message is missing before an answer.
     *
     * @param parents what it answers, from {@link #parents}
     * @return the id of the missing message; null where none is missing
     */
    public @Nullable String before(List<String> parents) {
        boolean there = parents.isEmpty() || parents.stream().map(Gaps::plain).anyMatch(present::contains);
        return there ? null : parents.getFirst();
    }

    private static String plain(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
