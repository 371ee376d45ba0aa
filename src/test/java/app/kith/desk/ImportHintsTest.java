package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.contact.Property;
import app.kith.contact.ShownValue;
import app.kith.contact.Value;
import app.kith.desk.ImportHints.Hint;
import app.kith.desk.ImportHints.Perhaps;
import app.kith.exchange.ImportFile;
import app.kith.exchange.ImportPlan;
import app.kith.exchange.Importer;
import app.kith.exchange.PlannedCard;
import app.kith.support.TestDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of an import that may be customers already. */
class ImportHintsTest {
    private static final Importer.Options OPTIONS = new Importer.Options(Importer.Key.AUTO, Importer.Mode.BOTH);
    private static final String ROWS = """
            Name,Company,E-mail
            "Zwiebelstein, Ottokar",Falkenried Werke,o.zwiebelstein@web.example
            Nobody Known,Elsewhere Ltd,nobody@elsewhere.example
            """;

    @TempDir
    private Path folder;

    private Desk desk;
    private long ottokar;

    @BeforeEach
    void open() {
        desk = TestDesk.open(folder.resolve("home"));
        for (int i = 0; i < 20; i++) {
            add("Person " + (char) ('A' + i % 26) + "son" + i, "Firm " + i, "p" + i + "@firm" + i + ".example");
        }
        ottokar = add("Ottokar Zwiebelstein", "Falkenried Werke GmbH", "ottokar@falkenried-werke.example");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private long add(String name, String company, String email) {
        return desk.records().add(List.of(Value.of(Property.NAME, "", name), Value.of(Property.COMPANY, "", company),
                Value.of(Property.EMAIL, "", email))).contact();
    }

    private ImportPlan plan() throws IOException {
        Path file = Files.writeString(folder.resolve("list.csv"), ROWS);
        ImportFile opened = ImportFile.open(file, desk.transfers().imports().presets(),
                new ImportFile.Choice("auto", Map.of()));
        return desk.transfers().imports().plan(List.of(opened), OPTIONS, _ -> {}, () -> false);
    }

    private List<String> emails(long contact) {
        return desk.customers().find(contact).orElseThrow().values().stream().map(ShownValue::value)
                .filter(value -> value.property() == Property.EMAIL).map(Value::raw).toList();
    }

    @Test
    void aNewRowThatMayBeSomebodyIsNamedWithItsReasons() throws Exception {
        ImportPlan plan = plan();
        assertThat(plan.files().getFirst().count(PlannedCard.Kind.NEW)).isEqualTo(2);

        assertThat(desk.transfers().imports().perhaps(plan, _ -> {}, () -> true))
                .as("stopped while all customers are scanned")
                .isEmpty();
        List<Hint> hints = desk.transfers().imports().perhaps(plan, _ -> {}, () -> false);

        assertThat(hints).singleElement().extracting(Hint::name).isEqualTo("Zwiebelstein, Ottokar");
        Perhaps perhaps = hints.getFirst().perhaps().getFirst();
        assertThat(perhaps.likely().contact()).isEqualTo(ottokar);
        assertThat(perhaps.name()).isEqualTo("Ottokar Zwiebelstein");
        assertThat(perhaps.likely().why()).anyMatch(why -> why.field().equals("family name") && why.weight() > 3);
    }

    @Test
    void theLastRowOfALongFileIsLookedAtAsWellAndTheSearchCanBeStopped() throws Exception {
        StringBuilder rows = new StringBuilder("Name,Company,E-mail\n");
        for (int i = 0; i < 5_200; i++) {
            rows.append("Quisquam ").append(Integer.toString(i, 36)).append("dorf,Elsewhere ").append(i).append(",q")
                    .append(i).append("@elsewhere").append(i).append(".example\n");
        }
        rows.append("Ottokar Zwiebelstein,Falkenried Werke,o.zwiebelstein@web.example\n");
        Path file = Files.writeString(folder.resolve("long.csv"), rows);
        ImportFile opened = ImportFile.open(file, desk.transfers().imports().presets(),
                new ImportFile.Choice("auto", Map.of()));
        ImportPlan plan = desk.transfers().imports().plan(List.of(opened), OPTIONS, _ -> {}, () -> false);
        AtomicLong looked = new AtomicLong();

        List<Hint> hints = desk.transfers().imports().perhaps(plan, looked::set, () -> false);

        assertThat(hints).extracting(Hint::name).contains("Ottokar Zwiebelstein");
        assertThat(looked).hasValue(5_201);
        assertThat(desk.transfers().imports().perhaps(plan, _ -> {}, () -> true)).isEmpty();
    }

    @Test
    void whereNothingIsSaidTheRowIsNewAndThePairIsProposed() throws Exception {
        ImportPlan plan = plan();
        desk.transfers().imports().perhaps(plan, _ -> {}, () -> false);
        desk.transfers().imports().enter(plan, OPTIONS);

        assertThat(desk.customers().count()).isEqualTo(23);
        assertThat(emails(ottokar)).hasSize(1);
        assertThat(desk.duplicates().scan(_ -> {}, () -> false).groups())
                .anyMatch(group -> group.contacts().contains(ottokar) && group.contacts().size() == 2);
    }

    @Test
    void aRowIsLaidToTheCustomerWhomTheUserNamesAlsoIfSomethingElseWasEnteredSince() throws Exception {
        ImportPlan plan = plan();
        Hint hint = desk.transfers().imports().perhaps(plan, _ -> {}, () -> false).getFirst();
        hint.plan().lay(hint.place(), ottokar);
        add("Somebody New", "Newfirm", "new@newfirm.example");
        long change = desk.transfers().imports().enter(plan, OPTIONS).orElseThrow();

        assertThat(desk.customers().count()).as("one of two rows made a customer").isEqualTo(23);
        assertThat(emails(ottokar)).containsExactlyInAnyOrder("ottokar@falkenried-werke.example",
                "o.zwiebelstein@web.example");

        ImportPlan again = plan();
        assertThat(again.files().getFirst().count(PlannedCard.Kind.SAME)).as("a second import").isEqualTo(2);
        desk.history().undo(change);
        assertThat(emails(ottokar)).containsExactly("ottokar@falkenried-werke.example");
    }
}
