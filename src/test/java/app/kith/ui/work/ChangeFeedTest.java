package app.kith.ui.work;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.store.StoreChange;
import app.kith.words.KithException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;

/** Who looks at a page is told of everything with the next frame; a page that nobody sees is not read anew for each batch of mail. */
class ChangeFeedTest {
    private final Frames frames = new Frames();
    private final List<Consumer<StoreChange>> store = new ArrayList<>();
    private final ChangeFeed feed = new ChangeFeed(frames, listener -> {
        store.add(listener);
        return () -> store.remove(listener);
    });
    private final SimpleBooleanProperty seen = new SimpleBooleanProperty(false);
    private final List<StoreChange> told = new ArrayList<>();
    private long sequence;

    /** Frames and pauses that pass when the test says so. */
    private static final class Frames implements Background {
        private final StepBackground steps = new StepBackground();
        private final List<Runnable> later = new ArrayList<>();

        @Override
        public <T> void run(String name, Callable<T> work, Consumer<? super T> then,
                Consumer<? super KithException> failed) {
            steps.run(name, work, then, failed);
        }

        @Override
        public void execute(Runnable work) {
            steps.execute(work);
        }

        @Override
        public void soon(Object key, Runnable act) {
            steps.soon(key, act);
        }

        @Override
        public void later(Duration pause, Object key, Runnable act) {
            later.add(act);
        }

        void pass() {
            List<Runnable> now = List.copyOf(later);
            later.clear();
            now.forEach(Runnable::run);
            steps.settle();
        }
    }

    private void mail(long conversation) {
        commit(Set.of(7L), conversation);
    }

    private void commit(Set<Long> folders, long conversation) {
        StoreChange change = new StoreChange(++sequence, Set.of(), folders, Set.of(conversation), Set.of());
        List.copyOf(store).forEach(listener -> listener.accept(change));
        frames.steps.settle();
    }

    @Test
    void thePageThatIsSeenIsToldOfEachBatch() {
        seen.set(true);
        feed.of(seen).listen(told::add);
        mail(1);
        mail(2);
        assertThat(told).extracting(StoreChange::conversations).containsExactly(Set.of(1L), Set.of(2L));
    }

    @Test
    void aPageThatIsNotSeenIsToldOfTheFirstAndThenOfAllInOne() {
        feed.of(seen).listen(told::add);
        mail(1);
        mail(2);
        mail(3);
        assertThat(told).extracting(StoreChange::conversations).containsExactly(Set.of(1L));
        frames.pass();
        assertThat(told).extracting(StoreChange::conversations).containsExactly(Set.of(1L), Set.of(2L, 3L));
        frames.pass();
        frames.pass();
        mail(4);
        assertThat(told).hasSize(3);
    }

    @Test
    void whatWaitsIsToldWhenThePageIsOpened() {
        feed.of(seen).listen(told::add);
        mail(1);
        mail(2);
        seen.set(true);
        assertThat(told).extracting(StoreChange::conversations).containsExactly(Set.of(1L), Set.of(2L));
        frames.pass();
        assertThat(told).hasSize(2);
    }

    @Test
    void whatTheUserDoesIsToldAtOnceEverywhere() {
        feed.of(seen).listen(told::add);
        mail(1);
        mail(2);
        commit(Set.of(), 3);
        assertThat(told).extracting(StoreChange::conversations).containsExactly(Set.of(1L), Set.of(2L, 3L));
    }
}
