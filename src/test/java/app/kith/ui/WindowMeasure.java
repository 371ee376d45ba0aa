package app.kith.ui;

import app.kith.demo.SampleMailbox;
import app.kith.desk.Desk;
import app.kith.search.Kind;
import app.kith.support.DovecotServer;
import app.kith.support.TestDesk;
import app.kith.sync.SyncReport;
import app.kith.sync.SyncReport.FolderReport;
import app.kith.ui.Session.Place;
import app.kith.ui.look.Look;
import app.kith.ui.look.Settings;
import app.kith.ui.work.HeapRest;
import app.kith.ui.work.Inbox;
import app.kith.ui.work.ScreenBackground;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.stage.Stage;

/**
 * Measures the real window: how long until it shows data, how evenly the list of customers scrolls, what it holds in memory, and how
 * long the JavaFX thread keeps others waiting while a mailbox comes in. It draws in software where there is no display.
 */
public final class WindowMeasure implements AutoCloseable {
    private static final int STEPS = Integer.getInteger("kith.bench.steps", 400);
    private static final long PING = 4_000_000;
    private static final Duration LOOKED_AT = Duration.ofSeconds(3);

    private final Desk desk;
    private final Session session;
    private final Scene scene;
    private final Stage stage;
    private final long began = System.nanoTime();

    private WindowMeasure(Path home, Place place) throws Exception {
        long start = began;
        desk = TestDesk.open(home);
        System.out.printf(Locale.ROOT, "store open after %.2f s%n", seconds(start));
        session = Toolkit.on(() -> new Session(desk, () -> {}, new ScreenBackground(Inbox.ofScreen()),
                Clock.system(ZoneId.systemDefault())));
        scene = Toolkit.on(() -> {
            session.place().set(place);
            Look.take(false);
            MainView view = Shown.window(session, Settings.USUAL, Clock.system(ZoneId.systemDefault()),
                    new Picture.Nothing());
            Scene made = new Scene(view, 1280, 800);
            Look.dress(made, Settings.USUAL);
            return made;
        });
        stage = Toolkit.on(() -> {
            Stage shown = new Stage();
            shown.setScene(scene);
            shown.show();
            return shown;
        });
        while (!Toolkit.on(this::hasData)) {
            pulse();
        }
        System.out.printf(Locale.ROOT,
                "window with data after %.2f s, the toolkit's start and the store's among them%n",
                seconds(start));
    }

    /**
     * Measures a window on a store that is there.
     *
     * @param home its data folder
     */
    public static void scroll(Path home) throws Exception {
        try (WindowMeasure window = new WindowMeasure(home, Place.CUSTOMERS)) {
            window.scroll(1, "row by row");
            window.scroll(7, "a page at a time");
            window.scroll(0, "jumps");
            window.lookAround();
            System.out.println("after all pages: " + Held.now());
            HeapRest.clearProgram();
            System.out.println("once nobody has used it for a while: " + Held.now());
            if (Boolean.getBoolean("kith.bench.detail")) {
                System.out.println(Held.told("vmNativeMemory", "summary"));
                System.out.println(Held.told("gcClassHistogram").lines().limit(40).collect(Collectors.joining("\n")));
            }
        }
    }

    /** Goes to every page, until it has its rows, and searches. */
    private void lookAround() throws Exception {
        desk.search().await(Duration.ofHours(2)); // An index that is new would be made meanwhile.
        for (Place place : Place.values()) {
            Toolkit.on(() -> {
                session.place().set(place);
                return true;
            });
            LockSupport.parkNanos(LOOKED_AT.toNanos());
            while (place == Place.REVIEW && !Toolkit.on(() -> session.review().scannedProperty().get())) {
                LockSupport.parkNanos(LOOKED_AT.toNanos());
            }
        }
        for (String words : List.of("a", "offer", "ada", "报价", "wang")) {
            desk.search().find(words, EnumSet.allOf(Kind.class), 8);
        }
    }

    /**
     * Measures how long the JavaFX thread keeps others waiting while a mailbox is pulled with the window open.
     *
     * @param home a new data folder
     * @param messages how many there are
     * @param whole whether all are pulled; else it is stopped as soon as there are conversations to look at
     */
    public static void pull(Path home, int messages, boolean whole) throws Exception {
        try (DovecotServer server = DovecotServer.setup()
                .filledWith(SampleMailbox.of(1, messages, Instant.parse("2026-11-22T12:00:00Z"))).start()) {
            try (Desk desk = TestDesk.open(home)) {
                TestDesk.add(desk, server);
            }
            try (WindowMeasure window = new WindowMeasure(home, Place.MAIL)) {
                long start = System.nanoTime();
                List<Double> waits = new ArrayList<>();
                // The window has begun to pull by itself; a pass beside it waits for that one.
                Thread pull = Thread.ofPlatform().daemon().start(() -> {
                    SyncReport report = TestDesk.sync(window.desk);
                    System.out.printf(Locale.ROOT, "pulled, %d on the server: %s%n",
                            report.folders().stream().mapToLong(FolderReport::onServer).sum(), report.status());
                });
                boolean first = false;
                while (pull.isAlive() && (whole || !first)) {
                    waits.add(pulse());
                    LockSupport.parkNanos(PING);
                    if (!first && Toolkit.on(() -> !window.session.conversations().rows().numbers().isEmpty())) {
                        first = true;
                        System.out.printf(Locale.ROOT,
                                "first of %d messages listed as conversations %.2f s after the window began to open%n",
                                messages, seconds(window.began));
                    }
                }
                if (!whole) {
                    System.exit(0); // The pull goes on for long.
                }
                print("waits for the JavaFX thread in " + Math.round(seconds(start)) + " s", waits);
            }
        }
    }

    private boolean hasData() {
        return desk.customers().count() == 0 || list().filter(list -> !list.getItems().isEmpty()).isPresent();
    }

    private Optional<ListView<?>> list() {
        return Shown.seen(scene.getRoot(), ".row-list").stream().<ListView<?>>map(ListView.class::cast).findFirst();
    }

    private void scroll(int rows, String how) throws Exception {
        List<Double> frames = new ArrayList<>();
        ListView<?> list = Toolkit.on(() -> list().orElseThrow());
        int size = list.getItems().size();
        long[] began = {0};
        Runnable before = () -> began[0] = System.nanoTime();
        Runnable after = () -> frames.add((System.nanoTime() - began[0]) / 1e6);
        Toolkit.on(() -> {
            scene.addPreLayoutPulseListener(before);
            scene.addPostLayoutPulseListener(after);
            return true;
        });
        for (int step = 0; step < STEPS; step++) {
            int to = rows == 0 ? (int) ((step * 7919L * 31) % size) : Math.min(size - 1, step * rows);
            Toolkit.on(() -> {
                list.scrollTo(to);
                return true;
            });
            for (int i = 0; i < 3; i++) {
                pulse();
                LockSupport.parkNanos(PING);
            }
        }
        Toolkit.on(() -> {
            scene.removePreLayoutPulseListener(before);
            scene.removePostLayoutPulseListener(after);
            return true;
        });
        print(size + " customers, " + how + ", styles and layout of a frame", frames);
    }

    /** Milliseconds until the JavaFX thread has time. */
    private static double pulse() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        long start = System.nanoTime();
        Platform.runLater(done::countDown);
        done.await();
        return (System.nanoTime() - start) / 1e6;
    }

    private static void print(String what, List<Double> times) {
        double[] sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(Locale.ROOT, "%s: %d, median %.1f, p95 %.1f, p99 %.1f, longest %.1f ms%n", what,
                sorted.length, at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99), sorted[sorted.length - 1]);
    }

    private static double at(double[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    @Override
    public void close() throws Exception {
        Toolkit.on(() -> {
            stage.close();
            return true;
        });
        session.close();
        desk.close();
    }
}
