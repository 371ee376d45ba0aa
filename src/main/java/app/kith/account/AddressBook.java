package app.kith.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * An address book on a server, as the user wants it to be followed. Kept in the ledger as a text under {@link #key()}.
 *
 * @param id short name, made of the account's number and the address; kept for ever
 * @param account number of the account
 * @param url its address
 * @param name what the server calls it
 * @param writable whether the server lets it be written to
 * @param direction what goes where
 * @param tag customers that have this tag are put into the book; empty for none
 * @param accepted whether the user has said yes to the first pass
 * @param there whether the server lists it
 */
public record AddressBook(String id, long account, String url, String name, boolean writable, Direction direction,
        String tag, boolean accepted, boolean there) {
    /** How the keys of books begin. */
    public static final String KEY = "book/";
    /** How the keys of sync tokens begin; the id follows. */
    public static final String TOKEN = "book-token/";
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    /** What goes where. */
    public enum Direction {
        /** Nothing goes anywhere. */
        OFF,
        /** What the server says comes in; nothing is written there. */
        READ,
        /** Both ways. */
        BOTH;

        /** {@return its word on the command line} */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A book that was just found: it is followed both ways where that can be, once the user has said yes.
     *
     * @param account number of the account
     * @param url its address
     * @param name what the server calls it
     * @param writable whether it can be written to
     * @return the book
     */
    public static AddressBook found(long account, String url, String name, boolean writable) {
        return new AddressBook(account + "-" + digest(url), account, url, name, writable,
                writable ? Direction.BOTH : Direction.READ, "", false, true);
    }

    private static String digest(String url) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(url.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 5);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return the key of its text} */
    public String key() {
        return KEY + id;
    }

    /** {@return whether edits are written to it} */
    public boolean isWritten() {
        return direction == Direction.BOTH && writable;
    }

    /** The same as the server describes it now. */
    public AddressBook described(String nowName, boolean nowWritable, boolean nowThere) {
        return new AddressBook(id, account, url, nowName, nowWritable, direction, tag, accepted, nowThere);
    }

    /** The same, followed another way. */
    public AddressBook going(Direction other) {
        return new AddressBook(id, account, url, name, writable, other, tag, accepted, there);
    }

    /** The same with other customers put into it. */
    public AddressBook tagged(String other) {
        return new AddressBook(id, account, url, name, writable, direction, other, accepted, there);
    }

    /** The same after the user's yes. */
    public AddressBook agreed() {
        return new AddressBook(id, account, url, name, writable, direction, tag, true, there);
    }

    /** {@return its text for the ledger} */
    public String text() {
        return JSON.writeValueAsString(this);
    }

    /**
     * Reads a text of the ledger.
     *
     * @param text the text
     * @return the book; empty where the text is none
     */
    public static Optional<AddressBook> parse(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(JSON.readValue(text, AddressBook.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
