package app.kith.ui.mail;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.support.OnScreen;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

@OnScreen
class SourceViewTest {

    @Test
    void longLinesGoOnInTheNextAndNothingIsLost() {
        String line = "X: " + "y".repeat(1000);
        assertThat(SourceView.lines((line + "\r\n\r\n你好\r\n").getBytes(StandardCharsets.UTF_8)))
                .hasSize(5).satisfies(lines -> assertThat(String.join("", lines)).isEqualTo(line + "你好"));
    }

    @Test
    void bytesThatAreNoUtf8AreShownOneByOne() {
        assertThat(SourceView.lines(new byte[]{(byte) 0xC4, (byte) 0xE3, '\n'})).containsExactly("Äã");
    }
}
