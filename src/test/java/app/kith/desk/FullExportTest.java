package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.change.Actor;
import app.kith.change.Change;
import app.kith.change.Filing;
import app.kith.change.FolderKey;
import app.kith.change.FolderRole;
import app.kith.change.MailEvent;
import app.kith.change.MessageFlags;
import app.kith.contact.Entry;
import app.kith.contact.Property;
import app.kith.contact.Source;
import app.kith.contact.Value;
import app.kith.demo.DemoServer;
import app.kith.support.TestDesk;
import app.kith.words.Words;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything as one document, with the mails beside it. */
class FullExportTest {
    private static final Instant RECEIVED = Instant.parse("2026-03-12T08:00:00Z");
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    private Desk desk;
    private long wang;
    private long li;
    private final List<byte[]> raws = List.of(mail("a", "Prices", ""),
            mail("b", "Re: Prices", "In-Reply-To: <a@hua.example>\r\n"),
            mail("c", "Another matter", ""));

    @BeforeEach
    void begin() {
        desk = TestDesk.open(folder.resolve("home"));
        Server imap = new Server("imap.example.org", 993, Security.TLS);
        Account account = new Account(1, "me@example.org", "Me", imap, null, "me", null, null, null);
        desk.journal().enter(Actor.USER, "account-added", _ -> List.of(new Change.AccountChange(1, null, account)));
        wang = desk.records().add(List.of(Value.of(Property.NAME, "", "Wang"),
                Value.of(Property.EMAIL, "", "wang@hua.example"), Value.of(Property.BANK_ACCOUNT, "", "6222 0212")))
                .contact();
        li = desk.records().add(List.of(Value.of(Property.NAME, "", "Li"))).contact();
        desk.records().log(new Entry(0, wang, Entry.Kind.ORDER, RECEIVED, null, "500 adapters", "", "SO-1042",
                new BigDecimal("12500.50"), "CNY", "open", new Source(Source.Kind.HAND, "")));
        desk.records().apart(List.of(wang, li));
        for (int i = 0; i < 501; i++) {
            desk.records()
                    .log(new Entry(0, li, Entry.Kind.NOTE, RECEIVED.plusSeconds(i), null, "", "note " + i, "", null,
                            "", "", new Source(Source.Kind.HAND, "")));
        }
        TestDesk.file(desk, account, raws, RECEIVED);
    }

    @AfterEach
    void end() {
        desk.close();
    }

    private static byte[] mail(String id, String subject, String more) {
        return ("From: Wang <wang@hua.example>\r\nTo: me@example.org\r\nDate: Thu, 12 Mar 2026 08:00:00 +0000\r\nSubject: "
                + subject + "\r\nMessage-ID: <" + id + "@hua.example>\r\n" + more + "\r\nText " + id + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private Destination to(String name) {
        return new Destination(folder.resolve(name), false, Words.of(Locale.ENGLISH), ZoneOffset.UTC);
    }

    private static JsonNode read(Path file) throws IOException {
        return JSON.readTree(Files.readString(file));
    }

    @Test
    void theDocumentTellsEverything() throws IOException {
        assertThat(desk.transfers().fullExport().document(to("all.json")).mails()).isEqualTo(3);
        JsonNode all = read(folder.resolve("all.json"));
        assertThat(all.get("accounts").get(0).get("imap").get("host").asString()).isEqualTo("imap.example.org");
        assertThat(all.get("accounts").get(0).get("folders").get(0).get("mails").asInt()).isEqualTo(3);
        assertThat(all.get("contacts").toString()).contains("6222 0212").contains("\"source\":\"hand\"");
        assertThat(all.get("entries").size()).isEqualTo(502);
        assertThat(all.get("notTheSame").get(0).toString()).isEqualTo("[" + wang + "," + li + "]");
        Set<Long> changes = new HashSet<>();
        all.get("changes").forEach(change -> changes.add(change.get("id").asLong()));
        assertThat(changes).hasSize(all.get("changes").size()).hasSize(506).contains(1L);
        assertThat(all.get("conversations").size()).isEqualTo(2);
        Set<String> subjects = new HashSet<>();
        all.get("conversations").forEach(talk -> talk.get("messages").forEach(message -> {
            subjects.add(message.get("subject").asString());
            assertThat(message.get("from").get(0).get("address").asString()).isEqualTo("wang@hua.example");
            assertThat(message.get("contact").asLong()).isEqualTo(wang);
            assertThat(message.get("mail").isNull()).isTrue();
        }));
        assertThat(subjects).containsExactlyInAnyOrder("Prices", "Re: Prices", "Another matter");
    }

    @Test
    void aFolderHoldsTheMailsAsTheyCame() throws IOException {
        assertThat(desk.transfers().fullExport().write(to("all")).whole()).isTrue();
        JsonNode all = read(folder.resolve("all/everything.json"));
        Set<String> named = new HashSet<>();
        all.get("conversations").forEach(talk -> talk.get("messages")
                .forEach(message -> named.add(message.get("mail").asString())));
        assertThat(named).hasSize(3);
        Set<String> texts = new HashSet<>();
        for (String name : named) {
            texts.add(Files.readString(folder.resolve("all").resolve(name)));
        }
        assertThat(texts).containsExactlyInAnyOrder(raws.stream().map(raw -> new String(raw, StandardCharsets.UTF_8))
                .toArray(String[]::new));
        try (Stream<Path> files = Files.walk(folder.resolve("all"))) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(5);
        }
    }

    @Test
    void theSecretOfAnAccountStaysHere() throws Exception {
        try (DemoServer server = DemoServer.start()) {
            TestDesk.add(desk, server);
            desk.transfers().fullExport().document(to("all.json"));
            assertThat(Files.readString(folder.resolve("all.json"))).contains(server.address())
                    .doesNotContain(server.password());
        }
    }

    @Test
    void trashAndJunkAndWhatHeldOnceAreToldToo() throws IOException {
        Account account = desk.accounts().find("me@example.org");
        FolderKey trash = new FolderKey(account.id(), "Trash");
        ((Filing) desk.journal()).file(List.of(new MailEvent.FolderSeen(trash, '/', FolderRole.TRASH, true),
                new MailEvent.Arrived(trash, 1, RECEIVED, MessageFlags.NONE, mail("t", "Thrown away", ""))));
        desk.records().edit(wang, List.of(Value.of(Property.NAME, "", "Wang Xiaoming")), List.of());
        desk.texts().template("", "Thanks", "Dear {name}");
        desk.savedSearches().save("", "Buyers", "tag:buyer");
        desk.texts().sign(account, "Best wishes");
        desk.records().remove(desk.records().entries(wang).getFirst().id());
        desk.transfers().fullExport().write(to("all"));
        JsonNode all = read(folder.resolve("all/everything.json"));
        JsonNode thrown = all.get("elsewhere").get(0);
        assertThat(thrown.get("subject").asString()).isEqualTo("Thrown away");
        assertThat(thrown.get("folders").get(0).get("role").asString()).isEqualTo("trash");
        assertThat(Files.readString(folder.resolve("all").resolve(thrown.get("mail").asString())))
                .contains("Text t");
        assertThat(all.get("texts").get("template/Thanks").asString()).isEqualTo("Dear {name}");
        assertThat(all.get("texts").get("search/Buyers").asString()).isEqualTo("tag:buyer");
        assertThat(all.get("texts").get("signature/1").asString()).isEqualTo("Best wishes");
        assertThat(all.get("earlierValues").toString()).contains("\"value\":\"Wang\"");
        assertThat(all.get("earlierEntries").get(0).get("number").asString()).isEqualTo("SO-1042");
        assertThat(all.get("conversations").get(0).get("messages").get(0).get("folders").get(0).get("path").asString())
                .isNotEmpty();
    }
}
