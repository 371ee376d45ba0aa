package app.kith.exchange;

import java.util.Locale;
import java.util.Optional;

/** What a column of a table of activities and records is for. */
public enum EntryField {
    /** What it is: call, order … */
    KIND,
    /** The record's number. */
    NUMBER,
    /** When it happened; the day of a record. */
    DATE,
    /** The time of the day, where it has a column of its own. */
    TIME,
    /** When it ended, or when it is due. */
    UNTIL,
    /** Its short name. */
    TITLE,
    /** What was said. */
    TEXT,
    /** The amount. */
    AMOUNT,
    /** The currency of the amount. */
    CURRENCY,
    /** Where it stands. */
    STATE,
    /** Names of files that are kept with it; they lie in the table's folder or below. */
    FILES,
    /** E-mail address of the customer. */
    EMAIL,
    /** Phone of the customer. */
    PHONE,
    /** Name of the customer. */
    NAME,
    /** Company of the customer. */
    COMPANY,
    /** The number that the customer has in the file. */
    CUSTOMER_ID,
    /** Nothing: the column stays out. */
    LEFT_OUT;

    /** {@return the field as it is written: {@code customer-id}; {@code -} for what stays out} */
    public String spec() {
        return this == LEFT_OUT ? "-" : name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Reads a field.
     *
     * @param spec as {@link #spec} writes it
     * @return the field; empty for anything else
     */
    public static Optional<EntryField> of(String spec) {
        for (EntryField field : values()) {
            if (field.spec().equals(spec)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /** {@return whether it tells which customer is meant} */
    boolean isCustomer() {
        return this == EMAIL || this == PHONE || this == NAME || this == COMPANY || this == CUSTOMER_ID;
    }
}
