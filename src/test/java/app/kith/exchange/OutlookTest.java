package app.kith.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.kith.contact.Property;
import app.kith.mail.Mail;
import app.kith.mail.MailReader;
import app.kith.mail.Mailbox;
import app.kith.words.KithException;
import app.kith.words.Note;
import app.kith.words.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages and contacts of Outlook by their properties, as both kinds of its files give them; and such files that are damaged. */
class OutlookTest {
    @TempDir
    private Path folder;

    /** An item as a test makes it. */
    private record Made(Map<Integer, String> texts, Map<Integer, String> addresses, Map<Integer, Instant> times,
            @Nullable String body, @Nullable String html, List<Recipient> recipients, List<File> files)
            implements
                OutlookItem {

        static Made of(Map<Integer, String> texts) {
            return new Made(texts, new HashMap<>(), new HashMap<>(), null, null, new ArrayList<>(), new ArrayList<>());
        }

        @Override
        public String messageClass() {
            return text(0x001A);
        }

        @Override
        public String text(int tag) {
            return texts.getOrDefault(tag, "");
        }

        @Override
        public String addressText(int number) {
            return addresses.getOrDefault(number, "");
        }

        @Override
        public @Nullable Instant time(int tag) {
            return times.get(tag);
        }

        @Override
        public @Nullable String rtf() {
            return null;
        }
    }

    @Test
    void aMessageIsWrittenWithAllToWhomItWentAndWhatGoesWithIt() throws IOException {
        Made letter = new Made(
                Map.of(0x001A, "IPM.Note", 0x0037, "\u0001\u0005FW: 报价 \"Q-7\"", 0x0C1A, "Wang, Xiaoming",
                        0x5D01, "wang@hua.example", 0x0C1F, "/O=EXCHANGE/CN=WANG", 0x1035, "<7@hua.example>"),
                Map.of(),
                Map.of(0x0039, Instant.parse("2026-03-02T06:30:00Z")), "请看", "<b>请看</b>",
                List.of(new OutlookItem.Recipient(1, "Anna", "anna@nordwind.example"),
                        new OutlookItem.Recipient(2, "李婷", "li@lian.example"),
                        new OutlookItem.Recipient(3, "", "boss@hua.example")),
                List.of(new OutlookItem.File("报价.txt", "text/plain", "", "128.50".getBytes(StandardCharsets.UTF_8))));
        Mail mail = new MailReader().read(OutlookMail.mime(letter));
        assertThat(mail.subject()).isEqualTo("FW: 报价 \"Q-7\"");
        assertThat(mail.from()).containsExactly(new Mailbox("Wang, Xiaoming", "wang@hua.example"));
        assertThat(mail.to()).containsExactly(new Mailbox("Anna", "anna@nordwind.example"));
        assertThat(mail.cc()).containsExactly(new Mailbox("李婷", "li@lian.example"));
        assertThat(mail.bcc()).extracting(Mailbox::address).containsExactly("boss@hua.example");
        assertThat(mail.date()).isEqualTo(Instant.parse("2026-03-02T06:30:00Z"));
        assertThat(mail.text()).contains("请看");
        assertThat(mail.attachments()).singleElement().satisfies(file -> assertThat(file.name()).isEqualTo("报价.txt"));
    }

    @Test
    void aPlainSubjectIsNotQuoted() throws IOException {
        Made letter = Made.of(Map.of(0x0037, "Re: your offer (2)", 0x0C1A, "A"));
        assertThat(new MailReader().read(OutlookMail.mime(letter)).subject()).isEqualTo("Re: your offer (2)");
    }

    private static Made contact() {
        Map<Integer, String> texts = new HashMap<>(Map.of(0x001A, "IPM.Contact", 0x3001, "Keller, Anna", 0x3A06, "Anna",
                0x3A11, "Keller", 0x3A16, "Nordwind GmbH", 0x3A17, "Einkauf", 0x3A1C, "+49 170 1234567", 0x3A08,
                "+49 40 123456", 0x3A51, "www.nordwind.example"));
        Made made = Made.of(texts);
        made.addresses().putAll(Map.of(0x8083, "anna@nordwind.example", 0x8093, "/o=Org/cn=anna", 0x8094,
                "anna@home.example", 0x8045, "Hafenstr. 7", 0x8046, "Hamburg", 0x802B, "www.nordwind.example"));
        made.times().put(0x3A42, Instant.parse("1985-04-02T00:00:00Z"));
        return made;
    }

    private static List<String> said(DraftCard card, Property property) {
        return card.values().stream().filter(value -> value.property() == property).map(value -> value.raw()).toList();
    }

    @Test
    void aContactBecomesACard() {
        DraftCard card = OutlookCard.of(contact(), "Contacts/#1");
        assertThat(said(card, Property.GIVEN_NAME)).containsExactly("Anna");
        assertThat(said(card, Property.COMPANY)).containsExactly("Nordwind GmbH");
        assertThat(said(card, Property.EMAIL)).containsExactly("anna@nordwind.example", "anna@home.example");
        assertThat(said(card, Property.PHONE)).containsExactlyInAnyOrder("+49 170 1234567", "+49 40 123456");
        assertThat(said(card, Property.BIRTHDAY)).containsExactly("1985-04-02");
        assertThat(said(card, Property.URL)).containsExactly("www.nordwind.example");
        assertThat(said(card, Property.ADDRESS)).singleElement().satisfies(address -> assertThat(address)
                .contains("Hafenstr. 7").contains("Hamburg"));
    }

    @Test
    void aContactThatSaysNothingIsRefused() {
        DraftCard card = OutlookCard.of(Made.of(Map.of(0x001A, "IPM.Contact")), "Contacts/#2");
        assertThat(card.isUsable()).isFalse();
        assertThat(card.problems()).containsExactly(Note.of("import.nothing-usable"));
    }

    private Path msg(String kind) throws IOException {
        Path file = folder.resolve(kind + ".msg");
        try (POIFSFileSystem system = new POIFSFileSystem()) {
            DirectoryEntry root = system.getRoot();
            text(root, 0x001A, kind);
            text(root, 0x3001, "王小明");
            text(root, 0x3A16, "深圳华科电子有限公司");
            text(root, 0x3A1C, "138 0000 1234");
            text(root, 0x8001, "wang@hua.example");
            names(root);
            ByteBuffer head = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
            root.createDocument("__properties_version1.0", new ByteArrayInputStream(head.array()));
            try (var out = Files.newOutputStream(file)) {
                system.writeFilesystem(out);
            }
        }
        return file;
    }

    private static void text(DirectoryEntry in, int id, String text) throws IOException {
        in.createDocument(String.format("__substg1.0_%04X001F", id),
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_16LE)));
    }

    /** The map of named properties (MS-OXMSG, 2.2.3): 0x8083 of the set of addresses has the number 0x8001. */
    private static void names(DirectoryEntry root) throws IOException {
        DirectoryEntry names = root.createDirectory("__nameid_version1.0");
        ByteBuffer set = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putInt(0x00062004).putShort((short) 0)
                .putShort((short) 0).put(new byte[]{(byte) 0xC0, 0, 0, 0, 0, 0, 0, 0x46});
        ByteBuffer entries = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putInt(0x8001)
                .putShort((short) (3 << 1)).putShort((short) 0).putInt(0x8083).putShort((short) (3 << 1))
                .putShort((short) 1);
        names.createDocument("__substg1.0_00020102", new ByteArrayInputStream(set.array()));
        names.createDocument("__substg1.0_00030102", new ByteArrayInputStream(entries.array()));
        names.createDocument("__substg1.0_00040102", new ByteArrayInputStream(new byte[0]));
        ByteBuffer found = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putInt(0x8083)
                .putShort((short) (3 << 1)).putShort((short) 1);
        names.createDocument(String.format("__substg1.0_%04X0102", 0x1000 + (0x8083 ^ 3 << 1) % 0x1F),
                new ByteArrayInputStream(found.array()));
    }

    @Test
    void aContactSavedAsAFileIsAContactAndNoMail() throws IOException {
        Path file = msg("IPM.Contact");
        assertThat(MailFiles.isMail(file)).isFalse();
        assertThat(Holding.of(file, ImportFile.Choice.AUTOMATIC)).isEqualTo(Holding.CONTACTS);
        ImportFile opened = ImportFile.open(file, Presets.builtInOnly(), ImportFile.Choice.AUTOMATIC);
        assertThat(opened.kind()).isEqualTo(FileKind.MSG);
        DraftCard card = opened.samples().getFirst();
        assertThat(said(card, Property.NAME)).containsExactly("王小明");
        assertThat(said(card, Property.PHONE)).containsExactly("138 0000 1234");
        assertThat(said(card, Property.EMAIL)).containsExactly("wang@hua.example");
        assertThat(MailFiles.isMail(msg("IPM.Note"))).isTrue();
    }

    @Test
    void aDamagedPstIsSetAsideAndNeverStopsARun() throws IOException {
        Random random = new Random(7);
        for (int i = 0; i < 20; i++) {
            byte[] bytes = new byte[random.nextInt(4000)];
            random.nextBytes(bytes);
            byte[] head = {'!', 'B', 'D', 'N', 0, 0, 0, 0, 'S', 'M', (byte) (random.nextBoolean() ? 23 : 14), 0};
            System.arraycopy(head, 0, bytes, 0, Math.min(head.length, bytes.length));
            Path file = Files.write(folder.resolve(i + ".pst"), bytes.length < 12 ? head : bytes);
            List<String> aside = new ArrayList<>();
            assertThat(MailFiles.isMail(file)).isTrue();
            MailFiles.read(file, new MailTaker() {
                @Override
                public boolean mail(FoundMail mail) {
                    throw new AssertionError("a mail from noise");
                }

                @Override
                public void aside(String place, Note reason) {
                    aside.add(reason.key());
                }
            });
            assertThat(aside).as("file %d", i).containsExactly("import.mail-broken");
            assertThatThrownBy(() -> ImportFile.open(file, Presets.builtInOnly(), ImportFile.Choice.AUTOMATIC))
                    .isInstanceOfSatisfying(KithException.class,
                            e -> assertThat(e.problem()).isEqualTo(Problem.IMPORT_REFUSED));
        }
    }
}
