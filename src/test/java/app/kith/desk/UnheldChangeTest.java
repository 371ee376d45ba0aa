package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.kith.change.Actor;
import app.kith.change.Change.CardChange;
import app.kith.change.Change.EntryChange;
import app.kith.change.ChangeSet;
import app.kith.contact.Card;
import app.kith.contact.Entry;
import app.kith.contact.Property;
import app.kith.contact.Source;
import app.kith.contact.Value;
import app.kith.log.Ledger;
import app.kith.support.TestDesk;
import app.kith.vault.KeyRing;
import app.kith.vault.Vault;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the store cannot hold neither locks the data folder nor takes anything else along. */
class UnheldChangeTest {
    private static final Source HAND = new Source(Source.Kind.HAND, "");
    private static final List<Value> SHORT = List.of(Value.of(Property.NAME, "", "Short"));

    @TempDir
    private Path folder;

    /** An entry of a day that no column of milliseconds can tell. */
    private static Entry endless(long id, long contact) {
        return new Entry(id, contact, Entry.Kind.NOTE, Instant.MAX, null, "endless", "", "", null, "", "", HAND);
    }

    @Test
    void aChangeThatTheStoreCannotHoldDoesNotComeIntoTheLedger() {
        try (Desk desk = TestDesk.open(folder)) {
            long contact = desk.records().add(SHORT).contact();
            KithException refused = catchThrowableOfType(KithException.class,
                    () -> desk.records().log(endless(0, contact)));
            assertThat(refused.problem()).isEqualTo(Problem.CHANGE_NOT_HELD);
            assertThat(desk.records().add(SHORT).change()).as("number of the next change set").isEqualTo(2);
        }
        try (Desk desk = Desk.open(TestDesk.options(folder).rebuilding())) {
            assertThat(desk.damages()).isEmpty();
            assertThat(desk.doctor().check(_ -> {}).healthy()).isTrue();
        }
    }

    @Test
    void oneThatIsInTheLedgerAlreadyIsSetAsideAndNamedAndTheRestGoesOn() {
        try (Desk desk = TestDesk.open(folder)) {
            desk.records().add(SHORT);
        }
        Vault vault = Vault.open(folder, TestDesk.PASSPHRASE.toCharArray(), KeyRing.none());
        try (Ledger ledger = Ledger.open(folder, vault.key("ledger"))) {
            ledger.append(new ChangeSet(Instant.EPOCH, Actor.USER, "contact-added",
                    List.of(new CardChange(80, null, new Card(80, 70, HAND, SHORT)),
                            new EntryChange(90, null, endless(90, 70)))));
        }
        for (boolean rebuild : new boolean[]{false, true}) {
            try (Desk desk = Desk.open(rebuild ? TestDesk.options(folder).rebuilding() : TestDesk.options(folder))) {
                assertThat(desk.damages()).singleElement()
                        .satisfies(damage -> assertThat(damage.sequence()).isEqualTo(2));
                assertThat(desk.customers().find(70)).as("half of what was set aside").isEmpty();
                assertThat(desk.doctor().check(_ -> {}).faults()).singleElement().asString()
                        .startsWith("1 change sets set aside");
                desk.records().add(SHORT);
            }
            try (Desk desk = TestDesk.open(folder)) {
                assertThat(desk.damages()).as("damage at the next start").isEmpty();
                assertThat(desk.doctor().check(_ -> {}).faults()).hasSize(1);
            }
        }
    }
}
