package app.kith.match;

import app.kith.contact.CompanyName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which columns the records have, what each says, and what is compared because of that. */
public final class Schema {
    private static final Set<Kind> NAMES = Set.of(Kind.FULL_NAME, Kind.FAMILY_NAME, Kind.GIVEN_NAME);
    private static final Set<Kind> TEXTS = Set.of(Kind.PLACE, Kind.REGION, Kind.POSTCODE, Kind.IDENTITY, Kind.TITLE,
            Kind.NOTES, Kind.TEXT);

    private static final int MOST_COMPANIES = 100_000;

    private final List<Column> columns;
    private final List<Field> fields = new ArrayList<>();
    private final int[] textOf;
    private final boolean people;
    private final boolean employed;
    private final Map<String, CompanyName> companies = new ConcurrentHashMap<>();
    private final Shared shared = new Shared();
    private int texts;

    /**
     * A column of the records, or a property of the contacts.
     *
     * @param label its header
     * @param kind what it says
     */
    public record Column(String label, Kind kind) {}

    /**
     * Makes a schema.
     *
     * @param given the columns in their order. Where no column names people, a column for companies names the records
     */
    public Schema(List<Column> given) {
        people = given.stream().anyMatch(column -> NAMES.contains(column.kind()))
                || given.stream().noneMatch(c -> c.kind() == Kind.ENTITY_NAME || c.kind() == Kind.COMPANY);
        List<Column> all = new ArrayList<>();
        for (Column column : given) {
            boolean names = !people && column.kind() == Kind.COMPANY;
            all.add(names ? new Column(column.label(), Kind.ENTITY_NAME) : column);
        }
        columns = List.copyOf(all);
        textOf = new int[columns.size()];
        addFixed();
        for (int i = 0; i < textOf.length; i++) {
            Column column = columns.get(i);
            textOf[i] = TEXTS.contains(column.kind()) ? texts++ : -1;
            if (textOf[i] >= 0) {
                fields.add(new Field(column.label(), trait(column.kind()), textOf[i]));
            }
        }
        employed = people && has(Kind.COMPANY);
    }

    private void addFixed() {
        if (people && (columns.stream().anyMatch(c -> NAMES.contains(c.kind())) || has(Kind.EMAIL))) {
            fields.add(new Field("family name", Trait.FAMILY, -1));
            fields.add(new Field("given name", Trait.GIVEN, -1));
            fields.add(new Field("suffix", Trait.SUFFIX, -1));
        }
        addIf(Kind.ENTITY_NAME, "name", Trait.ENTITY);
        addIf(Kind.EMAIL, "email", people ? Trait.MAIL : Trait.FIRM_MAIL);
        if (has(Kind.PHONE) || has(Kind.NOTES)) {
            fields.add(new Field("phone", Trait.PHONE, -1));
        }
        if (people && (has(Kind.COMPANY) || has(Kind.EMAIL) && has(Kind.FULL_NAME))) {
            fields.add(new Field("company", Trait.COMPANY, -1));
        }
        addIf(Kind.ADDRESS, "address", Trait.ADDRESS);
        addIf(Kind.BIRTHDAY, "birthday", Trait.BIRTHDAY);
        addIf(Kind.SEX, "sex", Trait.SEX);
    }

    private void addIf(Kind kind, String label, Trait trait) {
        if (has(kind)) {
            fields.add(new Field(label, trait, -1));
        }
    }

    private static Trait trait(Kind kind) {
        return kind == Kind.NOTES ? Trait.TEXT : Trait.valueOf(kind.name());
    }

    private boolean has(Kind kind) {
        return columns.stream().anyMatch(column -> column.kind() == kind);
    }

    /** {@return the columns in their order} */
    public List<Column> columns() {
        return columns;
    }

    /** {@return what is compared} */
    List<Field> fields() {
        return fields;
    }

    /** {@return whether the records are people} */
    boolean isOfPeople() {
        return people;
    }

    /** {@return whether the address of a record is likely its company's} */
    boolean isOfEmployed() {
        return employed;
    }

    /**
     * Reads a record.
     *
     * @param id what the caller knows it by
     * @param values the values by column; several for one column are given as several entries
     * @return its profile
     */
    public Profile profile(String id, List<Entry> values) {
        return new ProfileReader(this).read(id, values);
    }

    /**
     * A value in a column.
     *
     * @param column number of the column, from 0
     * @param value the value as it was written; a blank one says nothing
     */
    public record Entry(int column, String value) {}

    /** {@return a company's name taken apart; many records share one company, and then its name is held once} */
    CompanyName company(String written) {
        if (companies.size() > MOST_COMPANIES) {
            companies.clear();
        }
        return companies.computeIfAbsent(written, CompanyName::of);
    }

    /** {@return the values that many records have} */
    Shared shared() {
        return shared;
    }

    int textOf(int column) {
        return textOf[column];
    }

    int texts() {
        return texts;
    }
}
