package app.kith.store;

import app.kith.contact.Card;
import app.kith.contact.Property;
import app.kith.contact.Source;
import app.kith.contact.Value;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The cards in force, many at once: for imports, which look for theirs, and exports, which want all. Blocks while it reads. */
public final class CardsView {
    /** From the contacts to their cards and values by indexes; a condition ANY would be compared with every card there is. */
    private static final String CARD = """
            SELECT c.id, c.contact_id, c.source_kind, c.source_place, v.property, v.label, v.raw, v.normal,
                v.source_place, v.mark FROM UNNEST(CAST(? AS BIGINT ARRAY)) w(id) JOIN card c ON c.contact_id = w.id
            JOIN card_value v ON v.contact_id = c.contact_id AND v.card_id = c.id AND v.to_change IS NULL
            ORDER BY c.contact_id, c.id, v.place""";

    /** From the wanted texts to the values that say them, to their cards, to all values of these: each step by an index. */
    private static final String FOUND = """
            SELECT c.id, c.contact_id, c.source_kind, c.source_place, v.property, v.label, v.raw, v.normal,
                v.source_place, v.mark
            FROM (SELECT DISTINCT s.card_id, s.contact_id FROM UNNEST(CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY)) w(property, normal)
                JOIN card_value s ON s.found_by = w.property || ':' || w.normal AND s.to_change IS NULL) f
            JOIN card c ON c.id = f.card_id
            JOIN card_value v ON v.contact_id = f.contact_id AND v.card_id = f.card_id AND v.to_change IS NULL
            ORDER BY c.id, v.place""";

    private static final int WINDOW = 2_000;

    private final Store store;

    /**
     * Makes the queries.
     *
     * @param store the store
     */
    public CardsView(Store store) {
        this.store = store;
    }

    /** {@return the number of the last change set that is in the store} */
    public long version() {
        return store.ledgerPosition().sequence();
    }

    /**
     * Finds cards by what they say.
     *
     * @param wanted normal forms of values by their properties
     * @return every card in force that says one of them, whole; each once
     */
    public List<Card> saying(Map<Property, Set<String>> wanted) {
        List<String> properties = new ArrayList<>();
        List<String> normals = new ArrayList<>();
        wanted.forEach((property, texts) -> texts.forEach(text -> {
            properties.add(property.name());
            normals.add(text);
        }));
        List<Card> cards = new ArrayList<>();
        read(FOUND, statement -> {
            statement.setObject(1, properties.toArray());
            statement.setObject(2, normals.toArray());
        }, cards::add);
        return cards;
    }

    /**
     * Goes through all contacts.
     *
     * @param contacts numbers of those wanted; empty for all
     * @param each told the cards in force of one contact after another, in the order of their numbers
     */
    public void each(Collection<Long> contacts, Consumer<List<Card>> each) {
        List<Long> window = window(contacts, Long.MIN_VALUE);
        while (!window.isEmpty()) {
            eachOf(window, each);
            window = window(contacts, window.getLast());
        }
    }

    /** The next contacts behind one: a result is held in memory as a whole. */
    private List<Long> window(Collection<Long> contacts, long behind) {
        return contacts.isEmpty()
                ? store.readers()
                        .withHandle(handle -> handle
                                .createQuery("SELECT id FROM contact WHERE id > ? ORDER BY id LIMIT " + WINDOW)
                                .bind(0, behind).mapTo(Long.class).list())
                : contacts.stream().filter(id -> id > behind).sorted().distinct().limit(WINDOW).toList();
    }

    private void eachOf(List<Long> contacts, Consumer<List<Card>> each) {
        List<Card> stack = new ArrayList<>();
        read(CARD, statement -> statement.setObject(1, contacts.toArray()), card -> {
            if (!stack.isEmpty() && stack.getFirst().contact() != card.contact()) {
                each.accept(List.copyOf(stack));
                stack.clear();
            }
            stack.add(card);
        });
        if (!stack.isEmpty()) {
            each.accept(List.copyOf(stack));
        }
    }

    private void read(String sql, Binding binding, Consumer<Card> each) {
        try {
            store.readers().useHandle(handle -> {
                try (PreparedStatement statement = handle.getConnection().prepareStatement(sql)) {
                    statement.setFetchSize(1000);
                    binding.bind(statement);
                    try (ResultSet rows = statement.executeQuery()) {
                        cards(rows, each);
                    }
                }
            });
        } catch (SQLException e) {
            throw new KithException(e, Problem.STORE_DAMAGED, String.valueOf(e.getMessage()));
        }
    }

    private static void cards(ResultSet rows, Consumer<Card> each) throws SQLException {
        Card head = null;
        List<Value> values = new ArrayList<>();
        while (rows.next()) {
            if (head == null || head.id() != rows.getLong(1)) {
                end(head, values, each);
                head = new Card(rows.getLong(1), rows.getLong(2),
                        new Source(Source.Kind.valueOf(rows.getString(3)), rows.getString(4)), List.of());
            }
            values.add(new Value(Property.valueOf(rows.getString(5)), rows.getString(6), rows.getString(7),
                    rows.getString(8), rows.getString(9), Value.Mark.valueOf(rows.getString(10))));
        }
        end(head, values, each);
    }

    private static void end(@Nullable Card head, List<Value> values, Consumer<Card> each) {
        if (head != null) {
            each.accept(new Card(head.id(), head.contact(), head.source(), values));
            values.clear();
        }
    }

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }
}
