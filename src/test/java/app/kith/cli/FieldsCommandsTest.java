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
    void aFieldIsMadeFilledListedAndRemovedAndARelationNoted() {
        kith(0, "fields", "add", "Budget", "--type", "money", "--sensitive");
        kith(2, "fields", "add", "budget", "--type", "choice");
        kith(0, "contacts", "add", "--name", "Anna Keller", "--set", "budget=12500 €");
        kith(2, "contacts", "edit", "1", "--set", "Budget=much");
        JsonNode listed = kith(0, "fields", "list").get("items").get(0);
        assertThat(listed.toString()).isEqualTo(
                "{\"name\":\"Budget\",\"type\":\"money\",\"choices\":[],\"sensitive\":true}");
        kith(0, "fields", "edit", "Budget", "--name", "Means", "--sensitive", "no");
        kith(0, "contacts", "add", "--name", "Li Lei");
        kith(0, "contacts", "relate", "2", "manager", "1");
        JsonNode shown = kith(0, "contacts", "show", "1");
        assertThat(shown.get("values").findValuesAsString("label")).contains("Means");
        assertThat(shown.get("relations").toString()).isEqualTo(
                "[{\"kind\":\"report\",\"contact\":2,\"name\":\"Li Lei\",\"saidBy\":2}]");
        kith(0, "fields", "remove", "means");
        assertThat(kith(0, "contacts", "list", "--query", "means:>12000", "--order-field", "Means").get("items").size())
                .isEqualTo(1);
    }
}
