package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.kith.contact.Entry;
import app.kith.contact.Property;
import app.kith.contact.Source;
import app.kith.contact.Value;
import app.kith.exchange.ExportProfile;
import app.kith.exchange.GeneratedCards;
import app.kith.exchange.ImportFile;
import app.kith.exchange.Importer;
import app.kith.support.TestDesk;
import app.kith.words.KithException;
import app.kith.words.Words;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An export of everything, read again into an empty store, gives an equal store; over generated records. */
class FullRoundTripTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final long SEED = Long.getLong("kith.seed", 11);

    @TempDir
    private Path folder;

    private static void fill(Desk desk, Path folder) throws IOException {
        Random random = new Random(SEED);
        GeneratedCards cards = new GeneratedCards(SEED);
        List<Long> contacts = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            contacts.add(desk.records().add(cards.next()).contact());
        }
        Path list = Files.writeString(folder.resolve("list.csv"), "姓名,手机,邮箱\n王小明,13800001234,wang@hua.example\n");
        Importer.Options options = new Importer.Options(Importer.Key.AUTO, Importer.Mode.BOTH);
        desk.transfers().imports().enter(desk.transfers().imports().plan(
                List.of(ImportFile.open(list, desk.transfers().imports().presets(), ImportFile.Choice.AUTOMATIC)),
                options, _ -> {},
                () -> false), options);
        long wang = desk.customers().ids("wang@hua.example", app.kith.store.Customers.Order.NAME, 0)[0];
        desk.records().confirm(wang, Value.of(Property.PHONE, "mobile", "13800001234"));
        desk.records().edit(wang, List.of(Value.of(Property.TITLE, "", "采购")),
                List.of(Value.of(Property.EMAIL, "", "wang@hua.example")));
        List<Entry.Kind> kinds = List.of(Entry.Kind.values());
        for (int i = 0; i < 40; i++) {
            Entry.Kind kind = kinds.get(random.nextInt(kinds.size()));
            boolean record = kind.isRecord();
            desk.records().log(new Entry(0, contacts.get(random.nextInt(contacts.size())), kind,
                    Instant.ofEpochMilli(1_700_000_000_000L + random.nextInt(1_000_000) * 1000L),
                    random.nextBoolean() ? null : Instant.ofEpochMilli(1_800_000_000_123L), "title " + i, "text\n" + i,
                    record ? "N-" + i : "", record ? new BigDecimal("1" + i + ".50") : null, record ? "CNY" : "",
                    kind == Entry.Kind.TASK ? Entry.OPEN : "", new Source(Source.Kind.HAND, "")));
        }
        desk.records().merge(contacts.get(0), List.of(contacts.get(1), contacts.get(2)), List.of());
        desk.records().apart(List.of(contacts.get(3), contacts.get(4), wang));
        desk.records().erase(contacts.get(5));
        desk.texts().template("", "Thanks", "Dear {name}\n\"quoted\" 谢谢");
        desk.savedSearches().save("", "Buyers", "tag:buyer \"a b\"");
        desk.transfers().profiles().save(new ExportProfile("short", List.of(Property.NAME), java.util.Set.of(),
                ExportProfile.Sensitive.MASKED, null));
    }

    private Path export(Desk desk, String name) {
        desk.transfers().fullExport()
                .document(new Destination(folder.resolve(name), false, false, Words.of(Locale.ENGLISH),
                        ZoneOffset.UTC));
        return folder.resolve(name);
    }

    /** What a document says, without the numbers that a store gives. */
    private static Map<String, Object> said(Path file) throws IOException {
        JsonNode all = JSON.readTree(Files.readString(file));
        Map<Long, Integer> index = new HashMap<>();
        List<String> contacts = new ArrayList<>();
        all.get("contacts").forEach(contact -> {
            index.put(contact.get("id").asLong(), index.size());
            StringBuilder text = new StringBuilder(contact.get("values").toString());
            contact.get("cards").forEach(card -> text.append('\n').append(card.get("source")).append(card.get("place"))
                    .append(card.get("values")));
            contacts.add(text.toString());
        });
        TreeSet<String> entries = new TreeSet<>();
        all.get("entries").forEach(entry -> {
            Map<String, String> one = new TreeMap<>();
            entry.properties().forEach(each -> one.put(each.getKey(), each.getValue().toString()));
            one.remove("id");
            one.put("contact", String.valueOf(index.get(entry.get("contact").asLong())));
            entries.add(one.toString());
        });
        TreeSet<String> apart = new TreeSet<>();
        all.get("notTheSame").forEach(pair -> apart
                .add(index.get(pair.get(0).asLong()) + " " + index.get(pair.get(1).asLong())));
        return Map.of("contacts", contacts, "entries", entries, "apart", apart, "texts", all.get("texts").toString(),
                "senders", all.get("senders").toString());
    }

    @Test
    void whatOneStoreTellsAnotherTakesInEqualAndTakesBackWhole() throws IOException {
        Path first;
        try (Desk desk = TestDesk.open(folder.resolve("first"))) {
            fill(desk, folder);
            first = export(desk, "first.json");
            assertThatThrownBy(() -> desk.transfers().fullImport().take(first)).as("where there are customers")
                    .isInstanceOf(KithException.class);
        }
        assertThat(FullImport.isOne(first)).isTrue();
        Path home = folder.resolve("second");
        try (Desk desk = TestDesk.open(home)) {
            long change = desk.transfers().fullImport().take(first).orElseThrow();
            Map<String, Object> second = said(export(desk, "second.json"));
            said(first).forEach((what, all) -> assertThat(second.get(what)).as("%s, seed %d", what, SEED)
                    .isEqualTo(all));
            desk.history().undo(change);
            assertThat(desk.customers().count()).isZero();
            assertThat(desk.records().entries(0)).isEmpty();
            assertThat(desk.texts().templates()).isEmpty();
            desk.history().undo(desk.history().list(0, 0, 1).getFirst().sequence());
            assertThat(said(export(desk, "third.json"))).isEqualTo(second);
        }
        try (Desk again = Desk.open(TestDesk.options(home).rebuilding())) {
            assertThat(said(export(again, "fourth.json"))).as("built anew from the logs").isEqualTo(said(first));
        }
    }

    @Test
    void aDamagedDocumentIsRefusedAndChangesNothing() throws IOException {
        Path first;
        try (Desk desk = TestDesk.open(folder.resolve("first"))) {
            fill(desk, folder);
            first = export(desk, "first.json");
        }
        String text = Files.readString(first);
        Random random = new Random(SEED);
        try (Desk desk = TestDesk.open(folder.resolve("second"))) {
            for (int i = 0; i < 40; i++) {
                int cut = 60 + random.nextInt(text.length() / 2);
                int at = Character.isLowSurrogate(text.charAt(cut)) ? cut + 1 : cut; // Half a character cannot be written.
                Path damaged = Files.writeString(folder.resolve("damaged.json"), i % 2 == 0
                        ? text.substring(0, at)
                        : text.substring(0, at).replace("\"source\":\"hand\"", "\"source\":\"nobody\"") + "]}}");
                assertThatThrownBy(() -> desk.transfers().fullImport().take(damaged)).isInstanceOf(KithException.class);
                assertThat(desk.customers().count()).isZero();
            }
        }
    }
}
