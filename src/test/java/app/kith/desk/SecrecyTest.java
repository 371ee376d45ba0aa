package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.demo.DemoServer;
import app.kith.demo.SampleMailbox;
import app.kith.support.SecondClient;
import app.kith.support.TestDesk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing of a mail, and no secret, can be read in the data folder: not in the logs, the store, nor what failures leave. */
class SecrecyTest {
    private static final List<String> WORDS = List.of("Zanzibar-Lieferung", "报价单机密", "kunigunde@secret.example",
            "Kunigunde Schatten", "geheim.pdf");

    @TempDir
    private Path home;

    @Test
    void noWordOfAMailAndNoSecretIsInTheFolder() throws Exception {
        try (DemoServer server = DemoServer.start(SampleMailbox.of(1, 30, Instant.EPOCH));
                SecondClient other = new SecondClient(server)) {
            other.append("INBOX", mail());
            other.append("Sent", answer(server.address()));
            try (Desk desk = TestDesk.open(home)) {
                TestDesk.add(desk, server);
                TestDesk.sync(desk);
                assertThat(desk.conversations().ids(0, "Zanzibar", 0)).isNotEmpty();
                assertThat(desk.customers().ids("kunigunde", app.kith.store.Customers.Order.NAME, 0)).isNotEmpty();
                assertFolderIsSilent(server.password());
                // What fails is logged; the log must not quote what it failed on.
                desk.accounts().edit(desk.accounts().list().getFirst(), "wrong-password-4711");
                TestDesk.sync(desk);
                assertFolderIsSilent("wrong-password-4711");
            }
            Files.write(home.resolve("kith.mv.db"), new byte[5000]);
            try (Desk desk = TestDesk.open(home)) {
                assertThat(desk.conversations().ids(0, "Zanzibar", 0)).isNotEmpty();
            }
            assertFolderIsSilent(server.password());
        }
    }

    private static byte[] mail() {
        return ("From: Kunigunde Schatten <kunigunde@secret.example>\r\nTo: sales@example.test\r\n"
                + "Subject: Zanzibar-Lieferung =?UTF-8?B?"
                + Base64.getEncoder().encodeToString("报价单机密".getBytes(StandardCharsets.UTF_8)) + "?=\r\n"
                + "Message-ID: <1@secret.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
                + "Die Zanzibar-Lieferung ist 报价单机密.\r\n--b\r\nContent-Type: application/pdf; name=geheim.pdf\r\n"
                + "Content-Disposition: attachment; filename=geheim.pdf\r\n\r\nZanzibar-Lieferung\r\n--b--\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] answer(String own) {
        return ("From: " + own
                + "\r\nTo: Kunigunde Schatten <kunigunde@secret.example>\r\nSubject: Re: Zanzibar-Lieferung\r\n"
                + "In-Reply-To: <1@secret.example>\r\nMessage-ID: <2@secret.example>\r\n\r\nJa.\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private void assertFolderIsSilent(String secret) throws IOException {
        List<String> secrets = new ArrayList<>(WORDS);
        secrets.add(secret);
        secrets.add(TestDesk.PASSPHRASE);
        secrets.add(Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)).replace("=", ""));
        List<byte[]> needles = new ArrayList<>();
        for (String word : secrets) {
            for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE,
                    StandardCharsets.UTF_16BE)) {
                needles.add(word.getBytes(charset));
            }
        }
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] content = read(file);
                assertThat(needles).as(home.relativize(file).toString()).noneMatch(needle -> holds(content, needle));
            }
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean holds(byte[] content, byte[] needle) {
        for (int i = 0; i + needle.length <= content.length; i++) {
            int j = 0;
            while (j < needle.length && content[i + j] == needle[j]) {
                j++;
            }
            if (j == needle.length) {
                return true;
            }
        }
        return false;
    }
}
