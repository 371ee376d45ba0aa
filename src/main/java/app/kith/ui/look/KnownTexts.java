package app.kith.ui.look;

import app.kith.contact.LatinText;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/** What there is already, proposed below a field in which anything can be typed. JavaFX thread only. */
public final class KnownTexts {
    private static final int MOST = 8;
    private static final int ALL = 40;

    private KnownTexts() {}

    /**
     * Proposes, below a field, what there is already and holds what is typed; with the down key or a click in an empty field, all of it.
     *
     * @param field the field
     * @param known gives what there is already, in the order in which it is proposed
     */
    public static void propose(TextField field, Supplier<List<String>> known) {
        Proposals<String> proposals = new Proposals<>(field,
                new Proposals.Face<>(240, 30, one -> Controls.label(one), one -> one), chosen -> {
                    field.setText(chosen);
                    field.end();
                });
        field.textProperty().addListener((_, _, typed) -> proposals
                .show(typed.isBlank() || !field.isFocused() ? List.of() : fitting(known.get(), typed)));
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                proposals.hide();
            }
        });
        field.addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> {
            if (field.getText().isBlank()) {
                proposals.show(fitting(known.get(), ""));
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (proposals.press(event)) {
                event.consume();
            } else if (event.getCode() == KeyCode.DOWN && !known.get().isEmpty()) {
                proposals.show(first(known.get(), ALL));
                event.consume();
            }
        });
    }

    /**
     * What holds a text, those that begin with it first.
     *
     * @param known all there is
     * @param typed the text
     * @return some of it; nothing where the text is one of them
     */
    public static List<String> fitting(List<String> known, String typed) {
        String wanted = LatinText.folded(typed.strip());
        if (known.stream().anyMatch(one -> LatinText.folded(one).equals(wanted))) {
            return List.of();
        }
        return first(known.stream().filter(one -> LatinText.folded(one).contains(wanted))
                .sorted(Comparator.comparing(one -> !LatinText.folded(one).startsWith(wanted))).toList(), MOST);
    }

    private static List<String> first(List<String> all, int most) {
        return all.subList(0, Math.min(most, all.size()));
    }
}
