package app.kith.ui.exchange;

import app.kith.desk.ImportHints.Hint;
import app.kith.desk.Imports;
import app.kith.desk.JobFile;
import app.kith.desk.Jobs;
import app.kith.desk.Jobs.Waiting;
import app.kith.desk.Records.Entered;
import app.kith.exchange.ImportFile;
import app.kith.exchange.ImportJob;
import app.kith.exchange.ImportPlan;
import app.kith.exchange.ImportPlan.FilePlan;
import app.kith.exchange.Importer;
import app.kith.exchange.PlannedCard;
import app.kith.exchange.RefusedFile;
import app.kith.ui.record.RecordActs;
import app.kith.ui.work.Background;
import app.kith.words.KithException;
import app.kith.words.Words;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** One file on its way in: recognised, planned, entered. Nothing is changed before it is entered. JavaFX thread only. */
public final class ImportModel {
    private final Imports imports;
    private final RecordActs acts;
    private final Background background;
    private final Path file;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<@Nullable Planned> planned = new ReadOnlyObjectWrapper<>(this, "planned");
    private final ReadOnlyObjectWrapper<@Nullable KithException> failure = new ReadOnlyObjectWrapper<>(this,
            "failure");
    private final ReadOnlyObjectWrapper<List<Hint>> hints = new ReadOnlyObjectWrapper<>(this, "hints", List.of());
    private final BooleanProperty running = new SimpleBooleanProperty(this, "running");
    private final LongProperty rows = new SimpleLongProperty(this, "rows");
    private final LongProperty looked = new SimpleLongProperty(this, "looked");
    private final ObjectProperty<Importer.Options> options = new SimpleObjectProperty<>(this, "options",
            new Importer.Options(Importer.Key.AUTO, Importer.Mode.BOTH));
    private AtomicBoolean stop = new AtomicBoolean();
    private String preset = "auto";
    private @Nullable JobsModel jobs;
    private @Nullable Waiting waiting;
    private @Nullable Jobs decided;

    /**
     * Makes the model; {@link #begin} reads the file.
     *
     * @param imports imports of the desk
     * @param acts tells what was done
     * @param background where work is done
     * @param file the file
     */
    public ImportModel(Imports imports, RecordActs acts, Background background, Path file) {
        this.imports = imports;
        this.acts = acts;
        this.background = background;
        this.file = file;
    }

    /**
     * Lets the import be kept to be done again.
     *
     * @param model where it is kept
     */
    public void setJobs(JobsModel model) {
        jobs = model;
    }

    /**
     * Reads the file as its saved import says, and notes there what becomes of it.
     *
     * @param one the file, which waited
     * @param at where that is noted
     */
    public void answers(Waiting one, Jobs at) {
        waiting = one;
        decided = at;
        preset = one.job().choice().preset();
        fields.putAll(one.job().choice().fields());
        options.set(one.job().options());
    }

    /** {@return whether the import can be kept} */
    public boolean canBeKept() {
        return jobs != null && waiting == null;
    }

    /**
     * Keeps the import to be done again.
     *
     * @param name its name
     * @param pattern which files of the folder
     * @param watched whether the folder is looked at by itself
     */
    public void keepJob(String name, String pattern, boolean watched) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        JobsModel to = jobs;
        if (to != null && folder != null) {
            to.save(new ImportJob(name, folder, pattern, new ImportFile.Choice(preset, Map.copyOf(fields)),
                    options.get(), "", watched));
        }
    }

    /** {@return how rows are taken; changing it plans anew at the next {@link #begin}} */
    public ObjectProperty<Importer.Options> optionsProperty() {
        return options;
    }

    /**
     * What would be done.
     *
     * @param file the file as it is understood
     * @param plan the plan
     * @param own names of the fields that the user made
     */
    public record Planned(ImportFile file, ImportPlan plan, List<String> own) {
        /** Keeps its own copy of the list. */
        public Planned {
            own = List.copyOf(own);
        }

        /** {@return the plan of the one file} */
        public FilePlan rows() {
            return plan.files().getFirst();
        }

        /** {@return how many rows would change something} */
        public int changing() {
            return rows().count(PlannedCard.Kind.NEW) + rows().count(PlannedCard.Kind.CHANGED)
                    + rows().count(PlannedCard.Kind.JOINED);
        }
    }

    /** Reads the file and plans what would be done with it. */
    public void begin() {
        stop.set(true);
        AtomicBoolean cancelled = new AtomicBoolean();
        stop = cancelled;
        running.set(true);
        rows.set(0);
        failure.set(null);
        Map<String, String> chosen = Map.copyOf(fields);
        Importer.Options how = options.get();
        background.run("import-plan", () -> {
            ImportFile opened = ImportFile.open(file, imports.presets(), new ImportFile.Choice(preset, chosen));
            ImportPlan plan = imports.plan(List.of(opened), how,
                    read -> background.soon("import-rows", () -> rows.set(read)), cancelled::get);
            return new Planned(opened, plan, imports.ownFields());
        }, now -> {
            running.set(false);
            hints.set(List.of());
            looked.set(0);
            planned.set(now);
            look(now, cancelled);
        }, this::failed);
    }

    /** What would be done is shown at once; whom new rows may be takes longer on a large list and follows. */
    private void look(Planned now, AtomicBoolean cancelled) {
        AtomicBoolean done = new AtomicBoolean();
        LongConsumer progress = count -> background.soon("import-looked", () -> {
            if (now.equals(planned.get()) && !done.get()) {
                looked.set(count);
            }
        });
        background.run("import-hints", () -> imports.perhaps(now.plan(), progress, cancelled::get), found -> {
            done.set(true);
            if (now.equals(planned.get())) {
                looked.set(0);
                hints.set(found);
            }
        }, this::failed);
    }

    private void failed(KithException problem) {
        running.set(false);
        failure.set(problem);
    }

    /**
     * Takes a column for something else, and plans anew.
     *
     * @param column letters of the column
     * @param field what it is taken for, as presets write it; {@code -} leaves it out
     */
    public void take(String column, String field) {
        fields.put(column, field);
        begin();
    }

    /** Stops what is running. */
    public void stop() {
        stop.set(true);
    }

    /**
     * Enters the plan as one change set.
     *
     * @param then run when that is under way
     */
    public void enter(Runnable then) {
        Planned now = planned.get();
        if (now != null && now.changing() > 0) {
            Importer.Options how = options.get();
            acts.enter(() -> {
                long change = imports.enter(now.plan(), how).orElse(0);
                decided(change);
                return new Entered(0, 0, change);
            });
            then.run();
        }
    }

    private void decided(long change) {
        Jobs at = decided;
        Waiting one = waiting;
        if (at != null && one != null) {
            at.decide(one, JobFile.End.TAKEN, change);
        }
    }

    /**
     * Keeps how the columns are understood, for the next file of the kind.
     *
     * @param name name of the preset
     */
    public void keepMapping(String name) {
        Planned now = planned.get();
        if (now != null && !name.isBlank()) {
            background.run("import-preset", () -> {
                imports.savePreset(name.strip(), now.file());
                return true;
            }, _ -> {}, this::failed);
        }
    }

    /**
     * Writes the rows that are refused into a file, to be mended and imported again.
     *
     * @param out the file
     * @param words the language of the reasons
     * @param then run when it is written
     */
    public void writeRefused(Path out, Words words, Runnable then) {
        Planned now = planned.get();
        if (now != null) {
            background.run("import-refused", () -> {
                RefusedFile.write(now.rows(), out, words);
                return true;
            }, _ -> then.run(), this::failed);
        }
    }

    /** {@return the file} */
    public Path file() {
        return file;
    }

    /** {@return what would be done; null while that is not known} */
    public ReadOnlyObjectProperty<@Nullable Planned> plannedProperty() {
        return planned.getReadOnlyProperty();
    }

    /** {@return new rows that may be customers already; empty while that is not known} */
    public ReadOnlyObjectProperty<List<Hint>> hintsProperty() {
        return hints.getReadOnlyProperty();
    }

    /** {@return what went wrong; null where nothing did} */
    public ReadOnlyObjectProperty<@Nullable KithException> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** {@return whether the file is being read} */
    public BooleanProperty runningProperty() {
        return running;
    }

    /** {@return how many rows were read} */
    public LongProperty rowsProperty() {
        return rows;
    }

    /** {@return how many new rows were compared with the customers so far; 0 when that is not going on} */
    public LongProperty lookedProperty() {
        return looked;
    }
}
