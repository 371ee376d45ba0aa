package app.kith.desk;

import app.kith.contact.Card;
import app.kith.contact.CardStack;
import app.kith.contact.Property;
import app.kith.contact.ShownValue;
import app.kith.contact.Value;
import app.kith.match.Kind;
import app.kith.match.Profile;
import app.kith.match.Schema;
import app.kith.match.Schema.Column;
import app.kith.store.CardsView;
import app.kith.store.Customers;
import app.kith.store.Customers.CustomerRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The customers as they are compared: people among themselves, and companies. */
final class Roster {
    private static final int AT_ONCE = 1000;

    private final Rows people = new Rows(List.of(new Said(Property.NAME, Kind.FULL_NAME),
            new Said(Property.FAMILY_NAME, Kind.FAMILY_NAME), new Said(Property.GIVEN_NAME, Kind.GIVEN_NAME),
            new Said(Property.SUFFIX, Kind.SUFFIX), new Said(Property.EMAIL, Kind.EMAIL),
            new Said(Property.PHONE, Kind.PHONE), new Said(Property.COMPANY, Kind.COMPANY),
            new Said(Property.TITLE, Kind.TITLE), new Said(Property.ADDRESS, Kind.ADDRESS),
            new Said(Property.BIRTHDAY, Kind.BIRTHDAY), new Said(Property.GENDER, Kind.SEX),
            new Said(Property.ID_NUMBER, Kind.IDENTITY)));
    private final Rows firms = new Rows(List.of(new Said(Property.NAME, Kind.ENTITY_NAME),
            new Said(Property.COMPANY, Kind.ENTITY_NAME), new Said(Property.PHONE, Kind.PHONE),
            new Said(Property.ADDRESS, Kind.ADDRESS), new Said(Property.EMAIL, Kind.EMAIL),
            new Said(Property.TAX_ID, Kind.IDENTITY)));

    /** A property, and what it says. */
    private record Said(Property property, Kind kind) {}

    /** Reads all customers. */
    static Roster of(CardsView cards, Customers customers) {
        Roster roster = new Roster();
        cards.each(List.of(), stack -> {
            List<Value> values = shown(stack);
            roster.rows(values).add(stack.getFirst().contact(), values);
        });
        roster.people.nameByMail(customers);
        return roster;
    }

    private static List<Value> shown(List<Card> stack) {
        List<CardStack.Said> said = new ArrayList<>();
        for (Card card : stack) {
            card.values().forEach(value -> said.add(new CardStack.Said(value,
                    new ShownValue.Origin(card.id(), card.source(), "", Instant.EPOCH, 0))));
        }
        return new CardStack(said).shown().stream().map(ShownValue::value).toList();
    }

    /** {@return those of the kind, people or companies, that has such values} */
    Rows rows(List<Value> values) {
        boolean firm = values.stream()
                .anyMatch(value -> value.property() == Property.KIND && value.raw().equals("company"));
        return firm ? firms : people;
    }

    /** {@return people and companies} */
    List<Rows> all() {
        return List.of(people, firms);
    }

    /** Records of one kind. */
    static final class Rows {
        private final List<Property> properties;
        private final Schema schema;
        private final List<Long> ids = new ArrayList<>();
        private final List<List<Schema.Entry>> entries = new ArrayList<>();

        private Rows(List<Said> columns) {
            properties = columns.stream().map(Said::property).toList();
            schema = new Schema(columns.stream()
                    .map(one -> new Column(one.property.name().toLowerCase(Locale.ROOT), one.kind)).toList());
        }

        private void add(long id, List<Value> values) {
            ids.add(id);
            entries.add(entries(values));
        }

        private List<Schema.Entry> entries(List<Value> values) {
            List<Schema.Entry> row = new ArrayList<>();
            for (Value value : values) {
                int column = properties.indexOf(value.property());
                if (column >= 0) {
                    row.add(new Schema.Entry(column, value.raw()));
                }
            }
            return row;
        }

        /** {@return whether they are companies} */
        boolean areCompanies() {
            return !properties.contains(Property.FAMILY_NAME);
        }

        /** {@return what is compared} */
        Schema schema() {
            return schema;
        }

        /** {@return the numbers of the customers, in the order of the profiles} */
        List<Long> ids() {
            return ids;
        }

        /** {@return a record with values that are not one of these} */
        Profile profile(String id, List<Value> values) {
            return schema.profile(id, entries(values));
        }

        /**
         * {@return the customers, each under its number} To be asked once: what was read of a customer is let go, for it would take
         * as much room as what was made of it.
         */
        List<Profile> profiles() {
            List<Profile> profiles = new ArrayList<>(ids.size());
            for (int i = 0; i < ids.size(); i++) {
                profiles.add(schema.profile(String.valueOf(ids.get(i)), entries.set(i, List.of())));
            }
            return profiles;
        }

        /** Who has no name of a card goes by the one that mail headers have. */
        private void nameByMail(Customers customers) {
            int column = properties.indexOf(Property.NAME);
            Map<Long, Integer> nameless = new HashMap<>();
            for (int i = 0; i < ids.size(); i++) {
                if (entries.get(i).stream().noneMatch(entry -> entry.column() <= column + 2)) {
                    nameless.put(ids.get(i), i);
                }
            }
            List<Long> wanted = List.copyOf(nameless.keySet());
            for (int from = 0; from < wanted.size(); from += AT_ONCE) {
                for (CustomerRow row : customers.rows(wanted.subList(from, Math.min(wanted.size(), from + AT_ONCE)))) {
                    Integer at = nameless.get(row.id());
                    if (at != null && row.name().indexOf('@') < 0) {
                        entries.get(at).add(new Schema.Entry(column, row.name()));
                    }
                }
            }
        }
    }
}
