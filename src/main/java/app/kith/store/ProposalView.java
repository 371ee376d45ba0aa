package app.kith.store;

import app.kith.contact.EmailAddress;
import app.kith.contact.Property;
import app.kith.contact.Value;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is proposed from mail and waits for the user's word. Blocks while it reads: not for the JavaFX thread. */
public final class ProposalView {
    private static final String SELECT = """
            SELECT p.*, a.shown, a.normal AS email_normal, a.name AS header_name, a.received, a.sent, a.last_in, a.last_out,
                c.name AS contact_name, m.conversation_id
            FROM proposal p JOIN address a ON a.id = p.address_id LEFT JOIN contact c ON c.id = p.contact_id
            LEFT JOIN message m ON m.id = p.message_id""";
    private static final String ORDER = " ORDER BY p.kind, p.rank DESC, p.last_at DESC, p.address_id, p.property, p.normal";

    private final Store store;

    /**
     * Makes the queries.
     *
     * @param store the store
     */
    public ProposalView(Store store) {
        this.store = store;
    }

    /** How sure a proposal is. */
    public enum Level {
        /** The user has to say. */
        OPEN(ProposalRow.OPEN),
        /** It is likely right: somebody who wrote several times, a labelled line in one signature. */
        LIKELY(ProposalRow.LIKELY),
        /** It is as good as sure: somebody whom the user wrote to, a line in several signatures where nothing was known. */
        CERTAIN(ProposalRow.CERTAIN);

        private final int code;

        Level(int code) {
            this.code = code;
        }

        private static Level of(int code) {
            return code == ProposalRow.CERTAIN ? CERTAIN : code == ProposalRow.LIKELY ? LIKELY : OPEN;
        }
    }

    /**
     * Something that is proposed.
     *
     * @param id by which it is named: of the same thing always the same
     * @param kind what it is
     * @param email the address from which it is known
     * @param headerName the name that mail headers give the address; may be empty
     * @param contact number of the customer concerned; null where it is nobody yet
     * @param name who it is about: the customer, or the best form of the name; empty where none is known
     * @param fact what a signature says, or the new address that a mail tells; null where it is neither
     * @param present what is known in its place; empty where nothing is
     * @param line the line of the signature, the sentence that tells a new address, or what the other server answered; may be empty
     * @param status the status code of a delivery that failed (RFC 3463); empty where it is none or there is none
     * @param seen in how many mails it was seen
     * @param first when first; null where it is nobody's fact
     * @param last when last
     * @param message number of the last mail that shows it; null where there is none
     * @param conversation number of the conversation in which that mail stands; null where there is none
     * @param level how sure it is
     * @param received mails from the address
     * @param sent mails to the address
     * @param lastIn when it last wrote; null if never
     * @param lastOut when it was last written to; null if never
     */
    public record Waiting(String id, ProposalKind kind, EmailAddress email, String headerName, @Nullable Long contact,
            String name, @Nullable Value fact, String present, String line, String status, int seen,
            @Nullable Instant first, Instant last, @Nullable Long message, @Nullable Long conversation, Level level,
            int received, int sent, @Nullable Instant lastIn, @Nullable Instant lastOut) {

        /** {@return the key of the text that remembers what the user decided} */
        public String decision() {
            return ProposalTable.decision(email.normal(), ProposalRow.what(kind,
                    fact == null ? "" : fact.property().name(), fact == null ? "" : fact.normal()));
        }

        /** {@return what that text says when the user refuses; a bounce that comes later is told again} */
        public String refusal() {
            return kind == ProposalKind.BOUNCE ? "refused " + message : "refused";
        }
    }

    /**
     * The key under which it is remembered that an address is nobody whom the user wants to have.
     *
     * @param email the address
     * @return the key of a text
     */
    public static String refusedPerson(EmailAddress email) {
        return ProposalTable.decision(email.normal(), ProposalRow.what(ProposalKind.PERSON, "", ""));
    }

    /** {@return how many there are of each kind; all kinds are in it} */
    public Map<ProposalKind, Integer> counts() {
        Map<ProposalKind, Integer> counts = new EnumMap<>(ProposalKind.class);
        for (ProposalKind kind : ProposalKind.values()) {
            counts.put(kind, store.readers().withHandle(handle -> handle
                    .createQuery("SELECT COUNT(*) FROM proposal WHERE kind = ?").bind(0, kind.name())
                    .mapTo(int.class).one()));
        }
        return counts;
    }

    /**
     * What waits, the best evidence first; facts and bounces the latest first.
     *
     * @param kind of which kind
     * @param least how sure it must be
     * @param most how many at most
     * @return the proposals
     */
    public List<Waiting> list(ProposalKind kind, Level least, int most) {
        return store.readers().withHandle(handle -> handle
                .createQuery(SELECT + " WHERE p.kind = ? AND p.level >= ?" + ORDER + " LIMIT " + most)
                .bind(0, kind.name()).bind(1, least.code).map((row, _) -> read(row)).list());
    }

    /**
     * Finds a proposal by its id.
     *
     * @param id the id
     * @return the proposal; empty where it does not wait any more
     */
    public Optional<Waiting> find(String id) {
        int mark = id.indexOf('-');
        String number = mark < 0 ? id.substring(Math.min(1, id.length())) : id.substring(1, Math.max(1, mark));
        if (!number.matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return store.readers().withHandle(handle -> handle.createQuery(SELECT + " WHERE p.address_id = ?")
                .bind(0, Long.parseLong(number)).map((row, _) -> read(row)).stream()
                .filter(each -> each.id().equals(id.toLowerCase(Locale.ROOT))).findFirst());
    }

    private static Waiting read(ResultSet row) throws SQLException {
        ProposalRow one = ProposalRow.read(row);
        String place = one.message() == null ? "" : "message " + one.message();
        Value fact = one.kind() == ProposalKind.FACT || one.kind() == ProposalKind.MOVED
                ? new Value(Property.valueOf(one.property()), one.label(), one.raw(), one.normal(), place,
                        Value.Mark.SAID)
                : null;
        String customer = row.getString("contact_name");
        long firstAt = one.firstAt();
        return new Waiting(id(one), one.kind(), EmailAddress.of(row.getString("shown")), row.getString("header_name"),
                one.contact(), customer == null ? one.raw() : customer, fact, one.present(), one.line(),
                one.kind() == ProposalKind.BOUNCE ? one.label() : "", one.seen(),
                firstAt == 0 ? null : Instant.ofEpochMilli(firstAt), Instant.ofEpochMilli(one.lastAt()), one.message(),
                row.getObject("conversation_id", Long.class), Level.of(one.level()), row.getInt("received"),
                row.getInt("sent"), Customers.instant(row, "last_in"), Customers.instant(row, "last_out"));
    }

    /** p12, b12, f12-1a2b3c4d and m12-1a2b3c4d, where what stands behind the number tells the facts of one address apart. */
    private static String id(ProposalRow row) {
        return switch (row.kind()) {
            case PERSON, ROLE -> "p" + row.address();
            case BOUNCE -> "b" + row.address();
            case MOVED -> "m" + row.address() + "-" + hash(row.normal());
            case FACT ->
                "f" + row.address() + "-"
                        + hash(row.property() + "/" + row.normal());
        };
    }

    private static String hash(String text) {
        return String.format(Locale.ROOT, "%08x", text.hashCode());
    }

    /**
     * What the latest signature of an address says.
     *
     * @param email the address
     * @return the values, each with the mail in which it was seen last
     */
    public List<SignatureValue> signature(EmailAddress email) {
        Map<String, SignatureValue> values = new LinkedHashMap<>();
        Map<Property, Long> newest = new EnumMap<>(Property.class);
        store.readers().useHandle(handle -> handle.createQuery("""
                SELECT f.property, f.label, f.raw, f.normal, f.line, f.confidence, u.last_message FROM address a
                JOIN signature_use u ON u.address_id = a.id JOIN signature_field f ON f.signature_key = u.signature_key
                WHERE a.normal = ? ORDER BY u.last_at DESC, u.last_message DESC, f.item""").bind(0, email.normal())
                .map((row, _) -> {
                    Property property = Property.valueOf(row.getString(1));
                    long message = row.getLong(7);
                    if (newest.computeIfAbsent(property, _ -> message) == message) {
                        values.putIfAbsent(property + "/" + row.getString(4), new SignatureValue(
                                new Value(property, row.getString(2), row.getString(3), row.getString(4),
                                        "message " + message, Value.Mark.SAID),
                                row.getString(5), row.getInt(6)));
                    }
                    return message;
                }).list());
        return List.copyOf(values.values());
    }

    /**
     * The account in whose folders a mail lies.
     *
     * @param message number of the mail
     * @return address of the account; empty where it lies nowhere any more
     */
    public String account(long message) {
        return store.readers()
                .withHandle(handle -> handle
                        .createQuery(
                                """
                                        SELECT a.email FROM placement p JOIN folder f ON f.id = p.place / 4294967296 JOIN account a ON a.id = f.account_id
                                        WHERE p.message_id = ? ORDER BY a.id LIMIT 1""")
                        .bind(0, message).mapTo(String.class).findFirst()
                        .orElse(""));
    }

    /**
     * Customers whom somebody may be by the address: those with the same name before another domain, and those at the same domain.
     *
     * @param email the address
     * @param free whether the domain is a free mail service's, at which it tells nothing
     * @param most how many of each at most
     * @return numbers, with the address by which they were found
     */
    public List<Near> near(EmailAddress email, boolean free, int most) {
        List<Near> near = new ArrayList<>();
        String sql = "SELECT a.contact_id, a.normal, c.name FROM address a JOIN contact c ON c.id = a.contact_id WHERE ";
        String end = " AND a.normal <> ? AND NOT a.own ORDER BY a.normal LIMIT " + most;
        store.readers().useHandle(handle -> {
            near.addAll(handle.createQuery(sql + "a.normal >= ? AND a.normal < ?" + end)
                    .bind(0, email.local() + "@").bind(1, email.local() + "A").bind(2, email.normal())
                    .map((row, _) -> near(row)).list());
            if (!free) {
                near.addAll(handle.createQuery(sql + "a.domain = ?" + end).bind(0, email.domain())
                        .bind(1, email.normal()).map((row, _) -> near(row)).list());
            }
        });
        return near;
    }

    private static Near near(ResultSet row) throws SQLException {
        return new Near(row.getLong(1), EmailAddress.of(row.getString(2)), row.getString(3));
    }

    /**
     * A customer whose address is like another.
     *
     * @param contact number of the customer
     * @param email the customer's address
     * @param name the customer's name
     */
    public record Near(long contact, EmailAddress email, String name) {}
}
