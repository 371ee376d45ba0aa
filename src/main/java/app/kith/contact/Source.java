package app.kith.contact;

/**
 * Where a card came from.
 *
 * @param kind what kind of source
 * @param place which one: the account's address, the file's name, the address book's URL; empty for the hand
 */
public record Source(Kind kind, String place) {

    /** The kinds of sources. */
    public enum Kind {
        /** Typed by the user. */
        HAND,
        /** Read from the headers of mail. */
        MAIL,
        /** Read from a file. */
        FILE,
        /** Pulled from an address book on a server. */
        ADDRESS_BOOK
    }
}
