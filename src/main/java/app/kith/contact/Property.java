package app.kith.contact;

/** The properties a card can have, named as in vCard (RFC 6350) where vCard has them. */
public enum Property {
    /** Formatted name (FN). */
    NAME,
    /** E-mail address (EMAIL). */
    EMAIL,
    /** Telephone (TEL). */
    PHONE,
    /** Company (ORG). */
    COMPANY,
    /** Position (TITLE). */
    TITLE,
    /** Postal address (ADR). */
    ADDRESS,
    /** Web page (URL). */
    URL,
    /** Free text (NOTE). */
    NOTE
}
