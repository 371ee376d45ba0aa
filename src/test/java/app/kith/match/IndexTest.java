package app.kith.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndexTest {
    private final GeneratedContacts contacts = GeneratedContacts.of(1_500, 3);
    private final Index index = new Duplicates(GeneratedContacts.SCHEMA, contacts.profiles(), 0)
            .scan(_ -> {}, () -> false).index();

    @Test
    void aNewRecordFindsWhoItMayBe() {
        index.put(GeneratedContacts.profile("old", "欧阳景行", "oyjx@hengyuan.com", "13812345678", "上海恒远软件有限公司"));

        List<Index.Candidate> found = index.find(GeneratedContacts.profile("new", "Ouyang Jingxing", "",
                "+86 138 1234 5678"), Findings.PROPOSED);

        assertThat(found).first().extracting(Index.Candidate::id).isEqualTo("old");
        assertThat(found.getFirst().reasons()).extracting(Reason::field).contains("phone");
    }

    @Test
    void aRecordDoesNotFindItselfNorWhoWasTakenOut() {
        Profile profile = GeneratedContacts.profile("old", "欧阳景行", "oyjx@hengyuan.com", "13812345678");
        index.put(profile);
        assertThat(index.find(profile, 0.01)).extracting(Index.Candidate::id).doesNotContain("old");

        index.remove("old");
        Profile again = GeneratedContacts.profile("new", "欧阳景行", "oyjx@hengyuan.com", "13812345678");
        assertThat(index.find(again, 0.01)).extracting(Index.Candidate::id).doesNotContain("old");
    }

    @Test
    void theIndexFindsWhatTheScanFound() {
        Findings findings = new Duplicates(GeneratedContacts.SCHEMA, contacts.profiles(), 0).scan(_ -> {}, () -> false);
        int there = 0;
        List<List<Integer>> safe = new ArrayList<>(findings.safe());
        for (List<Integer> group : safe) {
            Profile first = contacts.profiles().get(group.get(0));
            String second = contacts.profiles().get(group.get(1)).id();
            there += index.find(first, 0.01).stream().anyMatch(candidate -> candidate.id().equals(second)) ? 1 : 0;
        }

        assertThat(there).isGreaterThan((int) (0.95 * safe.size()));
    }
}
