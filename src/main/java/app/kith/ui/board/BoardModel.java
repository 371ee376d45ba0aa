package app.kith.ui.board;

import app.kith.contact.Stage;
import app.kith.desk.Records.Entered;
import app.kith.desk.Segments;
import app.kith.desk.Stages;
import app.kith.store.CustomerList;
import app.kith.store.CustomerList.Listed;
import app.kith.store.CustomerList.Sort;
import app.kith.store.CustomerQuery;
import app.kith.store.StoreChange;
import app.kith.ui.customer.CustomersModel;
import app.kith.ui.list.Rows;
import app.kith.ui.record.RecordActs;
import app.kith.ui.work.Background;
import app.kith.ui.work.ChangeFeed;
import app.kith.ui.work.Refresh;
import app.kith.words.KithException;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/**
 * The board: those whom the list of customers shows, by the stages at which they stand, in the order of the list. It is read only while
 * it is shown. JavaFX thread only.
 */
public final class BoardModel {
    private static final long[] NOBODY = {};

    private final CustomerList customers;
    private final Stages stages;
    private final CustomersModel list;
    private final RecordActs acts;
    private final Background background;
    private final Clock clock;
    private final BooleanProperty on = new SimpleBooleanProperty(this, "on");
    private final BooleanProperty noneFolded = new SimpleBooleanProperty(this, "none folded", true);
    private final Map<String, Rows<Listed>> rows = new HashMap<>();
    private final ReadOnlyObjectWrapper<@Nullable List<Lane>> lanes = new ReadOnlyObjectWrapper<>(this, "lanes");
    private final ReadOnlyObjectWrapper<@Nullable KithException> failure = new ReadOnlyObjectWrapper<>(this,
            "failure");
    private final Refresh<Read> refresh;
    private boolean stale = true;

    /** What was read. */
    private record Read(List<Stage> stages, Map<String, long[]> numbers) {}

    /**
     * Makes the model; nothing is read before {@link #onProperty()} says that it is shown.
     *
     * @param customers the queries
     * @param stages the user's stages
     * @param list the list of customers: what it is sifted and ordered by holds for the board too, as does its selection
     * @param acts moves customers
     * @param background where work is done
     * @param feed tells what changed
     * @param clock what time it is, and where
     */
    public BoardModel(CustomerList customers, Stages stages, CustomersModel list, RecordActs acts,
            Background background, ChangeFeed feed, Clock clock) {
        this.customers = customers;
        this.stages = stages;
        this.list = list;
        this.acts = acts;
        this.background = background;
        this.clock = clock;
        this.refresh = new Refresh<>(background, "board", this::reading, this::show, failure::set);
        on.addListener((_, _, now) -> {
            if (now && stale) {
                read();
            }
        });
        list.queryProperty().addListener((_, _, _) -> read());
        list.filtersProperty().addListener((_, _, _) -> read());
        list.sortProperty().addListener((_, _, _) -> read());
        feed.listen(this::changed);
    }

    private void changed(StoreChange change) {
        rows.values().forEach(some -> some.changed(change.contacts()));
        boolean lists = !change.contacts().isEmpty() || change.folders().isEmpty();
        if (on.get() && lists) {
            refresh.request();
        } else {
            stale |= lists;
        }
    }

    /** Reads the board at once, for somebody who waits; or when it is shown next. */
    void read() {
        stale = !on.get();
        if (on.get()) {
            refresh.now();
        }
    }

    private Callable<Read> reading() {
        CustomerQuery wanted = Segments.read(list.queryProperty().get()).and(list.filtersProperty().get());
        Sort sort = list.sortProperty().get();
        stale = false;
        return () -> new Read(stages.all(), customers.byStage(wanted, sort, ZonedDateTime.now(clock)));
    }

    private void show(Read read) {
        List<Lane> now = new ArrayList<>();
        for (Stage stage : read.stages()) {
            now.add(new Lane(stage, rows(stage.key())));
        }
        now.add(new Lane(Stage.of(""), rows("")));
        now.forEach(lane -> lane.rows().show(read.numbers().getOrDefault(lane.stage().key(), NOBODY)));
        failure.set(null);
        if (!now.equals(lanes.get())) {
            // Where all stand at no stage yet, they are what the board begins with.
            if (now.stream().allMatch(lane -> lane.isNone() || lane.rows().sizeProperty().get() == 0)) {
                noneFolded.set(false);
            }
            lanes.set(List.copyOf(now));
        }
    }

    private Rows<Listed> rows(String key) {
        return rows.computeIfAbsent(key,
                one -> new Rows<>(background, "board-" + rows.size(), customers::rows, Listed::id));
    }

    /**
     * Moves a customer to the stage of a lane; it is told, with the way back.
     *
     * @param customer number of the customer
     * @param to the lane
     */
    void move(long customer, Lane to) {
        String name = name(customer);
        acts.enter(() -> new Entered(customer, 0, stages.put(customer, name, to.stage().name())));
    }

    /** The name of a customer who is on the board; empty where it is still to come. */
    String name(long customer) {
        return rows.values().stream().filter(some -> some.at(customer) >= 0).findFirst().map(some -> some.get(customer))
                .map(listed -> listed.row().name()).orElse("");
    }

    /** Makes the usual stages the user's own. */
    void adopt(List<Stage> usual) {
        acts.enter(() -> new Entered(0, 0, stages.adopt(usual)));
    }

    /** Sifts the list by the stage of a lane. */
    void sift(Lane lane) {
        String line = list.queryProperty().get().strip();
        list.queryProperty().set((line + " stage:\"" + lane.stage().name() + "\"").strip());
    }

    /** {@return whether the board is shown} */
    public BooleanProperty onProperty() {
        return on;
    }

    /** {@return whether the lane of those who stand at no stage is only a strip} */
    BooleanProperty noneFoldedProperty() {
        return noneFolded;
    }

    /** {@return the lanes from the left, the last that of customers at no stage; null until they have been read} */
    ReadOnlyObjectProperty<@Nullable List<Lane>> lanesProperty() {
        return lanes.getReadOnlyProperty();
    }

    /** {@return why the board cannot be read; null where it can} */
    ReadOnlyObjectProperty<@Nullable KithException> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** {@return number of the customer whose card is selected; null for none} */
    ObjectProperty<@Nullable Long> selectedProperty() {
        return list.selectedProperty();
    }
}
