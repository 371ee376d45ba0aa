package app.kith.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.desk.Desk;
import app.kith.support.OnScreen;
import app.kith.support.TestDesk;
import app.kith.ui.Session.Place;
import app.kith.ui.work.Background;
import app.kith.ui.work.StepBackground;
import app.kith.words.KithException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Duplicates are looked for though nobody opens the review. */
@OnScreen
class LookoutTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneId.of("Europe/Berlin"));

    @TempDir
    private Path folder;

    @Test
    void duplicatesAreFoundByThemselvesAndAgainWhenCustomersChangeButNotUnderTheHandOfTheReviewer() throws Exception {
        HeldTime time = new HeldTime();
        try (Desk desk = TestDesk.open(folder)) {
            add(desk, "王小明", "13800001234");
            add(desk, "Wang Xiaoming", "+86 138-0000-1234");
            Toolkit.on(() -> {
                Session session = new Session(desk, () -> {}, time, CLOCK);
                session.place().set(Place.TODAY);
                session.lookout().begin();
                assertThat(groups(session, time)).isZero();
                time.passes();
                assertThat(groups(session, time)).isEqualTo(1);
                add(desk, "Anna Keller", "+49 170 5551234");
                add(desk, "Keller, Anna", "0049 170 5551234");
                assertThat(groups(session, time)).isEqualTo(1);
                session.place().set(Place.REVIEW);
                time.passes();
                assertThat(groups(session, time)).isEqualTo(1);
                session.place().set(Place.TODAY);
                time.passes();
                assertThat(groups(session, time)).isEqualTo(2);
                session.close();
                return true;
            });
        }
    }

    private static int groups(Session session, HeldTime time) {
        time.step.settle();
        return session.review().groupsProperty().get().size();
    }

    private static void add(Desk desk, String name, String phone) {
        desk.records().add(List.of(Value.of(Property.NAME, "", name), Value.of(Property.PHONE, "mobile", phone)));
    }

    /** What is put off happens when the test says that the time has passed. */
    private static final class HeldTime implements Background {
        private final StepBackground step = new StepBackground();
        private Map<Object, Runnable> later = new LinkedHashMap<>();

        @Override
        public <T> void run(String name, Callable<T> work, Consumer<? super T> then,
                Consumer<? super KithException> failed) {
            step.run(name, work, then, failed);
        }

        @Override
        public void soon(Object key, Runnable act) {
            step.soon(key, act);
        }

        @Override
        public void later(Duration pause, Object key, Runnable act) {
            later.put(key, act);
        }

        @Override
        public void execute(Runnable work) {
            step.execute(work);
        }

        private void passes() {
            step.settle();
            Map<Object, Runnable> now = later;
            later = new LinkedHashMap<>();
            now.values().forEach(Runnable::run);
            step.settle();
        }
    }
}
