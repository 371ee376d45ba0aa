package app.kith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.cli.Commands.Ran;
import app.kith.demo.DemoServer;
import app.kith.demo.SampleMailbox;
import app.kith.support.SecondClient;
import app.kith.support.TestDesk;
import app.kith.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The command line's contract: shapes, exit states, and what goes to which stream. */
class CommandLineTest {
    private static DemoServer server;

    @TempDir
    private Path folder;

    private Path home;
    private Commands commands;
    private Path password;

    @BeforeAll
    static void start() {
        server = DemoServer.start(SampleMailbox.of(11, 60, Instant.parse("2026-11-22T12:00:00Z")));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void files() throws IOException {
        home = folder.resolve("home");
        commands = new Commands(home);
        password = Files.writeString(folder.resolve("password"), server.password() + "\n");
    }

    @Test
    void anAccountIsAddedListedTestedChangedAndRemoved() {
        Ran added = addAccount();
        assertThat(added.exit()).as(added.err()).isZero();
        assertThat(added.json().get("change").asLong()).isEqualTo(1);
        assertThat(kith("account", "list", "--json").json().get("items").get(0).get("email").asString())
                .isEqualTo(server.address());
        Ran tested = kith("account", "test", server.address(), "--json");
        assertThat(tested.exit()).isZero();
        assertThat(steps(tested)).containsExactly("resolve", "connect", "sign-in", "list", "select", "fetch");
        assertThat(
                kith("account", "edit", server.address(), "--name", "Lin Yue", "--json").json().get("change").asLong())
                .isEqualTo(2);
        assertThat(kith("account", "show", server.address(), "--json").json().get("name").asString())
                .isEqualTo("Lin Yue");
        assertThat(kith("account", "remove", server.address()).exit()).isZero();
        assertThat(kith("account", "list", "--json").json().get("items").size()).isZero();
    }

    @Test
    void whichMailIsFetchedAndWhenIsSetAndShown() {
        assertThat(addAccount().exit()).isZero();
        assertThat(kith("account", "edit", server.address(), "--since", "2026-03-01", "--largest", "2M",
                "--leave-out-folder", "Trash", "--leave-out-folder", "Junk", "--exclude", "@Shop.example", "--exclude",
                "Pest@x.example", "--follow-shared", "Public/报价", "--follow-shared", "Public/x", "--headers-only",
                "--schedule",
                "at:13:00,08:00", "--pause").exit()).isZero();
        JsonNode shown = kith("account", "show", server.address(), "--json").json();
        assertThat(shown.get("scope").toString()).isEqualTo(
                """
                        {"since":"2026-03-01","largest":2097152,"leftOutFolders":["Trash","Junk"],\
                        "excluded":["shop.example","pest@x.example"],"sharedFolders":["Public/报价","Public/x"],"headersOnly":true,"knownPeople":false}""");
        assertThat(shown.get("schedule").asString()).isEqualTo("at:08:00,13:00");
        assertThat(shown.get("paused").asBoolean()).isTrue();
        assertThat(kith("account", "edit", server.address(), "--since", "none", "--fetch-folder", "Trash", "--include",
                "SHOP.example", "--leave-shared", "Public/x", "--whole-mails",
                "--resume").exit()).isZero();
        shown = kith("account", "show", server.address(), "--json").json();
        assertThat(shown.get("scope").toString()).isEqualTo("""
                {"since":null,"largest":2097152,"leftOutFolders":["Junk"],"excluded":["pest@x.example"],\
                "sharedFolders":["Public/报价"],"headersOnly":false,"knownPeople":false}""");
        assertThat(shown.get("paused").asBoolean()).isFalse();
        for (String[] wrong : List.of(new String[]{"--since", "yesterday"}, new String[]{"--largest", "61M"},
                new String[]{"--largest", "x"}, new String[]{"--schedule", "every:0"},
                new String[]{"--schedule", "at:25:00"}, new String[]{"--pause", "--resume"})) {
            List<String> words = new ArrayList<>(List.of("account", "edit", server.address()));
            words.addAll(List.of(wrong));
            assertThat(kith(words.toArray(String[]::new)).exit()).as("%s", words).isEqualTo(2);
        }
    }

    private static List<String> steps(Ran ran) {
        List<String> steps = new ArrayList<>();
        ran.json().get("steps").forEach(step -> {
            assertThat(step.get("ok").asBoolean()).as("%s", step).isTrue();
            steps.add(step.get("step").asString());
        });
        return steps;
    }

    @Test
    void aMailIsWrittenOfflineListedSentByTheNextSyncAndTakenBackBeforeIt() throws Exception {
        addAccount();
        assertThat(kith("account", "edit", server.address(), "--smtp", server.host() + ":" + server.smtpPort(),
                "--smtp-security", "none").exit()).isZero();
        Ran tested = kith("account", "test", server.address(), "--json");
        assertThat(steps(tested)).endsWith("smtp-resolve", "smtp-connect", "smtp-greeting", "smtp-sign-in");
        Path body = Files.writeString(folder.resolve("body.txt"), "您好，\n报价单见附件。\n");
        Path file = Files.writeString(folder.resolve("报价单.txt"), "Q-1042");
        Ran queued = kith("send", "--from", server.address(), "--to", "Wang <" + server.address() + ">", "--subject",
                "报价单 Q-1042 由命令行", "--body-file", body.toString(), "--attach", file.toString(), "--json");
        assertThat(queued.exit()).as(queued.err()).isZero();
        assertThat(queued.json().get("state").asString()).isEqualTo("waiting");
        Ran later = kith("send", "--from", server.address(), "--to", "b@x.example", "--subject", "Later", "--body-file",
                body.toString(), "--at", "2099-01-01T08:00:00Z", "--json");
        assertThat(later.json().get("notBefore").asString()).isEqualTo("2099-01-01T08:00:00Z");
        Ran synced = kith("sync", "--json");
        assertThat(synced.exit()).as(synced.err()).isZero();
        assertThat(synced.json().get("accounts").get(0).get("sent").asInt()).isEqualTo(1);
        JsonNode items = kith("outbox", "list", "--json").json().get("items");
        assertThat(items.get(0).get("state").asString()).isEqualTo("filed");
        assertThat(items.get(0).get("subject").asString()).isEqualTo("报价单 Q-1042 由命令行");
        assertThat(items.get(1).get("state").asString()).isEqualTo("waiting");
        assertThat(kith("outbox", "cancel", "2").exit()).isZero();
        assertThat(kith("outbox", "retry", "2").exit()).isEqualTo(1);
        try (SecondClient other = new SecondClient(server)) {
            assertThat(other.withSubject("Sent", "报价单 Q-1042 由命令行")).isEqualTo(1);
            assertThat(other.withSubject("INBOX", "报价单 Q-1042 由命令行")).isEqualTo(1);
        }
    }

    @Test
    void mailIsMarkedMovedAndTakenBackOfflineAndTheServerToldByTheNextSync() throws Exception {
        addAccount();
        try (SecondClient other = new SecondClient(server)) {
            other.append("INBOX", "Zoe <zoe@ops.example>", server.address(), "Operations by command", "Hello");
            assertThat(kith("sync").exit()).isZero();
            String conversation = kith("conversations", "list", "--query", "operations by command", "--json").json()
                    .get("items").get(0).get("id").asString();
            JsonNode mail = kith("conversations", "show", conversation, "--json").json().get("items").get(0);
            String id = mail.get("id").asString();
            assertThat(mail.get("flagged").asBoolean()).isFalse();
            Ran marked = kith("messages", "mark", id, "--read", "--flagged", "--json");
            assertThat(marked.exit()).as(marked.err()).isZero();
            assertThat(marked.json().get("change").asLong()).isPositive();
            assertThat(marked.json().get("items").get(0).get("state").asString()).isEqualTo("waiting");
            assertThat(kith("messages", "mark", id, "--read", "--json").json().get("items").size()).isZero();
            assertThat(kith("messages", "mark", id, "--read", "--unread").exit()).isEqualTo(2);
            assertThat(kith("messages", "mark", id).exit()).isEqualTo(2);
            assertThat(kith("messages", "move", id, "--to", "No such folder").exit()).isEqualTo(1);
            assertThat(kith("messages", "archive", "999999").exit()).isEqualTo(1);
            assertThat(kith("messages", "delete", id, "--json").json().get("items").get(0).get("to").asString())
                    .isEqualTo("Trash");
            JsonNode waiting = kith("operations", "list", "--json").json().get("items");
            assertThat(waiting.size()).isEqualTo(2);
            assertThat(kith("operations", "cancel", waiting.get(1).get("id").asString()).exit()).isZero();
            assertThat(kith("operations", "cancel", "999999").exit()).isEqualTo(1);
            assertThat(kith("messages", "archive", id).exit()).isZero();
            assertThat(kith("operations", "list").out()).contains("INBOX → Archive", "INBOX +\\Seen +\\Flagged");
            Ran synced = kith("sync", "--json");
            JsonNode told = synced.json().get("accounts").get(0).get("operations");
            assertThat(told.get("done").asInt()).as(synced.err()).isEqualTo(2);
            assertThat(kith("operations", "list", "--json").json().get("items").size()).isZero();
            assertThat(other.withSubject("Archive", "Operations by command")).isEqualTo(1);
            assertThat(other.withSubject("INBOX", "Operations by command")).isZero();
            assertThat(other.withSubject("Trash", "Operations by command")).isZero();
        }
    }

    @Test
    void aSyncReportsEveryFolderWithCountsThatAgree() throws Exception {
        addAccount();
        Ran plan = kith("sync", "--plan", "--json");
        assertThat(plan.exit()).as(plan.err()).isZero();
        Ran ran = kith("sync", "--json");
        assertThat(ran.exit()).as(ran.err()).isZero();
        JsonNode account = ran.json().get("accounts").get(0);
        assertThat(account.get("status").asString()).isEqualTo("ok");
        assertThat(account.get("errors").size()).isZero();
        assertThat(account.propertyNames()).contains("account", "status", "startedAt", "seconds", "folders", "messages",
                "contactsProposed", "errors");
        try (SecondClient other = new SecondClient(server)) {
            int total = other.counts().values().stream().mapToInt(Integer::intValue).sum();
            assertThat(account.get("messages").asInt()).isEqualTo(total);
            account.get("folders").forEach(f -> {
                assertThat(f.propertyNames()).containsExactlyInAnyOrder("folder", "onServer", "local", "fetched",
                        "flagsChanged", "vanished", "leftOut", "bytes");
                assertThat(f.get("local").asInt() + f.get("leftOut").size()).isEqualTo(f.get("onServer").asInt());
            });
            assertThat(toFetch(plan)).isEqualTo(total);
        }
        assertThat(kith("sync", "--plan", "--json").json().toString()).contains("\"toFetch\":0")
                .doesNotContain("\"toFetch\":1");
        JsonNode passes = kith("sync", "--history", "--json").json().get("items");
        assertThat(passes.size()).isEqualTo(1);
        assertThat(passes.get(0).get("startedAt")).isEqualTo(account.get("startedAt"));
        assertThat(passes.get(0).get("folders").size()).isEqualTo(account.get("folders").size());
        assertThat(kith("sync", "--history", "--account", server.address()).out()).contains("in step");
        JsonNode day = kith("sync", "--history", "--days", "--json").json().get("items").get(0);
        assertThat(day.get("passes").get("ok").asInt()).isEqualTo(1);
        assertThat(day.get("passes").get("refused").asInt()).isZero();
        assertThat(day.get("fetched").asLong()).isPositive();
        assertThat(kith("sync", "--history", "--days").out()).contains(day.get("day").asString());
        assertThat(kith("sync", "--history", "--account", "nobody@x.example").exit()).isEqualTo(1);
    }

    private static int toFetch(Ran plan) {
        int sum = 0;
        for (JsonNode f : plan.json().get("accounts").get(0).get("folders")) {
            sum += f.get("toFetch").asInt();
        }
        return sum;
    }

    @Test
    void customersAndConversationsAreListedAndShown() {
        addAccount();
        kith("sync");
        JsonNode contacts = kith("contacts", "list", "--json").json().get("items");
        assertThat(contacts.size()).isPositive();
        String id = contacts.get(0).get("id").asString();
        JsonNode shown = kith("contacts", "show", id, "--json").json();
        assertThat(shown.get("values").size()).isPositive();
        assertThat(shown.get("conversations").size()).isPositive();
        String conversation = shown.get("conversations").get(0).get("id").asString();
        JsonNode mails = kith("conversations", "show", conversation, "--json").json().get("items");
        assertThat(mails.get(0).get("text").asString()).isNotBlank();
        assertThat(kith("conversations", "list", "--contact", id, "--json").json().get("items").size())
                .isEqualTo(shown.get("conversations").size());
        assertThat(kith("contacts", "list", "--limit", "2", "--json").json().get("items").size()).isEqualTo(2);
        String email = contacts.get(1).get("emails").get(0).asString();
        assertThat(kith("contacts", "list", "--query", email, "--json").json().get("items").size()).isEqualTo(1);
        assertThat(kith("contacts", "show", "99999").exit()).isEqualTo(1);
    }

    @Test
    void theDoctorFindsNothingWrongAndARebuildGivesTheSame() {
        addAccount();
        kith("sync");
        Ran doctor = kith("doctor", "--json");
        assertThat(doctor.exit()).isZero();
        assertThat(doctor.json().get("healthy").asBoolean()).isTrue();
        Ran rebuilt = kith("doctor", "--rebuild", "--json");
        assertThat(rebuilt.exit()).isZero();
        assertThat(rebuilt.json().get("digest")).isEqualTo(doctor.json().get("digest"));
        assertThat(rebuilt.json().get("counts")).isEqualTo(doctor.json().get("counts"));
    }

    @Test
    void aDamagedLogIsNamedAndTheExitStateSaysSo() throws IOException {
        addAccount();
        kith("sync");
        Path log = home.resolve("mail").resolve("00000001.log");
        byte[] bytes = Files.readAllBytes(log);
        bytes[bytes.length / 3] ^= 4;
        Files.write(log, bytes);
        Ran doctor = kith("doctor", "--json");
        assertThat(doctor.exit()).isEqualTo(5);
        assertThat(doctor.json().get("damages").get(0).get("file").asString()).isEqualTo("mail/00000001.log");
    }

    @Test
    void wrongWordsEndWithTwoAndOnePlainLine() {
        for (String[] words : List.of(new String[]{"sync", "--no-such"}, new String[]{"account", "add"},
                new String[]{"account", "add", "--email", "nobody", "--imap", "localhost:1", "--password-file",
                        password.toString()},
                new String[]{"account", "add", "--email", "a@unknown.example", "--password-file", password.toString()},
                new String[]{"account", "add", "--email", "a@b.example", "--imap", "mail.example:143",
                        "--imap-security",
                        "none", "--password-file", password.toString()})) {
            Ran ran = kith(words);
            assertThat(ran.exit()).as(String.join(" ", words)).isEqualTo(2);
            assertThat(ran.err().lines()).as(String.join(" ", words)).hasSize(1)
                    .allMatch(line -> line.startsWith("kith: "));
            assertThat(ran.out()).isEmpty();
        }
    }

    @Test
    void refusedAndUnreachableHaveTheirOwnExitStates() throws IOException {
        addAccount();
        Path wrong = Files.writeString(folder.resolve("wrong"), "wrong");
        kith("account", "edit", server.address(), "--password-file", wrong.toString());
        Ran refused = kith("sync", "--json");
        assertThat(refused.exit()).isEqualTo(4);
        assertThat(refused.json().get("accounts").get(0).get("status").asString()).isEqualTo("refused");
        kith("account", "edit", server.address(), "--imap", "127.0.0.1:9", "--imap-security", "none");
        Ran unreachable = kith("sync", "--json");
        assertThat(unreachable.exit()).isEqualTo(3);
        assertThat(unreachable.json().get("accounts").get(0).get("status").asString()).isEqualTo("unreachable");
        Files.writeString(TestDesk.keys(home), "other words");
        assertThat(kith("sync").exit()).isEqualTo(1);
    }

    @Test
    void aRawMailIsParsedWithACharsetOfTheUsersChoice() throws IOException {
        Path mail = folder.resolve("koi.eml");
        Files.write(mail, "Subject: Запрос\r\nContent-Type: text/plain; charset=windows-1251\r\n\r\nПривет\r\n"
                .getBytes(java.nio.charset.Charset.forName("KOI8-R")));
        JsonNode read = kith("parse", "--charset", "KOI8-R", mail.toString(), "--json").json().get("items").get(0);
        assertThat(read.get("subject").asString()).isEqualTo("Запрос");
        assertThat(read.get("text").asString().strip()).isEqualTo("Привет");
        assertThat(kith("parse", "--charset", "no-such", mail.toString()).exit()).isNotZero();
    }

    @Test
    void rawMailsAreParsedAndThreadedWithoutAStore() throws IOException {
        Path none = folder.resolve("none");
        Commands bare = Commands.withoutKeys(none);
        Path mails = Files.createDirectories(folder.resolve("mails").resolve("a"));
        Files.writeString(mails.resolve("1.eml"),
                "Message-ID: <1@x>\r\nSubject: First\r\nFrom: a@b.example\r\n\r\nHello\r\n");
        Files.writeString(mails.resolve("2.eml"),
                "Message-ID: <2@x>\r\nReferences: <1@x>\r\nSubject: Re: First\r\n\r\nYes\r\n");
        Files.writeString(folder.resolve("mails").resolve("box.mbox"),
                "From a@b Thu Jan  1 00:00:00 2026\nMessage-ID: <3@x>\nSubject: One\n\nText\n\n"
                        + "From a@b Thu Jan  1 00:00:00 2026\nMessage-ID: <4@x>\nSubject: Two\n\nText\n");
        JsonNode parsed = bare.run("parse", folder.resolve("mails").toString(), "--json").json().get("items");
        assertThat(parsed.size()).isEqualTo(3);
        assertThat(parsed.get(0).get("file").asString()).isEqualTo("a/1.eml");
        assertThat(parsed.get(0).get("messageId").asString()).isEqualTo("1@x");
        assertThat(parsed.get(0).propertyNames()).contains("inReplyTo", "references", "date", "subject", "from", "to",
                "cc",
                "bcc", "replyTo", "text", "newText", "signature", "hasHtml", "attachments", "calendar", "bulk",
                "autoReply",
                "charset", "repairs", "error");
        JsonNode threads = bare.run("threads", folder.resolve("mails").toString(), "--json").json().get("items");
        assertThat(threads.size()).isEqualTo(3);
        assertThat(threads.toString()).contains("box.mbox#2");
        Files.writeString(folder.resolve("mails").resolve("late.eml"),
                "Message-ID: <5@x>\nIn-Reply-To: <gone@x>\nSubject: Re: Three\n\nText\n");
        assertThat(bare.run("threads", folder.resolve("mails").toString(), "--json").json().get("items").toString())
                .contains("\"missing\":\"gone@x\"").containsOnlyOnce("gone@x");
        assertThat(none).doesNotExist();
        assertThat(bare.run("parse", folder.resolve("nothing").toString()).exit()).isEqualTo(1);
    }

    @Test
    void peopleAreSpokenToInTheirLanguage() {
        Ran chinese = commands.run(Words.of(Locale.CHINA), "account", "show", "nobody@x.example");
        assertThat(chinese.err()).contains("没有账户 nobody@x.example");
    }

    @Test
    void theDemoDoesTheMainJobOnTheConsole() {
        Path none = folder.resolve("none");
        Commands bare = Commands.withoutKeys(none);
        Ran demo = bare.run("demo", "--console");
        assertThat(demo.exit()).as(demo.err()).isZero();
        assertThat(demo.out().lines()).hasSizeGreaterThan(20);
        assertThat(demo.out()).containsPattern("[\\x{4e00}-\\x{9fff}]").as("companies from signatures")
                .containsPattern("有限公司|GmbH|Ltd");
        assertThat(none).doesNotExist();
    }

    @Test
    void helpIsThereForEveryCommand() {
        assertThat(kith("help").out()).contains("account", "sync", "contacts", "conversations", "parse", "threads",
                "doctor",
                "demo");
        assertThat(kith("help", "sync").out()).contains("--watch");
        assertThat(kith("generate-completion").out()).contains("complete");
    }

    private Ran addAccount() {
        return kith("account", "add", "--email", server.address(), "--imap", "127.0.0.1:" + server.port(),
                "--imap-security",
                "none", "--password-file", password.toString(), "--json");
    }

    private Ran kith(String... words) {
        return commands.run(words);
    }
}
