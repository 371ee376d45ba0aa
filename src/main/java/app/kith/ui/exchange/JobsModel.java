package app.kith.ui.exchange;

import app.kith.desk.JobFile;
import app.kith.desk.JobRun;
import app.kith.desk.Jobs;
import app.kith.desk.Jobs.Aside;
import app.kith.desk.Jobs.Look;
import app.kith.desk.Jobs.Taken;
import app.kith.desk.Jobs.Waiting;
import app.kith.exchange.ImportJob;
import app.kith.ui.work.Background;
import app.kith.words.KithException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Saved imports on the screen, and the look at watched folders. JavaFX thread only. */
public final class JobsModel {
    private final Jobs jobs;
    private final Background background;
    private final ReadOnlyObjectWrapper<List<Row>> rows = new ReadOnlyObjectWrapper<>(this, "rows", List.of());
    private final ReadOnlyObjectWrapper<List<Waiting>> waiting = new ReadOnlyObjectWrapper<>(this, "waiting",
            List.of());
    private Told told = new Told() {
        @Override
        public void taken(Taken taken) {}

        @Override
        public void waits(Waiting first, int count) {}

        @Override
        public void aside(Aside aside) {}

        @Override
        public void nothing(ImportJob job) {}

        @Override
        public void failed(KithException failure) {}
    };
    private boolean looking;
    private int known;

    /** Who is told of what came in. */
    public interface Told {
        /**
         * Something was taken in.
         *
         * @param taken what
         */
        void taken(Taken taken);

        /**
         * Something new waits for the user.
         *
         * @param first one of it
         * @param count how many files wait in all
         */
        void waits(Waiting first, int count);

        /**
         * A file cannot be read.
         *
         * @param aside the file
         */
        void aside(Aside aside);

        /**
         * A run found no file.
         *
         * @param job its job
         */
        void nothing(ImportJob job);

        /**
         * Something went wrong.
         *
         * @param failure what
         */
        void failed(KithException failure);
    }

    /**
     * A saved import with what became of its files.
     *
     * @param job the import
     * @param files the files, the latest first
     */
    public record Row(ImportJob job, List<JobFile> files) {}

    /**
     * Makes the model.
     *
     * @param jobs the saved imports
     * @param background where work is done
     */
    public JobsModel(Jobs jobs, Background background) {
        this.jobs = jobs;
        this.background = background;
    }

    /**
     * Says who is told.
     *
     * @param told told of what came in
     */
    public void setTold(Told told) {
        this.told = told;
    }

    /** Looks at the watched folders, unless that is being done. */
    public void look() {
        if (!looking) {
            looking = true;
            background.run("job-look", jobs::look, this::looked, failure -> {
                looking = false;
                told.failed(failure);
            });
        }
    }

    private void looked(Look look) {
        looking = false;
        look.aside().forEach(told::aside);
        look.taken().forEach(told::taken);
        waits(look.waiting());
    }

    private void waits(List<Waiting> now) {
        waiting.set(now);
        if (now.size() > known) {
            told.waits(now.getLast(), now.size());
        }
        known = now.size();
    }

    /** Reads what is kept. */
    public void read() {
        background.run("jobs", () -> {
            List<Row> all = new ArrayList<>();
            jobs.list().forEach(job -> all.add(new Row(job, jobs.files(job.name()))));
            return all;
        }, rows::set, told::failed);
    }

    /**
     * Takes all files of a saved import in.
     *
     * @param job the import
     */
    public void run(ImportJob job) {
        background.run("job-run " + job.name(), () -> jobs.run(job, _ -> {}, () -> false), run -> ran(job, run),
                told::failed);
    }

    private void ran(ImportJob job, JobRun run) {
        run.aside().forEach(told::aside);
        run.taken().forEach(told::taken);
        if (run.aside().isEmpty() && run.taken().isEmpty()) {
            told.nothing(job);
        }
        changed();
    }

    /**
     * Keeps a saved import, or changes the one of its name.
     *
     * @param job the import
     */
    public void save(ImportJob job) {
        act("job-save", () -> jobs.save(job));
    }

    /**
     * Removes a saved import.
     *
     * @param job the import
     */
    public void remove(ImportJob job) {
        act("job-remove", () -> jobs.remove(job.name()));
    }

    /**
     * Leaves a file that waits out.
     *
     * @param one the file
     */
    public void leave(Waiting one) {
        act("job-leave", () -> {
            jobs.decide(one, JobFile.End.LEFT, 0);
            return 0L;
        });
    }

    private void act(String name, Callable<Long> act) {
        background.run(name, act, _ -> changed(), told::failed);
    }

    /** Something was decided elsewhere: what waits and what is kept is read again, and watched folders are looked at. */
    public void changed() {
        background.run("job-waiting", jobs::waiting, this::waits, told::failed);
        read();
        look();
    }

    /** {@return the saved imports by name} */
    public ReadOnlyObjectProperty<List<Row>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** {@return files that wait for the user} */
    public ReadOnlyObjectProperty<List<Waiting>> waitingProperty() {
        return waiting.getReadOnlyProperty();
    }
}
