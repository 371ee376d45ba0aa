package app.kith.rule;

import app.kith.words.KithException;
import app.kith.words.Problem;
import java.util.Arrays;
import java.util.Locale;

/**
 * What a rule does. As text: {@code tag:VIP}, {@code stage:won}, {@code field:Region=North}, {@code follow-up:2:Send the quotation},
 * {@code pin}, {@code keep-in-touch:30}, {@code customer}, {@code mark-read}, {@code flag}, {@code move:Archive/2026}.
 *
 * @param kind what is done
 * @param value the tag, the stage, the field or the folder; empty for the other kinds
 * @param text what the field is to say, or what is to be done; may be empty
 * @param days in how many days, or every how many; 0 for the other kinds
 */
public record Then(Kind kind, String value, String text, int days) {

    /** What can be done. */
    public enum Kind {
        /** The customer gets a tag. */
        TAG,
        /** The customer stands at a stage. */
        STAGE,
        /** A field of the customer says something, where it says nothing yet. */
        FIELD,
        /** Something is to be done in so many days. */
        FOLLOW_UP,
        /** The mail is pinned to the customer's file. */
        PIN,
        /** There is to be a contact every so many days. */
        KEEP_IN_TOUCH,
        /** Who wrote the mail becomes a customer. */
        CUSTOMER,
        /** The mail is read; on the server too. */
        MARK_READ,
        /** The mail is marked; on the server too. */
        FLAG,
        /** The mail goes into another folder; on the server too. */
        MOVE;

        /** {@return its name as it is written} */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** {@return whether a server is told} */
        public boolean isOnServer() {
            return this == MARK_READ || this == FLAG || this == MOVE;
        }

        /** {@return whether it needs a mail} */
        public boolean isOfMail() {
            return isOnServer() || this == PIN || this == CUSTOMER;
        }
    }

    /** Takes off what does not belong to the kind. */
    public Then {
        boolean valued = kind == Kind.TAG || kind == Kind.STAGE || kind == Kind.FIELD || kind == Kind.MOVE;
        value = valued ? Part.line(value) : "";
        text = kind == Kind.FIELD || kind == Kind.FOLLOW_UP ? Part.line(text) : "";
        days = kind == Kind.FOLLOW_UP || kind == Kind.KEEP_IN_TOUCH ? Math.clamp(days, 0, 3660) : 0;
    }

    /**
     * Something that needs at most one thing said.
     *
     * @param kind what is done
     * @param value the tag, the stage or the folder; empty for others
     * @return it
     */
    public static Then of(Kind kind, String value) {
        return new Then(kind, value, "", 0);
    }

    /**
     * Something to be done.
     *
     * @param days in how many days
     * @param text what
     * @return it
     */
    public static Then followUp(int days, String text) {
        return new Then(Kind.FOLLOW_UP, "", text, days);
    }

    /**
     * Reads it.
     *
     * @param text as above
     * @return what is done
     * @throws KithException RULE_PART
     */
    public static Then parse(String text) {
        Part part = Part.of(text);
        Kind kind = Arrays.stream(Kind.values()).filter(one -> one.word().equals(part.word())).findFirst()
                .orElseThrow(() -> new KithException(Problem.RULE_PART, text));
        return switch (kind) {
            case TAG, STAGE, MOVE -> of(kind, part.needed(text));
            case FIELD -> {
                String[] sides = part.needed(text).split("=", 2);
                if (sides.length < 2 || sides[0].isBlank() || sides[1].isBlank()) {
                    throw new KithException(Problem.RULE_PART, text);
                }
                yield new Then(kind, sides[0], sides[1], 0);
            }
            case FOLLOW_UP -> {
                String[] sides = part.needed(text).split(":", 2);
                yield followUp(Part.days(sides[0], text), sides.length > 1 ? sides[1] : "");
            }
            case KEEP_IN_TOUCH -> new Then(kind, "", "", Part.days(part.rest(), text));
            case PIN, CUSTOMER, MARK_READ, FLAG -> of(kind, "");
        };
    }

    /** {@return the text that {@link #parse} reads} */
    public String written() {
        return kind.word() + switch (kind) {
            case TAG, STAGE, MOVE -> ":" + value;
            case FIELD -> ":" + value + "=" + text;
            case FOLLOW_UP -> ":" + days + (text.isEmpty() ? "" : ":" + text);
            case KEEP_IN_TOUCH -> ":" + days;
            case PIN, CUSTOMER, MARK_READ, FLAG -> "";
        };
    }
}
