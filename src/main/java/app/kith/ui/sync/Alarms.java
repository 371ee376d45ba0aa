package app.kith.ui.sync;

import app.kith.sync.Pass;
import app.kith.sync.Pass.Trouble;
import app.kith.sync.SyncReport.Status;
import app.kith.ui.sync.AccountSync.Activity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a user has to be told of who does not look at the window: each trouble once, and not again until it was well in
 * between. What went wrong in an earlier run of the program was told then.
 */
public final class Alarms {
    private static final Duration A_DAY = Duration.ofDays(1);
    /** Who opens a laptop after a weekend has not failed for a day; it is waited for this long whether it mends itself. */
    private static final Duration A_WHILE = Duration.ofMinutes(30);

    private final Map<Long, Known> accounts = new HashMap<>();
    private @Nullable Set<Long> letters;

    /** What there is to be told. */
    public enum Kind {
        /** The server does not let the account in; nobody but the user can help. */
        REFUSED,
        /** The server cannot be told from somebody on the way. */
        UNTRUSTED,
        /** Not everything was in step for a day. */
        DAY
    }

    /**
     * Something to tell.
     *
     * @param kind what
     * @param state of which account
     */
    public record Alarm(Kind kind, AccountSync state) {}

    /** What was told of an account, and since when it fails in this run. */
    private static final class Known {
        private final Set<Kind> told = EnumSet.noneOf(Kind.class);
        private @Nullable Instant failingSince;
    }

    /**
     * Looks how it stands.
     *
     * @param all each account
     * @param earlier what earlier passes did, by number of the account, newest first
     * @param now what time it is
     * @return what is to be told now
     */
    public List<Alarm> look(List<AccountSync> all, Map<Long, List<Pass>> earlier, Instant now) {
        List<Alarm> alarms = new ArrayList<>();
        for (AccountSync state : all) {
            long id = state.account().id();
            Known known = accounts.computeIfAbsent(id, _ -> before(earlier.getOrDefault(id, List.of()), state));
            look(state, known, now, alarms);
        }
        return alarms;
    }

    private static void look(AccountSync state, Known known, Instant now, List<Alarm> alarms) {
        if (state.activity() == Activity.WAITING) {
            known.told.clear();
            known.failingSince = null;
            return;
        }
        if (state.activity() == Activity.RUNNING || state.activity() == Activity.STOPPED) {
            return; // Nobody knows yet, or the user wanted it so.
        }
        if (state.activity() == Activity.TROUBLED) {
            known.told.remove(Kind.REFUSED);
            known.told.remove(Kind.UNTRUSTED);
        }
        Instant since = known.failingSince == null ? now : known.failingSince;
        known.failingSince = since;
        Kind kind = switch (state.activity()) {
            case REFUSED -> Kind.REFUSED;
            case UNTRUSTED -> Kind.UNTRUSTED;
            default -> Kind.DAY;
        };
        boolean due = kind != Kind.DAY || isForADay(state.lastGood() == null ? since : state.lastGood(), since, now);
        if (due && known.told.add(kind)) {
            alarms.add(new Alarm(kind, state));
        }
    }

    private static boolean isForADay(Instant good, Instant failingSince, Instant now) {
        return !now.isBefore(good.plus(A_DAY)) && !now.isBefore(failingSince.plus(A_WHILE));
    }

    /** What an earlier run of the program has told. */
    private static Known before(List<Pass> passes, AccountSync state) {
        Known known = new Known();
        Pass last = passes.isEmpty() ? null : passes.getFirst();
        if (last == null) {
            return known;
        }
        if (last.status() == Status.REFUSED) {
            known.told.add(Kind.REFUSED);
        }
        List<Trouble> troubles = last.troubles();
        if (!troubles.isEmpty() && troubles.getLast().failure().problem().isTrust()) {
            known.told.add(Kind.UNTRUSTED);
        }
        Instant good = state.lastGood();
        if (good != null && !last.allGood() && last.startedAt().isAfter(good.plus(A_DAY))) {
            known.told.add(Kind.DAY);
        }
        return known;
    }

    /**
     * Looks at the letters that a server would not take.
     *
     * @param refused their numbers
     * @return how many have come since the last look; none at the first
     */
    public int refusedLetters(Set<Long> refused) {
        Set<Long> before = letters;
        letters = Set.copyOf(refused);
        if (before == null) {
            return 0;
        }
        Set<Long> added = new HashSet<>(refused);
        added.removeAll(before);
        return added.size();
    }
}
