package app.kith.store;

import app.kith.contact.Entry;
import java.util.Collection;
import java.util.List;

/** Activities and records, many at once, and whose they can be: for imports of them. Blocks. */
public final class EntriesView {
    private final Store store;

    /**
     * Makes the queries.
     *
     * @param store the store
     */
    public EntriesView(Store store) {
        this.store = store;
    }

    /**
     * A customer of a company.
     *
     * @param contact number of the customer
     * @param company the company as the card writes it
     * @param isCompany whether the customer is the company itself and no person
     */
    public record InCompany(long contact, String company, boolean isCompany) {}

    /** {@return all records that have a number} */
    public List<Entry> numbered() {
        return store.readers().withHandle(handle -> handle
                .createQuery("SELECT * FROM entry WHERE to_change IS NULL AND number <> '' ORDER BY id")
                .map((row, _) -> EntryTable.read(row)).list());
    }

    /**
     * The activities and records of customers.
     *
     * @param contacts numbers of the customers
     * @return the entries, in the order of their numbers
     */
    public List<Entry> of(Collection<Long> contacts) {
        return contacts.isEmpty()
                ? List.of()
                : store.readers().withHandle(handle -> handle.createQuery("""
                        SELECT * FROM entry WHERE contact_id IN (<contacts>) AND to_change IS NULL ORDER BY id""")
                        .bindList("contacts", List.copyOf(contacts)).map((row, _) -> EntryTable.read(row)).list());
    }

    /** {@return which customer is of which company, as cards say} */
    public List<InCompany> companies() {
        return store.readers().withHandle(handle -> handle.createQuery(
                """
                        SELECT DISTINCT v.contact_id, v.raw, c.company_card FROM card_value v JOIN contact c ON c.id = v.contact_id
                        WHERE v.property = 'COMPANY' AND v.to_change IS NULL AND v.mark <> 'DENIED' ORDER BY v.contact_id""")
                .map((row, _) -> new InCompany(row.getLong(1), row.getString(2), row.getBoolean(3))).list());
    }
}
