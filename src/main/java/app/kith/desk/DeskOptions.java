package app.kith.desk;

import app.kith.vault.Argon2;
import app.kith.vault.KeyRing;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * How to open a data folder.
 *
 * @param home the data folder; made if it is not there
 * @param passphrase the user's words; null to ask the key store of the operating system
 * @param keyRing the key store of the operating system
 * @param cost how dear it is to try a passphrase, where the folder is new
 * @param rebuild whether to build the store anew from the logs
 * @param progress told how many messages were applied, where the store has to be brought up
 * @param clock what time it is
 */
public record DeskOptions(Path home, char @Nullable [] passphrase, KeyRing keyRing, Argon2 cost, boolean rebuild,
        LongConsumer progress, Clock clock) {

    /**
     * The usual way to open a folder.
     *
     * @param home the data folder
     * @param passphrase the user's words; null to ask the key store
     * @param keyRing the key store of the operating system
     * @return the options
     */
    public static DeskOptions of(Path home, char @Nullable [] passphrase, KeyRing keyRing) {
        return new DeskOptions(home, passphrase, keyRing, Argon2.STRONG, false, _ -> {}, Clock.systemUTC());
    }

    /** {@return the same, but with the store built anew from the logs} */
    public DeskOptions rebuilding() {
        return new DeskOptions(home, passphrase, keyRing, cost, true, progress, clock);
    }

    /**
     * The same with a listener.
     *
     * @param listener told how many messages were applied
     * @return the options
     */
    public DeskOptions telling(LongConsumer listener) {
        return new DeskOptions(home, passphrase, keyRing, cost, rebuild, listener, clock);
    }

    /**
     * The same with a passphrase.
     *
     * @param words the user's words, or the recovery code; null to ask the key store
     * @return the options
     */
    public DeskOptions with(char @Nullable [] words) {
        return new DeskOptions(home, words, keyRing, cost, rebuild, progress, clock);
    }

    /**
     * The same with another key store.
     *
     * @param other the key store
     * @return the options
     */
    public DeskOptions with(KeyRing other) {
        return new DeskOptions(home, passphrase, other, cost, rebuild, progress, clock);
    }

    /**
     * The same for another data folder.
     *
     * @param other the data folder
     * @return the options
     */
    public DeskOptions in(Path other) {
        return new DeskOptions(other, passphrase, keyRing, cost, rebuild, progress, clock);
    }

    /**
     * The same with another cost.
     *
     * @param other how dear it is to try a passphrase
     * @return the options
     */
    public DeskOptions costing(Argon2 other) {
        return new DeskOptions(home, passphrase, keyRing, other, rebuild, progress, clock);
    }

    /**
     * The same with another clock.
     *
     * @param other what time it is
     * @return the options
     */
    public DeskOptions at(Clock other) {
        return new DeskOptions(home, passphrase, keyRing, cost, rebuild, progress, other);
    }
}
