package app.kith.ui.record;

import app.kith.contact.Source;
import app.kith.desk.Sources;
import app.kith.desk.Sources.Look;
import app.kith.store.SourcesView.Brought;
import app.kith.ui.work.Background;
import app.kith.ui.work.ChangeFeed;
import app.kith.ui.work.Refresh;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Where everything came from. Read only while it is looked at: counting all values of a large store takes a while. JavaFX thread only. */
public final class SourcesModel {
    private final Sources sources;
    private final RecordActs acts;
    private final Background background;
    private final ReadOnlyObjectWrapper<List<Brought>> all = new ReadOnlyObjectWrapper<>(this, "all", List.of());
    private final Refresh<List<Brought>> refresh;
    private boolean seen;

    /**
     * Makes the model; nothing is read yet.
     *
     * @param sources the sources
     * @param acts takes back
     * @param background where they are read
     * @param feed tells what changed
     */
    public SourcesModel(Sources sources, RecordActs acts, Background background, ChangeFeed feed) {
        this.sources = sources;
        this.acts = acts;
        this.background = background;
        this.refresh = new Refresh<>(background, "sources", this::read, all::set);
        feed.listen(_ -> {
            if (seen) {
                refresh.request();
            }
        });
    }

    private Callable<List<Brought>> read() {
        return sources::list;
    }

    /**
     * Says whether the list is looked at.
     *
     * @param now whether it is
     */
    void look(boolean now) {
        seen = now;
        if (now) {
            refresh.now();
        }
    }

    /** {@return all sources with what each says now} */
    public ReadOnlyObjectProperty<List<Brought>> allProperty() {
        return all.getReadOnlyProperty();
    }

    /** Looks what would change if a source were taken back. */
    void look(Source source, Consumer<Look> then) {
        background.run("source-look", () -> sources.look(source), then, acts::failed);
    }

    /** Takes a source back. */
    void withdraw(Source source) {
        acts.withdraw(source);
    }
}
