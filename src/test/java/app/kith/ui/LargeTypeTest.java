package app.kith.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.demo.DemoServer;
import app.kith.demo.SampleMailbox;
import app.kith.desk.Desk;
import app.kith.support.OnScreen;
import app.kith.support.TestDesk;
import app.kith.ui.Session.Place;
import app.kith.ui.look.Look;
import app.kith.ui.look.Settings;
import app.kith.ui.work.StepBackground;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main pages with type of one and a half and of twice the usual size: nothing is cut, outside, or over something else. */
@OnScreen
class LargeTypeTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("Europe/Berlin"));

    @TempDir
    private static Path folder;

    private static DemoServer server;
    private static Desk desk;

    @BeforeAll
    static void pull() {
        server = DemoServer.start(SampleMailbox.of(20_260_401, 200, NOW));
        desk = TestDesk.open(folder.resolve("home"));
        TestDesk.add(desk, server);
        TestDesk.sync(desk);
    }

    @AfterAll
    static void end() {
        desk.close();
        server.close();
    }

    @Test
    void everyPageFitsAtOneAndAHalf() throws Exception {
        fits(150);
    }

    @Test
    void everyPageFitsAtTwice() throws Exception {
        fits(200);
    }

    @Test
    void everyPageFitsAtTheUsualSize() throws Exception {
        fits(100);
    }

    private static void fits(int zoom) throws Exception {
        List<String> faults = new ArrayList<>();
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            faults.addAll(Toolkit.on(() -> faults(zoom, locale, 1024, 640)));
            faults.addAll(Toolkit.on(() -> faults(zoom, locale, 1400, 900)));
        }
        assertThat(faults).as("what does not fit at " + zoom + " %").isEmpty();
    }

    private static List<String> faults(int zoom, Locale locale, int width, int height) {
        StepBackground background = new StepBackground();
        List<String> faults = new ArrayList<>();
        Settings settings = Settings.USUAL.speaking(locale.toLanguageTag()).zoomed(zoom)
                .themed(Settings.Theme.LIGHT);
        Session session = new Session(desk, () -> {}, background, CLOCK);
        session.acts().readsOnOpen(false);
        MainView view = Shown.window(session, settings, CLOCK, new Picture.Nothing());
        Look.take(false);
        Look.dress(new Scene(view, width, height), settings);
        view.resize(width, height);
        for (Place place : Place.values()) {
            session.place().set(place);
            Picture.settle(view, background);
            if (place == Place.MAIL) {
                session.conversations().selectFirst();
            }
            look(view, background, faults, "large-" + zoom + "-" + width + "-" + place + "-" + locale.getLanguage());
            if (place == Place.REVIEW) {
                session.proposals().openProperty().set(true);
                look(view, background, faults,
                        "large-" + zoom + "-" + width + "-" + place + "-mail-" + locale.getLanguage());
            }
            if (place == Place.MAIL || place == Place.CUSTOMERS) {
                view.toggleList();
                look(view, background, faults,
                        "large-" + zoom + "-" + width + "-" + place + "-read-" + locale.getLanguage());
                view.toggleList();
            }
        }
        session.close();
        return faults;
    }

    private static void look(MainView view, StepBackground background, List<String> faults, String name) {
        Picture.settle(view, background);
        String file = name.toLowerCase(Locale.ROOT);
        Picture.save(view.snapshot(null, null), Shown.PICTURES.resolve(file + ".png"));
        Fit.faults(view).forEach(fault -> faults.add(file + ": " + fault));
    }
}
