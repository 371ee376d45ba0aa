package app.kith.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kinds of lists that the engine was not made on: how right it is there, with floors just under what is reached. */
class OtherListsTest {

    @ParameterizedTest
    @CsvSource({"companies, 0.965", "mixed, 0.90", "attendees, 0.86"})
    void anotherKindOfListIsReadAsWell(String kind, double floor) {
        for (long seed : new long[]{3, 8}) {
            OtherLists list = switch (kind) {
                case "companies" -> OtherLists.companies(seed);
                case "mixed" -> OtherLists.mixed(seed);
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
