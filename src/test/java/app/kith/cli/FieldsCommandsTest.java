package app.kith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Fields of the user's own and relations on the command line. */
class FieldsCommandsTest {
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
