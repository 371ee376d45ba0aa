package app.kith.ui.start;

import static java.util.Objects.requireNonNull;

import app.kith.account.Account;
import app.kith.account.Schedule;
import app.kith.account.Schedule.Kind;
import app.kith.account.Scope;
import app.kith.change.FolderRole;
import app.kith.store.SyncView.FolderRow;
import app.kith.sync.OfferedFolder;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Which mail of a mailbox is fetched, and when, while it is being described. JavaFX thread only. */
public final class FetchModel {
    private final Scope before;
    private final boolean paused;
    private final ObjectProperty<@Nullable LocalDate> since = new SimpleObjectProperty<>(this, "since");
    private final BooleanProperty headersOnly = new SimpleBooleanProperty(this, "headersOnly");
    private final BooleanProperty knownOnly = new SimpleBooleanProperty(this, "knownOnly");
    private final ObjectProperty<Long> largest = new SimpleObjectProperty<>(this, "largest");
    private final StringProperty excluded = new SimpleStringProperty(this, "excluded");
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(this, "kind");
    private final ObjectProperty<Integer> minutes = new SimpleObjectProperty<>(this, "minutes", 15);
    private final StringProperty times = new SimpleStringProperty(this, "times", "08:00, 13:00");
    private final Map<DayOfWeek, BooleanProperty> days = new EnumMap<>(DayOfWeek.class);
    private final ObservableList<FolderChoice> folders = FXCollections.observableArrayList();

    FetchModel(Scope scope, Schedule schedule) {
        before = scope;
        paused = schedule.paused();
        since.set(scope.since());
        largest.set(scope.largest());
        headersOnly.set(scope.headersOnly());
        knownOnly.set(scope.knownOnly());
        excluded.set(String.join("\n", scope.excluded()));
        kind.set(schedule.kind());
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day, new SimpleBooleanProperty(schedule.days().isEmpty() || schedule.days().contains(day)));
        }
        if (schedule.kind() == Kind.EVERY) {
            minutes.set(schedule.minutes());
        }
        if (schedule.kind() == Kind.AT) {
            times.set(schedule.times().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
    }

    /** Names the folders that the server has. */
    void list(List<FolderRow> rows) {
        folders.setAll(rows.stream().map(this::choice).toList());
    }

    /** Names the folders that a server offers of which nothing is fetched yet; those that few want are not proposed. */
    void offer(List<OfferedFolder> offered) {
        List<FolderChoice> former = List.copyOf(folders);
        folders.setAll(offered.stream().map(each -> former.stream().filter(one -> one.path().equals(each.path()))
                .findFirst().orElseGet(() -> new FolderChoice(each.path(), each.role() == FolderRole.SHARED,
                        new SimpleBooleanProperty(each.usual()), each.messages())))
                .toList());
    }

    private FolderChoice choice(FolderRow row) {
        String path = row.key().path();
        boolean shared = row.role() == FolderRole.SHARED;
        return new FolderChoice(path, shared,
                shared ? before.shared().contains(path) : !before.leftOut().contains(path));
    }

    /**
     * Puts what was chosen into an account.
     *
     * @throws KithException TIME_INVALID, ADDRESS_INVALID
     */
    Account over(Account account) {
        List<String> leftOut = unlisted(before.leftOut());
        List<String> shared = unlisted(before.shared());
        folders.stream().filter(folder -> !folder.shared() && !folder.fetched().get()).map(FolderChoice::path)
                .forEach(leftOut::add);
        folders.stream().filter(folder -> folder.shared() && folder.fetched().get()).map(FolderChoice::path)
                .forEach(shared::add);
        return account.with(new Scope(leftOut, since.get(), largest.get(), senders(), shared, headersOnly.get(),
                knownOnly.get()))
                .with(schedule());
    }

    /** What was chosen of folders that the server did not have at the last pass stays as it is. */
    private List<String> unlisted(List<String> chosen) {
        List<String> known = folders.stream().map(FolderChoice::path).toList();
        return chosen.stream().filter(path -> !known.contains(path)).collect(Collectors.toList());
    }

    private List<String> senders() {
        List<String> senders = excluded.get().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        senders.stream().filter(sender -> !sender.contains(".") && !sender.contains("@") || sender.contains(" "))
                .findFirst().ifPresent(wrong -> {
                    throw new KithException(Problem.ADDRESS_INVALID, wrong);
                });
        return senders;
    }

    private Schedule schedule() {
        try {
            Schedule wanted = switch (kind.get()) {
                case PUSH -> Schedule.PUSH;
                case MANUAL -> Schedule.MANUAL;
                case EVERY -> new Schedule(Kind.EVERY, minutes.get(), List.of(), false);
                case AT -> new Schedule(Kind.AT, 0,
                        Schedule.of("at:" + times.get().strip().replaceAll("[\\s,;，、；]+", ",").replace('：', ':'))
                                .times(),
                        false, chosenDays());
            };
            return wanted.pausing(paused);
        } catch (IllegalArgumentException e) {
            throw new KithException(e, Problem.TIME_INVALID, times.get());
        }
    }

    /** None chosen is every day, as all of them are. */
    private List<DayOfWeek> chosenDays() {
        return days.entrySet().stream().filter(each -> each.getValue().get()).map(Map.Entry::getKey).toList();
    }

    /**
     * Whether mail is fetched on a day of the week, where it is fetched at set times.
     *
     * @param day the day
     * @return what can be changed
     */
    public BooleanProperty dayProperty(DayOfWeek day) {
        return requireNonNull(days.get(day));
    }

    /** {@return the day from which on mail is fetched; null for all} */
    public ObjectProperty<@Nullable LocalDate> sinceProperty() {
        return since;
    }

    /** {@return bytes above which a mail is not fetched} */
    public ObjectProperty<Long> largestProperty() {
        return largest;
    }

    /** {@return whether only mail of known people is fetched} */
    public BooleanProperty knownOnlyProperty() {
        return knownOnly;
    }

    /** {@return whether only headers are fetched, and the rest when a mail is opened} */
    public BooleanProperty headersOnlyProperty() {
        return headersOnly;
    }

    /** {@return addresses and domains whose mail is not fetched, one a line} */
    public StringProperty excludedProperty() {
        return excluded;
    }

    /** {@return in what manner mail is fetched} */
    public ObjectProperty<Kind> kindProperty() {
        return kind;
    }

    /** {@return minutes from one pass to the next} */
    public ObjectProperty<Integer> minutesProperty() {
        return minutes;
    }

    /** {@return times of the day, as the user writes them} */
    public StringProperty timesProperty() {
        return times;
    }

    /** {@return the folders of the server; empty while they are not known} */
    public ObservableList<FolderChoice> folders() {
        return folders;
    }

    /**
     * A folder that may be fetched or not.
     *
     * @param path its full name
     * @param shared whether it is a folder of other people
     * @param fetched whether it is
     * @param messages how many messages it has on the server; −1 where nobody says
     */
    public record FolderChoice(String path, boolean shared, BooleanProperty fetched, long messages) {
        FolderChoice(String path, boolean shared, boolean fetched) {
            this(path, shared, new SimpleBooleanProperty(fetched), -1);
        }
    }
}
