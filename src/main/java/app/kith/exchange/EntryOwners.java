package app.kith.exchange;

import app.kith.contact.Card;
import app.kith.contact.CompanyName;
import app.kith.contact.NormalForm;
import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.exchange.ExistingEntries.InCompany;
import app.kith.words.Note;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds whose an activity or record is: by the customer's number, e-mail address or phone, by name and company, by a name that only
 * one has, or by the company. What is ambiguous by one is asked of the name; what nobody has is never guessed.
 */
final class EntryOwners {
    private static final List<Property> REACH = List.of(Property.EXTERNAL_ID, Property.EMAIL, Property.PHONE);

    private final ExistingEntries existing;
    private final Map<String, Set<Card>> said = new HashMap<>();
    private final Map<String, Set<InCompany>> companies = new HashMap<>();
    private boolean companiesRead;

    EntryOwners(ExistingEntries existing) {
        this.existing = existing;
    }

    /** Whose a row is, or why that cannot be told. */
    record Found(long contact, Note why) {
        private static final Note KNOWN = Note.of("");

        static Found of(long contact) {
            return new Found(contact, KNOWN);
        }

        static Found none(Note why) {
            return new Found(0, why);
        }
    }

    /** Reads what is known of the customers of some rows. */
    void read(List<DraftEntry> rows) {
        said.clear();
        Map<Property, Set<String>> wanted = new EnumMap<>(Property.class);
        for (DraftEntry row : rows) {
            for (Value value : row.customer()) {
                if (value.property() != Property.COMPANY && !value.normal().isEmpty()) {
                    wanted.computeIfAbsent(value.property(), _ -> new HashSet<>()).add(value.normal());
                }
            }
        }
        if (!wanted.isEmpty()) {
            existing.saying(wanted).forEach(card -> card.values().stream()
                    .filter(value -> value.mark() != Value.Mark.DENIED)
                    .forEach(value -> said.computeIfAbsent(key(value.property(), value.normal()),
                            _ -> new LinkedHashSet<>()).add(card)));
        }
    }

    private static String key(Property property, String normal) {
        return property + ":" + normal;
    }

    private Set<Long> saying(Value value) {
        return said.getOrDefault(key(value.property(), value.normal()), Set.of()).stream().map(Card::contact)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Found of(DraftEntry row) {
        List<Value> customer = row.customer().stream().filter(value -> !value.normal().isEmpty()).toList();
        if (customer.isEmpty()) {
            return Found.none(Note.of("entries.no-customer"));
        }
        Set<Long> named = all(customer, Property.NAME);
        Set<Long> colleagues = colleagues(customer);
        for (Property property : REACH) {
            Set<Long> found = all(customer, property);
            if (!found.isEmpty()) {
                return one(narrowed(narrowed(found, named), colleagues), customer, property);
            }
        }
        return byName(customer, named, colleagues);
    }

    /** Without a number or address that is known, a name counts with its company, or alone where nothing else was given. */
    private Found byName(List<Value> customer, Set<Long> named, Set<Long> colleagues) {
        boolean hasName = has(customer, Property.NAME);
        boolean hasCompany = has(customer, Property.COMPANY);
        if (hasName && hasCompany) {
            Set<Long> both = new LinkedHashSet<>(named);
            both.retainAll(colleagues);
            // In many lists the column of the customer's name holds that of the company.
            return both.isEmpty() ? unknown(customer) : one(both, customer, Property.NAME);
        }
        boolean reachable = REACH.stream().anyMatch(property -> has(customer, property));
        if (reachable) {
            return unknown(customer);
        }
        if (hasName) {
            return named.isEmpty() ? company(customer, Property.NAME) : one(named, customer, Property.NAME);
        }
        return company(customer, Property.COMPANY);
    }

    /** The company itself where it is a customer, else the one person there. A company under the name of the contact counts too. */
    private Found company(List<Value> customer, Property property) {
        Set<InCompany> people = new LinkedHashSet<>();
        customer.stream().filter(value -> value.property() == property)
                .forEach(value -> people.addAll(companies(value.raw())));
        Set<Long> itself = people.stream().filter(InCompany::isCompany).map(InCompany::contact)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<Long> all = people.stream().map(InCompany::contact).collect(Collectors.toCollection(LinkedHashSet::new));
        return all.isEmpty() ? unknown(customer) : one(itself.isEmpty() ? all : itself, customer, property);
    }

    private static boolean has(List<Value> values, Property property) {
        return values.stream().anyMatch(value -> value.property() == property);
    }

    private Set<Long> all(List<Value> customer, Property property) {
        Set<Long> found = new LinkedHashSet<>();
        customer.stream().filter(value -> value.property() == property).forEach(value -> found.addAll(saying(value)));
        return found;
    }

    private static Set<Long> narrowed(Set<Long> found, Set<Long> by) {
        Set<Long> both = new LinkedHashSet<>(found);
        both.retainAll(by);
        return found.size() < 2 || both.isEmpty() ? found : both;
    }

    private static Found one(Set<Long> found, List<Value> customer, Property property) {
        return found.size() == 1
                ? Found.of(found.iterator().next())
                : Found.none(Note.of("entries.several", found.size(), said(customer, property)));
    }

    private static Found unknown(List<Value> customer) {
        return Found.none(Note.of("entries.unknown",
                customer.stream().map(Value::raw).distinct().collect(Collectors.joining(", "))));
    }

    private static String said(List<Value> customer, Property property) {
        return customer.stream().filter(value -> value.property() == property).map(Value::raw).findFirst().orElse("");
    }

    private Set<Long> colleagues(List<Value> customer) {
        return customer.stream().filter(value -> value.property() == Property.COMPANY)
                .flatMap(value -> companies(value.raw()).stream()).map(InCompany::contact)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Set<InCompany> companies(String company) {
        if (!companiesRead) {
            companiesRead = true;
            existing.companies().forEach(one -> {
                companies.computeIfAbsent(NormalForm.folded(one.company()), _ -> new LinkedHashSet<>()).add(one);
                companies.computeIfAbsent(stem(one.company()), _ -> new LinkedHashSet<>()).add(one);
            });
        }
        Set<InCompany> exact = companies.getOrDefault(NormalForm.folded(company), Set.of());
        return exact.isEmpty() ? companies.getOrDefault(stem(company), Set.of()) : exact;
    }

    /** {@return a company's name without its legal form} */
    private static String stem(String company) {
        CompanyName name = CompanyName.of(company);
        return "\0" + (name.hanStem().isEmpty() ? name.stem() : name.hanStem()) + "\0" + name.place() + name.trades();
    }
}
