package app.kith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.cli.Commands.Ran;
import app.kith.desk.Desk;
import app.kith.support.TestDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Mail, records and saved imports, and export profiles, on the command line. */
class InOutCommandsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Ran kith(String... command) {
        return new Commands(folder.resolve("home")).run(command);
    }

    private Path file(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(100)));
        return file;
    }

    @Test
    void mailIsImportedListedAndRemoved() throws IOException {
        try (Desk desk = TestDesk.open(folder.resolve("home"))) {
            desk.accounts().add(new Account(0, "me@shop.example", "", new Server("localhost", 1, Security.TLS), null,
                    "me@shop.example", null, null, null), "secret");
        }
        Path box = file("old.mbox", """
                From - Mon Nov 16 09:30:00 2020
                From: Anna <anna@nordwind.example>
                To: me@shop.example
                Subject: Offer
                Message-ID: <1@nordwind.example>
                Date: Mon, 16 Nov 2020 09:30:00 +0000

                Text

                """);
        Path noise = file("broken.msg", "no mail at all");
        Ran dry = kith("import", box.toString(), "--dry-run", "--json");
        assertThat(dry.exit()).as(dry.err()).isZero();
        assertThat(dry.json().get("mail").get(0).get("found").asInt()).isEqualTo(1);
        assertThat(kith("mail-files", "list", "--json").json().get("items").size()).isZero();
        Ran run = kith("import", box.toString(), "--account", "me@shop.example", "--json");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.json().get("mail").get(0).get("taken").asInt()).isEqualTo(1);
        assertThat(kith("import", box.toString(), "--json").json().get("mail").get(0).get("known").asInt())
                .isEqualTo(1);
        assertThat(kith("conversations", "list", "--json").json().get("items").get(0).get("subject").asString())
                .isEqualTo("Offer");
        assertThat(kith("mail-files", "list").out()).contains("old.mbox");
        assertThat(kith("mail-files", "remove", "old.mbox", "--json").json().get("removed").asInt()).isEqualTo(1);
        assertThat(kith("conversations", "list", "--json").json().get("items").size()).isZero();
        assertThat(kith("import", noise.toString()).exit()).isIn(1, 6);
        assertThat(kith("import").exit()).isEqualTo(2);
    }

    @Test
    void savedImportsRunAndWatchedFoldersAreLookedAt() throws IOException {
        Path leads = Files.createDirectory(folder.resolve("leads"));
        file("leads/1.csv", "姓名,手机\n王小明,13800001234\n");
        assertThat(kith("jobs", "add", "Leads", leads.toString(), "--pattern", "*.csv", "--watch").exit()).isZero();
        Ran look = kith("jobs", "look", "--json");
        assertThat(look.exit()).as(look.err()).isZero();
        assertThat(look.json().get("taken").get(0).get("changed").asInt()).isEqualTo(1);
        assertThat(kith("jobs", "look").out()).contains("Nothing new");
        file("leads/2.csv", "姓名,手机\n,\n李婷,13900005678\n,x\n");
        Ran waits = kith("jobs", "look", "--json");
        assertThat(waits.exit()).isEqualTo(6);
        assertThat(waits.json().get("waiting").get(0).get("file").asString()).endsWith("2.csv");
        JsonNode job = kith("jobs", "list", "--json").json().get("items").get(0);
        assertThat(job.get("watched").asBoolean()).isTrue();
        assertThat(job.get("files").get(0).get("end").asString()).isEqualTo("taken");
        Ran run = kith("import", "--job", "Leads", "--json");
        assertThat(run.exit()).as(run.err()).isEqualTo(6);
        assertThat(run.json().get("files").size()).isEqualTo(2);
        assertThat(kith("contacts", "list", "--json").json().get("items").size()).isEqualTo(2);
        assertThat(kith("jobs", "run", "Leads").out()).contains("Leads: 2 files");
        assertThat(kith("import", leads.resolve("1.csv").toString(), "--save-job", "One").exit()).isZero();
        assertThat(kith("jobs", "list").out()).contains("One", "Leads");
        assertThat(kith("jobs", "remove", "Leads").exit()).isZero();
        assertThat(kith("jobs", "run", "Leads").exit()).isEqualTo(1);
    }

    @Test
    void ordersAreImportedAndProfilesMaskWhatGoesOut() throws IOException {
        kith("import", file("list.csv", "客户编号,姓名,手机,公司\nC1,王小明,13812345678,华科电子\n").toString());
        Path orders = file("orders.csv", """
                Order Number,Order Date,Customer ID,Order Total,Status
                SO-1,2026-03-12,C1,"1,200.50 USD",open
                SO-2,2026-03-13,C2,5,open
                """);
        Path refused = folder.resolve("refused.csv");
        Ran run = kith("import", orders.toString(), "--refused", refused.toString(), "--json");
        assertThat(run.exit()).as(run.err()).isEqualTo(6);
        JsonNode file = run.json().get("entries").get(0);
        assertThat(file.get("rowsAre").asString()).isEqualTo("order");
        assertThat(file.get("new").asInt()).isEqualTo(1);
        assertThat(file.get("columns").get(2).get("field").asString()).isEqualTo("customer-id");
        assertThat(Files.readString(refused)).contains("SO-2");
        JsonNode record = kith("records", "list", "--json").json().get("items").get(0);
        assertThat(record.get("number").asString()).isEqualTo("SO-1");
        assertThat(record.get("currency").asString()).isEqualTo("USD");
        Ran again = kith("import", orders.toString(), "--kind", "contract");
        assertThat(again.out()).contains("1 new");
        assertThat(kith("profiles", "save", "short", "--fields", "phone,name", "--mask", "phone", "--sensitive",
                "left-out", "--format", "csv").exit()).isZero();
        assertThat(kith("profiles", "list").out()).contains("short", "phone,name", "left-out", "csv");
        Path out = folder.resolve("out.txt");
        assertThat(kith("export", "contacts", "--profile", "short", "--out", out.toString()).exit()).isZero();
        assertThat(Files.readString(out)).contains("138****5678,王小明").doesNotContain("华科");
        assertThat(kith("profiles", "save", "bad", "--fields", "nothing").exit()).isEqualTo(2);
        assertThat(kith("profiles", "remove", "short").exit()).isZero();
        assertThat(kith("export", "contacts", "--profile", "short", "--out", out.toString()).exit()).isEqualTo(2);
    }

    @Test
    void anExportOfEverythingIsTakenInWholeByAnEmptyStore() throws IOException {
        kith("import", file("list.csv", "客户编号,姓名,手机\nC1,王小明,13812345678\n").toString());
        Path all = folder.resolve("all.json");
        assertThat(kith("export", "everything", "--out", all.toString()).exit()).isZero();
        Path before = folder.resolve("home");
        Files.move(before, folder.resolve("old"));
        Ran run = kith("import", all.toString(), "--json");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.json().get("holds").asString()).isEqualTo("everything");
        assertThat(run.json().get("contacts").asInt()).isEqualTo(1);
        assertThat(kith("import", all.toString(), "--json").json().get("files").get(0).get("rows").asInt())
                .as("where somebody is there, its contacts are planned like any").isEqualTo(1);
    }
}
