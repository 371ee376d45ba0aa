package app.kith.match;

/** What a column or property says, as far as comparing goes. */
public enum Kind {
    /** A person's whole name. */
    FULL_NAME,
    /** A person's family name. */
    FAMILY_NAME,
    /** A person's given name or names. */
    GIVEN_NAME,
    /** What follows a name: Jr, Sr, III. */
    SUFFIX,
    /** The name of what the records stand for where these are no people: a company, a shop, a site. */
    ENTITY_NAME,
    /** A mail address. */
    EMAIL,
    /** A telephone number. */
    PHONE,
    /** Whom a person works for. */
    COMPANY,
    /** What a person does there. */
    TITLE,
    /** A whole postal address in one text, or a street with its number, or a part of these. */
    ADDRESS,
    /** City, town, suburb. */
    PLACE,
    /** State or province. */
    REGION,
    /** Postal code. */
    POSTCODE,
    /** Date of birth. */
    BIRTHDAY,
    /** Sex. */
    SEX,
    /** A number that one person or company alone has: passport, tax number, social security. */
    IDENTITY,
    /** Free text in which telephone numbers and mail addresses are found; the rest of it is compared like any text. */
    NOTES,
    /** Anything else. */
    TEXT,
    /** What must not be compared. */
    IGNORED
}
