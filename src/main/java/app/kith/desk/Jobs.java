package app.kith.desk;

import app.kith.account.Account;
import app.kith.change.Actor;
import app.kith.change.Change;
import app.kith.change.Change.TextChange;
import app.kith.change.Journal;
import app.kith.desk.JobFile.End;
import app.kith.exchange.ImportJob;
import app.kith.exchange.MailFiles;
import app.kith.store.UserTextView;
import app.kith.words.KithException;
import app.kith.words.Note;
import app.kith.words.Problem;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/**
 * Imports that the user keeps to do again, and folders that are looked at by themselves. The jobs, and by digest what became of each
 * file, are kept in the ledger. A run takes all files of a job, for an import never doubles anything; a look takes only what no
 * look or run has met before, and only what raises no question: the rest waits for the user. Blocks; thread-safe.
 */
public final class Jobs {
    private static final String JOB = "job/";
    private static final String FILE = "job-file/";

    private final JobIntake intake;
    private final UserTextView texts;
    private final Journal journal;
    private final Clock clock;
    private final Map<String, FileStamp> met = new LinkedHashMap<>();
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();

    Jobs(JobIntake intake, UserTextView texts, Journal journal, Clock clock) {
        this.intake = intake;
        this.texts = texts;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * A file that waits for the user.
     *
     * @param job its job
     * @param file the file
     * @param digest its digest, hexadecimal
     * @param changing how many of its rows would change something
     * @param reason why it waits
     */
    public record Waiting(ImportJob job, Path file, String digest, int changing, Note reason) {}

    /**
     * A file that cannot be read.
     *
     * @param job its job
     * @param file the file, or the folder where that cannot be read
     * @param reason why
     */
    public record Aside(ImportJob job, Path file, Note reason) {}

    /**
     * What was taken in.
     *
     * @param job the job
     * @param files the files
     * @param rows how many rows changed something, or how many mails are new
     * @param change number of the change set; 0 where there was nothing to change, or it is mail
     * @param mail whether it is mail, which is taken back by {@link MailImports#remove}
     */
    public record Taken(ImportJob job, List<Path> files, long rows, long change, boolean mail) {}

    /**
     * What a look came to.
     *
     * @param taken what was taken in
     * @param waiting all that waits, also from earlier looks
     * @param aside what cannot be read and was met for the first time
     */
    public record Look(List<Taken> taken, List<Waiting> waiting, List<Aside> aside) {}

    /** {@return the jobs by name, in its order} */
    public List<ImportJob> list() {
        return texts.all(JOB).entrySet().stream().flatMap(each -> ImportJob.of(each.getKey(), each.getValue()).stream())
                .toList();
    }

    /**
     * A job.
     *
     * @param name its name
     * @return the job
     * @throws KithException NOT_FOUND
     */
    public ImportJob find(String name) {
        return list().stream().filter(job -> job.name().equals(name.strip())).findFirst()
                .orElseThrow(() -> new KithException(Problem.NOT_FOUND, name));
    }

    /**
     * Keeps a job, or changes the one of its name.
     *
     * @param job the job
     * @return number of the change set; 0 if it was kept so already
     */
    public long save(ImportJob job) {
        return enter(Actor.USER, "job-saved " + job.name(), Map.of(JOB + job.name(), job.text()));
    }

    /**
     * Removes a job, and what is known of its files. What it took in stays.
     *
     * @param name its name
     * @return number of the change set
     * @throws KithException NOT_FOUND
     */
    public synchronized long remove(String name) {
        ImportJob job = find(name);
        Map<String, String> gone = new LinkedHashMap<>();
        gone.put(JOB + job.name(), "");
        texts.all(files(job)).keySet().forEach(digest -> gone.put(files(job) + digest, ""));
        waiting.values().removeIf(one -> one.job().name().equals(job.name()));
        met.keySet().removeIf(key -> key.startsWith(files(job)));
        return enter(Actor.USER, "job-removed " + job.name(), gone);
    }

    /**
     * What became of the files of a job.
     *
     * @param job the job
     * @return the files, the latest first
     */
    public List<JobFile> files(String job) {
        return texts.all(FILE + job + "/").values().stream().flatMap(text -> JobFile.of(text).stream())
                .sorted((a, b) -> b.at().compareTo(a.at())).toList();
    }

    /**
     * Takes in all files of a job: contacts and entries each as one change set. Rows that are refused are told, and the others taken.
     *
     * @param job the job
     * @param progress told how many rows or mails were read
     * @param stop asked now and then; true stops it
     * @return what came of it
     * @throws KithException DISK where the folder cannot be read; CANCELLED
     */
    public synchronized JobRun run(ImportJob job, LongConsumer progress, BooleanSupplier stop) {
        JobRun run = intake.run(job, job.files(), progress, stop);
        Map<Path, FileStamp> stamps = new LinkedHashMap<>();
        job.files().forEach(file -> stamps.put(file, FileStamp.of(file)));
        Map<String, String> ends = new LinkedHashMap<>();
        run.taken().forEach(taken -> taken.files().forEach(file -> end(job, stamps.get(file), file,
                new JobFile(name(file), clock.instant(), End.TAKEN, taken.change(), null), ends)));
        run.aside().forEach(aside -> end(job, stamps.get(aside.file()), aside.file(),
                new JobFile(name(aside.file()), clock.instant(), End.ASIDE, 0, aside.reason()), ends));
        note(job, ends);
        return run;
    }

    private void end(ImportJob job, @org.jspecify.annotations.Nullable FileStamp stamp, Path file, JobFile what,
            Map<String, String> ends) {
        if (stamp != null) {
            String digest = FileStamp.digest(file);
            met.put(files(job) + file, stamp);
            waiting.remove(files(job) + digest);
            ends.put(files(job) + digest, what.text());
        }
    }

    private static String files(ImportJob job) {
        return FILE + job.name() + "/";
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /**
     * Looks at all watched folders and takes in what is new and raises no question.
     *
     * @return what it came to
     */
    public synchronized Look look() {
        List<Taken> taken = new ArrayList<>();
        List<Aside> aside = new ArrayList<>();
        for (ImportJob job : list()) {
            if (job.watched()) {
                look(job, taken, aside);
            }
        }
        return new Look(taken, List.copyOf(waiting.values()), aside);
    }

    /** {@return all that waits, as the last look found it} */
    public synchronized List<Waiting> waiting() {
        return List.copyOf(waiting.values());
    }

    private void look(ImportJob job, List<Taken> taken, List<Aside> aside) {
        Map<Path, String> fresh;
        try {
            fresh = fresh(job);
        } catch (KithException e) {
            aside(job, job.folder(), e, aside);
            return;
        }
        Map<String, String> ends = new LinkedHashMap<>();
        List<Path> clear = new ArrayList<>();
        fresh.forEach((file, digest) -> {
            if (isClear(job, file, digest, aside, ends)) {
                clear.add(file);
            }
        });
        for (List<Path> files : together(job, clear)) {
            // Where files are clear only one by one, what was taken before may raise a question about the next.
            boolean still = files.size() == clear.size()
                    || isClear(job, files.getFirst(), String.valueOf(fresh.get(files.getFirst())), aside, ends);
            JobRun run = still ? intake.run(job, files, _ -> {}, () -> false) : JobRun.NOTHING;
            run.taken().forEach(each -> {
                taken.add(each);
                each.files().forEach(file -> ends.put(files(job) + fresh.get(file),
                        new JobFile(name(file), clock.instant(), End.TAKEN, each.change(), null).text()));
            });
        }
        note(job, ends);
    }

    private boolean isClear(ImportJob job, Path file, String digest, List<Aside> aside, Map<String, String> ends) {
        try {
            JobIntake.Question question = intake.question(job, List.of(file));
            if (question != null) {
                waiting.put(files(job) + digest,
                        new Waiting(job, file, digest, question.changing(), question.reason()));
                if (MailFiles.isMail(file)) {
                    met.remove(files(job) + file); // It waits for an account, not for an answer.
                }
            } else {
                waiting.remove(files(job) + digest);
            }
            return question == null;
        } catch (KithException e) {
            Note reason = JobFile.reason(e);
            aside.add(new Aside(job, file, reason));
            ends.put(files(job) + digest, new JobFile(name(file), clock.instant(), End.ASIDE, 0, reason).text());
            return false;
        }
    }

    /** All at once where they raise no question together either, else one by one. */
    private List<List<Path>> together(ImportJob job, List<Path> clear) {
        if (clear.isEmpty()) {
            return List.of();
        }
        List<Path> tables = clear.stream().filter(file -> !MailFiles.isMail(file)).toList();
        return tables.size() < 2 || intake.question(job, tables) == null
                ? List.of(clear)
                : clear.stream().map(List::of).toList();
    }

    private final Map<Path, Problem> unreachable = new LinkedHashMap<>();

    /** A folder that cannot be read is told once, until it can be read again. */
    private void aside(ImportJob job, Path folder, KithException failure, List<Aside> aside) {
        if (unreachable.put(folder, failure.problem()) == null) {
            aside.add(new Aside(job, folder, JobFile.reason(failure)));
        }
    }

    /** The files of a job of which nothing is known yet, with their digests; those that are still growing are left for the next look. */
    private Map<Path, String> fresh(ImportJob job) {
        Map<Path, String> fresh = new LinkedHashMap<>();
        List<Path> files = job.files();
        unreachable.remove(job.folder());
        Map<String, String> known = texts.all(files(job));
        waiting.values().removeIf(one -> one.job().name().equals(job.name()) && !files.contains(one.file()));
        for (Path file : files) {
            FileStamp stamp = FileStamp.of(file);
            if (stamp == null || stamp.isYoung(clock) || stamp.equals(met.get(files(job) + file))) {
                continue;
            }
            String digest = FileStamp.digest(file);
            if (digest.isEmpty() || !stamp.equals(FileStamp.of(file))) {
                continue;
            }
            met.put(files(job) + file, stamp);
            waiting.values().removeIf(one -> one.file().equals(file) && !one.digest().equals(digest));
            if (!known.containsKey(digest) && !fresh.containsValue(digest)) {
                fresh.put(file, digest);
            }
        }
        return fresh;
    }

    /**
     * Notes that the user has decided about a file that waited.
     *
     * @param one the file
     * @param end what became of it: taken or left
     * @param change number of the change set that took it; 0 for none
     */
    public synchronized void decide(Waiting one, End end, long change) {
        waiting.remove(files(one.job()) + one.digest());
        note(one.job(), Map.of(files(one.job()) + one.digest(),
                new JobFile(name(one.file()), clock.instant(), end, change, null).text()));
    }

    private void note(ImportJob job, Map<String, String> ends) {
        if (!ends.isEmpty()) {
            enter(Actor.RULE, "job-files " + job.name(), ends);
        }
    }

    private long enter(Actor actor, String reason, Map<String, String> wanted) {
        return journal.enter(actor, reason, _ -> {
            List<Change> changes = new ArrayList<>();
            wanted.forEach((key, after) -> {
                String before = texts.all(key).getOrDefault("", "");
                if (!before.equals(after)) {
                    changes.add(new TextChange(key, before, after));
                }
            });
            return changes;
        }).orElse(0);
    }

    /**
     * Whose mail the files of a job are.
     *
     * @param job the job
     * @param accounts the user's accounts
     * @return the account
     * @throws KithException ACCOUNT_UNKNOWN
     */
    static Account account(ImportJob job, Accounts accounts) {
        return job.account().isEmpty()
                ? accounts.list().stream().findFirst()
                        .orElseThrow(() -> new KithException(Problem.ACCOUNT_UNKNOWN, job.name()))
                : accounts.find(job.account());
    }
}
