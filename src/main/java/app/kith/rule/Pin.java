package app.kith.rule;

/** A mail that is pinned to a customer's file: a text in the ledger that holds the number of the customer. */
public final class Pin {
    /** How the keys begin; the number of the mail follows. */
    public static final String KEY = "pin/";

    private Pin() {}

    /**
     * The key of a mail.
     *
     * @param message its number
     * @return the key
     */
    public static String key(long message) {
        return KEY + message;
    }
}
