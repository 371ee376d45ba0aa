package app.kith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.cli.Commands.Ran;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Import and export on the command line, with a store. */
class ExchangeCommandsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String LIST = """
            客户编号,姓名,手机,邮箱,公司
            C1,王小明,138 0000 1234,wang@example.cn,示例公司
            C2,李雷,139 1111 2222,,示例公司
            C3,,,,
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Path list(String text) throws IOException {
        return Files.write(folder.resolve("客户.csv"), text.getBytes(Charset.forName("GBK")));
    }

    @Test
    void aDryRunSaysEverythingAndChangesNothing() throws IOException {
        Ran run = kith("home", "import", list(LIST).toString(), "--dry-run", "--json");
        assertThat(run.exit()).as(run.err()).isEqualTo(6);
        JsonNode file = run.json().get("files").get(0);
        assertThat(file.get("new").asInt()).isEqualTo(2);
        assertThat(file.get("refused").asInt()).isEqualTo(1);
        assertThat(file.get("charset").asString()).isEqualTo("GB18030");
        assertThat(file.get("columns").get(2).get("field").asString()).isEqualTo("phone:mobile");
        assertThat(file.get("columns").get(2).get("looks").asString()).isEqualTo("phone");
        assertThat(file.get("columns").get(2).get("percent").asInt()).isEqualTo(100);
        assertThat(file.get("refusals").get(0).get("place").asString()).isEqualTo("4");
        assertThat(run.json().get("change").isNull()).isTrue();
        assertThat(kith("home", "contacts", "list", "--json").json().get("items").size()).isZero();
    }

    @Test
    void aDryRunNamesWhomANewRowMayBeAndTheRowIsLaidToHim() throws IOException {
        Path known = Files.writeString(folder.resolve("known.csv"), """
                Name,Company,E-mail
                Ottokar Zwiebelstein,Falkenried Werke GmbH,ottokar@falkenried-werke.example
                Jane Meadow,Greenfield Ltd,jane@greenfield.example
                """);
        Path list = Files.writeString(folder.resolve("new.csv"), """
                Name,Company,E-mail
                "Zwiebelstein, Ottokar",Falkenried Werke,o.zwiebelstein@web.example
                """);
        assertThat(kith("home", "import", known.toString()).exit()).isZero();
        JsonNode row = kith("home", "import", list.toString(), "--dry-run", "--json").json().get("perhaps").get(0);
        JsonNode perhaps = row.get("perhaps").get(0);
        assertThat(perhaps.get("name").asString()).isEqualTo("Ottokar Zwiebelstein");
        assertThat(perhaps.get("why").size()).isPositive();
        assertThat(kith("home", "import", list.toString(), "--dry-run").out()).contains("Ottokar Zwiebelstein",
                "Family name: the same");
        String laid = row.get("place").asString() + "=" + perhaps.get("contact").asLong();
        assertThat(kith("home", "import", list.toString(), "--add", laid).exit()).isZero();
        assertThat(kith("home", "contacts", "list", "--json").json().get("items").size()).isEqualTo(2);
    }

    @Test
    void aSecondImportUpdatesAndNeverDoubles() throws IOException {
        Path refused = folder.resolve("refused.csv");
        Ran first = kith("home", "import", list(LIST).toString(), "--refused", refused.toString(), "--json");
        assertThat(first.json().get("change").asLong()).isEqualTo(1);
        assertThat(Files.readString(refused)).contains("C3");
        Ran same = kith("home", "import", list(LIST).toString(), "--json");
        assertThat(same.json().get("files").get(0).get("same").asInt()).isEqualTo(2);
        assertThat(same.json().get("change").isNull()).isTrue();
        Ran newer = kith("home", "import", list(LIST.replace("139 1111 2222", "139 3333 4444")).toString(), "--json");
        assertThat(newer.json().get("files").get(0).get("changed").asInt()).isEqualTo(1);
        JsonNode items = kith("home", "contacts", "list", "--json").json().get("items");
        assertThat(items.size()).isEqualTo(2);
    }

    @Test
    void whatOneStoreExportsAnotherTakesInEqual() throws IOException {
        kith("home", "import", list(LIST).toString());
        Path first = folder.resolve("out.json");
        Ran out = kith("home", "export", "contacts", "--out", first.toString(), "--profile", "full", "--json");
        assertThat(out.exit()).as(out.err()).isZero();
        assertThat(out.json().get("contacts").asInt()).isEqualTo(2);
        for (String ending : List.of("json", "csv", "xlsx", "vcf")) {
            Path file = folder.resolve("way." + ending);
            assertThat(kith("home", "export", "contacts", "--out", file.toString(), "--profile", "full").exit())
                    .isZero();
            assertThat(kith("home-" + ending, "import", file.toString()).exit()).isZero();
            Path again = folder.resolve("again-" + ending + ".json");
            kith("home-" + ending, "export", "contacts", "--out", again.toString(), "--profile", "full");
            assertThat(values(again)).as(ending).isEqualTo(values(first));
        }
    }

    /** {@return what is shown of each contact, sorted} */
    private static List<List<String>> values(Path file) throws IOException {
        List<List<String>> contacts = new ArrayList<>();
        JSON.readTree(Files.readString(file)).get("contacts").forEach(contact -> {
            List<String> values = new ArrayList<>();
            contact.get("values").forEach(value -> values.add(value.get("property").asString() + ":"
                    + value.path("label").asString("") + "=" + value.get("value").asString()));
            values.sort(null);
            contacts.add(values);
        });
        return contacts;
    }

    @Test
    void aFileThatIsThereIsNotReplacedUnasked() throws IOException {
        Path out = Files.writeString(folder.resolve("out.csv"), "mine");
        Ran ran = kith("home", "export", "contacts", "--out", out.toString());
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("out.csv");
        assertThat(Files.readString(out)).isEqualTo("mine");
        assertThat(kith("home", "export", "contacts", "--out", out.toString(), "--replace").exit()).isZero();
        assertThat(folder.resolve("out.csv.part")).doesNotExist();
    }

    @Test
    void whoIsHandedOverStandsInAFolderOrAZip() throws IOException {
        kith("home", "import", list(LIST).toString());
        String id = kith("home", "contacts", "list", "--query", "王小明", "--json").json().get("items").get(0).get("id")
                .asString();
        Path out = folder.resolve("王小明");
        Ran ran = kith("home", "export", "customer", id, "--out", out.toString(), "--json");
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.json().get("mails").asInt()).isZero();
        assertThat(out.resolve("timeline.html")).content().contains("<h1>王小明</h1>", "138 0000 1234");
        Path zip = folder.resolve("wang.zip");
        assertThat(kith("home", "export", "customer", id, "--out", zip.toString()).exit()).isZero();
        assertThat(Files.readAllBytes(zip)).startsWith('P', 'K');
        Ran again = kith("home", "export", "customer", id, "--out", out.toString());
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.err().strip().lines()).hasSize(1);
        assertThat(kith("home", "export", "customer", id, "--out", out.toString(), "--replace").exit()).isZero();
        assertThat(kith("home", "export", "customer", "99", "--out", folder.resolve("x").toString()).exit())
                .isEqualTo(1);
    }

    @Test
    void everythingIsOneDocumentFromWhichAnotherStoreTakesTheContacts() throws IOException {
        kith("home", "import", list(LIST).toString());
        Path out = folder.resolve("all.json");
        Ran ran = kith("home", "export", "everything", "--format", "json", "--out", out.toString(), "--json");
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(kith("other", "import", out.toString()).exit()).isZero();
        Path there = folder.resolve("there.json");
        kith("other", "export", "contacts", "--out", there.toString(), "--profile", "full");
        assertThat(values(there)).hasSize(2).isEqualTo(values(out));
        Path whole = folder.resolve("all");
        assertThat(kith("home", "export", "everything", "--out", whole.toString()).exit()).isZero();
        assertThat(whole.resolve("everything.json")).exists();
    }

    @Test
    void mailGoesOutAsTheEndingSays() throws IOException {
        Path mbox = folder.resolve("all.mbox");
        assertThat(kith("home", "export", "mail", "--out", mbox.toString(), "--json").json().get("format").asString())
                .isEqualTo("mbox");
        assertThat(mbox).isEmptyFile();
        assertThat(kith("home", "export", "mail", "--out", folder.resolve("mails").toString(), "--json").json()
                .get("format").asString()).isEqualTo("eml");
        assertThat(kith("home", "export", "mail", "--out", folder.resolve("x").toString(), "--account", "no@where.test")
                .exit()).isEqualTo(1);
        assertThat(folder.resolve("x")).doesNotExist();
    }

    @Test
    void hostileFilesAndWrongNamesAreOneLine() throws IOException {
        Path bad = Files.write(folder.resolve("bad.xlsx"), new byte[]{'P', 'K', 3, 4, 0, 0});
        Ran refused = kith("home", "import", bad.toString());
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err().strip().lines()).hasSize(1);
        Ran preset = kith("home", "import", list(LIST).toString(), "--preset", "nonsense");
        assertThat(preset.exit()).isEqualTo(2);
        assertThat(preset.err()).contains("google");
        assertThat(kith("home", "export", "contacts", "--out", folder.resolve("x.csv").toString(), "--profile", "odd")
                .exit()).isEqualTo(2);
    }

    @Test
    void aMappingIsKeptAndTakenForTheNextFileOfItsKind() throws IOException {
        Path odd = Files.writeString(folder.resolve("odd.csv"), "Wer,Wo,Was\nAnna,a@example.test,Stahl\n");
        assertThat(kith("home", "import", odd.toString(), "--field", "Wer=name", "--field", "Was=industry",
                "--save-preset", "messe").exit()).isZero();
        Path next = Files.writeString(folder.resolve("next.csv"), "Was,Wer,Wo\nHolz,Bo,b@example.test\n");
        Ran ran = kith("home", "import", next.toString(), "--json");
        assertThat(ran.json().get("files").get(0).get("preset").asString()).isEqualTo("messe");
        assertThat(kith("home", "contacts", "list", "--json").json().toString()).contains("\"Bo\"");
    }

    private Ran kith(String home, String... args) {
        return new Commands(folder.resolve(home)).run(args);
    }
}
