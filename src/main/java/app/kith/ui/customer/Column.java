package app.kith.ui.customer;

import app.kith.contact.OwnField;
import app.kith.store.CustomerList.Listed;
import app.kith.store.CustomerList.Sort;
import app.kith.store.Customers.CustomerRow;
import app.kith.store.Customers.Order;
import app.kith.store.Customers.Standing;
import app.kith.ui.look.Dates;
import app.kith.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A column of the customers.
 *
 * @param kind what it shows
 * @param own name of a field of the user's own; empty for all other kinds
 */
public record Column(Kind kind, String own) {
    private static final String OWN = "own:";

    /** What columns can show. Their names stand in the settings. */
    public enum Kind {
        /** Name. */
        NAME(Order.NAME, 180),
        /** Company. */
        COMPANY(Order.COMPANY, 180),
        /** Position. */
        TITLE(Order.TITLE, 140),
        /** Stage. */
        STAGE(Order.STAGE, 110),
        /** Since when at the stage. */
        STAGE_SINCE(Order.STAGE_SINCE, 110),
        /** Tags. */
        TAGS(Order.TAGS, 140),
        /** Best address. */
        EMAIL(Order.EMAIL, 200),
        /** Best number. */
        PHONE(Order.PHONE, 150),
        /** Last mail. */
        LAST_CONTACT(Order.LAST_CONTACT, 110),
        /** Last mail of a person, call or meeting. */
        LAST_REAL(Order.LAST_REAL, 110),
        /** Since when an answer is owed. */
        OWES(Order.OWES, 110),
        /** Since when an answer is waited for. */
        WAITS(Order.WAITS, 110),
        /** The next step and its day. */
        NEXT_DUE(Order.NEXT_DUE, 200),
        /** How often there is to be a contact. */
        KEEP(Order.KEEP, 120),
        /** How many mails there are. */
        MOST_MAIL(Order.MOST_MAIL, 80),
        /** A field of the user's own. */
        OWN(null, 130);

        private final @Nullable Order order;
        private final int width;

        Kind(@Nullable Order order, int width) {
            this.order = order;
            this.width = width;
        }
    }

    static final List<Column> USUAL = List.of(of(Kind.NAME), of(Kind.COMPANY), of(Kind.TITLE), of(Kind.STAGE),
            of(Kind.PHONE), of(Kind.EMAIL), of(Kind.LAST_CONTACT), of(Kind.NEXT_DUE));

    static Column of(Kind kind) {
        return new Column(kind, "");
    }

    /** {@return the column of an id; empty where there is none of that id any more} */
    static Optional<Column> of(String id) {
        if (id.startsWith(OWN)) {
            return Optional.of(new Column(Kind.OWN, id.substring(OWN.length())));
        }
        return List.of(Kind.values()).stream().filter(kind -> kind != Kind.OWN && word(kind).equals(id)).findFirst()
                .map(Column::of);
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@return its id in the settings} */
    String id() {
        return kind == Kind.OWN ? OWN + own : word(kind);
    }

    /** {@return its usual width in pixels} */
    int width() {
        return kind.width;
    }

    /**
     * Its name.
     *
     * @param words the language
     * @return the name
     */
    public String title(Words words) {
        return kind == Kind.OWN ? own : words.get("list.column." + word(kind));
    }

    /** {@return the order by it} */
    Sort sort(boolean turned) {
        return kind.order == null ? new Sort(Order.NAME, own, turned) : new Sort(kind.order, "", turned);
    }

    /** {@return whether the list is ordered by it} */
    boolean sorts(Sort sort) {
        return kind.order == null
                ? OwnField.key(own).equals(OwnField.key(sort.own()))
                : sort.own().isEmpty() && sort.order() == kind.order;
    }

    /**
     * What stands in it.
     *
     * @param listed the customer
     * @param words the language
     * @param dates writes dates
     * @return the text; empty where there is nothing
     */
    public String text(Listed listed, Words words, Dates dates) {
        CustomerRow row = listed.row();
        Standing standing = row.standing();
        return switch (kind) {
            case NAME -> row.name();
            case COMPANY -> row.company();
            case TITLE -> row.title();
            case STAGE -> row.stage();
            case STAGE_SINCE -> dates.brief(row.stageSince());
            case TAGS -> String.join(", ", row.tags());
            case EMAIL -> listed.email();
            case PHONE -> listed.phone();
            case LAST_CONTACT -> dates.brief(row.lastContact());
            case LAST_REAL -> dates.brief(standing.lastReal());
            case OWES -> standing.isYourTurn(dates.now()) ? dates.brief(standing.owesSince()) : "";
            case WAITS -> standing.isWaiting(dates.now()) ? dates.brief(standing.waitsSince()) : "";
            case NEXT_DUE -> next(standing, dates);
            case KEEP -> standing.keepDays() == 0
                    ? ""
                    : words.get("follow.interval.every", words.count("follow.days", standing.keepDays()));
            case MOST_MAIL -> row.received() + row.sent() == 0
                    ? ""
                    : words.get("screen.number", row.received() + row.sent());
            case OWN -> listed.own().getOrDefault(OwnField.key(own), "");
        };
    }

    private static String next(Standing standing, Dates dates) {
        if (standing.nextTask() == 0) {
            return "";
        }
        return standing.nextDue() == null
                ? standing.nextTitle()
                : dates.near(standing.nextDue().atZone(dates.zone()).toLocalDate()) + " · " + standing.nextTitle();
    }
}
