package app.kith.ui.review;

import app.kith.store.StoreChange;
import app.kith.ui.work.Background;
import java.time.Duration;
import javafx.beans.value.ObservableValue;

/**
 * Looks for duplicates by itself: a while after the window was opened, and now and then where customers changed since; never while
 * somebody reviews them, lest the queue move under his hand. JavaFX thread only.
 */
public final class Lookout {
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final ReviewModel model;
    private final Background background;
    private final ObservableValue<Boolean> reviewed;
    private boolean changed = true;

    /**
     * Makes it; it does nothing before {@link #begin}.
     *
     * @param model the queue
     * @param background tells the time
     * @param reviewed whether the queue is on the screen
     */
    public Lookout(ReviewModel model, Background background, ObservableValue<Boolean> reviewed) {
        this.model = model;
        this.background = background;
        this.reviewed = reviewed;
    }

    /** Begins to look. */
    public void begin() {
        background.later(FIRST, this, this::look);
    }

    /**
     * Takes note of what changed.
     *
     * @param change the change
     */
    public void changed(StoreChange change) {
        changed |= !change.contacts().isEmpty();
    }

    private void look() {
        if (changed && !reviewed.getValue()) {
            changed = false;
            model.scan();
        }
        background.later(PAUSE, this, this::look);
    }
}
