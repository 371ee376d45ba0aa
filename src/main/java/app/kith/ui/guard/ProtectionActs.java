package app.kith.ui.guard;

import app.kith.desk.Protection;
import app.kith.ui.work.Background;
import app.kith.vault.Ways;
import app.kith.words.KithException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** Leads through passphrase and recovery code. JavaFX thread only. */
public final class ProtectionActs {
    private final Protection protection;
    private final Background background;
    private final Over over;
    private final Runnable changed;
    private final Consumer<KithException> failed;

    /**
     * Makes the acts.
     *
     * @param protection in which ways the data is opened
     * @param background where work is done
     * @param over where forms are shown
     * @param changed told that another way was added or taken away
     * @param failed told what could not be read
     */
    public ProtectionActs(Protection protection, Background background, Over over, Runnable changed,
            Consumer<KithException> failed) {
        this.protection = protection;
        this.background = background;
        this.over = over;
        this.changed = changed;
        this.failed = failed;
    }

    /**
     * Shows what opens the data.
     *
     * @param more what else stands in the form, made anew each time; gives null for nothing
     */
    public void open(Supplier<@Nullable Node> more) {
        Runnable again = () -> {
            changed.run();
            open(more);
        };
        over.show().accept(new ProtectionForm(protection, background, over.words().get(), more.get(),
                new ProtectionForm.Acts(() -> passphrase("", again, () -> open(more)), () -> code(again), changed,
                        over.hide())));
    }

    /**
     * Sets or changes the passphrase.
     *
     * @param why why one is wanted; empty where that is known
     * @param done what is done when it is set
     * @param cancel what is done when the user thinks better of it
     */
    public void passphrase(String why, Runnable done, Runnable cancel) {
        background.run("protection", protection::ways, ways -> over.show().accept(new PassphraseForm(protection,
                background, over.words().get(), ways.elsewhere(), why, () -> {
                    over.outside().say(over.words().get().get(
                            ways.passphrase() ? "guard.passphrase.changed" : "guard.passphrase.set"));
                    done.run();
                }, cancel)), failed);
    }

    private void code(Runnable done) {
        background.run("protection", protection::makeCode,
                made -> over.show().accept(new CodeForm(made, background, over.outside(), over.words().get(), done)),
                failed);
    }

    /**
     * Asks with what a backup shall open where this computer is not, unless that is known; then goes on.
     *
     * @param go what is done then: also where the user does without
     */
    public void beforeBackup(Runnable go) {
        background.run("protection", protection::ways, ways -> {
            if (ways.elsewhere()) {
                go.run();
            } else {
                ask(go);
            }
        }, failed);
    }

    private void ask(Runnable go) {
        Runnable on = () -> {
            over.hide().run();
            changed.run();
            go.run();
        };
        over.show().accept(new RecoveryQuestion(over.words().get(), () -> passphrase("", on, () -> ask(go)),
                () -> code(on), on));
    }

    /**
     * What is said of a backup.
     *
     * @param ways in which ways it opens
     * @return the key of the sentence
     */
    public static String said(Ways ways) {
        return ways.elsewhere() ? "guard.opens-elsewhere" : "guard.opens-here-only";
    }
}
