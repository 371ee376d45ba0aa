package app.kith.rule;

import app.kith.words.KithException;
import app.kith.words.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What must hold for a rule to do something. As text: {@code known}, {@code not-known}, {@code attachment}, {@code text:合同, contract},
 * {@code query:from:wang has:pdf}, {@code stage:won} …
 *
 * @param kind what is asked
 * @param not whether it must not hold
 * @param value with what; empty for kinds that need nothing
 */
public record Condition(Kind kind, boolean not, String value) {
    private static final Pattern COMMA = Pattern.compile("\\s*[,，、;；]\\s*");
    private static final String NOT = "not-";

    /** What can be asked. */
    public enum Kind {
        /** The mail, or the customer, is found by a line in the language of the search box. */
        QUERY(true, false),
        /** Subject or text hold one of some words. */
        TEXT(true, true),
        /** The mail has a file with it. */
        ATTACHMENT(false, true),
        /** An amount of money is named. */
        AMOUNT(false, true),
        /** A contract or an order is named. */
        CONTRACT(false, true),
        /** An amount or a contract is named. */
        DEAL(false, true),
        /** A quotation or a price list is named. */
        QUOTATION(false, true),
        /** Something is complained of. */
        COMPLAINT(false, true),
        /** Its words ask for something. */
        ASKS(false, true),
        /** Whom the mail was exchanged with is a customer. */
        KNOWN(false, true),
        /** A program wrote it: a newsletter, a notice. */
        AUTOMATIC(false, true),
        /** It lies in an account of this address. */
        ACCOUNT(true, true),
        /** It lies in a folder of this name. */
        FOLDER(true, true),
        /** The customer stands at this stage. */
        STAGE(true, false),
        /** The customer has this tag. */
        TAG(true, false),
        /** A field of the customer has a value: {@code Region=North}, {@code Volume>=1000}, {@code Region=*}. */
        FIELD(true, false);

        private final boolean valued;
        private final boolean mail;

        Kind(boolean valued, boolean mail) {
            this.valued = valued;
            this.mail = mail;
        }

        /** {@return its name as it is written} */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** {@return whether it needs a value} */
        public boolean isValued() {
            return valued;
        }

        /** {@return whether it can be asked of mails only} */
        public boolean isOfMail() {
            return mail;
        }
    }

    /** Takes off what does not belong to the kind. */
    public Condition {
        value = kind.valued ? Part.line(value) : "";
    }

    /**
     * Something that is to hold.
     *
     * @param kind what is asked
     * @param value with what
     * @return the condition
     */
    public static Condition of(Kind kind, String value) {
        return new Condition(kind, false, value);
    }

    /**
     * Reads it.
     *
     * @param text as above
     * @return the condition
     * @throws KithException RULE_PART
     */
    public static Condition parse(String text) {
        Part part = Part.of(text);
        boolean not = part.word().startsWith(NOT);
        String word = not ? part.word().substring(NOT.length()) : part.word();
        Kind kind = Arrays.stream(Kind.values()).filter(one -> one.word().equals(word)).findFirst()
                .orElseThrow(() -> new KithException(Problem.RULE_PART, text));
        if (kind.valued) {
            part.needed(text);
        }
        return new Condition(kind, not, part.rest());
    }

    /** {@return the text that {@link #parse} reads} */
    public String text() {
        return (not ? NOT : "") + kind.word() + (kind.valued ? ":" + value : "");
    }

    /** {@return the words of a {@link Kind#TEXT}, of which one is enough; never empty ones} */
    public List<String> words() {
        return Arrays.stream(COMMA.split(value, -1)).filter(word -> !word.isBlank()).toList();
    }
}
