package app.kith.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.sync.Pass.Folder;
import app.kith.sync.Pass.Trouble;
import app.kith.sync.SyncReport.LeftOut;
import app.kith.sync.SyncReport.Status;
import app.kith.sync.SyncReport.Told;
import app.kith.words.KithException;
import app.kith.words.Problem;
import app.kith.words.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Reports of passes are kept, and never stand in the way. */
class PassBookTest {
    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

    private final Drawer drawer = new Drawer();

    @Test
    void whatAPassDidIsThereInTheNextRunOfTheProgram() {
        Pass pass = new Pass(1, "", START, Duration.ofMillis(1500), Status.PARTIAL,
                List.of(new Folder("收件箱", 12, 9, 3, 1, 2,
                        List.of(new Reason("too-large", "73400320", 3)), 4711)),
                2, 1, new Told(4, 3, 2, 1), List.of(new Trouble("SERVER_REFUSED", List.of("host", "NO"))));
        new PassBook(drawer).add(pass);
        assertThat(new PassBook(drawer).of(1)).containsExactly(pass);
        assertThat(new PassBook(drawer).of(2)).isEmpty();
    }

    @Test
    void theLastFiftyPassesOfEachAccountAreKeptNewestFirst() {
        PassBook history = new PassBook(drawer);
        history.add(pass(2, 0, Status.OK));
        for (int i = 0; i < PassBook.MOST + 7; i++) {
            history.add(pass(1, i, Status.OK));
        }
        List<Pass> kept = new PassBook(drawer).of(1);
        assertThat(kept).hasSize(PassBook.MOST);
        assertThat(kept.getFirst().startedAt()).isEqualTo(START.plusSeconds(60L * (PassBook.MOST + 6)));
        assertThat(kept.getLast().startedAt()).isEqualTo(START.plusSeconds(60L * 7));
        assertThat(new PassBook(drawer).of(2)).as("another account's pass is not pushed out").hasSize(1);
    }

    @Test
    void aDamagedFileIsSetAsideAndBegunAnew() {
        new PassBook(drawer).add(pass(1, 0, Status.OK));
        for (byte[] damaged : List.of("no gzip".getBytes(StandardCharsets.US_ASCII), new byte[0])) {
            drawer.content = damaged;
            drawer.aside = null;
            PassBook history = new PassBook(drawer);
            assertThat(history.of(1)).isEmpty();
            assertThat(drawer.aside).isEqualTo(damaged);
            history.add(pass(1, 1, Status.OK));
            assertThat(new PassBook(drawer).of(1)).hasSize(1);
        }
    }

    @Test
    void aFileThatCannotBeOpenedOrWrittenStopsNobody() {
        drawer.failure = Problem.VAULT_DAMAGED;
        PassBook history = new PassBook(drawer);
        assertThat(history.of(1)).isEmpty();
        drawer.failure = Problem.DISK;
        history.add(pass(1, 0, Status.OK));
        assertThat(history.of(1)).as("what could not be written is known in this run at least").hasSize(1);
    }

    @Test
    void theScheduleCountsWholePassesThatReachedTheServerAndWereNotStopped() {
        PassBook history = new PassBook(drawer);
        assertThat(history.last(1)).isEmpty();
        history.add(pass(1, 0, Status.OK));
        history.add(pass(1, 1, Status.UNREACHABLE));
        history.add(new Pass(1, "INBOX", START.plusSeconds(120), Duration.ofSeconds(1), Status.OK, List.of(), 0, 0,
                Told.NOTHING, List.of()));
        history.add(new Pass(1, "", START.plusSeconds(180), Duration.ofSeconds(1), Status.PARTIAL, List.of(), 0, 0,
                Told.NOTHING, List.of(new Trouble("CANCELLED", List.of()))));
        assertThat(history.last(1)).contains(START.plusSeconds(1));
        history.add(pass(1, 9, Status.PARTIAL));
        assertThat(history.last(1)).contains(START.plusSeconds(9 * 60 + 1));
    }

    @Test
    void whatIsForgottenIsInNoFile() {
        PassBook history = new PassBook(drawer);
        history.add(pass(1, 0, Status.OK));
        history.add(pass(2, 0, Status.OK));
        history.forget(1);
        assertThat(new PassBook(drawer).of(1)).isEmpty();
        assertThat(new PassBook(drawer).of(2)).hasSize(1);
    }

    @Test
    void reasonsAreCountedTogetherAndSaidInBothLanguages() {
        List<Reason> reasons = Reason
                .of(List.of(new LeftOut(1, "too-large 9000000"), new LeftOut(2, "too-large 73400320"),
                        new LeftOut(3, "sender shop.example"), new LeftOut(4, "before 2024-02-28"),
                        new LeftOut(5, "before 2024-02-29"), new LeftOut(6, "before 2023-12-31"),
                        new LeftOut(7, "new-rule 7")));
        assertThat(reasons).containsExactlyInAnyOrder(new Reason("before", "2024-02-29", 3),
                new Reason("too-large", "73400320", 2), new Reason("sender", "shop.example", 1),
                new Reason("new-rule", "7", 1));
        assertThat(reasons.getFirst().count()).isEqualTo(3);
        assertThat(Reason.sentence(reasons, Words.of(Locale.ENGLISH))).contains("3 mails from before", "29",
                "2 mails larger than allowed (the largest 70 MB)", "1 mail from shop.example", "1 mail (new-rule 7)");
        assertThat(Reason.sentence(reasons, Words.of(Locale.SIMPLIFIED_CHINESE))).contains("3 封早于", "2024年2月29日",
                "最大 70 MB", "1 封来自 shop.example");
    }

    @Test
    void aTroubleOfANewerProgramIsToldAllTheSame() {
        KithException known = new Trouble("TIMEOUT", List.of("mail.example:993")).failure();
        assertThat(known.problem()).isEqualTo(Problem.TIMEOUT);
        assertThat(known.details()).isEqualTo(List.of("mail.example:993"));
        assertThat(new Trouble("MOON_IN_THE_WAY", List.of()).failure().problem()).isEqualTo(Problem.INTERNAL);
    }

    @Test
    void olderPassesAreASumForEachDayForMoreThanTwelveMonths() {
        PassBook history = new PassBook(drawer, ZoneOffset.UTC);
        Instant end = START.plus(Duration.ofDays(500));
        int passes = 0;
        for (Instant at = START; at.isBefore(end); at = at.plus(Duration.ofHours(12))) {
            boolean bad = passes++ % 4 == 3;
            history.add(new Pass(1, "", at, Duration.ofSeconds(1), bad ? Status.UNREACHABLE : Status.OK,
                    List.of(new Folder("INBOX", 9, 9, 2, 1, 0, List.of(), 10)), 1, 0, Told.NOTHING,
                    bad ? List.of(new Trouble("TIMEOUT", List.of("mail.example:993"))) : List.of()));
        }
        history.add(pass(2, 0, Status.OK));
        PassBook again = new PassBook(drawer, ZoneOffset.UTC);
        assertThat(again.of(1)).as("the newest are whole").hasSize(PassBook.MOST);
        List<PassDay> days = again.days(1);
        assertThat(days).hasSize(PassBook.DAYS + 1).isSortedAccordingTo(Comparator.comparing(PassDay::day).reversed());
        assertThat(days).as("whether folded or whole").allSatisfy(day -> {
            assertThat(day.count()).isEqualTo(2);
            assertThat(day.fetched()).isEqualTo(4);
            assertThat(day.flagsChanged()).isEqualTo(2);
            assertThat(day.contactsProposed()).isEqualTo(2);
        });
        assertThat(days.stream().mapToInt(day -> day.count(Status.UNREACHABLE)).sum()).isBetween(200, 201);
        assertThat(days.stream().flatMap(day -> day.troubles().stream()).mapToInt(PassDay.Times::times).sum())
                .isBetween(200, 201);
        assertThat(again.days(2)).singleElement().satisfies(day -> assertThat(day.count()).isEqualTo(1));
        assertThat(drawer.content).isNotNull().hasSizeLessThan(64 << 10);
        again.forget(1);
        assertThat(new PassBook(drawer).days(1)).isEmpty();
        assertThat(new PassBook(drawer).days(2)).hasSize(1);
    }

    @Test
    void aServerThatSaysSomethingElseEachTimeDoesNotFillTheBook() {
        PassBook history = new PassBook(drawer, ZoneOffset.UTC);
        for (int i = 0; i < 300; i++) {
            history.add(new Pass(1, "", START.plusSeconds(i), Duration.ofSeconds(1), Status.PARTIAL, List.of(), 0, 0,
                    Told.NOTHING, List.of(new Trouble("SERVER_REFUSED", List.of("host", "NO " + i)))));
        }
        PassDay day = new PassBook(drawer, ZoneOffset.UTC).days(1).getFirst();
        assertThat(day.troubles()).hasSizeLessThanOrEqualTo(40);
        assertThat(day.troubles().stream().mapToInt(PassDay.Times::times).sum()).isEqualTo(300);
    }

    @Test
    void aBookOfAnOlderProgramIsRead() {
        new PassBook(drawer).add(pass(1, 0, Status.OK));
        drawer.content = packed("{\"format\":1,\"passes\":[]}");
        assertThat(new PassBook(drawer).days(1)).isEmpty();
        assertThat(drawer.aside).isNull();
    }

    private static byte[] packed(String json) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Pass pass(long account, int minute, Status status) {
        return new Pass(account, "", START.plusSeconds(60L * minute), Duration.ofSeconds(1), status,
                new ArrayList<>(), 0, 0, Told.NOTHING, List.of());
    }

    /** Keeps the content in memory. */
    private static final class Drawer implements PassBook.Place {
        private byte @Nullable [] content;
        private byte @Nullable [] aside;
        private @Nullable Problem failure;

        @Override
        public Optional<byte[]> read() {
            check();
            return Optional.ofNullable(content);
        }

        @Override
        public void write(byte[] now) {
            check();
            content = now;
        }

        @Override
        public void setAside() {
            aside = content;
            content = null;
        }

        private void check() {
            if (failure != null) {
                throw new KithException(failure, "reports.sealed", "test");
            }
        }
    }
}
