package app.kith.ui.exchange;

import app.kith.contact.Entry;
import app.kith.contact.Value;
import app.kith.exchange.DraftEntry;
import app.kith.exchange.EntryColumn;
import app.kith.exchange.EntryField;
import app.kith.exchange.EntryFile;
import app.kith.exchange.EntryPlan;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Outside;
import app.kith.words.KithException;
import app.kith.words.Words;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/**
 * A table of activities or records before it is taken in: what its rows are, what each column is taken for, the first rows, and what
 * would be done. Nothing is changed until the one button is pressed.
 */
public final class EntryImportForm extends VBox {
    private static final int SHOWN = 5;

    private final EntryImportModel model;
    private final Words words;
    private final Outside outside;
    private final VBox body = Controls.column(12);
    private final Button take;

    /**
     * Makes the form.
     *
     * @param model the file
     * @param words the language
     * @param outside where files are chosen
     * @param customers opens the file as a list of customers instead
     * @param end puts the form away
     */
    public EntryImportForm(EntryImportModel model, Words words, Outside outside, Runnable customers, Runnable end) {
        super(12);
        this.model = model;
        this.words = words;
        this.outside = outside;
        getStyleClass().addAll("form", "wide");
        take = Controls.button(words.get("import.take-in"), () -> model.enter(end), "accent");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("page");
        setVgrow(scroll, Priority.ALWAYS);
        Label reading = Controls.label("", "muted");
        model.rowsProperty().when(Controls.attached(this))
                .subscribe(rows -> reading.setText(words.count("import.rows", rows.longValue())));
        Node running = Controls.row(8, reading, Controls.button(words.get("screen.sync.stop"), model::stop));
        Controls.showWhen(running, model.runningProperty());
        take.disableProperty().bind(model.runningProperty().or(model.plannedProperty().isNull()));
        getChildren().addAll(
                Controls.label(words.get("import.title", String.valueOf(model.file().getFileName())), "form-title"),
                scroll, Controls.row(8, Controls.button(words.get("entries.as-customers"), customers, "flat"), running,
                        Controls.spring(), Controls.button(words.get("screen.cancel"), () -> {
                            model.stop();
                            end.run();
                        }), take));
        model.plannedProperty().when(Controls.attached(this)).subscribe(this::show);
        model.failureProperty().when(Controls.attached(this)).subscribe(this::fail);
    }

    private void fail(@Nullable KithException failure) {
        if (failure != null) {
            body.getChildren().setAll(Controls.paragraph(words.sentence(failure), "trouble"));
            take.setText(words.get("import.take-in"));
        }
    }

    private void show(EntryPlan.@Nullable FilePlan planned) {
        if (planned == null) {
            return;
        }
        EntryFile file = planned.file();
        List<Node> parts = new ArrayList<>();
        parts.add(counts(planned));
        parts.add(Controls.row(8, Controls.label(words.get("entries.rows-are"), "field-name"), kinds(file)));
        parts.add(Controls.label(words.get("import.columns"), "section-title"));
        parts.add(columns(file));
        if (model.canBeKept()) {
            parts.add(Controls.label(words.get("job.again"), "section-title"));
            parts.add(new KeepJob(file.path(), words, model::keepJob));
        }
        parts.add(Controls.label(words.get("entries.samples"), "section-title"));
        file.samples().stream().limit(SHOWN).forEach(row -> parts.add(Controls.paragraph(said(row), "import-sample")));
        body.getChildren().setAll(parts);
        int changing = planned.entries().size();
        take.setText(changing == 0 ? words.get("import.nothing") : words.count("import.take-in", changing));
    }

    private Node counts(EntryPlan.FilePlan plan) {
        VBox lines = Controls.column(4);
        for (EntryPlan.Kind kind : EntryPlan.Kind.values()) {
            int count = plan.count(kind);
            if (count > 0) {
                lines.getChildren().add(Controls.label(
                        words.count("entries.kind." + kind.name().toLowerCase(Locale.ROOT), count), "import-count"));
            }
        }
        plan.refused().stream().limit(SHOWN).forEach(refused -> lines.getChildren()
                .add(Controls.paragraph(refused.place() + ": " + refused.reason().text(words), "fact-source")));
        if (!plan.refused().isEmpty()) {
            lines.getChildren().add(Controls.button(words.get("import.write-refused"),
                    () -> outside.file(words.get("import.refused-name") + ".csv")
                            .ifPresent(out -> model.writeRefused(out, words, () -> outside
                                    .say(words.get("import.refused-file", String.valueOf(out.getFileName())))))));
        }
        return lines;
    }

    private Node kinds(EntryFile file) {
        Entry.Kind now = file.rowsAre();
        List<String> all = new ArrayList<>(List.of(""));
        Arrays.stream(Entry.Kind.values()).map(EntryImportForm::word).forEach(all::add);
        return choice(words.get("entries.rows-are"), all, now == null ? "" : word(now),
                kind -> kind.isEmpty() ? words.get("entries.by-row") : words.get("record.kind." + kind),
                kind -> model.take(EntryFile.WHOLE, kind));
    }

    private static String word(Entry.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private Node columns(EntryFile file) {
        GridPane grid = new GridPane(16, 4);
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(new ColumnConstraints(), wide);
        grid.addRow(0, Controls.label(words.get("import.head.column"), "table-head"),
                Controls.label(words.get("import.head.field"), "table-head"));
        int row = 1;
        List<String> fields = Arrays.stream(EntryField.values()).map(EntryField::spec).toList();
        for (EntryColumn column : file.columns()) {
            String header = column.header().isBlank() ? column.letters() : column.header();
            ComboBox<String> choice = choice(words.get("import.head.field") + ": " + header, fields,
                    column.field().spec(),
                    field -> words.get("entries.field." + (field.equals("-") ? "none" : field)),
                    field -> model.take(column.letters(), field));
            choice.setMaxWidth(Double.MAX_VALUE);
            grid.addRow(row++, Controls.label(header), choice);
        }
        return grid;
    }

    private static ComboBox<String> choice(String spoken, List<String> all, String now, UnaryOperator<String> name,
            Consumer<String> chosen) {
        ComboBox<String> choice = new ComboBox<>();
        choice.getItems().setAll(all);
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String one) {
                return one == null ? "" : name.apply(one);
            }

            @Override
            public String fromString(String text) {
                throw new UnsupportedOperationException("chosen, never typed");
            }
        });
        choice.setValue(now);
        choice.setAccessibleText(spoken);
        choice.valueProperty().subscribe((_, one) -> {
            if (one != null && !one.equals(now)) {
                chosen.accept(one);
            }
        });
        return choice;
    }

    private String said(DraftEntry row) {
        String who = row.customer().stream().map(Value::raw).collect(Collectors.joining(" "));
        Entry.Kind kind = row.kind();
        return row.place() + "   " + Stream.of(kind == null ? "?" : words.get("record.kind." + word(kind)),
                row.at() == null ? "?" : shown(row.at()), row.number(), row.title(),
                row.text().replaceAll("\\s+", " "),
                row.amount() == null ? "" : row.amount().toPlainString() + " " + row.currency(), row.state(), who)
                .filter(Objects::nonNull).map(String::strip).filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private String shown(Instant at) {
        ZonedDateTime here = at.atZone(model.zone());
        return here.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? here.toLocalDate().toString()
                : here.toLocalDate() + " " + here.toLocalTime();
    }
}
