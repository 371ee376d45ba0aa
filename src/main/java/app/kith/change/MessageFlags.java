package app.kith.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * The flags of a placement (RFC 3501, section 2.3.2). {@code \Recent} belongs to a session and is not kept.
 *
 * @param bits the system flags, a sum of the constants here
 * @param keywords all other flags as the server wrote them, sorted
 */
public record MessageFlags(int bits, List<String> keywords) {
    /** Has been read. */
    public static final int SEEN = 1;
    /** Has been answered. */
    public static final int ANSWERED = 2;
    /** Is marked. */
    public static final int FLAGGED = 4;
    /** Is to be removed at the next expunge. */
    public static final int DELETED = 8;
    /** Is a draft. */
    public static final int DRAFT = 16;
    /** No flag at all. */
    public static final MessageFlags NONE = new MessageFlags(0, List.of());

    private static final List<String> NAMES = List.of("\\Seen", "\\Answered", "\\Flagged", "\\Deleted", "\\Draft");

    /** Keeps the keywords sorted and from being changed. */
    public MessageFlags {
        keywords = keywords.size() < 2 ? List.copyOf(keywords) : keywords.stream().sorted().distinct().toList();
    }

    /**
     * Reads the flags of a server's answer.
     *
     * @param words flags as the server wrote them
     * @return the flags
     */
    public static MessageFlags of(Collection<String> words) {
        int bits = 0;
        List<String> keywords = List.of();
        for (String word : words) {
            int bit = bit(word);
            if (bit != 0) {
                bits |= bit;
            } else if (!word.equalsIgnoreCase("\\Recent") && !word.equals("\\*")) {
                keywords = keywords.isEmpty() ? new ArrayList<>() : keywords;
                keywords.add(word);
            }
        }
        return bits == 0 && keywords.isEmpty() ? NONE : new MessageFlags(bits, keywords);
    }

    private static int bit(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "\\seen" -> SEEN;
            case "\\answered" -> ANSWERED;
            case "\\flagged" -> FLAGGED;
            case "\\deleted" -> DELETED;
            case "\\draft" -> DRAFT;
            default -> 0;
        };
    }

    /**
     * Tells whether a system flag is set.
     *
     * @param bit one of the constants
     * @return true if set
     */
    public boolean has(int bit) {
        return (bits & bit) != 0;
    }

    /**
     * These flags and others.
     *
     * @param others flags to set
     * @return all of them
     */
    public MessageFlags plus(MessageFlags others) {
        List<String> all = new ArrayList<>(keywords);
        others.keywords.stream().filter(word -> !all.contains(word)).forEach(all::add);
        return new MessageFlags(bits | others.bits, all);
    }

    /**
     * These flags without others.
     *
     * @param others flags to take off
     * @return the rest
     */
    public MessageFlags minus(MessageFlags others) {
        return new MessageFlags(bits & ~others.bits,
                keywords.stream().filter(word -> !others.keywords.contains(word)).toList());
    }

    /** {@return whether there are none} */
    public boolean isEmpty() {
        return bits == 0 && keywords.isEmpty();
    }

    /** {@return the flags as IMAP writes them, system flags first} */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            if (has(1 << i)) {
                words.add(NAMES.get(i));
            }
        }
        words.addAll(keywords);
        return words;
    }
}
