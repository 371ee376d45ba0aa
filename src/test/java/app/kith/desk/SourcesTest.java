package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.kith.change.Actor;
import app.kith.change.Change.CardChange;
import app.kith.contact.Card;
import app.kith.contact.Property;
import app.kith.contact.Source;
import app.kith.contact.Source.Kind;
import app.kith.contact.Value;
import app.kith.desk.Records.Entered;
import app.kith.store.SourcesView.Brought;
import app.kith.support.TestDesk;
import app.kith.words.KithException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Taking a whole source back. */
class SourcesTest {
    private static final Source FILE = new Source(Kind.FILE, "fair.csv");

    @TempDir
    private Path folder;

    private Desk desk;
    private long anna;

    @BeforeEach
    void begin() {
        desk = TestDesk.open(folder);
        anna = desk.records().add(List.of(Value.of(Property.NAME, "", "Anna Keller"))).contact();
        imported(anna, Value.of(Property.PHONE, "mobile", "+49 170 5551234"), Value.of(Property.TITLE, "", "Buyer"));
        imported(0, Value.of(Property.NAME, "", "Bert Ohm"), Value.of(Property.EMAIL, "", "bert@ohm.example"));
    }

    @AfterEach
    void end() {
        desk.close();
    }

    private void imported(long contact, Value... values) {
        desk.journal().enter(Actor.IMPORT, "import fair.csv", free -> List.of(new CardChange(free.card(), null,
                new Card(free.card(), contact == 0 ? free.contact() : contact, FILE, List.of(values)))));
    }

    private List<Property> known() {
        return desk.customers().find(anna).orElseThrow().values().stream().map(one -> one.value().property()).toList();
    }

    @Test
    void aSourceIsTakenBackWithAllThatItBroughtAndComesBackWhenThatIsUndone() {
        assertThat(desk.sources().list()).containsExactly(new Brought(new Source(Kind.HAND, ""), 1, 1, 0),
                new Brought(FILE, 2, 4, 0));
        Entered withdrawn = desk.sources().withdraw(desk.sources().find("file:fair.csv"));
        assertThat(known()).containsExactly(Property.NAME);
        assertThat(desk.customers().count()).isEqualTo(1);
        assertThat(desk.sources().list()).extracting(Brought::source).containsExactly(new Source(Kind.HAND, ""));
        desk.history().undo(withdrawn.change());
        assertThat(known()).containsExactly(Property.NAME, Property.PHONE, Property.TITLE);
        assertThat(desk.customers().count()).isEqualTo(2);
    }

    @Test
    void whatTheUserConfirmedStaysAndTheHandCannotBeWithdrawn() {
        desk.records().confirm(anna, Value.of(Property.TITLE, "", "Buyer"));
        desk.sources().withdraw(FILE);
        assertThat(known()).containsExactly(Property.NAME, Property.TITLE);
        assertThatThrownBy(() -> desk.sources().withdraw(new Source(Kind.HAND, ""))).isInstanceOf(KithException.class);
        assertThatThrownBy(() -> desk.sources().find("file:other.csv")).isInstanceOf(KithException.class);
    }
}
