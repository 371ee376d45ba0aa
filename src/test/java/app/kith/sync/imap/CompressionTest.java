package app.kith.sync.imap;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.demo.SampleMailbox;
import app.kith.support.DovecotServer;
import app.kith.support.NeedsDovecot;
import app.kith.support.ServerState.FolderState;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** COMPRESS=DEFLATE (RFC 4978) against a real server: the same messages come through. */
@NeedsDovecot
class CompressionTest {
    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true"})
    void theSameMessagesComeThrough(boolean wanted, boolean offered) throws Exception {
        DovecotServer.Setup setup = DovecotServer.setup().filledWith(SampleMailbox.of(9, 60, Instant.EPOCH));
        try (DovecotServer server = (offered ? setup : setup.without("COMPRESS")).start()) {
            Account account = new Account(1, server.address(), "",
                    new Server("localhost", server.tlsPort(), Security.TLS), null, server.address(), null, null,
                    Files.readString(server.authority()));
            try (ImapConnection connection = ImapConnection.open(account, server.password(), Duration.ofSeconds(20),
                    _ -> {}, wanted)) {
                assertThat(connection.has("COMPRESS=DEFLATE")).isEqualTo(offered);
                assertThat(connection.list()).isNotEmpty();
                connection.examine("INBOX", null, _ -> {});
                Map<Long, String> digests = new TreeMap<>();
                connection.fetchMessages(List.of(connection.existing("1:*")), 2,
                        message -> digests.put(message.uid(), sha256(requireNonNull(message.body()))));
                assertThat(digests).hasSizeGreaterThan(10);
                FolderState inbox = requireNonNull(server.state().folders().get("INBOX"));
                inbox.messages().forEach((uid, message) -> assertThat(digests.get(uid)).isEqualTo(message.sha256()));
            }
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
