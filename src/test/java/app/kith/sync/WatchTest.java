package app.kith.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.kith.account.Account;
import app.kith.account.Schedule;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.sync.SyncReport.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When passes begin, on a clock that goes on only while somebody rests. */
class WatchTest {
    private static final Instant START = Instant.parse("2026-11-22T07:30:00Z");
    private static final Account ACCOUNT = new Account(1, "a@b.example", "", new Server("localhost", 9, Security.NONE),
            null, "a", null, null, null);

    private final StopSignal stop = new StopSignal();
    private final List<String> passes = new ArrayList<>();
    private final Deque<Status> outcomes = new ArrayDeque<>();
    private Instant now = START;

    private final Clock clock = new Clock() {
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
            return now;
        }
    };

    /** Follows the account until it has made so many passes, or does so no more. */
    private List<String> follow(String schedule, boolean paused, boolean atOnce, Instant last, int most) {
        Account account = ACCOUNT.with(Schedule.of(schedule).pausing(paused));
        new Watch(account, _ -> Optional.empty(), () -> pass(most), stop, _ -> {}, new Nudge(),
                new Waiting(clock, (time, over) -> now = now.plus(over.getCount() == 0 ? Duration.ZERO : time)))
                .run(atOnce, last);
        return passes;
    }

    private SyncReport pass(int most) {
        passes.add(clock.instant().atZone(ZoneOffset.UTC).toLocalTime().toString());
        now = now.plusSeconds(60);
        if (passes.size() == most) {
            stop.request();
        }
        Status status = outcomes.isEmpty() ? Status.OK : outcomes.remove();
        return new SyncReport("a@b.example", status, now, Duration.ZERO, List.of(), 0, List.of());
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
}
