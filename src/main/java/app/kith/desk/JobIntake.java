package app.kith.desk;

import app.kith.desk.Jobs.Aside;
import app.kith.desk.Jobs.Taken;
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
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Takes the files of a saved import in, whatever they hold. */
final class JobIntake {
    private final Imports imports;
    private final MailImports mail;
    private final Accounts accounts;

    JobIntake(Imports imports, MailImports mail, Accounts accounts) {
        this.imports = imports;
        this.mail = mail;
        this.accounts = accounts;
    }

    /**
     * Tells whether files can be taken unasked.
     *
     * @param files files of one kind
     * @return why they have to wait; null where they need not
     * @throws KithException where one cannot be read
     */
    @Nullable
    Question question(ImportJob job, List<Path> files) {
        if (MailFiles.isMail(files.getFirst())) {
            return accounts.list().isEmpty() ? new Question(0, Note.of("import.mail-no-account")) : null;
        }
        Presets presets = imports.presets();
        ImportPlan plan = imports.plan(files.stream().map(file -> open(job, file, presets)).toList(), job.options(),
                _ -> {}, () -> false);
        return plan.hasRefused()
                ? new Question(changing(plan), Note.of("job.waits", rows(plan),
                        count(plan, PlannedCard.Kind.CONFLICT), count(plan, PlannedCard.Kind.REFUSED)))
                : null;
    }

    /**
     * Why files wait for the user.
     *
     * @param changing how many of their rows would change something
     * @param reason why
     */
    record Question(int changing, Note reason) {}

    private static int rows(ImportPlan plan) {
        return plan.files().stream().mapToInt(ImportPlan.FilePlan::rows).sum();
    }

    private static int count(ImportPlan plan, PlannedCard.Kind kind) {
        return plan.files().stream().mapToInt(file -> file.count(kind)).sum();
    }

    private static ImportFile open(ImportJob job, Path file, Presets presets) {
        return ImportFile.open(file, presets, job.choice());
    }

    private static int changing(ImportPlan plan) {
        return count(plan, PlannedCard.Kind.NEW) + count(plan, PlannedCard.Kind.CHANGED)
                + count(plan, PlannedCard.Kind.JOINED);
    }

    /** Takes files in: contacts as one change set. What cannot be read is set aside. */
    JobRun run(ImportJob job, List<Path> files, LongConsumer progress, BooleanSupplier stop) {
        List<Taken> taken = new ArrayList<>();
        List<Aside> aside = new ArrayList<>();
        List<MailImports.Done> done = new ArrayList<>();
        List<ImportFile> contacts = new ArrayList<>();
        Presets presets = imports.presets();
        for (Path file : files) {
            try {
                if (MailFiles.isMail(file)) {
                    MailImports.Done one = mail.take(file, Jobs.account(job, accounts), progress, stop);
                    done.add(one);
                    taken.add(new Taken(job, List.of(file), one.taken(), 0, true));
                } else {
                    contacts.add(open(job, file, presets));
                }
            } catch (KithException e) {
                aside(job, file, e, aside);
            }
        }
        ImportPlan plan = contacts.isEmpty() ? null : plan(job, contacts, aside, progress, stop);
        if (plan != null && !plan.files().isEmpty()) {
            long change = imports.enter(plan, job.options()).orElse(0);
            taken.add(new Taken(job, plan.files().stream().map(one -> one.file().path()).toList(), changing(plan),
                    change, false));
        }
        return new JobRun(plan, done, taken, aside);
    }

    /** A file that cannot be read to its end is taken out, and the others are planned without it. */
    private ImportPlan plan(ImportJob job, List<ImportFile> files, List<Aside> aside, LongConsumer progress,
            BooleanSupplier stop) {
        List<ImportFile> whole = new ArrayList<>();
        if (files.size() == 1) {
            whole.addAll(files);
        } else {
            for (ImportFile file : files) {
                try {
                    imports.plan(List.of(file), job.options(), progress, stop);
                    whole.add(file);
                } catch (KithException e) {
                    aside(job, file.path(), e, aside);
                }
            }
        }
        try {
            return imports.plan(whole, job.options(), progress, stop);
        } catch (KithException e) {
            if (files.size() > 1) {
                throw e;
            }
            aside(job, files.getFirst().path(), e, aside);
            return imports.plan(List.of(), job.options(), progress, stop);
        }
    }

    private static void aside(ImportJob job, Path file, KithException failure, List<Aside> aside) {
        if (failure.problem() == Problem.CANCELLED) {
            throw failure;
        }
        aside.add(new Aside(job, file, JobFile.reason(failure)));
    }
}
