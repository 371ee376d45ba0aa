package app.kith.ui;

import app.kith.ui.Session.Place;
import app.kith.ui.compose.Composer.Kind;
import java.util.List;
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

    static void install(Scene scene, Supplier<@Nullable MainView> view, Supplier<@Nullable Session> session,
            IntConsumer zoom, Runnable settings) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            MainView main = view.get();
            Session now = session.get();
            boolean back = event.isAltDown() && event.getCode() == KeyCode.LEFT;
            boolean used = back
                    ? main != null && main.back()
                    : event.isShortcutDown()
                            ? shortcut(event, main, now, zoom, settings)
                            : main != null && function(event.getCode(), main, now);
            if (used) {
                event.consume();
            }
        });
    }

    private static boolean shortcut(KeyEvent event, @Nullable MainView main, @Nullable Session session,
            IntConsumer zoom, Runnable settings) {
        switch (event.getCode()) {
            case PLUS, EQUALS, ADD -> zoom.accept(STEP);
            case MINUS, SUBTRACT -> zoom.accept(-STEP);
            case DIGIT0, NUMPAD0 -> zoom.accept(0);
            case COMMA -> settings.run();
            case F -> {
                if (main != null) {
                    main.find();
                }
            }
            case K -> {
                if (main != null) {
                    main.search();
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
                return main != null && main.answer(Kind.FORWARD);
            }
            default -> {
                return go(session, event.getCode());
            }
        }
        return true;
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

    /** A digit goes to the place that has its number in the order of the navigation. */
    private static boolean go(@Nullable Session session, KeyCode key) {
        int number = key.isDigitKey() && !key.isKeypadKey() ? key.getChar().charAt(0) - '0' : 0;
        List<Place> places = List.of(Place.values());
        boolean place = number >= 1 && number <= places.size();
        if (place && session != null) {
            session.place().set(places.get(number - 1));
        }
        return place;
    }

    private static boolean function(KeyCode key, MainView main, @Nullable Session session) {
        switch (key) {
            case F5 -> {
                if (session != null) {
                    session.sync().startAll();
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
