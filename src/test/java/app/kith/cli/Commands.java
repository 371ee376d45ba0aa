package app.kith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.support.TestDesk;
import app.kith.words.Words;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs commands on one data folder, whose passphrase is cheap to try. */
final class Commands {
    private final Path home;
    private final Path passphrase;

    /** Makes the keys of a data folder, unless it has some. */
    Commands(Path home) {
        this(home, TestDesk.keys(home));
    }

    private Commands(Path home, Path passphrase) {
        this.home = home;
        this.passphrase = passphrase;
    }

    /** For commands that are to do without a data folder: where one is named nothing is made. */
    static Commands withoutKeys(Path home) {
        return new Commands(home, home.resolveSibling("no-passphrase"));
    }

    /** What came of a command. */
    record Ran(int exit, String out, String err) {
        JsonNode json() {
            return JsonMapper.shared().readTree(out.isEmpty() ? "null" : out);
        }
    }

    Ran run(String... words) {
        return run(Words.of(Locale.ENGLISH), words);
    }

    Ran run(Words language, String... words) {
        List<String> all = new ArrayList<>(List.of("--home", home.toString(), "--passphrase-file",
                passphrase.toString()));
        all.addAll(Arrays.asList(words));
        return runAlone(language, all.toArray(String[]::new));
    }

    /** Runs a command that must end so, and reads what it prints as JSON. */
    JsonNode json(int exit, String... words) {
        List<String> all = new ArrayList<>(Arrays.asList(words));
        all.add("--json");
        Ran ran = run(all.toArray(String[]::new));
        assertThat(ran.exit()).as(ran.err()).isEqualTo(exit);
        return ran.json();
    }

    /** Runs a command as it stands, with no data folder named. */
    static Ran runAlone(Words language, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = CommandLineProgram.run(words, new NoScreen(), new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), language, false);
        return new Ran(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
