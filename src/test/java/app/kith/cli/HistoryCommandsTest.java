package app.kith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What was done is searched, sifted and written out on the command line. */
class HistoryCommandsTest {
    @TempDir
    private Path folder;

    private Commands commands;

    @BeforeEach
    void acts() {
        commands = new Commands(folder.resolve("home"));
        commands.json(0, "contacts", "add", "--name", "Anna Keller", "--company", "=SUM(A1)");
        commands.json(0, "contacts", "add", "--name", "王小明");
        commands.json(0, "activities", "add", "--contact", "1", "--kind", "call", "--title", "Price of 500");
        commands.json(0, "contacts", "erase", "1");
        commands.json(0, "contacts", "erase", "2");
        commands.json(0, "undo", String.valueOf(ids("changes", "list", "--limit", "1").getFirst()));
    }

    private List<Long> ids(String... words) {
        return StreamSupport.stream(commands.json(0, words).get("items").spliterator(), false)
                .map(item -> item.get("id").asLong()).toList();
    }

    private List<String> what(String... words) {
        return StreamSupport.stream(commands.json(0, words).get("items").spliterator(), false)
                .map(item -> item.get("what").asString()).toList();
    }

    @Test
    void whatWasDoneIsFoundByNamesAndByWhatKindsOfActsAreCalled() {
        assertThat(what("changes", "list", "--query", "keller")).containsExactly("Customer taken away: Anna Keller",
                "New customer: Anna Keller");
        assertThat(what("changes", "list", "--query", "CALL")).containsExactly("Call entered: Price of 500");
        assertThat(what("changes", "list", "--query", "taken 王小明")).hasSize(2);
        assertThat(what("changes", "list", "--query", "nobody")).isEmpty();
        assertThat(what("changes", "list", "--by", "import,merge")).isEmpty();
        assertThat(what("changes", "list", "--by", "user")).hasSize(6);
        assertThat(what("changes", "list", "--since", "2999-01-01")).isEmpty();
        assertThat(what("changes", "list", "--until", "2999-01-01", "--limit", "2")).hasSize(2);
    }

    @Test
    void theRecycleBinHoldsWhatWasTakenAwayAndIsNotBack() {
        assertThat(what("changes", "list", "--away")).containsExactly("Customer taken away: Anna Keller");
        long away = ids("changes", "list", "--away").getFirst();
        long back = commands.json(0, "undo", String.valueOf(away)).get("change").asLong();
        assertThat(what("changes", "list", "--away")).isEmpty();
        commands.json(0, "undo", String.valueOf(back));
        assertThat(ids("changes", "list", "--away")).containsExactly(away);
    }

    @Test
    void theListIsWrittenIntoATableThatRunsNothing() throws Exception {
        commands.json(0, "contacts", "add", "--name", "=1+1");
        Path out = folder.resolve("history.csv");
        assertThat(commands.run("changes", "list", "--query", "new", "--out", out.toString()).exit()).isZero();
        List<String> lines = Files.readAllLines(out);
        assertThat(lines).hasSize(4);
        assertThat(lines.getFirst()).startsWith("\uFEFF").contains("change");
        assertThat(lines.get(1)).contains("New customer: =1+1");
        assertThat(commands.run("changes", "list", "--out", out.toString()).exit()).isEqualTo(1);
        assertThat(Files.readAllLines(out)).isEqualTo(lines);
        JsonNode shown = commands.json(0, "changes", "show", "1");
        assertThat(shown.toString()).contains("=SUM(A1)");
    }
}
