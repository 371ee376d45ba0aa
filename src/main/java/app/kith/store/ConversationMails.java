package app.kith.store;

import app.kith.store.ConversationList.Scope;
import app.kith.store.Operations.Lying;
import app.kith.store.Operations.Standing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The mails that are meant when something is done to whole conversations. Blocks while it reads: not for the JavaFX thread. */
public final class ConversationMails {
    private static final int AT_ONCE = 1000;

    private final Store store;

    /**
     * Makes the queries.
     *
     * @param store the store
     */
    public ConversationMails(Store store) {
        this.store = store;
    }

    /**
     * A mail of a conversation.
     *
     * @param id its number
     * @param conversation number of the conversation
     * @param at when it was sent: milliseconds since 1970
     * @param status bits of {@link MessageStatus}
     * @param stands where it lies
     */
    public record Mail(long id, long conversation, long at, int status, Standing stands) {
        /** {@return whether it has not been read} */
        public boolean unread() {
            return MessageStatus.has(status, MessageStatus.UNREAD);
        }

        /** {@return whether it is marked} */
        public boolean flagged() {
            return MessageStatus.has(status, MessageStatus.FLAGGED);
        }

        /** {@return whether the user sent it} */
        public boolean outgoing() {
            return MessageStatus.has(status, MessageStatus.OUTGOING);
        }

        private boolean visible() {
            return MessageStatus.has(status, MessageStatus.VISIBLE);
        }

        private boolean liesIn(Scope scope) {
            return Stream.concat(stands.lying().stream(), stands.files().stream())
                    .anyMatch(place -> holds(scope, place));
        }

        private static boolean holds(Scope scope, Lying place) {
            return ConversationList.holds(scope, place.folder().account(), place.role(), place.folder().path());
        }
    }

    /**
     * The mails that a list shows of conversations: in folders what lies there, else what is visible; of a conversation that is hidden
     * wholly, all that lies anywhere.
     *
     * @param conversations numbers of conversations
     * @param scope what the list is of
     * @param unread whether only those with unread mail are of interest
     * @return the mails by conversation, the oldest of each first
     */
    public List<Mail> of(Collection<Long> conversations, Scope scope, boolean unread) {
        List<Long> all = List.copyOf(conversations);
        List<Mail> mails = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            mails.addAll(some(all.subList(from, Math.min(all.size(), from + AT_ONCE)), scope, unread));
        }
        return mails;
    }

    private List<Mail> some(List<Long> conversations, Scope scope, boolean unread) {
        List<Mail> found = store.readers().withHandle(handle -> handle.createQuery("""
                SELECT id, conversation_id, sent_at, status FROM message WHERE conversation_id IN (<ids>)"""
                + (unread ? " AND BITAND(status, 8) <> 0" : "") + " ORDER BY conversation_id, sent_at, id")
                .bindList("ids", conversations)
                .map((row, _) -> new Mail(row.getLong(1), row.getLong(2), row.getLong(3), row.getInt(4),
                        Standing.NOWHERE))
                .list());
        Set<Long> seen = new HashSet<>();
        found.stream().filter(Mail::visible).forEach(mail -> seen.add(mail.conversation()));
        Map<Long, Standing> standing = new Operations(store).standing(found.stream().map(Mail::id).toList());
        return found.stream()
                .map(mail -> new Mail(mail.id(), mail.conversation(), mail.at(), mail.status(),
                        standing.getOrDefault(mail.id(), Standing.NOWHERE)))
                .filter(mail -> scope.isFolder()
                        ? mail.liesIn(scope)
                        : seen.contains(mail.conversation()) ? mail.visible() : mail.liesIn(Scope.ALL))
                .toList();
    }

    /**
     * Tells which conversations there are.
     *
     * @param conversations numbers
     * @return those of them that are numbers of conversations
     */
    public Set<Long> there(Collection<Long> conversations) {
        return conversations.isEmpty()
                ? Set.of()
                : store.readers().withHandle(handle -> handle
                        .createQuery("SELECT id FROM conversation WHERE joined_to IS NULL AND id IN (<ids>)")
                        .bindList("ids", List.copyOf(conversations)).mapTo(Long.class).set());
    }
}
