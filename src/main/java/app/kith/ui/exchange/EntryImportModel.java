package app.kith.ui.exchange;

import app.kith.desk.EntryImports;
import app.kith.desk.JobFile;
import app.kith.desk.Jobs;
import app.kith.desk.Jobs.Waiting;
import app.kith.desk.Records.Entered;
import app.kith.exchange.EntryFile;
import app.kith.exchange.EntryPlan;
import app.kith.exchange.ImportFile;
import app.kith.exchange.ImportJob;
import app.kith.exchange.Importer;
import app.kith.exchange.RefusedFile;
import app.kith.ui.record.RecordActs;
import app.kith.ui.work.Background;
import app.kith.words.KithException;
import app.kith.words.Words;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;
import org.jspecify.annotations.Nullable;

/** A table of activities or records on its way in. Nothing is changed before it is entered. JavaFX thread only. */
public final class EntryImportModel {
    private static final Importer.Options OPTIONS = new Importer.Options(Importer.Key.AUTO, Importer.Mode.BOTH);

    private final EntryImports imports;
    private final RecordActs acts;
    private final Background background;
    private final Path file;
    private final ZoneId zone;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<EntryPlan.@Nullable FilePlan> planned = new ReadOnlyObjectWrapper<>(this,
            "planned");
    private final ReadOnlyObjectWrapper<@Nullable KithException> failure = new ReadOnlyObjectWrapper<>(this,
            "failure");
    private final BooleanProperty running = new SimpleBooleanProperty(this, "running");
    private final LongProperty rows = new SimpleLongProperty(this, "rows");
    private Importer.Options options = OPTIONS;
    private @Nullable EntryPlan plan;
    private AtomicBoolean stop = new AtomicBoolean();
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
     * @param zone where the user is
     */
    public EntryImportModel(EntryImports imports, RecordActs acts, Background background, Path file, ZoneId zone) {
        this.imports = imports;
        this.acts = acts;
        this.background = background;
        this.file = file;
        this.zone = zone;
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
        fields.putAll(one.job().choice().fields());
        options = one.job().options();
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
            to.save(new ImportJob(name, folder, pattern, new ImportFile.Choice("auto", Map.copyOf(fields)), options, "",
                    watched));
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
        ImportFile.Choice choice = new ImportFile.Choice("auto", Map.copyOf(fields));
        background.run("import-plan",
                () -> imports.plan(List.of(EntryFile.open(file, choice, zone)), options.mode(),
                        read -> background.soon("import-rows", () -> rows.set(read)), cancelled::get),
                now -> {
                    running.set(false);
                    plan = now;
                    planned.set(now.files().getFirst());
                }, problem -> {
                    running.set(false);
                    failure.set(problem);
                });
    }

    /**
     * Takes a column, or the whole table, for something else, and plans anew.
     *
     * @param column letters of the column; {@link EntryFile#WHOLE} for what the rows are
     * @param field what it is taken for; empty for what is found
     */
    public void take(String column, String field) {
        if (field.isEmpty()) {
            fields.remove(column);
        } else {
            fields.put(column, field);
        }
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
        EntryPlan now = plan;
        if (now != null && now.changing() > 0) {
            acts.enter(() -> {
                long change = imports.enter(now, options.mode()).orElse(0);
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
     * Writes the rows that are refused into a file, to be mended and imported again.
     *
     * @param out the file
     * @param words the language of the reasons
     * @param then run when it is written
     */
    public void writeRefused(Path out, Words words, Runnable then) {
        EntryPlan.FilePlan now = planned.get();
        if (now != null) {
            background.run("import-refused", () -> {
                RefusedFile.write(now, out, words);
                return true;
            }, _ -> then.run(), failure::set);
        }
    }

    /** {@return the file} */
    public Path file() {
        return file;
    }

    /** {@return where the user is} */
    public ZoneId zone() {
        return zone;
    }

    /** {@return what would be done; null while that is not known} */
    public ReadOnlyObjectProperty<EntryPlan.@Nullable FilePlan> plannedProperty() {
        return planned.getReadOnlyProperty();
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
}
