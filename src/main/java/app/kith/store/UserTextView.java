package app.kith.store;

import java.util.Map;
import java.util.TreeMap;

/** Texts of the user's own by their keys. Blocks: not for the JavaFX thread. */
public final class UserTextView {
    private final Store store;

    /**
     * Makes the query.
     *
     * @param store the store
     */
    public UserTextView(Store store) {
        this.store = store;
    }

    /**
     * Texts of one kind.
     *
     * @param prefix how their keys begin
     * @return the texts by what follows in their keys, in its order
     */
    public Map<String, String> all(String prefix) {
        Map<String, String> texts = new TreeMap<>();
        store.readers()
                .useHandle(handle -> handle.createQuery("""
                        SELECT name, content FROM user_text WHERE name >= ? AND name < ? AND LEFT(name, ?) = ?""")
                        .bind(0, prefix).bind(1, prefix + '\uffff').bind(2, prefix.length()).bind(3, prefix)
                        .map((row, _) -> texts.put(row.getString(1).substring(prefix.length()), row.getString(2)))
                        .list());
        return texts;
    }
}
