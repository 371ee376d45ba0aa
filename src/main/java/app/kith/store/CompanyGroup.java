package app.kith.store;

import app.kith.store.Companies.CompanyRow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A company with its members.
 *
 * @param search what it is found by, in lower case
 * @param lastAt milliseconds since 1970; 0 where there was no mail
 */
record CompanyGroup(long id, String name, String sortKey, List<String> domains, List<Long> people, @Nullable Long card,
        long lastAt, String search) {

    /** Its people and its own card. */
    List<Long> members() {
        List<Long> members = new java.util.ArrayList<>(people);
        if (card != null) {
            members.add(card);
        }
        return members;
    }

    CompanyRow row() {
        return new CompanyRow(id, name, domains, people.size(), lastAt == 0 ? null : Instant.ofEpochMilli(lastAt));
    }
}
