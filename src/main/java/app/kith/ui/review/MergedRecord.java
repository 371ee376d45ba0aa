package app.kith.ui.review;

import app.kith.contact.CardStack;
import app.kith.contact.Property;
import app.kith.contact.ShownValue;
import app.kith.contact.Value;
import app.kith.store.Customers.Customer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the customers of a group would be as one: the values of all, the best of each property first as the record would show it,
 * with what the user chose to be shown first, wrote by hand, or left out.
 */
final class MergedRecord {
    private final Map<Property, Value> first = new EnumMap<>(Property.class);
    private final List<Value> written = new ArrayList<>();
    private final Set<Value> dropped = new HashSet<>();
    private List<Value> said = List.of();

    /** Takes the customers who are to be one; what was chosen before stays as far as it is still there. */
    void take(List<Customer> customers) {
        List<CardStack.Said> all = new ArrayList<>();
        customers.forEach(customer -> customer.values().forEach(
                one -> one.origins().forEach(origin -> all.add(new CardStack.Said(one.value(), origin)))));
        all.sort(Comparator.comparingLong(one -> one.origin().card()));
        said = new CardStack(all).shown().stream().map(ShownValue::value)
                .filter(value -> value.property().isText()).toList();
    }

    /** {@return the properties of which something is known} */
    Set<Property> properties() {
        Set<Property> properties = new TreeSet<>();
        said.forEach(value -> properties.add(value.property()));
        return properties;
    }

    /** {@return the values of a property, the one first that would be shown first; also those that are left out} */
    List<Value> values(Property property) {
        List<Value> values = new ArrayList<>();
        written.stream().filter(value -> value.property() == property).forEach(values::add);
        said.stream().filter(value -> value.property() == property && values.stream().noneMatch(value::saysTheSame))
                .forEach(values::add);
        Value chosen = first.get(property);
        values.stream().filter(value -> chosen != null && chosen.saysTheSame(value)).findFirst().ifPresent(value -> {
            values.remove(value);
            values.addFirst(value);
        });
        return values;
    }

    boolean isKept(Value value) {
        return dropped.stream().noneMatch(value::saysTheSame);
    }

    /** Keeps a value or leaves it out. */
    void keep(Value value, boolean on) {
        dropped.removeIf(value::saysTheSame);
        if (!on) {
            dropped.add(value);
            Value chosen = first.get(value.property());
            if (chosen != null && chosen.saysTheSame(value)) {
                first.remove(value.property());
            }
        }
    }

    /** Shows a value before all others of its property. */
    void choose(Value value) {
        keep(value, true);
        first.put(value.property(), value);
    }

    /** Takes in what the user wrote by hand; of a property that has one value it is shown first. */
    void write(Property property, String text) {
        if (!text.isBlank()) {
            Value value = Value.of(property, "", text.strip());
            written.removeIf(value::saysTheSame);
            written.add(value);
            choose(value);
        }
    }

    /** {@return values that are to be said by hand, because they would not be shown so by themselves} */
    List<Value> chosen() {
        List<Value> chosen = new ArrayList<>(written.stream().filter(this::isKept).toList());
        first.forEach((property, value) -> {
            boolean byItself = said.stream().filter(one -> one.property() == property && isKept(one)).findFirst()
                    .filter(value::saysTheSame).isPresent();
            if (!byItself && isKept(value) && chosen.stream().noneMatch(value::saysTheSame)) {
                chosen.add(value);
            }
        });
        return chosen;
    }

    /** {@return values of the customers that are left out} */
    List<Value> dropped() {
        return said.stream().filter(value -> !isKept(value)).toList();
    }
}
