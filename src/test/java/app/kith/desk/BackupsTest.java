package app.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.kith.account.Account;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.support.TestDesk;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    private Path folder;

    private Path home;

    @BeforeEach
    void fill() {
        home = folder.resolve("home");
        try (Desk desk = TestDesk.open(home)) {
            Account account = desk.accounts().add(new Account(0, "me@firm.example", "",
                    new Server("localhost", 1, Security.TLS), null, "me@firm.example", null, null, null), "secret")
                    .account();
            List<byte[]> mails = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                mails.add(("From: a" + i + "@x.example\r\nMessage-ID: <" + i + "@x>\r\nSubject: S" + i
                        + "\r\n\r\nText " + "word ".repeat(200) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            }
            TestDesk.file(desk, account, mails, NOW);
            add(desk, "王小明");
        }
    }

    private static void add(Desk desk, String name) {
        desk.records().add(List.of(Value.of(Property.NAME, "", name)));
    }

    private Desk at(Instant now) {
        return Desk.open(TestDesk.options(home).at(Clock.fixed(now, ZoneOffset.UTC)));
    }

    @Test
    void everythingComesBackAndWhatCameLaterDoesNot() {
        Backup backup;
        String digest;
        Path restored = folder.resolve("restored");
        try (Desk desk = TestDesk.open(home)) {
            assertThat(desk.backups().last()).isEmpty();
            digest = desk.doctor().check(_ -> {}).digest();
            backup = desk.backups().create(folder.resolve("b.kithbackup"), _ -> {}, () -> false);
            assertThat(desk.backups().last()).contains(backup.made());
            add(desk, "later");
            BackupFile.Verified verified = BackupFile.verify(backup.file(), TestDesk.options(home), _ -> {});
            assertThat(verified.ok()).isTrue();
            assertThat(verified.findings().digest()).isEqualTo(digest);
            assertThat(verified.findings().counts()).containsEntry("messages", 30L).containsEntry("customers", 1L);
        }
        assertThat(BackupFile.restore(backup.file(), restored)).isEqualTo(backup);
        try (Desk desk = TestDesk.open(restored)) {
            assertThat(desk.doctor().check(_ -> {}).digest()).isEqualTo(digest);
            assertThat(desk.accounts().secret(desk.accounts().list().getFirst())).contains("secret");
        }
        assertThatExceptionOfType(KithException.class).isThrownBy(() -> BackupFile.restore(backup.file(), restored))
                .satisfies(e -> assertThat(e.problem()).isEqualTo(Problem.FILE_EXISTS));
    }

    @Test
    void aBackupIsNeverReplacedAndACancelledOneLeavesNothing() throws IOException {
        Path file = folder.resolve("b.kithbackup");
        try (Desk desk = TestDesk.open(home)) {
            assertThatExceptionOfType(KithException.class)
                    .isThrownBy(() -> desk.backups().create(file, _ -> {}, () -> true))
                    .satisfies(e -> assertThat(e.problem()).isEqualTo(Problem.CANCELLED));
            try (var left = Files.list(folder)) {
                assertThat(left).noneMatch(each -> each.getFileName().toString().startsWith("b."));
            }
            desk.backups().create(file, _ -> {}, () -> false);
            assertThatExceptionOfType(KithException.class)
                    .isThrownBy(() -> desk.backups().create(file, _ -> {}, () -> false))
                    .satisfies(e -> assertThat(e.problem()).isEqualTo(Problem.FILE_EXISTS));
        }
    }

    @Test
    void besideTheDataFolderTheNewestTenStay() {
        for (int i = 0; i < 12; i++) {
            try (Desk desk = at(NOW.plus(Duration.ofDays(i)))) {
                desk.backups().create(_ -> {}, () -> false);
            }
        }
        assertThat(BackupFile.list(Backups.usual(home))).hasSize(10).first()
                .satisfies(backup -> assertThat(backup.made()).isEqualTo(NOW.plus(Duration.ofDays(11))));
        assertThat(BackupFile.list(folder.resolve("nowhere"))).isEmpty();
    }

    @Test
    void nobodyElseMayReadABackup() throws IOException {
        Assumptions.assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        try (Desk desk = TestDesk.open(home)) {
            Backup usual = desk.backups().create(_ -> {}, () -> false);
            Backup other = desk.backups().create(folder.resolve("o.kithbackup"), _ -> {}, () -> false);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Backups.usual(home))))
                    .isEqualTo("rwx------");
            assertThat(List.of(usual, other)).allSatisfy(backup -> assertThat(
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(backup.file())))
                    .isEqualTo("rw-------"));
        }
    }

    @Test
    void aDamagedBackupIsRefusedWithOneSentenceAndNothingIsLeft() throws IOException {
        Path file = folder.resolve("b.kithbackup");
        try (Desk desk = TestDesk.open(home)) {
            desk.backups().create(file, _ -> {}, () -> false);
        }
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(1);
        for (int i = 0; i < 60; i++) {
            byte[] damaged = i % 3 == 0 ? java.util.Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            if (i % 3 != 0) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
            }
            Path bad = Files.write(folder.resolve("bad" + i), damaged);
            Path into = folder.resolve("into" + i);
            try {
                BackupFile.restore(bad, into); // A byte that means nothing was changed, in a name of the zip's list.
                assertThat(Files.readAllBytes(into.resolve("mail").resolve("00000001.log")))
                        .isEqualTo(Files.readAllBytes(home.resolve("mail").resolve("00000001.log")));
            } catch (KithException e) {
                assertThat(e.problem()).as("%s", e).isIn(Problem.BACKUP_DAMAGED, Problem.DISK);
                assertThat(into.toFile().list()).satisfiesAnyOf(names -> assertThat(names).isNull(),
                        names -> assertThat(names).isEmpty());
            }
        }
    }

    @Test
    void whileMailComesInABackupIsOfOneMoment() throws Exception {
        try (Desk desk = TestDesk.open(home)) {
            Account account = desk.accounts().list().getFirst();
            Thread coming = Thread.ofPlatform().start(() -> {
                for (int i = 0; i < 40; i++) {
                    TestDesk.file(desk, account, List.of(("Subject: N" + i + "\r\n\r\nText\r\n")
                            .getBytes(StandardCharsets.US_ASCII)), NOW);
                    add(desk, "N" + i);
                }
            });
            List<Backup> made = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                made.add(desk.backups().create(folder.resolve("c" + i + Backups.ENDING), _ -> {}, () -> false));
            }
            coming.join();
            for (Backup backup : made) {
                assertThat(BackupFile.verify(backup.file(), TestDesk.options(home), _ -> {}).ok()).isTrue();
            }
        }
    }

    @Test
    void inAChosenFolderOnlyOwnBackupsGo() throws IOException {
        Path drive = Files.createDirectory(folder.resolve("drive"));
        Path others = Files.writeString(drive.resolve("kith-20200101-000000" + Backups.ENDING),
                "of another data folder");
        for (int day = 0; day < 12; day++) {
            try (Desk desk = at(NOW.plus(Duration.ofDays(day)))) {
                desk.backups().keep(new BackupPlan(BackupPlan.Every.DAILY, drive));
                desk.backups().create(_ -> {}, () -> false);
                assertThat(Backups.plan(home).isDue(desk.backups().last().orElseThrow(),
                        NOW.plus(Duration.ofDays(day + 1))))
                        .isTrue();
            }
        }
        assertThat(drive.toFile().list()).hasSize(11);
        assertThat(others).exists();
        assertThat(BackupFile.list(drive)).first().extracting(Backup::made).isEqualTo(NOW.plus(Duration.ofDays(11)));
    }

    @Test
    void whoBacksUpByHandIsNeverDue() {
        assertThat(BackupPlan.USUAL.isDue(null, NOW)).isFalse();
        BackupPlan weekly = new BackupPlan(BackupPlan.Every.WEEKLY, null);
        assertThat(weekly.isDue(null, NOW)).isTrue();
        assertThat(weekly.isDue(NOW, NOW.plus(Duration.ofDays(6)))).isFalse();
        assertThat(weekly.isDue(NOW, NOW.plus(Duration.ofDays(7)))).isTrue();
    }
}
