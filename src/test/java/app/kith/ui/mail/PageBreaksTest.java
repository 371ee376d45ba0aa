package app.kith.ui.mail;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.ui.body.MailBody.Line;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageBreaksTest {

    @Test
    void aSheetEndsBetweenTwoLines() {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            lines.add(new Line(i * 30, i * 30 + 20));
        }
        assertThat(PageBreaks.of(lines, 900, 400)).containsExactly(new Line(0, 390), new Line(390, 780),
                new Line(780, 900));
    }

    @Test
    void linesBesideEachOtherAreKeptTogether() {
        List<Line> lines = List.of(new Line(0, 90), new Line(85, 110), new Line(80, 105));
        assertThat(PageBreaks.of(lines, 110, 100)).as("a row that begins above the half is not pushed down whole")
                .containsExactly(new Line(0, 100), new Line(100, 110));
        List<Line> row = List.of(new Line(0, 60), new Line(80, 105), new Line(85, 110));
        assertThat(PageBreaks.of(row, 110, 100)).containsExactly(new Line(0, 80), new Line(80, 110));
    }

    @Test
    void whatIsHigherThanASheetIsCut() {
        assertThat(PageBreaks.of(List.of(new Line(0, 1000)), 1000, 400)).hasSize(3);
        assertThat(PageBreaks.of(List.of(), 0, 400)).isEmpty();
    }
}
