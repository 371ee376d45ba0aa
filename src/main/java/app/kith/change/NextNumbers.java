package app.kith.change;

/**
 * The next free numbers of a store.
 *
 * @param account for the next account
 * @param contact for the next contact
 * @param card for the next card
 * @param message for the next message that arrives
 * @param operation for the next operation
 * @param entry for the next activity or business record
 */
public record NextNumbers(long account, long contact, long card, long message, long operation,
        long entry) {}
