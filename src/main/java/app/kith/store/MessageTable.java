package app.kith.store;

import app.kith.change.FolderRole;
import app.kith.change.MailEvent.Arrived;
import app.kith.change.MessageAddress;
import app.kith.change.MessageFlags;
import app.kith.contact.EmailAddress;
import app.kith.contact.PersonName;
import app.kith.conversation.ThreadLinks;
import app.kith.conversation.Wording;
import app.kith.mail.Mail;
import app.kith.mail.Mailbox;
import app.kith.mail.NewAddresses;
import app.kith.mail.NewText;
import app.kith.mail.Preview;
import app.kith.promise.Promises;
import app.kith.store.PeopleTable.Counted;
import app.kith.store.PeopleTable.Person;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Messages: what is shown of them in lists, and their status, which follows from where they lie and who wrote them. */
final class MessageTable {
    private static final Instant BEFORE_MAIL = Instant.parse("1975-01-01T00:00:00Z");
    private static final int LONGEST_SUBJECT = 1000;
    private static final int LONGEST_ID = 1000;

    private final Transaction transaction;
    private final PeopleTable people;
    private final ThreadTable threads;
    private final OperationTable operations;
    private final InvitationTable invitations = new InvitationTable();
    private final PromiseTable promises = new PromiseTable();
    private final BounceTable bounces = new BounceTable();
    private final MovedTable moved = new MovedTable();
    private final FileTable files = new FileTable();
    private final SignatureTable signatures;
    private final Map<Long, Fresh> fresh = new LinkedHashMap<>();
    private final Rows written = new Rows("INSERT INTO message SELECT * FROM %s", "BIGINT", "VARBINARY", "BIGINT",
            "VARCHAR", "BIGINT", "BIGINT", "VARCHAR", "VARCHAR", "VARCHAR", "BIGINT", "BIGINT", "INT", "INT", "INT",
            "INT",
            "BIGINT", "INT");

    private final Rows headers = new Rows("INSERT INTO header_only SELECT * FROM %s", "BIGINT");

    MessageTable(Transaction transaction, PeopleTable people, ThreadTable threads) {
        this.transaction = transaction;
        this.people = people;
        this.threads = threads;
        this.operations = new OperationTable(transaction);
        this.signatures = new SignatureTable(transaction);
    }

    SignatureTable signatures() {
        return signatures;
    }

    static long digestKey(byte[] digest) {
        return ByteBuffer.wrap(digest).getLong();
    }

    /** Makes ready for messages that are about to arrive. */
    void expect(List<Incoming> incoming) throws SQLException {
        people.know(incoming.stream().map(Incoming::mail).toList());
    }

    /** Notes a message that arrives. It is written by {@link #settle}, when it is known where it lies. */
    void arrive(long id, Incoming incoming, Instant received, MessageAddress address, Arrived event)
            throws SQLException {
        Mail mail = incoming.mail();
        List<Person> named = people.insert(id, mail);
        boolean automatic = mail.isAutomatic();
        int status = MessageStatus.with(0, MessageStatus.AUTOMATIC, automatic);
        status = MessageStatus.with(status, MessageStatus.HTML, mail.html() != null);
        status = MessageStatus.with(status, MessageStatus.HEADER_ONLY, event.headerOnly());
        status |= MessageStatus.of(incoming.wording());
        fresh.put(id, new Fresh(incoming, sentAt(mail, received), named, status, address, event.raw().length));
        if (event.headerOnly()) {
            headers.add(id);
        }
        invitations.arrive(id, mail.invitations());
        promises.arrive(id, incoming.promises());
        bounces.arrive(id, mail.deliveryFailures());
        moved.arrive(id, incoming.moved());
        signatures.arrive(id, incoming.signature());
        transaction.touched.messages.add(id);
    }

    /**
     * Writes the whole of a message of which only the header was kept. It keeps its place in its conversation, and the digest of the
     * header, by which it is known when it turns up elsewhere.
     */
    void complete(long id, Incoming incoming, MessageAddress address, int size) throws SQLException {
        Long conversation = transaction.sql.number(
                "SELECT conversation_id FROM message WHERE id = ? AND BITAND(status, CAST(? AS INT)) <> 0", id,
                MessageStatus.HEADER_ONLY);
        if (conversation == null) {
            return;
        }
        Mail mail = incoming.mail();
        transaction.sql.update(
                """
                        UPDATE message SET subject = ?, preview = ?, sender_name = ?, attachments = ?, size = ?,
                            status = BITAND(status, CAST(? AS INT)) + CAST(? AS INT), segment = ?, log_offset = ?, log_index = ? WHERE id = ?""",
                cutText(mail.subject(), LONGEST_SUBJECT), incoming.preview(), senderName(mail),
                mail.attachments().size(), size,
                ~(MessageStatus.HEADER_ONLY | MessageStatus.HTML | MessageStatus.WORDING),
                (mail.html() == null ? 0 : MessageStatus.HTML) | MessageStatus.of(incoming.wording()),
                address.segment(), address.offset(), address.index(), id);
        transaction.sql.update("DELETE FROM header_only WHERE message_id = ?", id);
        new ReadingTable(transaction).completed(id);
        invitations.again(transaction, id, mail.invitations());
        promises.again(transaction, id, incoming.promises());
        bounces.again(transaction, id, mail.deliveryFailures());
        moved.again(transaction, id, incoming.moved());
        signatures.replace(id, incoming.signature());
        files.again(transaction, id, incoming.files());
        people.touch(id);
        transaction.touched.messages.add(id);
        transaction.touched.conversations.add(conversation);
    }

    /**
     * Writes what a message says in another reading. Whom it names and what it answers stays as it was recognised: addresses and ids
     * are plain letters.
     */
    void reread(Reread message) throws SQLException {
        long id = message.message();
        Long conversation = transaction.sql.number("SELECT conversation_id FROM message WHERE id = ?", id);
        Reread.Readings readings = message.readings();
        if (conversation == null || readings == null) {
            return;
        }
        Mail mail = readings.after();
        NewText parts = NewText.ofBeginning(mail);
        transaction.sql.update(
                """
                        UPDATE message SET subject = ?, preview = ?, sender_name = ?, attachments = ?,
                            status = BITAND(status, CAST(? AS INT)) + CAST(? AS INT) WHERE id = ?""",
                cutText(mail.subject(), LONGEST_SUBJECT), Preview.of(parts), senderName(mail),
                mail.attachments().size(), ~MessageStatus.WORDING, MessageStatus.of(Wording.of(mail, parts)), id);
        promises.again(transaction, id, Promises.of(mail, parts));
        moved.again(transaction, id, NewAddresses.of(mail, parts));
        people.rename(readings.before(), mail);
        signatures.replace(id, new Signatures().of(mail, parts));
        files.again(transaction, id, FileNote.of(mail));
        people.touch(id);
        transaction.touched.conversations.add(conversation);
    }

    /** The Date header where it can be believed, else when the server received it. */
    private static long sentAt(Mail mail, Instant received) {
        Instant date = mail.date();
        boolean believable = date != null && date.isAfter(BEFORE_MAIL)
                && date.isBefore(received.plus(Duration.ofDays(2)));
        return believable && date != null ? date.toEpochMilli() : received.toEpochMilli();
    }

    /** Works out the status of every touched message, writes the new ones, and counts what changed. */
    void settle() throws SQLException {
        Map<Long, ThreadLinks> links = new LinkedHashMap<>();
        fresh.forEach((id, arrived) -> links.put(id, arrived.incoming().links()));
        Map<Long, Long> conversations = threads.join(links);
        people.write();
        Map<Long, Places> places = places(transaction.touched.messages);
        for (long id : transaction.touched.messages) {
            Fresh arrived = fresh.get(id);
            Places where = places.get(id);
            if (arrived != null) {
                write(id, arrived, conversations.getOrDefault(id, id), where == null ? last(id) : where);
            } else {
                restate(id, where == null ? last(id) : where);
            }
        }
        written.update(transaction.sql);
        headers.update(transaction.sql);
        invitations.flush(transaction);
        promises.flush(transaction);
        bounces.flush(transaction);
        moved.flush(transaction);
        files.flush(transaction);
        signatures.flush();
        fresh.clear();
    }

    private void write(long id, Fresh message, long conversation, Places places) {
        Mail mail = message.incoming().mail();
        Person author = message.people().stream().filter(person -> person.role() == PeopleTable.FROM).findFirst()
                .orElse(null);
        int status = status(message.status(), places, author != null && author.own());
        byte[] digest = message.incoming().digest();
        written.add(id, digest,
                digestKey(digest), cut(mail.messageId(), LONGEST_ID), conversation, message.sentAt(),
                cutText(mail.subject(), LONGEST_SUBJECT), message.incoming().preview(), senderName(mail),
                author == null ? null : author.address(), counterpart(status, author, message.people()), message.size(),
                mail.attachments().size(), status, message.address().segment(), message.address().offset(),
                message.address().index());
        files.arrive(id, message.incoming().files(), message.sentAt(), status);
        if (MessageStatus.has(status, MessageStatus.VISIBLE)) {
            Counted counted = new Counted(id, message.sentAt(), status);
            people.count(counted, message.people());
            if (author != null && !author.own()) {
                signatures.count(counted, author.address(), message.incoming().signature());
            }
        }
        transaction.touched.conversations.add(conversation);
    }

    private static String senderName(Mail mail) {
        if (mail.from().isEmpty()) {
            return "";
        }
        Mailbox from = mail.from().getFirst();
        String name = PersonName.clean(from.name(), EmailAddress.of(from.address()));
        return cutText(name.isEmpty() ? from.address() : name, 320);
    }

    private static @Nullable Long counterpart(int status, @Nullable Person author, List<Person> people) {
        if (!MessageStatus.has(status, MessageStatus.OUTGOING)) {
            return author == null ? null : author.address();
        }
        return people.stream().filter(person -> person.role() != PeopleTable.FROM && !person.own()).map(Person::address)
                .findFirst().orElse(author == null ? null : author.address());
    }

    private static @Nullable String cut(@Nullable String text, int longest) {
        return text == null ? null : cutText(text, longest);
    }

    private static String cutText(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }

    private void restate(long id, Places places) throws SQLException {
        Row[] found = new Row[1];
        transaction.sql.each(row -> found[0] = new Row(row.getInt(1), row.getLong(2), row.getBoolean(3)), """
                SELECT m.status, m.conversation_id, COALESCE(a.own, FALSE)
                FROM message m LEFT JOIN address a ON a.id = m.sender_id WHERE m.id = ?""", id);
        Row row = found[0];
        if (row == null) {
            return;
        }
        transaction.touched.moved.add(row.conversation());
        int status = status(row.status(), places, row.fromOwn());
        int changed = status ^ row.status();
        boolean turned = transaction.touched.turned.contains(id) || MessageStatus.has(changed, MessageStatus.OUTGOING);
        if (turned) {
            turn(id, MessageStatus.has(status, MessageStatus.OUTGOING));
        }
        if (MessageStatus.has(changed, MessageStatus.VISIBLE)) {
            files.show(transaction, id, MessageStatus.has(status, MessageStatus.VISIBLE));
        }
        if (turned || MessageStatus.has(changed, MessageStatus.VISIBLE)) {
            people.touch(id);
        }
        if (turned || changed != 0) {
            transaction.sql.update("UPDATE message SET status = ? WHERE id = ?", status, id);
            transaction.touched.conversations.add(row.conversation());
        }
    }

    /** Looks again who the message was exchanged with. */
    private void turn(long id, boolean outgoing) throws SQLException {
        transaction.sql.update(
                outgoing
                        ? """
                                UPDATE message SET counterpart_id = COALESCE((SELECT p.address_id FROM message_person p JOIN address a
                                    ON a.id = p.address_id WHERE p.item BETWEEN ? AND ? AND p.role <> 0 AND NOT a.own ORDER BY p.item LIMIT 1),
                                    sender_id) WHERE id = ?"""
                        : """
                                UPDATE message SET counterpart_id = sender_id WHERE ? <= ? AND id = ?""",
                id << 10, (id << 10) + 1023, id);
    }

    /** Where messages lie now; those that lie nowhere are not in it. */
    private Map<Long, Places> places(Set<Long> messages) throws SQLException {
        Map<Long, Places> places = new HashMap<>();
        Rows wanted = new Rows("""
                SELECT p.message_id, f.role, p.flags FROM %s w(id) JOIN placement p ON p.message_id = w.id
                JOIN folder f ON f.id = p.place / 4294967296 ORDER BY BITAND(p.flags, 8)""", "BIGINT");
        messages.forEach(wanted::add);
        wanted.each(transaction.sql, row -> places.computeIfAbsent(row.getLong(1), _ -> new Places())
                .add(FolderRole.valueOf(row.getString(2)), row.getInt(3)));
        if (operations.anyWaiting()) {
            for (long id : messages) {
                Places pending = pendingPlaces(id);
                if (pending.count > 0) {
                    places.put(id, pending);
                }
            }
        }
        return places;
    }

    /** Where a message lay last that lies nowhere now. */
    private Places last(long id) throws SQLException {
        Places places = new Places();
        transaction.sql.each(row -> places.lay(FolderRole.valueOf(row.getString(1))), """
                SELECT f.role FROM former_place p JOIN folder f ON f.id = p.folder_id
                WHERE p.message_id = ? ORDER BY p.seq DESC, p.folder_id DESC LIMIT 1""", id);
        return places;
    }

    /** Where it lies as soon as the server has been told what the user did. */
    private Places pendingPlaces(long id) throws SQLException {
        Places places = new Places();
        operations.overlay(id).places().forEach(place -> places.add(place.role(), place.flags().bits()));
        return places;
    }

    private static int status(int before, Places places, boolean fromOwn) {
        int status = MessageStatus.with(before, MessageStatus.OUTGOING, fromOwn || places.sent);
        status = MessageStatus.with(status, MessageStatus.VISIBLE, places.counts);
        status = MessageStatus.with(status, MessageStatus.GONE, places.count == 0);
        status = MessageStatus.with(status, MessageStatus.UNREAD, places.count > 0 && !places.seen);
        status = MessageStatus.with(status, MessageStatus.FLAGGED, places.flagged);
        return MessageStatus.with(status, MessageStatus.ANSWERED, places.answered);
    }

    private record Row(int status, long conversation, boolean fromOwn) {}

    private record Fresh(Incoming incoming, long sentAt, List<Person> people, int status,
            MessageAddress address, int size) {}

    /** What the places of a message say together. */
    private static final class Places {
        private int count;
        private boolean staying;
        private boolean counts;
        private boolean sent;
        private boolean seen;
        private boolean flagged;
        private boolean answered;

        /** Adds a place; those that are marked for removal come last, and say nothing where it also lies elsewhere. */
        void add(FolderRole role, int flags) {
            boolean leaving = (flags & MessageFlags.DELETED) != 0;
            if (leaving && staying) {
                return;
            }
            staying |= !leaving;
            count++;
            counts |= role.counts();
            sent |= sent(role);
            seen |= (flags & MessageFlags.SEEN) != 0;
            flagged |= (flags & MessageFlags.FLAGGED) != 0;
            answered |= (flags & MessageFlags.ANSWERED) != 0;
        }

        /** What left the outbox was taken back, or is shown by the copy that the server filed; what came from a file was taken back. */
        void lay(FolderRole role) {
            counts |= role.counts() && role != FolderRole.OUTBOX && role != FolderRole.IMPORTED;
            sent |= sent(role);
        }

        private static boolean sent(FolderRole role) {
            return role == FolderRole.SENT || role == FolderRole.OUTBOX;
        }
    }
}
