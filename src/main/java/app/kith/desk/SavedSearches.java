package app.kith.desk;

import app.kith.change.Actor;
import app.kith.change.Change;
import app.kith.change.Change.TextChange;
import app.kith.change.Journal;
import app.kith.store.UserTextView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The user's saved searches by name. Kept in the ledger, so they can be taken back like all else. Blocks. */
public final class SavedSearches {
    /** How the keys begin of the texts in which the ledger keeps searches; the name follows. */
    static final String SEARCH = "search/";

    private final UserTextView view;
    private final Journal journal;

    SavedSearches(UserTextView view, Journal journal) {
        this.view = view;
        this.journal = journal;
    }

    /** {@return the typed lines by name, in its order} */
    public Map<String, String> all() {
        return view.all(SEARCH);
    }

    /**
     * A saved search.
     *
     * @param name its name
     * @return the line that was typed; empty where there is none of that name
     */
    public Optional<String> find(String name) {
        return Optional.ofNullable(all().get(name));
    }

    /**
     * Saves a search, changes the one of that name, or gives one another name.
     *
     * @param former the name that it had; empty for a new one
     * @param name its name; not blank
     * @param typed the line; not blank
     */
    public void save(String former, String name, String typed) {
        List<TextChange> changes = new ArrayList<>();
        if (!former.isEmpty() && !former.equals(name)) {
            changes.add(change(former, ""));
        }
        changes.add(change(name, typed));
        put(name, changes);
    }

    /**
     * Removes a saved search.
     *
     * @param name its name; where there is none, nothing is done
     */
    public void remove(String name) {
        put(name, List.of(change(name, "")));
    }

    private TextChange change(String name, String after) {
        return new TextChange(SEARCH + name, find(name).orElse(""), after);
    }

    private void put(String name, List<TextChange> changes) {
        List<Change> real = changes.stream().filter(change -> !change.before().equals(change.after()))
                .map(Change.class::cast).toList();
        if (!real.isEmpty()) {
            journal.enter(Actor.USER, "search-saved " + name, _ -> real);
        }
    }
}
