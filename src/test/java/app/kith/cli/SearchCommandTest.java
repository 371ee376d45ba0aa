package app.kith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SearchCommandTest {
    @TempDir
    private Path folder;

    private Commands commands;

    @BeforeEach
    void keys() {
        commands = new Commands(folder.resolve("home"));
    }

    private String kith(int exit, String... words) {
        Commands.Ran ran = commands.run(words);
        assertThat(ran.exit()).as(ran.err()).isEqualTo(exit);
        return ran.out();
    }

    private JsonNode json(int exit, String... words) {
        return commands.json(exit, words);
    }

    @Test
    void eachRunOfTheProgramFindsWhatTheOnesBeforeEntered() {
        json(0, "contacts", "add", "--name", "王小明", "--mobile", "138 0000 1234", "--company", "华科电子");
        JsonNode found = json(0, "search", "wxm");
        assertThat(found.get("items").size()).isEqualTo(1);
        JsonNode item = found.get("items").get(0);
        assertThat(item.get("kind").asString()).isEqualTo("person");
        assertThat(item.get("id").asLong()).isEqualTo(1);
        assertThat(item.get("title").asString()).isEqualTo("王小明");
        assertThat(item.get("score").asDouble()).isPositive();
        assertThat(found.get("counts").get("person").asInt()).isEqualTo(1);
        json(0, "records", "add", "--contact", "1", "--kind", "order", "--number", "SO-77", "--at", "2026-11-01");
        JsonNode record = json(0, "search", "so-77", "--in", "records,notes").get("items").get(0);
        assertThat(record.get("kind").asString()).isEqualTo("record");
        assertThat(record.get("contact").asLong()).isEqualTo(1);
        assertThat(json(0, "search", "so-77", "--in", "people").get("items").size()).isZero();
        assertThat(kith(0, "search", "13800001234")).contains("王小明", "person");
        assertThat(json(0, "doctor").get("faults").size()).isZero();
        assertThat(json(0, "doctor", "--rebuild").get("healthy").asBoolean()).isTrue();
        assertThat(json(0, "search", "华科", "--limit", "1").get("items").size()).isEqualTo(1);
    }

    @Test
    void searchesAreSavedListedAndForgotten() {
        json(0, "contacts", "add", "--name", "Anna", "--set", "tag=vip");
        json(0, "search", "tag:vip", "--save", "important");
        assertThat(json(0, "search", "--saved").get("items").get(0).get("query").asString()).isEqualTo("tag:vip");
        assertThat(json(0, "search", "--saved", "important").get("items").get(0).get("title").asString())
                .isEqualTo("Anna");
        json(0, "search", "--forget", "important");
        json(1, "search", "--saved", "important");
        json(1, "search", "--forget", "important");
        json(2, "search");
        json(2, "search", "--in", "nonsense", "x");
    }
}
