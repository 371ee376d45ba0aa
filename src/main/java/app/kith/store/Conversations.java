package app.kith.store;

import app.kith.change.MessageAddress;
import app.kith.change.Outgoing.State;
import app.kith.conversation.Turn.Side;
import app.kith.store.ConversationList.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Conversations and their messages as lists and pages need them. Blocks while it reads: not for the JavaFX thread. */
public final class Conversations {
    private final Store store;

    /**
     * Makes the queries.
     *
     * @param store the store
     */
    public Conversations(Store store) {
        this.store = store;
    }

    /**
     * The numbers of conversations, newest first, for a list that loads its rows as they come into view.
     *
     * @param contact only those that name this customer; 0 for all
     * @param text words that the subject or the counterpart's name must hold; empty for all
     * @param limit at most so many; 0 for all
     * @return their numbers
     */
    public long[] ids(long contact, String text, int limit) {
        return new ConversationList(store).ids(
                new ConversationList.Filter(contact, text, Set.of(), Scope.ALL), limit, Instant.EPOCH);
    }

    /** {@return how many conversations there are} */
    public long count() {
        return store.readers()
                .withHandle(handle -> handle.createQuery("SELECT conversations FROM conversation_count")
                        .mapTo(long.class).one());
    }

    /**
     * Rows for a list.
     *
     * @param ids numbers of conversations
     * @return a row for each that is still there, in no particular order
     */
    public List<ConversationRow> rows(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return store.readers().withHandle(handle -> handle.createQuery("""
                SELECT c.*, m.preview, m.status, a.name, a.shown, a.contact_id FROM conversation c
                JOIN message m ON m.id = c.last_message LEFT JOIN address a ON a.id = c.counterpart_id
                WHERE c.id IN (<ids>)""").bindList("ids", ids).map((row, _) -> conversation(row)).list());
    }

    static ConversationRow conversation(ResultSet row) throws SQLException {
        String name = row.getString("name");
        String shown = row.getString("shown");
        return new ConversationRow(row.getLong("id"), row.getString("subject"),
                Instant.ofEpochMilli(row.getLong("first_at")),
                Instant.ofEpochMilli(row.getLong("last_at")), row.getInt("messages"), row.getInt("unread"),
                row.getInt("flagged"), row.getInt("attachments"),
                name == null || name.isEmpty() ? shown == null ? "" : shown : name,
                row.getObject("contact_id", Long.class), row.getString("preview"),
                MessageStatus.has(row.getInt("status"), MessageStatus.OUTGOING),
                Side.valueOf(row.getString("turn")), row.getLong("turn_message"),
                Instant.ofEpochMilli(row.getLong("turn_since")), Instant.ofEpochMilli(row.getLong("turn_until")));
    }

    /**
     * One conversation. A number of one that was joined to another finds the other.
     *
     * @param id the number
     * @return the conversation; empty where there is none
     */
    public Optional<ConversationRow> find(long id) {
        return rows(List.of(living(id))).stream().findFirst();
    }

    private long living(long id) {
        return store.readers().withHandle(handle -> {
            long current = id;
            while (true) {
                Optional<Long> next = handle
                        .createQuery("SELECT joined_to FROM conversation WHERE id = ? AND joined_to IS NOT NULL")
                        .bind(0, current).mapTo(Long.class).findFirst();
                if (next.isEmpty()) {
                    return current;
                }
                current = next.get();
            }
        });
    }

    /**
     * The visible messages of a conversation.
     *
     * @param id number of the conversation
     * @return its messages, oldest first
     */
    public List<MessageRow> messages(long id) {
        return store.readers()
                .withHandle(handle -> handle.createQuery(MessageRow.SQL + """

                        WHERE m.conversation_id = ? AND BITAND(m.status, 2) <> 0 ORDER BY m.sent_at, m.id""")
                        .bind(0, living(id))
                        .map((row, _) -> message(row)).list());
    }

    /**
     * A conversation for reading: its visible messages, and in a folder what lies there too. Of one that is hidden wholly, in the trash
     * say, all that is still somewhere.
     *
     * @param id its number
     * @param scope where it is looked at
     * @return the conversation; empty where there is none, or nothing of it is anywhere
     */
    public Optional<Opened> opened(long id, Scope scope) {
        long living = living(id);
        List<MessageRow> all = store.readers()
                .withHandle(handle -> handle
                        .createQuery(MessageRow.SQL + " WHERE m.conversation_id = ? ORDER BY m.sent_at, m.id")
                        .bind(0, living).map((row, _) -> message(row)).list());
        boolean hidden = all.stream().noneMatch(MessageRow::visible);
        Operations operations = new Operations(store);
        List<MessageRow> shown = all.stream()
                .filter(message -> message.visible()
                        || (hidden || scope.isFolder()) && operations.lying(message.id()).stream()
                                .anyMatch(place -> ConversationList.holds(hidden ? Scope.ALL : scope,
                                        place.folder().account(), place.role(), place.folder().path())))
                .toList();
        return hidden
                ? shown.isEmpty() ? Optional.empty() : Optional.of(new Opened(hidden(living, shown), shown))
                : rows(List.of(living)).stream().findFirst().map(row -> new Opened(row, shown));
    }

    private static ConversationRow hidden(long id, List<MessageRow> messages) {
        MessageRow first = messages.getFirst();
        MessageRow last = messages.getLast();
        return new ConversationRow(id, first.subject(), first.sentAt(), last.sentAt(), messages.size(),
                (int) messages.stream().filter(MessageRow::unread).count(),
                (int) messages.stream().filter(MessageRow::flagged).count(),
                messages.stream().mapToInt(MessageRow::attachments).sum(), last.senderName(), last.contact(),
                last.preview(), last.outgoing(), Side.NONE, 0, Instant.EPOCH, Instant.EPOCH);
    }

    /**
     * A conversation with its messages.
     *
     * @param row what lists show of it
     * @param messages its messages, oldest first
     */
    public record Opened(ConversationRow row, List<MessageRow> messages) {

        /** Keeps its own copy. */
        public Opened {
            messages = List.copyOf(messages);
        }
    }

    /**
     * One message.
     *
     * @param id its number
     * @return the message; empty where there is none
     */
    public Optional<MessageRow> message(long id) {
        return store.readers().withHandle(handle -> handle.createQuery(MessageRow.SQL + " WHERE m.id = ?").bind(0, id)
                .map((row, _) -> message(row)).findFirst());
    }

    private static MessageRow message(ResultSet row) throws SQLException {
        return new MessageRow(row.getLong("id"), row.getLong("conversation_id"), row.getString("message_id"),
                Instant.ofEpochMilli(row.getLong("sent_at")), row.getString("subject"), row.getString("preview"),
                row.getString("sender_name"), row.getString("shown"), row.getObject("contact_id", Long.class),
                row.getInt("size"), row.getInt("attachments"), row.getInt("status"), row.getBytes("digest"),
                new MessageAddress(row.getInt("segment"), row.getLong("log_offset"), row.getInt("log_index")),
                row.getString("applied"),
                row.getString("outgoing_state") == null ? null : State.valueOf(row.getString("outgoing_state")));
    }

    /**
     * A conversation in a list.
     *
     * @param id number
     * @param subject subject of its first message
     * @param firstAt when it began
     * @param lastAt when its last message was sent
     * @param messages how many visible messages
     * @param unread how many of them have not been read
     * @param flagged how many of them are marked
     * @param attachments how many attachments in all
     * @param counterpart name or address of whom it is held with
     * @param contact number of the customer who that is; null where it is none
     * @param preview first words of the last message
     * @param lastOutgoing whether the user wrote the last message
     * @param turn who is to write next
     * @param turnMessage number of the mail that wants the answer; 0 where none does
     * @param turnSince since when it is that side's turn; meaningless where it is nobody's
     * @param turnUntil until when that is worth asking about; long past where it is nobody's
     */
    public record ConversationRow(long id, String subject, Instant firstAt, Instant lastAt, int messages, int unread,
            int flagged, int attachments, String counterpart, @Nullable Long contact, String preview,
            boolean lastOutgoing,
            Side turn, long turnMessage, Instant turnSince, Instant turnUntil) {}

    /**
     * A message as the store knows it; its text is read from the mail log.
     *
     * @param id number
     * @param conversation number of its conversation
     * @param messageId Message-ID without brackets; null where it has none
     * @param sentAt when it was sent
     * @param subject subject
     * @param preview first words
     * @param senderName name or address of its author
     * @param senderAddress address of its author; null where it has none that can be used
     * @param contact number of the customer who wrote it; null where it is none
     * @param size bytes
     * @param attachments how many
     * @param status bits of {@link MessageStatus}
     * @param digest SHA-256 of its bytes
     * @param address where its bytes lie
     * @param charset the charset that the user has it read with; empty for the one that is recognised
     * @param onItsWay how far it has come on its way out; null where it was not sent from here
     */
    public record MessageRow(long id, long conversation, @Nullable String messageId, Instant sentAt, String subject,
            String preview, String senderName, @Nullable String senderAddress, @Nullable Long contact, int size,
            int attachments,
            int status, byte[] digest, MessageAddress address, String charset, @Nullable State onItsWay) {
        private static final String SQL = """
                SELECT m.*, a.shown, a.contact_id, COALESCE(r.applied, '') AS applied, o.state AS outgoing_state
                FROM message m LEFT JOIN address a ON a.id = m.sender_id
                LEFT JOIN message_reading r ON r.message_id = m.id LEFT JOIN outgoing o ON o.message_id = m.id""";

        /** {@return whether the user sent it} */
        public boolean outgoing() {
            return MessageStatus.has(status, MessageStatus.OUTGOING);
        }

        /** {@return whether it belongs to the user's correspondence: it does not lie in trash, junk or drafts alone} */
        public boolean visible() {
            return MessageStatus.has(status, MessageStatus.VISIBLE);
        }

        /** {@return whether no placement of it has been read} */
        public boolean unread() {
            return MessageStatus.has(status, MessageStatus.UNREAD);
        }

        /** {@return whether a placement of it is flagged} */
        public boolean flagged() {
            return MessageStatus.has(status, MessageStatus.FLAGGED);
        }

        /** {@return whether no server holds it any more} */
        public boolean gone() {
            return MessageStatus.has(status, MessageStatus.GONE);
        }

        /** {@return whether only its header is kept} */
        public boolean headerOnly() {
            return MessageStatus.has(status, MessageStatus.HEADER_ONLY);
        }

        /** {@return whether a program wrote it} */
        public boolean automatic() {
            return MessageStatus.has(status, MessageStatus.AUTOMATIC);
        }
    }
}
