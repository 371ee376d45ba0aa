package app.kith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.words.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Fields of the user's own and relations on the command line. */
class FieldsCommandsTest {
    @TempDir
    private Path folder;

    private Path passphrase;

    @BeforeEach
    void passphrase() throws IOException {
        passphrase = Files.writeString(folder.resolve("passphrase"), "open sesame\n");
    }

    private JsonNode kith(int exit, String... words) {
        List<String> all = new ArrayList<>(
                List.of("--home", folder.resolve("home").toString(), "--passphrase-file", passphrase.toString()));
        all.addAll(Arrays.asList(words));
        all.add("--json");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int ended = CommandLineProgram.run(all.toArray(new String[0]), new NoScreen(),
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8),
                Words.of(Locale.ENGLISH), false);
        assertThat(ended).as(err.toString(StandardCharsets.UTF_8)).isEqualTo(exit);
        String text = out.toString(StandardCharsets.UTF_8);
        return JsonMapper.shared().readTree(text.isEmpty() ? "null" : text);
    }

    @Test
    void aFieldIsMadeFilledSearchedImportedExportedAndMasked() throws IOException {
        kith(0, "fields", "add", "Budget", "--type", "money", "--sensitive");
        kith(0, "fields", "add", "Region", "--type", "choice", "--choice", "North", "--choice", "South");
        kith(2, "fields", "add", "region");
        kith(0, "contacts", "add", "--name", "Anna Keller", "--set", "region=south", "--set", "budget=12500 €");
        kith(2, "contacts", "edit", "1", "--set", "Region=East");
        assertThat(kith(0, "contacts", "show", "1").get("values").findValuesAsString("value")).contains("South",
                "12500 EUR");
        Path list = Files.writeString(folder.resolve("list.csv"),
                "Name,E-mail,REGION,Budget\nLi Lei,li@kith.example,north,3.5万\nBo Ek,bo@kith.example,Moon,?\n");
        kith(0, "import", list.toString());
        assertThat(kith(0, "contacts", "list", "--query", "region:north").get("items").findValuesAsString("name"))
                .containsExactly("Li Lei");
        assertThat(kith(0, "contacts", "list", "--query", "budget:>=12500", "--order-field", "Budget", "--reverse")
                .get("items").findValuesAsString("name")).containsExactly("Li Lei", "Anna Keller");
        assertThat(kith(0, "contacts", "list", "--query", "region:moon").get("items").size()).as("what does not fit is kept")
                .isEqualTo(1);
        assertThat(kith(0, "search", "region:nor").toString()).contains("Li Lei").doesNotContain("Anna Keller");
        Path out = folder.resolve("out.csv");
        kith(0, "export", "contacts", "--out", out.toString());
        assertThat(Files.readString(out)).contains("South").doesNotContain("12500");
        Path full = folder.resolve("full.vcf");
        kith(0, "export", "contacts", "--profile", "full", "--out", full.toString());
        assertThat(Files.readString(full)).contains("X-KITH-OWN:12500 EUR", "X-ABLabel:Budget");
        assertThat(kith(0, "fields", "list").get("items").get(1).get("choices").get(1).asString()).isEqualTo("South");
        JsonNode renamed = kith(0, "fields", "edit", "Region", "--name", "Area");
        assertThat(kith(0, "contacts", "list", "--query", "area:south").get("items").size()).isEqualTo(1);
        kith(0, "undo", renamed.get("change").asString());
        assertThat(kith(0, "contacts", "list", "--query", "area:south").get("items").size()).isZero();
        kith(0, "fields", "remove", "Region");
        assertThat(kith(0, "contacts", "list", "--query", "region:south").get("items").size()).isEqualTo(1);
    }

    @Test
    void aRelationIsSeenFromBothSidesThroughMergesAndWhenOneIsGone() {
        for (String name : List.of("Anna Keller", "Li Lei", "Wang Xiaoming", "A. Keller")) {
            kith(0, "contacts", "add", "--name", name);
        }
        kith(0, "contacts", "relate", "2", "manager", "4");
        kith(2, "contacts", "relate", "2", "manager", "2");
        kith(1, "contacts", "relate", "2", "manager", "99");
        kith(0, "contacts", "relate", "3", "manager", "4");
        assertThat(relations(4)).containsExactly("report 2 Li Lei", "report 3 Wang Xiaoming");
        JsonNode merged = kith(0, "duplicates", "merge", "1", "4");
        assertThat(relations(2)).containsExactly("manager 1 Anna Keller");
        assertThat(relations(1)).containsExactly("report 2 Li Lei", "report 3 Wang Xiaoming");
        kith(0, "undo", merged.get("change").asString());
        assertThat(relations(2)).containsExactly("manager 4 A. Keller");
        assertThat(relations(1)).isEmpty();
        kith(0, "contacts", "erase", "4");
        assertThat(relations(2)).containsExactly("manager null A. Keller");
        kith(0, "contacts", "relate", "2", "manager", "4", "--remove");
        assertThat(relations(2)).isEmpty();
    }

    private List<String> relations(int contact) {
        List<String> relations = new ArrayList<>();
        for (JsonNode one : kith(0, "contacts", "show", String.valueOf(contact)).get("relations")) {
            relations.add(one.get("kind").asString() + " " + (one.get("contact").isNull() ? "null" : one.get("contact").asLong())
                    + " " + one.get("name").asString());
        }
        return relations;
    }
}
