package app.kith.mail;

/**
 * One thing that a signature says about its author.
 *
 * @param kind what it is
 * @param value the value, cleaned of its label, otherwise as written; never empty
 * @param line the line that it was read from, as proof
 * @param confidence how sure the reading is, above 0 and at most 1: a label or an unmistakable form gives 0.9 and more, a place
 *     between other lines 0.6
 */
public record SignatureField(Kind kind, String value, String line, double confidence) {

    /** The things a signature can say. */
    public enum Kind {
        /** The author's name. */
        NAME,
        /** His position. */
        TITLE,
        /** Where in the company he works. */
        DEPARTMENT,
        /** Whom he works for. */
        COMPANY,
        /** A telephone that is not known to be a mobile one. */
        PHONE,
        /** A mobile telephone. */
        MOBILE,
        /** A fax. */
        FAX,
        /** A mail address. */
        EMAIL,
        /** A web page. */
        WEB,
        /** A postal address. */
        ADDRESS,
        /** An account of WeChat. */
        WECHAT,
        /** A number of QQ. */
        QQ,
        /** A number of WhatsApp. */
        WHATSAPP,
        /** An account of Skype. */
        SKYPE,
        /** An account of LINE. */
        LINE
    }
}
