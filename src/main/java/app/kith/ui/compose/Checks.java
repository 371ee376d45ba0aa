package app.kith.ui.compose;

import app.kith.compose.Draft;
import app.kith.compose.DraftFile;
import app.kith.compose.Template;
import app.kith.contact.EmailAddress;
import app.kith.mail.Mailbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a writer would rather know before a letter goes. */
final class Checks {
    /** What many servers take where nothing is known of this one. */
    static final long USUAL_LIMIT = 25_000_000;

    private static final Pattern ATTACHED = Pattern.compile(
            "\\b(attached|attachment|attachments|attaching|enclosed|enclose)\\b|附件|随信附上|随函附上|附上",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTED = Pattern.compile("(?m)^>.*$");

    private Checks() {}

    /**
     * Something to say of a letter.
     *
     * @param kind what
     * @param details of it, for the words
     */
    record Remark(Kind kind, List<Object> details) {
        Remark(Kind kind, Object... details) {
            this(kind, List.of(details));
        }

        /** {@return the key of its sentence} */
        String key() {
            return "write.check." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What there is to say. */
    enum Kind {
        /** Nobody gets it. */
        NOBODY(true),
        /** Something among the recipients is no address. */
        NO_ADDRESS(true),
        /** It has neither subject nor text nor files. */
        EMPTY(true),
        /** A file is spoken of, and none goes along. */
        NO_FILE(false),
        /** It has no subject. */
        NO_SUBJECT(false),
        /** A field of a template was not filled in. */
        OPEN_FIELD(false),
        /** It is larger than the server said it takes. */
        TOO_LARGE(false),
        /** It is larger than most servers take. */
        LARGE(false);

        private final boolean stops;

        Kind(boolean stops) {
            this.stops = stops;
        }

        /** {@return whether it cannot be sent so} */
        boolean stops() {
            return stops;
        }
    }

    /**
     * Looks through a letter.
     *
     * @param draft the letter
     * @param own its text without what is quoted below
     * @param limit the bytes that its server takes; 0 where that is not known
     * @return what there is to say, what stops it first
     */
    static List<Remark> of(Draft draft, String own, long limit) {
        List<Remark> remarks = new ArrayList<>();
        if (draft.people().isEmpty()) {
            remarks.add(new Remark(Kind.NOBODY));
        }
        draft.people().stream().map(Mailbox::address).filter(address -> !EmailAddress.of(address).isComplete())
                .findFirst().ifPresent(address -> remarks.add(new Remark(Kind.NO_ADDRESS, address)));
        boolean empty = draft.subject().isBlank() && draft.text().isBlank() && draft.files().isEmpty();
        if (empty) {
            remarks.add(new Remark(Kind.EMPTY));
        } else if (draft.subject().isBlank()) {
            remarks.add(new Remark(Kind.NO_SUBJECT));
        }
        remarks.addAll(beside(draft, own, limit));
        return remarks;
    }

    /** What is shown while the letter is still being written: of its files, and of fields left open. */
    static List<Remark> beside(Draft draft, String own, long limit) {
        List<Remark> remarks = new ArrayList<>();
        if (draft.files().isEmpty() && ATTACHED.matcher(QUOTED.matcher(own).replaceAll("")).find()) {
            remarks.add(new Remark(Kind.NO_FILE));
        }
        List<String> open = Template.open(own + draft.subject());
        if (!open.isEmpty()) {
            remarks.add(new Remark(Kind.OPEN_FIELD, String.join(" ", open)));
        }
        long size = size(draft);
        if (limit > 0 && size > limit) {
            remarks.add(new Remark(Kind.TOO_LARGE, size, limit));
        } else if (limit == 0 && size > USUAL_LIMIT) {
            remarks.add(new Remark(Kind.LARGE, size));
        }
        return remarks;
    }

    /** About how many bytes the message will have: files grow by a third and line ends on their way. */
    static long size(Draft draft) {
        long files = draft.files().stream().mapToLong(DraftFile::size).sum();
        return draft.files().isEmpty() ? 0 : files * 78 / 57 + draft.text().length() * 3L + 2000;
    }
}
