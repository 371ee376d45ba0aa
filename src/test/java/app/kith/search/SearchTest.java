package app.kith.search;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.contact.Entry;
import app.kith.contact.KeptFile;
import app.kith.contact.Property;
import app.kith.contact.Source;
import app.kith.contact.Value;
import app.kith.desk.Desk;
import app.kith.desk.Records.Entered;
import app.kith.mail.TextRange;
import app.kith.support.TestDesk;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    private Path folder;

    private Desk desk;
    private int number;

    @BeforeEach
    void open() {
        desk = TestDesk.open(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private long person(String... properties) {
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < properties.length; i += 2) {
            values.add(Value.of(Property.valueOf(properties[i]), "", properties[i + 1]));
        }
        return desk.records().add(values).contact();
    }

    private Account account() {
        return desk.accounts().add(new Account(0, "me@firm.example", "", new Server("localhost", 1, Security.NONE),
                null, "me@firm.example", null, null, null), "").account();
    }

    private byte[] mail(String from, String subject, String text) {
        return ("From: " + from + "\nTo: Me <me@firm.example>\nDate: Sun, 01 Mar 2026 12:00:00 +0000\nMessage-ID: <"
                + ++number + "@x.example>\nSubject: " + subject
                + "\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n" + text + "\n")
                .replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] mailWithFile(String name, byte[] content) {
        return ("From: a@x.example\r\nTo: me@firm.example\r\nSubject: see file\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nHello\r\n"
                + "--b\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=\"" + name
                + "\"\r\nContent-Transfer-Encoding: base64\r\n\r\n" + Base64.getMimeEncoder().encodeToString(content)
                + "\r\n--b--\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private Results find(String typed, Kind... kinds) {
        assertThat(desk.search().await(Duration.ofSeconds(60))).isTrue();
        Set<Kind> in = kinds.length == 0 ? EnumSet.allOf(Kind.class) : EnumSet.copyOf(List.of(kinds));
        return desk.search().find(typed, in, 20);
    }

    private List<Long> people(String typed) {
        return find(typed, Kind.PERSON, Kind.COMPANY).hits().stream().map(Hit::id).toList();
    }

    private List<String> titles(String typed, Kind kind) {
        return find(typed, kind).hits().stream().map(Hit::title).toList();
    }

    @Test
    void peopleAreFoundByCharactersPinyinInitialsAndTraditionalForms() {
        long wang = person("NAME", "王小明", "COMPANY", "深圳华科电子有限公司");
        long zhang = person("NAME", "張偉");
        long zeng = person("NAME", "曾乐");
        for (String typed : List.of("王小明", "小明", "明", "wangxiaoming", "xiaoming", "wang xiaoming", "xiaoming wang",
                "wxm", "wangxm", "xm", "WXM", "wangx", "华科", "huake", "深圳华科", "wang huake", "小明王")) {
            assertThat(people(typed)).as(typed).contains(wang);
        }
        assertThat(people("张伟")).contains(zhang);
        assertThat(people("zw")).contains(zhang);
        assertThat(people("zeng yue")).contains(zeng);
        assertThat(people("zengle")).contains(zeng);
        assertThat(people("lixm")).isEmpty();
    }

    @Test
    void peopleAreFoundByNumbersAddressesTagsAndNotes() {
        long anna = person("NAME", "Anna Müller", "PHONE", "+86 138 0000 1234", "EMAIL", "Anna.Mueller@Nord.example",
                "TAG", "Key Account", "STAGE", "won", "NOTE", "likes sailing");
        long bob = person("NAME", "Bob", "PHONE", "(0512) 5550 5563 ext. 200");
        for (String typed : List.of("13800001234", "138 0000 1234", "+8613800001234", "008613800001234", "00001234",
                "1234", "1380000", "anna.mueller@nord.example", "nord", "muller", "MÜLLER", "sailing",
                "tag:\"key account\"",
                "stage:won", "tag:key")) {
            assertThat(people(typed)).as(typed).contains(anna).doesNotContain(bob);
        }
        for (String typed : List.of("051255505563", "55505563", "0512-5550-5563", "5563")) {
            assertThat(people(typed)).as(typed).contains(bob).doesNotContain(anna);
        }
        assertThat(people("tag:key -sailing")).isEmpty();
        assertThat(people("stage:won OR bob")).containsExactlyInAnyOrder(anna, bob);
    }

    @Test
    void typosAreForgivenButWhatIsRightComesFirst() {
        long right = person("NAME", "Marten Olsen");
        long near = person("NAME", "Martin Nilsen");
        assertThat(people("marten")).containsExactly(right, near);
        assertThat(people("martni")).containsExactly(near);
        assertThat(find("martni", Kind.PERSON).similar()).isTrue();
        assertThat(find("marten", Kind.PERSON).similar()).isFalse();
        assertThat(people("nilson")).containsExactly(near);
        assertThat(people("bob")).isEmpty();
    }

    @Test
    void mailsAreFoundByTheirFieldsAndMarkedWhereTheyWereFound() {
        Account account = account();
        TestDesk.file(desk, account, List.of(
                mail("Anna Nord <anna@nord.example>", "Offer for pumps", "The delivery time is six weeks."),
                mail("Bob <bob@sud.example>", "Re: pumps",
                        "Too late.\n\nOn Sunday Anna wrote:\n> The delivery time is six weeks."),
                mail("王小明 <wxm@hua.example>", "报价单", "附件是最新報價，请查收。")), NOON);
        Results weeks = find("delivery six", Kind.MAIL);
        assertThat(weeks.hits()).extracting(Hit::title).containsExactly("Offer for pumps", "Re: pumps");
        Hit first = weeks.hits().getFirst();
        assertThat(first.lineMarks().stream().map(mark -> mark.of(first.line()))).containsExactly("delivery", "six");
        assertThat(first.who()).isEqualTo("Anna Nord");
        assertThat(first.when()).isEqualTo(NOON);
        assertThat(titles("from:anna", Kind.MAIL)).containsExactly("Offer for pumps");
        assertThat(titles("subject:pump", Kind.MAIL)).containsExactlyInAnyOrder("Offer for pumps", "Re: pumps");
        assertThat(titles("pumps -from:bob", Kind.MAIL)).containsExactly("Offer for pumps");
        assertThat(titles("\"six weeks\"", Kind.MAIL)).hasSize(2);
        assertThat(titles("\"weeks six\"", Kind.MAIL)).isEmpty();
        assertThat(titles("报价", Kind.MAIL)).containsExactly("报价单");
        assertThat(titles("最新报价", Kind.MAIL)).containsExactly("报价单");
        assertThat(titles("价", Kind.MAIL)).containsExactly("报价单");
        assertThat(titles("wxm", Kind.MAIL)).containsExactly("报价单");
        assertThat(titles("发件人:王小明", Kind.MAIL)).containsExactly("报价单");
        assertThat(titles("on:2026-03-01 pumps", Kind.MAIL)).hasSize(2);
        assertThat(titles("before:2026-03-01", Kind.MAIL)).isEmpty();
        assertThat(titles("is:unread", Kind.MAIL)).hasSize(3);
        assertThat(titles("in:inbox offer", Kind.MAIL)).containsExactly("Offer for pumps");
        assertThat(titles("in:nowhere", Kind.MAIL)).isEmpty();
        assertThat(titles("has:attachment", Kind.MAIL)).isEmpty();
        assertThat(find("pumps", Kind.MAIL).counts().get(Kind.MAIL)).isEqualTo(new Results.Count(2, true));
    }

    @Test
    void mailsOfACustomerAreFoundByWhatTheCustomerIsNowCalled() {
        Account account = account();
        TestDesk.file(desk, account, List.of(mail("w88@hua.example", "hello", "see you")), NOON);
        assertThat(titles("xiaoming", Kind.MAIL)).isEmpty();
        long id = person("NAME", "王小明", "EMAIL", "w88@hua.example", "TAG", "vip", "COMPANY", "华科");
        for (String typed : List.of("xiaoming", "王小明", "from:wxm", "tag:vip", "company:华科", "company:huake see")) {
            assertThat(titles(typed, Kind.MAIL)).as(typed).containsExactly("hello");
        }
        desk.records().erase(id);
        assertThat(titles("tag:vip", Kind.MAIL)).isEmpty();
    }

    @Test
    void filesAreFoundByNameAndText() throws IOException {
        Account account = account();
        TestDesk.file(desk, account,
                List.of(mailWithFile("Contract 2025.pdf", FileTextTest.pdf("penalty for late shipment", false)),
                        mailWithFile("list.csv", "part,price\nimpeller,12\n".getBytes(StandardCharsets.UTF_8)),
                        mailWithFile("broken.pdf", new byte[]{1, 2, 3})),
                NOON);
        Results penalty = find("penalty");
        assertThat(penalty.hits()).singleElement().satisfies(hit -> {
            assertThat(hit.kind()).isEqualTo(Kind.FILE);
            assertThat(hit.title()).isEqualTo("Contract 2025.pdf");
            assertThat(hit.file()).isZero();
            assertThat(hit.lineMarks()).containsExactly(new TextRange(0, 7));
        });
        assertThat(titles("impeller", Kind.FILE)).containsExactly("list.csv");
        assertThat(titles("file:contract", Kind.FILE)).containsExactly("Contract 2025.pdf");
        assertThat(titles("has:pdf", Kind.FILE)).containsExactlyInAnyOrder("Contract 2025.pdf", "broken.pdf");
        assertThat(titles("has:表格 from:a@x.example", Kind.MAIL)).containsExactly("see file");
        assertThat(desk.search().progress().setAside()).isEqualTo(1);
        assertThat(desk.search().progress().files()).isZero();
    }

    @Test
    void notesAndRecordsAreFound() {
        long anna = person("NAME", "Anna", "TAG", "vip");
        desk.records()
                .log(new Entry(0, anna, Entry.Kind.CALL, NOON, null, "Call", "wants the blue variant", "", null, "",
                        "", new Source(Source.Kind.HAND, "")));
        Entered order = desk.records().log(new Entry(0, anna, Entry.Kind.ORDER, NOON, null, "Pumps", "", "SO-2231",
                new BigDecimal("1200"), "EUR", "open", new Source(Source.Kind.HAND, "")));
        assertThat(titles("variant", Kind.NOTE)).containsExactly("Call");
        assertThat(titles("SO-2231", Kind.RECORD)).containsExactly("Pumps");
        assertThat(titles("anna variant", Kind.NOTE)).containsExactly("Call");
        assertThat(titles("tag:vip pump", Kind.RECORD)).containsExactly("Pumps");
        assertThat(find("so-2231").hits().getFirst().who()).isEqualTo("Anna");
        desk.records().remove(order.id());
        assertThat(titles("SO-2231", Kind.RECORD)).isEmpty();
    }

    @Test
    void aRecordIsFoundByTheNameAndTheTextOfAFileThatIsKeptWithIt() throws Exception {
        long anna = person("NAME", "Anna");
        KeptFile file = desk.keptFiles()
                .keep(Files.writeString(folder.resolve("Liefervertrag.txt"), "Penalty of two percent for each week"));
        desk.records().log(new Entry(0, anna, Entry.Kind.CONTRACT, NOON, null, "Frame", "", "C-7", null, "", "",
                new Source(Source.Kind.HAND, "")).with(List.of(file)));
        assertThat(titles("liefervertrag", Kind.RECORD)).containsExactly("Frame");
        assertThat(titles("penalty", Kind.RECORD)).containsExactly("Frame");
    }

    @Test
    void mergingEditingAndUndoingAreFollowed() {
        long one = person("NAME", "Anna Nord", "EMAIL", "anna@nord.example");
        long other = person("NAME", "A. Nord", "PHONE", "13800001234");
        assertThat(people("nord")).containsExactlyInAnyOrder(one, other);
        desk.records().log(new Entry(0, other, Entry.Kind.NOTE, NOON, null, "", "prefers tea", "", null, "", "",
                new Source(Source.Kind.HAND, "")));
        Entered merged = desk.records().merge(one, List.of(other), List.of());
        assertThat(people("nord")).containsExactly(one);
        assertThat(people("13800001234")).containsExactly(one);
        assertThat(find("tea", Kind.NOTE).hits().getFirst().contact()).isEqualTo(one);
        desk.history().undo(merged.change());
        assertThat(people("13800001234")).containsExactly(other);
        assertThat(find("tea", Kind.NOTE).hits().getFirst().contact()).isEqualTo(other);
        Entered renamed = desk.records().edit(one, List.of(Value.of(Property.NAME, "", "Hanna Sud")), List.of());
        assertThat(people("hanna")).containsExactly(one);
        assertThat(people("sud")).containsExactly(one);
        desk.history().undo(renamed.change());
        assertThat(people("sud")).isEmpty();
        assertThat(desk.doctor().check(_ -> {}).faults()).isEmpty();
    }

    @Test
    void proposalsGoOnWithTheWordAtTheCaret() {
        person("NAME", "王小明", "EMAIL", "wxm@hua.example", "TAG", "VIP 客户");
        find("x");
        assertThat(texts("fro")).containsExactly("from:");
        assertThat(texts("发")).contains("发件人:");
        assertThat(texts("is:un")).containsExactly("unread");
        assertThat(texts("状态:")).contains("未读").doesNotContain("unread");
        assertThat(desk.search().suggest("price tag:v", 11)).containsExactly(
                new Suggestion(Suggestion.Kind.TAG, "VIP 客户", 6, 11, "tag:\"VIP 客户\" ", 0));
        assertThat(desk.search().suggest("wxm offer", 3)).extracting(Suggestion::replacement).containsExactly("王小明 ");
        assertThat(desk.search().suggest("-from:小", 7)).extracting(Suggestion::replacement)
                .containsExactly("from:wxm@hua.example ");
        assertThat(desk.search().suggest("", 0)).isEmpty();
        assertThat(desk.search().suggest("x", 99)).isEmpty();
    }

    private List<String> texts(String typed) {
        return desk.search().suggest(typed, typed.length()).stream().map(Suggestion::text).toList();
    }

    @Test
    void savedSearchesAreKeptRenamedAndTakenBack() {
        desk.savedSearches().save("", "open offers", "subject:offer is:unread");
        desk.savedSearches().save("open offers", "offers", "subject:offer");
        assertThat(desk.savedSearches().all()).containsExactly(java.util.Map.entry("offers", "subject:offer"));
        desk.history().undo(desk.history().lastAct().orElseThrow().sequence());
        assertThat(desk.savedSearches().find("open offers")).contains("subject:offer is:unread");
        find("anything"); // A change that concerns nothing in the index does not keep it behind.
        desk.savedSearches().remove("open offers");
        find("anything");
        assertThat(desk.savedSearches().all()).isEmpty();
    }

    @Test
    void noWordStandsReadableInTheFolder() throws IOException {
        Account account = account();
        person("NAME", "Zacharias Quillfeather", "NOTE", "extraordinary");
        TestDesk.file(desk, account, List.of(mail("Anna <anna@nord.example>", "Xylophonequotation", "unmistakable")),
                NOON);
        assertThat(find("unmistakable").hits()).hasSize(1);
        desk.close();
        try (Stream<Path> files = Files.walk(folder.resolve("search"))) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertThat(all).hasSizeGreaterThan(2);
            for (Path file : all) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                        .toLowerCase(java.util.Locale.ROOT);
                assertThat(bytes).doesNotContain("quillfeather", "extraordinary", "xylophone", "unmistakable",
                        "nord.example");
            }
        }
    }
}
