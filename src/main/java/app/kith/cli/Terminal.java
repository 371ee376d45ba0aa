package app.kith.cli;

import app.kith.desk.LogSetup;
import app.kith.words.KithException;
import app.kith.words.Problem;
import app.kith.words.Words;
import java.io.Console;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Where a command writes: results to one stream, everything else to the other, both in UTF-8. */
final class Terminal {
    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final PrintStream out;
    private final PrintStream err;
    private final Words words;
    private final boolean interactive;
    private boolean json;
    private boolean debug;

    Terminal(PrintStream out, PrintStream err, Words words, boolean interactive) {
        this.out = out;
        this.err = err;
        this.words = words;
        this.interactive = interactive;
    }

    void json(boolean on) {
        json = on;
    }

    boolean json() {
        return json;
    }

    void debug(boolean on) {
        debug = on;
        if (on) {
            LogSetup.toConsole();
        }
    }

    boolean debug() {
        return debug;
    }

    Words words() {
        return words;
    }

    /** Prints a result as the one JSON document. */
    void document(Object value) {
        JSON.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET).writeValue(
                new OutputStreamWriter(out, out.charset()), value);
        out.println();
    }

    void line(String text) {
        out.println(text);
    }

    void table(Table table) {
        table.lines().forEach(out::println);
    }

    /** Prints a list: as a document of its items, or as a table of them. */
    void items(List<Map<String, Object>> items, Supplier<Table> table) {
        if (json) {
            document(Map.of("items", items));
        } else {
            table(table.get());
        }
    }

    /** Says which change set was entered. */
    void changed(long change) {
        if (json) {
            document(Map.of("change", change));
        } else {
            line(words.get("cli.changed", String.valueOf(change)));
        }
    }

    /** Prints a line for people beside the result. */
    void note(String text) {
        err.println(text);
    }

    /** Shows progress on one line, on a terminal only. */
    void progress(String text) {
        if (interactive) {
            err.print("\r" + text + "\u001b[K");
            err.flush();
        }
    }

    void endProgress() {
        progress("");
    }

    void failure(KithException e) {
        endProgress();
        err.println("kith: " + words.sentence(e));
    }

    /** Somebody who sits at a terminal; null where nobody does. */
    @SuppressWarnings("SystemConsoleNull") // It is null with -Djdk.console=java.base.
    static @Nullable Console console() {
        Console console = System.console();
        return console != null && console.isTerminal() ? console : null;
    }

    /** Asks for a secret; null where there is nobody to ask. */
    char @Nullable [] askSecret(String prompt) {
        Console console = console();
        return console == null ? null : console.readPassword("%s ", prompt);
    }

    /** Asks for a new secret twice. */
    char @Nullable [] askNewSecret(String prompt, String again) {
        char[] first = askSecret(prompt);
        if (first == null) {
            return null;
        }
        char[] second = askSecret(again);
        if (second == null || !Arrays.equals(first, second)) {
            throw new KithException(Problem.USAGE, words.get("cli.secrets-differ"));
        }
        return first;
    }
}
