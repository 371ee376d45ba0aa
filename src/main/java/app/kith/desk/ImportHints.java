package app.kith.desk;

import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.desk.DuplicateReview.Likely;
import app.kith.exchange.ImportPlan;
import app.kith.exchange.ImportPlan.FilePlan;
import app.kith.exchange.PlannedCard;
import app.kith.store.Customers;
import app.kith.store.Customers.CustomerRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongConsumer;

/** Tells of new rows of an import whom they may be that is a customer already. Blocks. */
public final class ImportHints {
    /** So many rows are told with all reasons; nobody reads more of them one by one, and of the others less is kept. */
    private static final int FULL = 2_000;
    private static final int TELL = 200;
    private static final int EACH = 3;
    private static final int AT_ONCE = 1_000;

    private final DuplicateReview duplicates;
    private final Customers customers;

    ImportHints(DuplicateReview duplicates, Customers customers) {
        this.duplicates = duplicates;
        this.customers = customers;
    }

    /**
     * A row that may be somebody.
     *
     * @param plan the plan of its file, in which it can be laid to one of them
     * @param place where it stands
     * @param name what it calls itself
     * @param perhaps whom it may be, the likeliest first: at most three, with reasons; behind many such rows the likeliest alone,
     *     without
     */
    public record Hint(FilePlan plan, String place, String name, List<Perhaps> perhaps) {

        /** Keeps its own copy. */
        public Hint {
            perhaps = List.copyOf(perhaps);
        }
    }

    /**
     * Whom a row may be.
     *
     * @param likely the customer, and why
     * @param name the customer's name
     * @param company where the customer works; may be empty
     */
    public record Perhaps(Likely likely, String name, String company) {}

    List<Hint> of(ImportPlan plan, LongConsumer progress, BooleanSupplier stop) {
        Function<List<Value>, List<Likely>> lookup;
        try {
            lookup = duplicates.lookup(stop);
        } catch (CancellationException _) {
            return List.of();
        }
        List<Hint> hints = new ArrayList<>();
        long looked = 0;
        for (FilePlan file : plan.files()) {
            for (PlannedCard card : file.cards()) {
                if (stop.getAsBoolean()) {
                    return named(hints);
                }
                if (card.kind() == PlannedCard.Kind.NEW) {
                    look(file, card, lookup, hints);
                    if (++looked % TELL == 0) {
                        progress.accept(looked);
                    }
                }
            }
        }
        progress.accept(looked);
        return named(hints);
    }

    private static void look(FilePlan file, PlannedCard card, Function<List<Value>, List<Likely>> lookup,
            List<Hint> hints) {
        List<Likely> likely = lookup.apply(card.values());
        if (!likely.isEmpty()) {
            boolean full = hints.size() < FULL;
            List<Perhaps> perhaps = likely.stream().limit(full ? EACH : 1)
                    .map(one -> new Perhaps(full ? one : one.withoutReasons(), "", "")).toList();
            hints.add(new Hint(file, card.place(), name(card.values()), perhaps));
        }
    }

    private static String name(List<Value> values) {
        return values.stream().filter(value -> value.property().isName()).findFirst()
                .or(() -> values.stream().filter(value -> value.property() == Property.COMPANY
                        || value.property() == Property.EMAIL).findFirst())
                .map(Value::raw).orElse("");
    }

    private List<Hint> named(List<Hint> hints) {
        List<Long> all = hints.stream().flatMap(hint -> hint.perhaps.stream()).map(one -> one.likely.contact())
                .distinct().toList();
        Map<Long, CustomerRow> rows = new HashMap<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            customers.rows(all.subList(from, Math.min(all.size(), from + AT_ONCE)))
                    .forEach(row -> rows.put(row.id(), row));
        }
        return hints.stream().map(hint -> new Hint(hint.plan, hint.place, hint.name, hint.perhaps.stream()
                .map(one -> named(one, rows)).toList())).toList();
    }

    private static Perhaps named(Perhaps perhaps, Map<Long, CustomerRow> rows) {
        CustomerRow row = rows.get(perhaps.likely.contact());
        return row == null
                ? perhaps
                : new Perhaps(perhaps.likely, row.name(), row.company());
    }
}
