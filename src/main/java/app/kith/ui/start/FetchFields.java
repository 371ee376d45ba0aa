package app.kith.ui.start;

import app.kith.account.Schedule.Kind;
import app.kith.account.Scope;
import app.kith.ui.look.Controls;
import app.kith.ui.start.FetchModel.FolderChoice;
import app.kith.words.Words;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.chrono.IsoChronology;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.Property;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.converter.LocalDateStringConverter;

/** The closed part of the mailbox's form: what is fetched, and when. */
final class FetchFields extends TitledPane {
    private static final List<Long> SIZES = List.of(1L << 20, 2L << 20, 5L << 20, 10L << 20, 20L << 20, Scope.MOST);
    private static final List<Integer> MINUTES = List.of(5, 10, 15, 30, 60, 120, 240);

    private final FetchModel model;
    private final Words words;
    private final FlowPane folders = new FlowPane(16, 6);
    private final Label noFolders;

    /**
     * Makes the part.
     *
     * @param first whether nothing is fetched yet: then folders and how far back are asked for once the server has answered
     */
    FetchFields(FetchModel model, Words words, boolean first) {
        this.model = model;
        this.words = words;
        this.noFolders = Controls.paragraph(words.get("screen.fetch.folders-later"), "muted");
        setText(words.get("screen.fetch.title"));
        setAnimated(false);
        setExpanded(false);
        getStyleClass().add("dense");
        TextArea excluded = new TextArea();
        excluded.setPrefRowCount(2);
        excluded.setPromptText(words.get("screen.fetch.excluded-prompt"));
        excluded.textProperty().bindBidirectional(model.excludedProperty());
        DatePicker since = new DatePicker();
        since.setPromptText(words.get("screen.fetch.since-all"));
        since.setConverter(new LocalDateStringConverter(FormatStyle.SHORT, words.locale(), IsoChronology.INSTANCE));
        since.valueProperty().bindBidirectional(model.sinceProperty());
        ComboBox<Long> largest = choice(SIZES, model.largestProperty(), this::size);
        CheckBox headers = new CheckBox(words.get("screen.fetch.headers-only"));
        headers.selectedProperty().bindBidirectional(model.headersOnlyProperty());
        CheckBox known = new CheckBox(words.get("screen.fetch.known-only"));
        known.selectedProperty().bindBidirectional(model.knownOnlyProperty());
        VBox body = first
                ? Controls.column(10, when(), field("screen.fetch.largest", largest), known,
                        field("screen.fetch.excluded", excluded))
                : Controls.column(10, when(),
                        Controls.row(16, field("screen.fetch.since", since), field("screen.fetch.largest", largest)),
                        headers, known, field("screen.fetch.folders", folders), noFolders,
                        field("screen.fetch.excluded", excluded),
                        Controls.paragraph(words.get("screen.fetch.note"), "muted"));
        ScrollPane scrolled = new ScrollPane(body); // In a low window the form's buttons stay in sight.
        scrolled.setFitToWidth(true);
        setContent(scrolled);
        model.folders().addListener((ListChangeListener<FolderChoice>) _ -> showFolders());
        showFolders();
    }

    private Node when() {
        ComboBox<Kind> kind = choice(List.of(Kind.values()), model.kindProperty(),
                each -> words.get("screen.schedule." + each.name().toLowerCase(Locale.ROOT)));
        ComboBox<Integer> minutes = choice(MINUTES, model.minutesProperty(),
                each -> words.count("screen.fetch.minutes", each));
        TextField times = new TextField();
        times.textProperty().bindBidirectional(model.timesProperty());
        Node every = field("screen.fetch.every", minutes);
        Node at = field("screen.fetch.times", times);
        Controls.showWhen(every, model.kindProperty().map(Kind.EVERY::equals));
        Node days = field("screen.fetch.days", days());
        Controls.showWhen(at, model.kindProperty().map(Kind.AT::equals));
        Controls.showWhen(days, model.kindProperty().map(Kind.AT::equals));
        return Controls.column(10, Controls.row(16, field("screen.fetch.when", kind), every, at), days);
    }

    private Node days() {
        FlowPane all = new FlowPane(10, 4);
        for (DayOfWeek day : DayOfWeek.values()) {
            CheckBox box = new CheckBox(day.getDisplayName(TextStyle.SHORT_STANDALONE, words.locale()));
            box.selectedProperty().bindBidirectional(model.dayProperty(day));
            all.getChildren().add(box);
        }
        return all;
    }

    private VBox field(String key, Node control) {
        Label label = Controls.label(words.get(key), "field-name");
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(control);
        control.setAccessibleText(words.get(key));
        return Controls.column(4, label, control);
    }

    /** What is set already is offered too, whatever it is. */
    private static <T extends Comparable<T>> ComboBox<T> choice(List<T> usual, Property<T> property,
            Function<T, String> name) {
        ComboBox<T> choice = new ComboBox<>();
        choice.getItems().setAll(Stream.concat(usual.stream(), Stream.of(property.getValue())).distinct().sorted()
                .toList());
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return name.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("it is chosen, never typed");
            }
        });
        choice.valueProperty().bindBidirectional(property);
        return choice;
    }

    private String size(long bytes) {
        return bytes < 1 << 20
                ? words.get("screen.fetch.kilobytes", Math.max(1, bytes >> 10))
                : words.get("screen.fetch.megabytes",
                        NumberFormat.getInstance(words.locale()).format((double) bytes / (1 << 20)));
    }

    private void showFolders() {
        folders.getChildren().setAll(model.folders().stream().map(this::box).toList());
        boolean none = model.folders().isEmpty();
        noFolders.setVisible(none);
        noFolders.setManaged(none);
    }

    private CheckBox box(FolderChoice folder) {
        CheckBox box = new CheckBox(
                folder.shared() ? words.get("screen.fetch.shared", folder.path()) : folder.path());
        box.setMnemonicParsing(false);
        box.selectedProperty().bindBidirectional(folder.fetched());
        return box;
    }
}
