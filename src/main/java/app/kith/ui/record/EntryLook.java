package app.kith.ui.record;

import app.kith.contact.Entry;
import app.kith.contact.Entry.Kind;
import java.text.NumberFormat;
import java.util.Locale;

/** How activities and records look wherever they are listed. */
public final class EntryLook {
    private EntryLook() {}

    /**
     * The amount of a record with its currency.
     *
     * @param entry the record
     * @param language how numbers are written
     * @return the amount; empty where there is none
     */
    public static String amount(Entry entry, Locale language) {
        if (entry.amount() == null) {
            return "";
        }
        NumberFormat numbers = NumberFormat.getNumberInstance(language);
        numbers.setMinimumFractionDigits(Math.max(0, Math.min(4, entry.amount().scale())));
        return (numbers.format(entry.amount()) + " " + entry.currency()).strip();
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
