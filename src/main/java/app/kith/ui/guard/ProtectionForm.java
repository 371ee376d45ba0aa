package app.kith.ui.guard;

import app.kith.desk.Protection;
import app.kith.ui.look.Controls;
import app.kith.ui.work.Background;
import app.kith.vault.Ways;
import app.kith.vault.Ways.Way;
import app.kith.words.KithException;
import app.kith.words.Words;
import java.util.concurrent.Callable;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What opens the data, with what it is changed, and what that means for backups. */
final class ProtectionForm extends VBox {
    private final Protection protection;
    private final Background background;
    private final Words words;
    private final Acts acts;
    private final VBox rows = Controls.column(12);
    private final Label meaning = Controls.paragraph("", "help");
    private final Label trouble = Typed.trouble();

    /**
     * @param passphrase sets or changes the passphrase
     * @param code makes a recovery code
     * @param changed told that another way was added or taken away
     * @param close ends the form
     */
    record Acts(Runnable passphrase, Runnable code, Runnable changed, Runnable close) {}

    private record Shown(Ways ways, boolean hasKeyStore) {}

    /**
     * @param more what else stands in the form; null for nothing
     */
    ProtectionForm(Protection protection, Background background, Words words, @Nullable Node more, Acts acts) {
        super(16);
        this.protection = protection;
        this.background = background;
        this.words = words;
        this.acts = acts;
        getStyleClass().add("form");
        meaning.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(Controls.label(words.get("guard.title"), "form-title"), rows, meaning, trouble);
        if (more != null) {
            getChildren().add(more);
        }
        Button done = Controls.button(words.get("screen.close"), acts.close(), "accent");
        done.setDefaultButton(true);
        getChildren().add(Controls.row(8, Controls.spring(), done));
        look(this::read);
    }

    private Shown read() {
        return new Shown(protection.ways(), protection.hasKeyStore());
    }

    private void look(Callable<Shown> read) {
        background.run("protection", read, this::show, this::failed);
    }

    private void failed(KithException failure) {
        Typed.failed(trouble, failure, words);
    }

    private void show(Shown now) {
        trouble.setText("");
        Ways ways = now.ways();
        Button change = Controls.button(words.get(ways.passphrase() ? "guard.change" : "guard.set-open"),
                acts.passphrase());
        Button make = Controls.button(words.get(ways.code() ? "guard.code.another" : "guard.code.make"), acts.code());
        rows.getChildren().setAll(
                row(ways.passphrase(), ways.passphrase() ? "guard.passphrase.is" : "guard.passphrase.none", change,
                        remove(ways.passphrase(), Way.PASSPHRASE)),
                row(ways.code(), ways.code() ? "guard.code.is" : "guard.code.none", make,
                        remove(ways.code(), Way.CODE)),
                keyStore(now));
        meaning.setText(words.get(ways.elsewhere() ? "guard.opens-elsewhere" : "guard.backups-here-only"));
    }

    private Node keyStore(Shown now) {
        boolean is = now.ways().keyStore();
        if (!is && !now.hasKeyStore()) {
            return row(false, "guard.key-store.not-there");
        }
        Button act = is
                ? Controls.button(words.get("guard.key-store.ask-always"), () -> act(Way.KEY_STORE))
                : Controls.button(words.get("guard.key-store.open-here"), () -> look(() -> {
                    protection.keepHere();
                    return read();
                }));
        return row(is, is ? "guard.key-store.is" : "guard.key-store.none", act);
    }

    private Node remove(boolean there, Way way) {
        Button remove = Controls.iconButton("fth-x", words.get("guard.remove." + way.name().toLowerCase(
                java.util.Locale.ROOT)), () -> act(way));
        remove.setVisible(there);
        remove.setManaged(there);
        return remove;
    }

    private void act(Way way) {
        background.run("protection", () -> {
            protection.remove(way);
            return read();
        }, now -> {
            show(now);
            acts.changed().run();
        }, this::failed);
    }

    private HBox row(boolean is, String key, Node... acts) {
        Label text = Controls.paragraph(words.get(key));
        HBox row = Controls.row(12, Controls.icon(is ? "fth-check" : "fth-minus"), text, Controls.spring());
        row.setAlignment(Pos.CENTER_LEFT);
        for (Node act : acts) {
            ((Region) act).setMinWidth(Region.USE_PREF_SIZE);
        }
        row.getChildren().addAll(acts);
        return row;
    }
}
