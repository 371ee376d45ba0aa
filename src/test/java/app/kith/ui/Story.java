package app.kith.ui;

import app.kith.support.TestDesk;
import app.kith.ui.look.Outside;
import app.kith.ui.look.Settings;
import app.kith.ui.look.SettingsFile;
import app.kith.ui.work.Inbox;
import app.kith.ui.work.ScreenBackground;
import app.kith.vault.KeyRing;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/**
 * Somebody at the real window: presses keys, reads what stands there, and waits as long as a patient person would. What is done is
 * kept step by step, with the count of keystrokes, the seconds waited and a picture of each step, in
 * {@code target/stories/NAME/steps.md}.
 */
final class Story implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(Integer.getInteger("kith.stories.patience", 60));
    private static final int MOST_TABS = 150;

    private final String name;
    private final Path folder;
    private final Path home;
    private final List<String> steps = new ArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Stage stage;
    private String doing = "";
    private int keys;
    private int all;
    private long waited;

    /** The file that the next question of the system for one is answered with. */
    volatile Optional<Path> chosen = Optional.empty();
    /** What was opened in other programs. */
    final List<String> opened = new ArrayList<>();

    Story(String name, StoryStore store, Path home, UnaryOperator<Settings> settings) throws Exception {
        this.name = name;
        this.home = store.copy(home);
        folder = Path.of("target", "stories", name);
        clear();
        new SettingsFile(home).write(settings.apply(Settings.USUAL.speaking("en").themed(Settings.Theme.LIGHT)));
        stage = Toolkit.on(this::open);
    }

    private void clear() throws IOException {
        Files.createDirectories(folder);
        try (var old = Files.list(folder)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
    }

    private Stage open() {
        Stage window = new Stage();
        MainWindow main = new MainWindow(window, home, KeyRing.none(), new ScreenBackground(Inbox.ofScreen()),
                Clock.system(ZoneId.systemDefault()),
                new MainWindow.Around(opened::add, this::answered, ended::countDown));
        main.open(false, TestDesk.PASSPHRASE.toCharArray());
        return window;
    }

    /** The real world outside, but for the system's questions for a file, which nobody could answer. */
    private Outside answered(Outside real) {
        InvocationHandler handler = (_, method, arguments) -> switch (method.getName()) {
            case "file", "existing" -> chosen;
            default -> method.invoke(real, arguments);
        };
        return (Outside) Proxy.newProxyInstance(Outside.class.getClassLoader(), new Class<?>[]{Outside.class},
                handler);
    }

    /** Begins a step; the one before ends with a picture. */
    void step(String what) throws Exception {
        end();
        doing = what;
    }

    private void end() throws Exception {
        if (!doing.isEmpty()) {
            pulses(4);
            String picture = String.format(Locale.ROOT, "%02d.png", steps.size() + 1);
            picture(picture);
            steps.add(String.format(Locale.ROOT, "| %d | %s | %d | %.1f | ![](%s) |", steps.size() + 1, doing, keys,
                    waited / 1e9, picture));
            write();
        }
        keys = 0;
        waited = 0;
        doing = "";
    }

    private void write() throws IOException {
        Files.writeString(folder.resolve("steps.md"), "# " + name.replace('-', ' ') + "\n\n" + StoryStore.MAILS
                + " mails, " + StoryStore.CUSTOMERS + " customers; " + all + " keystrokes\n\n"
                + "| | step | keys | waited, s | |\n|---|---|---|---|---|\n" + String.join("\n", steps) + "\n");
    }

    private void picture(String file) throws Exception {
        Toolkit.on(() -> {
            Picture.save(front().getScene().snapshot(null), folder.resolve(file));
            return true;
        });
    }

    /** The window that was opened last. */
    private static Window front() {
        return Window.getWindows().stream().filter(Stage.class::isInstance).filter(Window::isShowing)
                .reduce((_, last) -> last).orElseThrow();
    }

    private static void pulses(int count) throws Exception {
        for (int i = 0; i < count; i++) {
            Toolkit.on(() -> true);
            LockSupport.parkNanos(20_000_000);
        }
    }

    /** Keys go to the window that has the focus; another gets it when one is closed, as every desktop does. */
    private static void focus() throws Exception {
        Toolkit.on(() -> {
            if (!front().isFocused()) {
                front().requestFocus();
            }
            return true;
        });
        for (int i = 0; i < 50 && !Toolkit.on(() -> front().isFocused()); i++) {
            LockSupport.parkNanos(20_000_000);
        }
    }

    /** Presses a key, with Shift, Alt or Ctrl where they are named before it: {@code press("Ctrl+K")}. */
    void press(String combination) throws Exception {
        List<String> parts = List.of(combination.split("\\+", -1));
        String last = parts.getLast().toUpperCase(Locale.ROOT);
        KeyCode code = KeyCode.valueOf(Character.isDigit(last.charAt(0)) ? "DIGIT" + last : last);
        boolean shift = parts.contains("Shift");
        boolean alt = parts.contains("Alt");
        boolean control = parts.contains("Ctrl");
        counted();
        focus();
        Toolkit.on(() -> {
            fire(KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, code, shift, control, alt);
            if (!control && !alt && code.getName().length() == 1) {
                fire(KeyEvent.KEY_TYPED, code.getName().toLowerCase(Locale.ROOT), KeyCode.UNDEFINED, shift, false,
                        false);
            }
            fire(KeyEvent.KEY_RELEASED, KeyEvent.CHAR_UNDEFINED, code, shift, control, alt);
            return true;
        });
        pulses(1);
    }

    /** Types words; Chinese ones as an input method hands them over. */
    void type(String words) throws Exception {
        for (int c : words.codePoints().toArray()) {
            counted();
            Toolkit.on(() -> {
                fire(KeyEvent.KEY_TYPED, Character.toString(c), KeyCode.UNDEFINED, false, false, false);
                return true;
            });
        }
        pulses(1);
    }

    private void counted() {
        keys++;
        all++;
    }

    private static void fire(javafx.event.EventType<KeyEvent> type, String character, KeyCode code, boolean shift,
            boolean control, boolean alt) {
        Scene scene = front().getScene();
        Node owner = scene.getFocusOwner();
        Event.fireEvent(owner == null ? scene : owner, new KeyEvent(type, character, code.getName(), code, shift,
                control, alt, false));
    }

    /** Goes with Tab until a control has the focus that is called so. */
    void tabTo(String called) throws Exception {
        List<String> passed = new ArrayList<>();
        for (int i = 0; i < MOST_TABS; i++) {
            String now = Toolkit.on(Story::focused);
            if (now.equals(called)) {
                return;
            }
            passed.add(now);
            press("Tab");
        }
        throw new AssertionError("Tab never comes to \"" + called + "\", only to " + passed);
    }

    private static String focused() {
        return called(front().getScene().getFocusOwner());
    }

    private static String called(Node node) {
        if (node == null) {
            return "";
        }
        String spoken = node.getAccessibleText();
        if (spoken != null && !spoken.isBlank()) {
            return spoken;
        }
        return switch (node) {
            case Labeled labeled -> String.valueOf(labeled.getText());
            case TextInputControl input -> String.valueOf(input.getPromptText());
            default -> node.getClass().getSimpleName() + node.getStyleClass();
        };
    }

    /** Waits until all these words can be read. */
    void sees(String... words) throws Exception {
        for (String word : words) {
            await("\"" + word + "\" can be read", texts -> canBeRead(texts, word));
        }
    }

    /** Waits until words cannot be read any more. */
    void seesNot(String word) throws Exception {
        await("\"" + word + "\" cannot be read any more", texts -> !canBeRead(texts, word));
    }

    /** Words may be cut into pieces where some of them are marked. */
    private static boolean canBeRead(List<String> texts, String word) {
        return String.join("", texts).contains(word);
    }

    private void await(String what, Predicate<List<String>> holds) throws Exception {
        long from = System.nanoTime();
        long until = from + PATIENCE.toNanos();
        List<String> texts = Toolkit.on(Seen::everywhere);
        while (!holds.test(texts)) {
            if (System.nanoTime() > until) {
                picture("failed.png");
                String all = String.join(" | ", texts);
                throw new AssertionError(name + ", " + doing + ": not " + what + ", but at the end "
                        + all.substring(Math.max(0, all.length() - 900)));
            }
            LockSupport.parkNanos(30_000_000);
            texts = Toolkit.on(Seen::everywhere);
        }
        waited += System.nanoTime() - from;
    }

    /** Waits until something holds that is not seen in the window. */
    void until(String what, Callable<Boolean> holds) throws Exception {
        long from = System.nanoTime();
        long until = from + PATIENCE.toNanos();
        while (!holds.call()) {
            if (System.nanoTime() > until) {
                throw new AssertionError(name + ", " + doing + ": never " + what);
            }
            LockSupport.parkNanos(200_000_000);
        }
        waited += System.nanoTime() - from;
    }

    /** What the selected row of the list that has the focus says last: what it is about. */
    String selected() throws Exception {
        pulses(10);
        return Toolkit.on(() -> {
            Node owner = front().getScene().getFocusOwner();
            List<Node> cells = owner.lookupAll(".list-cell").stream()
                    .filter(node -> node instanceof ListCell<?> cell && cell.isSelected() && !cell.isEmpty()).toList();
            return ((Labeled) cells.getFirst().lookup(".row-strong")).getText();
        });
    }

    int keystrokes() {
        return all;
    }

    @Override
    public void close() throws Exception {
        end();
        Toolkit.on(() -> {
            stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
            return true;
        });
        if (!ended.await(120, TimeUnit.SECONDS)) {
            throw new AssertionError(name + ": the program did not end");
        }
    }
}
