package app.kith.search;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.change.Filing;
import app.kith.change.FolderKey;
import app.kith.change.FolderRole;
import app.kith.change.MailEvent;
import app.kith.change.MessageFlags;
import app.kith.contact.Entry;
import app.kith.contact.Property;
import app.kith.contact.Source;
import app.kith.contact.Value;
import app.kith.desk.Desk;
import app.kith.support.TestDesk;
import app.kith.words.KithException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to the store, and wherever the program is killed, the index is what one made anew would be. */
class SearchFollowTest {
    private static final long SEED = Long.getLong("kith.seed", 1);
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final List<String> WORDS = List.of("offer", "pump", "valve", "delivery", "invoice", "报价", "合同",
            "交货期",
            "relay", "sample", "customs", "发票");
    private static final List<String> NAMES = List.of("Anna Nord", "Bob Sud", "王小明", "李雷", "Marten Olsen", "张伟");
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);
    private final List<Long> contacts = new ArrayList<>();
    private final List<Long> uids = new ArrayList<>();
    private long uid;

    @Test
    void anIndexThatFollowedOrCaughtUpAfterAKillEqualsOneMadeAnew() throws IOException {
        Path home = folder.resolve("home-0");
        Desk desk = TestDesk.open(home);
        Account account = desk.accounts().add(new Account(0, "me@firm.example", "",
                new Server("localhost", 1, Security.NONE), null, "me@firm.example", null, null, null), "").account();
        int compared = 0;
        for (int round = 1; round <= 4; round++) {
            desk.search();
            for (int i = 0; i < 40; i++) {
                act(desk, account);
            }
            if (round % 2 == 0) {
                assertThat(desk.search().await(LONG)).isTrue();
            }
            Path killed = folder.resolve("home-" + round);
            TestDesk.copy(home, killed);
            assertThat(desk.search().await(LONG)).isTrue();
            Map<String, Set<String>> followed = answers(desk);
            desk.close();
            home = killed;
            desk = TestDesk.open(home);
            assertThat(desk.search().await(LONG)).isTrue();
            Map<String, Set<String>> caughtUp = answers(desk);
            assertThat(desk.doctor().check(_ -> {}).faults()).as("seed %d, round %d", SEED, round).isEmpty();
            desk.close();
            Search.discard(home);
            desk = TestDesk.open(home);
            assertThat(desk.search().await(LONG)).isTrue();
            Map<String, Set<String>> anew = answers(desk);
            assertThat(caughtUp).as("seed %d, round %d: after a kill", SEED, round).isEqualTo(anew);
            assertThat(followed).as("seed %d, round %d: followed", SEED, round).isEqualTo(anew);
            compared += anew.size();
            assertThat(anew.values().stream().mapToInt(Set::size).sum()).isGreaterThan(100);
        }
        desk.close();
        System.out.printf("SearchFollowTest: %d answers equal after kills and after rebuilding (seed %d)%n", compared,
                SEED);
    }

    private void act(Desk desk, Account account) {
        try {
            switch (random.nextInt(12)) {
                case 0, 1 -> contacts.add(desk.records().add(List.of(Value.of(Property.NAME, "", pick(NAMES)),
                        Value.of(Property.EMAIL, "", address()), Value.of(Property.TAG, "", pick(WORDS)))).contact());
                case 2 -> desk.records().edit(pick(contacts), List.of(Value.of(Property.NAME, "", pick(NAMES)),
                        Value.of(Property.NOTE, "", pick(WORDS))), List.of());
                case 3 -> desk.records().merge(pick(contacts), List.of(pick(contacts)), List.of());
                case 4 -> desk.records().erase(pick(contacts));
                case 5 -> desk.history().undo(desk.history().lastAct().orElseThrow().sequence());
                case 6 -> desk.records()
                        .log(new Entry(0, pick(contacts), pick(List.of(Entry.Kind.values())), START, null,
                                pick(WORDS), pick(WORDS) + " " + pick(WORDS), "", null, "", "",
                                new Source(Source.Kind.HAND, "")));
                case 7 -> flags(desk, account);
                default -> mails(desk, account);
            }
        } catch (KithException | IllegalArgumentException | java.util.NoSuchElementException e) {
            // What cannot be done is not done: an erased contact cannot be merged.
            assertThat(e).isNotNull();
        }
    }

    private void flags(Desk desk, Account account) {
        FolderKey inbox = new FolderKey(account.id(), "INBOX");
        long which = pick(uids);
        ((Filing) desk.journal()).file(List.of(random.nextInt(3) == 0
                ? new MailEvent.Vanished(inbox, which)
                : new MailEvent.Flagged(inbox, which, new MessageFlags(random.nextInt(16), List.of()))));
    }

    private void mails(Desk desk, Account account) {
        FolderKey inbox = new FolderKey(account.id(), "INBOX");
        List<MailEvent> events = new ArrayList<>();
        events.add(new MailEvent.FolderSeen(inbox, '/', FolderRole.INBOX, true));
        for (int i = random.nextInt(4); i >= 0; i--) {
            uids.add(++uid);
            events.add(new MailEvent.Arrived(inbox, uid, START.plusSeconds(uid), MessageFlags.NONE, mail()));
        }
        ((Filing) desk.journal()).file(events);
    }

    private String address() {
        return "p" + random.nextInt(8) + "@nord.example";
    }

    private byte[] mail() {
        String answers = uid > 1 ? "References: <" + (1 + random.nextInt((int) uid)) + "@x.example>\n" : "";
        return ("From: " + pick(List.of("Anna Nord", "Bob", "\"\"")) + " <" + address()
                + ">\nTo: me@firm.example\nMessage-ID: <"
                + uid + "@x.example>\n" + answers + "Subject: " + pick(WORDS) + " " + pick(WORDS)
                + "\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n"
                + pick(WORDS) + " " + pick(WORDS) + " " + uid
                + "\n--b\nContent-Type: text/plain; charset=utf-8; name=\""
                + pick(List.of("list", "note")) + ".txt\"\nContent-Disposition: attachment\n\n" + pick(WORDS)
                + "\n--b--\n")
                .replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static Map<String, Set<String>> answers(Desk desk) {
        Map<String, Set<String>> answers = new TreeMap<>();
        List<String> asked = new ArrayList<>(WORDS);
        asked.addAll(NAMES);
        asked.addAll(List.of("wxm", "is:unread", "is:flagged", "in:inbox", "tag:offer", "from:anna", "file:list", "re",
                "offer -pump", "王小明 报价", "nord", "ofer"));
        for (String typed : asked) {
            Set<String> found = new TreeSet<>();
            for (Hit hit : desk.search().find(typed, EnumSet.allOf(Kind.class), 10_000).hits()) {
                found.add(
                        hit.kind() + " " + hit.id() + " " + hit.file() + " " + hit.contact() + " " + hit.conversation()
                                + " " + hit.title());
            }
            answers.put(typed, found);
        }
        return answers;
    }

    @Test
    void anIndexThatIsDamagedOrOfAnotherHistoryOrWayIsMadeAnew() throws IOException {
        Path home = folder.resolve("home");
        try (Desk desk = TestDesk.open(home)) {
            desk.records().add(List.of(Value.of(Property.NAME, "", "Anna Nord")));
            assertThat(desk.search().await(LONG)).isTrue();
        }
        Path copy = folder.resolve("other");
        TestDesk.copy(home, copy);
        try (Desk desk = TestDesk.open(home)) {
            desk.records().add(List.of(Value.of(Property.NAME, "", "Bob Sud")));
            assertThat(desk.search().await(LONG)).isTrue();
        }
        // The index of a later history beside the logs of an earlier one.
        Search.discard(copy);
        TestDesk.copy(home.resolve("search"), copy.resolve("search"));
        finds(copy, "anna", 1);
        finds(copy, "bob", 0);
        for (Path file : files(copy.resolve("search"))) {
            if (file.getFileName().toString().startsWith("_")) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 1;
                Files.write(file, bytes);
            }
        }
        finds(copy, "anna", 1);
        for (Path file : files(copy.resolve("search"))) {
            if (file.getFileName().toString().startsWith("segments")) {
                Files.write(file, new byte[100]);
            }
        }
        finds(copy, "anna", 1);
        assertThat(files(copy.resolve("search")).stream().map(file -> String.valueOf(file.getParent())).distinct())
                .hasSize(1);
    }

    private static void finds(Path home, String typed, int count) {
        try (Desk desk = TestDesk.open(home)) {
            assertThat(desk.search().await(LONG)).isTrue();
            assertThat(desk.search().find(typed, EnumSet.of(Kind.PERSON), 10).hits()).as(typed).hasSize(count);
            assertThat(desk.doctor().check(_ -> {}).faults()).isEmpty();
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
