package app.kith.ui.entries;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** From when on records are shown. */
public enum Period {
    /** All of them. */
    ALL,
    /** Those of this calendar year, and what is dated later. */
    YEAR,
    /** Those of the last 90 days, today among them, and what is dated later. */
    DAYS;

    private static final int MANY_DAYS = 90;

    /**
     * When it begins.
     *
     * @param clock what time it is, and where
     * @return the first instant of its first day; null where it has no beginning
     */
    @Nullable
    Instant since(Clock clock) {
        LocalDate today = LocalDate.now(clock);
        LocalDate first = switch (this) {
            case ALL -> null;
            case YEAR -> today.withDayOfYear(1);
            case DAYS -> today.minusDays(MANY_DAYS - 1);
        };
        return first == null ? null : first.atStartOfDay(clock.getZone()).toInstant();
    }
}
