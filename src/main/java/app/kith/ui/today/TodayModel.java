package app.kith.ui.today;

import app.kith.assist.Agenda;
import app.kith.assist.Ahead;
import app.kith.assist.FollowUp;
import app.kith.assist.FollowUps;
import app.kith.desk.Records.Entered;
import app.kith.ui.record.RecordActs;
import app.kith.ui.today.Row.Head;
import app.kith.ui.today.Row.Item;
import app.kith.ui.today.Row.Section;
import app.kith.ui.work.Background;
import app.kith.ui.work.ChangeFeed;
import app.kith.ui.work.Refresh;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What is to be done today. JavaFX thread only; all is read and done off it. */
public final class TodayModel {
    /** How far it is looked ahead, today among the days. */
    private static final int DAYS = 8;
    private static final Comparator<FollowUp> BY_TIME = Comparator
            .comparing(FollowUp::day, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(FollowUp::at, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final Agenda agenda;
    private final Ahead ahead;
    private final FollowUps followUps;
    private final RecordActs acts;
    private final Clock clock;
    private final Instant begun;
    private final Refresh<List<Row>> refresh;
    private final ReadOnlyObjectWrapper<List<Row>> rows = new ReadOnlyObjectWrapper<>(this, "rows", List.of());
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(this, "count");
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper(this, "loaded");
    private final Set<String> reminded = new HashSet<>();
    private Consumer<FollowUp> remind = _ -> {};

    /**
     * Makes the model and begins to read.
     *
     * @param agenda what is to be followed up
     * @param ahead what lies ahead
     * @param followUps what can be done about it
     * @param acts tells what was done, and takes it back
     * @param background where work is done
     * @param feed tells what changed
     * @param clock what time it is, and where
     */
    public TodayModel(Agenda agenda, Ahead ahead, FollowUps followUps, RecordActs acts, Background background,
            ChangeFeed feed,
            Clock clock) {
        this.agenda = agenda;
        this.ahead = ahead;
        this.followUps = followUps;
        this.acts = acts;
        this.clock = clock;
        this.begun = clock.instant();
        this.refresh = new Refresh<>(background, "today", this::read, this::show);
        feed.listen(_ -> refresh.request());
        refresh.now();
    }

    private Callable<List<Row>> read() {
        return () -> {
            LocalDate today = LocalDate.now(clock);
            List<FollowUp> tasks = agenda.tasks();
            List<Row> now = new ArrayList<>();
            put(now, Section.OVERDUE, tasks, one -> isDue(one, today) && isOverdue(one, today));
            put(now, Section.DUE, tasks, one -> isDue(one, today) && !isOverdue(one, today));
            List<FollowUp> days = Stream.of(ahead.meetings(DAYS), ahead.birthdays(DAYS)).flatMap(List::stream).toList();
            put(now, Section.DAY, days, one -> today.equals(one.day()));
            put(now, Section.TURN, agenda.turns(), _ -> true);
            put(now, Section.WAITING, agenda.waiting(), _ -> true);
            put(now, Section.INTERVAL, agenda.intervals(), _ -> true);
            put(now, Section.PROMISE, agenda.promises(), _ -> true);
            put(now, Section.AHEAD, Stream.of(tasks, days).flatMap(List::stream).sorted(BY_TIME).toList(),
                    one -> isAhead(one, today));
            put(now, Section.LATER, tasks, one -> !isDue(one, today) && !isAhead(one, today));
            return now;
        };
    }

    private static boolean isDue(FollowUp one, LocalDate today) {
        LocalDate day = one.day();
        return day != null && !day.isAfter(today);
    }

    private static boolean isAhead(FollowUp one, LocalDate today) {
        LocalDate day = one.day();
        return day != null && day.isAfter(today) && day.isBefore(today.plusDays(DAYS));
    }

    private static boolean isOverdue(FollowUp one, LocalDate today) {
        LocalDate day = one.day();
        return day != null && day.isBefore(today);
    }

    private static void put(List<Row> rows, Section section, List<FollowUp> all, Predicate<FollowUp> wanted) {
        List<FollowUp> inside = all.stream().filter(wanted).toList();
        if (!inside.isEmpty()) {
            rows.add(new Head(section, inside.size()));
            inside.forEach(one -> rows.add(new Item(section, one)));
        }
    }

    private void show(List<Row> now) {
        rows.set(now);
        count.set((int) now.stream().filter(row -> row instanceof Item && row.section().counts()).count());
        loaded.set(true);
        remind(now);
    }

    /** Looks again, since time has passed. */
    public void tick() {
        refresh.request();
    }

    /** Each reminder is given once while the program runs; those that came before it began stand in the list anyway. */
    private void remind(List<Row> now) {
        Instant time = clock.instant();
        for (Row row : now) {
            if (row instanceof Item item) {
                Instant at = item.followUp().at();
                if (row.section().counts() && at != null && !at.isAfter(time) && at.isAfter(begun)
                        && reminded.add(item.key() + at)) {
                    remind.accept(item.followUp());
                }
            }
        }
    }

    /**
     * Says who is told when the time of a task has come.
     *
     * @param told takes the task
     */
    public void setOnReminder(Consumer<FollowUp> told) {
        remind = told;
    }

    /** {@return the rows, section after section; a section without rows is not there} */
    ReadOnlyObjectProperty<List<Row>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** {@return how many things are to be done: overdue, due, answers owed, contacts to be made} */
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** {@return whether the agenda has been read at least once} */
    ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /** {@return what day it is} */
    LocalDate today() {
        return LocalDate.now(clock);
    }

    /**
     * Settles something; of a promise a task is made.
     *
     * @param one what
     */
    void done(FollowUp one) {
        enter(one, () -> one.kind() == FollowUp.Kind.PROMISE ? followUps.accept(one.id()) : followUps.done(one.id()));
    }

    /**
     * Puts something off.
     *
     * @param one what
     * @param until until which day
     */
    void snooze(FollowUp one, LocalDate until) {
        enter(one, () -> followUps.snooze(one.id(), until));
    }

    /**
     * Refuses a promise.
     *
     * @param one the promise
     */
    void refuse(FollowUp one) {
        enter(one, () -> followUps.refuse(one.id()));
    }

    /**
     * Says that a conversation wants no answer.
     *
     * @param message number of the mail that seems to want one
     */
    public void settle(long message) {
        acts.enter(() -> new Entered(0, 0, followUps.done("turn/" + message)));
    }

    /**
     * Makes a task of a mail.
     *
     * @param message number of the mail
     * @param day on which day it is to be seen again
     */
    public void remind(long message, LocalDate day) {
        acts.enter(() -> new Entered(0, 0, followUps.remind(message, day)));
    }

    /**
     * Says every how many days there is to be a contact.
     *
     * @param contact number of the customer
     * @param days how many days; 0 for whenever
     */
    public void keepInTouch(long contact, int days) {
        acts.enter(() -> new Entered(contact, 0, followUps.keepInTouch(contact, days)));
    }

    /**
     * Marks a task as done.
     *
     * @param task its number
     */
    public void taskDone(long task) {
        acts.enter(() -> new Entered(0, task, followUps.done(String.valueOf(task))));
    }

    private void enter(FollowUp one, Callable<Long> act) {
        acts.enter(() -> new Entered(one.with().contact(), 0, act.call()));
    }

    /** {@return the thing that a key stands for; null where it is not there any more} */
    @Nullable
    Row find(String key) {
        return rows.get().stream().filter(row -> row.key().equals(key)).findFirst().orElse(null);
    }
}
