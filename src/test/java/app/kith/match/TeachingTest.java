package app.kith.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which pairs are asked about. */
class TeachingTest {
    private static final byte[] NAME = {1, 0};
    private static final byte[] PHONE = {0, 1};
    private static final byte[] BOTH = {1, 1};

    @Test
    void ofEachWayToAgreeThePairNearestToEvenIsAskedFirst() {
        Teaching teaching = new Teaching();
        teaching.add(new Match(0, 1, 6), NAME);
        teaching.add(new Match(2, 3, -0.5), NAME);
        teaching.add(new Match(4, 5, 1), PHONE);

        assertThat(teaching.choose(2, Set.of())).extracting(Match::first).containsExactly(2, 4);
    }

    @Test
    void whoWasAskedBeforeIsAskedAfterOthersThatAreInDoubt() {
        Teaching teaching = new Teaching();
        teaching.add(new Match(0, 1, 0.1), NAME);
        teaching.add(new Match(2, 3, 2), PHONE);

        assertThat(teaching.choose(2, Set.of(1))).extracting(Match::first).containsExactly(2, 0);
    }

    @Test
    void aDoubtAboutWhoWasAskedBeforeIsWorthMoreThanWhatIsPlain() {
        Teaching teaching = new Teaching();
        teaching.add(new Match(0, 1, 5), NAME);
        teaching.add(new Match(2, 3, 25), BOTH);

        assertThat(teaching.choose(1, Set.of(1))).extracting(Match::first).containsExactly(0);
    }
}
