package app.kith.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.change.MessageFlags;
import app.kith.mail.Mail;
import app.kith.mail.MailReader;
import app.kith.words.Note;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail as other programs keep it. */
class MailFilesTest {
    @TempDir
    private Path folder;

    private final List<String> aside = new ArrayList<>();

    private List<FoundMail> read(Path path) {
        List<FoundMail> found = new ArrayList<>();
        MailFiles.read(path, new MailTaker() {
            @Override
            public boolean mail(FoundMail mail) {
                found.add(mail);
                return true;
            }

            @Override
            public void aside(String place, Note reason) {
                aside.add(place);
            }
        });
        return found;
    }

    private static String mail(int number, String text) {
        return "From: Anna <anna@nordwind.example>\nTo: me@shop.example\nSubject: Letter " + number
                + "\nMessage-ID: <" + number + "@nordwind.example>\nDate: Mon, 16 Nov 2026 09:30:00 +0000\n\n" + text
                + "\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whatTheWriterOfMboxFilesWritesComesBackAsItWas() throws IOException {
        Random random = new Random(8);
        List<String> lines = List.of("", "From here on", ">From a friend", ">>From", "plain", "", "你好", "from small");
        for (int round = 0; round < 50; round++) {
            List<byte[]> mails = new ArrayList<>();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            MboxWriter writer = new MboxWriter(out);
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                StringBuilder text = new StringBuilder();
                for (int line = 0; line < random.nextInt(12); line++) {
                    text.append(lines.get(random.nextInt(lines.size()))).append('\n');
                }
                byte[] raw = bytes(mail(i, text + "end").replace("\n", "\r\n"));
                mails.add(raw);
                writer.write("anna@nordwind.example", Instant.parse("2026-11-16T09:30:00Z"), raw);
            }
            List<byte[]> found = new ArrayList<>();
            new MboxReader(new ByteArrayInputStream(out.toByteArray()), "", "box").each(new MailTaker() {
                @Override
                public boolean mail(FoundMail mail) {
                    assertThat(mail.received()).isEqualTo(Instant.parse("2026-11-16T09:30:00Z"));
                    found.add(mail.raw());
                    return true;
                }

                @Override
                public void aside(String place, Note reason) {
                    throw new IllegalStateException(place);
                }
            });
            assertThat(found).usingElementComparator(java.util.Arrays::compare).containsExactlyElementsOf(mails);
        }
    }

    @Test
    void whatMailProgramsNoteInMboxFilesIsTakenAsFlags() throws IOException {
        Path box = Files.write(folder.resolve("Inbox"),
                bytes("From - Mon Nov 16 09:30:00 2026\nX-Mozilla-Status: 0005\n"
                        + "X-Mozilla-Status2: 00000000\n" + mail(1, "read and marked")
                        + "\nFrom - Mon Nov 16 09:31:00 2026\n"
                        + "X-Mozilla-Status: 0009\n" + mail(2, "deleted there") + "\nFrom x Mon Nov 16 09:32:00 2026\n"
                        + "Status: RO\nX-Status: A\n" + mail(3, "answered") + "\n"));
        assertThat(MailFiles.isMail(box)).isTrue();
        List<FoundMail> found = read(box);
        assertThat(found).hasSize(2);
        assertThat(found.getFirst().flags().bits()).isEqualTo(MessageFlags.SEEN | MessageFlags.FLAGGED);
        assertThat(found.getLast().flags().bits()).isEqualTo(MessageFlags.SEEN | MessageFlags.ANSWERED);
        assertThat(new String(found.getFirst().raw(), StandardCharsets.UTF_8)).startsWith("From: Anna")
                .endsWith("read and marked\r\n");
    }

    @Test
    void foldersMaildirsAndSingleMailsAreRead() throws IOException {
        Path all = Files.createDirectories(folder.resolve("archive"));
        Files.write(all.resolve("one.eml"), bytes(mail(1, "one")));
        Files.write(all.resolve("two"), bytes(mail(2, "two")));
        byte[] three = bytes(mail(3, "three"));
        Files.write(all.resolve("3.emlx"), bytes(three.length + "\n" + mail(3, "three") + "<?xml version=\"1.0\"?>"));
        Files.write(all.resolve("notes.txt"), bytes("Buy milk\n"));
        Path dir = Files.createDirectories(all.resolve("Maildir"));
        for (String part : List.of("cur", "new", "tmp", ".Sent.Old/cur", ".Sent.Old/new")) {
            Files.createDirectories(dir.resolve(part));
        }
        Files.write(dir.resolve("cur/1.a:2,FS"), bytes(mail(4, "four")));
        Files.write(dir.resolve("cur/2.a:2,T"), bytes(mail(5, "thrown away")));
        Files.write(dir.resolve(".Sent.Old/new/3.a"), bytes(mail(6, "six")));
        assertThat(MailFiles.isMail(all)).isTrue();
        List<FoundMail> found = read(all);
        assertThat(found).extracting(mail -> new MailReader().read(mail.raw()).subject())
                .containsExactlyInAnyOrder("Letter 1", "Letter 2", "Letter 3", "Letter 4", "Letter 6");
        assertThat(found).extracting(FoundMail::folder).containsExactlyInAnyOrder("", "", "", "Maildir",
                "Maildir/Sent/Old");
        assertThat(new String(found.getFirst().raw(), StandardCharsets.UTF_8)).doesNotContain("xml");
        assertThat(aside).containsExactly("notes.txt");
    }

    @Test
    void listsOfContactsAreNoMail() throws IOException {
        for (String text : List.of("Name,E-mail\r\nAnna,anna@nordwind.example\r\n", "BEGIN:VCARD\r\nVERSION:3.0\r\n",
                "dn: cn=Anna\nmail: a@b.example\nobjectclass: person\n", "From,To\na,b\n",
                "<html><body>From: x</body>")) {
            assertThat(MailFiles.isMail(Files.write(folder.resolve("list"), bytes(text)))).as(text).isFalse();
        }
    }

    @Test
    void aMailOfOutlookBecomesOneOfTheWorld() throws IOException {
        Path file = folder.resolve("报价.msg");
        try (POIFSFileSystem system = new POIFSFileSystem()) {
            DirectoryEntry root = system.getRoot();
            text(root, 0x001A, "IPM.Note");
            text(root, 0x0037, "报价单 Q-1042");
            text(root, 0x0C1A, "王小明");
            text(root, 0x0C1F, "wang@huake.example");
            text(root, 0x1000, "请查收附件。\r\n谢谢");
            text(root, 0x1035, "<q-1042@huake.example>");
            DirectoryEntry recipient = root.createDirectory("__recip_version1.0_#00000000");
            text(recipient, 0x3001, "Lin Yue");
            text(recipient, 0x39FE, "lin@shop.example");
            properties(recipient, 8, List.of());
            DirectoryEntry attachment = root.createDirectory("__attach_version1.0_#00000000");
            text(attachment, 0x3707, "报价单.txt");
            attachment.createDocument("__substg1.0_37010102", new ByteArrayInputStream(bytes("128.50")));
            properties(attachment, 8, List.of());
            properties(root, 32, List.of(0x0E060040L, 0x00390040L));
            try (var out = Files.newOutputStream(file)) {
                system.writeFilesystem(out);
            }
        }
        List<FoundMail> found = read(file);
        assertThat(aside).isEmpty();
        Mail mail = new MailReader().read(found.getFirst().raw());
        assertThat(mail.subject()).isEqualTo("报价单 Q-1042");
        assertThat(mail.messageId()).isEqualTo("q-1042@huake.example");
        assertThat(mail.from().getFirst().address()).isEqualTo("wang@huake.example");
        assertThat(mail.from().getFirst().name()).isEqualTo("王小明");
        assertThat(mail.to().getFirst().address()).isEqualTo("lin@shop.example");
        assertThat(mail.text()).contains("请查收附件");
        assertThat(mail.attachments()).hasSize(1);
        assertThat(mail.attachments().getFirst().name()).isEqualTo("报价单.txt");
    }

    private static void text(DirectoryEntry in, int id, String text) throws IOException {
        in.createDocument(String.format("__substg1.0_%04X001F", id),
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_16LE)));
    }

    /** The stream of the properties of fixed length: a head, then sixteen bytes each (MS-OXMSG, 2.4). */
    private static void properties(DirectoryEntry in, int head, List<Long> times) throws IOException {
        ByteBuffer stream = ByteBuffer.allocate(head + 16 * times.size()).order(ByteOrder.LITTLE_ENDIAN);
        stream.position(head);
        for (long tag : times) {
            long since1601 = (Instant.parse("2026-11-16T09:30:00Z").toEpochMilli() + 11_644_473_600_000L) * 10_000;
            stream.putInt((int) tag).putInt(6).putLong(since1601);
        }
        in.createDocument("__properties_version1.0", new ByteArrayInputStream(stream.array()));
    }

    @Test
    void aBrokenMailOfOutlookIsSetAside() throws IOException {
        byte[] begin = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 1, 2};
        assertThat(read(Files.write(folder.resolve("broken.msg"), begin))).isEmpty();
        assertThat(aside).containsExactly("broken.msg");
    }
}
