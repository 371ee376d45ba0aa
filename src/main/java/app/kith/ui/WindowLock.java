package app.kith.ui;

import app.kith.ui.guard.ConfirmForm;
import app.kith.ui.guard.LockModel;
import app.kith.ui.guard.LockView;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Look;
import app.kith.ui.look.Privacy;
import app.kith.ui.look.Settings;
import app.kith.words.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * Locks the window: what stands in it is taken out of it, all other windows are hidden, and come back as they were. What goes on by
 * itself goes on. It locks itself after a time without a key or the pointer, where the user wants it so. JavaFX thread only.
 */
final class WindowLock implements GuardSheets.Locking {
    private static final javafx.util.Duration LOOK = javafx.util.Duration.seconds(5);
    private static final javafx.util.Duration TICK = javafx.util.Duration.seconds(1);
    private static final KeyCombination KEY = new KeyCodeCombination(KeyCode.L, KeyCombination.SHORTCUT_DOWN);
    private static final int TASKS = 30;
    private static final int FILES = 20;

    private final Stage main;
    private final StackPane root;
    private final Around around;
    private final List<Stage> hidden = new ArrayList<>();
    private final ListChangeListener<Window> watch = this::windows;
    private @Nullable Session locked;
    private @Nullable LockModel model;
    private List<Node> content = List.of();
    private Instant used;
    private int ticks;

    /**
     * What surrounds the lock.
     *
     * @param session the open desk; null while there is none
     * @param words the language as it is
     * @param settings the choices as they are
     * @param keep keeps a choice, at once
     * @param wish told in another window than the main one that the user wants to lock
     * @param say says a sentence in passing
     * @param clock what time it is
     */
    record Around(Supplier<@Nullable Session> session, Supplier<Words> words, Supplier<Settings> settings,
            Consumer<UnaryOperator<Privacy>> keep, Runnable wish, Consumer<String> say, Clock clock) {}

    WindowLock(Stage main, StackPane root, Around around) {
        this.main = main;
        this.root = root;
        this.around = around;
        this.used = around.clock().instant();
        Window.getWindows().addListener(watch);
        List.copyOf(Window.getWindows()).forEach(this::follow);
        follow(main);
        Controls.every(root, LOOK, this::look);
    }

    private void windows(ListChangeListener.Change<? extends Window> change) {
        while (change.next()) {
            for (Window window : List.copyOf(change.getAddedSubList())) {
                follow(window);
                if (locked != null && !main.equals(window)) {
                    put(window);
                }
            }
        }
    }

    /** Drags cannot wait for an answer, so that nothing is dragged out where one is asked for. */
    private void follow(Window window) {
        if (window instanceof Stage stage && !stage.getProperties().containsKey(WindowLock.class)) {
            stage.getProperties().put(WindowLock.class, true);
            stage.addEventFilter(InputEvent.ANY, event -> {
                boolean before = isLocked();
                use();
                if (isLocked() && !before) {
                    event.consume();
                }
            });
            if (!main.equals(stage)) {
                stage.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
                    if (KEY.match(event)) {
                        event.consume();
                        around.wish().run();
                    }
                });
            }
            stage.addEventFilter(MouseEvent.DRAG_DETECTED, event -> {
                if (around.settings().get().privacy().asks()) {
                    event.consume();
                    around.say().accept(around.words().get().get("guard.ask.no-drag"));
                }
            });
        }
    }

    /** The first key after a long sleep of the machine locks, before anything is done by it. */
    private void use() {
        look();
        used = around.clock().instant();
    }

    /** Locks where nobody has done anything for so long as the user set. */
    void look() {
        int minutes = around.settings().get().privacy().lockAfter();
        boolean waited = minutes > 0
                && !used.plus(Duration.ofMinutes(minutes)).isAfter(around.clock().instant());
        if (waited && locked == null) {
            lock();
        }
    }

    boolean isLocked() {
        return locked != null;
    }

    @Override
    public void lock() {
        Session now = around.session().get();
        if (now == null || locked != null) {
            return;
        }
        locked = now;
        around.keep().accept(before -> before.locked(true));
        content = List.copyOf(root.getChildren());
        LockView view = new LockView(model(now), around.words().get(), this::open);
        Controls.every(view, TICK, () -> goOn(now));
        root.getChildren().setAll(view);
        List.copyOf(Window.getWindows()).stream().filter(window -> !main.equals(window)).forEach(this::put);
        view.begin();
    }

    /** Wrong tries count on from lock to lock, as long as the data is open. */
    private LockModel model(Session of) {
        LockModel known = model;
        LockModel now = known == null
                ? new LockModel(of.desk().protection(), of.background(), around.clock())
                : known;
        model = now;
        return now;
    }

    /** What the views would see to goes on behind the lock: letters that are due, reminders, watched folders. */
    private void goOn(Session now) {
        ticks++;
        now.outbox().tick();
        if (ticks % TASKS == 0) {
            now.today().tick();
        }
        if (ticks % FILES == 0) {
            now.jobs().look();
        }
    }

    /** A question that waits for an answer has none, and does not come back. */
    private void put(Window window) {
        if (window instanceof Stage stage && stage.getModality() == Modality.NONE) {
            hidden.add(stage);
        }
        window.hide();
    }

    private void open() {
        locked = null;
        used = around.clock().instant();
        root.getChildren().setAll(content);
        content = List.of();
        List<Stage> back = List.copyOf(hidden);
        hidden.clear();
        back.forEach(Stage::show);
        main.toFront();
        around.keep().accept(before -> before.locked(false));
    }

    /** Forgets the data folder that was open: another is opened, or the program ends. */
    void forget() {
        model = null;
    }

    /** The program ends: nothing is listened to any more. */
    void close() {
        Window.getWindows().removeListener(watch);
        hidden.forEach(Stage::close);
    }

    @Override
    public boolean confirm() {
        Session now = around.session().get();
        if (now == null || !around.settings().get().privacy().asks()) {
            return true;
        }
        boolean[] right = {false};
        Stage stage = new Stage();
        ConfirmForm form = new ConfirmForm(model(now), around.words().get(), () -> {
            right[0] = true;
            stage.hide();
        }, stage::hide);
        Scene scene = new Scene(form);
        Look.dress(scene, around.settings().get());
        stage.initOwner(main);
        stage.initModality(Modality.APPLICATION_MODAL);
        stage.setTitle("Kith");
        stage.setScene(scene);
        stage.setOnShown(_ -> form.begin());
        stage.showAndWait();
        return right[0];
    }
}
