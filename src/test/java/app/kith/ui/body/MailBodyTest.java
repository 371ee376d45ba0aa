package app.kith.ui.body;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.support.OnScreen;
import app.kith.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The body on the screen. */
@OnScreen
class MailBodyTest {

    private static MailBody body(BodyPage page, double width) {
        return Screen.on(() -> Screen.body(page, width, false, false));
    }

    private static <T extends Node> List<T> all(Node node, Class<T> type) {
        List<T> found = new ArrayList<>();
        if (type.isInstance(node)) {
            found.add(type.cast(node));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(all(child, type)));
        }
        return found;
    }

    @Test
    void itIsAsHighAsItsLinesNeed() {
        BodyPage page = BodyPage.ofText("some words that take several lines ".repeat(20));
        Screen.on(() -> {
            MailBody body = Screen.body(page, 600, false, false);
            double wide = body.prefHeight(600);
            double narrow = body.prefHeight(300);
            assertThat(narrow).isGreaterThan(wide * 1.7);
            assertThat(body.prefHeight(600)).isEqualTo(wide);
            return null;
        });
    }

    @Test
    void allOfItCanBeSelectedAndCopiedInItsOrder() {
        MailBody body = body(
                Bodies.html("<p>one <b>two</b></p><p>three</p><table><tr><td>a</td><td>b</td></tr><tr><td>c"
                        + "</td><td>d</td></tr></table>"),
                400);
        assertThat(Screen.on(() -> {
            body.selectAll();
            return body.selectedText();
        })).isEqualTo("one two\n\nthree\na\tb\nc\td");
    }

    @Test
    void theMouseSelectsAcrossParagraphs() {
        MailBody body = body(Bodies.html("<p>first paragraph</p><p>second paragraph</p>"), 400);
        String selected = Screen.on(() -> {
            List<ParagraphView> views = all(body, ParagraphView.class);
            Point2D from = views.getFirst().localToScene(0, 8);
            Point2D to = views.getLast().localToScene(399, 8);
            body.fireEvent(mouse(MouseEvent.MOUSE_PRESSED, from, 1));
            body.fireEvent(mouse(MouseEvent.MOUSE_DRAGGED, to, 1));
            body.fireEvent(mouse(MouseEvent.MOUSE_RELEASED, to, 1));
            return body.selectedText();
        });
        assertThat(selected).isEqualTo("first paragraph\n\nsecond paragraph");
    }

    @Test
    void aDoubleClickSelectsAWord() {
        MailBody body = body(Bodies.html("<p>alpha beta gamma</p>"), 400);
        String selected = Screen.on(() -> {
            ParagraphView view = all(body, ParagraphView.class).getFirst();
            body.fireEvent(mouse(MouseEvent.MOUSE_PRESSED, view.localToScene(50, 8), 2));
            return body.selectedText();
        });
        assertThat(selected).isEqualTo("beta");
    }

    private static MouseEvent mouse(javafx.event.EventType<MouseEvent> type, Point2D at, int clicks) {
        return new MouseEvent(type, at.getX(), at.getY(), at.getX(), at.getY(), MouseButton.PRIMARY, clicks, false,
                false, false, false, true, false, false, true, false, true, null);
    }

    @Test
    void linksAreToldNotOpened() {
        MailBody body = body(Bodies.html("<p>go <a href='https://x.test/a'>there</a> now</p>"), 400);
        List<String> told = new ArrayList<>();
        Screen.on(() -> {
            body.setOnLink(told::add);
            ParagraphView view = all(body, ParagraphView.class).getFirst();
            Text words = all(view, Text.class).stream().filter(text -> text.getText().equals("there")).findFirst()
                    .orElseThrow();
            Point2D at = new Point2D(words.getBoundsInParent().getCenterX(), 9);
            assertThat(view.linkAt(at.getX(), at.getY())).isNotNull();
            assertThat(view.linkAt(390, 9)).isNull();
            view.fireEvent(mouse(MouseEvent.MOUSE_CLICKED, view.localToScene(at), 1));
            assertThat(words.isFocusTraversable()).isTrue();
            words.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
            return null;
        });
        assertThat(told).containsExactly("https://x.test/a", "https://x.test/a");
    }

    @Test
    void aDisguisedLinkBearsAMark() {
        MailBody body = body(
                Bodies.html("<a href='https://evil.test/'>www.bank.test</a> <a href='https://x.test/'>x</a>"),
                400);
        List<WarningMark> marks = Screen.on(() -> all(body, WarningMark.class));
        assertThat(marks).singleElement().satisfies(mark -> assertThat(mark.getAccessibleText()).contains("evil.test"));
    }

    @Test
    void quotedMessagesUnfoldAndFold() {
        MailBody body = body(Bodies.html(Bodies.read("thread.html")), 600);
        Screen.on(() -> {
            double folded = body.prefHeight(600);
            body.showHistory(true);
            assertThat(body.prefHeight(600)).isGreaterThan(folded + 60);
            body.selectAll();
            assertThat(body.selectedText()).contains("can we meet this week?");
            body.showHistory(false);
            assertThat(body.prefHeight(600)).isEqualTo(folded);
            return null;
        });
    }

    @Test
    void picturesComeAsBytesAndStayInTheirLine() {
        MailBody body = body(Bodies.html("<img src='cid:a-900x300'><br>"
                + "<img src='data:image/png;base64," + java.util.Base64.getEncoder().encodeToString(TestPictures.png(40,
                        40))
                + "'><img src='cid:none'>"), 400);
        // The pictures come on a later turn of the JavaFX thread.
        Screen.on(() -> {
            Screen.picture(body, "body-pictures");
            List<ImageView> shown = all(body, ImageView.class);
            assertThat(shown).hasSize(3);
            assertThat(shown.getFirst().getFitWidth()).isEqualTo(400);
            assertThat(shown.getFirst().getFitHeight()).isBetween(132.0, 135.0);
            return null;
        });
    }

    @Test
    void aWideTableIsMovedSidewaysAndDoesNotWidenTheBody() {
        String cells = "<td>Unbreakable" + "x".repeat(20) + "</td>";
        MailBody body = body(Bodies.html("<table><tr>" + cells.repeat(12) + "</tr></table><p>after</p>"), 400);
        Screen.on(() -> {
            SideScroll scroll = all(body, SideScroll.class).getFirst();
            assertThat(scroll.getWidth()).isEqualTo(400);
            assertThat(scroll.most()).isGreaterThan(1000);
            assertThat(scroll.getClip()).isNotNull();
            return null;
        });
    }

    @Test
    void aLongTextIsShownInParts() {
        BodyPage page = BodyPage.ofText("A line of a long letter that goes on and on.\n\n".repeat(22_000));
        long start = System.nanoTime();
        MailBody body = body(page, 600);
        assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(20_000);
        assertThat(Screen.on(() -> all(body, ParagraphView.class).size())).isBetween(100, 2000);
        assertThat(Screen.on(() -> body.lookupAll(".more-button").size())).isEqualTo(1);
    }

    @Test
    void inAScrollPaneItGrowsWithWhatItShows() {
        MailBody body = Screen.on(() -> new MailBody(Words.of(Locale.ENGLISH), Runnable::run));
        Stage stage = Screen.on(() -> {
            ScrollPane scroll = new ScrollPane(new VBox(body));
            scroll.setFitToWidth(true);
            Stage made = new Stage();
            made.setScene(new Scene(scroll, 500, 400));
            made.show();
            body.show(Bodies.html(Bodies.read("quotation.html")), TestPictures::bytes, address -> null);
            return made;
        });
        try {
            double first = settledHeight(body);
            Screen.on(() -> {
                body.showHistory(true);
                return null;
            });
            assertThat(settledHeight(body)).isGreaterThan(first + 80);
            Screen.on(() -> {
                body.asSentProperty().set(true);
                stage.setWidth(350);
                return null;
            });
            assertThat(settledHeight(body)).isGreaterThan(first + 80);
            Screen.on(() -> {
                body.show(BodyPage.ofText("short"), id -> null, address -> null);
                return null;
            });
            assertThat(settledHeight(body)).isLessThan(100);
        } finally {
            Screen.on(() -> {
                stage.hide();
                return null;
            });
        }
    }

    /** The height after some pulses, which must be what the content wants. */
    private static double settledHeight(MailBody body) {
        for (int i = 0; i < 10; i++) {
            Screen.on(() -> null);
            LockSupport.parkNanos(50_000_000);
        }
        return Screen.on(() -> {
            assertThat(body.getHeight()).isEqualTo(body.prefHeight(body.getWidth()));
            return body.getHeight();
        });
    }

    @Test
    void nestedTablesTakeNoPowersOfTime() {
        BodyPage page = BodyPage.ofHtml("<table width='100%'><tr><td>x</td><td>".repeat(30) + "core");
        long start = System.nanoTime();
        Screen.on(() -> Screen.body(page, 600, false, false).prefHeight(500));
        assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(20_000);
    }

    @ParameterizedTest
    @CsvSource({"newsletter.html,640", "quotation.html,640", "thread.html,640", "bidi.html,640", "plain.txt,640",
            "newsletter.html,420", "quotation.html,360"})
    void mailsLookAsTheyShould(String file, double width) {
        BodyPage page = file.endsWith(".txt") ? BodyPage.ofText(Bodies.read(file)) : Bodies.html(Bodies.read(file));
        for (String mode : List.of("light", "dark", "sent", "open")) {
            MailBody body = Screen.on(() -> Screen.body(page, width, mode.equals("dark"), mode.equals("sent")));
            Screen.on(() -> {
                body.showHistory(mode.equals("open"));
                return null;
            });
            String name = "body-" + file.substring(0, file.indexOf('.')) + "-" + (int) width + "-" + mode;
            WritableImage image = Screen.on(() -> Screen.picture(body, name));
            assertThat(image.getHeight()).isGreaterThan(200);
            assertThat(image.getWidth()).isEqualTo(width + 32);
        }
    }
}
