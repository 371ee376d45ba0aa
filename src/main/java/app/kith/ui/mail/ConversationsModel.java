package app.kith.ui.mail;

import app.kith.store.Conversations;
import app.kith.store.Conversations.ConversationRow;
import app.kith.store.StoreChange;
import app.kith.ui.list.Rows;
import app.kith.ui.work.Background;
import app.kith.ui.work.ChangeFeed;
import app.kith.ui.work.Refresh;
import java.util.concurrent.Callable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The list of all conversations, newest first. JavaFX thread only. */
public final class ConversationsModel {
    private final Conversations conversations;
    private final StringProperty query = new SimpleStringProperty(this, "query", "");
    private final ObjectProperty<@Nullable Long> selected = new SimpleObjectProperty<>(this, "selected");
    private final ReadOnlyLongWrapper total = new ReadOnlyLongWrapper(this, "total");
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper(this, "loaded");
    private final Rows<ConversationRow> rows;
    private final Refresh<Listing> refresh;
    private @Nullable Long beforeSearch;

    /**
     * Makes the model and begins to read the list.
     *
     * @param conversations the queries
     * @param background where they are made
     * @param feed tells what changed
     */
    public ConversationsModel(Conversations conversations, Background background, ChangeFeed feed) {
        this.conversations = conversations;
        this.rows = new Rows<>(background, "conversation-rows", conversations::rows, ConversationRow::id);
        this.refresh = new Refresh<>(background, "conversations", this::read, this::show);
        query.addListener((_, before, now) -> searched(before, now));
        feed.listen(this::changed);
        refresh.now();
    }

    private Callable<Listing> read() {
        String words = query.get();
        return () -> new Listing(conversations.ids(0, words, 0), conversations.count());
    }

    private void show(Listing listing) {
        rows.show(listing.ids());
        total.set(listing.total());
        loaded.set(true);
    }

    private void searched(String before, String now) {
        if (before.isBlank() && !now.isBlank()) {
            beforeSearch = selected.get();
        }
        refresh.now();
    }

    private void changed(StoreChange change) {
        if (!change.conversations().isEmpty()) {
            rows.changed(change.conversations());
            refresh.request();
        }
    }

    /** Ends the search and selects what it was before. */
    public void endSearch() {
        if (!query.get().isEmpty()) {
            query.set("");
            if (beforeSearch != null) {
                selected.set(beforeSearch);
            }
            beforeSearch = null;
        }
    }

    /** {@return what is searched for; words of the subject or of whom it is held with} */
    public StringProperty queryProperty() {
        return query;
    }

    /** {@return number of the selected conversation; null for none} */
    public ObjectProperty<@Nullable Long> selectedProperty() {
        return selected;
    }

    /** {@return how many conversations there are, found or not} */
    public ReadOnlyLongProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    /** {@return whether the list has been read at least once} */
    public ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /** {@return those found} */
    public Rows<ConversationRow> rows() {
        return rows;
    }

    private record Listing(long[] ids, long total) {}
}
