package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.change.Actor;
import app.kith.change.Change;
import app.kith.contact.Entry;
import app.kith.contact.Property;
import app.kith.contact.Source;
import app.kith.contact.Value;
import app.kith.exchange.ExportProfile;
import app.kith.exchange.Parcel;
import app.kith.support.TestDesk;
import app.kith.words.KithException;
import app.kith.words.Problem;
import app.kith.words.Words;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A customer who is handed over, with everything. */
class HandOverTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant RECEIVED = Instant.parse("2026-03-12T08:00:00Z");
    private static final JsonMapper JSON = new JsonMapper();
    private static final String PDF = "JVBERi0xLjQKMSAwIG9iago=";

    @TempDir
    private Path folder;

    private Desk desk;
    private long wang;
    private final List<byte[]> raws = new ArrayList<>();

    @BeforeEach
    void begin() {
        desk = TestDesk.open(folder.resolve("home"));
        Server imap = new Server("imap.example.org", 993, Security.TLS);
        Account account = new Account(1, "me@example.org", "Me", imap, null, "me", null, null, null);
        desk.journal().enter(Actor.USER, "account-added", _ -> List.of(new Change.AccountChange(1, null, account)));
        wang = desk.records().add(List.of(Value.of(Property.NAME, "", "王小明"),
                Value.of(Property.EMAIL, "", "wang@hua.example"),
                Value.of(Property.ID_NUMBER, "", "440305198001011234"))).contact();
        desk.records().log(new Entry(0, wang, Entry.Kind.ORDER, RECEIVED.plusSeconds(9000), null, "500 <adapters>", "",
                "SO-1042", new BigDecimal("12500.50"), "CNY", "open", new Source(Source.Kind.HAND, "")));
        desk.records()
                .log(new Entry(0, wang, Entry.Kind.CALL, RECEIVED.plusSeconds(5000), null, "", "Wants a discount.",
                        "", null, "", "", new Source(Source.Kind.HAND, "")));
        raws.add(
                withFile("a", "报价/Offer: 500 pcs", "Please send a price. <script>alert(1)</script>", "Offer.pdf", PDF));
        raws.add(withFile("b", "Drawing", "The drawing.", "../OFFER.pdf", "JVBERi0xLjUK"));
        raws.add(withFile("c", "The same again", "Once more.", "copy of it.pdf", PDF));
        TestDesk.file(desk, desk.accounts().list().getFirst(), raws, RECEIVED);
    }

    @AfterEach
    void end() {
        desk.close();
    }

    private static byte[] withFile(String id, String subject, String text, String name, String base64) {
        return ("From: =?utf-8?B?546L5bCP5piO?= <wang@hua.example>\r\nTo: me@example.org\r\n"
                + "Date: Thu, 12 Mar 2026 23:30:0" + (id.charAt(0) - 'a') + " +0000\r\nSubject: " + subject
                + "\r\nMessage-ID: <" + id + "@hua.example>\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
                + text + "\r\n--x\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=\""
                + name
                + "\"\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64 + "\r\n--x--\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private ExportedMail write(Path out, boolean replace, Locale language) {
        return desk.transfers().handOver().write(wang, ExportProfile.of("standard"),
                new Destination(out, replace, Words.of(language), SHANGHAI));
    }

    private static List<String> names(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).map(file -> root.relativize(file).toString()).sorted().toList();
        }
    }

    private static final List<String> NAMES = List.of("card.json", "card.vcf", "files/OFFER (2).pdf", "files/Offer.pdf",
            "kith.json", "mails/001 2026-03-13 报价-Offer_ 500 pcs.eml", "mails/002 2026-03-13 Drawing.eml",
            "mails/003 2026-03-13 The same again.eml", "timeline.html", "timeline.json");

    @Test
    void aFolderHoldsCardTimelineMailsAndEachFileOnce() throws IOException {
        Path out = folder.resolve("王小明");
        ExportedMail done = write(out, false, Locale.ENGLISH);
        assertThat(done.mails()).isEqualTo(3);
        assertThat(done.files()).isEqualTo(2);
        assertThat(done.whole()).isTrue();
        assertThat(names(out)).containsExactlyElementsOf(NAMES);
        for (int i = 0; i < raws.size(); i++) {
            assertThat(Files.readAllBytes(out.resolve(NAMES.get(5 + i)))).isEqualTo(raws.get(i));
        }
        assertThat(Files.readString(out.resolve("card.vcf"))).contains("FN:王小明", "wang@hua.example", "1234")
                .doesNotContain("440305198001011234");
        assertThat(Files.readString(out.resolve("card.json"))).doesNotContain("440305198001011234");
        assertThat(beside()).containsExactly("home", "王小明");
    }

    private List<String> beside() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void thePageSaysDueDaysStatesLabelsAndDirectionsInBothLanguages() throws IOException {
        Source hand = new Source(Source.Kind.HAND, "");
        Instant day = Instant.parse("2026-04-01T00:00:00Z");
        desk.records().edit(wang, List.of(Value.of(Property.PHONE, "mobile", "138 0000 1234")), List.of());
        desk.records()
                .log(new Entry(0, wang, Entry.Kind.TASK, day, Instant.parse("2026-04-08T00:00:00Z"), "Send it", "",
                        "", null, "", Entry.OPEN, hand));
        desk.records().log(new Entry(0, wang, Entry.Kind.CONTRACT, day, Instant.parse("2027-03-31T00:00:00Z"), "Frame",
                "", "C-1", null, "", "signed", hand));
        write(folder.resolve("en"), false, Locale.ENGLISH);
        assertThat(Files.readString(folder.resolve("en/timeline.html"))).contains("due Apr 8, 2026", "to be done",
                "until Mar 31, 2027", "Phone, mobile", "received · ");
        write(folder.resolve("zh"), false, Locale.SIMPLIFIED_CHINESE);
        assertThat(Files.readString(folder.resolve("zh/timeline.html"))).contains("2026年4月8日 到期", "未完成",
                "至 2027年3月31日", "电话（手机）", "收到 · ");
        assertThat(Files.readString(folder.resolve("zh/timeline.json"))).contains("\"direction\" : \"in\"");
    }

    @Test
    void thePageTellsEverythingAndRunsNothing() throws IOException {
        Path out = folder.resolve("out");
        write(out, false, Locale.SIMPLIFIED_CHINESE);
        String page = Files.readString(out.resolve("timeline.html"));
        assertThat(page).contains("<h1>王小明</h1>", "订单: SO-1042 500 &lt;adapters&gt;", "12,500.50 CNY",
                "Wants a discount.", "&lt;script&gt;alert(1)&lt;/script&gt;", "原始邮件",
                "href=\"files/OFFER%20%282%29.pdf\"", "1234</td>").doesNotContain("<script")
                .doesNotContain("440305198001011234");
        assertThat(page.indexOf("Wants a discount")).as("the latest comes first")
                .isGreaterThan(page.indexOf("SO-1042"));
    }

    @Test
    void theTimelineForMachinesNamesTheFilesOfEachMail() throws IOException {
        Path out = folder.resolve("out");
        write(out, false, Locale.ENGLISH);
        JsonNode items = JSON.readTree(Files.readString(out.resolve("timeline.json")));
        List<String> types = new ArrayList<>();
        List<String> mails = new ArrayList<>();
        List<String> files = new ArrayList<>();
        items.forEach(item -> {
            types.add(item.get("type").asString());
            if (item.has("mails")) {
                item.get("mails").forEach(mail -> {
                    mails.add(mail.get("mail").asString());
                    mail.get("files").forEach(file -> files.add(file.asString()));
                });
            }
        });
        assertThat(types).contains("conversation", "record", "activity", "change");
        assertThat(mails).containsExactlyInAnyOrderElementsOf(NAMES.subList(5, 8));
        assertThat(files).containsExactlyInAnyOrder("files/Offer.pdf", "files/Offer.pdf", "files/OFFER (2).pdf");
    }

    @Test
    void aZipHoldsTheSame() throws IOException {
        Path out = folder.resolve("wang.zip");
        write(out, false, Locale.ENGLISH);
        try (FileSystem zip = FileSystems.newFileSystem(out)) {
            assertThat(names(zip.getPath("/"))).containsExactlyElementsOf(NAMES);
            assertThat(Files.readAllBytes(zip.getPath(NAMES.get(6)))).isEqualTo(raws.get(1));
        }
    }

    @Test
    void whatIsThereIsReplacedOnlyWhenAskedAndOnlyIfKithWroteIt() throws IOException {
        Path out = folder.resolve("out");
        write(out, false, Locale.ENGLISH);
        assertThat(catchThrowableOfType(KithException.class, () -> write(out, false, Locale.ENGLISH)).problem())
                .isEqualTo(Problem.FILE_EXISTS);
        Files.delete(out.resolve("card.vcf"));
        write(out, true, Locale.ENGLISH);
        assertThat(names(out)).containsExactlyElementsOf(NAMES);
        Path foreign = Files.createDirectory(folder.resolve("letters"));
        Files.writeString(foreign.resolve("mine.txt"), "mine");
        assertThat(catchThrowableOfType(KithException.class, () -> write(foreign, true, Locale.ENGLISH)).problem())
                .isEqualTo(Problem.FOLDER_FOREIGN);
        assertThat(names(foreign)).containsExactly("mine.txt");
        assertThat(beside()).containsExactly("home", "letters", "out");
    }

    @Test
    void whatFailsHalfwayLeavesNothing() throws IOException {
        Path out = folder.resolve("out");
        KithException failure = catchThrowableOfType(KithException.class, () -> {
            try (Parcel parcel = Parcel.begin(out, false, RECEIVED)) {
                parcel.file("a/b.txt", stream -> stream.write(1));
                parcel.file("a/c.txt", _ -> {
                    throw new IOException("no room");
                });
            }
        });
        assertThat(failure.problem()).isEqualTo(Problem.DISK);
        assertThat(beside()).containsExactly("home");
    }

    @Test
    void aCustomerWhomNobodyKnowsIsNotWritten() throws IOException {
        KithException failure = catchThrowableOfType(KithException.class,
                () -> desk.transfers().handOver().write(4711, ExportProfile.of("standard"),
                        new Destination(folder.resolve("out"), false, Words.of(Locale.ENGLISH), SHANGHAI)));
        assertThat(failure.problem()).isEqualTo(Problem.NOT_FOUND);
        assertThat(beside()).containsExactly("home");
    }
}
