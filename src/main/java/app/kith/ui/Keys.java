package app.kith.ui;

import app.kith.contact.Entry;
import app.kith.ui.Session.Place;
import app.kith.ui.compose.Composer.Kind;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The keys that work everywhere in the window. */
final class Keys {
    private static final int STEP = 10;

    private Keys() {}

    /**
     * What keys ask of the window.
     *
     * @param zoom makes all larger or smaller by so many percent; 0 for the usual size
     * @param settings opens the settings
     * @param find opens the box over everything
     * @param keys opens the sheet of keys
     * @param help opens the help
     * @param lock locks the window
     * @param locked whether it is locked: then no key does anything but in the field that opens it
     */
    record Acts(IntConsumer zoom, Runnable settings, Runnable find, Runnable keys, Runnable help, Runnable lock,
            BooleanSupplier locked) {}

    static void install(Scene scene, Supplier<@Nullable MainView> view, Supplier<@Nullable Session> session,
            Acts acts) {
        scene.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            // A letter only where no text is written.
            if (event.getCharacter().equals("?") && !isText(event) && !acts.locked().getAsBoolean()) {
                acts.keys().run();
                event.consume();
            }
        });
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (acts.locked().getAsBoolean()) {
                return;
            }
            MainView main = view.get();
            Session now = session.get();
            boolean back = event.isAltDown() && event.getCode() == KeyCode.LEFT;
            boolean used = back
                    ? main != null && main.back()
                    : event.isShortcutDown()
                            ? shortcut(event, main, now, acts)
                            : main != null && function(event.getCode(), main, now, acts);
            if (used) {
                event.consume();
            }
        });
    }

    private static boolean shortcut(KeyEvent event, @Nullable MainView main, @Nullable Session session,
            Acts acts) {
        switch (event.getCode()) {
            case PLUS, EQUALS, ADD -> acts.zoom().accept(STEP);
            case MINUS, SUBTRACT -> acts.zoom().accept(-STEP);
            case DIGIT0, NUMPAD0 -> acts.zoom().accept(0);
            case COMMA -> acts.settings().run();
            case F -> {
                if (event.isShiftDown()) {
                    return main != null && main.answer(Kind.FORWARD);
                }
                if (main != null) {
                    main.find();
                }
            }
            case K -> acts.find().run();
            case DIGIT1, DIGIT2, DIGIT3, DIGIT4, DIGIT5, DIGIT6, DIGIT7, DIGIT8, DIGIT9 -> {
                Place place = Place.byKey(event.getCode().getChar().charAt(0) - '0');
                if (session != null && place != null) {
                    session.place().set(place);
                }
            }
            case N -> {
                if (main != null && event.isShiftDown()) {
                    main.newCustomer();
                } else if (main != null) {
                    main.write();
                }
            }
            case Z -> {
                return session != null && !isText(event) && takeBack(session, event.isShiftDown());
            }
            case Y -> {
                return session != null && !isText(event) && takeBack(session, true);
            }
            case R -> {
                return main != null && main.answer(event.isShiftDown() ? Kind.REPLY_ALL : Kind.REPLY);
            }
            case L -> {
                if (event.isShiftDown()) {
                    return noted(main, Entry.Kind.CALL);
                }
                acts.lock().run();
            }
            case T -> {
                return event.isShiftDown() && noted(main, Entry.Kind.TASK);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean noted(@Nullable MainView main, Entry.Kind kind) {
        if (main != null) {
            main.note(kind);
        }
        return main != null;
    }

    /** A text field takes its own letters back. */
    private static boolean isText(KeyEvent event) {
        return event.getTarget() instanceof TextInputControl;
    }

    private static boolean takeBack(Session session, boolean again) {
        if (again) {
            session.recordActs().redo();
        } else {
            session.recordActs().undoLast();
        }
        return true;
    }

    private static boolean function(KeyCode key, MainView main, @Nullable Session session, Acts acts) {
        switch (key) {
            case F1 -> acts.help().run();
            case F5 -> {
                if (session != null) {
                    session.sendAndFetch();
                }
            }
            case F9 -> main.toggleList();
            case F10 -> main.toggleFacts();
            default -> {
                return false;
            }
        }
        return true;
    }
}
