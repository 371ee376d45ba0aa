package app.kith.ui.record;

import app.kith.change.Actor;
import app.kith.contact.Entry;
import app.kith.contact.Entry.Kind;
import app.kith.contact.KeptFile;
import app.kith.store.Timeline.Changed;
import app.kith.store.Timeline.Item;
import app.kith.store.Timeline.Logged;
import app.kith.store.Timeline.Meeting;
import app.kith.store.Timeline.Talk;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.words.ReasonWords;
import app.kith.words.Words;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One line of a timeline: a day, or something that happened on it. */
final class TimelineCell extends ListCell<TimelineCell.Row> {
    private static final int SOME_NAMES = 2;

    private final Acts acts;
    private final Function<Item, List<String>> who;
    private final Words words;
    private final Dates dates;
    private final Clock clock;

    /**
     * Makes a line.
     *
     * @param acts what can be done from it
     * @param who names those with whom something happened, where that is to be said
     * @param words the language
     * @param dates writes dates
     * @param clock what time it is, and where
     */
    TimelineCell(Acts acts, Function<Item, List<String>> who, Words words, Dates dates, Clock clock) {
        this.acts = acts;
        this.who = who;
        this.words = words;
        this.dates = dates;
        this.clock = clock;
        setOnMouseClicked(event -> {
            Row row = getItem();
            if (row != null && event.getButton() == MouseButton.PRIMARY
                    && !onButton(event.getPickResult().getIntersectedNode())) {
                acts.open(row);
            }
        });
    }

    private static boolean onButton(@Nullable Node node) {
        for (Node each = node; each != null && !(each instanceof TimelineCell); each = each.getParent()) {
            if (each instanceof ButtonBase) {
                return true;
            }
        }
        return false;
    }

    /**
     * A line.
     *
     * @param day its day
     * @param item what happened; null for the line of the day itself
     */
    record Row(LocalDate day, @Nullable Item item) {}

    /**
     * What can be done from a line.
     *
     * @param conversation opens a conversation
     * @param edit opens an entry for changing
     * @param remove takes an entry away
     * @param turn turns a task from open to done and back
     * @param undo takes a change set back
     * @param file opens a file that is kept with an entry
     * @param mail opens the mail that an entry hangs on
     * @param minutes begins to write down what was said in a meeting
     */
    record Acts(LongConsumer conversation, Consumer<Entry> edit, Consumer<Entry> remove, Consumer<Entry> turn,
            LongConsumer undo, Consumer<KeptFile> file, LongConsumer mail, Consumer<Meeting> minutes) {
        void open(Row row) {
            switch (row.item()) {
                case Talk talk -> conversation.accept(talk.id());
                case Meeting meeting -> conversation.accept(meeting.conversation());
                case Logged logged -> edit.accept(logged.entry());
                case null, default -> {
                }
            }
        }
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        getStyleClass().removeAll("timeline-day", "timeline-item", "quiet");
        setAccessibleText(null);
        if (row == null || empty) {
            setGraphic(null);
            return;
        }
        Item item = row.item();
        if (item == null) {
            getStyleClass().add("timeline-day");
            Instant noon = row.day().atStartOfDay(clock.getZone()).toInstant();
            setGraphic(Controls.label(dates.day(noon), "section-title"));
            return;
        }
        getStyleClass().add("timeline-item");
        Node line = switch (item) {
            case Talk talk -> talk(talk);
            case Meeting meeting -> meeting(meeting);
            case Logged logged -> entry(logged.entry());
            case Changed changed -> changed(changed);
        };
        sayWho(item, line);
        setGraphic(line);
        setAccessibleText(Controls.spoken(getGraphic()));
    }

    /** Names with whom it was before what it was; more than two are only counted. */
    private void sayWho(Item item, Node line) {
        List<String> names = who.apply(item);
        if (names.isEmpty() || !(line instanceof HBox row) || !(row.getChildren().get(1) instanceof VBox text)) {
            return;
        }
        String said = String.join(words.get("record.who-and"), names.subList(0, Math.min(names.size(), SOME_NAMES)));
        text.getChildren().addFirst(Controls.label(names.size() > SOME_NAMES
                ? words.get("record.who-more", said, names.size() - SOME_NAMES)
                : said, "row-when"));
    }

    private Node line(Node sign, Node text, String when, Node... actions) {
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = Controls.row(12, sign, text);
        row.getChildren().addAll(actions);
        Label at = Controls.label(when, "row-when");
        at.setMinWidth(USE_PREF_SIZE);
        row.getChildren().add(at);
        row.setMinWidth(0);
        row.prefWidthProperty().bind(widthProperty().subtract(40));
        row.setMaxWidth(USE_PREF_SIZE);
        return row;
    }

    private static VBox text(Label... lines) {
        VBox text = Controls.column(2, lines);
        text.setAlignment(Pos.CENTER_LEFT);
        text.setMinWidth(0);
        for (Label line : lines) {
            line.setMinWidth(0);
            line.managedProperty().bind(line.textProperty().isNotEmpty());
        }
        return text;
    }

    private Node talk(Talk talk) {
        Label subject = Controls.label(talk.subject().isEmpty() ? words.get("screen.no-subject") : talk.subject(),
                "row-strong");
        if (talk.unread() > 0) {
            subject.getStyleClass().add("unread");
        }
        String who = words.get(talk.outgoing() ? "record.you-wrote" : "record.they-wrote");
        String sum = words.count("screen.mails", talk.messages())
                + (talk.attachments() > 0 ? " · " + words.count("record.files", talk.attachments()) : "");
        if (talk.pinned()) {
            sum = sum + " · " + words.get("record.pinned");
        }
        return line(Controls.icon(talk.pinned() ? "fth-bookmark" : "fth-mail"),
                text(subject, Controls.label(who + " " + talk.preview(), "row-text"),
                        Controls.label(sum, "row-when")),
                hour(talk.at()));
    }

    private Node meeting(Meeting meeting) {
        Label summary = Controls.label(
                meeting.summary().isEmpty() ? words.get("record.kind.meeting") : meeting.summary(),
                "row-strong");
        String state = meeting.cancelled() ? words.get("record.called-off") + " · " : "";
        String place = meeting.location().isEmpty() ? meeting.organizer() : meeting.location();
        String when = meeting.allDay()
                ? words.get("record.all-day")
                : hour(meeting.at()) + (meeting.until() == null ? "" : "–" + hour(meeting.until()));
        VBox lines = text(summary,
                Controls.label(state + words.get("record.by-mail") + (place.isEmpty() ? "" : " · " + place),
                        "row-text"));
        return meeting.cancelled()
                ? line(Controls.icon("fth-calendar"), lines, when)
                : line(Controls.icon("fth-calendar"), lines, when, Controls.iconButton("fth-edit-2",
                        words.get("record.minutes-write", summary.getText()), () -> acts.minutes.accept(meeting)));
    }

    private Node entry(Entry entry) {
        String kind = words.get("record.kind." + entry.kind().name().toLowerCase(Locale.ROOT));
        String head = (entry.number() + " " + entry.title()).strip();
        String first = head.isEmpty() ? kind : kind + ": " + head;
        String second = entry.text().replaceAll("\\s+", " ");
        String third = third(entry);
        Button remove = Controls.iconButton("fth-trash-2", words.get("record.remove"), () -> acts.remove.accept(entry));
        Node sign = Controls.icon(EntryLook.icon(entry.kind()));
        if (entry.kind() == Kind.TASK) {
            CheckBox box = new CheckBox();
            box.setSelected(entry.state().equals(Entry.DONE));
            box.setAccessibleText(words.get("record.task-done"));
            box.setOnAction(_ -> acts.turn.accept(entry));
            sign = box;
        }
        VBox lines = text(Controls.label(first, "row-strong"), Controls.label(second, "row-text"),
                Controls.label(third, "row-when"));
        if (!entry.files().isEmpty()) {
            lines.getChildren().add(files(entry));
        }
        String when = entry.kind().isRecord() ? "" : hour(entry.at());
        return entry.message() == 0
                ? line(sign, lines, when, remove)
                : line(sign, lines, when, Controls.iconButton("fth-mail", words.get("record.entry-mail"),
                        () -> acts.mail.accept(entry.message())), remove);
    }

    private Node files(Entry entry) {
        FlowPane row = new FlowPane(4, 4);
        for (KeptFile file : entry.files()) {
            Button open = Controls.button(file.name(), () -> acts.file.accept(file), "flat", "entry-file");
            open.setGraphic(Controls.icon("fth-paperclip"));
            open.setMnemonicParsing(false);
            row.getChildren().add(open);
        }
        return row;
    }

    private String third(Entry entry) {
        StringBuilder third = new StringBuilder();
        third.append(EntryLook.amount(entry, words.locale())).append("   ");
        if (EntryLook.hasLength(entry)) {
            third.append(words.count("record.minutes", EntryLook.minutes(entry))).append("   ");
        }
        Instant due = entry.until();
        if (entry.kind() == Kind.TASK) {
            third.append(words.get(entry.state().equals(Entry.DONE) ? "record.done" : "record.open"));
            if (due != null) {
                third.append(" · ").append(words.get("record.due-on", dates.day(due)));
            }
        } else {
            third.append(entry.state());
        }
        return third.toString().strip();
    }

    private Node changed(Changed changed) {
        getStyleClass().add("quiet");
        String what = ReasonWords.of(words, changed.heading().reason(), changed.heading().about());
        Button back = Controls.button(words.get("record.take-back"),
                () -> acts.undo.accept(changed.heading().sequence()), "flat");
        back.setAccessibleText(words.get("record.take-back") + ": " + what);
        back.setMinWidth(USE_PREF_SIZE);
        String who = words.get("record.actor." + changed.heading().actor().name().toLowerCase(Locale.ROOT));
        Node text = text(Controls.label(what + " · " + who, "row-text"));
        // What a rule did at once for many is taken back in the list of all that was done, not from the page of one.
        return changed.heading().actor() == Actor.USER
                ? line(Controls.icon("fth-clock"), text, hour(changed.at()), back)
                : line(Controls.icon("fth-clock"), text, hour(changed.at()));
    }

    private String hour(Instant time) {
        return time.atZone(clock.getZone()).format(DateTimeFormatter.ofPattern("HH:mm", words.locale()));
    }
}
