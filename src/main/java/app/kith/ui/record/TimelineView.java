package app.kith.ui.record;

import app.kith.contact.Entry;
import app.kith.contact.Entry.Kind;
import app.kith.store.Timeline.Item;
import app.kith.store.Timeline.Logged;
import app.kith.store.Timeline.Meeting;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.words.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The timeline of a customer: one list by day, chips that sift it, and the ways to write something down. */
public final class TimelineView extends VBox {
    private static final List<Kind> AT_HAND = List.of(Kind.CALL, Kind.MEETING, Kind.NOTE, Kind.TASK);
    private static final List<Kind> RECORDS = List.of(Kind.QUOTATION, Kind.ORDER, Kind.CONTRACT, Kind.CASE);

    private final TimelineModel model;
    private final RecordActs acts;
    private final Words words;
    private final Clock clock;
    private final EntryFiles files;
    private final VBox form = Controls.column(0);
    private final FlowPane chips = new FlowPane(8, 4);
    private final VBox head = Controls.column(8);
    private ObservableValue<@Nullable Long> whose;
    private @Nullable EntryForm written;
    /** Number of the entry that is to be shown as soon as it is there; 0 for none. */
    private long sought;
    /** Index of the line that is to be at the top of the list after the next layout; -1 for none. */
    private int reveal = -1;
    private final ListView<TimelineCell.Row> list = new ListView<>();

    /**
     * Opens what stands on a timeline.
     *
     * @param conversation opens a conversation
     * @param mail opens the conversation of a mail, by the mail's number
     */
    public record Opening(LongConsumer conversation, LongConsumer mail) {}

    /**
     * Makes the view.
     *
     * @param model the timeline
     * @param acts what can be done
     * @param words the language
     * @param dates writes dates
     * @param clock what time it is, and where
     * @param files takes files from the disk, and opens them
     * @param open opens what stands on it
     */
    public TimelineView(TimelineModel model, RecordActs acts, Words words, Dates dates, Clock clock,
            EntryFiles files, Opening open) {
        this.model = model;
        this.whose = model.idProperty();
        this.acts = acts;
        this.words = words;
        this.clock = clock;
        this.files = files;
        getStyleClass().add("timeline");
        list.getStyleClass().add("row-list");
        list.setAccessibleText(words.get("record.timeline"));
        TimelineCell.Acts cellActs = new TimelineCell.Acts(open.conversation(), this::edit, acts::remove, this::turn,
                acts::undo, files::open, open.mail(), this::minutes);
        list.setCellFactory(_ -> new TimelineCell(cellActs, model::who, words, dates, clock));
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            TimelineCell.Row row = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && row != null) {
                cellActs.open(row);
                event.consume();
            }
        });
        Node nothing = Controls.empty("fth-activity", words.get("record.timeline.nothing"),
                words.get("record.timeline.nothing-text"));
        StackPane body = new StackPane(list, nothing);
        setVgrow(body, Priority.ALWAYS);
        Controls.showWhen(nothing, model.itemsProperty().map(List::isEmpty));
        model.itemsProperty().when(Controls.attached(this)).subscribe(this::show);
        model.idProperty().when(Controls.attached(this)).subscribe(_ -> {
            sought = 0;
            end();
        });
        form.getStyleClass().add("entry-place");
        takeDroppedFiles();
        getChildren().addAll(bar(), form, body);
    }

    /** A file that is dropped here is kept with what is being written, or with a new note. */
    private void takeDroppedFiles() {
        setOnDragOver(event -> {
            if (event.getDragboard().hasFiles() && whose.getValue() != null) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        setOnDragDropped(event -> {
            if (event.getDragboard().hasFiles()) {
                add(event.getDragboard().getFiles().stream().map(java.io.File::toPath).toList());
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    /**
     * Keeps files with what is being written down, or with a new note.
     *
     * @param paths the files
     */
    public void add(List<Path> paths) {
        if (written == null) {
            write(Kind.NOTE);
        }
        EntryForm fields = written;
        if (fields != null) {
            fields.add(paths);
        }
    }

    private Node bar() {
        FlowPane bar = new FlowPane(4, 4);
        for (Kind kind : AT_HAND) {
            Button button = Controls.button(name(kind), () -> write(kind), "flat");
            button.setGraphic(Controls.icon(EntryLook.icon(kind)));
            bar.getChildren().add(button);
        }
        MenuButton more = new MenuButton(words.get("record.record"));
        more.getStyleClass().addAll("flat");
        more.setGraphic(Controls.icon("fth-file-text"));
        for (Kind kind : RECORDS) {
            MenuItem item = new MenuItem(name(kind));
            item.setOnAction(_ -> write(kind));
            more.getItems().add(item);
        }
        bar.getChildren().add(more);
        head.getChildren().setAll(bar, chips);
        head.getStyleClass().add("timeline-head");
        return head;
    }

    /**
     * Says about whom is written down what is written down here, where that is not simply whose timeline it is.
     *
     * @param contact number of the customer; null for nobody yet
     * @param choice where that is chosen; stands above the ways to write
     */
    public void setWhose(ObservableValue<@Nullable Long> contact, Node choice) {
        whose = contact;
        head.getChildren().addFirst(choice);
    }

    private String name(Kind kind) {
        return words.get("record.kind." + kind.name().toLowerCase(Locale.ROOT));
    }

    /**
     * Begins to write an activity or a record down.
     *
     * @param kind what
     */
    public void write(Kind kind) {
        Long contact = whose.getValue();
        if (contact != null) {
            edit(EntryForm.fresh(contact, kind, clock), entry -> acts.keep(entry.of(
                    Objects.requireNonNullElse(whose.getValue(), contact))));
        }
    }

    /** Begins to write down what was said in a meeting that came by mail; what the invitation says stands there already. */
    private void minutes(Meeting meeting) {
        Long contact = meeting.with().size() == 1 ? meeting.with().getFirst() : whose.getValue();
        if (contact != null) {
            edit(new Entry(0, contact, Kind.MEETING, meeting.at(), meeting.allDay() ? null : meeting.until(),
                    meeting.summary(), meeting.location(), "", null, "", "", Entry.aboutMail(meeting.message())));
        }
    }

    private void edit(Entry entry) {
        edit(entry, acts::keep);
    }

    private void edit(Entry entry, Consumer<Entry> keep) {
        EntryForm fields = new EntryForm(entry, words, clock, files, keep, this::end);
        written = fields;
        form.getChildren().setAll(fields);
        fields.begin();
    }

    private void end() {
        if (!form.getChildren().isEmpty()) {
            form.getChildren().clear();
            written = null;
            list.requestFocus();
        }
    }

    private void turn(Entry task) {
        acts.keep(task.in(task.state().equals(Entry.DONE) ? Entry.OPEN : Entry.DONE));
    }

    private void show(List<Item> items) {
        List<TimelineCell.Row> rows = new ArrayList<>();
        LocalDate day = null;
        for (Item item : items) {
            LocalDate its = item.at().atZone(clock.getZone()).toLocalDate();
            if (!its.equals(day)) {
                rows.add(new TimelineCell.Row(its, null));
                day = its;
            }
            rows.add(new TimelineCell.Row(its, item));
        }
        TimelineCell.Row chosen = list.getSelectionModel().getSelectedItem();
        list.getItems().setAll(rows);
        if (chosen != null && rows.contains(chosen)) {
            list.getSelectionModel().select(chosen);
        }
        chips(model.counts());
        seek();
    }

    /**
     * Goes to something that was written down about the customer who is shown, as soon as the timeline is read.
     *
     * @param entry number of the activity or record
     */
    public void seek(long entry) {
        sought = entry;
        model.filterProperty().set(TimelineFilter.ALL);
        seek();
    }

    /** Lines are of unlike heights: where one stands is known when those before it have been laid out once. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (reveal >= 0 && list.getHeight() > 0) {
            int at = reveal;
            reveal = -1;
            list.layout();
            list.scrollTo(at);
            list.layout();
            list.scrollTo(at);
        }
    }

    private void seek() {
        for (int at = 0; sought != 0 && at < list.getItems().size(); at++) {
            if (list.getItems().get(at).item() instanceof Logged logged && logged.entry().id() == sought) {
                sought = 0;
                list.getSelectionModel().clearAndSelect(at);
                list.requestFocus();
                reveal = Math.max(0, at - 2);
                requestLayout();
            }
        }
    }

    private void chips(Map<TimelineFilter, Long> counts) {
        List<Node> now = new ArrayList<>();
        for (TimelineFilter filter : TimelineFilter.values()) {
            long count = Objects.requireNonNullElse(counts.get(filter), 0L);
            boolean on = filter == model.filterProperty().get();
            if (count > 0 || on) {
                now.add(chip(filter, count, on));
            }
        }
        chips.getChildren().setAll(now);
    }

    private Node chip(TimelineFilter filter, long count, boolean on) {
        ToggleButton chip = new ToggleButton(
                words.get("record.filter." + filter.name().toLowerCase(Locale.ROOT), count));
        chip.getStyleClass().add("filter-chip");
        chip.setSelected(on);
        chip.setOnAction(_ -> {
            chip.setSelected(true);
            model.filterProperty().set(filter);
        });
        return chip;
    }
}
