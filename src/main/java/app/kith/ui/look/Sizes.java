package app.kith.ui.look;

import java.text.NumberFormat;
import java.util.Locale;

/** Amounts of bytes as people write them, in powers of ten. */
public final class Sizes {
    private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB"};

    private Sizes() {}

    /**
     * Writes an amount with two or three digits and its unit.
     *
     * @param bytes the amount, not negative
     * @param locale how numbers are written
     * @return for example 1.4 MB
     */
    public static String of(long bytes, Locale locale) {
        double amount = bytes;
        int unit = 0;
        while (amount >= 999.5 && unit < UNITS.length - 1) {
            amount /= 1000;
            unit++;
        }
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(unit > 0 && amount < 9.95 ? 1 : 0);
        return format.format(amount) + " " + UNITS[unit];
    }
}
