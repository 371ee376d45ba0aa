package app.kith.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.support.OnScreen;
import app.kith.ui.look.Calendars;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Labeled;
import javafx.scene.control.skin.DatePickerSkin;
import org.junit.jupiter.api.Test;

/** The calendar that drops down from a field for a day. */
@OnScreen
class CalendarLanguageTest {
    private static String calendar() throws Exception {
        return Toolkit.on(() -> {
            DatePickerSkin skin = new DatePickerSkin(new DatePicker(LocalDate.parse("2026-11-22")));
            Node content = skin.getPopupContent();
            return content.lookupAll("*").stream().filter(Labeled.class::isInstance)
                    .map(node -> ((Labeled) node).getText()).collect(Collectors.joining(" "));
        });
    }

    @Test
    void itSpeaksTheLanguageOfTheProgram() throws Exception {
        Locale before = Locale.getDefault(Locale.Category.FORMAT);
        try {
            Calendars.speak(Locale.SIMPLIFIED_CHINESE);
            assertThat(calendar()).contains("十一月");
            Calendars.speak(Locale.ENGLISH);
            assertThat(calendar()).contains("November");
        } finally {
            Locale.setDefault(Locale.Category.FORMAT, before);
        }
    }
}
