package app.kith.ui.guard;

import app.kith.desk.Protection;
import app.kith.ui.look.Controls;
import app.kith.ui.work.Background;
import app.kith.words.KithException;
import app.kith.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;

/** Sets a passphrase, or changes it: then what opens the data now is asked for first. */
final class PassphraseForm extends VBox {
    private final Protection protection;
    private final Background background;
    private final Words words;
    private final Runnable done;
    private final boolean asks;
    private final PasswordField now;
    private final PasswordField fresh;
    private final PasswordField again;
    private final Label trouble = Typed.trouble();
    private final Button save;

    /**
     * @param asks whether there is a passphrase or code already, so that it is asked for
     * @param why why one is wanted; empty where that is known
     * @param done what is done when it is set
     * @param cancel what is done when the user thinks better of it
     */
    PassphraseForm(Protection protection, Background background, Words words, boolean asks, String why, Runnable done,
            Runnable cancel) {
        super(12);
        this.protection = protection;
        this.background = background;
        this.words = words;
        this.done = done;
        this.asks = asks;
        this.now = Typed.field(words.get("guard.now"));
        this.fresh = Typed.field(words.get("guard.fresh"));
        this.again = Typed.field(words.get("guard.again"));
        this.save = Controls.button(words.get("guard.set"), this::save, "accent");
        getStyleClass().add("form");
        List<Node> parts = new ArrayList<>();
        parts.add(Controls.label(words.get(asks ? "guard.change-title" : "guard.set-title"), "form-title"));
        if (!why.isEmpty()) {
            parts.add(Controls.paragraph(why));
        }
        if (asks) {
            parts.add(Typed.named(now));
        }
        parts.add(Typed.named(fresh));
        parts.add(Typed.named(again));
        parts.add(Controls.paragraph(words.get("guard.set-why"), "muted"));
        if (asks) {
            parts.add(Controls.paragraph(words.get("guard.change-why"), "muted"));
        }
        parts.add(trouble);
        Button back = Controls.button(words.get("screen.cancel"), cancel);
        save.setDefaultButton(true);
        parts.add(Controls.row(8, Controls.spring(), back, save));
        getChildren().setAll(parts);
    }

    private void save() {
        if (!fresh.getText().equals(again.getText())) {
            trouble.setText(words.get("screen.start.passphrase-differs"));
            return;
        }
        char[] former = now.getText().toCharArray();
        char[] typed = fresh.getText().toCharArray();
        save.setDisable(true);
        background.run("passphrase", () -> {
            if (asks && !protection.opens(former)) {
                return false;
            }
            protection.setPassphrase(typed);
            return true;
        }, set -> {
            save.setDisable(false);
            if (set) {
                done.run();
            } else {
                trouble.setText(words.get("guard.now-wrong"));
            }
        }, this::failed);
    }

    private void failed(KithException failure) {
        save.setDisable(false);
        Typed.failed(trouble, failure, words);
    }
}
