package app.kith.contact;

import java.text.Normalizer;
import java.util.Locale;

/** The form of a value in which two spellings of the same are equal. It stands beside the raw text and never instead of it. */
public final class NormalForm {
    private NormalForm() {}

    /**
     * Brings a value into its normal form.
     *
     * @param property which property it is of
     * @param raw the value as it was written
     * @return the normal form; empty for a blank value
     */
    public static String of(Property property, String raw) {
        return switch (property) {
            case EMAIL -> EmailAddress.of(raw).normal();
            case PHONE -> PhoneNumber.of(raw).normal();
            case DOMAIN -> domain(raw);
            case NOTE, PHOTO, OTHER -> raw.strip();
            default -> folded(raw);
        };
    }

    /** The domain alone, where somebody wrote the address of the web page or of a mailbox there. */
    private static String domain(String raw) {
        String host = folded(raw).replaceFirst("^\\w+://", "").replaceFirst("^.*@", "").replaceFirst("[/?#:].*$", "")
                .replaceFirst("^www\\.(?=.+\\.)", "");
        return EmailAddress.of("a@" + host).domain();
    }

    /**
     * Folds what does not distinguish words: compatibility characters (full width), case, and runs of blanks.
     *
     * @param text any text
     * @return its folded form
     */
    public static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
