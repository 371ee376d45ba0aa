package app.kith.sync;

import app.kith.sync.imap.Refusal;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * How long a server is left alone that could not be used: twice as long each time, and a little longer by chance, so that not all who
 * were turned away come again at once. A network may be there again any moment; a server that is busy wants more rest; a certificate
 * is put right by people.
 */
final class BackOff {
    /** By how much chance lengthens a pause at most. */
    private static final double JITTER = 0.25;

    private final DoubleSupplier chance;
    private Kind kind = Kind.AWAY;
    private int times;

    /** For what reason the server could not be used. */
    private enum Kind {
        AWAY(Duration.ofSeconds(20), Duration.ofMinutes(15)),
        BUSY(Duration.ofMinutes(1), Duration.ofMinutes(60)),
        UNTRUSTED(Duration.ofMinutes(30), Duration.ofHours(4));

        private final Duration first;
        private final Duration longest;

        Kind(Duration first, Duration longest) {
            this.first = first;
            this.longest = longest;
        }

        static Kind of(Optional<KithException> failure) {
            Problem problem = failure.map(KithException::problem).orElse(Problem.UNREACHABLE);
            return problem == Problem.SERVER_BUSY ? BUSY : problem.isTrust() ? UNTRUSTED : AWAY;
        }
    }

    /**
     * Makes one that has nothing to wait for yet.
     *
     * @param chance from 0 to below 1
     */
    BackOff(DoubleSupplier chance) {
        this.chance = chance;
    }

    /** The pause after another failure; not shorter than the server itself asked for, and an hour at most for that. */
    Duration next(Optional<KithException> failure) {
        Kind now = Kind.of(failure);
        times = now == kind ? times : 0;
        kind = now;
        Duration pause = shorter(now.first.multipliedBy(1L << Math.min(times++, 10)), now.longest);
        Duration wanted = shorter(failure.flatMap(Refusal::suggested).orElse(Duration.ZERO), Kind.BUSY.longest);
        Duration longer = pause.compareTo(wanted) < 0 ? wanted : pause;
        return longer.plusMillis((long) (longer.toMillis() * JITTER * chance.getAsDouble()));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** The server could be used again. */
    void reset() {
        times = 0;
    }
}
