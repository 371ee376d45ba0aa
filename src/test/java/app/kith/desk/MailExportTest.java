package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.change.Actor;
import app.kith.change.Change;
import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.desk.MailExport.Format;
import app.kith.store.MailList.Filter;
import app.kith.support.TestDesk;
import app.kith.words.KithException;
import app.kith.words.Problem;
import app.kith.words.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mails as files for other programs. */
class MailExportTest {
    private static final Instant RECEIVED = Instant.parse("2026-03-12T08:00:00Z");

    @TempDir
    private Path folder;

    private Desk desk;
    private long wang;
    private final List<byte[]> raws = new ArrayList<>();

    @BeforeEach
    void begin() {
        desk = TestDesk.open(folder.resolve("home"));
        account(1, "me@example.org");
        account(2, "shop@example.org");
        wang = desk.records().add(List.of(Value.of(Property.NAME, "", "Wang"),
                Value.of(Property.EMAIL, "", "wang@hua.example"))).contact();
        raws.add(mail("wang@hua.example", "03 Jan 2025 23:30:00", "First",
                "From here on\r\n>From there\r\n >From a blank\r\nFrom: is no From line\r\nfrom below\r\n\r\n"));
        raws.add(mail("li@hua.example", "12 Mar 2026 06:00:00", "Order 7",
                "Second.\r\nFrom \r\nlast line without an end"));
        raws.add(mail("wang@hua.example", "12 Mar 2026 07:00:00", "Order 8", "Third.\r\n"));
        TestDesk.file(desk, desk.accounts().find("me@example.org"), raws.subList(0, 2), RECEIVED);
        TestDesk.file(desk, desk.accounts().find("shop@example.org"), raws.subList(2, 3), RECEIVED);
    }

    private void account(long id, String email) {
        Server imap = new Server("imap.example.org", 993, Security.TLS);
        Account account = new Account(id, email, "", imap, null, email, null, null, null);
        desk.journal().enter(Actor.USER, "account-added",
                _ -> List.of(new Change.AccountChange(id, null, account)));
    }

    @AfterEach
    void end() {
        desk.close();
    }

    private static byte[] mail(String from, String date, String subject, String text) {
        return ("From: " + from + "\r\nTo: me@example.org\r\nDate: " + date + " +0000\r\nSubject: " + subject
                + "\r\nMessage-ID: <" + subject.replace(' ', '.') + "@hua.example>\r\n\r\n" + text)
                .getBytes(StandardCharsets.UTF_8);
    }

    private ExportedMail write(Filter filter, Format format, Path out, boolean replace) {
        return desk.transfers().mailExport().write(filter, format,
                new Destination(out, replace, Words.of(Locale.ENGLISH), ZoneId.of("Europe/Berlin")));
    }

    @Test
    void anMboxGivesEachMailBackAsItWas() throws IOException {
        Path out = folder.resolve("all.mbox");
        assertThat(write(Filter.ALL, Format.MBOX, out, false).mails()).isEqualTo(3);
        String mbox = Files.readString(out);
        assertThat(mbox).startsWith("From wang@hua.example Fri Jan  3 23:30:00 2025\n")
                .contains("\n\nFrom li@hua.example Thu Mar 12 06:00:00 2026\n").doesNotContain("\r").endsWith("\n\n");
        List<String> back = new ArrayList<>();
        for (String one : Pattern.compile("(?m)^From [^\n]*\n").split(mbox, -1)) {
            if (!one.isEmpty()) {
                back.add(Pattern.compile("(?m)^>(>*From )").matcher(one.substring(0, one.length() - 1))
                        .replaceAll("$1"));
            }
        }
        assertThat(back).hasSize(3);
        for (int i = 0; i < 3; i++) {
            String was = new String(raws.get(i), StandardCharsets.UTF_8).replace("\r\n", "\n");
            assertThat(back.get(i)).isEqualTo(was.endsWith("\n") ? was : was + "\n");
        }
    }

    @Test
    void filesHoldTheBytesAsTheyCameByYear() throws IOException {
        Path out = folder.resolve("mails");
        write(Filter.ALL, Format.EML, out, false);
        List<String> names = names(out);
        assertThat(names).containsExactly("2025/001 2025-01-04 First.eml", "2026/002 2026-03-12 Order 7.eml",
                "2026/003 2026-03-12 Order 8.eml", "kith.json");
        for (int i = 0; i < 3; i++) {
            assertThat(Files.readAllBytes(out.resolve(names.get(i)))).isEqualTo(raws.get(i));
        }
    }

    private static List<String> names(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).map(file -> root.relativize(file).toString()).sorted().toList();
        }
    }

    @Test
    void onlyTheMailsAskedForGoOut() {
        assertThat(count(new Filter(wang, "", 0))).isEqualTo(2);
        assertThat(count(new Filter(0, "order", 0))).isEqualTo(2);
        assertThat(count(new Filter(0, "ORDER li@hua", 0))).isEqualTo(1);
        assertThat(count(new Filter(0, "", 2))).isEqualTo(1);
        assertThat(count(new Filter(wang, "first", 2))).isZero();
    }

    private long count(Filter filter) {
        return write(filter, Format.MBOX, folder.resolve("some.mbox"), true).mails();
    }

    @Test
    void aMailThatCannotBeReadIsSetAsideAndTheRestGoesOut() throws IOException {
        Path log = damaged();
        Path out = folder.resolve("mails");
        ExportedMail done = write(Filter.ALL, Format.EML, out, false);
        assertThat(done.aside()).as("damaged in " + log).hasSize(1);
        assertThat(done.aside().getFirst().reason().problem()).isEqualTo(Problem.LOG_DAMAGED);
        assertThat(done.mails()).isEqualTo(2);
        assertThat(done.whole()).isFalse();
        assertThat(names(out)).hasSize(3);
        assertThat(Files.readString(out.resolve("kith.json"))).contains("setAside", "\"message\"");
    }

    /** Breaks the last mail where its bytes lie. */
    private Path damaged() throws IOException {
        long[] last = desk.conversations().ids(0, "Order 8", 1);
        long offset = desk.conversations().messages(last[0]).getFirst().address().offset();
        Path log;
        try (Stream<Path> files = Files.walk(desk.home())) {
            log = files.filter(file -> desk.home().relativize(file).toString().startsWith("mail"))
                    .filter(Files::isRegularFile).sorted().reduce((_, b) -> b).orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(log);
        bytes[(int) offset + 60] ^= 1;
        Files.write(log, bytes);
        return log;
    }

    @Test
    void aFileThatIsThereStays() throws IOException {
        Path out = Files.writeString(folder.resolve("all.mbox"), "mine");
        KithException failure = catchThrowableOfType(KithException.class,
                () -> write(Filter.ALL, Format.MBOX, out, false));
        assertThat(failure.problem()).isEqualTo(Problem.FILE_EXISTS);
        assertThat(out).hasContent("mine");
    }
}
