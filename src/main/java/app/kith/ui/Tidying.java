package app.kith.ui;

import app.kith.desk.Compaction;
import app.kith.ui.work.Background;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks now and then whether the mail log is worth being made smaller, while no mail comes. Silent: nothing that anybody sees changes. */
final class Tidying implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Tidying.class);
    private static final Duration LOOK = Duration.ofMinutes(20);

    private final Compaction compaction;
    private final Background background;
    private final AtomicBoolean stopped = new AtomicBoolean();

    Tidying(Compaction compaction, Background background) {
        this.compaction = compaction;
        this.background = background;
    }

    /** Looks after a while, and again and again. JavaFX thread. */
    void begin() {
        background.later(LOOK, this, () -> {
            background.run("tidying", () -> compaction.whereWorth(stopped::get), result -> {
                if (result.files() > 0) {
                    LOG.info("The mail log had {} bytes and has {}", result.before(), result.after());
                }
            }, failure -> LOG.warn("The mail log could not be made smaller", failure));
            begin();
        });
    }

    /** Stops what is being done, soon. */
    @Override
    public void close() {
        stopped.set(true);
    }
}
