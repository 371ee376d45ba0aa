package app.kith.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** When people write: in the daytime, on weekdays, answers within hours or days. */
final class OfficeHours {
    private OfficeHours() {}

    /** {@return that time or the next one at which somebody with that clock is at the desk} */
    static Instant next(Instant time, ZoneOffset clock, Dice dice) {
        OffsetDateTime local = time.atOffset(clock);
        if (local.getHour() >= 19) {
            local = local.plusDays(1).withHour(8).withMinute(dice.between(5, 59));
        } else if (local.getHour() < 8) {
            local = local.withHour(8).withMinute(dice.between(5, 59));
        }
        if (local.getDayOfWeek() == DayOfWeek.SATURDAY) {
            local = local.plusDays(2);
        } else if (local.getDayOfWeek() == DayOfWeek.SUNDAY) {
            local = local.plusDays(1);
        }
        return local.withSecond(dice.below(60)).withNano(0).toInstant();
    }

    /** {@return that time or the last one before at which somebody with that clock was at the desk} */
    static Instant previous(Instant time, ZoneOffset clock, Dice dice) {
        OffsetDateTime local = time.atOffset(clock);
        if (local.getHour() < 8) {
            local = local.minusDays(1).withHour(18).withMinute(dice.between(0, 55));
        } else if (local.getHour() >= 19) {
            local = local.withHour(18).withMinute(dice.between(0, 55));
        }
        int weekend = local.getDayOfWeek().getValue() - DayOfWeek.FRIDAY.getValue();
        return local.minusDays(Math.max(0, weekend)).withSecond(dice.below(60)).withNano(0).toInstant();
    }

    /** {@return seconds until an answer is written} */
    static long pause(Dice dice) {
        double kind = dice.unit();
        if (kind < 0.4) {
            return dice.between(15 * 60, 6 * 3600);
        }
        return kind < 0.85 ? dice.between(14 * 3600, 50 * 3600) : dice.between(3 * 86_400, 10 * 86_400);
    }
}
