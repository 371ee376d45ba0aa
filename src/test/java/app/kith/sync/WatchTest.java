package app.kith.sync;

import static java.util.Objects.requireNonNullElse;
import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.account.Schedule;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.support.HostileImap;
import app.kith.support.TestCertificates;
import app.kith.sync.SyncReport.Status;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When passes begin, on a clock that goes on only while somebody rests. */
class WatchTest {
    private static final Instant START = Instant.parse("2026-11-22T07:30:00Z");
    private static final Account ACCOUNT = new Account(1, "a@b.example", "", new Server("localhost", 9, Security.NONE),
            null, "a", null, null, null);

    private final StopSignal stop = new StopSignal();
    private final List<String> passes = new ArrayList<>();
    private final Deque<Status> outcomes = new ArrayDeque<>();
    private final Deque<KithException> failures = new ArrayDeque<>();
    private final List<Instant> announced = new ArrayList<>();
    private Instant now = START;
    private double chance;
    private Duration sleep = Duration.ZERO;

    private final Clock clock = clockOf(() -> now);

    private static Clock clockOf(Supplier<Instant> time) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Instant instant() {
                return time.get();
            }
        };
    }

    /** Follows the account until it has made so many passes, or does so no more. */
    private List<String> follow(String schedule, boolean paused, boolean atOnce, Instant last, int most) {
        Account account = ACCOUNT.with(Schedule.of(schedule).pausing(paused));
        new Watch(account, _ -> Optional.empty(), () -> pass(most), stop,
                report -> announced.add(requireNonNullElse(report.nextTry(), Instant.EPOCH)), new Nudge(),
                new Waiting(clock, (time, over) -> now = now.plus(over.getCount() == 0 ? Duration.ZERO : slept(time)),
                        () -> chance))
                .run(atOnce, last);
        return passes;
    }

    /** How long a rest takes on the wall clock: longer where the machine sleeps within it. */
    private Duration slept(Duration time) {
        Duration all = time.plus(sleep);
        sleep = Duration.ZERO;
        return all;
    }

    private SyncReport pass(int most) {
        passes.add(clock.instant().atZone(ZoneOffset.UTC).toLocalTime().toString());
        now = now.plusSeconds(60);
        if (passes.size() == most) {
            stop.request();
        }
        Status status = outcomes.isEmpty() ? Status.OK : outcomes.remove();
        List<KithException> errors = failures.isEmpty() ? List.of() : List.of(failures.remove());
        return new SyncReport("a@b.example", status, now, Duration.ZERO, List.of(), 0, errors);
    }

    @Test
    void everySoManyMinutesCountsFromTheEndOfTheLastPass() {
        assertThat(follow("every:15", false, false, Instant.EPOCH, 3)).containsExactly("07:30", "07:46", "08:02");
    }

    @Test
    void aPassOfAnEarlierRunOfTheProgramCounts() {
        assertThat(follow("every:15", false, false, START.minusSeconds(300), 1)).containsExactly("07:40");
    }

    @Test
    void setTimesAreKeptAndOneThatWasMissedIsMadeUpFor() {
        Instant yesterday = START.minus(Duration.ofHours(20));
        assertThat(follow("at:06:00,08:00,13:00", false, false, yesterday, 4)).containsExactly("07:30", "08:00",
                "13:00", "06:00");
    }

    @Test
    void aSetTimeThatWasKeptIsNotMadeUpFor() {
        assertThat(follow("at:06:00,08:00", false, false, START.minus(Duration.ofHours(1)), 1))
                .containsExactly("08:00");
    }

    @Test
    void byHandOnePassIsMadeWhenItIsWanted() {
        assertThat(follow("manual", false, false, Instant.EPOCH, 9)).isEmpty();
        assertThat(follow("manual", false, true, Instant.EPOCH, 9)).containsExactly("07:30");
    }

    @Test
    void aPausedAccountIsNotFollowed() {
        for (String schedule : List.of("push", "every:5", "at:08:00", "manual")) {
            assertThat(follow(schedule, true, false, Instant.EPOCH, 9)).as(schedule).isEmpty();
        }
    }

    @Test
    void aServerThatIsAwayIsTriedAgainLongerEachTimeAndARefusalEndsTheWatch() {
        outcomes.addAll(List.of(Status.UNREACHABLE, Status.UNREACHABLE, Status.OK, Status.REFUSED));
        assertThat(follow("every:15", false, false, Instant.EPOCH, 9)).containsExactly("07:30", "07:31:20", "07:33",
                "07:49");
    }

    @Test
    void byHandAServerThatIsAwayIsNotTriedAgain() {
        outcomes.add(Status.UNREACHABLE);
        assertThat(follow("manual", false, true, Instant.EPOCH, 9)).containsExactly("07:30");
    }

    /** Has a number of passes fail for the same reason. */
    private void fail(int times, Problem problem, Object... details) {
        for (int i = 0; i < times; i++) {
            outcomes.add(Status.UNREACHABLE);
            failures.add(new KithException(problem, details));
        }
    }

    private List<Long> pauses() {
        List<Long> pauses = new ArrayList<>();
        for (int i = 1; i < passes.size(); i++) {
            long seconds = Duration.between(LocalTime.parse(passes.get(i - 1)), LocalTime.parse(passes.get(i)))
                    .toSeconds() - 60; // So long a pass takes.
            pauses.add(Math.floorMod(seconds, 86_400L));
        }
        return pauses;
    }

    @Test
    void aBusyServerIsTriedAgainAfterMinutesAndTheReportSaysWhen() {
        fail(9, Problem.SERVER_BUSY, "imap.example", "NO [INUSE]");
        follow("push", false, false, Instant.EPOCH, 9);
        assertThat(pauses()).containsExactly(60L, 120L, 240L, 480L, 960L, 1920L, 3600L, 3600L);
        assertThat(announced.getFirst()).isEqualTo(START.plusSeconds(120));
    }

    @Test
    void whatExchangeAsksForIsWaitedOut() {
        fail(3, Problem.SERVER_BUSY, "imap.example",
                "NO Request is throttled. Suggested Backoff Time: 299962 milliseconds");
        follow("every:15", false, false, Instant.EPOCH, 3);
        assertThat(pauses()).allSatisfy(pause -> assertThat(pause).isBetween(299L, 300L));
    }

    @Test
    void aBadCertificateIsTriedAgainSeldom() {
        fail(6, Problem.TLS_EXPIRED, "imap.example", "2026-11-01");
        follow("push", false, false, Instant.EPOCH, 6);
        assertThat(pauses()).containsExactly(1800L, 3600L, 7200L, 14_400L, 14_400L);
    }

    @Test
    void chanceLengthensAPauseByAQuarterAtMost() {
        chance = 0.999;
        fail(2, Problem.SERVER_BUSY, "imap.example", "NO [LIMIT]");
        follow("push", false, false, Instant.EPOCH, 2);
        assertThat(pauses().getFirst()).isBetween(74L, 75L);
    }

    @Test
    void aMachineThatWakesUpTriesAtOnceAndBeginsWithShortPausesAgain() {
        fail(5, Problem.UNREACHABLE, "imap.example", "no route");
        sleep = Duration.ofHours(8);
        follow("push", false, false, Instant.EPOCH, 4);
        assertThat(pauses()).as("the first rest of 20 s is slept through").containsExactly(8 * 3600L + 15, 20L, 40L);
    }

    /** What slept along with the machine is dead as a rule: it is not waited for whether the server says so. */
    @Test
    void aConnectionThatWaitsForNewsIsNotTrustedAfterASleep(@TempDir Path folder) throws Exception {
        try (HostileImap server = new HostileImap(TestCertificates.make(folder), false)) {
            server.offer("IMAP4rev1 IDLE");
            Account waiting = new Account(1, "a@b.example", "", new Server("localhost", server.port(), Security.NONE),
                    null, "a", null, null, null);
            List<Instant> begun = new ArrayList<>();
            AtomicLong hours = new AtomicLong();
            Supplier<Instant> wall = () -> START.plus(Duration.ofHours(hours.get()));
            Waiting sleeper = new Waiting(clockOf(wall),
                    (_, _) -> hours.addAndGet(3), () -> 0);
            new Watch(waiting, _ -> Optional.of("secret"), () -> {
                begun.add(wall.get());
                if (begun.size() == 2) {
                    stop.request();
                }
                return new SyncReport("a@b.example", Status.OK, wall.get(), Duration.ZERO, List.of(), 0, List.of());
            }, stop, _ -> {}, new Nudge(), sleeper).run(true, Instant.EPOCH);
            assertThat(begun).containsExactly(START, START.plus(Duration.ofHours(3)));
        }
    }

    @Test
    void aSleepIsNoticedAndABusyMachineIsNoSleep() throws Exception {
        Waiting waiting = new Waiting(clock, (time, _) -> now = now.plus(slept(time)), () -> 0);
        CountDownLatch over = new CountDownLatch(1);
        assertThat(waiting.await(Duration.ofMinutes(10), over)).isFalse();
        assertThat(now).isEqualTo(START.plusSeconds(600));
        sleep = Duration.ofSeconds(30);
        assertThat(waiting.await(Duration.ofMinutes(10), over)).as("a little late").isFalse();
        sleep = Duration.ofMinutes(2);
        Instant before = now;
        assertThat(waiting.await(Duration.ofMinutes(10), over)).isTrue();
        assertThat(Duration.between(before, now)).isLessThan(Duration.ofMinutes(3));
        over.countDown();
        assertThat(waiting.await(Duration.ofMinutes(10), over)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"SERVER_BUSY, UNREACHABLE", "TLS_EXPIRED, UNREACHABLE", "TLS_UNTRUSTED, UNREACHABLE",
            "TIMEOUT, UNREACHABLE", "SIGN_IN_REFUSED, REFUSED", "SIGN_IN_EXPIRED, REFUSED", "SIGN_IN_WEB, REFUSED",
            "SECRET_MISSING, REFUSED", "SERVER_REFUSED, PARTIAL", "CANCELLED, PARTIAL"})
    void onlyWhatTheUserAloneCanMendEndsTheWatch(Problem problem, Status status) {
        assertThat(Status.of(problem)).isEqualTo(status);
    }

    @Test
    void whoMayNotSendMayReadAllTheSame() {
        SyncReport good = new SyncReport("a@b.example", Status.OK, START, Duration.ZERO, List.of(), 0, List.of());
        assertThat(good.with(sent(Problem.SIGN_IN_NOT_ALLOWED)).status()).isEqualTo(Status.PARTIAL);
        assertThat(good.with(sent(Problem.SIGN_IN_REFUSED)).status()).isEqualTo(Status.REFUSED);
        assertThat(good.with(sent(Problem.SERVER_BUSY)).status()).isEqualTo(Status.PARTIAL);
    }

    private static Sender.Sent sent(Problem problem) {
        return new Sender.Sent(0, List.of(new KithException(problem, "a@b.example", "NO")));
    }
}
