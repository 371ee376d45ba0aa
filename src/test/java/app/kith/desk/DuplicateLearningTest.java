package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.desk.Records.Entered;
import app.kith.match.Learnt;
import app.kith.support.TestDesk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What merges and refusals teach the search for duplicates, and how it is taken back. */
class DuplicateLearningTest {
    @TempDir
    private Path folder;

    private Desk desk;
    private final List<Long> namesakes = new ArrayList<>();

    @BeforeEach
    void open() {
        desk = TestDesk.open(folder);
        for (int i = 0; i < 30; i++) {
            add("Person " + (char) ('A' + i % 26) + "son" + i, "p" + i + "@firm" + i + ".example",
                    "1390000" + (2000 + i * 7));
        }
        for (int i = 0; i < 6; i++) {
            namesakes.add(add("Ulrich Hartweg" + (char) ('a' + i), "u" + i + "@old.example", "1350000" + (1000 + i)));
            namesakes.add(add("Ulrich Hartweg" + (char) ('a' + i), "uh" + i + "@new.example", "1360000" + (7000 + i)));
        }
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private long add(String name, String email, String phone) {
        return desk.records().add(List.of(Value.of(Property.NAME, "", name), Value.of(Property.EMAIL, "", email),
                Value.of(Property.PHONE, "mobile", phone))).contact();
    }

    private double last() {
        return desk.duplicates().explain(namesakes.get(10), namesakes.get(11)).orElseThrow().probability();
    }

    private Entered answer(int pair, boolean same) {
        long one = namesakes.get(2 * pair);
        long other = namesakes.get(2 * pair + 1);
        return same
                ? desk.duplicates().merge(one, List.of(other), List.of())
                : desk.duplicates().apart(List.of(one, other));
    }

    @Test
    void mergesMakeThoseWhoAgreeLikewiseLikelierAndTakingThemBackTakesItBack() {
        double before = last();
        assertThat(desk.duplicates().learnt()).isEmpty();
        List<Entered> merges = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            merges.add(answer(i, true));
        }

        assertThat(last()).as("likelier after merges of others alike").isGreaterThan(3 * before);
        Learnt learnt = desk.duplicates().learnt().getFirst();
        assertThat(learnt.same()).isEqualTo(4);
        assertThat(learnt.apart()).isZero();
        assertThat(learnt.moves()).anyMatch(move -> move.field().equals("phone") && move.by() > 0 && move.same() == 4);

        merges.reversed().forEach(merge -> desk.history().undo(merge.change()));

        assertThat(last()).as("as before").isEqualTo(before);
        assertThat(desk.duplicates().learnt()).isEmpty();
    }

    @Test
    void refusalsMakeThoseWhoAgreeLikewiseLessLikely() {
        double before = last();
        Entered first = answer(0, false);
        answer(1, false);
        answer(2, false);
        double after = last();

        assertThat(after).isLessThan(before);

        desk.history().undo(first.change());

        assertThat(last()).as("between").isGreaterThan(after).isLessThan(before);
    }

    @Test
    void whatWasLearntIsForgottenByOneChangeThatCanBeTakenBackAndLivesThroughARebuild() {
        for (int i = 0; i < 4; i++) {
            answer(i, i % 2 == 0);
        }
        answer(4, true);
        double learnt = last();
        assertThat(desk.duplicates().learnt().getFirst().moves()).isNotEmpty();

        Entered forgotten = desk.duplicates().forget();
        double before = last();
        assertThat(before).isNotEqualTo(learnt);
        assertThat(desk.duplicates().learnt()).isEmpty();
        assertThat(desk.duplicates().forget().change()).as("nothing more to forget").isZero();
        assertThat(desk.duplicates().explain(namesakes.get(2), namesakes.get(3)).orElseThrow().why().getFirst().level())
                .as("the refusal itself holds").isEqualTo("said to be two");
        desk.close();
        desk = Desk.open(TestDesk.options(folder).rebuilding());
        assertThat(last()).as("after a rebuild").isEqualTo(before);

        desk.history().undo(forgotten.change());
        assertThat(last()).isEqualTo(learnt);
    }

    @Test
    void anAnswerGoesOnTeachingWhatItsCustomersWereLikeWhenItWasGiven() {
        answer(0, true);
        answer(1, true);
        double before = last();
        long stays = namesakes.getFirst();
        desk.records().edit(stays, List.of(Value.of(Property.PHONE, "mobile", "13800009999")), List.of());
        desk.duplicates().merge(add("Somebody Else", "else@elsewhere.example", "13711112222"), List.of(stays),
                List.of());

        assertThat(desk.duplicates().learnt().getFirst().same()).isEqualTo(3);
        assertThat(desk.duplicates().learnt().getFirst().moves()).as("the pairs that were merged had other numbers")
                .noneMatch(move -> move.field().equals("phone") && move.level().label().equals("equal"));
        assertThat(before).isPositive();
    }
}
