package app.kith.ui.record;

import app.kith.desk.History;
import app.kith.store.ChangesView.Heading;
import app.kith.ui.work.Background;
import app.kith.ui.work.ChangeFeed;
import app.kith.ui.work.Refresh;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What was done, the latest first, as far back as was asked for. JavaFX thread only. */
public final class HistoryModel {
    private static final int STEP = 200;

    private final History history;
    private final ReadOnlyObjectWrapper<List<Heading>> headings = new ReadOnlyObjectWrapper<>(this, "headings",
            List.of());
    private final Refresh<List<Heading>> refresh;
    private int wanted = STEP;

    /**
     * Makes the model.
     *
     * @param history what was done
     * @param background where it is read
     * @param feed tells what changed
     */
    public HistoryModel(History history, Background background, ChangeFeed feed) {
        this.history = history;
        this.refresh = new Refresh<>(background, "history", this::read, headings::set);
        feed.listen(_ -> refresh.request());
        refresh.now();
    }

    private Callable<List<Heading>> read() {
        int most = wanted;
        return () -> history.list(0, 0, most);
    }

    /** Reads further back. */
    public void more() {
        wanted += STEP;
        refresh.now();
    }

    /** {@return whether there is more further back} */
    public boolean hasMore() {
        return headings.get().size() >= wanted;
    }

    /** {@return what was done, the latest first} */
    public ReadOnlyObjectProperty<List<Heading>> headingsProperty() {
        return headings.getReadOnlyProperty();
    }
}
