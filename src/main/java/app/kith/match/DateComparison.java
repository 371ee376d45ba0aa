package app.kith.match;

import app.kith.contact.DateForm;
import org.jspecify.annotations.Nullable;

/** Compares dates: typing errors, day and month swapped, parts that agree. */
final class DateComparison {
    private DateComparison() {}

    static void grade(@Nullable DateForm a, @Nullable DateForm b, Frequencies frequencies, Grades out, int field) {
        if (a == null || b == null) {
            out.set(field, Level.MISSING);
            return;
        }
        Level level = level(a, b);
        out.set(field, level, level == Level.EQUAL ? frequencies.bits(Frequencies.BIRTHDAY, a.digits()) : 0);
    }

    static Level level(DateForm a, DateForm b) {
        if (a.equals(b)) {
            return Level.EQUAL;
        }
        boolean year = a.year() == b.year();
        boolean month = a.month() == b.month();
        boolean day = a.day() == b.day();
        if (year && (a.month() == 0 || b.month() == 0)) {
            return Level.NEAR;
        }
        if (year && a.month() == b.day() && a.day() == b.month()) {
            return Level.SWAPPED;
        }
        if (Distance.typing(a.digits(), b.digits(), 1) <= 1) {
            return Level.TYPO;
        }
        int equal = (year ? 1 : 0) + (month ? 1 : 0) + (day ? 1 : 0);
        if (equal == 2) {
            return Level.NEAR;
        }
        boolean close = Math.abs(a.year() - b.year()) <= 1 && Math.abs(a.month() - b.month()) <= 1;
        return equal == 1 && (year || close) || close && Math.abs(a.day() - b.day()) <= 2
                ? Level.SOME
                : Level.DIFFERENT;
    }
}
