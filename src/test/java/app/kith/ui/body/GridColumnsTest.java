package app.kith.ui.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** How the width of a table is shared. */
class GridColumnsTest {

    @Test
    void fixedWidthsHoldAndTheRestGoesToTheOthers() {
        GridColumns columns = new GridColumns(3);
        columns.cell(0, 20, 50, new Length(100, false), 1);
        columns.cell(1, 20, 50, null, 1);
        columns.cell(2, 20, 150, null, 1);
        assertThat(columns.share(500)).containsExactly(100, 100, 300);
    }

    @Test
    void percentagesAreOfTheWholeTable() {
        GridColumns columns = new GridColumns(2);
        columns.cell(0, 10, 50, new Length(25, true), 1);
        columns.cell(1, 10, 50, new Length(75, true), 1);
        assertThat(columns.share(400)).containsExactly(100, 300);
        assertThat(columns.mostSum()).isEqualTo(200);
    }

    @Test
    void noColumnIsNarrowerThanItsLongestWord() {
        GridColumns columns = new GridColumns(2);
        columns.cell(0, 80, 400, new Length(600, false), 1);
        columns.cell(1, 120, 300, null, 1);
        assertThat(columns.share(150)).containsExactly(80, 120);
        double[] shared = columns.share(500);
        assertThat(Arrays.stream(shared).sum()).isCloseTo(500, org.assertj.core.api.Assertions.within(0.01));
        assertThat(shared[0]).isGreaterThan(80);
        assertThat(shared[1]).isGreaterThan(120);
    }

    @Test
    void aCellOverSeveralColumnsWidensThem() {
        GridColumns columns = new GridColumns(2);
        columns.cell(0, 10, 10, null, 1);
        columns.cell(1, 10, 10, null, 1);
        columns.span(0, 2, 100, 100);
        assertThat(columns.share(100)).containsExactly(50, 50);
    }
}
