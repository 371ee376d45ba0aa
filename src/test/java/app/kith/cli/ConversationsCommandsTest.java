package app.kith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.change.Filing;
import app.kith.change.FolderKey;
import app.kith.change.FolderRole;
import app.kith.change.MailEvent;
import app.kith.change.MessageFlags;
import app.kith.desk.Desk;
import app.kith.support.TestDesk;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Conversations sifted and handled as wholes by commands, without a network. */
class ConversationsCommandsTest {
    private static final Instant RECEIVED = Instant.parse("2026-11-20T10:00:00Z");

    @TempDir
    private Path folder;

    private Commands commands;

    @BeforeEach
    void fill() {
        commands = new Commands(folder.resolve("home"));
        try (Desk desk = TestDesk.open(folder.resolve("home"))) {
            for (String email : List.of("lin@firm.example", "team@firm.example")) {
                Server nowhere = new Server("127.0.0.1", 1, Security.NONE);
                Account account = desk.accounts()
                        .add(new Account(0, email, "", nowhere, nowhere, email, null, null, null), "x").account();
                List<MailEvent> events = new ArrayList<>();
                seen(events, account, "INBOX", FolderRole.INBOX);
                seen(events, account, "Archive", FolderRole.ARCHIVE);
                seen(events, account, "Trash", FolderRole.TRASH);
                mail(events, account, "INBOX", 1, "Price", 0);
                mail(events, account, "INBOX", 2, "Drawing", MessageFlags.SEEN | MessageFlags.FLAGGED);
                mail(events, account, "Trash", 3, "Old", MessageFlags.SEEN);
                ((Filing) desk.journal()).file(events);
            }
        }
    }

    private static void seen(List<MailEvent> events, Account account, String path, FolderRole role) {
        events.add(new MailEvent.FolderSeen(new FolderKey(account.id(), path), '/', role, true));
    }

    private static void mail(List<MailEvent> events, Account account, String path, int uid, String subject, int flags) {
        String raw = """
                From: %s@nord%d.example
                To: %s
                Subject: %s
                Date: Fri, 20 Nov 2026 0%d:00:00 +0000
                Message-ID: <%s-%d@test>

                Could you send it today?
                """.formatted(subject, account.id(), account.email(), subject, uid, subject, account.id());
        events.add(new MailEvent.Arrived(new FolderKey(account.id(), path), uid, RECEIVED,
                new MessageFlags(flags, List.of()), raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> subjects(String... options) {
        List<String> words = new ArrayList<>(List.of("conversations", "list"));
        words.addAll(List.of(options));
        List<String> subjects = new ArrayList<>();
        commands.json(0, words.toArray(String[]::new)).get("items")
                .forEach(item -> subjects.add(item.get("subject").asString()));
        return subjects;
    }

    private String id(String subject, String... options) {
        List<String> words = new ArrayList<>(List.of("conversations", "list", "--query", subject));
        words.addAll(List.of(options));
        return commands.json(0, words.toArray(String[]::new)).get("items").get(0).get("id").asString();
    }

    @Test
    void theListIsSiftedAsInTheWindow() {
        assertThat(subjects()).containsExactly("Drawing", "Drawing", "Price", "Price");
        assertThat(subjects("--unread")).containsExactly("Price", "Price");
        assertThat(subjects("--flagged", "--account", "lin@firm.example")).containsExactly("Drawing");
        assertThat(subjects("--turn", "mine")).hasSize(4);
        assertThat(subjects("--turn", "theirs")).isEmpty();
        assertThat(subjects("--with-files")).isEmpty();
        assertThat(subjects("--role", "trash")).containsExactly("Old", "Old");
        assertThat(subjects("--folder", "INBOX", "--account", "team@firm.example", "--limit", "1"))
                .containsExactly("Drawing");
        assertThat(commands.run("conversations", "list", "--folder", "Nowhere").exit()).isEqualTo(1);
        assertThat(commands.run("conversations", "list", "--account", "nobody@firm.example").exit()).isNotZero();
        assertThat(commands.run("conversations", "list", "--turn", "nobodys").exit()).isEqualTo(2);
        String old = id("Old", "--role", "trash");
        assertThat(commands.json(0, "conversations", "show", old).get("items").get(0).get("subject").asString())
                .as("what lies in the trash can be read").isEqualTo("Old");
    }

    @Test
    void wholeConversationsArePutAwayMarkedMovedAndTakenBack() {
        String price = id("Price", "--account", "lin@firm.example");
        String drawing = id("Drawing", "--account", "team@firm.example");
        JsonNode archived = commands.json(0, "conversations", "archive", price, drawing, price);
        assertThat(archived.get("conversations").asInt()).isEqualTo(2);
        assertThat(archived.get("items").get(0).get("to").asString()).isEqualTo("Archive");
        assertThat(subjects("--role", "inbox")).containsExactly("Drawing", "Price");
        assertThat(commands.json(0, "conversations", "archive", price).get("change").isNull()).isTrue();
        assertThat(commands.run("conversations", "archive", price).out()).isNotBlank();
        commands.json(0, "undo", archived.get("change").asString());
        assertThat(subjects("--role", "inbox")).hasSize(4);
        commands.json(0, "conversations", "read", price);
        assertThat(subjects("--unread")).containsExactly("Price");
        commands.json(0, "conversations", "unread", price);
        assertThat(subjects("--unread")).hasSize(2);
        commands.json(0, "conversations", "flag", price);
        assertThat(subjects("--flagged")).hasSize(3);
        commands.json(0, "conversations", "unflag", price, drawing);
        assertThat(subjects("--flagged")).hasSize(1);
        commands.json(0, "conversations", "delete", price);
        assertThat(subjects("--role", "trash", "--account", "lin@firm.example")).containsExactlyInAnyOrder("Price",
                "Old");
        commands.json(0, "conversations", "move", price, "--to", "INBOX");
        assertThat(subjects("--role", "inbox")).hasSize(4);
        assertThat(commands.run("conversations", "move", price, "--to", "Nowhere").exit()).isEqualTo(1);
        assertThat(commands.run("conversations", "archive", "999999").exit()).isEqualTo(1);
    }
}
