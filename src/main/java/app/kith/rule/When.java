package app.kith.rule;

import app.kith.words.KithException;
import app.kith.words.Problem;
import java.util.Arrays;
import java.util.Locale;

/**
 * What sets a rule off. As text: {@code mail-in}, {@code mail-out}, {@code customer-added}, {@code changed:stage=won},
 * {@code changed:tag}, {@code after-contact:90}, {@code before:birthday:7}.
 *
 * @param kind what happens
 * @param field which field changes, or holds the day; empty for the other kinds
 * @param value to what it changes; empty for anything, and for the other kinds
 * @param days how many days after the last contact, or before the day; 0 for the other kinds
 */
public record When(Kind kind, String field, String value, int days) {
    private static final int MOST_DAYS = 3660;

    /** What can happen. */
    public enum Kind {
        /** A mail came in. */
        MAIL_IN,
        /** A mail went out. */
        MAIL_OUT,
        /** A customer was entered, by whomever. */
        CUSTOMER_ADDED,
        /** A field, the stage or a tag of a customer got another value. */
        CHANGED,
        /** So many days went by after the last contact. */
        AFTER_CONTACT,
        /** So many days are left before a day that a field names. */
        BEFORE;

        /** {@return its name as it is written} */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** {@return whether it is about a mail} */
        public boolean isMail() {
            return this == MAIL_IN || this == MAIL_OUT;
        }

        /** {@return whether a day sets it off and nobody's act} */
        public boolean isDay() {
            return this == AFTER_CONTACT || this == BEFORE;
        }
    }

    /** Takes off what does not belong to the kind. */
    public When {
        field = kind == Kind.CHANGED || kind == Kind.BEFORE ? Part.line(field) : "";
        value = kind == Kind.CHANGED ? Part.line(value) : "";
        days = kind.isDay() ? Math.clamp(days, 0, MOST_DAYS) : 0;
    }

    /**
     * Something that needs nothing said beside it.
     *
     * @param kind what happens
     * @return it
     */
    public static When of(Kind kind) {
        return new When(kind, "", "", 0);
    }

    /**
     * Reads it.
     *
     * @param text as above
     * @return what sets the rule off
     * @throws KithException RULE_PART
     */
    public static When parse(String text) {
        Part part = Part.of(text);
        Kind kind = Arrays.stream(Kind.values()).filter(one -> one.word().equals(part.word())).findFirst()
                .orElseThrow(() -> new KithException(Problem.RULE_PART, text));
        return switch (kind) {
            case MAIL_IN, MAIL_OUT, CUSTOMER_ADDED -> of(kind);
            case CHANGED -> {
                String[] sides = part.needed(text).split("=", 2);
                yield new When(kind, sides[0], sides.length > 1 ? sides[1] : "", 0);
            }
            case AFTER_CONTACT -> new When(kind, "", "", Part.days(part.rest(), text));
            case BEFORE -> {
                int colon = part.needed(text).lastIndexOf(':');
                yield new When(kind, colon < 0 ? part.rest() : part.rest().substring(0, colon), "",
                        colon < 0 ? 0 : Part.days(part.rest().substring(colon + 1), text));
            }
        };
    }

    /** {@return the text that {@link #parse} reads} */
    public String text() {
        return kind.word() + switch (kind) {
            case MAIL_IN, MAIL_OUT, CUSTOMER_ADDED -> "";
            case CHANGED -> ":" + field + (value.isEmpty() ? "" : "=" + value);
            case AFTER_CONTACT -> ":" + days;
            case BEFORE -> ":" + field + ":" + days;
        };
    }
}
