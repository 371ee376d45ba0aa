package app.kith.store;

import app.kith.contact.NormalForm;
import app.kith.contact.OwnField;
import app.kith.contact.OwnForm;
import app.kith.store.Customers.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Which customers are meant.
 *
 * @param clauses what must hold, all of it; empty for everybody
 */
public record CustomerQuery(List<Clause> clauses) {
    /** Everybody. */
    public static final CustomerQuery ALL = new CustomerQuery(List.of());

    private static final long DAY = 86_400_000;

    /** Keeps its own copy. */
    public CustomerQuery {
        clauses = List.copyOf(clauses);
    }

    /**
     * Something that must hold, or must not.
     *
     * @param excluded whether it must not hold
     * @param anyOf of which one is enough; never empty
     */
    public record Clause(boolean excluded, List<Test> anyOf) {

        /** Keeps its own copy. */
        public Clause {
            anyOf = List.copyOf(anyOf);
        }

        private String sql(List<Object> bound) {
            String any = anyOf.stream().map(test -> test.sql(bound)).collect(Collectors.joining(" OR ", "(", ")"));
            return excluded ? "NOT " + any : any;
        }
    }

    /** Something that can be asked of a customer. */
    public sealed interface Test {

        /** Writes the test and adds what is bound in it, in order. */
        private String sql(List<Object> bound) {
            return switch (this) {
                case Words words -> words(words, bound);
                case Tagged tagged -> {
                    bound.add("\n" + lower(tagged.tag()) + "\n");
                    yield "LOCATE(?, CHAR(10) || LOWER(c.tags) || CHAR(10)) > 0";
                }
                case At at -> {
                    bound.add(lower(at.stage()));
                    yield "LOWER(c.stage) = ?";
                }
                case Since since -> {
                    bound.add(since.days() * DAY);
                    yield "c.stage <> '' AND c.stage_since " + (since.longer() ? "<=" : ">")
                            + " :now - CAST(? AS BIGINT)";
                }
                case With with -> {
                    bound.add(lower(with.company()));
                    yield "LOCATE(?, LOWER(c.company)) > 0";
                }
                case Own own -> own(own, bound);
                case Stands stands -> stands.filter().sql();
            };
        }

        private static String lower(String text) {
            return text.strip().toLowerCase(Locale.ROOT);
        }

        private static String words(Words words, List<Object> bound) {
            List<String> each = new ArrayList<>();
            for (String word : lower(words.text()).split("\\s+", -1)) {
                bound.add(word);
                each.add("LOCATE(?, c.search) > 0");
            }
            return "(" + String.join(" AND ", each) + ")";
        }

        /** Numbers, sums and days are compared as such; texts by what they hold. */
        private static String own(Own own, List<Object> bound) {
            bound.add(OwnField.key(own.name()));
            String begin = "EXISTS (SELECT 1 FROM contact_own o WHERE o.contact_id = c.id AND o.name = ? AND ";
            Double number = OwnForm.order(own.value());
            if (own.value().equals("*")) {
                return begin + "TRUE)";
            }
            if (number == null) {
                bound.add(NormalForm.folded(own.value()));
                return begin + switch (own.how()) {
                    case IS -> "LOCATE(?, o.sort_key) > 0)";
                    case LESS -> "o.sort_key < ?)";
                    case MORE -> "o.sort_key > ?)";
                };
            }
            bound.add(number);
            return begin + switch (own.how()) {
                case IS -> {
                    bound.add(NormalForm.folded(own.value()));
                    yield "(o.amount = ? OR o.sort_key = ?))";
                }
                case LESS -> "o.amount < ?)";
                case MORE -> "o.amount > ?)";
            };
        }
    }

    /**
     * Name, company or an address hold all of these words.
     *
     * @param text the words; not blank
     */
    public record Words(String text) implements Test {}

    /**
     * The customer has a tag.
     *
     * @param tag the whole tag, in any case
     */
    public record Tagged(String tag) implements Test {}

    /**
     * The customer stands at a stage.
     *
     * @param stage the whole stage, in any case
     */
    public record At(String stage) implements Test {}

    /**
     * The customer has stood at the stage for some time.
     *
     * @param days how many days
     * @param longer whether for so many days or more; else for less
     */
    public record Since(int days, boolean longer) implements Test {}

    /**
     * The name of the customer's company holds a text.
     *
     * @param company part of the name
     */
    public record With(String company) implements Test {}

    /** How a value is compared. */
    public enum How {
        /** It is the same number or day, or holds the text. */
        IS,
        /** It is less, or before. */
        LESS,
        /** It is more, or after. */
        MORE
    }

    /**
     * A field of the user's own has a value.
     *
     * @param name name of the field, in any case
     * @param how how it is compared
     * @param value with what; {@code *} for anything
     */
    public record Own(String name, How how, String value) implements Test {}

    /**
     * Something stands so with the customer.
     *
     * @param filter what
     */
    public record Stands(Filter filter) implements Test {}

    /** Writes the condition, empty for everybody, and adds what is bound in it, in order. */
    String sql(List<Object> bound) {
        return clauses.stream().map(clause -> clause.sql(bound)).collect(Collectors.joining(" AND "));
    }

    /**
     * The same with more that must hold.
     *
     * @param filters what
     * @return the query
     */
    public CustomerQuery and(Iterable<Filter> filters) {
        List<Clause> all = new ArrayList<>(clauses);
        filters.forEach(filter -> all.add(new Clause(false, List.of(new Stands(filter)))));
        return new CustomerQuery(all);
    }
}
