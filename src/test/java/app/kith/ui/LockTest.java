package app.kith.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.desk.Desk;
import app.kith.desk.DeskOptions;
import app.kith.support.OnScreen;
import app.kith.support.TestDesk;
import app.kith.ui.look.Privacy;
import app.kith.ui.look.Settings;
import app.kith.ui.look.SettingsFile;
import app.kith.ui.work.Inbox;
import app.kith.ui.work.ScreenBackground;
import app.kith.vault.Argon2;
import app.kith.vault.KeyRing;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.PasswordField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lock of the real window: what can be seen and done while it is locked, and what comes back. */
@OnScreen
class LockTest {
    private static final String NAME = "王小明";
    private static final String WORDS = TestDesk.PASSPHRASE;

    @TempDir
    private Path folder;

    private final Hands hands = new Hands();
    private final CountDownLatch ended = new CountDownLatch(1);
    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    /** A clock that is put forward by hand. */
    private static final class Hands extends Clock {
        private volatile Instant now = Instant.parse("2026-11-22T12:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }

        void pass(Duration time) {
            now = now.plus(time);
        }
    }

    private Path home() {
        return folder.resolve("home");
    }

    private void begin(DeskOptions options, KeyRing ring, Privacy privacy, char @Nullable [] given) throws Exception {
        try (Desk desk = Desk.open(options)) {
            desk.records()
                    .add(List.of(Value.of(Property.NAME, "", NAME), Value.of(Property.EMAIL, "", "wang@hua.example")));
            app.kith.account.Server server = new app.kith.account.Server("localhost", 1,
                    app.kith.account.Security.NONE);
            desk.accounts()
                    .add(new app.kith.account.Account(0, "me@kith.example", "", server, server, "me@kith.example",
                            null, null, null), "none");
        }
        open(ring, privacy, given);
    }

    private void open(KeyRing ring, Privacy privacy, char @Nullable [] given) throws Exception {
        new SettingsFile(home()).write(Settings.USUAL.speaking("en").themed(Settings.Theme.LIGHT).keeping(privacy));
        stage = Toolkit.on(() -> {
            Stage window = new Stage();
            new MainWindow(window, home(), ring, new ScreenBackground(Inbox.ofScreen()), hands,
                    new MainWindow.Around(_ -> {}, outside -> outside, ended::countDown)).open(false, given);
            return window;
        });
    }

    @AfterEach
    void end() throws Exception {
        Toolkit.on(() -> {
            stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
            return true;
        });
        assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
    }

    private static void until(String what, Callable<Boolean> holds) throws Exception {
        for (int i = 0; i < 600; i++) {
            if (Toolkit.on(holds)) {
                return;
            }
            LockSupport.parkNanos(30_000_000);
        }
        throw new AssertionError("never: " + what + ", but " + Toolkit.on(Seen::everywhere));
    }

    private static boolean reads(String words) {
        return String.join(" ", Seen.everywhere()).contains(words);
    }

    private static void sees(String words) throws Exception {
        until("\"" + words + "\" can be read", () -> reads(words));
    }

    private static Window front() {
        return Window.getWindows().stream().filter(Stage.class::isInstance).filter(Window::isShowing)
                .reduce((_, last) -> last).orElseThrow();
    }

    private static void press(KeyCode code, boolean control, boolean shift) throws Exception {
        Toolkit.on(() -> {
            Scene scene = front().getScene();
            Node owner = scene.getFocusOwner();
            Event.fireEvent(owner == null ? scene : owner, new KeyEvent(KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED,
                    code.getName(), code, shift, control, false, false));
            return true;
        });
    }

    /** What is pressed may ask something and wait for the answer. */
    private static void pressAndGoOn(KeyCode code) {
        javafx.application.Platform.runLater(() -> {
            Scene scene = front().getScene();
            Node owner = scene.getFocusOwner();
            Event.fireEvent(owner == null ? scene : owner, new KeyEvent(KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED,
                    code.getName(), code, false, false, false, false));
        });
    }

    private static void type(String words) throws Exception {
        for (int c : words.codePoints().toArray()) {
            Toolkit.on(() -> {
                Scene scene = front().getScene();
                Node owner = scene.getFocusOwner();
                Event.fireEvent(owner == null ? scene : owner,
                        new KeyEvent(KeyEvent.KEY_TYPED, Character.toString(c), "",
                                KeyCode.UNDEFINED, false, false, false, false));
                return true;
            });
        }
    }

    private static long windows() {
        return Window.getWindows().stream().filter(Stage.class::isInstance).filter(Window::isShowing).count();
    }

    private static void answer(String words) throws Exception {
        until("there is a field for the words", () -> front().getScene().getFocusOwner() instanceof PasswordField);
        Toolkit.on(() -> {
            ((PasswordField) front().getScene().getFocusOwner()).clear();
            return true;
        });
        type(words);
        press(KeyCode.ENTER, false, false);
    }

    private void picture(String name) throws Exception {
        Toolkit.on(() -> {
            Picture.save(front().getScene().snapshot(null), Shown.PICTURES.resolve(name + ".png"));
            return true;
        });
    }

    @Test
    void whileItIsLockedNothingOfTheUsersIsSeenOrReachedAndAllComesBack() throws Exception {
        begin(TestDesk.options(home()), KeyRing.none(), Privacy.USUAL, WORDS.toCharArray());
        sees("Today");
        press(KeyCode.DIGIT2, true, false);
        sees(NAME);
        Toolkit.on(() -> {
            ((javafx.scene.control.ListView<?>) stage.getScene().lookup(".row-list")).getSelectionModel().select(0);
            return true;
        });
        press(KeyCode.N, true, false);
        until("a letter is there", () -> windows() == 2);
        until("it can be typed in",
                () -> front().getScene().getFocusOwner() instanceof javafx.scene.control.TextInputControl);
        type("secret@there.example");
        long before = Toolkit.on(LockTest::windows);
        press(KeyCode.L, true, false);
        sees("Locked");
        picture("lock-en-light");
        List<String> seen = Toolkit.on(Seen::everywhere);
        assertThat(seen).noneMatch(text -> text.contains(NAME) || text.contains("wang@") || text.contains("secret"));
        assertThat(Toolkit.on(LockTest::windows)).isEqualTo(1);
        assertThat(Toolkit.on(() -> Window.getWindows().stream().filter(Window::isShowing).toList())).hasSize(1);
        assertThat(Toolkit.on(() -> Window.getWindows().stream().filter(Window::isShowing)
                .map(window -> ((Stage) window).getTitle()).toList())).noneMatch(title -> title.contains(NAME));
        for (KeyCode code : List.of(KeyCode.K, KeyCode.N, KeyCode.COMMA, KeyCode.DIGIT3, KeyCode.F, KeyCode.Z)) {
            press(code, true, false);
        }
        for (KeyCode code : List.of(KeyCode.F1, KeyCode.F5, KeyCode.F9, KeyCode.ESCAPE, KeyCode.TAB, KeyCode.DOWN)) {
            press(code, false, false);
        }
        type("?");
        LockSupport.parkNanos(500_000_000);
        assertThat(Toolkit.on(Seen::everywhere)).noneMatch(text -> text.contains(NAME) || text.contains("Settings"));
        assertThat(Toolkit.on(LockTest::windows)).isEqualTo(1);
        Toolkit.on(() -> {
            stage.getScene().lookup(".password-field").requestFocus();
            return true;
        });
        answer("wrong");
        sees("That does not open it");
        answer(WORDS);
        until("all is back", () -> windows() == before && reads(NAME));
        sees("secret@there.example");
        assertThat(Toolkit.on(() -> reads("Locked"))).isFalse();
    }

    @Test
    void wrongTriesWaitLongerAndLonger() throws Exception {
        begin(TestDesk.options(home()), KeyRing.none(), Privacy.USUAL, WORDS.toCharArray());
        sees("Today");
        press(KeyCode.L, true, false);
        sees("Locked");
        for (int i = 0; i < 3; i++) {
            String words = "wrong " + i;
            answer(words);
            if (i < 2) {
                sees("That does not open it");
                LockSupport.parkNanos(600_000_000); // Until it was tried too.
            }
        }
        sees("The next try waits 2 seconds");
        picture("lock-wait-en-light");
        answer(WORDS);
        LockSupport.parkNanos(500_000_000);
        assertThat(Toolkit.on(() -> reads("Locked"))).isTrue();
        hands.pass(Duration.ofSeconds(3));
        answer("wrong again");
        sees("The next try waits 4 seconds");
        hands.pass(Duration.ofSeconds(5));
        answer(WORDS);
        until("it is open", () -> !reads("Locked") && reads("Today"));
    }

    @Test
    void itLocksItselfWhenNobodyDoesAnythingAndTheFirstKeyAfterASleepDoesNothingElse() throws Exception {
        begin(TestDesk.options(home()), KeyRing.none(), new Privacy(5, false, false), WORDS.toCharArray());
        sees("Today");
        hands.pass(Duration.ofMinutes(4));
        press(KeyCode.DIGIT2, true, false);
        sees(NAME);
        hands.pass(Duration.ofMinutes(6));
        press(KeyCode.N, true, false);
        sees("Locked");
        assertThat(Toolkit.on(LockTest::windows)).isEqualTo(1);
        answer(WORDS);
        sees(NAME);
        hands.pass(Duration.ofMinutes(6));
        sees("Locked"); // By itself, without a key.
        answer(WORDS);
        sees(NAME);
    }

    /** Killed while locked, on a machine whose key store opens the data unasked: it asks all the same. */
    @Test
    void whatWasLockedIsLockedAfterAStartTooAndASecondStartAfterIsNot() throws Exception {
        KeyRing ring = KeyRing.inMemory();
        DeskOptions options = DeskOptions.of(home(), WORDS.toCharArray(), ring).costing(new Argon2(64, 1, 1));
        begin(options, ring, new Privacy(0, false, true), null);
        sees("Passphrase of your data folder");
        assertThat(Toolkit.on(() -> reads("no key for these data"))).isFalse();
        answer(WORDS);
        sees("Today");
        until("it is kept that it is open", () -> !new SettingsFile(home()).read().privacy().locked());
        press(KeyCode.L, true, false);
        sees("Locked");
        until("it is kept that it is locked", () -> new SettingsFile(home()).read().privacy().locked());
        answer(WORDS);
        sees("Today");
    }

    @Test
    void whereNothingWouldOpenItAgainAPassphraseIsAskedForFirst() throws Exception {
        KeyRing ring = KeyRing.inMemory();
        begin(DeskOptions.of(home(), null, ring).costing(new Argon2(64, 1, 1)), ring, Privacy.USUAL, null);
        sees("Today");
        press(KeyCode.L, true, false);
        sees("The locked window is opened by a passphrase");
        picture("lock-needs-en-light");
        assertThat(Toolkit.on(() -> reads("Locked"))).isFalse();
        List<PasswordField> fields = Toolkit.on(() -> stage.getScene().getRoot().lookupAll(".password-field").stream()
                .map(PasswordField.class::cast).toList());
        for (PasswordField field : fields) {
            Toolkit.on(() -> {
                field.requestFocus();
                return true;
            });
            type("vier leise Worte");
        }
        press(KeyCode.ENTER, false, false);
        sees("Locked");
        answer("vier leise Worte");
        sees("Today");
    }

    @Test
    void beforeAnythingIsWrittenOutItIsAskedWhereTheUserWantsIt() throws Exception {
        begin(TestDesk.options(home()), KeyRing.none(), new Privacy(0, true, false), WORDS.toCharArray());
        sees("Today");
        press(KeyCode.K, true, false);
        sees("Go to Today");
        type("Passphrase and lock");
        sees("Passphrase and lock");
        pressAndGoOn(KeyCode.ENTER);
        sees("You wanted to be asked");
        picture("ask-en-light");
        answer("wrong");
        sees("That does not open it");
        answer(WORDS);
        sees("What opens your data");
        picture("protection-lock-en-light");
    }
}
