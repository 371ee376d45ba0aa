package app.kith.ui.body;

import app.kith.ui.body.FindWords.Range;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** The places on a page where words stand that are looked for. JavaFX thread only. */
final class Marks {
    private final Parent page;
    private final List<Place> places = new ArrayList<>();
    private FindWords words = FindWords.of("");
    private boolean quoted;
    private int current = -1;

    private record Place(ParagraphView view, Range range) {}

    Marks(Parent page) {
        this.page = page;
    }

    /** Looks for words: in what the mail itself says, or in what it quotes. */
    void look(FindWords wanted, boolean inQuoted) {
        words = wanted;
        quoted = inQuoted;
        current = -1;
        refresh();
    }

    /** {@return whether it is the quoted messages that are searched, which must be shown for it} */
    boolean wantsQuoted() {
        return quoted && !words.isEmpty();
    }

    /** Marks the places anew, after views were made or folded. */
    void refresh() {
        places.clear();
        walk(page, false);
        if (current >= 0) {
            point(current);
        }
    }

    private void walk(Node node, boolean inQuoted) {
        if (node instanceof ParagraphView view) {
            List<Range> found = inQuoted == quoted ? words.in(view.content()) : List.of();
            view.mark(found);
            found.forEach(range -> places.add(new Place(view, range)));
        } else if (node instanceof Parent parent) {
            boolean deeper = inQuoted || node instanceof HistoryView;
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, deeper));
        }
    }

    /** {@return how many places are marked} */
    int size() {
        return places.size();
    }

    /** Shows one of the places as the one that is looked at; none if there is no such place. */
    void point(int index) {
        current = index;
        for (Place place : places) {
            place.view().point(null);
        }
        if (index >= 0 && index < places.size()) {
            places.get(index).view().point(places.get(index).range());
        }
    }

    /** {@return where the place stands that is looked at, in the scene; null where none is, or it is not laid out} */
    @Nullable
    Bounds pointed() {
        if (current < 0 || current >= places.size()) {
            return null;
        }
        Place place = places.get(current);
        return place.view().where(place.range());
    }
}
