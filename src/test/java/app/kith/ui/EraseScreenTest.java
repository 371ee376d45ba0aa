package app.kith.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.desk.Desk;
import app.kith.support.OnScreen;
import app.kith.support.TestDesk;
import app.kith.ui.Shown.Dress;
import app.kith.ui.record.EraseAct;
import app.kith.ui.work.StepBackground;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.ButtonBase;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Before a customer is erased for good it is said exactly what goes and what stays. */
@OnScreen
class EraseScreenTest {
    @TempDir
    private Path folder;

    private Desk desk;
    private StepBackground background;
    private OutsideTwin outside;
    private long customer;

    @BeforeEach
    void begin() {
        desk = TestDesk.open(folder.resolve("home"));
        customer = desk.records().add(List.of(Value.of(Property.NAME, "", "王小明"),
                Value.of(Property.EMAIL, "", "wang@hua.example"))).contact();
        background = new StepBackground();
        outside = new OutsideTwin();
    }

    @AfterEach
    void end() {
        desk.close();
    }

    @Test
    void itIsAskedOnceAndDoneWhenTheFolderIsOpenedAgain() throws Exception {
        AtomicInteger reopened = new AtomicInteger();
        Toolkit.on(() -> {
            for (Dress dress : Shown.DRESSES) {
                new EraseAct(desk::erasures, background, outside, dress.words(), reopened::incrementAndGet)
                        .begin(customer);
                background.settle();
                Region asked = (Region) Objects.requireNonNull(outside.shown);
                Shown.picture(asked, dress, background, "erase", 480, 360);
                assertThat(Shown.texts(asked)).contains(dress.words().get("erase.goes", 1, 2, 0),
                        dress.words().get("erase.stays", 0));
            }
            assertThat(reopened).hasValue(0);
            assertThat(desk.customers().find(customer)).isPresent();
            Shown.seen((Region) Objects.requireNonNull(outside.shown), ".button").stream().map(ButtonBase.class::cast)
                    .findFirst().orElseThrow().fire();
            background.settle();
            return true;
        });
        assertThat(reopened).hasValue(1);
        desk.close();
        desk = TestDesk.open(folder.resolve("home"));
        assertThat(desk.customers().find(customer)).isEmpty();
        assertThat(desk.history().check().changed()).isPositive();
    }
}
