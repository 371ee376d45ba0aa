package app.kith.assist;

import app.kith.assist.FollowUp.Kind;
import app.kith.change.Actor;
import app.kith.change.Change;
import app.kith.change.Change.CardChange;
import app.kith.change.Change.EntryChange;
import app.kith.change.Change.TextChange;
import app.kith.change.Journal;
import app.kith.change.NextNumbers;
import app.kith.contact.Card;
import app.kith.contact.EmailAddress;
import app.kith.contact.Entry;
import app.kith.contact.Source;
import app.kith.contact.Value;
import app.kith.store.ChangesView;
import app.kith.store.DueView;
import app.kith.store.DueView.About;
import app.kith.store.DueView.Promised;
import app.kith.store.DueView.With;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the user does to what is to be followed up: all of it in the ledger, each act one change set that can be taken back. Blocks.
 *
 * <p>What is settled is a text under a key: {@code turn/<mail>} for an answer that is not wanted, {@code decision/promise/<mail>/<n>} for
 * a promise accepted or refused, {@code snooze/<id>} for a day before which something is not shown, {@code interval/<customer>} for the
 * days between two contacts.
 */
public final class FollowUps {
    private static final String DONE = "done";
    private static final String REFUSED = "refused";

    private final DueView due;
    private final ChangesView changes;
    private final Journal journal;
    private final Clock clock;

    /**
     * Makes the service.
     *
     * @param due what is due
     * @param changes how things stand
     * @param journal where acts are entered
     * @param clock what time it is, and where
     */
    public FollowUps(DueView due, ChangesView changes, Journal journal, Clock clock) {
        this.due = due;
        this.changes = changes;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Settles something: a task is done, an answer is not wanted any more, a customer need not be sought for another interval.
     *
     * @param id what
     * @return number of the change set; 0 where it was so already
     * @throws KithException NOT_FOUND, FOLLOW_UP_ACT where it can only be accepted or refused
     */
    public long done(String id) {
        Key key = Key.of(id);
        return switch (key.kind()) {
            case TASK -> {
                Entry task = task(key.number());
                yield task.state().equals(Entry.DONE)
                        ? 0
                        : enter("followup-done " + shortText(task),
                                _ -> List.of(new EntryChange(task.id(), task, task.in(Entry.DONE))));
            }
            case TURN, WAITING -> text("followup-settled", "turn/" + key.number(), DONE);
            case INTERVAL -> snooze(id, today().plusDays(Math.max(1, days(key.number()))));
            case PROMISE, MEETING, BIRTHDAY -> throw new KithException(Problem.FOLLOW_UP_ACT, id);
        };
    }

    /**
     * Puts something off. A task is due at another day, at the same time of the day; all else is not shown before that day.
     *
     * @param id what
     * @param until until which day
     * @return number of the change set; 0 where it was so already
     * @throws KithException NOT_FOUND
     */
    public long snooze(String id, LocalDate until) {
        Key key = Key.of(id);
        if (key.kind() != Kind.TASK) {
            return text("followup-snoozed", "snooze/" + id, until.toString());
        }
        Entry task = task(key.number());
        Instant before = task.until();
        LocalTime time = before == null ? LocalTime.MIDNIGHT : before.atZone(clock.getZone()).toLocalTime();
        Entry after = task.until(until.atTime(time).atZone(clock.getZone()).toInstant());
        return after.equals(task)
                ? 0
                : enter("followup-snoozed " + shortText(task), _ -> List.of(new EntryChange(task.id(), task, after)));
    }

    /**
     * Makes a task of a promise. Whoever is not a customer yet becomes one.
     *
     * @param id the promise
     * @return number of the change set
     * @throws KithException NOT_FOUND; FOLLOW_UP_ACT if it is no promise, or one that is decided
     */
    public long accept(String id) {
        Key key = Key.of(id);
        Promised promise = promise(key, id);
        return enter("promise-accepted " + promise.sentence(), free -> {
            List<Change> made = new ArrayList<>();
            long contact = customer(promise.with(), free, made);
            made.add(new EntryChange(free.entry(), null, task(promise, contact, free)));
            made.add(new TextChange("decision/" + id, "", "accepted " + free.entry()));
            return made;
        });
    }

    /**
     * Makes a task of a mail: to come back to it on a day. Whoever is not a customer yet becomes one.
     *
     * @param message number of the mail
     * @param day on which day
     * @return number of the change set
     * @throws KithException NOT_FOUND where there is no such mail, or nobody else has part in it
     */
    public long remind(long message, LocalDate day) {
        About about = due.about(message);
        if (about == null || about.with().contact() == 0 && about.with().email().isEmpty()) {
            throw new KithException(Problem.NOT_FOUND, "message " + message);
        }
        String title = about.subject().isBlank() ? about.with().name() : cut(about.subject(), 160);
        return enter("entry-added task " + title, free -> {
            List<Change> made = new ArrayList<>();
            long contact = customer(about.with(), free, made);
            Entry task = new Entry(free.entry(), contact, Entry.Kind.TASK, clock.instant(),
                    day.atStartOfDay(clock.getZone()).toInstant(), title, "", "", null, "", Entry.OPEN,
                    Entry.aboutMail(message));
            made.add(new EntryChange(free.entry(), null, task));
            return made;
        });
    }

    /** The customer, or the one whom the changes make. */
    private static long customer(With with, NextNumbers free, List<Change> made) {
        if (with.contact() != 0) {
            return with.contact();
        }
        made.add(new CardChange(free.card(), null, new Card(free.card(), free.contact(),
                new Source(Source.Kind.MAIL, ""), List.of(Value.email(EmailAddress.of(with.email()))))));
        return free.contact();
    }

    private Entry task(Promised promise, long contact, NextNumbers free) {
        Instant at = promise.at();
        Instant until = at == null ? promise.day().atStartOfDay(clock.getZone()).toInstant() : at;
        return new Entry(free.entry(), contact, Entry.Kind.TASK, promise.sentAt(), until, cut(promise.sentence(), 160),
                promise.subject(), "", null, "", Entry.OPEN,
                new Source(Source.Kind.MAIL, String.valueOf(promise.message())));
    }

    /**
     * Remembers that a promise is none, or needs no task.
     *
     * @param id the promise
     * @return number of the change set
     * @throws KithException NOT_FOUND; FOLLOW_UP_ACT if it is no promise, or one that is decided
     */
    public long refuse(String id) {
        Promised promise = promise(Key.of(id), id);
        return enter("promise-refused " + promise.sentence(),
                _ -> List.of(new TextChange("decision/" + id, "", REFUSED)));
    }

    /**
     * Says every how many days there is to be a contact with a customer.
     *
     * @param contact number of the customer
     * @param days how many days; 0 for whenever
     * @return number of the change set; 0 where it was so already
     */
    public long keepInTouch(long contact, int days) {
        String before = changes.text("interval/" + contact);
        boolean inherited = days == 0 && before.isEmpty() && days(contact) > 0;
        String after = days == 0 && !inherited ? "" : String.valueOf(days);
        return text("keep-in-touch", "interval/" + contact, after);
    }

    private int days(long contact) {
        return due.kept().stream().filter(one -> one.with().contact() == contact).mapToInt(DueView.Kept::days)
                .findFirst().orElse(0);
    }

    private Promised promise(Key key, String id) {
        if (key.kind() != Kind.PROMISE || !changes.text("decision/" + id).isEmpty()) {
            throw new KithException(Problem.FOLLOW_UP_ACT, id);
        }
        Promised promise = due.promise(key.number(), key.item());
        if (promise == null || promise.with().email().isEmpty()) {
            throw new KithException(Problem.NOT_FOUND, id);
        }
        return promise;
    }

    private Entry task(long number) {
        Entry entry = changes.entry(number);
        if (entry == null || entry.kind() != Entry.Kind.TASK) {
            throw new KithException(Problem.NOT_FOUND, "#" + number);
        }
        return entry;
    }

    private long text(String reason, String key, String after) {
        String before = changes.text(key);
        return before.equals(after) ? 0 : enter(reason, _ -> List.of(new TextChange(key, before, after)));
    }

    private long enter(String reason, Function<NextNumbers, List<Change>> changesMade) {
        return journal.enter(Actor.USER, cut(reason, 200), changesMade).orElse(0);
    }

    private LocalDate today() {
        return ZonedDateTime.now(clock).toLocalDate();
    }

    private static String shortText(Entry entry) {
        return cut((entry.title().isEmpty() ? entry.text() : entry.title()).strip().replaceAll("\\s+", " "), 80);
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest - 1) + "…" : text;
    }

    /** What an id names. */
    private record Key(Kind kind, long number, int item) {
        static Key of(String id) {
            String[] parts = id.split("/", -1);
            Kind kind = parts.length == 1 ? Kind.TASK : kind(parts[0]);
            int numbers = kind == Kind.PROMISE ? 2 : 1;
            int first = kind == Kind.TASK ? 0 : 1;
            if (kind == null || parts.length != first + numbers || !isNumber(parts[first])
                    || numbers == 2 && !isNumber(parts[2])) {
                throw new KithException(Problem.NOT_FOUND, id);
            }
            return new Key(kind, Long.parseLong(parts[first]), numbers == 2 ? Integer.parseInt(parts[2]) : 0);
        }

        private static boolean isNumber(String text) {
            return text.matches("[0-9]{1,9}");
        }

        private static @Nullable Kind kind(String name) {
            return switch (name) {
                case "turn" -> Kind.TURN;
                case "waiting" -> Kind.WAITING;
                case "promise" -> Kind.PROMISE;
                case "interval" -> Kind.INTERVAL;
                default -> null;
            };
        }
    }
}
