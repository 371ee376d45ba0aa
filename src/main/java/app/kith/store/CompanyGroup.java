package app.kith.store;

import app.kith.store.Companies.CompanyRow;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** A company with its members. There are many of them at a time: it is kept small. */
final class CompanyGroup {
    /** Its number: the lowest of its members. */
    final long id;
    final String name;
    final String sortKey;
    final List<String> domains;
    /** Milliseconds since 1970; 0 where there was no mail. */
    final long lastAt;
    private final long[] people;
    private final @Nullable Long card;
    /** What it is found by beside its name and domains, in lower case. */
    private final String search;

    CompanyGroup(long id, String name, List<String> domains, long[] people, @Nullable Long card, long lastAt,
            String search) {
        this.id = id;
        this.name = name;
        this.sortKey = ContactRow.sortKey(name);
        this.domains = List.copyOf(domains);
        this.people = people.clone();
        this.card = card;
        this.lastAt = lastAt;
        this.search = search;
    }

    int size() {
        return people.length;
    }

    List<Long> people() {
        return Arrays.stream(people).boxed().toList();
    }

    /** {@return number of the customer that is the company itself; null where there is none} */
    @Nullable
    Long card() {
        return card;
    }

    /** Its people and its own card. */
    LongStream members() {
        return card == null ? Arrays.stream(people) : LongStream.concat(Arrays.stream(people), LongStream.of(card));
    }

    /** {@return whether a word, in lower case, is in one of its names or domains} */
    boolean holds(String word) {
        return search.contains(word) || domains.stream().anyMatch(domain -> domain.contains(word));
    }

    CompanyRow row() {
        return new CompanyRow(id, name, domains, people.length, lastAt == 0 ? null : Instant.ofEpochMilli(lastAt));
    }
}
