package app.kith.ui.today;

import app.kith.assist.FollowUp;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Dates;
import app.kith.ui.today.Row.Done;
import app.kith.ui.today.Row.Head;
import app.kith.ui.today.Row.Item;
import app.kith.ui.today.Row.Look;
import app.kith.ui.today.Row.Section;
import app.kith.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A row of Today: with whom and since when; what it is; and what can be done about it. */
final class TodayCell extends ListCell<Row> {
    private final Words words;
    private final Dates dates;
    private final LocalDate today;
    private final Instant now;
    private final Acts acts;

    /** What the buttons of a row do. */
    interface Acts {
        /** Opens what the row is about. */
        void open(Row row);

        /** Settles it. */
        void done(FollowUp one);

        /** Shows the days until which it can be put off. */
        void later(FollowUp one, @Nullable Node at);

        /** Begins an answer. */
        void answer(FollowUp one);

        /** Refuses a promise. */
        void refuse(FollowUp one);
    }

    TodayCell(Words words, Dates dates, LocalDate today, Instant now, Acts acts) {
        this.words = words;
        this.dates = dates;
        this.today = today;
        this.now = now;
        this.acts = acts;
        setPrefWidth(0);
        getStyleClass().addAll("today-cell");
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        getStyleClass().removeAll("today-head", "today-item");
        setText(null);
        setGraphic(null);
        setAccessibleText(null);
        setOnMouseClicked(null);
        if (empty || row == null) {
            return;
        }
        switch (row) {
            case Head head -> head(head);
            case Done _ -> done();
            case Item item -> item(item);
            case Look look -> look(look);
        }
    }

    private void head(Head head) {
        getStyleClass().add("today-head");
        Label title = Controls.label(words.get("follow.section." + name(head.section())), "section-title");
        setGraphic(Controls.row(8, title, Controls.label(words.get("screen.number", head.count()), "row-count")));
        setAccessibleText(title.getText() + ", " + head.count());
    }

    private void done() {
        getStyleClass().add("today-head");
        Label title = Controls.label(words.get("follow.empty.title"), "section-title");
        Node icon = Controls.icon("fth-check-circle");
        icon.getStyleClass().add("good-icon");
        setGraphic(Controls.row(8, icon, title));
        setAccessibleText(title.getText());
    }

    private static String name(Section section) {
        return section.name().toLowerCase(Locale.ROOT);
    }

    private void look(Look look) {
        getStyleClass().add("today-item");
        Label text = Controls.label(look.text(), "row-title");
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        Node icon = Controls.icon(look.icon());
        HBox sign = Controls.row(0, icon);
        sign.setAlignment(Pos.CENTER);
        sign.setMinWidth(36);
        setGraphic(Controls.row(12, sign, text, Controls.button(words.get("follow.open"), look.open())));
        setAccessibleText(look.text());
        setOnMouseClicked(_ -> acts.open(look));
    }

    private void item(Item item) {
        getStyleClass().add("today-item");
        FollowUp one = item.followUp();
        boolean bold = item.section() == Section.TURN || item.section() == Section.OVERDUE;
        Label name = Controls.label(one.with().name(), "row-title");
        if (bold) {
            name.getStyleClass().add("unread");
        }
        Label when = Controls.label(when(item), "row-when");
        if (item.section() == Section.OVERDUE) {
            when.getStyleClass().add("overdue");
        }
        when.setMinWidth(Region.USE_PREF_SIZE);
        Region dot = new Region();
        dot.getStyleClass().add("unread-dot");
        dot.setVisible(bold);
        dot.setManaged(bold);
        HBox first = Controls.row(8, name, dot, when);
        VBox text = Controls.column(2, first, what(item));
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMinWidth(0);
        HBox buttons = buttons(item);
        setGraphic(Controls.row(12, Controls.avatar(one.with().name()), text, buttons));
        setAccessibleText(Stream.of(words.get("follow.section." + name(item.section())), one.with().name(),
                when.getText(), one.title(), one.text()).filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", ")));
        setOnMouseClicked(event -> {
            if (event.getClickCount() == 1 && event.isStillSincePress()) {
                acts.open(item);
            }
        });
    }

    private Node what(Item item) {
        FollowUp one = item.followUp();
        String title = one.title();
        String rest = one.text();
        switch (one.kind()) {
            case PROMISE -> {
                title = "“" + one.text() + "”";
                rest = "";
            }
            case INTERVAL -> {
                Instant last = one.since();
                String every = words.count("follow.days", Integer.parseInt(one.title()));
                title = "";
                rest = last == null
                        ? words.get("follow.interval.row-never", every)
                        : words.get("follow.interval.row", every, dates.ago(last));
            }
            case TASK -> title = title.isEmpty() ? one.text() : title;
            case BIRTHDAY -> {
                rest = title.isEmpty() ? "" : words.get("follow.birthday.age", Integer.parseInt(title));
                title = words.get("follow.birthday");
            }
            case TURN, WAITING, MEETING -> title = title.isBlank() ? words.get("follow.untitled") : title;
        }
        Label strong = Controls.label(title, "row-strong");
        Label quiet = Controls.label(rest.equals(title) ? "" : rest, "row-text");
        strong.setMinWidth(0);
        strong.setMaxWidth(one.kind() == FollowUp.Kind.PROMISE ? Double.MAX_VALUE : 360);
        quiet.setPrefWidth(0);
        quiet.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(quiet, Priority.ALWAYS);
        HBox row = Controls.row(8);
        if (!title.isEmpty()) {
            row.getChildren().add(strong);
        }
        if (one.theirs() && one.kind() == FollowUp.Kind.TASK) {
            row.getChildren().add(Controls.label(words.get("follow.theirs", one.with().name()), "tag"));
        }
        row.getChildren().add(quiet);
        return row;
    }

    private String when(Item item) {
        FollowUp one = item.followUp();
        LocalDate day = one.day();
        Instant since = one.since();
        return switch (one.kind()) {
            case TASK -> day == null ? "" : due(one, day);
            case TURN -> since == null ? "" : dates.ago(since);
            case WAITING -> since == null
                    ? ""
                    : words.get("follow.waited-for", words.count("follow.days", Duration.between(since, now).toDays()));
            case INTERVAL -> day == null ? "" : words.get("follow.overdue-since", dates.brief(start(day)));
            case MEETING, BIRTHDAY -> day == null ? "" : time(one, day);
            case PROMISE -> words.get(one.theirs() ? "follow.promised-theirs" : "follow.promised-mine",
                    words.get("follow.by", day == null ? "" : dates.near(day)));
        };
    }

    private String due(FollowUp one, LocalDate day) {
        Instant at = one.at();
        if (day.isBefore(today)) {
            return words.get("follow.overdue-by", words.count("follow.days", ChronoUnit.DAYS.between(day, today)));
        }
        if (day.isAfter(today)) {
            return time(one, day);
        }
        return at == null ? words.get("follow.due-today") : words.get("follow.due-on", dates.brief(at));
    }

    /** The day, where it is not today, and the hour, where there is one. */
    private String time(FollowUp one, LocalDate day) {
        Instant at = one.at();
        String near = day.equals(today) && at != null ? "" : dates.near(day);
        return (near + " " + (at == null ? "" : dates.hour(at))).strip();
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(dates.zone()).toInstant();
    }

    private HBox buttons(Item item) {
        FollowUp one = item.followUp();
        HBox buttons = Controls.row(4);
        switch (one.kind()) {
            case PROMISE -> buttons.getChildren().addAll(
                    small(words.get("follow.accept"), () -> acts.done(one), "promise-accept"),
                    small(words.get("follow.refuse"), () -> acts.refuse(one), "flat"));
            case TURN -> buttons.getChildren().addAll(
                    Controls.iconButton("fth-corner-up-left", words.get("follow.answer"), () -> acts.answer(one)),
                    Controls.iconButton("fth-check", words.get("follow.nothing-to-do"), () -> acts.done(one)),
                    later(one));
            case WAITING -> buttons.getChildren().addAll(
                    Controls.iconButton("fth-corner-up-left", words.get("follow.ask-again"), () -> acts.answer(one)),
                    Controls.iconButton("fth-check", words.get("follow.nothing-to-do"), () -> acts.done(one)),
                    later(one));
            case MEETING, BIRTHDAY -> {
            }
            case TASK, INTERVAL -> buttons.getChildren().addAll(
                    Controls.iconButton("fth-check", words.get("follow.done"), () -> acts.done(one)), later(one));
        }
        buttons.setMinWidth(Region.USE_PREF_SIZE);
        return buttons;
    }

    private static Button small(String text, Runnable act, String style) {
        return Controls.button(text, act, style, "small");
    }

    private Button later(FollowUp one) {
        Button[] button = new Button[1];
        button[0] = Controls.iconButton("fth-clock", words.get("follow.later"), () -> acts.later(one, button[0]));
        return button[0];
    }

    /** Which kinds of rows can be selected. */
    static boolean isSelectable(@Nullable Row row) {
        return row != null && !(row instanceof Head) && !(row instanceof Done);
    }

    /** {@return the nearest row that can be selected, first downwards} */
    static int nearest(List<Row> rows, int from) {
        for (int i = Math.max(0, from); i < rows.size(); i++) {
            if (isSelectable(rows.get(i))) {
                return i;
            }
        }
        for (int i = Math.min(from, rows.size()) - 1; i >= 0; i--) {
            if (isSelectable(rows.get(i))) {
                return i;
            }
        }
        return -1;
    }
}
