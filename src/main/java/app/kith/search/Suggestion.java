package app.kith.search;

/**
 * A way to go on with what is being typed.
 *
 * @param kind what is proposed
 * @param text what to show: {@code from:}, a person's name, a tag
 * @param from where in the typed line the part begins that it replaces
 * @param to where that part ends
 * @param replacement what to put there, with a blank behind it where the part is finished
 * @param contact number of the contact that is proposed; 0 for others
 */
public record Suggestion(Kind kind, String text, int from, int to, String replacement, long contact) {

    /** What can be proposed. */
    public enum Kind {
        /** A field of the query language. */
        FIELD,
        /** A value of a field, such as a stage or {@code unread}. */
        VALUE,
        /** A tag. */
        TAG,
        /** A customer. */
        CONTACT
    }
}
