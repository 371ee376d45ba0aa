package app.kith.ui.body;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.support.OnScreen;
import java.util.Objects;
import java.util.Random;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

/** Colors on the paper of the theme. */
@OnScreen
class ColorsTest {
    private static final Color DARK = Color.web("#0d1117");
    private static final Color INK = Color.web("#e6edf3");

    @Test
    void everyColorCanBeReadOnEveryGround() {
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            Color words = Color.color(random.nextDouble(), random.nextDouble(), random.nextDouble());
            Color ground = Color.color(random.nextDouble(), random.nextDouble(), random.nextDouble());
            assertThat(Colors.contrast(Colors.readable(words, ground), ground)).isGreaterThanOrEqualTo(4.49);
            Color mapped = Colors.ground(ground, DARK);
            Color below = mapped == null ? DARK : mapped;
            assertThat(Colors.contrast(Colors.onDark(words, below, INK), below)).isGreaterThanOrEqualTo(4.49);
        }
    }

    @Test
    void whiteIsPaperAndLightGroundsTurnDark() {
        assertThat(Colors.ground(Color.WHITE, DARK)).isNull();
        assertThat(Colors.ground(Color.WHITE, Color.WHITE)).isNull();
        Color tint = Objects.requireNonNull(Colors.ground(Color.web("#f3f4f6"), DARK));
        assertThat(Colors.luminance(tint)).isLessThan(0.1);
        assertThat(Colors.ground(Color.web("#0e7490"), DARK)).isEqualTo(Color.web("#0e7490"));
    }

    @Test
    void blackWordsGetTheWeightOfInk() {
        assertThat(Colors.contrast(Colors.onDark(Color.BLACK, DARK, INK), DARK)).isGreaterThan(14);
        assertThat(Colors.contrast(Color.BLACK, Color.WHITE)).isEqualTo(21);
    }
}
