package app.kith.ui.record;

import app.kith.contact.Entry;
import app.kith.contact.Entry.Kind;
import app.kith.contact.KeptFile;
import app.kith.contact.Source;
import app.kith.ui.look.Controls;
import app.kith.ui.look.DayField;
import app.kith.ui.look.Sizes;
import app.kith.words.Words;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Where the user writes down a call, a meeting, a note, a task or a business record; Ctrl+Enter keeps it, Escape lets it go. */
final class EntryForm extends VBox {
    private static final List<String> CURRENCIES = List.of("CNY", "USD", "EUR", "GBP", "JPY", "HKD", "TWD", "");

    private final Words words;
    private final Clock clock;
    private final Entry base;
    private final TextField title = new TextField();
    private final TextArea text = new TextArea();
    private final TextField number = new TextField();
    private final TextField amount = new TextField();
    private final ComboBox<String> currency = new ComboBox<>();
    private final TextField state = new TextField();
    private final DayField day;
    private final TextField hour = new TextField();
    private final TextField minutes = new TextField();
    private final EntryFiles keeping;
    private final ObservableList<KeptFile> files = FXCollections.observableArrayList();
    /** Files that are still being read; without them what is written must not be kept. */
    private final IntegerProperty coming = new SimpleIntegerProperty(this, "coming");
    private final Label trouble = Controls.paragraph("", "trouble");

    /**
     * Makes the form.
     *
     * @param base what is changed, or a new one with the number 0
     * @param words the language
     * @param clock what time it is, and where
     * @param keeping takes files from the disk
     * @param keep takes what was written
     * @param end puts the form away
     */
    EntryForm(Entry base, Words words, Clock clock, EntryFiles keeping, Consumer<Entry> keep, Runnable end) {
        super(12);
        this.base = base;
        this.words = words;
        this.clock = clock;
        this.keeping = keeping;
        files.setAll(base.files());
        this.day = new DayField(words);
        getStyleClass().addAll("card", "entry-form");
        fill();
        Button save = Controls.button(words.get("record.keep"), () -> keep(keep, end), "accent");
        save.disableProperty().bind(coming.greaterThan(0));
        Controls.showWhen(trouble, trouble.textProperty().isNotEmpty());
        getChildren().addAll(
                Controls.label(words.get("record.kind." + base.kind().name().toLowerCase(Locale.ROOT)), "card-title"),
                fields(), files(), trouble, Controls.row(8, Controls.label(words.get("record.keep-key"), "muted"),
                        Controls.spring(), Controls.button(words.get("screen.cancel"), end), save));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
                keep(keep, end);
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                end.run();
                event.consume();
            }
        });
    }

    /** A new activity or record of a customer, now. */
    static Entry fresh(long contact, Kind kind, Clock clock) {
        return new Entry(0, contact, kind, clock.instant().truncatedTo(ChronoUnit.MINUTES), null, "", "", "", null, "",
                kind == Kind.TASK ? Entry.OPEN : "", new Source(Source.Kind.HAND, ""));
    }

    private void fill() {
        title.setText(base.title());
        text.setText(base.text());
        number.setText(base.number());
        BigDecimal sum = base.amount();
        amount.setText(sum == null ? "" : sum.toPlainString());
        currency.getItems().setAll(CURRENCIES);
        currency.setEditable(true);
        currency.setValue(base.currency().isEmpty() && base.id() == 0 ? CURRENCIES.getFirst() : base.currency());
        state.setText(base.state());
        Instant due = base.until();
        ZonedDateTime when = (base.kind() == Kind.TASK && due != null ? due : base.at()).atZone(clock.getZone());
        boolean open = base.kind() == Kind.TASK && due == null;
        day.setValue(open ? null : when.toLocalDate());
        hour.setText(
                open || base.kind() == Kind.TASK && when.toLocalTime().equals(LocalTime.MIDNIGHT)
                        ? ""
                        : when.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString());
        hour.setPrefColumnCount(5);
        minutes.setPrefColumnCount(4);
        minutes.setText(EntryLook.hasLength(base) ? String.valueOf(EntryLook.minutes(base)) : "");
        text.setPrefRowCount(3);
        text.setWrapText(true);
        // Tab leads on, it does not indent.
        text.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isShortcutDown()) {
                (event.isShiftDown() ? title : day).requestFocus();
                event.consume();
            }
        });
    }

    private Node fields() {
        VBox fields = Controls.column(8);
        boolean record = base.kind().isRecord();
        boolean note = base.kind() == Kind.NOTE;
        if (record) {
            fields.getChildren().add(wide(field("record.number", number), field("record.about", title)));
            fields.getChildren().add(wide(field("record.amount", amount), field("record.currency", currency),
                    field("record.state", state)));
        } else if (!note) {
            fields.getChildren().add(field("record.about", title));
        }
        fields.getChildren().add(field("record.text", text));
        String date = base.kind() == Kind.TASK ? "record.due" : "record.day";
        HBox when = Controls.row(8, field(date, day));
        if (!record) {
            when.getChildren().add(field("record.hour", hour));
        }
        if (base.kind() == Kind.CALL || base.kind() == Kind.MEETING) {
            when.getChildren().add(field("record.length", minutes));
        }
        fields.getChildren().add(when);
        return fields;
    }

    /** The files that are kept with it, and the way to add one; they may be dropped here too. */
    private Node files() {
        FlowPane row = new FlowPane(8, 4);
        row.getStyleClass().add("entry-files");
        Button add = Controls.button(words.get("record.file-add"),
                () -> keeping.choose().ifPresent(file -> add(List.of(file))), "flat");
        add.setGraphic(Controls.icon("fth-paperclip"));
        Runnable show = () -> {
            row.getChildren().setAll(files.stream().map(this::file).toList());
            row.getChildren().add(add);
        };
        files.addListener((Observable _) -> show.run());
        show.run();
        return row;
    }

    private Node file(KeptFile file) {
        Button open = Controls.button(file.name() + " · " + Sizes.of(file.size(), words.locale()),
                () -> keeping.open(file), "flat");
        Button remove = Controls.iconButton("fth-x", words.get("record.file-remove", file.name()),
                () -> files.remove(file));
        HBox chip = Controls.row(0, open, remove);
        chip.getStyleClass().add("file-chip");
        return chip;
    }

    /** Keeps files with what is being written, each by itself, so that one that cannot be read does not keep the others away. */
    void add(List<Path> paths) {
        for (Path path : paths) {
            coming.set(coming.get() + 1);
            keeping.keep(path, file -> {
                coming.set(coming.get() - 1);
                take(file);
            }, () -> coming.set(coming.get() - 1));
        }
    }

    /** A new entry of which nothing is said yet is called like its first file. */
    private void take(KeptFile file) {
        files.add(file);
        if (base.id() == 0 && title.getText().isBlank() && text.getText().isBlank() && number.getText().isBlank()) {
            title.setText(file.name());
        }
    }

    private static HBox wide(Node... parts) {
        HBox row = Controls.row(8, parts);
        for (Node part : parts) {
            HBox.setHgrow(part, Priority.ALWAYS);
        }
        return row;
    }

    private VBox field(String key, javafx.scene.control.Control control) {
        Label name = Controls.label(words.get(key), "field-name");
        name.setLabelFor(control);
        control.setAccessibleText(words.get(key));
        control.setMaxWidth(Double.MAX_VALUE);
        return Controls.column(4, name, control);
    }

    /** Goes to the first field. */
    void begin() {
        (base.kind() == Kind.NOTE ? text : base.kind().isRecord() ? number : title).requestFocus();
    }

    private void keep(Consumer<Entry> keep, Runnable end) {
        Entry written = coming.get() > 0 ? null : written();
        if (written != null) {
            keep.accept(written);
            end.run();
        }
    }

    private @Nullable Entry written() {
        BigDecimal sum = null;
        String written = amount.getText().strip().replace(" ", "").replace(",", "").replace("，", "");
        if (!written.isEmpty()) {
            try {
                sum = new BigDecimal(written);
            } catch (NumberFormatException e) {
                trouble.setText(words.get("record.amount-wrong", amount.getText()));
                amount.requestFocus();
                return null;
            }
        }
        LocalTime time = LocalTime.MIDNIGHT;
        if (!hour.getText().isBlank()) {
            try {
                time = LocalTime.parse(hour.getText().strip().replace('：', ':'));
            } catch (java.time.format.DateTimeParseException e) {
                trouble.setText(words.get("record.hour-wrong", hour.getText()));
                hour.requestFocus();
                return null;
            }
        }
        Duration length = length();
        if (length == null) {
            trouble.setText(words.get("record.length-wrong", minutes.getText()));
            minutes.requestFocus();
            return null;
        }
        if (files.isEmpty() && (title.getText() + text.getText() + number.getText() + written).isBlank()) {
            trouble.setText(words.get("record.entry-empty"));
            return null;
        }
        LocalDate on = day.day();
        Instant when = on == null ? null : on.atTime(time).atZone(clock.getZone()).toInstant();
        boolean task = base.kind() == Kind.TASK;
        Instant at = task || when == null ? base.at() : when;
        Instant until = length.isZero() ? null : at.plus(length);
        return new Entry(base.id(), base.contact(), base.kind(), at, task ? when : until, title.getText(), text.getText(), number.getText(), sum,
                sum == null ? "" : String.valueOf(currency.getValue()), state.getText(), base.source(),
                List.copyOf(files));
    }

    /** How long it took, zero where nothing is said; null where that is no number of minutes of a day. */
    private @Nullable Duration length() {
        String text = Normalizer.normalize(minutes.getText(), Normalizer.Form.NFKC).strip();
        if (!text.matches("[0-9]{0,4}")) {
            return null;
        }
        Duration length = Duration.ofMinutes(text.isEmpty() ? 0 : Integer.parseInt(text));
        return length.compareTo(Duration.ofDays(1)) > 0 ? null : length;
    }
}
