package app.kith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class RecordCommandsTest {
    @TempDir
    private Path folder;

    private Commands commands;

    @BeforeEach
    void keys() {
        commands = new Commands(folder.resolve("home"));
    }

    private JsonNode kith(int exit, String... words) {
        return commands.json(exit, words);
    }

    @Test
    void nothingHangsOnAMailThatIsNotThere() {
        kith(0, "contacts", "add", "--name", "Lu");
        kith(1, "activities", "add", "--contact", "1", "--kind", "task", "--title", "t", "--message", "99");
        kith(1, "followups", "remind", "99", "--on", "2026-12-01");
        kith(2, "followups", "remind", "99", "--on", "tomorrow");
        assertThat(kith(0, "activities", "list").get("items").size()).isZero();
    }

    @Test
    void recordsAndActivitiesOfAllCustomersAreSiftedAndSummed() {
        kith(0, "contacts", "add", "--name", "Anna Keller");
        kith(0, "contacts", "add", "--name", "王小明");
        kith(0, "records", "add", "--contact", "1", "--kind", "order", "--at", "2026-03-12", "--title", "Pumps",
                "--number",
                "SO-1", "--amount", "12500.50", "--currency", "EUR", "--state", "paid");
        kith(0, "records", "add", "--contact", "2", "--kind", "order", "--at", "2026-04-02", "--title", "电源适配器",
                "--amount",
                "99000", "--currency", "CNY", "--state", "生产中");
        kith(0, "records", "add", "--contact", "1", "--kind", "quotation", "--at", "2026-05-03", "--title", "Valves",
                "--amount", "99.50", "--currency", "EUR");
        kith(0, "activities", "add", "--contact", "2", "--kind", "task", "--at", "2026-05-04", "--title", "Write");
        kith(0, "activities", "add", "--contact", "2", "--kind", "call", "--at", "2026-05-05", "--title", "Price");
        JsonNode all = kith(0, "records", "list");
        assertThat(all.get("items").findValuesAsString("title")).containsExactly("Valves", "电源适配器", "Pumps");
        assertThat(all.get("items").findValuesAsString("customer")).containsExactly("Anna Keller", "王小明",
                "Anna Keller");
        assertThat(all.get("totals").findValuesAsString("currency")).containsExactly("CNY", "EUR");
        assertThat(all.get("totals").get(1).get("amount").asDecimal()).isEqualByComparingTo("12600.00");
        assertThat(all.get("totals").get(1).get("count").asInt()).isEqualTo(2);
        JsonNode first = kith(0, "records", "list", "--limit", "1");
        assertThat(first.get("items").size()).isEqualTo(1);
        assertThat(first.get("found").asInt()).isEqualTo(3);
        assertThat(first.get("totals").size()).isEqualTo(2);
        assertThat(titles("records", "--closed")).containsExactly("Pumps");
        assertThat(titles("records", "--open", "--kind", "order")).containsExactly("电源适配器");
        assertThat(titles("records", "--kind", "order,quotation", "--state", "PAID")).containsExactly("Pumps");
        assertThat(titles("records", "--since", "2026-04-02", "--until", "2026-05-03")).containsExactly("Valves",
                "电源适配器");
        assertThat(titles("records", "--until", "2026-04-01")).containsExactly("Pumps");
        assertThat(titles("records", "--query", "so-1 keller")).containsExactly("Pumps");
        assertThat(titles("records", "--sort", "amount")).containsExactly("电源适配器", "Pumps", "Valves");
        assertThat(titles("activities", "--open")).containsExactly("Write");
        assertThat(titles("activities", "--kind", "call")).containsExactly("Price");
        kith(2, "records", "list", "--open", "--closed");
        kith(2, "records", "list", "--kind", "call");
        assertThat(commands.run("records", "list").out()).contains("Total 99000 CNY, 1 record\n",
                "Total 12600.00 EUR, 2 records\n");
    }

    private List<String> titles(String what, String... options) {
        List<String> all = new ArrayList<>(List.of(what, "list"));
        all.addAll(List.of(options));
        return kith(0, all.toArray(String[]::new)).get("items").findValuesAsString("title");
    }

    @Test
    void anAddressIsShownWithItsParts() {
        kith(0, "contacts", "add", "--name", "Lu", "--set", "address=广东省深圳市南山区科苑路15号");
        JsonNode address = kith(0, "contacts", "show", "1").get("values").get(1);
        assertThat(address.get("value").asString()).isEqualTo("广东省深圳市南山区科苑路15号");
        assertThat(address.get("parts").get("region").asString()).isEqualTo("广东省");
        assertThat(address.get("parts").get("locality").asString()).isEqualTo("深圳市 南山区");
        assertThat(address.get("parts").get("street").asString()).isEqualTo("科苑路15号");
    }

    @Test
    void aCustomerIsEnteredEditedShownAsItWasAndTakenBack() {
        JsonNode added = kith(0, "contacts", "add", "--name", "王小明", "--mobile", "138 0000 1234", "--email",
                "wang@hua.example", "--title", "采购经理", "--set", "birthday=1985-04-02");
        assertThat(added.get("contact").asLong()).isEqualTo(1);
        JsonNode edited = kith(0, "contacts", "edit", "1", "--title", "采购总监", "--remove", "birthday=1985-04-02");
        JsonNode shown = kith(0, "contacts", "show", "1");
        assertThat(shown.get("title").asString()).isEqualTo("采购总监");
        assertThat(shown.get("emails").get(0).asString()).isEqualTo("wang@hua.example");
        assertThat(shown.get("values").findValuesAsString("property")).containsExactly("name", "email", "phone",
                "title");
        assertThat(shown.get("values").findValuesAsString("normal")).contains("+8613800001234");
        String entered = shown.get("values").get(0).get("since").asString();
        assertThat(kith(0, "contacts", "show", "1", "--as-of", "2999-01-01").get("values").size()).isEqualTo(4);
        assertThat(kith(0, "contacts", "show", "1", "--as-of", entered).get("values").size()).isEqualTo(5);
        assertThat(kith(1, "contacts", "show", "1", "--as-of", "2001-01-01").isNull()).isTrue();
        JsonNode undone = kith(0, "undo", edited.get("change").asString());
        assertThat(undone.get("conflicts").size()).isZero();
        assertThat(kith(0, "contacts", "show", "1").get("title").asString()).isEqualTo("采购经理");
        JsonNode set = kith(0, "changes", "show", edited.get("change").asString());
        assertThat(set.get("changes").get(0).get("before").get("values").size()).isEqualTo(5);
        assertThat(kith(0, "changes", "list", "--contact", "1").get("items").size()).isEqualTo(3);
        assertThat(kith(0, "journal", "verify").get("ok").asBoolean()).isTrue();
        kith(0, "contacts", "erase", "1");
        assertThat(kith(0, "contacts", "list").get("items").size()).isZero();
        kith(1, "contacts", "erase", "1");
        kith(1, "undo", "99");
        kith(2, "contacts", "add", "--set", "nonsense=1");
        kith(2, "contacts", "add");
    }

    @Test
    void callsAndOrdersAreEnteredChangedListedAndOnTheTimeline() {
        kith(0, "contacts", "add", "--name", "Nordwind GmbH", "--is-company");
        kith(0, "activities", "add", "--contact", "1", "--kind", "call", "--text", "wants a price for 500");
        JsonNode order = kith(0, "records", "add", "--contact", "1", "--kind", "order", "--number", "SO-1", "--amount",
                "12500.50", "--currency", "CNY", "--at", "2026-11-01", "--state", "open");
        kith(0, "records", "edit", order.get("id").asString(), "--state", "shipped");
        JsonNode records = kith(0, "records", "list").get("items");
        assertThat(records.size()).isEqualTo(1);
        assertThat(records.get(0).get("amount").asDecimal()).isEqualByComparingTo("12500.50");
        assertThat(records.get(0).get("state").asString()).isEqualTo("shipped");
        JsonNode shown = kith(0, "contacts", "show", "1");
        assertThat(shown.get("kind").asString()).isEqualTo("company");
        assertThat(shown.get("timeline").findValuesAsString("type")).containsExactlyInAnyOrder("activity", "change",
                "record");
        JsonNode removed = kith(0, "activities", "remove", "1");
        assertThat(kith(0, "activities", "list").get("items").size()).isZero();
        kith(0, "undo", removed.get("change").asString());
        assertThat(kith(0, "activities", "list", "--contact", "1").get("items").size()).isEqualTo(1);
        kith(1, "activities", "add", "--contact", "9", "--kind", "call");
        kith(2, "activities", "add", "--contact", "1", "--kind", "call", "--at", "yesterday");
    }

    @Test
    void tasksAreListedByTheDayOnWhichTheyAreDue() {
        kith(0, "contacts", "add", "--name", "Anna");
        for (String due : new String[]{"2020-01-02", "2020-01-01", "2999-01-01", ""}) {
            List<String> words = new ArrayList<>(
                    List.of("activities", "add", "--contact", "1", "--kind", "task", "--title",
                            "until " + due));
            if (!due.isEmpty()) {
                words.addAll(List.of("--until", due));
            }
            kith(0, words.toArray(new String[0]));
        }
        kith(0, "activities", "add", "--contact", "1", "--kind", "task", "--title", "done", "--state", "done");
        assertThat(kith(0, "followups", "list").get("items").findValuesAsString("title")).containsExactly(
                "until 2020-01-01", "until 2020-01-02", "until 2999-01-01", "until");
        JsonNode overdue = kith(0, "followups", "list", "--due", "overdue").get("items");
        assertThat(overdue.findValuesAsString("title")).containsExactly("until 2020-01-01", "until 2020-01-02");
        assertThat(overdue.get(0).get("name").asString()).isEqualTo("Anna");
        assertThat(overdue.get(0).get("overdue").asBoolean()).isTrue();
    }

    @Test
    void tasksAreDoneAndPutOffAndCustomersKeptInTouchWith() {
        kith(0, "contacts", "add", "--name", "Anna");
        kith(0, "activities", "add", "--contact", "1", "--kind", "task", "--title", "call", "--until", "2020-01-02");
        JsonNode task = kith(0, "followups", "list", "--kind", "task").get("items").get(0);
        assertThat(task.get("kind").asString()).isEqualTo("task");
        assertThat(task.get("whose").asString()).isEqualTo("mine");
        JsonNode later = kith(0, "followups", "snooze", task.get("id").asString(), "--until", "2999-01-01");
        assertThat(kith(0, "followups", "list", "--due", "overdue").get("items").size()).isZero();
        assertThat(kith(0, "contacts", "show", "1").get("nextStep").asString()).isEqualTo("call");
        kith(0, "undo", later.get("change").asString());
        assertThat(kith(0, "contacts", "list", "--only", "due").get("items").size()).isEqualTo(1);
        kith(0, "followups", "done", task.get("id").asString());
        assertThat(kith(0, "followups", "list").get("items").size()).isZero();
        kith(0, "contacts", "keep-in-touch", "1", "--days", "30");
        JsonNode due = kith(0, "followups", "list", "--kind", "interval").get("items").get(0);
        assertThat(due.get("id").asString()).isEqualTo("interval/1");
        kith(0, "activities", "add", "--contact", "1", "--kind", "call", "--text", "talked");
        assertThat(kith(0, "followups", "list", "--kind", "interval").get("items").size()).isZero();
        assertThat(kith(0, "contacts", "show", "1").get("keepInTouchDays").asInt()).isEqualTo(30);
        kith(0, "contacts", "keep-in-touch", "1", "--never");
        assertThat(kith(0, "contacts", "show", "1").get("keepInTouchDays").isNull()).isTrue();
        kith(2, "contacts", "keep-in-touch", "1");
        kith(2, "contacts", "keep-in-touch", "1", "--days", "0");
        kith(2, "followups", "snooze", "1", "--until", "tomorrow");
        kith(1, "followups", "accept", "promise/1/0");
        kith(1, "followups", "refuse", "1");
    }

    @Test
    void aPersonIsReportedAndErasedForGood() throws Exception {
        kith(0, "contacts", "add", "--name", "Zacharias Quillfeather", "--email", "zq@quill.example");
        kith(0, "contacts", "edit", "1", "--title", "Poet");
        kith(0, "contacts", "edit", "1", "--title", "Baker");
        kith(0, "activities", "add", "--contact", "1", "--kind", "call", "--text", "wants zebrawood");
        Path report = folder.resolve("report.json");
        assertThat(kith(0, "contacts", "report", "1", "--out", report.toString()).get("values").asInt())
                .isGreaterThan(3);
        assertThat(Files.readString(report)).contains("Quillfeather", "Poet", "Baker", "zebrawood", "\"hand\"");
        kith(1, "contacts", "report", "1", "--out", report.toString());
        kith(1, "contacts", "report", "9", "--out", report + "9");
        kith(2, "contacts", "erase", "1", "--mails");
        JsonNode would = kith(0, "contacts", "erase", "1", "--permanently", "--mails", "--dry-run");
        assertThat(would.get("erased").asBoolean()).isFalse();
        assertThat(kith(0, "contacts", "list").get("items").size()).isEqualTo(1);
        JsonNode did = kith(0, "contacts", "erase", "1", "--permanently", "--mails");
        assertThat(did.get("erased").asBoolean()).isTrue();
        assertThat(did.get("entries").asInt()).isEqualTo(1);
        assertThat(kith(0, "contacts", "list").get("items").size()).isZero();
        JsonNode journal = kith(0, "journal", "verify");
        assertThat(journal.get("ok").asBoolean()).isTrue();
        assertThat(journal.get("changeSetsWithErased").asInt()).isGreaterThanOrEqualTo(5);
        String changes = kith(0, "changes", "list").toString();
        assertThat(changes).doesNotContain("Quillfeather", "zebrawood").contains("Erased for good");
        kith(1, "undo", "2");
        kith(1, "contacts", "erase", "1", "--permanently");
        assertThat(kith(0, "doctor").get("healthy").asBoolean()).isTrue();
        assertThat(kith(0, "compact").get("messages").asInt()).isZero();
    }
}
