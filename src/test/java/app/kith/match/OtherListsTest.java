package app.kith.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kinds of lists that the engine was not made on: how right it is there, with floors just under what is reached. */
class OtherListsTest {

    @ParameterizedTest
    @CsvSource({"companies, 0.975", "mixed, 0.907", "attendees, 0.87", "notes, 0.908", "papers, 0.893"})
    void anotherKindOfListIsReadAsWell(String kind, double floor) {
        for (long seed : new long[]{3, 8}) {
            OtherLists list = switch (kind) {
                case "companies" -> OtherLists.companies(seed);
                case "mixed" -> OtherLists.mixed(seed);
                case "notes" -> OtherLists.notes(seed);
                case "papers" -> OtherLists.papers(seed);
                default -> OtherLists.attendees(seed);
            };

            Findings findings = list.scan();

            Accuracy proposed = list.ofProposals(findings);
            long[] safe = list.safe(findings);
            assertThat(proposed.f1()).as("F1 of %s, seed %d: %s", kind, seed, proposed).isGreaterThan(floor);
            assertThat(safe[0]).as("wrong pairs in the safe tier, of %d", safe[1]).isZero();
        }
    }
}
