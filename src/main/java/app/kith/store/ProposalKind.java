package app.kith.store;

/** What can be proposed from mail. The names stand in the tables and in what the command line prints. */
public enum ProposalKind {
    /** A correspondent who is no customer yet. */
    PERSON,
    /** An address of an office and not of a person, such as info@. */
    ROLE,
    /** Something that a customer's own signature says and no card does. */
    FACT,
    /** An address of a customer that mail does not reach any more. */
    BOUNCE,
    /** A new address that a customer tells in a mail from an address of his. */
    MOVED
}
