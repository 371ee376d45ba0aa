package app.kith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.support.TestDesk;
import app.kith.vault.Argon2;
import app.kith.vault.KeyRing;
import app.kith.vault.Vault;
import app.kith.words.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What opens the data, on a machine with a key store, and on the next machine, whose key store knows nothing. */
class PassphraseCommandsTest {
    @TempDir
    private Path folder;

    private final KeyRing ring = KeyRing.inMemory();
    private Path home;

    @BeforeEach
    void keys() throws IOException {
        home = Files.createDirectory(folder.resolve("home"));
        Vault.create(home, null, new Argon2(64, 1, 1), ring);
    }

    private record Ran(int exit, String out, String err) {
        JsonNode json() {
            assertThat(exit).as(err).isZero();
            return JsonMapper.shared().readTree(out);
        }
    }

    private static Ran run(KeyRing machine, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream toOut = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream toErr = new PrintStream(err, true, StandardCharsets.UTF_8);
        Shell shell = new Shell(new Terminal(toOut, toErr, Words.of(Locale.ENGLISH), false), machine);
        int exit = CommandLineProgram.run(args, new NoScreen(), shell, toOut, toErr);
        return new Ran(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Ran here(String... words) {
        return run(ring, Stream.concat(Stream.of("--home", home.toString()), Stream.of(words)).toArray(String[]::new));
    }

    private Path words(String text) throws IOException {
        return Files.writeString(folder.resolve("words-" + text.hashCode()), text + "\n");
    }

    @Test
    void aBackupOfAKeyStoreAloneSaysThatItOpensNowhereElseUntilThereIsAPassphrase() throws IOException {
        here("contacts", "add", "--name", "王小明");
        assertThat(here("backup", "create", "--out", folder.resolve("a.kithbackup").toString()).out())
                .contains("opens only with the key store of this computer");
        assertThat(here("backup", "verify", folder.resolve("a.kithbackup").toString()).out())
                .contains("Everything can be had back", "opens only with the key store of this computer");
        Ran elsewhere = run(KeyRing.inMemory(), "backup", "restore", folder.resolve("a.kithbackup").toString(),
                "--into",
                folder.resolve("lost").toString());
        assertThat(elsewhere.out()).contains("Its keys were not opened");
        assertThat(here("passphrase", "set", "--new-passphrase-file", words("vier leise Wörter").toString()).out())
                .contains("The passphrase was set", "on any computer, with your passphrase");
        JsonNode made = here("backup", "create", "--out", folder.resolve("b.kithbackup").toString(), "--json").json();
        assertThat(made.get("opensWith").get("elsewhere").asBoolean()).isTrue();
        // The next machine: its key store knows nothing, the passphrase comes from a file.
        KeyRing next = KeyRing.inMemory();
        Path restored = folder.resolve("restored");
        JsonNode back = run(next, "--passphrase-file", words("vier leise Wörter").toString(), "backup", "restore",
                folder.resolve("b.kithbackup").toString(), "--into", restored.toString(), "--json").json();
        assertThat(back.get("opensHere").asBoolean()).isTrue();
        assertThat(run(next, "--home", restored.toString(), "contacts", "list").exit()).isEqualTo(1);
        assertThat(run(next, "--home", restored.toString(), "--passphrase-file", words("vier leise Wörter").toString(),
                "passphrase", "key-store").exit()).isZero();
        assertThat(run(next, "--home", restored.toString(), "contacts", "list", "--json").json().get("items").get(0)
                .get("name").asString()).isEqualTo("王小明");
        assertThat(here("contacts", "list", "--json").json().get("items").size()).isEqualTo(1);
    }

    @Test
    void aRecoveryCodeIsShownOnceOrWrittenToAFileOfItsOwn() throws IOException {
        String code = here("passphrase", "code", "--json").json().get("code").asString();
        assertThat(here("passphrase", "show", "--json").json().get("recoveryCode").asBoolean()).isTrue();
        assertThat(run(KeyRing.none(), "--home", home.toString(), "--passphrase-file", words(code).toString(),
                "contacts", "list").exit()).isZero();
        Path paper = folder.resolve("paper.txt");
        assertThat(here("passphrase", "code", "--out", paper.toString()).out()).doesNotContain("-0")
                .contains("paper.txt");
        String written = Files.readString(paper);
        assertThat(written).containsPattern("([0-9A-Z]{5}-){5}[0-9A-Z]{5}").doesNotContain(code);
        assertThat(here("passphrase", "code", "--out", paper.toString()).exit()).isEqualTo(1);
        assertThat(Files.readString(paper)).isEqualTo(written);
        // The one of before opens no more, and one with a sign changed is told from it.
        Ran old = run(KeyRing.none(), "--home", home.toString(), "--passphrase-file", words(code).toString(),
                "contacts",
                "list");
        assertThat(old.exit()).isEqualTo(1);
        assertThat(old.err()).contains("passphrase is wrong");
        String mistyped = code.substring(0, 4) + (code.charAt(4) == 'Z' ? 'Y' : 'Z') + code.substring(5);
        assertThat(run(KeyRing.none(), "--home", home.toString(), "--passphrase-file", words(mistyped).toString(),
                "contacts", "list").err()).contains("recovery code was not read");
    }

    @Test
    void waysAreTakenAwayButTheLastOneStays() throws IOException {
        assertThat(here("passphrase", "remove", "key-store").exit()).isEqualTo(2);
        here("passphrase", "change", "--new-passphrase-file", words("vier leise Wörter").toString());
        JsonNode left = here("passphrase", "remove", "key-store", "--json").json();
        assertThat(left.get("keyStore").asBoolean()).isFalse();
        Ran closed = here("contacts", "list");
        assertThat(closed.exit()).isEqualTo(1);
        assertThat(closed.err()).contains("needs its passphrase");
        List<String> wrong = List.of("remove", "set", "change");
        assertThat(here("passphrase", "remove", "all").exit()).isNotZero();
        assertThat(wrong).allSatisfy(act -> assertThat(here("passphrase", act, "hunter2 on the line").exit()).isEqualTo(
                act.equals("remove") ? 1 : 2)); // Nothing secret is taken from the command line.
    }

    @Test
    void anEmptyOrShortPassphraseIsRefusedAndTheFormerOneStays() throws IOException {
        Path old = TestDesk.keys(folder.resolve("other"));
        Commands commands = new Commands(folder.resolve("other"));
        for (String text : List.of("", "abc")) {
            Commands.Ran ran = commands.run("passphrase", "set", "--new-passphrase-file", words(text).toString());
            assertThat(ran.exit()).isEqualTo(2);
            assertThat(ran.err()).contains("at least 6 characters");
        }
        assertThat(commands.run("contacts", "list").exit()).isZero();
        assertThat(commands.run("passphrase", "set", "--new-passphrase-file", words("another one").toString()).out())
                .contains("still open with the former one");
        assertThat(commands.run("contacts", "list").exit()).isEqualTo(1);
        assertThat(old).exists();
    }
}
