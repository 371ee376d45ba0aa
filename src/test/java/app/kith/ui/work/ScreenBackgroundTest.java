package app.kith.ui.work;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.words.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Of several requests of one name the newest is answered, in whatever order they end. */
class ScreenBackgroundTest {
    private final List<Runnable> threads = new ArrayList<>();
    private final List<Runnable> screen = new CopyOnWriteArrayList<>();
    private final List<String> shown = new ArrayList<>();
    private final ScreenBackground background = new ScreenBackground(new Inbox(screen::add), threads::add);

    private void ask(String what) {
        background.run("find", () -> what, shown::add, failure -> {
            throw failure;
        });
    }

    private void empty() {
        List<Runnable> now = List.copyOf(screen);
        screen.clear();
        now.forEach(Runnable::run);
    }

    @Test
    void anOlderOneThatEndsLateDoesNotTakeTheNewestAnswerAway() {
        ask("q");
        ask("qu");
        threads.get(1).run();
        threads.get(0).run();
        empty();
        assertThat(shown).containsExactly("qu");
    }

    @Test
    void anOlderOneThatEndsFirstIsDropped() {
        ask("q");
        ask("qu");
        threads.get(0).run();
        empty();
        assertThat(shown).isEmpty();
        threads.get(1).run();
        while (screen.isEmpty()) {
            Thread.onSpinWait(); // The inbox is emptied once a frame.
        }
        empty();
        assertThat(shown).containsExactly("qu");
    }

    @Test
    void workThatFindsNoRoomHasFailedLikeAnyOther() {
        List<Problem> failures = new ArrayList<>();
        background.run("scan", () -> {
            throw new OutOfMemoryError();
        }, _ -> {}, failure -> failures.add(failure.problem()));
        threads.getFirst().run();
        empty();
        assertThat(failures).containsExactly(Problem.INTERNAL);
    }
}
