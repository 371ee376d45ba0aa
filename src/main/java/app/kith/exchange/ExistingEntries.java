package app.kith.exchange;

import app.kith.contact.Entry;
import java.util.Collection;
import java.util.List;

/** The activities and records that are there before an import, and whose they can be. */
public interface ExistingEntries extends ExistingCards {

    /** {@return all records that have a number} */
    List<Entry> numbered();

    /**
     * The activities and records of customers.
     *
     * @param contacts numbers of the customers, some thousands at most
     * @return the entries, in no particular order
     */
    List<Entry> of(Collection<Long> contacts);

    /** {@return which customer is of which company; only what cards say} */
    List<InCompany> companies();

    /**
     * A customer of a company.
     *
     * @param contact number of the customer
     * @param company the company as the card writes it
     * @param isCompany whether the customer is the company itself and no person
     */
    record InCompany(long contact, String company, boolean isCompany) {}
}
