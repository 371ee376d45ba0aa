package app.kith.contact;

/**
 * The properties a card can have, named as in vCard (RFC 6350, RFC 2426) where vCard has them. The names stand in the ledger and are
 * kept for ever.
 */
public enum Property {
    /** What the card is about (KIND): {@code company}; a person where it is not given. */
    KIND(false),
    /** Formatted name (FN). */
    NAME(false),
    /** Family name (N). */
    FAMILY_NAME(false),
    /** Given name (N). */
    GIVEN_NAME(false),
    /** Further given names (N). */
    MIDDLE_NAME(false),
    /** What stands before a name, such as Dr. (N). */
    PREFIX(false),
    /** What stands behind a name, such as Jr. (N). */
    SUFFIX(false),
    /** Nickname (NICKNAME). */
    NICKNAME(false),
    /** How a letter to the contact begins. */
    SALUTATION(false),
    /** How a name is read: pinyin, yomi (X-PHONETIC-…); the label says which name: {@code family}, {@code given}, {@code company}. */
    PHONETIC(false),
    /** E-mail address (EMAIL). */
    EMAIL(true),
    /** Telephone (TEL); label {@code mobile}, {@code work}, {@code home}, {@code fax}, {@code pager} …. */
    PHONE(true),
    /** A handle in a chat network (IMPP); the label is the network: {@code wechat}, {@code qq}, {@code whatsapp}, {@code linkedin} …. */
    CHAT(true),
    /** Company (ORG). */
    COMPANY(false),
    /** Part of the company (ORG). */
    DEPARTMENT(false),
    /** Position (TITLE). */
    TITLE(false),
    /** What the contact does there (ROLE). */
    ROLE(false),
    /** Postal address (ADR), as free text or as {@link PostalAddress} writes it. */
    ADDRESS(true),
    /** Web page (URL). */
    URL(true),
    /** A mail domain that belongs to the company. */
    DOMAIN(true),
    /** Birthday (BDAY): ISO 8601, {@code --MM-DD} where the year is not known. */
    BIRTHDAY(false),
    /** Another day to remember (ANNIVERSARY); the label says which. */
    ANNIVERSARY(true),
    /** Gender (GENDER). */
    GENDER(false),
    /** Language (LANG). */
    LANGUAGE(false),
    /** How the contact likes to be reached: {@code email}, {@code phone}, {@code wechat} …. */
    CHANNEL(false),
    /** Another person in a relation to the contact (RELATED); the label is the relation, such as {@code manager}. */
    RELATION(true),
    /** Tag (CATEGORIES). */
    TAG(true),
    /** Where the contact stands in the user's sales. */
    STAGE(false),
    /** How important the contact is. */
    GRADE(false),
    /** How the user came to the contact. */
    ORIGIN(false),
    /** Line of business. */
    INDUSTRY(false),
    /** Tax number or unified social credit code of a company. */
    TAX_ID(false),
    /** Number of an identity card or passport; the label says of which. */
    ID_NUMBER(true),
    /** Bank account or card; the label says which. */
    BANK_ACCOUNT(true),
    /** The number that the source gives the contact (UID); the label is the source's kind. */
    EXTERNAL_ID(true),
    /** Picture (PHOTO): a URL, or a data URL. */
    PHOTO(false),
    /** Free text (NOTE). */
    NOTE(true),
    /** A field of the user's own or one that only the source knows; the label is its name. */
    OWN(true),
    /** A line of a vCard that Kith does not know, kept to be written back; the label is its name with its parameters. */
    OTHER(true);

    private final boolean many;

    Property(boolean many) {
        this.many = many;
    }

    /** {@return whether a contact can well have several of it; of the others the best one shows} */
    public boolean isMany() {
        return many;
    }

    /** {@return whether the label is part of what is said: the same text under two labels says two things} */
    public boolean isLabelled() {
        return this == OWN || this == RELATION || this == ANNIVERSARY;
    }

    /** {@return whether it can be shown as text: a picture is none, and some is said to programs alone} */
    public boolean isText() {
        return this != KIND && this != PHOTO && this != OTHER;
    }

    /** {@return whether it is shown and given away only with care} */
    public boolean isSensitive() {
        return this == ID_NUMBER || this == BANK_ACCOUNT;
    }

    /** {@return whether it is part of a person's name} */
    public boolean isName() {
        return this == NAME || this == FAMILY_NAME || this == GIVEN_NAME || this == MIDDLE_NAME || this == PREFIX
                || this == SUFFIX;
    }
}
