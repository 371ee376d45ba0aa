package app.kith.ui.body;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.support.OnScreen;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words in tables that have too little room. */
@OnScreen
class NarrowColumnsTest {
    private static final List<String> WORDS = List.of("Bezeichnung", "WWWMMM", "Lieferbedingungen", "item", "Qty",
            "illiquidity", "DELIVERY", "non-returnable", "pre-order", "price/unit", "EUR", "12.450,00", "a", "of",
            "Wiederverwendung", "M-Rev.B", "www.example.test", "specification");

    /** {@return the pieces of words before which a line breaks although no line may break there} */
    private static List<String> torn(Node node) {
        List<String> torn = new ArrayList<>();
        if (node instanceof ParagraphView view) {
            String text = view.content();
            TextFlow flow = (TextFlow) view.getChildrenUnmodifiable().stream().filter(TextFlow.class::isInstance)
                    .findFirst().orElseThrow();
            flow.getLayoutInfo().getTextLines(false).forEach(line -> {
                int at = line.start();
                boolean inside = at > 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at))
                        && Character.isLetterOrDigit(text.charAt(at - 1));
                if (inside) {
                    torn.add(text.substring(Math.max(0, at - 12), at) + "|" + text.substring(at));
                }
            });
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> torn.addAll(torn(child)));
        }
        return torn;
    }

    private static List<String> torn(String html, double width) {
        return Screen.on(() -> torn(Screen.body(Bodies.html(html), width, false, true)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noWordIsTorn(long seed) {
        Random random = new Random(seed);
        StringBuilder html = new StringBuilder("<table border=1 width=\"100%\">");
        for (int row = 0; row < 6; row++) {
            html.append("<tr>");
            for (int column = 0; column < 7; column++) {
                html.append(random.nextInt(4) == 0 ? "<td width=20>" : "<td>");
                for (int i = 0; i < 3; i++) {
                    String word = WORDS.get(random.nextInt(WORDS.size()));
                    html.append(switch (random.nextInt(6)) {
                        case 0 -> "<b>" + word + "</b> ";
                        case 1 -> "<span style=\"font-size:20px\">" + word + "</span> ";
                        case 2 -> "<i>" + word + "</i> ";
                        case 3 -> "<b>" + word.substring(0, word.length() / 2) + "</b>"
                                + word.substring(word.length() / 2) + " ";
                        default -> word + " ";
                    });
                }
                html.append("</td>");
            }
            html.append("</tr>");
        }
        assertThat(torn(html.append("</table>").toString(), 320)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <table><tr><td width=10><ul><li>Lieferbedingungen</ul></td><td>x</td></tr></table>
            <table width=60><tr><td><table><tr><td>Lieferbedingungen</td><td>Bezeichnung</td></tr></table></td></tr></table>
            <table width=60><tr><td><div style="padding:10px;border:1px solid">Lieferbedingungen</div></td></tr></table>
            <table width=60><tr><td><blockquote>Lieferbedingungen</blockquote></td><td>Bezeichnung</td></tr></table>
            <table style="max-width:50px"><tr><td>Lieferbedingungen</td><td>Bezeichnung</td></tr></table>
            <table width=50><tr><td colspan=2>Lieferbedingungen</td></tr><tr><td>a</td><td>b</td></tr></table>
            <table width=50><tr><td><div style="width:30px">Lieferbedingungen</div></td><td>Bezeichnung</td></tr></table>
            <table width=50><tr><th>Lieferbedingungen<td><h1>Bezeichnung</h1></table>
            <table width=50><tr><td><a href="https://x.test/">Lieferbedingungen</a></td><td>Bezeichnung</td></tr></table>
            <table width=50><tr><td style="text-transform:uppercase;letter-spacing:2px">Lieferbedingungen</td></tr></table>
            """)
    void noWordIsTornInWhatACellHolds(String html) {
        assertThat(torn(html, 200)).isEmpty();
    }

    @Test
    void aTableThatIsTooWideIsMovedSidewaysWithWholeWords() {
        String html = "<table border=1 width=\"100%\"><tr><th>Bezeichnung<th>Lieferbedingungen<th>Preis<th>Menge</tr>"
                + "<tr><td>Magnet<b>ventil</b> HY-PA-24V<td>non-<b>return</b>able packing<td>12.450,00 EUR<td>500</tr>"
                + "</table>";
        assertThat(Screen.on(() -> {
            MailBody body = Screen.body(Bodies.html(html), 220, false, true);
            Screen.picture(body, "body-narrow-columns");
            return body.leastWidth();
        })).isGreaterThan(220);
        assertThat(torn(html, 220)).isEmpty();
    }
}
