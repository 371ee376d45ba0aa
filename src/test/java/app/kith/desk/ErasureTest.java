package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.change.Change.ErasureDone;
import app.kith.change.Filing;
import app.kith.change.FolderKey;
import app.kith.change.FolderRole;
import app.kith.change.LogPosition;
import app.kith.change.MailEvent;
import app.kith.change.MessageFlags;
import app.kith.compose.Draft;
import app.kith.contact.Entry;
import app.kith.contact.Property;
import app.kith.contact.Source;
import app.kith.contact.Value;
import app.kith.desk.Erasures.Plan;
import app.kith.log.FileLog;
import app.kith.log.Ledger;
import app.kith.log.MailLog;
import app.kith.mail.Mailbox;
import app.kith.mail.RawHeader;
import app.kith.search.Kind;
import app.kith.search.Search;
import app.kith.store.ChangesView.Heading;
import app.kith.store.Store;
import app.kith.store.StoreText;
import app.kith.store.SyncView.FolderRow;
import app.kith.support.KithProcess;
import app.kith.support.TestDesk;
import app.kith.vault.KeyRing;
import app.kith.vault.Vault;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person who is erased for good is found nowhere any more; all others are as they were. */
class ErasureTest {
    /** What only the person's data say. */
    private static final List<String> WORDS = List.of("Quillfeather", "zq@quill.example", "7461230", "Brambleton",
            "parrots", "zebrawood", "marzipan", "halibut", "quagmire");

    private static final int KILLS = Math.max(2,
            Integer.parseInt(System.getenv().getOrDefault("KITH_KILLS", "2")) / 5);

    @TempDir
    private Path folder;

    private Path home;
    private Desk desk;
    private Account account;
    private long person;
    private long part;
    private long other;

    @BeforeEach
    void open() {
        home = folder.resolve("home");
        desk = TestDesk.open(home);
        account = desk.accounts().add(new Account(0, "lin@firm.example", "Lin Yue",
                new Server("127.0.0.1", 1, Security.NONE), new Server("127.0.0.1", 1, Security.NONE),
                "lin@firm.example", null, null, null), "secret").account();
        fill();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static Value value(Property property, String raw) {
        return Value.of(property, "", raw);
    }

    private void fill() {
        person = desk.records().add(List.of(value(Property.NAME, "Zacharias Quillfeather"),
                value(Property.EMAIL, "zq@quill.example"), value(Property.PHONE, "+49 30 7461230"))).contact();
        other = desk.records().add(List.of(value(Property.NAME, "Berta Stays"),
                value(Property.EMAIL, "berta@stays.example"))).contact();
        part = desk.records().add(List.of(value(Property.NAME, "Z. Quillfeather"),
                value(Property.NOTE, "keeps parrots"))).contact();
        desk.records().edit(person, List.of(value(Property.COMPANY, "Brambleton Ltd")), List.of());
        desk.records().edit(person, List.of(value(Property.COMPANY, "Other Ltd")), List.of());
        desk.records().relate(other, "manager", person);
        desk.records().edit(other, List.of(value(Property.TITLE, "Buyer")), List.of());
        desk.records().merge(person, List.of(part), List.of());
        desk.records().log(new Entry(0, person, Entry.Kind.CALL, Instant.EPOCH, null, "wants zebrawood", "at once", "",
                null, "", "", new Source(Source.Kind.HAND, "")));
        desk.records().log(new Entry(0, other, Entry.Kind.NOTE, Instant.EPOCH, null, "of the other", "", "", null, "",
                "", new Source(Source.Kind.HAND, "")));
        desk.followUps(Clock.systemUTC()).keepInTouch(person, 14);
        TestDesk.file(desk, account, List.of(mail("zq@quill.example", "lin@firm.example", "About marzipan", "m1"),
                mail("lin@firm.example", "zq@quill.example", "Re: About marzipan", "m2"),
                mail("berta@stays.example", "lin@firm.example, zq@quill.example", "Shared by three", "m3"),
                mail("berta@stays.example", "lin@firm.example", "Of the other alone", "m4")), Instant.EPOCH);
        long draft = desk.drafts().save(0, account, letter("first halibut")).id();
        desk.drafts().save(draft, account, letter("no fish"));
        long sent = desk.drafts().save(0, account, letter("quagmire")).id();
        desk.drafts().send(sent, account, letter("quagmire"), Instant.now().plusSeconds(86_400));
    }

    private static Draft letter(String text) {
        return new Draft(List.of(new Mailbox("Zacharias Quillfeather", "zq@quill.example")), List.of(), List.of(),
                "An offer", text, List.of(), List.of(), List.of());
    }

    private static byte[] mail(String from, String to, String subject, String id) {
        return ("From: " + from + "\r\nTo: " + to + "\r\nSubject: " + subject + "\r\nMessage-ID: <" + id
                + "@ids.example>\r\nDate: Thu, 12 Mar 2026 08:00:00 +0000\r\n\r\nText of " + subject + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private void reopen() {
        desk.close();
        desk = TestDesk.open(home);
    }

    private String digest() {
        Doctor.Findings findings = desk.doctor().check(_ -> {});
        assertThat(findings.faults()).isEmpty();
        assertThat(findings.damages()).isEmpty();
        return findings.digest();
    }

    /** Everything that the files of a closed data folder say, decrypted. */
    private static String everything(Path home) throws Exception {
        StringBuilder text = new StringBuilder(StoreText.of(home));
        Vault vault = Vault.open(home, TestDesk.PASSPHRASE.toCharArray(), KeyRing.none());
        try (Ledger ledger = Ledger.open(home, vault.key("ledger"));
                MailLog mails = MailLog.open(home, vault.key("mail log"))) {
            ledger.forEach(LogPosition.START, (_, set) -> text.append(ledger.text(set)).append('\n'), _ -> {});
            mails.forEach(LogPosition.START, logged -> logged.batch().events().forEach(event -> {
                text.append(event).append('\n');
                byte[] raw = switch (event) {
                    case MailEvent.Arrived arrived -> arrived.raw();
                    case MailEvent.Completed completed -> completed.raw();
                    default -> new byte[0];
                };
                text.append(new String(raw, StandardCharsets.UTF_8)).append('\n');
                app.kith.compose.DraftCodec.read(raw).ifPresent(text::append);
            }), _ -> {});
        }
        return text.toString();
    }

    private static List<String> files(Path home) throws Exception {
        try (Stream<Path> all = Files.walk(home)) {
            return all.map(file -> home.relativize(file).toString()).toList();
        }
    }

    private void assertNothingIsLeft(Path of) throws Exception {
        String text = everything(of);
        // The address stays with the mail that others have part in too.
        for (String word : WORDS) {
            if (!word.contains("@")) {
                assertThat(text).as(word).doesNotContain(word);
            }
        }
        assertThat(text).contains("Berta Stays", "Of the other alone", "of the other", "Shared by three");
        assertThat(files(of)).noneMatch(file -> file.contains("torn") || file.contains("erasing")
                || file.endsWith(".new"));
    }

    @Test
    void aPersonWithAllMailIsFoundNowhereAnyMore() throws Exception {
        desk.search();
        desk.close();
        assertThat(everything(home)).as("the test looks in the right places").contains(WORDS);
        desk = TestDesk.open(home);
        Plan plan = desk.erasures().plan(person, true);
        assertThat(plan.name()).isEqualTo("Zacharias Quillfeather");
        assertThat(plan.cards()).isEqualTo(2);
        assertThat(plan.entries()).isEqualTo(1);
        assertThat(plan.letters()).isEqualTo(2);
        assertThat(plan.mails()).as("two mails, the draft, the letter in the outbox").isEqualTo(4);
        assertThat(plan.shared()).isEqualTo(1);
        long begun = desk.erasures().begin(person, true);
        assertThat(desk.erasures().done(begun)).isEmpty();
        reopen();
        ErasureDone done = desk.erasures().done(begun).orElseThrow();
        assertThat(done.cards()).isEqualTo(2);
        assertThat(done.messages()).isEqualTo(4);
        assertThat(done.changeSets()).isGreaterThan(8);
        assertThat(done.damaged()).isZero();
        assertThat(desk.history().check().changed()).isEqualTo(done.changeSets());
        assertThat(desk.history().verify()).isEmpty();
        assertThat(desk.customers().find(person)).isEmpty();
        assertThat(desk.customers().find(other)).isPresent();
        assertThat(desk.correspondents().find("marzipan")).isEmpty();
        Search search = desk.search();
        assertThat(search.await(java.time.Duration.ofSeconds(60))).isTrue();
        for (String word : List.of("Quillfeather", "marzipan", "zebrawood", "parrots", "halibut", "quagmire")) {
            assertThat(search.find(word, EnumSet.allOf(Kind.class), 10).hits()).as(word).isEmpty();
        }
        assertThat(search.find("Berta", EnumSet.allOf(Kind.class), 10).hits()).isNotEmpty();
        String before = digest();
        desk.close();
        assertNothingIsLeft(home);
        desk = Desk.open(TestDesk.options(home).rebuilding());
        assertThat(digest()).isEqualTo(before);
        assertThatThrownBy(() -> desk.erasures().plan(person, true)).isInstanceOf(KithException.class);
    }

    @Test
    void numbersAreNotGivenAgainAndLifeGoesOn() {
        long letters = desk.outbox().list().stream().mapToLong(letter -> letter.id()).max().orElseThrow();
        desk.erasures().begin(person, true);
        reopen();
        long added = desk.records().add(List.of(value(Property.NAME, "New One"))).contact();
        assertThat(added).isGreaterThan(part);
        assertThat(desk.drafts().save(0, account, Draft.EMPTY.saying("new")).id()).isGreaterThan(letters);
        TestDesk.file(desk, account, List.of(mail("new@one.example", "lin@firm.example", "After it", "m9")),
                Instant.EPOCH);
        String before = digest();
        desk.compaction().all(() -> false);
        desk.close();
        desk = Desk.open(TestDesk.options(home).rebuilding());
        assertThat(digest()).isNotEmpty();
        assertThat(before).isNotEmpty();
        assertThat(desk.conversations().ids(0, "After it", 0)).hasSize(1);
    }

    @Test
    void withoutMailTheMailStaysAndTheRestGoes() throws Exception {
        Plan plan = desk.erasures().plan(person, false);
        assertThat(plan.mails()).isZero();
        assertThat(plan.letters()).isZero();
        assertThat(plan.shared()).as("three mails with nobody else, one with others").isEqualTo(4);
        desk.erasures().begin(person, false);
        reopen();
        assertThat(desk.conversations().ids(0, "marzipan", 0)).hasSize(1);
        assertThat(desk.outbox().list()).hasSize(2);
        assertThat(desk.proposals()).isNotNull();
        digest();
        desk.close();
        String text = everything(home);
        assertThat(text).doesNotContain("7461230", "Brambleton", "parrots", "zebrawood");
        assertThat(text).contains("marzipan", "quagmire");
        desk = TestDesk.open(home);
    }

    @Test
    void whoWasTakenAwayBeforeCanBeErasedStill() throws Exception {
        desk.records().erase(person);
        Plan plan = desk.erasures().plan(person, true);
        assertThat(plan.cards()).isEqualTo(2);
        desk.erasures().begin(person, true);
        reopen();
        digest();
        desk.close();
        assertNothingIsLeft(home);
        desk = TestDesk.open(home);
    }

    @Test
    void takingBackOlderChangesIsHarmlessAndSaysWhatWasErased() {
        List<Heading> before = desk.history().list(0, 0, 100);
        desk.erasures().begin(person, true);
        reopen();
        int erased = 0;
        for (Heading each : before) {
            try {
                desk.history().undo(each.sequence());
            } catch (KithException e) {
                assertThat(e.problem()).isIn(Problem.ERASED, Problem.CANNOT_UNDO, Problem.OUTGOING_SETTLED,
                        Problem.ACCOUNT_UNKNOWN, Problem.SECRET_MISSING);
                erased += e.problem() == Problem.ERASED ? 1 : 0;
            }
        }
        assertThat(erased).isGreaterThanOrEqualTo(6);
        assertThat(desk.customers().find(person)).isEmpty();
        digest();
    }

    @Test
    void theKeyTakesBackTheUsersLastActThatStillCanBe() {
        long kept = desk.records().edit(other, List.of(value(Property.TITLE, "Head Buyer")), List.of()).change();
        desk.records().edit(person, List.of(value(Property.TITLE, "Poet")), List.of());
        desk.erasures().begin(person, true);
        reopen();
        assertThat(desk.history().lastAct().orElseThrow().sequence()).isEqualTo(kept);
    }

    @Test
    void whatIsInterruptedAnywhereIsFinishedAtTheNextOpen() throws Exception {
        long begun = desk.erasures().begin(person, true);
        Path begunHome = folder.resolve("begun");
        TestDesk.copy(home, begunHome);
        reopen();
        digest();
        for (int stage = 0; stage < 4; stage++) {
            Path copy = folder.resolve("stage-" + stage);
            TestDesk.copy(begunHome, copy);
            interrupt(copy, begun, stage);
            try (Desk again = TestDesk.open(copy)) {
                assertThat(again.erasures().done(begun)).as("stage %d", stage).isPresent();
                assertThat(again.doctor().check(_ -> {}).healthy()).isTrue();
                assertThat(again.history().verify()).isEmpty();
            }
            assertNothingIsLeft(copy);
        }
    }

    /** The folder as it is when the erasure got so far. */
    private static void interrupt(Path copy, long begun, int stage) {
        Vault vault = Vault.open(copy, TestDesk.PASSPHRASE.toCharArray(), KeyRing.none());
        try (Ledger ledger = Ledger.open(copy, vault.key("ledger"));
                MailLog mails = MailLog.open(copy, vault.key("mail log"));
                FileLog files = FileLog.open(copy, vault.key("file log"));
                Store store = Store.open(copy, vault.password("store"))) {
            var scope = Erasures.scope(store, ledger, begun);
            if (stage == 1) {
                ledger.rewrite(new Redaction(scope, List.of("zq@quill.example"), List.of())::of, _ -> {});
            } else if (stage > 1) {
                Erasures.rewrite(begun, scope, new Desk.Logs(ledger, mails, files), vault.erasing());
            }
        }
        if (stage == 3) {
            Store.discard(copy);
        }
    }

    /** The program is killed while it erases; one kill for five of the environment's KITH_KILLS. */
    @Test
    void whatIsKilledAtAnyMomentIsFinishedAtTheNextOpen() throws Exception {
        desk.close();
        Random random = new Random(Long.getLong("kith.seed", 1));
        String command = String.valueOf(person);
        long longest = run(folder.resolve("whole"), Long.MAX_VALUE, command);
        int finished = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Path copy = folder.resolve("killed-" + kill);
            run(copy, (long) (longest * (0.3 + 0.7 * random.nextDouble())), command);
            try (Desk again = TestDesk.open(copy)) {
                assertThat(again.doctor().check(_ -> {}).healthy()).as("kill %d", kill).isTrue();
                assertThat(again.history().verify()).isEmpty();
                boolean begun = again.history().list(0, 0, 100).stream()
                        .anyMatch(each -> each.reason().startsWith("erasure-begun"));
                if (!begun) {
                    continue;
                }
            }
            finished++;
            assertNothingIsLeft(copy);
        }
        System.out.printf("ErasureTest: %d kills of an erasure, %d of them behind its beginning%n", KILLS, finished);
        desk = TestDesk.open(home);
    }

    /** Runs the command on a copy of the folder, for so long at most; how long it ran in milliseconds. */
    private long run(Path copy, long milliseconds, String contact) throws IOException {
        TestDesk.copy(home, copy);
        long start = System.nanoTime();
        try (KithProcess process = KithProcess.start(copy, "contacts", "erase", contact, "--permanently", "--mails",
                "--json")) {
            if (process.endsWithin(Math.min(milliseconds, 120_000))) {
                assertThat(process.exit()).as("%s", process.output()).isZero();
            }
        }
        return (System.nanoTime() - start) / 1_000_000;
    }

    @Test
    void backupsMadeEarlierAreNamed() {
        Backup backup = desk.backups().create(_ -> {}, () -> false);
        assertThat(desk.erasures().plan(person, true).backups()).containsExactly(backup.file().toAbsolutePath());
    }

    @Test
    void aMailThatWasErasedIsNotKeptAgainWhenItComesOnceMore() {
        desk.erasures().begin(person, true);
        reopen();
        long messages = desk.doctor().check(_ -> {}).counts().getOrDefault("messages", 0L);
        TestDesk.file(desk, account, List.of(mail("zq@quill.example", "lin@firm.example", "About marzipan", "m1"),
                mail("zq@quill.example", "lin@firm.example", "A new one", "m7")), Instant.EPOCH);
        assertThat(desk.doctor().check(_ -> {}).counts()).containsEntry("messages", messages + 1);
        assertThat(desk.conversations().ids(0, "marzipan", 0)).isEmpty();
        assertThat(desk.conversations().ids(0, "A new one", 0)).hasSize(1);
        digest();
    }

    @Test
    void itsHeaderAloneIsKnownTooAndSoIsItsSecondPlace() {
        byte[] raw = mail("zq@quill.example", "lin@firm.example", "About marzipan", "m1");
        FolderKey archive = new FolderKey(account.id(), "Archive");
        Filing filing = (Filing) desk.journal();
        // It lies in two folders, before and after.
        filing.file(List.of(new MailEvent.FolderSeen(archive, '/', FolderRole.ARCHIVE, true),
                new MailEvent.Arrived(archive, 7, Instant.EPOCH, MessageFlags.NONE, raw)));
        desk.erasures().begin(person, true);
        reopen();
        long messages = desk.doctor().check(_ -> {}).counts().getOrDefault("messages", 0L);
        filing = (Filing) desk.journal();
        filing.file(
                List.of(new MailEvent.Arrived(archive, 8, Instant.EPOCH, MessageFlags.NONE, RawHeader.of(raw), true),
                        new MailEvent.Arrived(archive, 9, Instant.EPOCH, MessageFlags.NONE, raw)));
        assertThat(desk.doctor().check(_ -> {}).counts()).containsEntry("messages", messages);
        FolderRow row = desk.folders().folders(account.id()).stream().filter(one -> one.key().equals(archive))
                .findFirst().orElseThrow();
        assertThat(desk.folders().leftOut(row.id())).containsOnlyKeys(7L, 8L, 9L).containsValue("erased");
        digest();
    }

    @Test
    void aDamagedFileOfTheLogIsNamedInTheResult() throws Exception {
        long begun = desk.erasures().begin(person, true);
        desk.close();
        Path log = home.resolve("mail").resolve("00000001.log");
        byte[] bytes = Files.readAllBytes(log);
        bytes[120] ^= 1;
        Files.write(log, bytes);
        desk = TestDesk.open(home);
        assertThat(desk.erasures().done(begun).orElseThrow().damaged()).isEqualTo(1);
        assertThat(desk.customers().find(person)).isEmpty();
    }
}
