package app.kith.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A list so long that common keys are limited and that the weights are learnt on a part of the pairs. */
class LongListTest {
    private static final int RECORDS = 30_000;
    private static final double OFF = 0.14;

    @Test
    void hardlyAPairIsMissedAndProposalsAreAsRight() {
        GeneratedContacts contacts = GeneratedContacts.of(RECORDS, 12);
        contacts.forgetRows();

        Findings findings = new Duplicates(GeneratedContacts.SCHEMA, contacts.profiles(), 0).scan(_ -> {}, () -> false);

        Accuracy proposed = Accuracy.ofProposals(contacts, findings);
        assertThat(Accuracy.candidateRecall(contacts, findings)).as("share of true pairs compared")
                .isGreaterThan(0.975);
        assertThat(findings.compared() / (double) RECORDS).as("pairs a record").isLessThan(20);
        assertThat(proposed.f1()).as("F1 of proposals: " + proposed).isGreaterThan(0.925);
        assertThat(proposed.precision()).as("precision of proposals").isGreaterThan(0.951);
        assertThat(Accuracy.ofGroups(contacts, findings.safe()).precision()).as("precision of the safe tier")
                .isGreaterThan(0.999);
        whatIsSaidIsTrueInEachTenth(contacts, findings);
    }

    private static void whatIsSaidIsTrueInEachTenth(GeneratedContacts contacts, Findings findings) {
        int[] counts = new int[10];
        int[] same = new int[10];
        double[] said = new double[10];
        for (Match match : findings.pairs(0.02)) {
            int bin = (int) Math.min(9, match.probability() * 10);
            counts[bin]++;
            said[bin] += match.probability();
            same[bin] += contacts.owner(match.first()) == contacts.owner(match.second()) ? 1 : 0;
        }
        for (int bin = 0; bin < 10; bin++) {
            assertThat(counts[bin]).as("pairs of the tenth from 0." + bin).isGreaterThan(100);
            assertThat(same[bin] / (double) counts[bin]).as("true among those said to be 0." + bin + " and more")
                    .isBetween(said[bin] / counts[bin] - OFF, said[bin] / counts[bin] + OFF);
        }
    }

    @Test
    void whatIsInDoubtMostlyStandsForAWholePerson() {
        assertThat(Trainer.partOfPerson(0, 0)).isEqualTo(1);
        assertThat(Trainer.partOfPerson(1, 0)).isEqualTo(0.5);
        assertThat(Trainer.partOfPerson(0, 1)).isBetween(0.63, 0.64);
        assertThat(Trainer.partOfPerson(2, 0.5)).isBetween(0.3, 1 / 3.0);
    }
}
