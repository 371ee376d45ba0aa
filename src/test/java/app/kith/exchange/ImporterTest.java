package app.kith.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.kith.change.Change;
import app.kith.change.Change.CardChange;
import app.kith.change.NextNumbers;
import app.kith.contact.Card;
import app.kith.contact.Property;
import app.kith.contact.Source;
import app.kith.contact.Value;
import app.kith.exchange.Importer.Mode;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom a row means, and what a second import does. */
class ImporterTest {
    private static final Importer.Options BOTH = new Importer.Options(Importer.Key.AUTO, Mode.BOTH);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final Map<Long, Card> cards = new LinkedHashMap<>();
    private final ExistingCards existing = new ExistingCards() {
        @Override
        public List<Card> saying(Map<Property, Set<String>> wanted) {
            return cards.values().stream()
                    .filter(card -> card.values().stream().anyMatch(
                            value -> wanted.getOrDefault(value.property(), Set.of()).contains(value.normal())))
                    .toList();
        }

        @Override
        public long version() {
            return 0;
        }
    };

    private ImportPlan.FilePlan plan(String name, String text, Importer.Options options) {
        return whole(name, text, options).files().getFirst();
    }

    private ImportPlan whole(String name, String text, Importer.Options options) {
        Path file = Sample.text(folder, name, text);
        return new Importer(existing, options, _ -> {}, () -> false).plan(List.of(Sample.open(file)));
    }

    /** Imports a file and puts what came out into force. */
    private ImportPlan.FilePlan take(String name, String text) {
        ImportPlan plan = whole(name, text, BOTH);
        long next = cards.size() + 1L;
        for (Change change : plan.changes(new NextNumbers(1, next, next, 1, 1, 1))) {
            CardChange card = (CardChange) change;
            assertThat(cards.get(card.id())).as("what the change says was before").isEqualTo(card.before());
            Card after = card.after();
            if (after != null) {
                cards.put(card.id(), after);
            }
        }
        return plan.files().getFirst();
    }

    private long contacts() {
        return cards.values().stream().map(Card::contact).distinct().count();
    }

    private void hand(long contact, Value... values) {
        long id = cards.size() + 1L;
        cards.put(id, new Card(id, contact, new Source(Source.Kind.HAND, ""), List.of(values)));
    }

    @Test
    void aSecondImportChangesNothing() {
        String text = "Name,Email,Phone\nAnna Berg,anna@example.test,+47 22 12 34 56\nBo Dahl,,+47 22 65 43 21\nOnly Name,,\n";
        assertThat(take("list.csv", text).count(PlannedCard.Kind.NEW)).isEqualTo(3);
        assertThat(take("list.csv", text).count(PlannedCard.Kind.SAME)).isEqualTo(3);
        assertThat(cards).hasSize(3);
    }

    @Test
    void aNewerFileUnderANewNameUpdatesItsOwnCards() {
        take("contacts-2026-01-31.csv",
                "ID,Name,Email,Title\n1,Anna Berg,anna@example.test,Buyer\n2,Bo Dahl,bo@example.test,\n");
        ImportPlan.FilePlan second = take("contacts-2026-02-28 (1).csv",
                "Title,ID,Email,Name\nHead of buying,1,anna.new@example.test,Anna Holm\n,2,bo@example.test,Bo Dahl\n,3,c@example.test,Cy\n");
        assertThat(second.count(PlannedCard.Kind.CHANGED)).isEqualTo(1);
        assertThat(second.count(PlannedCard.Kind.SAME)).isEqualTo(1);
        assertThat(second.count(PlannedCard.Kind.NEW)).isEqualTo(1);
        assertThat(contacts()).isEqualTo(3);
        assertThat(Sample.said(cards.values().iterator().next().values())).contains("name=Anna Holm",
                "email=anna.new@example.test", "title=Head of buying").doesNotContain("email=anna@example.test");
    }

    @Test
    void onlyTheFilesOwnCardIsReplaced() {
        hand(1, Value.of(Property.NAME, "", "Anna Berg"), Value.of(Property.EMAIL, "", "anna@example.test"),
                Value.of(Property.TITLE, "", "Owner"));
        assertThat(take("list.csv", "Name,Email,Title\nAnna Berg,anna@example.test,Buyer\n")
                .count(PlannedCard.Kind.JOINED)).isEqualTo(1);
        assertThat(contacts()).isEqualTo(1);
        take("list.csv", "Name,Email,Title\nAnna Berg,anna@example.test,Head\n");
        assertThat(cards).hasSize(2);
        assertThat(Sample.said(cards.values().iterator().next().values())).contains("title=Owner");
        assertThat(Sample.said(List.copyOf(cards.values()).get(1).values())).contains("title=Head");
    }

    @Test
    void whatTheUserConfirmedStaysConfirmed() {
        take("list.csv", "Name,Email,Title\nAnna Berg,anna@example.test,Buyer\n");
        Card first = cards.values().iterator().next();
        cards.put(first.id(), new Card(first.id(), first.contact(), first.source(),
                first.values().stream().map(value -> value.property() == Property.EMAIL
                        ? value.marked(Value.Mark.CONFIRMED)
                        : value).toList()));
        take("list.csv", "Name,Email,Title\nAnna Berg,anna@example.test,Head\n");
        assertThat(cards.get(first.id())).isNotNull().satisfies(card -> assertThat(card.values()).anyMatch(
                value -> value.property() == Property.EMAIL && value.mark() == Value.Mark.CONFIRMED));
    }

    @Test
    void twoPeopleAtOneAddressStayTwo() {
        String text = "Name,Email\nAnna Berg,office@example.test\nBo Dahl,office@example.test\n";
        assertThat(take("list.csv", text).count(PlannedCard.Kind.NEW)).isEqualTo(2);
        assertThat(contacts()).isEqualTo(2);
        assertThat(take("list.csv", text).count(PlannedCard.Kind.SAME)).isEqualTo(2);
        ImportPlan.FilePlan swapped = take("list.csv",
                "Name,Email,Title\nBo Dahl,office@example.test,B\nAnna Berg,office@example.test,A\n");
        assertThat(swapped.count(PlannedCard.Kind.CHANGED)).isEqualTo(2);
        assertThat(contacts()).isEqualTo(2);
        cards.values().forEach(card -> assertThat(Sample.said(card.values()))
                .contains(Sample.said(card.values()).contains("name=Bo Dahl") ? "title=B" : "title=A"));
    }

    @Test
    void twoRowsOfOnePersonAreLaidTogether() {
        ImportPlan.FilePlan plan = take("list.csv",
                "Name,Email,Phone\nAnna Berg,anna@example.test,\nAnna Berg,ANNA@example.test,+47 22 12 34 56\n");
        assertThat(plan.count(PlannedCard.Kind.NEW)).isEqualTo(1);
        assertThat(plan.count(PlannedCard.Kind.JOINED)).isEqualTo(1);
        assertThat(contacts()).isEqualTo(1);
    }

    @Test
    void aPhoneThatOthersShareDoesNotMakeThemOne() {
        hand(1, Value.of(Property.NAME, "", "Anna Berg"), Value.of(Property.PHONE, "", "0755-12345678"));
        assertThat(plan("list.csv", "Name,Phone\nBo Dahl,075512345678\n", BOTH).count(PlannedCard.Kind.NEW))
                .isEqualTo(1);
        assertThat(plan("list.csv", "Name,Phone\nBo Dahl,075512345678\n",
                new Importer.Options(Importer.Key.PHONE, Mode.BOTH))
                .count(PlannedCard.Kind.JOINED)).as("the user says that a phone is enough").isEqualTo(1);
    }

    @Test
    void anAddressThatTwoCustomersHaveIsUndecided() {
        hand(1, Value.of(Property.EMAIL, "", "x@example.test"));
        hand(2, Value.of(Property.EMAIL, "", "x@example.test"));
        ImportPlan.FilePlan plan = plan("list.csv", "Name,Email\nAnna,x@example.test\n", BOTH);
        assertThat(plan.count(PlannedCard.Kind.CONFLICT)).isEqualTo(1);
        assertThat(plan.refused()).hasSize(1);
        assertThat(plan.cards()).isEmpty();
    }

    @Test
    void theModeDecidesWhatIsDone() {
        hand(1, Value.of(Property.NAME, "", "Anna Berg"), Value.of(Property.EMAIL, "", "anna@example.test"));
        String text = "Name,Email\nAnna Berg,anna@example.test\nBo Dahl,bo@example.test\n";
        ImportPlan.FilePlan create = plan("list.csv", text, new Importer.Options(Importer.Key.EMAIL, Mode.CREATE));
        assertThat(create.cards()).extracting(PlannedCard::place).containsExactly("3");
        ImportPlan.FilePlan update = plan("list.csv", text, new Importer.Options(Importer.Key.EMAIL, Mode.UPDATE));
        assertThat(update.cards()).extracting(PlannedCard::place).containsExactly("2");
        assertThat(update.count(PlannedCard.Kind.LEFT)).isEqualTo(1);
    }

    @Test
    void refusedRowsCanBeMendedAndImportedAgain() throws java.io.IOException {
        ImportPlan.FilePlan plan = take("list.csv", "Name,Email,Note\nAnna,anna@example.test,\n,,\"=1+1, nobody\"\n");
        assertThat(plan.refused()).hasSize(1);
        Path refused = folder.resolve("list-refused.csv");
        RefusedFile.write(plan, refused, app.kith.words.Words.of(java.util.Locale.ENGLISH));
        String text = java.nio.file.Files.readString(refused);
        assertThat(text).contains("Kith: why refused", "It has no name", "'=1+1, nobody");
        assertThatThrownBy(() -> RefusedFile.write(plan, refused, app.kith.words.Words.of(java.util.Locale.ENGLISH)))
                .as("what is there stays").isInstanceOf(KithException.class);
        ImportPlan.FilePlan odd = plan("odd.csv", "Name,Email,=1+1\n,,x\n", BOTH);
        RefusedFile.write(odd, folder.resolve("odd-refused.csv"), app.kith.words.Words.of(java.util.Locale.ENGLISH));
        assertThat(java.nio.file.Files.readString(folder.resolve("odd-refused.csv"))).contains("'=1+1");
        ImportPlan.FilePlan mended = take("list-refused.csv", text.replace(".\",,,", ".\",Cy,cy@example.test,"));
        assertThat(mended.count(PlannedCard.Kind.NEW)).isEqualTo(1);
        assertThat(Sample.said(List.copyOf(cards.values()).getLast().values())).containsExactly("name=Cy",
                "email=cy@example.test", "note==1+1, nobody");
    }

    @Test
    void anEmptyTableIsFilledInAndImported() throws java.io.IOException {
        for (java.util.Locale language : app.kith.words.Words.LANGUAGES) {
            Path table = folder.resolve("new-" + language + ".csv");
            EmptyTable.write(table, false, app.kith.words.Words.of(language));
            String header = java.nio.file.Files.readString(table);
            ImportPlan.FilePlan plan = take("filled-" + language + ".csv", header
                    + "Cy " + language + ",Nord,Sales,Buyer,+49 171 5550123,,cy" + language
                    + "@nord.test,cy-nord,,,Lead,VIP,,met at the fair\n");
            assertThat(plan.count(PlannedCard.Kind.NEW)).isEqualTo(1);
            assertThat(Sample.said(List.copyOf(cards.values()).getLast().values())).contains("name=Cy " + language,
                    "company=Nord", "title=Buyer", "stage=Lead", "tag=VIP", "note=met at the fair");
        }
    }

    @Test
    void anImportThatIsStoppedPlansNothing() {
        ImportFile file = Sample.open(Sample.text(folder, "list.csv", "Name,Email\nAnna,anna@example.test\n"));
        assertThatThrownBy(() -> new Importer(existing, BOTH, _ -> {}, () -> true).plan(List.of(file)))
                .isInstanceOfSatisfying(KithException.class,
                        stopped -> assertThat(stopped.problem()).isEqualTo(Problem.CANCELLED));
    }

    @Test
    void aSavedPresetReadsTheNextFileOfItsKind() {
        Path first = Sample.text(folder, "odd.csv", "Wer,Wo,Was\nAnna,a@example.test,Stahl\n");
        ImportFile opened = ImportFile.open(first, Presets.builtInOnly(),
                new ImportFile.Choice("auto", Map.of("Wer", "name", "B", "email:work", "Was", "industry")));
        Presets presets = Presets.with(List.of(SavedPreset.json("Messe", opened), "not a preset"));
        ImportFile next = ImportFile.open(Sample.text(folder, "odd2.csv", "Was,Wer,Wo\nHolz,Bo,b@example.test\n"),
                presets,
                ImportFile.Choice.AUTOMATIC);
        assertThat(next.presetId()).isEqualTo("messe");
        assertThat(Sample.said(Sample.drafts(next).getFirst())).containsExactlyInAnyOrder("industry=Holz", "name=Bo",
                "email:work=b@example.test");
    }

    /** Any file twice, its rows in another order and some of them changed, leaves as many customers as it has people. */
    @Test
    void noImportDoublesAnybody() {
        for (long seed = 1; seed <= 20; seed++) {
            cards.clear();
            Random random = new Random(seed);
            List<String[]> rows = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                rows.add(new String[]{"Person " + i, random.nextInt(4) == 0 ? "" : "p" + i + "@example.test",
                        random.nextInt(3) == 0 ? "+4722" + (100000 + random.nextInt(20)) : "", "Firm " + i % 7, "t"});
            }
            take("list.csv", csv(rows));
            long people = contacts();
            assertThat(people).as("seed %s", seed).isEqualTo(60);
            for (int round = 0; round < 3; round++) {
                java.util.Collections.shuffle(rows, random);
                rows.forEach(row -> row[4] = random.nextInt(3) == 0 ? "t" + random.nextInt(9) : row[4]);
                take("list.csv", csv(rows));
                assertThat(cards).as("seed %s, round %s", seed, round).hasSize(60);
                for (String[] row : rows) {
                    assertThat(cards.values()).anyMatch(card -> Sample.said(card.values()).contains("name=" + row[0])
                            && Sample.said(card.values()).contains("title=" + row[4]));
                }
            }
        }
    }

    private static String csv(List<String[]> rows) {
        StringBuilder text = new StringBuilder("Name,Email,Phone,Company,Title\n");
        rows.forEach(row -> text.append(String.join(",", row)).append('\n'));
        return text.toString();
    }
}
