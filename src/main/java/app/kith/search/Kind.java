package app.kith.search;

import java.util.Locale;

/** What can be found. */
public enum Kind {
    /** A customer who is a person. */
    PERSON,
    /** A customer that is a company. */
    COMPANY,
    /** A mail. */
    MAIL,
    /** A file that came with a mail. */
    FILE,
    /** A call, a meeting, a note or a task. */
    NOTE,
    /** A quotation, an order, a contract or a service case. */
    RECORD;

    /** {@return the kind in one lower-case word, as the command line writes it} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return whether it is a customer} */
    boolean isContact() {
        return this == PERSON || this == COMPANY;
    }

    /** {@return whether it came by mail} */
    boolean isMail() {
        return this == MAIL || this == FILE;
    }
}
