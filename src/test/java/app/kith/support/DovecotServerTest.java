package app.kith.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.kith.demo.SampleMailbox;
import app.kith.demo.SampleMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

@NeedsDovecot
class DovecotServerTest {
    private static final SampleMailbox MAILBOX = SampleMailbox.of(1, 200, Instant.parse("2026-11-20T08:00:00Z"));

    @Test
    void whatIsWrittenToDiskIsWhatTheServerServes() throws Exception {
        try (DovecotServer server = DovecotServer.setup().filledWith(MAILBOX).start()) {
            ServerState state = server.state();
            assertThat(state.messages()).isEqualTo(200);
            assertThat(state.folders().keySet()).containsAll(SampleMailbox.folders());
            for (String folder : SampleMailbox.folders()) {
                List<String> expected = MAILBOX.stream().filter(m -> m.folder().equals(folder)).map(m -> sha256(m)
                        + new TreeSet<>(m.flags())).toList();
                List<String> served = state.folders().get(folder).messages().values().stream().map(m -> m.sha256()
                        + new TreeSet<>(m.flags())).toList();
                assertThat(served).as(folder).isEqualTo(expected);
            }
        }
    }

    @Test
    void theServerTellsWhenMessagesCame() throws Exception {
        try (DovecotServer server = DovecotServer.setup().filledWith(MAILBOX).start();
                RawImap imap = new RawImap(server.port(),
                        null)) {
            imap.login(server.address(), server.password());
            imap.command("EXAMINE Drafts");
            String answer = imap.command("FETCH 1 (INTERNALDATE)").getFirst().text();
            SampleMessage draft = MAILBOX.stream().filter(m -> m.folder().equals("Drafts")).findFirst().orElseThrow();
            String day = draft.received().toString().substring(8, 10);
            assertThat(answer).contains(draft.received().toString().substring(11, 19)).contains("\"" + day + "-");
        }
    }

    @Test
    void whatTheOtherClientDoesIsSeenInTheState() {
        try (DovecotServer server = DovecotServer.setup().filledWith(MAILBOX).start();
                OtherClient client = server
                        .otherClient()) {
            ServerState before = client.state();
            List<Long> uids = client.uids("INBOX");
            long added = client.append("客户/华东", "Subject: 新\r\n\r\nx\r\n".getBytes(StandardCharsets.UTF_8),
                    "\\Flagged");
            client.addFlags("INBOX", Set.of("\\Deleted", "$Forwarded"), uids.get(0));
            client.removeFlags("INBOX", Set.of("\\Seen"), uids.get(0));
            long moved = client.move("INBOX", uids.get(1), "Archive");
            client.expunge("INBOX", uids.get(2), uids.get(3));
            client.create("新客户");
            ServerState after = server.state();

            assertThat(after.messages()).isEqualTo(200 + 1 - 2);
            assertThat(after.folders().get("客户/华东").messages().get(added).flags()).containsExactly("\\Flagged");
            assertThat(after.folders().get("INBOX").messages().get(uids.get(0)).flags())
                    .contains("\\Deleted", "$Forwarded")
                    .doesNotContain("\\Seen");
            assertThat(after.folders().get("INBOX").messages()).doesNotContainKeys(uids.get(1), uids.get(2),
                    uids.get(3));
            assertThat(after.folders().get("Archive").messages().get(moved).sha256())
                    .isEqualTo(before.folders().get("INBOX")
                            .messages().get(uids.get(1)).sha256());
            assertThat(after.folders()).containsKey("新客户");
        }
    }

    @Test
    void aFolderGetsANewUidValidityAndNewUids() {
        try (DovecotServer server = DovecotServer.setup().filledWith(MAILBOX).start()) {
            ServerState before = server.state();
            try (OtherClient client = server.otherClient()) {
                client.expunge("INBOX", client.uids("INBOX").getFirst());
            }
            server.newUidValidity("INBOX");
            ServerState after = server.state();
            assertThat(after.folders().get("INBOX").uidValidity())
                    .isNotEqualTo(before.folders().get("INBOX").uidValidity());
            assertThat(after.folders().get("INBOX").messages().keySet()).first().isEqualTo(1L);
            assertThat(after.messages()).isEqualTo(199);
            assertThat(after.folders().get("Sent")).isEqualTo(before.folders().get("Sent"));
        }
    }

    @Test
    void cutConnectionsAreCut() {
        try (DovecotServer server = DovecotServer.setup().start(); OtherClient client = server.otherClient()) {
            server.cutConnections();
            assertThatThrownBy(client::folders).hasRootCauseInstanceOf(IOException.class);
            assertThat(server.state().folders()).containsKey("INBOX");
        }
    }

    @Test
    void capabilitiesAreOfferedAsWanted() throws Exception {
        try (DovecotServer server = DovecotServer.setup().start()) {
            assertThat(capabilities(server)).contains("CONDSTORE", "QRESYNC", "MOVE", "IDLE", "COMPRESS=DEFLATE",
                    "SPECIAL-USE");
        }
        try (DovecotServer server = DovecotServer.setup().without("CONDSTORE", "QRESYNC", "COMPRESS").start()) {
            assertThat(capabilities(server)).doesNotContain("CONDSTORE", "QRESYNC", "COMPRESS=DEFLATE").contains("MOVE",
                    "IDLE");
        }
        try (DovecotServer server = DovecotServer.setup().offering("IMAP4rev1 ID").start()) {
            assertThat(capabilities(server)).containsExactlyInAnyOrder("IMAP4rev1", "ID");
        }
    }

    @Test
    void tlsWorksForWhoTrustsTheAuthorityOnly() throws Exception {
        try (DovecotServer server = DovecotServer.setup().start()) {
            try (RawImap imap = new RawImap(server.tlsPort(), TestCertificates.trusting(server.authority()))) {
                imap.login(server.address(), server.password());
            }
            assertThatThrownBy(() -> new RawImap(server.tlsPort(), SSLContext.getDefault()).close()).isInstanceOf(
                    SSLHandshakeException.class);
        }
    }

    @Test
    void theRawReaderReadsEverything() throws Exception {
        long size = MAILBOX.stream().mapToLong(m -> m.raw().length).sum();
        try (DovecotServer server = DovecotServer.setup().filledWith(MAILBOX).start()) {
            RawImapRead plain = RawImapRead.of(server.port(), null, server.address(), server.password());
            RawImapRead tls = RawImapRead.of(server.tlsPort(), server.authority(), server.address(), server.password());
            assertThat(plain.messages()).isEqualTo(200);
            assertThat(plain.bytes()).isGreaterThan(size).isLessThan(size + 40_000);
            assertThat(tls.messages()).isEqualTo(200);
            assertThat(tls.bytes()).isGreaterThan(size);
        }
    }

    @Test
    void nothingIsLeftAfterClose() {
        DovecotServer server = DovecotServer.setup().start();
        Path home = server.authority().getParent().getParent();
        int port = server.port();
        assertThat(home).isDirectory();
        server.close();
        server.close();
        assertThat(Files.exists(home)).isFalse();
        assertThatThrownBy(() -> new RawImap(port, null).close()).isInstanceOf(IOException.class);
        assertThat(ProcessHandle.allProcesses().map(p -> p.info().commandLine().orElse(""))
                .filter(line -> line.contains(home
                        .toString())))
                .isEmpty();
    }

    private static List<String> capabilities(DovecotServer server) throws IOException {
        try (RawImap imap = new RawImap(server.port(), null)) {
            imap.login(server.address(), server.password());
            return List.of(imap.command("CAPABILITY").getFirst().text().substring("* CAPABILITY ".length()).split(" "));
        }
    }

    private static String sha256(SampleMessage message) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(message.raw()));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
