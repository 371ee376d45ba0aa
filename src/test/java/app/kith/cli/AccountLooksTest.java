package app.kith.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import app.kith.cli.Commands.Ran;
import app.kith.demo.DemoServer;
import app.kith.demo.SampleMailbox;
import app.kith.support.HostileImap;
import app.kith.support.TestCertificates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a server shows and offers, on the command line. */
class AccountLooksTest {
    private static final String EMAIL = "me@firm.example";

    @TempDir
    private Path folder;

    private Path password() throws Exception {
        return Files.writeString(folder.resolve("password"), "correct horse\n");
    }

    @Test
    void aCertificateIsShownAndTrustedByItsFingerprintAlone() throws Exception {
        TestCertificates certificates = TestCertificates.expired(folder);
        Commands kith = new Commands(folder.resolve("home"));
        try (HostileImap server = new HostileImap(certificates, true)) {
            assertThat(kith.run("account", "add", "--email", EMAIL, "--imap", "127.0.0.1:" + server.port(),
                    "--imap-security", "tls", "--password-file", password().toString()).exit()).isZero();
            Ran refused = kith.run("account", "test", EMAIL);
            assertThat(refused.exit()).isEqualTo(3);
            JsonNode shown = kith.json(0, "account", "certificate", EMAIL).get("items").get(0);
            assertThat(shown.get("subject").asString()).isEqualTo("CN=localhost");
            String fingerprint = shown.get("sha256").asString();
            assertThat(kith.run("account", "certificate", EMAIL).out()).contains(fingerprint, "does not hold today");
            assertThat(kith.run("account", "certificate", EMAIL, "--trust", "00:11").exit()).isEqualTo(3);
            assertThat(kith.run("account", "test", EMAIL).exit()).as("nothing was trusted").isEqualTo(3);
            assertThat(server.heard()).noneMatch(line -> line.contains("correct horse"));
            assertThat(kith.json(0, "account", "certificate", EMAIL, "--trust",
                    fingerprint.replace(":", "").toLowerCase(java.util.Locale.ROOT)).get("change").asLong())
                    .isPositive();
            assertThat(kith.run("account", "test", EMAIL).out()).contains("Sign in: ok");
            assertThat(kith.run("account", "edit", EMAIL, "--ca", "none").exit()).isZero();
            assertThat(kith.run("account", "test", EMAIL).exit()).isEqualTo(3);
            Path letter = Files.writeString(folder.resolve("letter.txt"), "Hello");
            Ran wrong = kith.run("account", "edit", EMAIL, "--ca", letter.toString());
            assertThat(wrong.exit()).isEqualTo(2);
            assertThat(wrong.err()).contains("BEGIN CERTIFICATE");
        }
    }

    @Test
    void foldersAreListedWithWhatTheyHoldBeforeAnythingIsFetched() throws Exception {
        Commands kith = new Commands(folder.resolve("home"));
        try (DemoServer server = DemoServer.start(SampleMailbox.of(5, 40, Instant.parse("2026-11-22T12:00:00Z")))) {
            Path password = Files.writeString(folder.resolve("password"), server.password() + "\n");
            kith.run("account", "add", "--email", server.address(), "--imap", server.host() + ":" + server.port(),
                    "--imap-security", "none", "--password-file", password.toString(), "--leave-out-folder", "Trash");
            Map<String, JsonNode> folders = new HashMap<>();
            kith.json(0, "account", "folders", server.address()).get("items")
                    .forEach(each -> folders.put(each.get("folder").asString(), each));
            assertThat(requireNonNull(folders.get("INBOX")).get("onServer").asLong()).isPositive();
            assertThat(requireNonNull(folders.get("INBOX")).get("role").asString()).isEqualTo("inbox");
            assertThat(requireNonNull(folders.get("INBOX")).get("followed").asBoolean()).isTrue();
            assertThat(requireNonNull(folders.get("Trash")).get("followed").asBoolean()).isFalse();
            assertThat(kith.run("account", "folders", server.address()).out()).contains("INBOX", "trash");
            assertThat(kith.run("messages", "list").out()).doesNotContain("INBOX");
        }
    }
}
