package app.kith.ui.record;

import app.kith.contact.Entry;
import app.kith.contact.Entry.Kind;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.Locale;

/** How activities and records look wherever they are listed. */
public final class EntryLook {
    private EntryLook() {}

    /**
     * Whether it is said how long something took.
     *
     * @param entry an activity or a record
     * @return whether it is a call or a meeting of which the end is known
     */
    static boolean hasLength(Entry entry) {
        return (entry.kind() == Kind.CALL || entry.kind() == Kind.MEETING) && entry.until() != null
                && entry.until().isAfter(entry.at());
    }

    /**
     * How long something took.
     *
     * @param entry a call or a meeting
     * @return minutes; 0 where it is not said
     */
    static long minutes(Entry entry) {
        return entry.until() == null ? 0 : Duration.between(entry.at(), entry.until()).toMinutes();
    }

    /**
     * The amount of a record with its currency.
     *
     * @param entry the record
     * @param language how numbers are written
     * @return the amount; empty where there is none
     */
    public static String amount(Entry entry, Locale language) {
        return entry.amount() == null ? "" : amount(entry.amount(), entry.currency(), language);
    }

    /**
     * An amount with its currency.
     *
     * @param amount the amount
     * @param currency ISO 4217 code; empty where none is said
     * @param language how numbers are written
     * @return both
     */
    public static String amount(BigDecimal amount, String currency, Locale language) {
        NumberFormat numbers = NumberFormat.getNumberInstance(language);
        numbers.setMinimumFractionDigits(Math.max(0, Math.min(4, amount.scale())));
        return (numbers.format(amount) + " " + currency).strip();
    }

    /**
     * The sign of a kind.
     *
     * @param kind the kind
     * @return the name of the icon
     */
    public static String icon(Kind kind) {
        return switch (kind) {
            case CALL -> "fth-phone";
            case MEETING -> "fth-users";
            case NOTE -> "fth-edit-2";
            case TASK -> "fth-check-square";
            case QUOTATION -> "fth-tag";
            case ORDER -> "fth-shopping-cart";
            case CONTRACT -> "fth-file-text";
            case CASE -> "fth-life-buoy";
        };
    }
}
