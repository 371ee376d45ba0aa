package app.kith.ui.exchange;

import app.kith.contact.Property;
import app.kith.exchange.Column;
import app.kith.exchange.DraftCard;
import app.kith.exchange.ImportFile;
import app.kith.exchange.ImportPlan.FilePlan;
import app.kith.exchange.Importer;
import app.kith.exchange.PlannedCard;
import app.kith.exchange.RefusedFile;
import app.kith.ui.exchange.ImportModel.Planned;
import app.kith.ui.look.Controls;
import app.kith.ui.look.Outside;
import app.kith.ui.record.FactKind;
import app.kith.words.KithException;
import app.kith.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A file before it is taken in: which program wrote it, each column with what it is taken for and what its texts look like, sample
 * cards, and what would be done with the rows. Nothing is changed until the one button is pressed.
 */
public final class ImportForm extends VBox {
    private static final String LEFT_OUT = "-";
    private static final String OWN = "own:";
    private static final int SHOWN = 5;
    private static final List<String> OFFERED = List.of("name", "family_name", "given_name", "company", "department",
            "title", "email", "phone:mobile", "phone:work", "phone:home", "phone:fax", "chat:wechat", "chat:qq",
            "address", "url", "birthday", "tag", "stage", "note", "tax_id", "external_id", LEFT_OUT);

    private final ImportModel model;
    private final Words words;
    private final Outside outside;
    private final VBox body = Controls.column(12);
    private final VBox perhaps = Controls.column(0);
    private final HBox foot = Controls.row(8);
    private final Button take;

    /**
     * Makes the form.
     *
     * @param model the file
     * @param words the language
     * @param outside where files are chosen
     * @param end puts the form away
     */
    public ImportForm(ImportModel model, Words words, Outside outside, Runnable end) {
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
        Label looked = Controls.label("", "muted");
        model.lookedProperty().when(Controls.attached(this))
                .subscribe(rows -> looked.setText(words.count("import.looked", rows.longValue())));
        Controls.showWhen(looked, model.lookedProperty().greaterThan(0));
        take.disableProperty().bind(model.runningProperty()
                .or(model.plannedProperty().isNull()));
        getChildren().addAll(
                Controls.label(words.get("import.title", String.valueOf(model.file().getFileName())), "form-title"),
                scroll, foot);
        foot.getChildren().addAll(running, looked, Controls.spring(),
                Controls.button(words.get("screen.cancel"), () -> {
                    model.stop();
                    end.run();
                }), take);
        model.plannedProperty().when(Controls.attached(this)).subscribe(this::show);
        model.failureProperty().when(Controls.attached(this)).subscribe(this::fail);
        Controls.showWhen(perhaps, Bindings.isNotEmpty(perhaps.getChildren()));
        model.hintsProperty().when(Controls.attached(this)).subscribe(hints -> perhaps.getChildren()
                .setAll(hints.isEmpty() ? List.of() : List.of(new PerhapsPane(hints, words))));
    }

    /**
     * Offers to read the file as a table of activities or records instead.
     *
     * @param entries opens it so
     */
    public void setOnEntries(Runnable entries) {
        Button button = Controls.button(words.get("entries.as-entries"), entries, "flat");
        Controls.showWhen(button, model.plannedProperty()
                .map(planned -> !planned.file().columns().isEmpty()).orElse(false));
        foot.getChildren().addFirst(button);
    }

    private void fail(@Nullable KithException failure) {
        if (failure != null) {
            body.getChildren().setAll(Controls.paragraph(words.sentence(failure), "trouble"));
            take.setText(words.get("import.take-in"));
        }
    }

    private void show(@Nullable Planned planned) {
        if (planned == null) {
            return;
        }
        ImportFile file = planned.file();
        List<Node> parts = new ArrayList<>();
        parts.add(Controls.paragraph(words.get("import.recognised", String.valueOf(file.path().getFileName()),
                file.presetName(words.locale()),
                file.charset().isEmpty() ? file.kind().name().toLowerCase(Locale.ROOT) : file.charset())));
        if (!file.presetConfirmed()) {
            parts.add(Controls.paragraph(words.get("import.unconfirmed"), "remark", "warning", "notice"));
        }
        parts.add(counts(planned.rows()));
        parts.add(perhaps);
        parts.add(ways());
        if (!file.columns().isEmpty()) {
            parts.add(Controls.label(words.get("import.columns"), "section-title"));
            parts.add(columns(file, planned.own()));
            parts.add(keep());
        }
        if (model.canBeKept()) {
            parts.add(Controls.label(words.get("job.again"), "section-title"));
            parts.add(new KeepJob(file.path(), words, model::keepJob));
        }
        parts.add(Controls.label(words.get("import.samples"), "section-title"));
        file.samples().stream().limit(SHOWN).forEach(card -> parts.add(sample(card)));
        body.getChildren().setAll(parts);
        take.setText(planned.changing() == 0
                ? words.get("import.nothing")
                : words.count("import.take-in", planned.changing()));
    }

    private Node counts(FilePlan plan) {
        VBox lines = Controls.column(4);
        for (PlannedCard.Kind kind : PlannedCard.Kind.values()) {
            int count = plan.count(kind);
            if (count > 0) {
                lines.getChildren().add(Controls.label(
                        words.count("import.kind." + kind.name().toLowerCase(Locale.ROOT), count), "import-count"));
            }
        }
        plan.refused().stream().limit(SHOWN).forEach(refused -> lines.getChildren()
                .add(Controls.paragraph(refused.place() + ": " + refused.reason().text(words), "fact-source")));
        if (!plan.refused().isEmpty()) {
            lines.getChildren().add(Controls.button(words.get("import.write-refused"), () -> {
                String name = words.get("import.refused-name") + RefusedFile.extension(plan);
                outside.file(name).ifPresent(out -> model.writeRefused(out, words,
                        () -> outside.say(words.get("import.refused-file", String.valueOf(out.getFileName())))));
            }));
        }
        return lines;
    }

    /** By what a row finds its customer, and what may be done. */
    private Node ways() {
        Importer.Options now = model.optionsProperty().get();
        return Controls.row(8, Controls.label(words.get("import.key"), "field-name"),
                choice("import.key", Importer.Key.values(), now.key(),
                        key -> again(new Importer.Options(key, now.mode()))),
                Controls.label(words.get("import.mode"), "field-name"),
                choice("import.mode", Importer.Mode.values(), now.mode(),
                        mode -> again(new Importer.Options(now.key(), mode))));
    }

    private void again(Importer.Options options) {
        model.optionsProperty().set(options);
        model.begin();
    }

    private <T extends Enum<T>> ComboBox<T> choice(String name, T[] all, T now, Consumer<T> chosen) {
        ComboBox<T> choice = Controls.choice(List.of(all), now,
                one -> words.get(name + "." + one.name().toLowerCase(Locale.ROOT)));
        choice.setAccessibleText(words.get(name));
        choice.valueProperty().subscribe((_, one) -> {
            if (one != null && one != now) {
                chosen.accept(one);
            }
        });
        return choice;
    }

    private Node columns(ImportFile file, List<String> own) {
        GridPane grid = new GridPane(16, 4);
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(new ColumnConstraints(), wide, new ColumnConstraints());
        grid.addRow(0, Controls.label(words.get("import.head.column"), "table-head"),
                Controls.label(words.get("import.head.field"), "table-head"),
                Controls.label(words.get("import.head.looks"), "table-head"));
        int row = 1;
        for (Column column : file.columns()) {
            String header = column.header().isBlank() ? column.letters() : column.header();
            Label looks = Controls.label(column.filled() == 0
                    ? ""
                    : words.get("import.looks." + column.looks().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                            column.percent()),
                    column.isDoubtful() ? "trouble" : "muted");
            grid.addRow(row++, Controls.label(header), choice(column, header, own), looks);
        }
        return grid;
    }

    /** What the column is taken for, what the program knows, the user's own fields, and the column kept under its own name. */
    private static List<String> offered(Column column, String header, List<String> own) {
        Set<String> offered = new LinkedHashSet<>(OFFERED);
        own.forEach(name -> offered.add(OWN + name));
        offered.add(OWN + header);
        List<String> all = new ArrayList<>(offered);
        if (!offered.contains(column.field())) {
            all.addFirst(column.field());
        }
        return all;
    }

    private Node choice(Column column, String header, List<String> own) {
        ComboBox<String> choice = Controls.choice(offered(column, header, own), column.field(), this::name);
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setAccessibleText(words.get("import.head.field") + ": " + header);
        choice.valueProperty().subscribe((_, now) -> {
            if (now != null && !now.equals(column.field())) {
                model.take(column.letters(), now);
            }
        });
        return choice;
    }

    /** A field as presets write it, in the user's words. */
    private String name(String field) {
        if (field.equals(LEFT_OUT)) {
            return words.get("import.leave-out");
        }
        if (field.startsWith(OWN)) {
            return words.get("import.own", field.substring(OWN.length()));
        }
        String plain = field.replaceAll("#\\d+", "");
        int dot = plain.lastIndexOf('.');
        String part = dot < 0 ? "" : plain.substring(dot + 1);
        String[] property = (dot < 0 ? plain : plain.substring(0, dot)).split(":", 2);
        String name = new FactKind(Property.valueOf(property[0].toUpperCase(Locale.ROOT)),
                property.length > 1 ? property[1] : "").name(words);
        String key = "import.part." + part;
        String said = words.get(key);
        return part.isEmpty() ? name : words.get("record.kind-of", name, said.equals(key) ? part : said);
    }

    private Node keep() {
        TextField name = new TextField();
        name.setPromptText(words.get("import.preset-name"));
        name.setAccessibleText(words.get("import.preset-name"));
        Button keep = Controls.button(words.get("import.keep-mapping"), () -> {
            model.keepMapping(name.getText());
            name.clear();
        });
        keep.disableProperty().bind(name.textProperty().isEmpty());
        return Controls.row(8, name, keep);
    }

    private Node sample(DraftCard card) {
        String text = card.values().stream().map(app.kith.contact.Value::raw).map(raw -> raw.replaceAll("\\s+", " "))
                .collect(Collectors.joining(" · "));
        return Controls.paragraph(card.place() + "   " + text, "import-sample");
    }
}
