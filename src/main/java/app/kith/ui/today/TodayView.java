package app.kith.ui.today;

import app.kith.assist.FollowUp;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.ui.look.DayItems;
import app.kith.ui.today.Row.Done;
import app.kith.ui.today.Row.Head;
import app.kith.ui.today.Row.Item;
import app.kith.ui.today.Row.Look;
import app.kith.ui.today.Row.Section;
import app.kith.words.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The page of the day: Enter opens, D settles (of a promise a task is made), X refuses a promise, S puts off, R answers, J and K go
 * down and up.
 */
public final class TodayView extends BorderPane {
    /** The keys are named where there is room beside the title. */
    private static final double KEYS_FROM = 620;

    private final TodayModel model;
    private final Words words;
    private final Dates dates;
    private final Clock clock;
    private final Acts acts;
    private final ListView<Row> list = new ListView<>();
    private final Label day = Controls.label("", "muted");
    private final CellActs cells = new CellActs();
    private ObservableValue<List<Note>> notes = new SimpleObjectProperty<>(List.of());
    private boolean awaited;

    /**
     * Something quiet that needs a look, at the end of the page.
     *
     * @param text one sentence
     * @param icon its icon, one for each kind
     * @param open goes there
     */
    public record Note(String text, String icon, Runnable open) {}

    /**
     * What the page can ask of the window.
     *
     * @param open opens a mail or a customer
     * @param answer begins an answer to a mail, by its number
     * @param duplicates how many groups of possible duplicates wait
     * @param review goes to them
     * @param trouble what is wrong with the sync, in one sentence; empty for nothing
     * @param sync goes to the sync
     */
    public record Acts(Consumer<FollowUp> open, LongConsumer answer, ObservableValue<Integer> duplicates,
            Runnable review, ObservableValue<String> trouble, Runnable sync) {}

    /**
     * Makes the page.
     *
     * @param model what is to be done
     * @param words the language
     * @param dates writes dates
     * @param clock what time it is, and where
     * @param acts what it can ask of the window
     */
    public TodayView(TodayModel model, Words words, Dates dates, Clock clock, Acts acts) {
        this.model = model;
        this.words = words;
        this.dates = dates;
        this.clock = clock;
        this.acts = acts;
        getStyleClass().addAll("page", "today");
        Label keys = Controls.label(words.get("follow.keys"), "muted", "today-keys");
        HBox head = Controls.row(12, Controls.label(words.get("follow.today"), "page-title"), day, Controls.spring(),
                keys);
        head.getStyleClass().add("today-title");
        list.getStyleClass().addAll("row-list", "today-list");
        list.setAccessibleText(words.get("follow.today"));
        list.setCellFactory(_ -> new TodayCell(words, dates, model.today(), clock.instant(), cells));
        Node done = Controls.empty("fth-check-circle", words.get("follow.empty.title"),
                words.get("follow.empty.text"));
        done.getStyleClass().add("good");
        Controls.showWhen(done, model.loadedProperty().and(javafx.beans.binding.Bindings.isEmpty(list.getItems())));
        Controls.showWhen(keys, Controls.isWide(this, KEYS_FROM).flatMap(wide -> list.visibleProperty()
                .map(visible -> wide && visible)));
        Controls.showWhen(list, javafx.beans.binding.Bindings.isNotEmpty(list.getItems()));
        setTop(head);
        setCenter(new StackPane(list, done));
        model.rowsProperty().when(Controls.attached(this)).subscribe(_ -> show());
        model.loadedProperty().when(Controls.attached(this)).subscribe(_ -> show());
        acts.duplicates().when(Controls.attached(this)).subscribe(_ -> show());
        acts.trouble().when(Controls.attached(this)).subscribe(_ -> show());
        Controls.every(this, Duration.seconds(30), model::tick);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /**
     * Shows what needs a look beside.
     *
     * @param now what it is, as it changes
     */
    public void setNotes(ObservableValue<List<Note>> now) {
        notes = now;
        notes.when(Controls.attached(this)).subscribe(_ -> show());
    }

    /** Shows the rows; the one selected stays, or else the one that takes its place. */
    private void show() {
        day.setText(dates.day(clock.instant()));
        Row selected = list.getSelectionModel().getSelectedItem();
        int at = list.getSelectionModel().getSelectedIndex();
        List<Row> rows = rows();
        if (rows.equals(list.getItems())) {
            return;
        }
        // A note was selected for want of anything to do.
        boolean nothingElse = selected instanceof Look
                && list.getItems().stream().noneMatch(row -> row instanceof Head && row.section().isToday());
        list.getItems().setAll(rows);
        int same = -1;
        for (int i = 0; i < rows.size() && selected != null && !nothingElse; i++) {
            same = rows.get(i).key().equals(selected.key()) ? i : same;
        }
        int next = TodayCell.nearest(rows, same >= 0 ? same : Math.max(at, 0));
        if (next >= 0) {
            list.getSelectionModel().clearAndSelect(next);
        }
        beginLate();
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>(model.rowsProperty().get());
        if (!model.loadedProperty().get()) {
            return rows; // What needs a look stands last: were it there first, it would be what is selected.
        }
        List<Row> looks = new ArrayList<>();
        int groups = Objects.requireNonNullElse(acts.duplicates().getValue(), 0);
        if (groups > 0) {
            looks.add(new Look(words.count("follow.review", groups), "fth-git-merge", acts.review()));
        }
        String trouble = acts.trouble().getValue();
        if (trouble != null && !trouble.isEmpty()) {
            looks.add(new Look(trouble, "fth-alert-triangle", acts.sync()));
        }
        notes.getValue().forEach(note -> looks.add(new Look(note.text(), note.icon(), note.open())));
        if (!looks.isEmpty()) {
            rows.add(new Head(Section.SYSTEM, looks.size()));
            rows.addAll(looks);
        }
        if (!rows.isEmpty() && rows.stream().noneMatch(row -> row.section().isToday())) {
            rows.addFirst(new Done());
        }
        return rows;
    }

    /** Goes to the list, for the keys; as soon as there is anything in it. */
    public void begin() {
        awaited = !list.isVisible();
        Controls.begin(list);
    }

    private void beginLate() {
        if (awaited && isVisible() && list.isVisible()) {
            awaited = false;
            Controls.begin(list);
        }
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        Row row = list.getSelectionModel().getSelectedItem();
        boolean used = switch (event.getCode()) {
            case J, DOWN -> go(1);
            case K, UP -> go(-1);
            default -> row != null && act(event.getCode(), row);
        };
        if (used) {
            event.consume();
        }
    }

    private boolean act(KeyCode code, Row row) {
        FollowUp one = row instanceof Item item && item.followUp().canBeSettled() ? item.followUp() : null;
        switch (code) {
            case ENTER -> cells.open(row);
            case D, A -> apply(one, cells::done);
            case X -> apply(one, cells::refuse);
            case R -> apply(one, cells::answer);
            case S -> apply(one, what -> cells.later(what, null));
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void apply(@Nullable FollowUp one, Consumer<FollowUp> act) {
        if (one != null) {
            act.accept(one);
        }
    }

    private boolean go(int step) {
        List<Row> rows = list.getItems();
        int at = list.getSelectionModel().getSelectedIndex() + step;
        while (at >= 0 && at < rows.size() && !TodayCell.isSelectable(rows.get(at))) {
            at += step;
        }
        if (at >= 0 && at < rows.size()) {
            list.getSelectionModel().clearAndSelect(at);
            list.scrollTo(Math.max(0, at - 1));
        }
        return true;
    }

    /** What rows do, by button and by key. */
    private final class CellActs implements TodayCell.Acts {
        @Override
        public void open(Row row) {
            switch (row) {
                case Item item -> acts.open().accept(item.followUp());
                case Look look -> look.open().run();
                case Head _,Done _ -> {
                }
            }
        }

        @Override
        public void done(FollowUp one) {
            model.done(one);
        }

        @Override
        public void later(FollowUp one, @Nullable Node at) {
            ContextMenu menu = new ContextMenu();
            menu.getItems().setAll(DayItems.of(words, LocalDate.now(clock), menu::hide,
                    until -> model.snooze(one, until)));
            Node under = at == null ? selectedCell() : at;
            if (under.getScene() != null && under.getScene().getWindow() != null) {
                menu.show(under, Side.BOTTOM, at == null ? 60 : 0, 0);
            }
        }

        private Node selectedCell() {
            return list.lookupAll(".today-item").stream().filter(node -> node instanceof TodayCell cell
                    && cell.isSelected()).findFirst().orElse(list);
        }

        @Override
        public void answer(FollowUp one) {
            if (one.message() > 0) {
                acts.answer().accept(one.message());
            }
        }

        @Override
        public void refuse(FollowUp one) {
            if (one.kind() == FollowUp.Kind.PROMISE) {
                model.refuse(one);
            }
        }
    }

}
