package app.kith.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.contact.HomeCountry;
import app.kith.desk.Desk;
import app.kith.support.OnScreen;
import app.kith.support.TestDesk;
import app.kith.ui.work.StepBackground;
import java.nio.file.Path;
import java.time.Clock;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The country of telephone numbers, chosen in the settings. */
@OnScreen
@Isolated("the country holds in the whole program")
class CountryChoiceTest {
    @TempDir
    private Path folder;

    @AfterEach
    void atHomeAgain() {
        HomeCountry.use("");
    }

    @Test
    void aLetterGoesToTheNextCountryThatBeginsWithIt() throws Exception {
        StepBackground background = new StepBackground();
        try (Desk desk = TestDesk.open(folder)) {
            Toolkit.on(() -> {
                Session session = new Session(desk, () -> {}, background, Clock.systemUTC());
                CountryChoice choice = new CountryChoice(session, Shown.DRESSES.getFirst().words());
                Shown.picture(choice, Shown.DRESSES.getFirst(), background, "country-choice", 480, 120);
                Node box = Shown.seen(choice, ".combo-box").getFirst();
                box.fireEvent(new KeyEvent(KeyEvent.KEY_TYPED, "q", "", KeyCode.UNDEFINED, false, false, false, false));
                background.settle();
                session.close();
                return true;
            });
            assertThat(desk.country().chosen()).isEqualTo("QA");
            assertThat(HomeCountry.code()).isEqualTo("QA");
        }
    }
}
