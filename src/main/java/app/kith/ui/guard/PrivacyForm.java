package app.kith.ui.guard;

import app.kith.ui.look.Controls;
import app.kith.ui.look.Privacy;
import app.kith.words.Words;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;

/** When the window is locked, and whether the passphrase is asked for before anything is written out. Taken at once. */
public final class PrivacyForm extends VBox {
    private static final List<Integer> MINUTES = List.of(0, 5, 15, 60);

    /** What takes a choice; where a passphrase has to be set for it first, that is asked for. */
    public interface Choosing {
        /**
         * Takes a choice.
         *
         * @param step what is chosen
         * @param needs whether it needs a passphrase or recovery code
         */
        void take(UnaryOperator<Privacy> step, boolean needs);
    }

    /**
     * Makes the form.
     *
     * @param now the choices as they are
     * @param words the language
     * @param choosing takes a choice
     * @param lock locks the window now
     */
    public PrivacyForm(Supplier<Privacy> now, Words words, Choosing choosing, Runnable lock) {
        super(8);
        SegmentedButton after = new SegmentedButton();
        for (int minutes : MINUTES) {
            ToggleButton button = new ToggleButton(
                    minutes == 0 ? words.get("guard.lock.by-hand") : words.count("guard.lock.after", minutes));
            button.setSelected(now.get().lockAfter() == minutes);
            button.setOnAction(_ -> {
                button.setSelected(true);
                choosing.take(before -> before.lockingAfter(minutes), minutes > 0);
            });
            after.getButtons().add(button);
        }
        CheckBox asks = new CheckBox(words.get("guard.ask.choice"));
        asks.setWrapText(true);
        asks.setSelected(now.get().asks());
        asks.setOnAction(_ -> choosing.take(before -> before.asking(asks.isSelected()), asks.isSelected()));
        getChildren().setAll(Controls.label(words.get("guard.lock.choice"), "field-name"),
                Controls.flow(8, after, Controls.button(words.get("guard.lock.now"), lock)), asks,
                Controls.paragraph(words.get("guard.lock.honest"), "muted"));
    }
}
