package app.kith.assist;

import app.kith.assist.FollowUp.Kind;
import app.kith.contact.Entry;
import app.kith.conversation.Turn.Side;
import app.kith.store.DueView;
import app.kith.store.DueView.Kept;
import app.kith.store.DueView.Open;
import app.kith.store.DueView.Owed;
import app.kith.store.DueView.Promised;
import app.kith.store.UserTextView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that is to be followed up now, from the store alone: it works without a network. Blocks. */
public final class Agenda {
    /** After how long a question without an answer is worth a reminder. */
    public static final Duration PATIENCE = Duration.ofDays(3);
    private static final Duration PROMISES = Duration.ofDays(60);
    private static final int PROMISED_BEFORE = 14;

    private final DueView due;
    private final UserTextView texts;
    private final Clock clock;

    /**
     * Makes the agenda.
     *
     * @param due what is due
     * @param texts what was put off
     * @param clock what time it is, and where
     */
    public Agenda(DueView due, UserTextView texts, Clock clock) {
        this.due = due;
        this.texts = texts;
        this.clock = clock;
    }

    /** {@return everything, put off or not excepted: tasks by day, then promises, answers owed, answers waited for, contacts to be made} */
    public List<FollowUp> all() {
        return Stream.of(tasks(), promises(), turns(), waiting(), intervals()).flatMap(List::stream).toList();
    }

    /** {@return all open tasks, the first due first, those without a day last} */
    public List<FollowUp> tasks() {
        return due.tasks().stream().map(this::task).toList();
    }

    private FollowUp task(Open open) {
        Entry entry = open.entry();
        Instant until = entry.until();
        boolean onTime = until != null && !until.atZone(zone()).toLocalTime().equals(LocalTime.MIDNIGHT);
        return new FollowUp(String.valueOf(entry.id()), Kind.TASK, open.with(), open.conversation(),
                open.conversation() == 0 ? 0 : entry.message(), entry.title(), entry.text(),
                null, until == null ? null : until.atZone(zone()).toLocalDate(), onTime ? until : null, open.theirs());
    }

    /** {@return promises found that the user has not decided about, the first due first} */
    public List<FollowUp> promises() {
        List<FollowUp> found = due.promises(today().minusDays(PROMISED_BEFORE), clock.instant().minus(PROMISES))
                .stream()
                .map(Agenda::promise).toList();
        return shown(found);
    }

    private static FollowUp promise(Promised one) {
        return new FollowUp("promise/" + one.message() + "/" + one.item(), Kind.PROMISE, one.with(),
                one.conversation(), one.message(), one.subject(), one.sentence(), one.sentAt(), one.day(), one.at(),
                !one.mine());
    }

    /** {@return answers that the user owes, the longest first} */
    public List<FollowUp> turns() {
        Instant now = clock.instant();
        return shown(due.turns(Side.MINE, now, now).stream().map(one -> turn(one, Kind.TURN)).toList());
    }

    /** {@return answers that the user has waited for longer than {@link #PATIENCE}, the longest first} */
    public List<FollowUp> waiting() {
        Instant now = clock.instant();
        return shown(due.turns(Side.THEIRS, now, now.minus(PATIENCE)).stream()
                .map(one -> turn(one, Kind.WAITING)).toList());
    }

    private static FollowUp turn(Owed one, Kind kind) {
        String id = (kind == Kind.TURN ? "turn/" : "waiting/") + one.message();
        return new FollowUp(id, kind, one.with(), one.conversation(), one.message(), one.subject(), one.preview(),
                one.since(), null, null, kind == Kind.WAITING);
    }

    /** {@return customers with whom there was no contact for longer than is wanted, the longest overdue first} */
    public List<FollowUp> intervals() {
        return shown(due.overdue(clock.instant()).stream().map(this::interval).toList());
    }

    private FollowUp interval(Kept one) {
        Instant last = one.last();
        LocalDate day = last == null ? null : last.atZone(zone()).toLocalDate().plusDays(one.days());
        return new FollowUp("interval/" + one.with().contact(), Kind.INTERVAL, one.with(), 0, 0,
                String.valueOf(one.days()), "", last, day, null, false);
    }

    /** Without what was put off to a later day. */
    private List<FollowUp> shown(List<FollowUp> found) {
        Map<String, String> snoozed = found.isEmpty() ? Map.of() : texts.all("snooze/");
        LocalDate today = today();
        List<FollowUp> shown = new ArrayList<>();
        for (FollowUp one : found) {
            LocalDate until = day(snoozed.get(one.id()));
            if (until == null || !until.isAfter(today)) {
                shown.add(one);
            }
        }
        return shown;
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    private ZoneId zone() {
        return clock.getZone();
    }
}
