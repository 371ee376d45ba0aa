package app.kith.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A list so long that common keys are limited and that the weights are learnt on a part of the pairs. */
class LongListTest {
    private static final int RECORDS = 30_000;

    @Test
    void hardlyAPairIsMissedAndProposalsAreAsRight() {
        GeneratedContacts contacts = GeneratedContacts.of(RECORDS, 12);
        contacts.forgetRows();

        Findings findings = new Duplicates(GeneratedContacts.SCHEMA, contacts.profiles(), 0).scan(_ -> {}, () -> false);

        Accuracy proposed = Accuracy.ofProposals(contacts, findings);
        assertThat(Accuracy.candidateRecall(contacts, findings)).as("share of true pairs compared")
                .isGreaterThan(0.975);
        assertThat(findings.compared() / (double) RECORDS).as("pairs a record").isLessThan(20);
        assertThat(proposed.f1()).as("F1 of proposals: " + proposed).isGreaterThan(0.923);
        assertThat(proposed.precision()).as("precision of proposals").isGreaterThan(0.944);
        assertThat(Accuracy.ofGroups(contacts, findings.safe()).precision()).as("precision of the safe tier")
                .isGreaterThan(0.999);
    }

    @Test
    void whatIsInDoubtMostlyStandsForAWholePerson() {
        assertThat(Trainer.partOfPerson(0, 0)).isEqualTo(1);
        assertThat(Trainer.partOfPerson(1, 0)).isEqualTo(0.5);
        assertThat(Trainer.partOfPerson(0, 1)).isBetween(0.63, 0.64);
        assertThat(Trainer.partOfPerson(2, 0.5)).isBetween(0.3, 1 / 3.0);
    }
}
