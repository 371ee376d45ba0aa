package app.kith.ui.find;

import app.kith.desk.SavedSearches;
import app.kith.search.Kind;
import app.kith.search.Progress;
import app.kith.search.Results;
import app.kith.search.Search;
import app.kith.search.Suggestion;
import app.kith.ui.work.Background;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is typed into the box, and what is found: of several questions the newest is answered. JavaFX thread only. */
public final class FindModel {
    private static final Logger LOG = LoggerFactory.getLogger(FindModel.class);
    private static final int OF_EACH = 8;

    private final Supplier<Search> search;
    private final SavedSearches saved;
    private final Background background;
    private final StringProperty query = new SimpleStringProperty(this, "query", "");
    private final ReadOnlyObjectWrapper<Answer> answer = new ReadOnlyObjectWrapper<>(this, "answer", Answer.NOTHING);

    /**
     * What is answered to a line.
     *
     * @param typed the line
     * @param results what was found; empty where nothing was looked for
     * @param suggestions ways to go on
     * @param saved searches that the user saved, by name
     * @param progress how far the index has come; empty where nothing was looked for
     */
    record Answer(String typed, Optional<Results> results, List<Suggestion> suggestions, Map<String, String> saved,
            Optional<Progress> progress) {
        private static final Answer NOTHING = new Answer("", Optional.empty(), List.of(), Map.of(), Optional.empty());
    }

    /**
     * Makes the model.
     *
     * @param search the search; asked for off the JavaFX thread, for it may have to be opened
     * @param saved the user's saved searches
     * @param background where it is asked
     */
    public FindModel(Supplier<Search> search, SavedSearches saved, Background background) {
        this.search = search;
        this.saved = saved;
        this.background = background;
        query.addListener((_, _, _) -> ask());
    }

    /** Begins anew, with an empty line or with the one given. */
    public void begin(String typed) {
        query.set(typed);
        ask();
    }

    /** Asks again, for the store may have changed. */
    void ask() {
        String typed = query.get();
        background.run("find", () -> read(typed), answer::set,
                failure -> LOG.error("The search failed: {}", failure.problem()));
    }

    private Answer read(String typed) {
        if (typed.isBlank() || typed.startsWith(">")) {
            return new Answer(typed, Optional.empty(), List.of(), saved.all(), Optional.empty());
        }
        Search index = search.get();
        return new Answer(typed, Optional.of(index.find(typed, EnumSet.allOf(Kind.class), OF_EACH)),
                index.suggest(typed, typed.length()), Map.of(), Optional.of(index.progress()));
    }

    /** Saves what is typed as a search of that name. */
    void save() {
        String typed = query.get().strip();
        if (!typed.isEmpty()) {
            background.run("save-search", () -> {
                saved.save("", typed, typed);
                return typed;
            }, _ -> {}, failure -> LOG.error("The search was not saved: {}", failure.problem()));
        }
    }

    /** Removes a saved search. */
    void forget(String name) {
        background.run("forget-search", () -> {
            saved.remove(name);
            return name;
        }, _ -> ask(), failure -> LOG.error("The search was not removed: {}", failure.problem()));
    }

    /** {@return what is typed} */
    public StringProperty queryProperty() {
        return query;
    }

    /** {@return what is answered to it} */
    public ReadOnlyObjectProperty<Answer> answerProperty() {
        return answer.getReadOnlyProperty();
    }
}
