package app.kith.ui.record;

import app.kith.change.Actor;
import app.kith.desk.History;
import app.kith.store.ChangesView.Heading;
import app.kith.store.ChangesView.Sought;
import app.kith.ui.look.Dates;
import app.kith.ui.record.ChangeLines.Line;
import app.kith.ui.work.Background;
import app.kith.ui.work.ChangeFeed;
import app.kith.ui.work.Refresh;
import app.kith.words.KithException;
import app.kith.words.ReasonWords;
import app.kith.words.Words;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What was done, the latest first, as far back as was asked for. JavaFX thread only. */
public final class HistoryModel {
    private static final int STEP = 200;

    private final History history;
    private final Background background;
    private final ReadOnlyObjectWrapper<List<Heading>> headings = new ReadOnlyObjectWrapper<>(this, "headings",
            List.of());
    private final ReadOnlyObjectWrapper<Map<Long, List<Line>>> opened = new ReadOnlyObjectWrapper<>(this, "opened",
            Map.of());
    private final StringProperty query = new SimpleStringProperty(this, "query", "");
    private final ObjectProperty<Part> part = new SimpleObjectProperty<>(this, "part", Part.ALL);
    private final Refresh<List<Heading>> refresh;
    private Words words = Words.of(Locale.ENGLISH);
    private int wanted = STEP;

    /** A part of what was done. */
    enum Part {
        /** Everything. */
        ALL,
        /** What the user did by hand. */
        USER,
        /** What imports brought. */
        IMPORT,
        /** Merges. */
        MERGE,
        /** What the program did by itself. */
        PROGRAM,
        /** What was taken away and is not back: the recycle bin. */
        AWAY;

        private Set<Actor> actors() {
            return switch (this) {
                case ALL, AWAY -> Set.of();
                case USER -> Set.of(Actor.USER);
                case IMPORT -> Set.of(Actor.IMPORT);
                case MERGE -> Set.of(Actor.MERGE);
                case PROGRAM -> Set.of(Actor.SYNC, Actor.RULE);
            };
        }
    }

    /**
     * Makes the model.
     *
     * @param history what was done
     * @param background where it is read
     * @param feed tells what changed
     */
    public HistoryModel(History history, Background background, ChangeFeed feed) {
        this.history = history;
        this.background = background;
        this.refresh = new Refresh<>(background, "history", this::read, headings::set);
        feed.listen(_ -> refresh.request());
        query.subscribe((_, _) -> again());
        part.subscribe((_, _) -> again());
        refresh.now();
    }

    private void again() {
        wanted = STEP;
        refresh.now();
    }

    private Callable<List<Heading>> read() {
        int most = wanted;
        Sought sought = sought();
        return () -> history.list(sought, 0, most);
    }

    private Sought sought() {
        return new Sought(0, part.get().actors(), part.get() == Part.AWAY, ReasonWords.sought(words, query.get()), null,
                null);
    }

    /** Takes the language in which words are looked for. */
    void speak(Words language) {
        words = language;
    }

    /** Opens what a change set changed, or closes it. */
    void toggle(long sequence, Dates dates, Consumer<KithException> failed) {
        Map<Long, List<Line>> now = new LinkedHashMap<>(opened.get());
        if (now.remove(sequence) != null) {
            opened.set(now);
            return;
        }
        Words language = words;
        background.run("history-" + sequence, () -> ChangeLines.of(history.show(sequence), language, dates), lines -> {
            Map<Long, List<Line>> more = new LinkedHashMap<>(opened.get());
            more.put(sequence, lines);
            opened.set(more);
        }, failed);
    }

    /** Writes all that is looked for into a table. */
    void write(Path out, Runnable done, Consumer<KithException> failed) {
        Sought sought = sought();
        Words language = words;
        background.run("history-out", () -> {
            history.write(out, true, sought, language);
            return out;
        }, _ -> done.run(), failed);
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

    /** {@return what the change sets changed that are open, by their numbers} */
    ReadOnlyObjectProperty<Map<Long, List<Line>>> openedProperty() {
        return opened.getReadOnlyProperty();
    }

    /** {@return the words that are looked for} */
    StringProperty queryProperty() {
        return query;
    }

    /** {@return which part is shown} */
    ObjectProperty<Part> partProperty() {
        return part;
    }
}
