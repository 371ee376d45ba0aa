package app.kith.desk;

import app.kith.search.CustomerState;
import app.kith.search.Field;
import app.kith.search.Query;
import app.kith.search.Query.Term;
import app.kith.search.StageAge;
import app.kith.store.CustomerList;
import app.kith.store.CustomerQuery;
import app.kith.store.CustomerQuery.At;
import app.kith.store.CustomerQuery.Clause;
import app.kith.store.CustomerQuery.How;
import app.kith.store.CustomerQuery.Own;
import app.kith.store.CustomerQuery.Since;
import app.kith.store.CustomerQuery.Stands;
import app.kith.store.CustomerQuery.Tagged;
import app.kith.store.CustomerQuery.Test;
import app.kith.store.CustomerQuery.With;
import app.kith.store.CustomerQuery.Words;
import app.kith.store.Customers.Filter;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Groups of customers: the saved searches that ask of customers only. Who is in one is asked anew each time. Blocks. */
public final class Segments {
    private static final Set<Field> OF_CUSTOMERS = Set.of(Field.ANY, Field.TAG, Field.STAGE, Field.INSTAGE,
            Field.COMPANY);
    private static final Pattern COLON = Pattern.compile("[:：]");

    private final SavedSearches saved;
    private final CustomerList customers;

    Segments(SavedSearches saved, CustomerList customers) {
        this.saved = saved;
        this.customers = customers;
    }

    /**
     * A group of customers.
     *
     * @param name what the user calls it
     * @param line what is searched for
     * @param count how many customers are in it
     */
    public record Segment(String name, String line, long count) {}

    /**
     * All groups with the number of those who are in them now.
     *
     * @param now what time it is, where the user is
     * @return the groups, by name
     */
    public List<Segment> all(ZonedDateTime now) {
        return saved.all().entrySet().stream().filter(one -> isOfCustomers(one.getValue()))
                .map(one -> new Segment(one.getKey(), one.getValue(), customers.count(read(one.getValue()), now)))
                .toList();
    }

    /**
     * Saves a group; one of that name is changed.
     *
     * @param name what it is called; not blank
     * @param line what is searched for; not blank
     */
    public void save(String name, String line) {
        saved.save("", name.strip(), line.strip());
    }

    /**
     * Removes a group; its customers stay.
     *
     * @param name its name
     */
    public void remove(String name) {
        saved.remove(name);
    }

    /**
     * Writes filters and a line as one line.
     *
     * @param line a typed line; may be empty
     * @param filters filters beside it
     * @return a line that asks for the same
     */
    public static String line(String line, Collection<Filter> filters) {
        List<String> parts = new ArrayList<>();
        for (CustomerState state : CustomerState.values()) {
            if (filters.contains(state.filter())) {
                parts.add(Field.IS.usual() + ":" + state.usual());
            }
        }
        parts.add(line.strip());
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }

    /**
     * Tells whether a line asks of customers only: not of mails, files or days.
     *
     * @param typed the line
     * @return whether it does
     */
    public static boolean isOfCustomers(String typed) {
        Query query = Query.parse(typed);
        return !query.isEmpty() && query.clauses().stream().flatMap(clause -> clause.anyOf().stream())
                .allMatch(term -> OF_CUSTOMERS.contains(term.field())
                        || term.field() == Field.IS && CustomerState.named(term.value()) != null);
    }

    /**
     * Reads a line as a question about customers. What asks of mails is looked for as text.
     *
     * @param typed the line, in the language of the search box
     * @return the question; never fails
     */
    public static CustomerQuery read(String typed) {
        return new CustomerQuery(Query.parse(typed).clauses().stream()
                .map(clause -> new Clause(clause.excluded(),
                        clause.anyOf().stream().flatMap(term -> tests(term).stream()).toList()))
                .toList());
    }

    private static List<Test> tests(Term term) {
        CustomerState state = term.field() == Field.IS ? CustomerState.named(term.value()) : null;
        return switch (term.field()) {
            case TAG -> List.of(new Tagged(term.value()));
            case STAGE -> List.of(new At(term.value()));
            case INSTAGE -> since(term.value());
            case COMPANY -> List.of(new With(term.value()));
            case IS -> List.of(state == null ? new Words(term.value()) : new Stands(state.filter()));
            case ANY -> any(term.value());
            default -> List.of(new Words(term.value()));
        };
    }

    private static List<Test> since(String value) {
        StageAge age = StageAge.of(value);
        return List.of(age == null ? new Words(value) : new Since(age.days(), age.longer()));
    }

    /** A name, a colon and a value ask of a field of the user's own; the whole may also stand in a name. */
    private static List<Test> any(String text) {
        List<Test> tests = new ArrayList<>(List.of(new Words(text)));
        String[] parts = COLON.split(text, 2);
        if (parts.length == 2 && !parts[0].isBlank() && !parts[1].isBlank()) {
            String value = parts[1].strip();
            char sign = value.charAt(0);
            boolean more = sign == '>' || sign == '＞';
            boolean less = sign == '<' || sign == '＜';
            boolean equal = value.length() > 1 && value.charAt(1) == '=' && (more || less);
            String plain = more || less ? value.substring(equal ? 2 : 1).strip() : value;
            if (!plain.isEmpty()) {
                if (more || less) {
                    tests.add(new Own(parts[0], more ? How.MORE : How.LESS, plain));
                }
                if (equal || !more && !less) {
                    tests.add(new Own(parts[0], How.IS, plain));
                }
            }
        }
        return tests;
    }
}
