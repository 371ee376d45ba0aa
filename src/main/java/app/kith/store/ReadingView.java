package app.kith.store;

import app.kith.change.Change.ReadingChange;
import app.kith.change.MessageAddress;
import app.kith.change.SenderRule;
import app.kith.contact.EmailAddress;
import java.util.List;
import java.util.Optional;

/** How messages are read by the user's word. Blocks: not for the JavaFX thread. */
public final class ReadingView {
    private static final String WANTED = """
            CASE WHEN r.chosen = '*' THEN '' WHEN COALESCE(r.chosen, '') <> '' THEN r.chosen
            ELSE COALESCE(s.charset, '') END""";
    private static final String JOINED = """
             LEFT JOIN message_reading r ON r.message_id = m.id LEFT JOIN address a ON a.id = m.sender_id
            LEFT JOIN sender_rule s ON s.normal = a.normal\s""";

    private final Store store;

    /**
     * Makes the queries.
     *
     * @param store the store
     */
    public ReadingView(Store store) {
        this.store = store;
    }

    /**
     * A message that has to be read again.
     *
     * @param message its number
     * @param address where its bytes lie
     * @param before the charset with which its rows were made; empty for the one that is recognised
     * @param after the charset that is wanted; empty for the one that is recognised
     */
    public record Pending(long message, MessageAddress address, String before, String after) {}

    /**
     * Finds messages that have to be read again.
     *
     * @param most how many at most
     * @return the oldest of them; empty where there is none
     */
    public List<Pending> pending(int most) {
        return store.readers().withHandle(handle -> handle.createQuery("SELECT m.id, m.segment, m.log_offset, "
                + "m.log_index, COALESCE(r.applied, '') AS applied, " + WANTED + " AS wanted "
                + "FROM to_reread t JOIN message m ON m.id = t.message_id" + JOINED + "ORDER BY m.id LIMIT " + most)
                .map((row, _) -> new Pending(row.getLong("id"),
                        new MessageAddress(row.getInt("segment"), row.getLong("log_offset"), row.getInt("log_index")),
                        row.getString("applied"), row.getString("wanted")))
                .list());
    }

    /**
     * What the user wants for all mail of a sender.
     *
     * @param address an address in any spelling
     * @return the rule
     */
    public SenderRule sender(String address) {
        return store.readers()
                .withHandle(handle -> handle.createQuery("SELECT pictures, charset FROM sender_rule WHERE normal = ?")
                        .bind(0, EmailAddress.of(address).normal())
                        .map((row, _) -> new SenderRule(row.getBoolean(1), row.getString(2))).findFirst())
                .orElse(SenderRule.NONE);
    }

    /**
     * The charset that the user chose for a message alone.
     *
     * @param message its number
     * @return the charset; empty for none, {@link ReadingChange#RECOGNISED} for the one that is recognised
     */
    public String chosen(long message) {
        return text("SELECT chosen FROM message_reading WHERE message_id = ?", message).orElse("");
    }

    /**
     * The charset that a message is to be read with.
     *
     * @param message its number
     * @return the charset; empty for the one that is recognised
     */
    public String wanted(long message) {
        return text("SELECT " + WANTED + " FROM message m" + JOINED + "WHERE m.id = ?", message).orElse("");
    }

    private Optional<String> text(String sql, long message) {
        return store.readers()
                .withHandle(handle -> handle.createQuery(sql).bind(0, message).mapTo(String.class).findFirst());
    }
}
