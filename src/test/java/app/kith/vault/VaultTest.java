package app.kith.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
    private static final Argon2 CHEAP = new Argon2(64, 1, 1);

    @TempDir
    private Path home;

    @Test
    void theRightPassphraseGivesTheSameKeysAgain() {
        Vault made = Vault.create(home, "密码强度够高吗".toCharArray(), CHEAP, KeyRing.none());
        Vault opened = Vault.open(home, "密码强度够高吗".toCharArray(), KeyRing.none());
        assertThat(opened.key("ledger")).isEqualTo(made.key("ledger"));
        assertThat(opened.key("ledger")).isNotEqualTo(opened.key("mail"));
        assertThat(opened.password("store")).containsExactly(made.password("store")).hasSize(64);
    }

    @Test
    void aWrongPassphraseIsToldFromADamagedFile() throws IOException {
        Vault.create(home, "right".toCharArray(), CHEAP, KeyRing.none());
        assertProblem(() -> Vault.open(home, "wrong".toCharArray(), KeyRing.none()), Problem.WRONG_PASSPHRASE);
        assertProblem(() -> Vault.open(home, null, KeyRing.none()), Problem.PASSPHRASE_NEEDED);
        Files.writeString(home.resolve("vault.json"), "{\"format\":1,");
        assertProblem(() -> Vault.open(home, "right".toCharArray(), KeyRing.none()), Problem.VAULT_DAMAGED);
    }

    @Test
    void thePassphraseIsComparedByLettersNotByTheirEncoding() {
        Vault.create(home, "Ström".toCharArray(), CHEAP, KeyRing.none());
        assertThat(Vault.open(home, "Stro\u0308m".toCharArray(), KeyRing.none())).isNotNull();
    }

    @Test
    void theKeyRingOpensWhatItWrapped() {
        KeyRing ring = KeyRing.inMemory();
        Vault made = Vault.create(home, null, CHEAP, ring);
        assertThat(Vault.open(home, null, ring).key("x")).isEqualTo(made.key("x"));
        assertProblem(() -> Vault.open(home, null, KeyRing.inMemory()), Problem.PASSPHRASE_NEEDED);
    }

    @Test
    void eitherOfTwoWrapsOpens() {
        KeyRing ring = KeyRing.inMemory();
        Vault made = Vault.create(home, "words".toCharArray(), CHEAP, ring);
        assertThat(Vault.open(home, null, ring).key("x")).isEqualTo(made.key("x"));
        assertThat(Vault.open(home, "words".toCharArray(), KeyRing.none()).key("x")).isEqualTo(made.key("x"));
    }

    @Test
    void withNeitherPassphraseNorKeyRingNothingIsMade() {
        assertProblem(() -> Vault.create(home, null, CHEAP, KeyRing.none()), Problem.PASSPHRASE_NEEDED);
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void secretsComeBackAndAreNotReadableOnDisk() throws IOException {
        Vault vault = Vault.create(home, "words".toCharArray(), CHEAP, KeyRing.none());
        vault.secrets().save("account/1", "授权码-open-sesame");
        vault.secrets().save("account/2", "other");
        vault.secrets().forget("account/2");
        Secrets again = Vault.open(home, "words".toCharArray(), KeyRing.none()).secrets();
        assertThat(again.read("account/1")).contains("授权码-open-sesame");
        assertThat(again.read("account/2")).isEmpty();
        try (var files = Files.list(home)) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(
                        "sesame",
                        "words");
            }
        }
    }

    @Test
    void aChangedSecretsFileIsRefused() throws IOException {
        Vault vault = Vault.create(home, "words".toCharArray(), CHEAP, KeyRing.none());
        vault.secrets().save("account/1", "secret");
        byte[] bytes = Files.readAllBytes(home.resolve("secrets.sealed"));
        bytes[bytes.length - 1] ^= 1;
        Files.write(home.resolve("secrets.sealed"), bytes);
        assertProblem(() -> vault.secrets().read("account/1"), Problem.VAULT_DAMAGED);
    }

    /** Test vector of the reference implementation: Argon2id, version 0x13, 2 passes, 64 MiB, 1 lane. */
    @Test
    void argon2IsTheStandardOne() {
        byte[] key = new Argon2(64 << 10, 2, 1).key("password".toCharArray(),
                "somesalt".getBytes(StandardCharsets.US_ASCII));
        assertThat(HexFormat.of().formatHex(key))
                .isEqualTo("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7");
    }

    private static void assertProblem(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, Problem problem) {
        assertThatThrownBy(call).isInstanceOfSatisfying(KithException.class,
                e -> assertThat(e.problem()).isEqualTo(problem));
    }
}
