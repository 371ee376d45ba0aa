package app.kith.desk;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When backups are made by themselves while the program runs, and where they go.
 *
 * @param every how often
 * @param folder the folder that the user chose; null for the usual one beside the data folder
 */
public record BackupPlan(Every every, @Nullable Path folder) {
    /** What a new data folder has. */
    public static final BackupPlan USUAL = new BackupPlan(Every.HAND, null);

    /** How often. */
    public enum Every {
        /** Only when the user says so. */
        HAND(Duration.ZERO),
        /** Once a day. */
        DAILY(Duration.ofDays(1)),
        /** Once a week. */
        WEEKLY(Duration.ofDays(7));

        private final Duration pause;

        Every(Duration pause) {
            this.pause = pause;
        }
    }

    /**
     * Whether one is to be made now.
     *
     * @param last when the last one was made; null if none ever was
     * @param now what time it is
     * @return whether its time has come
     */
    public boolean isDue(@Nullable Instant last, Instant now) {
        return every != Every.HAND && (last == null || !last.plus(every.pause).isAfter(now));
    }
}
