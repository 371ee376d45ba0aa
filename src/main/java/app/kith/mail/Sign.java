package app.kith.mail;

/**
 * What a message shows about itself beyond its text, with the evidence.
 *
 * @param kind what is shown
 * @param reason the header or words that show it, for example {@code List-Id: news.example.test}; never empty
 */
public record Sign(Kind kind, String reason) {

    /** The things a message can show. */
    public enum Kind {
        /** Sent to many at once by a program: newsletters, marketing, precedence bulk. */
        BULK,
        /** Went through a mailing list. */
        LIST,
        /** Written by a machine that reads no answer. */
        NO_REPLY,
        /** An automatic answer, out-of-office notes among them. */
        AUTO_REPLY,
        /** An automatic answer that says its author is away; such a message bears {@link #AUTO_REPLY} too. */
        OUT_OF_OFFICE,
        /** A delivery failure or delay notice. */
        BOUNCE,
        /** Carries an invitation or the answer to one. */
        INVITATION,
        /** Encrypted by S/MIME or OpenPGP; its text cannot be read here. */
        ENCRYPTED,
        /** Signed by S/MIME or OpenPGP. */
        SIGNED;

        /** {@return whether a message that shows this was written by a program, or is not meant for one person} */
        public boolean isAutomatic() {
            return switch (this) {
                case BULK, LIST, NO_REPLY, AUTO_REPLY, OUT_OF_OFFICE, BOUNCE -> true;
                case INVITATION, ENCRYPTED, SIGNED -> false;
            };
        }
    }
}
