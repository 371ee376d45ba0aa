package app.kith.ui.body;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** What is selected on a page, from one place between characters to another, across all its paragraphs. JavaFX thread only. */
final class Selection {
    private final Parent page;
    private List<ParagraphView> views = List.of();
    private Place anchor = new Place(0, 0);
    private Place caret = new Place(0, 0);
    private boolean dragging;

    /** A place between two characters of a paragraph. */
    private record Place(int view, int at) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return view != other.view ? Integer.compare(view, other.view) : Integer.compare(at, other.at);
        }
    }

    /** Listens to the mouse on a page. */
    Selection(Parent page) {
        this.page = page;
        page.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        page.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        page.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> dragging = false);
    }

    /** Forgets what is selected, after the page was made anew or part of it was folded. */
    void clear() {
        views.forEach(view -> view.select(0, 0));
        views = List.of();
        anchor = new Place(0, 0);
        caret = anchor;
    }

    private List<ParagraphView> views() {
        if (views.isEmpty()) {
            List<ParagraphView> found = new ArrayList<>();
            gather(page, found);
            views = found;
        }
        return views;
    }

    private static void gather(Node node, List<ParagraphView> found) {
        if (node instanceof ParagraphView view) {
            found.add(view);
        } else if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                gather(child, found);
            }
        }
    }

    private void pressed(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || views().isEmpty()) {
            return;
        }
        Place place = nearest(event);
        dragging = true;
        switch (event.getClickCount()) {
            case 1 -> {
                caret = place;
                anchor = event.isShiftDown() ? anchor : place;
            }
            case 2 -> word(place);
            default -> {
                anchor = new Place(place.view, 0);
                caret = new Place(place.view, views.get(place.view).length());
            }
        }
        show();
    }

    private void word(Place place) {
        String content = views.get(place.view).content();
        BreakIterator words = BreakIterator.getWordInstance(Locale.getDefault());
        words.setText(content);
        int at = Math.clamp(place.at, 0, Math.max(0, content.length() - 1));
        int end = words.following(at);
        int start = words.previous();
        anchor = new Place(place.view, start == BreakIterator.DONE ? 0 : start);
        caret = new Place(place.view, end == BreakIterator.DONE ? content.length() : end);
    }

    private void dragged(MouseEvent event) {
        if (dragging && event.isPrimaryButtonDown() && event.getClickCount() <= 1 && !views().isEmpty()) {
            caret = nearest(event);
            show();
        }
    }

    private Place nearest(MouseEvent event) {
        double least = Double.MAX_VALUE;
        int best = 0;
        for (int i = 0; i < views.size(); i++) {
            ParagraphView view = views.get(i);
            Bounds bounds = view.localToScene(view.getLayoutBounds());
            double dx = outside(event.getSceneX(), bounds.getMinX(), bounds.getMaxX());
            double dy = outside(event.getSceneY(), bounds.getMinY(), bounds.getMaxY());
            // A line beside the pointer is nearer than one above it.
            double distance = dx + dy * 1000;
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return new Place(best, views.get(best).hit(event.getSceneX(), event.getSceneY()));
    }

    private static double outside(double value, double from, double to) {
        return value < from ? from - value : value > to ? value - to : 0;
    }

    /** Selects everything on the page. */
    void all() {
        if (!views().isEmpty()) {
            anchor = new Place(0, 0);
            caret = new Place(views.size() - 1, views.getLast().length());
            show();
        }
    }

    private Place first() {
        return anchor.compareTo(caret) <= 0 ? anchor : caret;
    }

    private Place last() {
        return anchor.compareTo(caret) <= 0 ? caret : anchor;
    }

    private void show() {
        Place first = first();
        Place last = last();
        for (int i = 0; i < views.size(); i++) {
            boolean inside = i >= first.view && i <= last.view;
            int from = i == first.view ? first.at : 0;
            int to = i == last.view ? last.at : views.get(i).length();
            views.get(i).select(inside ? from : 0, inside ? to : 0);
        }
    }

    /** {@return the words that are selected; empty for none} */
    String text() {
        StringBuilder text = new StringBuilder();
        Place first = first();
        Place last = last();
        for (int i = first.view; i <= last.view && i < views.size(); i++) {
            ParagraphView view = views.get(i);
            if (i > first.view) {
                text.append(view.separator());
            }
            text.append(view.words(i == first.view ? first.at : 0, i == last.view ? last.at : view.length()));
        }
        return text.toString();
    }

    /** {@return the link under the pointer, or null} */
    @Nullable
    Link linkAt(MouseEvent event) {
        return linkAt(event.getSceneX(), event.getSceneY());
    }

    @Nullable
    Link linkAt(double sceneX, double sceneY) {
        for (ParagraphView view : views()) {
            var point = view.sceneToLocal(sceneX, sceneY);
            if (view.contains(point)) {
                return view.linkAt(point.getX(), point.getY());
            }
        }
        return null;
    }
}
