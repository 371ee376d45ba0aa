package app.kith.ui.mail;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.demo.DemoServer;
import app.kith.demo.SampleMailbox;
import app.kith.desk.Desk;
import app.kith.support.OnScreen;
import app.kith.support.TestDesk;
import app.kith.ui.work.StepBackground;
import app.kith.words.Words;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.event.EventType;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is dragged out of the window is written when it is dragged, not when it is clicked, and under a name that does no harm. */
@OnScreen
class DragOutTest {
    private static final Words WORDS = Words.of(Locale.ENGLISH);

    @TempDir
    private Path folder;

    private static MouseEvent mouse(Region at, EventType<MouseEvent> type, MouseButton button, double x) {
        return new MouseEvent(at, at, type, x, 0, x, 0, button, 1, false, false, false, false, true, false, false,
                false, false, false, null);
    }

    @Test
    void filesAreWrittenWhenThePointerHasGoneAWay() {
        StepBackground background = new StepBackground();
        AtomicInteger written = new AtomicInteger();
        DragOut drag = new DragOut(background, _ -> () -> {
            written.incrementAndGet();
            return List.of(folder);
        });
        Region node = new Region();
        drag.from(node);
        node.fireEvent(mouse(node, MouseEvent.MOUSE_PRESSED, MouseButton.PRIMARY, 0));
        MouseEvent tremble = mouse(node, MouseEvent.MOUSE_DRAGGED, MouseButton.PRIMARY, 3);
        node.fireEvent(tremble);
        background.settle();
        assertThat(written).hasValue(0);
        assertThat(tremble.isDragDetect()).isFalse();
        MouseEvent far = mouse(node, MouseEvent.MOUSE_DRAGGED, MouseButton.PRIMARY, 9);
        node.fireEvent(far);
        assertThat(far.isDragDetect()).as("the files are not there yet").isFalse();
        background.settle();
        MouseEvent farther = mouse(node, MouseEvent.MOUSE_DRAGGED, MouseButton.PRIMARY, 12);
        node.fireEvent(farther);
        assertThat(written).as("written once").hasValue(1);
        assertThat(drag.ready()).containsExactly(folder);
        assertThat(farther.isDragDetect()).isTrue();
        node.fireEvent(mouse(node, MouseEvent.MOUSE_PRESSED, MouseButton.SECONDARY, 0));
        node.fireEvent(mouse(node, MouseEvent.MOUSE_DRAGGED, MouseButton.SECONDARY, 30));
        background.settle();
        assertThat(written).as("the other button drags nothing").hasValue(1);
    }

    @Test
    void aConversationGoesOutAsItsMailsCameAndNothingStays() throws Exception {
        String raw = "Message-ID: <x@y.example>\r\nFrom: a@y.example\r\nSubject: ..\\..\\CON/evil:name?\r\n\r\nHi\r\n";
        Path there;
        try (DemoServer server = DemoServer.start(SampleMailbox.of(1, 0, Instant.parse("2026-11-22T12:00:00Z")));
                Desk desk = TestDesk.open(folder.resolve("home"));
                OpenedFiles opened = new OpenedFiles()) {
            Account account = TestDesk.add(desk, server);
            TestDesk.file(desk, account, List.of(raw.getBytes(StandardCharsets.US_ASCII)), Instant.now());
            long conversation = desk.conversations().ids(0, "", 0)[0];
            List<Path> files = new ConversationsOut(desk.conversations(), desk.mails(), opened, WORDS)
                    .write(conversation);
            there = files.getFirst();
            assertThat(files).hasSize(1);
            assertThat(there.getFileName().toString()).endsWith(".eml").contains("CON-evil")
                    .doesNotContain(":", "?", "\\", "/");
            assertThat(Files.readString(there)).isEqualTo(raw);
        }
        assertThat(there).as("plain mail does not stay behind").doesNotExist();
        assertThat(there.getParent()).doesNotExist();
    }
}
