package app.kith.rule;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a rule is about in one case: a mail, or something that happened to a customer once.
 *
 * @param message number of the mail; 0 where it is none
 * @param contact number of the customer; 0 for a mail
 * @param once what happened: the number of a change set, or a day; empty for a mail
 */
public record Subject(long message, long contact, String once) {
    private static final Pattern FORM = Pattern.compile("m([0-9]{1,18})|c([0-9]{1,18})@([0-9-]{1,12})");

    /**
     * A mail.
     *
     * @param message its number
     * @return the subject
     */
    public static Subject mail(long message) {
        return new Subject(message, 0, "");
    }

    /** {@return how it is written in keys} */
    public String text() {
        return message != 0 ? "m" + message : "c" + contact + "@" + once;
    }

    /**
     * Reads one.
     *
     * @param text as {@link #text} writes it
     * @return the subject; empty where it is none
     */
    public static Optional<Subject> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        return Optional.of(form.group(1) != null
                ? mail(Long.parseLong(form.group(1)))
                : new Subject(0, Long.parseLong(form.group(2)), form.group(3)));
    }
}
