package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.kith.contact.Property;
import app.kith.contact.Stage;
import app.kith.contact.Stage.End;
import app.kith.contact.Value;
import app.kith.exchange.ImportFile;
import app.kith.exchange.Importer;
import app.kith.exchange.Importer.Mode;
import app.kith.exchange.Importer.Options;
import app.kith.rule.Rule;
import app.kith.store.CustomerList.Sort;
import app.kith.store.Customers.Order;
import app.kith.store.OldStore;
import app.kith.support.HandClock;
import app.kith.support.TestDesk;
import app.kith.words.KithException;
import app.kith.words.Problem;
import app.kith.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stages of the user's sales, and since when customers stand where they stand. */
class StagesTest {
    private static final Instant BEGIN = Instant.parse("2026-01-01T08:00:00Z");

    @TempDir
    private Path folder;

    private final HandClock clock = new HandClock(BEGIN);
    private Desk desk;

    @BeforeEach
    void open() {
        desk = Desk.open(TestDesk.options(folder.resolve("home")).at(clock));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void day(int number) {
        clock.set(BEGIN.plus(Duration.ofDays(number)));
    }

    private long add(String name, String stage) {
        return desk.records().add(List.of(Value.of(Property.NAME, "", name), Value.of(Property.STAGE, "", stage)))
                .contact();
    }

    private long to(long contact, String stage) {
        return desk.stages().put(contact, "somebody", stage);
    }

    /** The stage and the day since which the customer stands there; the list and the steps say the same. */
    private String stands(long contact) {
        var row = desk.customers().find(contact).orElseThrow().row();
        Instant since = row.stageSince();
        var steps = desk.stageSteps().of(contact);
        if (since == null) {
            assertThat(steps.isEmpty() || steps.getLast().to() != null).isTrue();
            return row.stage();
        }
        assertThat(steps.getLast().from()).isEqualTo(since);
        assertThat(steps.getLast().stage()).isEqualTo(row.stage());
        assertThat(steps.getLast().to()).isNull();
        return row.stage() + " " + number(since);
    }

    private static long number(@Nullable Instant at) {
        return at == null ? -1 : Duration.between(BEGIN, at).toDays();
    }

    private String steps(long contact) {
        return desk.stageSteps().of(contact).stream()
                .map(step -> step.stage() + " " + number(step.from()) + "-"
                        + (step.to() == null ? "" : number(step.to())))
                .collect(Collectors.joining(", "));
    }

    private List<Long> found(String line, Sort sort) {
        return Arrays
                .stream(desk.customerList().ids(Segments.read(line), sort, 0, clock.instant().atZone(ZoneOffset.UTC)))
                .boxed().toList();
    }

    private static Problem problem(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        return catchThrowableOfType(KithException.class, act).problem();
    }

    @Test
    void whatIsTakenBackWasNotDoneAndWhatIsDoneAgainWas() {
        takeBackAndDoAgain();
    }

    private void takeBackAndDoAgain() {
        long anna = add("Anna", "New");
        day(5);
        to(anna, "Offer");
        day(9);
        long won = to(anna, "Won");
        assertThat(steps(anna)).isEqualTo("New 0-5, Offer 5-9, Won 9-");
        day(12);
        long back = desk.history().undo(won).change();
        assertThat(stands(anna)).isEqualTo("Offer 5");
        assertThat(steps(anna)).isEqualTo("New 0-5, Offer 5-");
        day(15);
        long again = desk.history().undo(back).change();
        assertThat(stands(anna)).isEqualTo("Won 9");
        day(16);
        desk.history().undo(again);
        assertThat(stands(anna)).isEqualTo("Offer 5");
        day(20);
        to(anna, "");
        assertThat(stands(anna)).isEmpty();
        assertThat(steps(anna)).isEqualTo("New 0-5, Offer 5-20");
        day(21);
        long erased = desk.records().erase(anna).change();
        day(22);
        desk.history().undo(erased);
        assertThat(steps(anna)).isEqualTo("New 0-5, Offer 5-20");
    }

    @Test
    void whoIsBroughtBackStandsThereAsBefore() {
        long anna = add("Anna", "New");
        day(3);
        long erased = desk.records().erase(anna).change();
        day(8);
        desk.history().undo(erased);
        assertThat(stands(anna)).isEqualTo("New 0");
        assertThat(desk.stageSteps().of(anna)).hasSize(1);
    }

    @Test
    void aMergePutsTwoHistoriesTogetherAndItsUndoingTakesThemApart() {
        mergeAndTakeApart();
    }

    private void mergeAndTakeApart() {
        long anna = desk.records().add(List.of(Value.of(Property.NAME, "", "Anna"))).contact();
        day(1);
        long twin = add("A. Keller", "New");
        day(4);
        to(twin, "Offer");
        day(10);
        long merged = desk.records().merge(anna, List.of(twin), List.of()).change();
        assertThat(stands(anna)).isEqualTo("Offer 4");
        assertThat(steps(anna)).isEqualTo("New 1-4, Offer 4-");
        day(11);
        desk.history().undo(merged);
        assertThat(stands(anna)).isEmpty();
        assertThat(stands(twin)).isEqualTo("Offer 4");
        day(12);
        to(anna, "Won");
        day(14);
        long chosen = desk.records().merge(anna, List.of(twin), List.of(Value.of(Property.STAGE, "", "Offer")))
                .change();
        assertThat(stands(anna)).as("the twin has stood there since").isEqualTo("Offer 4");
        desk.history().undo(chosen);
        assertThat(stands(anna)).isEqualTo("Won 12");
    }

    @Test
    void aFileThatSaysTheSameAgainChangesNothingAndOneThatSaysOtherwiseBeginsAStep() throws IOException {
        load("Name,E-mail,Stage\nAnna,anna@kith.example,New\nBo,bo@kith.example,Offer\n");
        long anna = found("Anna", Sort.USUAL).getFirst();
        long bo = found("Bo", Sort.USUAL).getFirst();
        day(6);
        load("Name,E-mail,Stage\nAnna,anna@kith.example,New\nBo,bo@kith.example,Won\n");
        assertThat(stands(anna)).isEqualTo("New 0");
        assertThat(stands(bo)).isEqualTo("Won 6");
        assertThat(desk.stageSteps().of(bo).getLast().source().place()).contains("list");
        day(7);
        to(bo, "Lost");
        day(8);
        load("Name,E-mail,Stage\nAnna,anna@kith.example,Offer\nBo,bo@kith.example,New\n");
        assertThat(stands(bo)).as("what was typed goes before files").isEqualTo("Lost 7");
    }

    private void load(String text) throws IOException {
        Path list = Files.writeString(folder.resolve("list.csv"), text);
        Options options = new Options(Importer.Key.AUTO, Mode.BOTH);
        ImportFile file = ImportFile.open(list, desk.transfers().imports().presets(), ImportFile.Choice.AUTOMATIC);
        desk.transfers().imports().enter(desk.transfers().imports().plan(List.of(file), options, _ -> {}, () -> false),
                options);
    }

    @Test
    void aStoreThatIsBuiltAnewOrComesFromAnEarlierProgramSaysTheSame() throws Exception {
        mergeAndTakeApart();
        day(0);
        takeBackAndDoAgain();
        day(30);
        add("Zoe", "Offer");
        day(31);
        desk.stages().change("offer", Stage.of("Quotation"));
        List<String> before = everybody();
        assertThat(before).contains("Quotation 30");
        desk.close();
        OldStore.beforeStages(folder.resolve("home"));
        open();
        assertThat(everybody()).as("from the form before").isEqualTo(before);
        desk.close();
        desk = Desk.open(TestDesk.options(folder.resolve("home")).at(clock).rebuilding());
        assertThat(everybody()).as("built anew").isEqualTo(before);
        assertThat(desk.doctor().check(_ -> {}).faults()).isEmpty();
    }

    private List<String> everybody() {
        return found("", new Sort(Order.NAME, "", false)).stream().map(this::stands).toList();
    }

    @Test
    void aStageThatGetsAnotherNameTakesItsCustomersAlongWhoStandThereSinceTheyDid() {
        long anna = add("Anna", "New");
        long bo = add("Bo", "Offer");
        desk.stages().adopt(List.of());
        day(4);
        to(anna, "Offer");
        day(9);
        long renamed = desk.stages().change("OFFER", new Stage("Quotation", End.NONE));
        assertThat(stands(anna)).isEqualTo("Quotation 4");
        assertThat(steps(anna)).isEqualTo("New 0-4, Quotation 4-");
        assertThat(stands(bo)).isEqualTo("Quotation 0");
        assertThat(desk.stages().listed()).extracting(Stage::name).containsExactly("New", "Quotation");
        day(10);
        desk.history().undo(renamed);
        assertThat(stands(anna)).isEqualTo("Offer 4");
        assertThat(desk.stages().listed()).extracting(Stage::name).containsExactly("New", "Offer");
        assertThat(problem(() -> desk.stages().change("New", Stage.of("offer")))).isEqualTo(Problem.STAGE_EXISTS);
        assertThat(problem(() -> desk.stages().change("Nothing", Stage.of("x")))).isEqualTo(Problem.NOT_FOUND);
        assertThat(problem(() -> desk.stages().add(Stage.of(" ")))).isEqualTo(Problem.STAGE_WRONG);
    }

    @Test
    void rulesAndSavedSearchesFollowAStageThatGetsAnotherNameAndNoRuleIsSetOffByIt() {
        add("Anna", "Offer");
        desk.segments().save("Hot", "stage:offer -tag:lost");
        desk.segments().save("Others", "stage:new");
        Rule rule = desk.rules().add(Rule.parse(0, """
                name: Won
                state: on
                when: changed:stage=OFFER
                join: all
                if: stage:offer
                if: query:stage:offer anna
                then: stage:Offer
                then: tag:offer""")).rule();
        desk.rules().add(Rule.parse(0, """
                name: Called
                state: on
                when: changed:stage=Quotation
                join: all
                then: tag:quoted"""));
        desk.rules().catchUp();
        long renamed = desk.stages().change("offer", Stage.of("Quotation"));
        assertThat(desk.savedSearches().all()).containsEntry("Hot", "stage:\"Quotation\" -tag:lost")
                .containsEntry("Others", "stage:new");
        assertThat(desk.rules().find(rule.id()).text()).contains("when: changed:stage=Quotation", "if: stage:Quotation",
                "if: query:stage:\"Quotation\" anna", "then: stage:Quotation", "then: tag:offer");
        desk.rules().catchUp();
        assertThat(found("tag:quoted", Sort.USUAL)).isEmpty();
        desk.history().undo(renamed);
        assertThat(desk.savedSearches().all()).containsEntry("Hot", "stage:offer -tag:lost");
        assertThat(desk.rules().find(rule.id()).text()).isEqualTo(rule.text());
    }

    @Test
    void theListIsTheUsersOwnAndBeginsWithWhatCustomersBear() {
        add("Anna", "Probe");
        add("Bo", "Probe");
        add("Li", "Fair");
        assertThat(desk.stages().listed()).as("nothing is written unasked").isEmpty();
        assertThat(desk.stages().all()).extracting(Stage::name).containsExactly("Probe", "Fair");
        desk.stages().adopt(Stages.usual(Words.of(Locale.SIMPLIFIED_CHINESE)));
        assertThat(desk.stages().listed()).extracting(Stage::name).startsWith("Probe", "Fair").hasSize(8);
        assertThat(desk.stages().listed().reversed()).extracting(Stage::end).startsWith(End.LOST, End.WON, End.NONE);
        long moved = desk.stages().move("fair", 0);
        assertThat(desk.stages().all()).extracting(Stage::name).startsWith("Fair", "Probe");
        desk.stages().remove("Probe");
        assertThat(desk.stages().known().getLast())
                .isEqualTo(new Stages.Known(Stage.of("Probe"), false, 2));
        desk.history().undo(desk.stages().add(new Stage("probe", End.WON)));
        assertThat(desk.stages().known().getLast().listed()).isFalse();
        assertThat(problem(() -> desk.stages().add(Stage.of("FAIR")))).isEqualTo(Problem.STAGE_EXISTS);
        assertThat(desk.history().undo(moved).conflicts()).as("the list was changed since").isNotEmpty();
    }

    @Test
    void customersAreOrderedByTheUsersOrderAndSiftedByHowLongTheyStandThere() {
        long anna = add("Anna", "Won");
        day(2);
        long bo = add("Bo", "new");
        day(4);
        long li = add("Li", "Offer");
        long zoe = desk.records().add(List.of(Value.of(Property.NAME, "", "Zoe"))).contact();
        long odd = add("Odd", "Elsewhere");
        desk.stages().add(Stage.of("New"));
        List.of("Offer", "Won").forEach(name -> {
            if (desk.stages().listed().stream().noneMatch(one -> one.key().equals(Stage.key(name)))) {
                desk.stages().add(Stage.of(name));
            }
        });
        desk.stages().remove("Elsewhere");
        desk.stages().move("New", 0);
        desk.stages().move("Offer", 1);
        assertThat(found("", new Sort(Order.STAGE, "", false))).containsExactly(bo, li, anna, odd, zoe);
        assertThat(found("", new Sort(Order.STAGE, "", true))).containsExactly(odd, anna, li, bo, zoe);
        assertThat(found("", new Sort(Order.STAGE_SINCE, "", false))).containsExactly(anna, bo, li, odd, zoe);
        day(10);
        assertThat(found("instage:>8d", Sort.USUAL)).containsExactly(anna);
        assertThat(found("instage:8d", new Sort(Order.NAME, "", false))).containsExactly(anna, bo);
        assertThat(found("阶段停留:<8天", new Sort(Order.NAME, "", false))).containsExactly(li, odd);
        assertThat(found("-instage:<=8 stage:won", Sort.USUAL)).containsExactly(anna);
        assertThat(found("instage:long", Sort.USUAL)).as("it is looked for as text").isEmpty();
        assertThat(
                desk.customerList().byStage(Segments.read("-odd"), Sort.USUAL, clock.instant().atZone(ZoneOffset.UTC)))
                .containsOnlyKeys("won", "new", "offer", "").containsEntry("won", new long[]{anna});
        assertThat(Segments.isOfCustomers("instage:>30d")).isTrue();
    }
}
