package app.kith.search;

import app.kith.store.Customers.Filter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How it can stand with a customer, as people ask for it behind {@code is:}. */
@SuppressWarnings("ImmutableEnumChecker") // The lists are.
public enum CustomerState {
    /** The user owes an answer. */
    YOUR_TURN(Filter.YOUR_TURN, "your-turn", "owed", "待回复", "该我回复"),
    /** The user waits for an answer. */
    WAITING(Filter.WAITING, "waiting", "等待回复", "等回复"),
    /** Something is due. */
    DUE(Filter.DUE, "due", "到期", "待跟进"),
    /** There was no contact for long. */
    DORMANT(Filter.DORMANT, "dormant", "久未联系", "沉睡");

    private final Filter filter;
    private final List<String> names;

    CustomerState(Filter filter, String... names) {
        this.filter = filter;
        this.names = List.of(names);
    }

    /** {@return what the store is asked} */
    public Filter filter() {
        return filter;
    }

    /** {@return its usual English name} */
    public String usual() {
        return names.getFirst();
    }

    /**
     * Finds a state by its name.
     *
     * @param name in any case
     * @return the state; null where it is none
     */
    public static @Nullable CustomerState named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return List.of(values()).stream().filter(state -> state.names.contains(lower)).findFirst().orElse(null);
    }
}
