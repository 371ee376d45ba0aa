package app.kith.store;

import app.kith.conversation.Wording;

/** The bits of a message's status in the store. */
public final class MessageStatus {
    /** The user sent it. */
    public static final int OUTGOING = 1;
    /** It lies in a folder, none of them trash, junk or drafts alone; or it did before the server dropped it. */
    public static final int VISIBLE = 2;
    /** No folder on any server holds it any more. */
    public static final int GONE = 4;
    /** No placement of it has been read. */
    public static final int UNREAD = 8;
    /** A placement of it is marked. */
    public static final int FLAGGED = 16;
    /** A placement of it was answered. */
    public static final int ANSWERED = 32;
    /** Written by a program: newsletters, notices, automatic answers, bounces. */
    public static final int AUTOMATIC = 64;
    /** It has an HTML body. */
    public static final int HTML = 128;

    /** Only its header is kept; the rest is on the server. */
    public static final int HEADER_ONLY = 256;

    /** Its words ask for something. */
    public static final int ASKS = 512;
    /** It offers something that wants an answer. */
    public static final int OFFERS = 1024;
    /** It says nothing but thanks or yes. */
    public static final int THANKS = 2048;

    static final int WORDING = ASKS | OFFERS | THANKS;

    private MessageStatus() {}

    static int of(Wording wording) {
        return (wording.asks() ? ASKS : 0) | (wording.offers() ? OFFERS : 0) | (wording.thanks() ? THANKS : 0);
    }

    static Wording wording(int status) {
        return new Wording(has(status, ASKS), has(status, OFFERS), has(status, THANKS));
    }

    static int with(int status, int bit, boolean on) {
        return on ? status | bit : status & ~bit;
    }

    static boolean has(int status, int bit) {
        return (status & bit) != 0;
    }
}
