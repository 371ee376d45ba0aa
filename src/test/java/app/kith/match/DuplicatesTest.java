package app.kith.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole engine on made-up lists, and on the traps one by one. */
class DuplicatesTest {
    private static final int RECORDS = 2_500;
    private static GeneratedContacts contacts;
    private static Findings findings;

    @BeforeAll
    static void scanOnce() {
        contacts = GeneratedContacts.of(RECORDS, 31);
        findings = scan(contacts.profiles(), List.of(), List.of());
    }

    private static Findings scan(List<Profile> profiles, List<Sign> signs, List<Answer> answers) {
        return new Duplicates(GeneratedContacts.SCHEMA, profiles, 0, signs, answers).scan(_ -> {}, () -> false);
    }

    @Test
    void proposalsAreRightAsOftenAsEver() {
        Accuracy accuracy = Accuracy.ofProposals(contacts, findings);

        assertThat(accuracy.precision()).as("precision of proposals").isGreaterThan(0.957);
        assertThat(accuracy.recall()).as("recall of proposals").isGreaterThan(0.95);
        assertThat(accuracy.f1()).as("F1 of proposals").isGreaterThan(0.953);
    }

    @Test
    void whatIsAcceptedUnaskedIsRight() {
        Accuracy accuracy = Accuracy.ofGroups(contacts, findings.safe());

        assertThat(accuracy.precision()).as("precision of the safe tier").isGreaterThan(0.998);
        assertThat(accuracy.recall()).as("recall of the safe tier").isGreaterThan(0.49);
    }

    @Test
    void fewPairsAreComparedAndHardlyATruePairIsMissed() {
        Set<Long> compared = new HashSet<>();
        findings.pairs(0).forEach(pair -> compared.add((long) pair.first() << 32 | pair.second()));
        long found = 0;
        for (int i = 0; i < RECORDS; i++) {
            for (int j = i + 1; j < RECORDS; j++) {
                boolean same = contacts.owner(i) == contacts.owner(j);
                found += same && compared.contains((long) i << 32 | j) ? 1 : 0;
            }
        }

        assertThat(findings.compared() / (double) RECORDS).as("pairs a record").isLessThan(20);
        assertThat(found / (double) Accuracy.truth(contacts)).as("share of true pairs compared").isGreaterThan(0.98);
    }

    @Test
    void probabilitiesAreHonest() {
        double[] expected = new double[5];
        int[] count = new int[5];
        int[] same = new int[5];
        for (Match match : findings.pairs(0.5)) {
            double probability = match.probability();
            int bin = (int) Math.min(4, (probability - 0.5) * 10);
            count[bin]++;
            expected[bin] += probability;
            same[bin] += contacts.owner(match.first()) == contacts.owner(match.second()) ? 1 : 0;
        }

        assertThat(same[4] / (double) count[4]).as("true among those said to be 90 % sure").isGreaterThan(0.9);
        assertThat(Math.abs(expected[4] - same[4]) / count[4]).as("said less true, at the top").isLessThan(0.08);
    }

    @Test
    void groupsShareNoRecord() {
        Set<Integer> seen = new HashSet<>();
        for (List<Integer> group : findings.groups()) {
            assertThat(group).hasSizeGreaterThan(1);
            group.forEach(record -> assertThat(seen.add(record)).as("record " + record + " is in one group").isTrue());
        }
        Set<Integer> safe = new HashSet<>();
        findings.safe().forEach(group -> group.forEach(record -> assertThat(safe.add(record)).isTrue()));
    }

    @Test
    void theOrderOfTheRecordsDoesNotMatter() {
        List<Profile> mixed = new ArrayList<>(contacts.profiles());
        Collections.shuffle(mixed, new Random(9));

        Findings other = scan(mixed, List.of(), List.of());

        Set<String> before = names(contacts.profiles(), findings.safe());
        assertThat(names(mixed, other.safe())).as("safe groups").isEqualTo(before);
        Set<String> proposed = names(contacts.profiles(), findings.groups());
        Set<String> proposedAfter = names(mixed, other.groups());
        Set<String> both = new HashSet<>(proposed);
        both.retainAll(proposedAfter);
        assertThat(both.size()).as("groups proposed in both orders, of " + proposed.size())
                .isGreaterThan((int) (0.97 * proposed.size()));
    }

    private static Set<String> names(List<Profile> profiles, List<List<Integer>> groups) {
        Set<String> names = new HashSet<>();
        for (List<Integer> group : groups) {
            Set<String> ids = new TreeSet<>();
            group.forEach(i -> ids.add(profiles.get(i).id()));
            names.add(ids.toString());
        }
        return names;
    }

    @Test
    void whoComesFirstDoesNotMatter() {
        for (Match match : findings.pairs(0.01)) {
            assertThat(findings.reasons(match.first(), match.second()))
                    .isEqualTo(findings.reasons(match.second(), match.first()));
        }
    }

    @Test
    void aScanCanBeStopped() {
        assertThatThrownBy(() -> new Duplicates(GeneratedContacts.SCHEMA, contacts.profiles(), 0).scan(_ -> {},
                () -> true)).isInstanceOf(CancellationException.class);
    }

    @Test
    void noRecordsAndOneRecordHaveNoDuplicates() {
        assertThat(scan(List.of(), List.of(), List.of()).groups()).isEmpty();
        assertThat(scan(List.of(GeneratedContacts.profile("a", "王小明")), List.of(), List.of()).pairs(0)).isEmpty();
    }

    @Test
    void aNoOfTheUserHoldsForEver() {
        List<Sign> signs = new ArrayList<>();
        Map<String, String> kept = new HashMap<>();
        for (List<Integer> group : findings.safe().subList(0, 50)) {
            String first = contacts.profiles().get(group.get(0)).id();
            String second = contacts.profiles().get(group.get(1)).id();
            signs.add(new Sign(first, second, Sign.What.NOT_THE_SAME));
            kept.put(first, second);
        }

        Findings after = scan(contacts.profiles(), signs, List.of());

        for (List<List<Integer>> groups : List.of(after.groups(), after.safe())) {
            for (List<Integer> group : groups) {
                List<String> ids = group.stream().map(i -> contacts.profiles().get(i).id()).toList();
                ids.forEach(id -> assertThat(ids).as("who is kept apart from " + id).doesNotContain(
                        kept.getOrDefault(id, "nobody")));
            }
        }
    }

    @Test
    void aYesJoinsWhatTheValuesDoNot() {
        String first = contacts.profiles().get(0).id();
        String second = contacts.profiles().get(1).id();

        Findings after = scan(contacts.profiles(), List.of(new Sign(first, second, Sign.What.THE_SAME)), List.of());

        assertThat(after.groups()).anyMatch(group -> group.contains(0) && group.contains(1));
        assertThat(after.reasons(0, 1)).first().extracting(Reason::level).isEqualTo("said to be one");
    }

    @Test
    void answersMakeTheProposalsBetterOrLeaveThemAsTheyAre() {
        double before = Accuracy.ofProposals(contacts, findings).f1();

        Findings after = scan(contacts.profiles(), List.of(), Oracle.answers(contacts, findings, 60));

        assertThat(Accuracy.ofProposals(contacts, after).f1()).isGreaterThan(before);
    }
}
