package app.kith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Stages on the command line. */
class StagesCommandsTest {
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

    private List<String> names(JsonNode items) {
        return items.get("items").findValuesAsString("name");
    }

    @Test
    void stagesAreListedAddedRenamedMovedMarkedAndTakenOff() {
        Instant before = Instant.now().minusSeconds(2);
        kith(0, "contacts", "add", "--name", "Anna Keller", "--stage", "Offer");
        assertThat(kith(0, "stages", "list").get("items").get(0).toString()).isEqualTo(
                "{\"name\":\"Offer\",\"end\":\"none\",\"listed\":false,\"customers\":1}");
        assertThat(kith(0, "stages", "add", "Won", "--end", "won").get("change").asLong()).isPositive();
        kith(2, "stages", "add", "won");
        kith(2, "stages", "add", "Lost", "--end", "never");
        kith(0, "stages", "add", "Lead");
        kith(0, "stages", "move", "Lead", "--to", "1");
        assertThat(kith(0, "stages", "move", "lead", "--to", "1").get("change").isNull()).isTrue();
        assertThat(names(kith(0, "stages", "list"))).containsExactly("Lead", "Offer", "Won");
        long renamed = kith(0, "stages", "rename", "offer", "Quotation").get("change").asLong();
        JsonNode shown = kith(0, "contacts", "show", "1");
        assertThat(shown.get("stage").asString()).isEqualTo("Quotation");
        assertThat(Instant.parse(shown.get("stageSince").asString())).isAfter(before);
        assertThat(shown.get("stages").size()).isEqualTo(1);
        assertThat(shown.get("stages").get(0).get("to").isNull()).isTrue();
        kith(0, "contacts", "edit", "1", "--stage", "won");
        JsonNode won = kith(0, "contacts", "show", "1");
        assertThat(won.get("stage").asString()).as("in the spelling of the list").isEqualTo("Won");
        assertThat(won.get("stages").findValuesAsString("stage")).containsExactly("Quotation", "Won");
        assertThat(won.get("stages").get(0).get("days").asLong()).isZero();
        kith(0, "stages", "mark", "Quotation", "lost");
        kith(0, "contacts", "add", "--name", "Bo Ek", "--stage", "Elsewhere");
        assertThat(names(kith(0, "contacts", "list", "--stage", "WON,lead"))).containsExactly("Anna Keller");
        assertThat(kith(0, "contacts", "list", "--query", "instage:>3d").get("items").size()).isZero();
        assertThat(names(kith(0, "contacts", "list", "--query", "instage:<3d", "--order", "STAGE")))
                .containsExactly("Anna Keller", "Bo Ek");
        kith(0, "stages", "remove", "Lead");
        kith(1, "stages", "remove", "Lead");
        assertThat(kith(0, "stages", "list").get("items").get(0).get("end").asString()).isEqualTo("lost");
        kith(0, "undo", String.valueOf(renamed));
    }
}
