package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.kith.contact.OwnField;
import app.kith.contact.Property;
import app.kith.contact.Relation;
import app.kith.contact.ShownValue;
import app.kith.contact.Value;
import app.kith.exchange.ExportProfile;
import app.kith.exchange.Exporter.Format;
import app.kith.exchange.ImportFile;
import app.kith.exchange.Importer;
import app.kith.exchange.Importer.Mode;
import app.kith.exchange.Importer.Options;
import app.kith.search.Kind;
import app.kith.store.CustomerList.Sort;
import app.kith.support.TestDesk;
import app.kith.words.KithException;
import app.kith.words.Problem;
import app.kith.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fields of the user's own, and relations between customers. */
class OwnFieldsTest {
    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-22T12:00:00Z");

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = TestDesk.open(folder.resolve("home"));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private long add(String name) {
        return desk.records().add(List.of(Value.of(Property.NAME, "", name))).contact();
    }

    private List<Long> found(String line) {
        return Arrays.stream(desk.customerList().ids(Segments.read(line), Sort.USUAL, 0, NOW)).boxed().toList();
    }

    private List<String> own(long contact) {
        return desk.customers().find(contact).orElseThrow().values().stream().map(ShownValue::value)
                .filter(value -> value.property() == Property.OWN).map(value -> value.label() + "=" + value.raw())
                .sorted().toList();
    }

    @Test
    void aFieldHoldsWhatItsTypeUnderstandsAndNothingElse() {
        desk.ownFields().add(new OwnField("Region", OwnField.Type.CHOICE, List.of("North", "South"), false));
        assertThat(problem(() -> desk.ownFields().add(new OwnField("region", OwnField.Type.TEXT, List.of(), false))))
                .isEqualTo(Problem.FIELD_EXISTS);
        assertThat(problem(() -> desk.ownFields().add(new OwnField("a=b", OwnField.Type.TEXT, List.of(), false))))
                .isEqualTo(Problem.FIELD_WRONG);
        assertThat(problem(() -> desk.ownFields().add(new OwnField("x", OwnField.Type.CHOICE, List.of(" "), false))))
                .isEqualTo(Problem.FIELD_WRONG);
        assertThat(problem(() -> desk.ownFields().value("REGION", "East"))).isEqualTo(Problem.FIELD_VALUE);
        assertThat(desk.ownFields().value("Nothing", "x")).isEmpty();
    }

    private static Problem problem(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        return catchThrowableOfType(KithException.class, act).problem();
    }

    @Test
    void aFileFillsFieldsAndWhatIsSensitiveGoesOutMasked() throws IOException {
        desk.ownFields().add(new OwnField("Region", OwnField.Type.CHOICE, List.of("North", "South"), false));
        desk.ownFields().add(new OwnField("Budget", OwnField.Type.MONEY, List.of(), true));
        Path list = Files.writeString(folder.resolve("list.csv"),
                "Name,E-mail,REGION,Budget\nLi Lei,li@kith.example,north,3.5万元\nBo Ek,bo@kith.example,Moon,?\n");
        Options options = new Options(Importer.Key.AUTO, Mode.BOTH);
        ImportFile file = ImportFile.open(list, desk.transfers().imports().presets(), ImportFile.Choice.AUTOMATIC);
        desk.transfers().imports().enter(desk.transfers().imports().plan(List.of(file), options, _ -> {}, () -> false),
                options);
        long li = found("Li").getFirst();
        long bo = found("Bo").getFirst();
        assertThat(own(li)).containsExactly("Budget=35000 CNY", "Region=North");
        assertThat(own(bo)).as("what does not fit is kept").containsExactly("Budget=?", "Region=Moon");
        assertThat(desk.customerList().rows(List.of(li)).getFirst().own()).containsEntry("region", "North")
                .containsEntry("budget", "****NY");
        assertThat(desk.transfers().imports().plan(List.of(file), options, _ -> {}, () -> false).version())
                .isPositive();
        assertThat(desk.search().await(Duration.ofSeconds(20))).isTrue();
        assertThat(desk.search().find("region:nor", EnumSet.allOf(Kind.class), 5).toString()).contains("Li Lei")
                .doesNotContain("Bo Ek");
        assertThat(desk.search().find("region:\"north\" ", EnumSet.allOf(Kind.class), 5).toString())
                .contains("Li Lei");
        assertThat(desk.search().find("budget:35000 ", EnumSet.allOf(Kind.class), 5).hits()).as("it is sensitive")
                .isEmpty();
        assertThat(text(Format.CSV, "standard")).contains("North").doesNotContain("35000 CNY");
        assertThat(text(Format.VCF, "full")).contains("X-KITH-OWN:35000 CNY", "X-ABLabel:Budget");
        assertThat(text(Format.JSON, "full")).contains("35000 CNY");
    }

    private String text(Format format, String profile) {
        return desk.transfers().exports().text(List.of(), format, ExportProfile.of(profile), Words.of(Locale.ENGLISH));
    }

    @Test
    void aRelationIsSeenFromBothSidesThroughMergesAndWhenOneIsGone() {
        long anna = add("Anna Keller");
        long li = add("Li Lei");
        long wang = add("Wang Xiaoming");
        long twin = add("A. Keller");
        desk.records().relate(li, "manager", twin);
        desk.records().relate(wang, "Assistant", twin);
        desk.records().relate(li, "spouse", wang);
        assertThat(problem(() -> desk.records().relate(li, "manager", li))).isEqualTo(Problem.USAGE);
        assertThat(problem(() -> desk.records().relate(li, "manager", 99))).isEqualTo(Problem.NOT_FOUND);
        assertThat(relations(twin)).containsExactly("report Li Lei " + li, "assists Wang Xiaoming " + wang);
        assertThat(relations(wang)).containsExactly("assistant A. Keller " + twin, "spouse Li Lei " + li);
        long merged = desk.records().merge(anna, List.of(twin), List.of()).change();
        assertThat(relations(li)).containsExactly("manager Anna Keller " + anna, "spouse Wang Xiaoming " + wang);
        assertThat(relations(anna)).containsExactly("report Li Lei " + li, "assists Wang Xiaoming " + wang);
        desk.history().undo(merged);
        assertThat(relations(li)).contains("manager A. Keller " + twin);
        assertThat(relations(anna)).isEmpty();
        desk.records().erase(twin);
        assertThat(relations(li)).as("the name stays as a text").contains("manager A. Keller 0");
        desk.records().edit(li, List.of(), List.of(Relation.to("manager", "", twin)));
        assertThat(relations(li)).containsExactly("spouse Wang Xiaoming " + wang);
        desk.close();
        desk = Desk.open(TestDesk.options(folder.resolve("home")).rebuilding());
        assertThat(relations(wang)).containsExactly("assistant A. Keller 0", "spouse Li Lei " + li);
        assertThat(text(Format.VCF, "full")).contains("RELATED;VALUE=text;TYPE=spouse:Wang Xiaoming");
    }

    private List<String> relations(long contact) {
        return desk.relations().of(desk.customers().find(contact).orElseThrow()).stream()
                .map(one -> one.kind() + " " + one.name() + " " + one.contact()).toList();
    }
}
