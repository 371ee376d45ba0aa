package app.kith.ui.review;

import app.kith.contact.Property;
import app.kith.desk.DuplicateReview.Found;
import app.kith.desk.DuplicateReview.Group;
import app.kith.desk.DuplicateReview.Pair;
import app.kith.match.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which groups the queue of duplicates shows, and in which order.
 *
 * @param whom people, companies, or both
 * @param certainty groups that are safe, those to be looked at, or both
 * @param ground what speaks for it most
 * @param order which group comes first
 * @param query what is searched for; empty for nothing
 */
record Queue(Whom whom, Certainty certainty, Ground ground, Order order, String query) {
    /** Everything, the surest first. */
    static final Queue ALL = new Queue(Whom.ALL, Certainty.ALL, Ground.ALL, Order.SUREST, "");

    /** Whom the groups are of. */
    enum Whom {
        ALL,
        PEOPLE,
        COMPANIES
    }

    /** How sure the groups are. */
    enum Certainty {
        ALL,
        SURE,
        OPEN
    }

    /** What speaks most for a group being one. */
    enum Ground {
        ALL,
        MAIL,
        PHONE,
        NAME,
        COMPANY,
        NUMBER
    }

    /** Which group comes first. */
    enum Order {
        /** The surest. */
        SUREST,
        /** The one with whom most is exchanged. */
        WORTH,
        /** The one of which an answer teaches most; with pairs that are not quite likely enough to be proposed. */
        TEACHING
    }

    private static final Set<String> NUMBERS = Set.of(word(Property.TAX_ID), word(Property.ID_NUMBER));

    private static String word(Property property) {
        return property.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** {@return whether everything is shown} */
    boolean isAll() {
        return equals(new Queue(Whom.ALL, Certainty.ALL, Ground.ALL, order, ""));
    }

    Queue of(Whom wanted) {
        return new Queue(wanted, certainty, ground, order, query);
    }

    Queue of(Certainty wanted) {
        return new Queue(whom, wanted, ground, order, query);
    }

    Queue of(Ground wanted) {
        return new Queue(whom, certainty, wanted, order, query);
    }

    Queue of(Order wanted) {
        return new Queue(whom, certainty, ground, wanted, query);
    }

    Queue of(String wanted) {
        return new Queue(whom, certainty, ground, order, wanted);
    }

    /**
     * The groups that are shown.
     *
     * @param found what was found
     * @param matching numbers of the customers that the search found; null where nothing is searched for
     * @return the groups, in order
     */
    List<Group> shown(Found found, @Nullable Set<Long> matching) {
        List<Group> groups = new ArrayList<>(order == Order.TEACHING ? found.teaching() : found.groups());
        if (order == Order.TEACHING) {
            found.groups().stream().filter(group -> !groups.contains(group)).toList().forEach(groups::add);
        } else if (order == Order.WORTH) {
            groups.sort(Comparator.comparingInt(Group::worth).reversed()
                    .thenComparing(Queue::last, Comparator.reverseOrder()));
        }
        return groups.stream().filter(this::isShown)
                .filter(group -> matching == null || group.contacts().stream().anyMatch(matching::contains)).toList();
    }

    private static Instant last(Group group) {
        Instant last = group.lastContact();
        return last == null ? Instant.MIN : last;
    }

    private boolean isShown(Group group) {
        return (whom == Whom.ALL || group.company() == (whom == Whom.COMPANIES))
                && (certainty == Certainty.ALL || group.safe() == (certainty == Certainty.SURE))
                && (ground == Ground.ALL || group.pairs().stream().anyMatch(pair -> ground(pair) == ground));
    }

    /** What speaks most for a pair; of two fields of one weight the more telling one. */
    static Ground ground(Pair pair) {
        Reason best = null;
        for (Reason reason : pair.why()) {
            best = reason.weight() > 0 && (best == null || reason.weight() > best.weight()) ? reason : best;
        }
        if (best == null) {
            return Ground.ALL;
        }
        return switch (best.field()) {
            case "email" -> Ground.MAIL;
            case "phone" -> Ground.PHONE;
            case "name", "family name", "given name" -> Ground.NAME;
            case "company", "address" -> Ground.COMPANY;
            default -> NUMBERS.contains(best.field()) ? Ground.NUMBER : Ground.ALL;
        };
    }
}
