package app.kith.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DemoServerTest {
    private static final SampleMailbox MAILBOX = SampleMailbox.of(1, 400, Instant.parse("2026-11-20T08:00:00Z"));

    private static DemoServer server;

    @BeforeAll
    static void start() {
        server = DemoServer.start(MAILBOX);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void whatIsServedIsTheSampleMailboxWithItsFlagsAndDates() throws Exception {
        try (Store store = connect(server.password())) {
            for (String path : SampleMailbox.folders()) {
                List<SampleMessage> expected = MAILBOX.stream().filter(m -> m.folder().equals(path)).toList();
                Folder folder = store.getFolder(path.replace('/', '.'));
                folder.open(Folder.READ_ONLY);
                Message[] messages = folder.getMessages();
                folder.fetch(messages, wholeMessages());
                assertThat(messages).as(path).hasSameSizeAs(expected);
                for (int i = 0; i < messages.length; i++) {
                    assertThat(flags(messages[i])).isEqualTo(expected.get(i).flags());
                    assertThat(messages[i].getReceivedDate()).isEqualTo(Date.from(expected.get(i).received()));
                    assertThat(raw(messages[i])).isEqualTo(expected.get(i).raw());
                }
                folder.close(false);
            }
        }
    }

    @Test
    void theFoldersAreListedByTheirNames() throws Exception {
        try (Store store = connect(server.password())) {
            assertThat(Arrays.stream(store.getDefaultFolder().list("*")).map(Folder::getFullName)).contains("INBOX",
                    "Sent",
                    "Archive", "客户", "客户.华东", "Drafts", "Trash", "Junk");
        }
    }

    @Test
    void aWrongPasswordIsRefusedAndThePasswordIsAnotherEachTime() {
        assertThatThrownBy(() -> connect("guess")).isInstanceOf(AuthenticationFailedException.class);
        try (DemoServer other = DemoServer.start(SampleMailbox.of(1, 10, Instant.parse("2026-11-20T08:00:00Z")))) {
            assertThat(other.password()).isNotEqualTo(server.password()).hasSize(32);
        }
    }

    @Test
    void itListensOnTheLoopbackInterfaceOnly() throws Exception {
        assertThat(InetAddress.getByName(server.host()).isLoopbackAddress()).isTrue();
        try (Socket imap = new Socket(server.host(), server.port());
                Socket smtp = new Socket(server.host(), server
                        .smtpPort())) {
            assertThat(imap.isConnected() && smtp.isConnected()).isTrue();
        }
    }

    @Test
    void afterCloseNobodyAnswers() {
        DemoServer other = DemoServer.start(SampleMailbox.of(1, 10, Instant.parse("2026-11-20T08:00:00Z")));
        int port = other.port();
        other.close();
        other.close();
        assertThatThrownBy(() -> new Socket(other.host(), port).close()).isInstanceOf(IOException.class);
    }

    private static Store connect(String password) throws MessagingException {
        Properties properties = new Properties();
        properties.setProperty("mail.imap.connectiontimeout", "10000");
        properties.setProperty("mail.imap.timeout", "10000");
        properties.setProperty("mail.imap.partialfetch", "false");
        Store store = Session.getInstance(properties).getStore("imap");
        store.connect(server.host(), server.port(), server.address(), password);
        return store;
    }

    /** One round trip for a folder: GreenMail answers each command 40 ms late (it leaves Nagle's algorithm on). */
    private static FetchProfile wholeMessages() {
        FetchProfile profile = new FetchProfile();
        profile.add(FetchProfile.Item.FLAGS);
        profile.add(FetchProfile.Item.ENVELOPE);
        profile.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
        profile.add(IMAPFolder.FetchProfileItem.MESSAGE);
        return profile;
    }

    private static Set<String> flags(Message message) throws MessagingException {
        Flags flags = message.getFlags();
        Set<String> found = new TreeSet<>(List.of(flags.getUserFlags()));
        for (Flags.Flag flag : flags.getSystemFlags()) {
            if (flag.equals(Flags.Flag.SEEN)) {
                found.add("\\Seen");
            } else if (flag.equals(Flags.Flag.ANSWERED)) {
                found.add("\\Answered");
            } else if (flag.equals(Flags.Flag.FLAGGED)) {
                found.add("\\Flagged");
            } else if (flag.equals(Flags.Flag.DRAFT)) {
                found.add("\\Draft");
            }
        }
        return found.stream().collect(Collectors.toSet());
    }

    private static byte[] raw(Message message) throws IOException, MessagingException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        message.writeTo(out);
        return out.toByteArray();
    }
}
