package app.kith.ui.guard;

import app.kith.desk.Protection;
import app.kith.ui.work.Background;
import app.kith.words.KithException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Opens the locked window again. After some wrong tries each has to wait, twice as long as the one before. JavaFX thread only. */
public final class LockModel {
    private static final int FREE = 3;
    private static final int LONGEST_DOUBLINGS = 6;

    private final Protection protection;
    private final Background background;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Told> told = new ReadOnlyObjectWrapper<>(this, "told", Told.NOTHING);
    private int wrong;
    private boolean trying;
    private Instant notBefore = Instant.EPOCH;

    /**
     * What came of the last try.
     *
     * @param wrong how many were wrong in a row
     * @param failure what could not be read; null for nothing
     */
    public record Told(int wrong, @Nullable KithException failure) {
        static final Told NOTHING = new Told(0, null);
    }

    /**
     * Makes the model.
     *
     * @param protection tells whether words open the data
     * @param background where they are tried
     * @param clock what time it is
     */
    public LockModel(Protection protection, Background background, Clock clock) {
        this.protection = protection;
        this.background = background;
        this.clock = clock;
    }

    /** {@return what came of the last try} */
    public ReadOnlyObjectProperty<Told> toldProperty() {
        return told.getReadOnlyProperty();
    }

    /** {@return how long the next try has to wait; zero for not at all} */
    public Duration pause() {
        Duration left = Duration.between(clock.instant(), notBefore);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /**
     * Tries words, unless the time has not come or others are being tried.
     *
     * @param words the passphrase or the recovery code
     * @param opened what is done if they are right
     */
    public void open(char[] words, Runnable opened) {
        if (trying || !pause().isZero()) {
            return;
        }
        trying = true;
        background.run("unlock", () -> protection.opens(words), right -> {
            trying = false;
            if (right) {
                wrong = 0;
                told.set(Told.NOTHING);
                opened.run();
            } else {
                wrong++;
                notBefore = clock.instant().plus(rest(wrong));
                told.set(new Told(wrong, null));
            }
        }, failure -> {
            trying = false;
            told.set(new Told(wrong, failure));
        });
    }

    /** Nothing for the first ones, then 2, 4, 8 … up to 64 seconds. */
    private static Duration rest(int wrong) {
        return wrong < FREE ? Duration.ZERO : Duration.ofSeconds(1L << Math.min(LONGEST_DOUBLINGS, wrong - FREE + 1));
    }
}
