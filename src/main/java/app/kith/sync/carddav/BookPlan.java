package app.kith.sync.carddav;

import java.util.List;
import java.util.Locale;

/**
 * What a pass over an address book would do, or did.
 *
 * @param items one for each card that is concerned
 */
public record BookPlan(List<Item> items) {

    /** Keeps its own copy. */
    public BookPlan {
        items = List.copyOf(items);
    }

    /** What is done with a card. */
    public enum Kind {
        /** It comes in and makes a new customer. */
        NEW,
        /** It comes in and is laid to a customer who is there. */
        JOINED,
        /** What it says comes in. */
        CHANGED,
        /** It is gone there: what it said goes here. */
        REMOVED,
        /** Edits made here are sent. */
        SENT,
        /** A customer is put into the book. */
        ADDED,
        /** The customer is gone here: it is erased there. */
        ERASED,
        /** It is left as it is; the detail says why. */
        LEFT_OUT;

        /** {@return its word on the command line} */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One card.
     *
     * @param kind what is done with it
     * @param name whom it is about
     * @param href its path on the server
     * @param contact number of the customer; 0 where there is none yet
     * @param details what differs, in short: {@code + value}, {@code - value}; or why it is left out, a key of the word lists
     */
    public record Item(Kind kind, String name, String href, long contact, List<String> details) {
        /** Keeps its own copy. */
        public Item {
            details = List.copyOf(details);
        }
    }

    /**
     * Counts.
     *
     * @param kind a kind
     * @return how many items are of it
     */
    public int count(Kind kind) {
        return (int) items.stream().filter(item -> item.kind() == kind).count();
    }
}
