package app.kith.ui.sync;

import app.kith.store.ArrivedMail;
import app.kith.store.ArrivedMail.Arrived;
import app.kith.store.StoreChange;
import app.kith.ui.work.Background;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tells when customers have written: once for all that comes within some seconds, and nothing of mail that is old, as a first pull brings
 * it. JavaFX thread only.
 */
public final class NewMail {
    private static final Duration TOGETHER = Duration.ofSeconds(5);
    private static final Duration NEW = Duration.ofDays(1);

    private final ArrivedMail arrived;
    private final Background background;
    private final Clock clock;
    private long last = Long.MAX_VALUE;
    private Consumer<List<String>> told = _ -> {};

    /**
     * Makes it; it tells nothing before {@link #begin}.
     *
     * @param arrived the queries
     * @param background where they are made
     * @param clock what time it is
     */
    public NewMail(ArrivedMail arrived, Background background, Clock clock) {
        this.arrived = arrived;
        this.background = background;
        this.clock = clock;
    }

    /** Begins: what is there already is not new. */
    public void begin() {
        background.run("new-mail-begin", arrived::last, now -> last = now, _ -> {});
    }

    /**
     * Says who is told.
     *
     * @param names takes the names of those who wrote, each once, the last first
     */
    public void setOnArrived(Consumer<List<String>> names) {
        told = names;
    }

    /**
     * Takes note of what changed.
     *
     * @param change the change
     */
    public void changed(StoreChange change) {
        if (!change.folders().isEmpty() && last != Long.MAX_VALUE) {
            background.later(TOGETHER, this, this::look);
        }
    }

    private void look() {
        background.run("new-mail", () -> arrived.after(last, clock.instant().minus(NEW)), this::tell, _ -> {});
    }

    private void tell(List<Arrived> mails) {
        if (!mails.isEmpty()) {
            last = mails.getLast().message();
            told.accept(mails.reversed().stream().map(Arrived::name).distinct().toList());
        }
    }
}
