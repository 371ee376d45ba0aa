package app.kith.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.desk.Desk;
import app.kith.exchange.PstNodes.File;
import app.kith.exchange.PstNodes.Folder;
import app.kith.exchange.PstNodes.Item;
import app.kith.exchange.PstNodes.Recipient;
import app.kith.mail.Invitation;
import app.kith.mail.Mail;
import app.kith.mail.MailReader;
import app.kith.mail.Mailbox;
import app.kith.store.Customers;
import app.kith.store.ProposalKind;
import app.kith.store.Timeline;
import app.kith.support.TestDesk;
import app.kith.words.Note;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of Outlook written by the test as [MS-PST] has them: folders, mail, attachments, contacts, what is damaged. */
class PstFileTest {
    private static final Instant SENT = Instant.parse("2026-03-10T02:30:00Z");

    @TempDir
    private Path folder;

    private final List<FoundMail> mails = new ArrayList<>();
    private final List<String> aside = new ArrayList<>();

    private static Item mail(int number, String subject, String body, List<File> files) {
        return new Item(PstWriter.properties(0x001A, "IPM.Note", 0x0037, subject, 0x0C1A, "王小明", 0x0C1E, "SMTP", 0x0C1F,
                "wang@hua.example", 0x1000, body, 0x0039, SENT.plusSeconds(number), 0x0E06,
                SENT.plusSeconds(number + 5),
                0x0E07, number % 2, 0x1035, "<p" + number + "@hua.example>"),
                List.of(new Recipient(1, "Anna Keller", "anna@nord.example"),
                        new Recipient(2, "李娜", "lina@hua.example")),
                files);
    }

    private static Item contact() {
        return new Item(PstWriter.properties(0x001A, "IPM.Contact", 0x3001, "李娜", 0x3A06, "娜", 0x3A11, "李", 0x3A16,
                "宁波宏达机械有限公司", 0x3A17, "采购经理", 0x3A1C, "138 0574 1234", PstNodes.EMAIL_SHOWN, "李娜", PstNodes.EMAIL,
                "lina@hongda.example", PstNodes.EMAIL_KIND, "SMTP"), List.of(), List.of());
    }

    private Path written(Folder... folders) throws IOException {
        return Files.write(folder.resolve("outlook.pst"), PstNodes.file(List.of(folders)));
    }

    private void read(Path file) {
        MailFiles.read(file, new MailTaker() {
            @Override
            public boolean mail(FoundMail mail) {
                return mails.add(mail);
            }

            @Override
            public void aside(String place, Note reason) {
                aside.add(place + " " + reason.key() + " " + reason.details());
            }
        });
    }

    @Test
    void mailIsReadWithItsFoldersRecipientsAndAttachments() throws IOException {
        byte[] picture = new byte[20_000];
        new Random(3).nextBytes(picture);
        String letter = "您好，\r\n附件是报价单。\r\n" + "此致敬礼 ".repeat(900);
        read(written(
                new Folder("收件箱",
                        List.of(mail(1, "报价单 Quotation", letter, List.of(new File("报价单.png", "image/png", picture))),
                                mail(2, "Re: 样品", "收到，谢谢！", List.of())),
                        List.of(new Folder("项目/甲", List.of(mail(3, "图纸", "见附件", List.of())), List.of()))),
                new Folder("Sent Items", List.of(), List.of())));
        assertThat(aside).isEmpty();
        assertThat(mails).extracting(FoundMail::folder).containsExactly("收件箱", "收件箱", "收件箱/项目_甲");
        assertThat(mails).extracting(one -> one.flags().has(app.kith.change.MessageFlags.SEEN)).containsExactly(true,
                false, true);
        assertThat(mails.getFirst().received()).isEqualTo(SENT.plusSeconds(6));
        Mail first = new MailReader().read(mails.getFirst().raw());
        assertThat(first.subject()).isEqualTo("报价单 Quotation");
        assertThat(first.from()).containsExactly(new Mailbox("王小明", "wang@hua.example"));
        assertThat(first.to()).containsExactly(new Mailbox("Anna Keller", "anna@nord.example"));
        assertThat(first.cc()).containsExactly(new Mailbox("李娜", "lina@hua.example"));
        assertThat(first.messageId()).isEqualTo("p1@hua.example");
        assertThat(first.text()).startsWith("您好，\n附件是报价单。").hasSizeGreaterThan(4_000);
        assertThat(first.attachments()).hasSize(1);
        assertThat(first.attachments().getFirst().name()).isEqualTo("报价单.png");
        assertThat(first.attachments().getFirst().content()).isEqualTo(picture);
    }

    @Test
    void contactsAreReadWithTheirNamedProperties() throws IOException {
        Path file = written(new Folder("联系人", List.of(contact()), List.of()));
        List<DraftCard> cards = PstFile.contacts(file);
        assertThat(cards).hasSize(1);
        assertThat(cards.getFirst().values()).extracting(Value::property, Value::raw)
                .contains(org.assertj.core.groups.Tuple.tuple(Property.COMPANY, "宁波宏达机械有限公司"),
                        org.assertj.core.groups.Tuple.tuple(Property.TITLE, "采购经理"),
                        org.assertj.core.groups.Tuple.tuple(Property.PHONE, "138 0574 1234"),
                        org.assertj.core.groups.Tuple.tuple(Property.EMAIL, "lina@hongda.example"));
        read(file);
        assertThat(mails).as("a contact is no mail").isEmpty();
    }

    @Test
    void manyMailsNeedMoreThanOnePageOfEachTree() throws IOException {
        List<Item> many = IntStream.range(0, 120).mapToObj(i -> mail(i, "第 " + i + " 封", "正文 " + i, List.of()))
                .toList();
        read(written(new Folder("Inbox", many, List.of())));
        assertThat(mails).hasSize(120);
        MailReader reader = new MailReader();
        assertThat(mails.stream().map(one -> reader.read(one.raw()).subject()))
                .containsExactlyElementsOf(IntStream.range(0, 120).mapToObj(i -> "第 " + i + " 封").toList());
    }

    @Test
    void whatIsDamagedIsSetAsideAndTheRestIsRead() throws IOException {
        byte[] whole = PstNodes.file(List.of(new Folder("Inbox",
                IntStream.range(0, 20).mapToObj(i -> mail(i, "Mail " + i, "Text " + i, List.of())).toList(),
                List.of())));
        Random random = new Random(11);
        int read = 0;
        for (int run = 0; run < 60; run++) {
            byte[] damaged = whole.clone();
            for (int i = 0; i < 4; i++) {
                damaged[0x4800 + random.nextInt(damaged.length - 0x4800)] = (byte) random.nextInt(256);
            }
            mails.clear();
            aside.clear();
            read(Files.write(folder.resolve("damaged.pst"), damaged));
            assertThat(mails.size()).isLessThanOrEqualTo(20);
            read += mails.size();
        }
        assertThat(read).as("most of 1,200 mails in files with four wrong bytes").isGreaterThan(800);
        assertThat(new String(whole, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("!BDN");
    }

    @Test
    void aMeetingWithOthersIsToldAsByAnInvitationAndWhatConcernsNobodyElseIsCounted() throws IOException {
        Instant start = Instant.parse("2026-04-02T01:00:00Z");
        Map<Integer, Object> said = PstWriter.properties(0x001A, "IPM.Appointment", 0x0037, "验厂, 宁波; 一号楼", 0x0C1A,
                "王小明",
                0x0C1E, "SMTP", 0x0C1F, "wang@hua.example", 0x3007, SENT, 0x1000, "请带样品", PstNodes.START, start,
                PstNodes.END, start.plusSeconds(5_400), PstNodes.LOCATION, "宁波工厂");
        Item meeting = new Item(said, List.of(new Recipient(1, "Anna Keller", "anna@nord.example")), List.of());
        Item alone = new Item(PstWriter.with(said, 0x0037, "看牙医"), List.of(), List.of());
        read(written(new Folder("日历", List.of(meeting, alone), List.of())));
        assertThat(aside).containsExactly("日历 import.pst-other [1]");
        assertThat(mails).hasSize(1);
        assertThat(mails.getFirst().received()).isEqualTo(SENT);
        Mail mail = new MailReader().read(mails.getFirst().raw());
        assertThat(mail.isAutomatic()).as("it asks for no answer").isTrue();
        assertThat(mail.to()).containsExactly(new Mailbox("Anna Keller", "anna@nord.example"));
        assertThat(mail.invitations()).hasSize(1);
        Invitation told = mail.invitations().getFirst();
        assertThat(told.summary()).isEqualTo("验厂, 宁波; 一号楼");
        assertThat(told.location()).isEqualTo("宁波工厂");
        assertThat(told.start()).isEqualTo(start);
        assertThat(told.end()).isEqualTo(start.plusSeconds(5_400));
        assertThat(told.method()).isEqualTo("PUBLISH");
        assertThat(told.uid()).startsWith("pst-");
    }

    /** A number of a meeting as Outlook keeps one that another program gave ([MS-OXOCAL] 2.2.1.27). */
    @SuppressWarnings("ByteBufferBackingArray")
    private static byte[] foreign(String uid) {
        byte[] text = uid.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer id = PstWriter.little(40 + 12 + text.length + 1);
        id.put(HexFormat.of().parseHex("040000008200E00074C5B7101A82E008")).position(36);
        id.putInt(12 + text.length + 1).put("vCal-Uid".getBytes(StandardCharsets.US_ASCII)).putInt(1).put(text);
        return id.array();
    }

    @Test
    void aMeetingOfWhichTheInvitationCameTooStandsOnTheTimelineOnce() throws IOException {
        Instant start = Instant.parse("2026-04-02T01:00:00Z");
        Item meeting = new Item(PstWriter.properties(0x001A, "IPM.Appointment", 0x0037, "Review", 0x0C1A, "Me", 0x0C1E,
                "SMTP", 0x0C1F, "me@shop.example", 0x3007, SENT, PstNodes.START, start, PstNodes.END,
                start.plusSeconds(3_600), PstNodes.MEETING_ID, foreign("review-7@calendar.example")),
                List.of(new Recipient(1, "Anna Keller", "anna@nord.example")), List.of());
        Path file = written(new Folder("Calendar", List.of(meeting), List.of()));
        Path invitation = Files.writeString(folder.resolve("invitation.eml"), String.join("\r\n",
                "From: Me <me@shop.example>", "To: Anna Keller <anna@nord.example>", "Subject: Review",
                "Date: Mon, 9 Mar 2026 08:00:00 +0000", "Message-ID: <i7@shop.example>", "MIME-Version: 1.0",
                "Content-Type: text/calendar; method=REQUEST; charset=utf-8", "", "BEGIN:VCALENDAR", "METHOD:REQUEST",
                "BEGIN:VEVENT", "UID:review-7@calendar.example", "DTSTART:20260402T010000Z", "DTEND:20260402T020000Z",
                "SUMMARY:Review", "END:VEVENT", "END:VCALENDAR", ""));
        try (Desk desk = TestDesk.open(folder.resolve("data"))) {
            Account me = desk.accounts().add(new Account(0, "me@shop.example", "",
                    new Server("localhost", 1, Security.TLS), null, "me@shop.example", null, null, null), "secret")
                    .account();
            desk.transfers().mailImports().take(invitation, me, _ -> {}, () -> false);
            desk.proposals()
                    .accept(desk.proposals().list(ProposalKind.PERSON, 9).stream().map(one -> one.id()).toList());
            long anna = desk.customers().ids("anna", Customers.Order.NAME, 0)[0];
            assertThat(meetings(desk, anna)).hasSize(1);
            desk.transfers().mailImports().take(file, me, _ -> {}, () -> false);
            List<Timeline.Meeting> meetings = meetings(desk, anna);
            assertThat(meetings).hasSize(1);
            assertThat(meetings.getFirst().at()).isEqualTo(start);
            assertThat(meetings.getFirst().until()).isEqualTo(start.plusSeconds(3_600));
        }
    }

    private static List<Timeline.Meeting> meetings(Desk desk, long contact) {
        return desk.timeline().of(contact).stream().filter(Timeline.Meeting.class::isInstance)
                .map(Timeline.Meeting.class::cast).toList();
    }
}
