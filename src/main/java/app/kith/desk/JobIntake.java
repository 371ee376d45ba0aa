package app.kith.desk;

import app.kith.desk.Jobs.Aside;
import app.kith.desk.Jobs.Taken;
import app.kith.exchange.EntryFile;
import app.kith.exchange.EntryPlan;
import app.kith.exchange.ImportFile;
import app.kith.exchange.ImportJob;
import app.kith.exchange.ImportPlan;
import app.kith.exchange.MailFiles;
import app.kith.exchange.PlannedCard;
import app.kith.exchange.Presets;
import app.kith.words.KithException;
import app.kith.words.Note;
import app.kith.words.Problem;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Takes the files of a saved import in, whatever they hold: contacts, activities and records, mail. */
final class JobIntake {
    private final Imports imports;
    private final EntryImports entries;
    private final MailImports mail;
    private final Accounts accounts;

    JobIntake(Imports imports, EntryImports entries, MailImports mail, Accounts accounts) {
        this.imports = imports;
        this.entries = entries;
        this.mail = mail;
        this.accounts = accounts;
    }

    /**
     * Why files wait for the user.
     *
     * @param changing how many of their rows would change something
     * @param reason why
     */
    record Question(int changing, Note reason) {}

    /**
     * Tells whether files can be taken unasked.
     *
     * @param files the files
     * @return why they have to wait; null where they need not
     * @throws KithException where one cannot be read
     */
    @Nullable
    Question question(ImportJob job, List<Path> files) {
        Presets presets = imports.presets();
        List<ImportFile> contacts = new ArrayList<>();
        List<EntryFile> tables = new ArrayList<>();
        for (Path file : files) {
            if (MailFiles.isMail(file)) {
                if (accounts.list().isEmpty()) {
                    return new Question(0, Note.of("import.mail-no-account"));
                }
                if (MailFiles.mayHoldContacts(file)) {
                    contacts.add(contactFile(job, file, presets));
                }
            } else if (EntryFile.isOne(file, job.choice())) {
                tables.add(entryFile(job, file));
            } else {
                contacts.add(contactFile(job, file, presets));
            }
        }
        EntryPlan plan = entries.plan(tables, job.options().mode(), _ -> {}, () -> false);
        if (plan.hasRefused()) {
            return new Question(plan.changing(), Note.of("job.waits",
                    plan.files().stream().mapToInt(EntryPlan.FilePlan::rows).sum(), 0,
                    plan.files().stream().mapToInt(file -> file.refused().size()).sum()));
        }
        return question(imports.plan(contacts, job.options(), _ -> {}, () -> false));
    }

    private static @Nullable Question question(ImportPlan plan) {
        return plan.hasRefused()
                ? new Question(changing(plan), Note.of("job.waits", rows(plan),
                        count(plan, PlannedCard.Kind.CONFLICT), count(plan, PlannedCard.Kind.REFUSED)))
                : null;
    }

    private static int rows(ImportPlan plan) {
        return plan.files().stream().mapToInt(ImportPlan.FilePlan::rows).sum();
    }

    private static int count(ImportPlan plan, PlannedCard.Kind kind) {
        return plan.files().stream().mapToInt(file -> file.count(kind)).sum();
    }

    private static int changing(ImportPlan plan) {
        return count(plan, PlannedCard.Kind.NEW) + count(plan, PlannedCard.Kind.CHANGED)
                + count(plan, PlannedCard.Kind.JOINED);
    }

    private static ImportFile contactFile(ImportJob job, Path file, Presets presets) {
        return ImportFile.open(file, presets, job.choice());
    }

    private static EntryFile entryFile(ImportJob job, Path file) {
        return EntryFile.open(file, job.choice(), ZoneId.systemDefault());
    }

    /** Takes files in: contacts first, then entries, each as one change set, then mail. What cannot be read is set aside. */
    JobRun run(ImportJob job, List<Path> files, LongConsumer progress, BooleanSupplier stop) {
        List<Taken> taken = new ArrayList<>();
        List<Aside> aside = new ArrayList<>();
        List<Path> letters = new ArrayList<>();
        List<EntryFile> tables = new ArrayList<>();
        List<ImportFile> contacts = new ArrayList<>();
        Presets presets = imports.presets();
        for (Path file : files) {
            unlessBroken(job, file, aside, () -> {
                if (MailFiles.isMail(file)) {
                    letters.add(file);
                    if (MailFiles.mayHoldContacts(file)) {
                        contacts.add(contactFile(job, file, presets));
                    }
                } else if (EntryFile.isOne(file, job.choice())) {
                    tables.add(entryFile(job, file));
                } else {
                    contacts.add(contactFile(job, file, presets));
                }
            });
        }
        Function<List<ImportFile>, ImportPlan> planning = some -> imports.plan(some, job.options(), progress, stop);
        ImportPlan plan = planning.apply(whole(job, contacts, ImportFile::path, planning, aside));
        enter(job, plan.files().stream().map(one -> one.file().path()).toList(), changing(plan),
                () -> imports.enter(plan, job.options()).orElse(0), taken);
        Function<List<EntryFile>, EntryPlan> entering = some -> entries.plan(some, job.options().mode(), progress,
                stop);
        EntryPlan entryPlan = entering.apply(whole(job, tables, EntryFile::path, entering, aside));
        enter(job, entryPlan.files().stream().map(one -> one.file().path()).toList(), entryPlan.changing(),
                () -> entries.enter(entryPlan, job.options().mode()).orElse(0), taken);
        List<MailImports.Done> done = new ArrayList<>();
        letters.forEach(file -> unlessBroken(job, file, aside, () -> {
            MailImports.Done one = mail.take(file, Jobs.account(job, accounts), progress, stop);
            done.add(one);
            taken.add(new Taken(job, List.of(file), one.taken(), 0, true));
        }));
        return new JobRun(plan.files().isEmpty() ? null : plan, entryPlan.files().isEmpty() ? null : entryPlan, done,
                taken, aside);
    }

    private static void enter(ImportJob job, List<Path> files, int rows, java.util.function.LongSupplier enter,
            List<Taken> taken) {
        if (!files.isEmpty()) {
            taken.add(new Taken(job, files, rows, enter.getAsLong(), false));
        }
    }

    /** A file that cannot be read to its end is taken out, and the others are planned without it. */
    private static <F> List<F> whole(ImportJob job, List<F> files, Function<F, Path> path,
            Function<List<F>, ?> planning, List<Aside> aside) {
        List<F> whole = new ArrayList<>();
        files.forEach(file -> unlessBroken(job, path.apply(file), aside, () -> {
            if (planning.apply(List.of(file)) != null) {
                whole.add(file);
            }
        }));
        return whole;
    }

    private static void unlessBroken(ImportJob job, Path file, List<Aside> aside, Runnable act) {
        try {
            act.run();
        } catch (KithException failure) {
            if (failure.problem() == Problem.CANCELLED) {
                throw failure;
            }
            aside.add(new Aside(job, file, JobFile.reason(failure)));
        }
    }
}
