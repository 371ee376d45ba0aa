package app.kith.account;

import app.kith.contact.Property;
import app.kith.contact.Value;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a card on a server and a card here have to do with each other: how each stood when they were last brought together. The text
 * of the server's card stands beside it, under {@link #BASE}. Both are facts of the ledger: taking a change set back never takes back
 * what the server was seen to say.
 *
 * @param card number of the card here; 0 for none
 * @param contact number of the contact that is to be put into the book, until the server has it; else 0
 * @param etag the version of the server's card; empty where it has none, or none any more
 * @param uid the number that the card has there; may be empty
 * @param state how it stands
 * @param reason why it is left out, as a key of the word lists; empty where it is not
 * @param local what the record said when both were last brought together, of what goes to address books
 */
public record BookLink(long card, long contact, String etag, String uid, State state, String reason,
        List<Said> local) {
    /** How the keys of links begin; the book's id, a slash and the card's path follow. */
    public static final String KEY = "book-link/";
    /** How the keys of the server's cards begin; likewise. */
    public static final String BASE = "book-base/";
    /** How the keys of differences that the user is to decide begin; likewise, with a tab and the property at the end. */
    public static final String DIFFERENCE = "book-difference/";
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    /** How a link stands. */
    public enum State {
        /** Both are followed. */
        LINKED,
        /** It is to be put onto the server, or was, and that was not noted. */
        NEW,
        /** What a pass had done was taken back: how the record stands now is what it is to stay, until one side changes. */
        TAKEN_BACK,
        /** It is left out. */
        LEFT
    }

    /**
     * A value in short.
     *
     * @param property which property
     * @param label what kind of it
     * @param raw the value
     */
    public record Said(Property property, String label, String raw) {
        static Said of(Value value) {
            return new Said(value.property(), value.label(), value.raw());
        }

        Value value() {
            return Value.of(property, label, raw);
        }
    }

    /** Keeps its own copy; what is not said is empty. */
    public BookLink {
        local = local == null ? List.of() : List.copyOf(local);
        reason = reason == null ? "" : reason;
    }

    /** A card that is left out. */
    public static BookLink left(String etag, String uid, String reason) {
        return new BookLink(0, 0, etag, uid, State.LEFT, reason, List.of());
    }

    /** Two cards that are one. */
    public static BookLink linked(long card, String etag, String uid, List<Value> local) {
        return new BookLink(card, 0, etag, uid, State.LINKED, "", local.stream().map(Said::of).toList());
    }

    /** A contact that is to be put into the book. */
    public static BookLink planned(long contact, String uid) {
        return new BookLink(0, contact, "", uid, State.NEW, "", List.of());
    }

    /** {@return what the record said, as values} */
    public List<Value> said() {
        return local.stream().map(Said::value).toList();
    }

    /** The same with what the record says now. */
    public BookLink saying(List<Value> now) {
        return new BookLink(card, contact, etag, uid, State.LINKED, "", now.stream().map(Said::of).toList());
    }

    /** {@return its text for the ledger: the number of the card in the first line, so that an erasure finds it} */
    public String text() {
        return card + "\n" + JSON.writeValueAsString(this);
    }

    /**
     * Reads a text of the ledger.
     *
     * @param text the text
     * @return the link; empty where the text is none
     */
    public static Optional<BookLink> parse(String text) {
        int end = text.indexOf('\n');
        try {
            return end < 0
                    ? Optional.empty()
                    : Optional.of(JSON.readValue(text.substring(end + 1), BookLink.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /**
     * Tells whether a text of the ledger is a fact about a server, which no taking back concerns.
     *
     * @param key the text's key
     * @return whether it is one
     */
    public static boolean isFact(String key) {
        return key.startsWith(KEY) || key.startsWith(BASE) || key.startsWith(AddressBook.TOKEN);
    }

    /**
     * The card to which a text belongs.
     *
     * @param key the text's key
     * @param text the text
     * @return the number in its first line; 0 where it is no such text
     */
    public static long card(String key, String text) {
        int end = text.indexOf('\n');
        boolean has = key.startsWith(KEY) || key.startsWith(BASE) || key.startsWith(DIFFERENCE);
        return has && end > 0 && text.substring(0, end).matches("[0-9]{1,18}")
                ? Long.parseLong(text.substring(0, end))
                : 0;
    }

    /**
     * What a fact is to be when a change set is taken back that made it what it is.
     *
     * @param key its key
     * @param now what it is now; empty where it is gone
     * @param before what it was before that change set
     * @return what it is to be
     */
    public static String takenBack(String key, String now, String before) {
        if (!key.startsWith(KEY)) {
            return now;
        }
        Optional<BookLink> link = parse(now.isEmpty() ? before : now);
        return link.filter(one -> one.state == State.LINKED)
                .map(one -> new BookLink(one.card, one.contact, now.isEmpty() ? "" : one.etag, one.uid,
                        State.TAKEN_BACK, "", one.local).text())
                .orElse(now);
    }

    /** {@return the same without anything that says who it is: the server's card is passed over from now on} */
    public BookLink erased() {
        return left(etag, "", "book.left-erased");
    }
}
