package app.kith.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.kith.vault.Ways.Way;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Several ways to one key: added, changed, taken away, carried to another machine. */
class WaysTest {
    private static final Argon2 CHEAP = new Argon2(64, 1, 1);
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path home;

    private final KeyRing ring = KeyRing.inMemory();

    private static char[] words(String text) {
        return text.toCharArray();
    }

    private static void assertProblem(Problem problem, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(KithException.class,
                e -> assertThat(e.problem()).isEqualTo(problem));
    }

    private void assertOpens(Vault made, String typed, KeyRing by) {
        assertThat(Vault.open(home, typed.isEmpty() ? null : words(typed), by).key("x")).isEqualTo(made.key("x"));
    }

    @Test
    void whatTheKeyStoreAloneOpenedOpensByAPassphraseOnAnotherMachineToo() {
        Vault made = Vault.create(home, null, CHEAP, ring);
        assertThat(made.ways()).isEqualTo(new Ways(false, false, true));
        assertProblem(Problem.PASSPHRASE_NEEDED, () -> Vault.open(home, null, KeyRing.inMemory()));
        made.passphrase(words("vier Wörter, 四个词"), CHEAP);
        assertOpens(made, "", ring);
        assertOpens(made, "vier Wörter, 四个词", KeyRing.inMemory());
        assertThat(made.opens(words("vier Worter, 四个词"))).isFalse();
    }

    @Test
    void aNewMachinesKeyStoreKeepsAKeyOfItsOwnAndTheOldOneStillOpens() {
        Vault made = Vault.create(home, words("correct horse"), CHEAP, ring);
        KeyRing other = KeyRing.inMemory();
        Vault there = Vault.open(home, words("correct horse"), other);
        assertThat(there.keepIn(other)).isTrue();
        assertOpens(made, "", other);
        assertOpens(made, "", ring);
        byte[] before = bytes();
        assertThat(there.keepIn(other)).isTrue();
        assertThat(bytes()).isEqualTo(before);
        assertThat(there.keepIn(KeyRing.none())).isFalse();
    }

    @Test
    void aFolderThatWandersIsForgottenByTheOldestKeyStoreFirst() {
        Vault made = Vault.create(home, words("correct horse"), CHEAP, ring);
        List<KeyRing> all = new java.util.ArrayList<>();
        for (int i = 0; i < 5; i++) {
            KeyRing next = KeyRing.inMemory();
            made.keepIn(next);
            all.add(next);
        }
        assertProblem(Problem.PASSPHRASE_NEEDED, () -> Vault.open(home, null, ring));
        all.forEach(each -> assertOpens(made, "", each));
    }

    @Test
    void aRecoveryCodeOpensHoweverItIsTyped() {
        Vault made = Vault.create(home, null, CHEAP, ring);
        String code = made.makeCode();
        assertThat(code).matches("([0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]{5}");
        assertThat(made.ways().code()).isTrue();
        for (String typed : List.of(code, code.toLowerCase(Locale.ROOT), code.replace("-", ""), code.replace('-', ' '),
                " " + code.replace("-", " – ") + "\n", code.replace('0', 'o').replace('1', 'l'), fullWidth(code))) {
            assertOpens(made, typed, KeyRing.none());
        }
    }

    private static String fullWidth(String code) {
        return code.chars().map(sign -> sign == '-' ? '－' : sign - '!' + '！')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /** Each sign is changed, left out, doubled and exchanged with its neighbour, in many codes. */
    @Test
    void aMistypedCodeIsToldFromAWrongOne() {
        Vault made = Vault.create(home, null, CHEAP, ring);
        String code = made.makeCode();
        assertProblem(Problem.WRONG_PASSPHRASE,
                () -> Vault.open(home, words(RecoveryCode.write(RecoveryCode.random())), KeyRing.none()));
        assertProblem(Problem.CODE_MISTYPED,
                () -> Vault.open(home, words(code.substring(0, code.length() - 1)), KeyRing.none()));
        Random random = new Random(7);
        int unseen = 0;
        for (int round = 0; round < 500; round++) {
            byte[] key = new byte[16];
            random.nextBytes(key);
            char[] signs = RecoveryCode.write(key).replace("-", "").toCharArray();
            int at = random.nextInt(signs.length - 1);
            char was = signs[at];
            if (round % 2 == 0) {
                signs[at] = was == '7' ? '8' : '7';
            } else {
                signs[at] = signs[at + 1];
                signs[at + 1] = was;
            }
            boolean same = round % 2 == 1 && signs[at] == signs[at + 1];
            unseen += !same && RecoveryCode.read(signs).isCode() ? 1 : 0;
        }
        assertThat(unseen).isLessThanOrEqualTo(1);
    }

    @Test
    void aNewCodeTakesThePlaceOfTheOldOneAndCopiesKeepTheirs() throws IOException {
        Vault made = Vault.create(home, null, CHEAP, ring);
        String first = made.makeCode();
        Path copy = Files.createDirectory(home.resolve("copy"));
        Files.copy(home.resolve("vault.json"), copy.resolve("vault.json"));
        String second = made.makeCode();
        assertThat(made.opens(words(first))).isFalse();
        assertOpens(made, second, KeyRing.none());
        assertThat(Vault.open(copy, words(first), KeyRing.none()).key("x")).isEqualTo(made.key("x"));
    }

    @Test
    void aChangedPassphraseTakesThePlaceOfTheFormerOne() {
        Vault made = Vault.create(home, words("the first one"), CHEAP, KeyRing.none());
        made.passphrase(words("the second one"), CHEAP);
        assertOpens(made, "the second one", KeyRing.none());
        assertProblem(Problem.WRONG_PASSPHRASE, () -> Vault.open(home, words("the first one"), KeyRing.none()));
        assertProblem(Problem.PASSPHRASE_SHORT, () -> made.passphrase(words("short"), CHEAP));
        assertOpens(made, "the second one", KeyRing.none());
    }

    @Test
    void theLastWayInStays() {
        Vault made = Vault.create(home, null, CHEAP, ring);
        assertProblem(Problem.LAST_WAY, () -> made.remove(Way.KEY_STORE, ring));
        made.passphrase(words("correct horse"), CHEAP);
        // Here there is no entry of the key store, so that it does not count.
        assertProblem(Problem.LAST_WAY, () -> made.remove(Way.PASSPHRASE, KeyRing.inMemory()));
        made.remove(Way.KEY_STORE, ring);
        assertThat(made.ways()).isEqualTo(new Ways(true, false, false));
        assertProblem(Problem.PASSPHRASE_NEEDED, () -> Vault.open(home, null, ring));
        assertProblem(Problem.LAST_WAY, () -> made.remove(Way.PASSPHRASE, ring));
        made.makeCode();
        made.remove(Way.PASSPHRASE, ring);
        assertThat(made.ways()).isEqualTo(new Ways(false, true, false));
    }

    @Test
    void whatIsTakenOutOfTheKeyStoreIsForgottenThere() {
        int[] forgotten = {0};
        KeyRing counting = new KeyRing() {
            @Override
            public boolean isAvailable() {
                return true;
            }

            @Override
            public Optional<String> read(String name) {
                return ring.read(name);
            }

            @Override
            public boolean save(String name, String secret) {
                return ring.save(name, secret);
            }

            @Override
            public void forget(String name) {
                forgotten[0]++;
                ring.forget(name);
            }
        };
        Vault made = Vault.create(home, words("correct horse"), CHEAP, counting);
        made.remove(Way.KEY_STORE, counting);
        assertThat(forgotten[0]).isEqualTo(1);
    }

    /** A stop while a new file is written leaves a part of it beside; one between key store and file leaves an entry too many. */
    @Test
    void aStopInBetweenLeavesTheFormerWays() throws IOException {
        Vault made = Vault.create(home, words("correct horse"), CHEAP, ring);
        Files.writeString(home.resolve("vault.json.new"), "{\"format\":1,\"wr");
        assertOpens(made, "correct horse", KeyRing.none());
        made.makeCode(); // What was left beside is in nobody's way.
        byte[] before = bytes();
        KeyRing dying = new KeyRing() {
            @Override
            public boolean isAvailable() {
                return true;
            }

            @Override
            public Optional<String> read(String name) {
                return Optional.empty();
            }

            @Override
            public boolean save(String name, String secret) {
                throw new IllegalStateException("the machine stops here");
            }

            @Override
            public void forget(String name) {}
        };
        assertThatThrownBy(() -> made.keepIn(dying)).isInstanceOf(IllegalStateException.class);
        assertThat(bytes()).isEqualTo(before);
        assertOpens(made, "", ring);
    }

    /** As programs before the recovery code wrote it: no names, and the key ring knows the key by the file's own. */
    @Test
    void anOlderKeyFileOpensAndTakesNewWays() throws IOException {
        Vault made = Vault.create(home, words("correct horse"), CHEAP, ring);
        ObjectNode file = (ObjectNode) JSON.readTree(bytes());
        String id = file.get("id").asString();
        for (JsonNode wrap : file.get("wraps")) {
            if (wrap.get("by").asString().equals("key ring")) {
                ring.save(id, ring.read(wrap.get("name").asString()).orElseThrow());
                ring.forget(wrap.get("name").asString());
            }
            ((ObjectNode) wrap).remove("name");
        }
        Files.write(home.resolve("vault.json"), JSON.writeValueAsBytes(file));
        assertOpens(made, "", ring);
        assertOpens(made, "correct horse", KeyRing.none());
        Vault again = Vault.open(home, null, ring);
        String code = again.makeCode();
        assertOpens(made, "", ring);
        assertOpens(made, code, KeyRing.none());
    }

    @Test
    void aCopyOfTheFolderIsLentItsKeyAndAnotherFolderIsNot() throws IOException {
        Vault made = Vault.create(home, null, CHEAP, ring);
        Path copy = Files.createDirectory(home.resolve("copy"));
        Files.copy(home.resolve("vault.json"), copy.resolve("vault.json"));
        assertThat(Vault.open(copy, null, made.lend(copy)).key("x")).isEqualTo(made.key("x"));
        Path other = Files.createDirectory(home.resolve("other"));
        Vault.create(other, words("something else"), CHEAP, KeyRing.none());
        assertThat(made.lend(other).isAvailable()).isFalse();
    }

    private byte[] bytes() {
        try {
            return Files.readAllBytes(home.resolve("vault.json"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
