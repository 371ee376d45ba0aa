package app.kith.ui.start;

import app.kith.desk.BackupFile;
import app.kith.desk.DemoDesk;
import app.kith.desk.Desk;
import app.kith.desk.DeskOptions;
import app.kith.ui.work.Background;
import app.kith.vault.KeyRing;
import app.kith.vault.Vault;
import app.kith.vault.Ways;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** How a data folder is opened: made with a new passphrase, unlocked with the known one, or by the system's key store. */
public final class StartModel {
    private final Path home;
    private final Background background;
    private final KeyRing keyRing;
    private final Consumer<Desk> opened;
    private final Consumer<DemoDesk> sample;
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(this, "stage", Stage.LOOKING);
    private final ReadOnlyObjectWrapper<@Nullable KithException> failure = new ReadOnlyObjectWrapper<>(this,
            "failure");
    private final ReadOnlyLongWrapper replayed = new ReadOnlyLongWrapper(this, "replayed");
    private boolean hasKeyRing;
    private boolean asks;
    private boolean rebuild;
    private Ways ways = Ways.NONE;

    /** How far the opening is. */
    public enum Stage {
        /** Looking what there is. */
        LOOKING,
        /** Nothing is there: the user is welcomed. */
        WELCOME,
        /** The passphrase is needed. */
        LOCKED,
        /** The folder is being opened. */
        OPENING
    }

    /**
     * Makes the model; {@link #begin} begins.
     *
     * @param home the data folder
     * @param background where it is opened
     * @param keyRing the key store of the system
     * @param opened takes the desk
     * @param sample takes a desk with the sample mailbox
     */
    public StartModel(Path home, Background background, KeyRing keyRing, Consumer<Desk> opened,
            Consumer<DemoDesk> sample) {
        this.home = home;
        this.background = background;
        this.keyRing = keyRing;
        this.opened = opened;
        this.sample = sample;
    }

    /** Looks what there is, and opens the folder if the system's key store has its key. */
    public void begin() {
        background.run("start", () -> new Found(Vault.exists(home) ? Vault.ways(home) : null, keyRing.isAvailable()),
                this::found, this::failed);
    }

    /** The window was locked when it was closed: whoever opens it has to say the words, also where the key store would open it. */
    public void beginLocked() {
        asks = true;
        begin();
    }

    /** The next time the folder is opened its store is built anew from the logs. */
    public void rebuildNext() {
        rebuild = true;
    }

    private void found(Found found) {
        hasKeyRing = found.keyRing();
        ways = found.ways() == null ? Ways.NONE : found.ways();
        if (found.ways() == null) {
            stage.set(Stage.WELCOME);
        } else if (hasKeyRing && ways.keyStore() && !(asks && ways.elsewhere())) {
            open(null);
        } else {
            stage.set(Stage.LOCKED);
        }
    }

    /**
     * Opens the folder, or makes it.
     *
     * @param passphrase the user's words; null to ask the key store of the system
     */
    public void open(char @Nullable [] passphrase) {
        open(passphrase, true);
    }

    /**
     * Opens the folder, or makes it.
     *
     * @param passphrase the user's words, or the recovery code; null to ask the key store of the system
     * @param keep whether the key store of the system is to open it unasked from now on, where it once did on another machine
     */
    public void open(char @Nullable [] passphrase, boolean keep) {
        failure.set(null);
        stage.set(Stage.OPENING);
        DeskOptions options = DeskOptions.of(home, passphrase, keep ? keyRing : KeyRing.none())
                .telling(count -> background.soon("replayed", () -> replayed.set(count)));
        DeskOptions wanted = rebuild ? options.rebuilding() : options;
        background.run("start", () -> Desk.open(wanted), desk -> {
            rebuild = false;
            opened.accept(desk);
        }, this::failed);
    }

    /**
     * Brings a backup back into the data folder, which holds nothing yet, and opens it.
     *
     * @param file the backup
     */
    public void restore(Path file) {
        failure.set(null);
        stage.set(Stage.OPENING);
        background.run("start", () -> BackupFile.restore(file, home), _ -> begin(), this::failed);
    }

    /** Opens the sample mailbox in a folder of its own that is gone with it. */
    public void sample() {
        failure.set(null);
        stage.set(Stage.OPENING);
        background.run("start", DemoDesk::open, sample, this::failed);
    }

    private void failed(KithException e) {
        failure.set(e);
        boolean ask = e.problem() == Problem.PASSPHRASE_NEEDED || e.problem() == Problem.WRONG_PASSPHRASE
                || e.problem() == Problem.CODE_MISTYPED;
        stage.set(ask || Vault.exists(home) ? Stage.LOCKED : Stage.WELCOME);
    }

    /** {@return whether the system has a key store, so that no passphrase is needed} */
    public boolean hasKeyRing() {
        return hasKeyRing;
    }

    /** {@return whether the key store of this machine was asked and had nothing} */
    public boolean isStranger() {
        return hasKeyRing && ways.keyStore() && !(asks && ways.elsewhere());
    }

    /** {@return in which ways the folder can be opened} */
    public Ways ways() {
        return ways;
    }

    /** {@return how far it is} */
    public ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /** {@return what went wrong; null if nothing did} */
    public ReadOnlyObjectProperty<@Nullable KithException> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** {@return how many messages were read again from the logs, where the store has to be built} */
    public ReadOnlyLongProperty replayedProperty() {
        return replayed.getReadOnlyProperty();
    }

    private record Found(@Nullable Ways ways, boolean keyRing) {}
}
