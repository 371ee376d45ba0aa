package app.kith.cli;

import app.kith.desk.Desk;
import app.kith.desk.JobFile;
import app.kith.desk.JobRun;
import app.kith.desk.Jobs;
import app.kith.exchange.EntryPlan;
import app.kith.exchange.ImportFile;
import app.kith.exchange.ImportJob;
import app.kith.exchange.ImportPlan;
import app.kith.exchange.Importer;
import app.kith.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kith jobs …}: imports that are kept, and watched folders. */
final class JobsCommands {
    private static final int SOME_REFUSED = 6;

    private JobsCommands() {}

    static CommandLine of(Shell shell) {
        return new CommandLine(new Group()).addSubcommand(new ListAll(shell)).addSubcommand(new Add(shell))
                .addSubcommand(new Run(shell)).addSubcommand(new Look(shell)).addSubcommand(new Remove(shell));
    }

    @Command(name = "jobs", description = "saved imports and watched folders", synopsisSubcommandLabel = "COMMAND")
    private static final class Group {}

    /** Runs a job and says what came of it. */
    static int run(Shell shell, String name) {
        Terminal terminal = shell.terminal();
        Words words = terminal.words();
        try (Desk desk = shell.desk()) {
            JobRun run = desk.jobs().run(desk.jobs().find(name),
                    rows -> terminal.progress(words.count("import.rows", rows)), () -> false);
            terminal.endProgress();
            if (terminal.json()) {
                terminal.document(json(run, terminal));
            } else {
                print(run, terminal);
            }
            return run.hasRefused() ? SOME_REFUSED : 0;
        }
    }

    private static Map<String, Object> json(JobRun run, Terminal terminal) {
        ImportPlan contacts = run.contacts();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("files", contacts == null
                ? List.of()
                : contacts.files().stream().map(new ImportReport(terminal)::json).toList());
        EntryPlan entries = run.entries();
        json.put("entries", entries == null
                ? List.of()
                : entries.files().stream().map(file -> EntriesImport.json(file, terminal.words())).toList());
        json.put("taken", run.taken().stream().map(JobsCommands::json).toList());
        json.put("aside", run.aside().stream().map(one -> json(one, terminal.words())).toList());
        return json;
    }

    private static Map<String, Object> json(Jobs.Taken taken) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("job", taken.job().name());
        json.put("files", taken.files().stream().map(String::valueOf).toList());
        json.put("kind", taken.mail() ? "mail" : "table");
        json.put("changed", taken.rows());
        json.put("change", taken.change() == 0 ? null : taken.change());
        return json;
    }

    private static Map<String, Object> json(Jobs.Aside aside, Words words) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("job", aside.job().name());
        json.put("file", aside.file().toString());
        json.put("reason", aside.reason().text(words));
        return json;
    }

    private static void print(JobRun run, Terminal terminal) {
        ImportPlan contacts = run.contacts();
        if (contacts != null) {
            contacts.files().forEach(new ImportReport(terminal)::print);
        }
        EntryPlan entries = run.entries();
        if (entries != null) {
            entries.files().forEach(file -> EntriesImport.print(file, terminal));
        }
        run.taken().forEach(taken -> print(taken, terminal));
        run.aside().forEach(aside -> terminal.note(aside.reason().text(terminal.words())));
        if (run.taken().isEmpty() && run.aside().isEmpty()) {
            terminal.line(terminal.words().get("job.no-files"));
        }
    }

    private static void print(Jobs.Taken taken, Terminal terminal) {
        terminal.line(terminal.words().count("job.taken", taken.files().size(), taken.job().name(), taken.rows()));
        if (taken.change() != 0) {
            terminal.changed(taken.change());
        }
    }

    @Command(name = "list", description = "print the saved imports, and what became of their files")
    private static final class ListAll extends DeskCommand {
        ListAll(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            Words words = terminal.words();
            List<ImportJob> jobs = desk.jobs().list();
            terminal.items(jobs.stream().map(job -> json(job, desk.jobs().files(job.name()), words)).toList(), () -> {
                Table table = new Table(List.of(words.get("job.head.name"), words.get("job.head.files"),
                        words.get("job.head.watched"), words.get("job.head.latest")));
                jobs.forEach(job -> table.row(job.name(), job.folder() + java.io.File.separator + job.pattern(),
                        job.watched() ? words.get("job.watched") : "",
                        desk.jobs().files(job.name()).stream().findFirst()
                                .map(file -> file.name() + ": " + words.get("job.end." + word(file))).orElse("")));
                return table;
            });
        }

        private static Map<String, Object> json(ImportJob job, List<JobFile> files, Words words) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("name", job.name());
            json.put("folder", job.folder().toString());
            json.put("pattern", job.pattern());
            json.put("preset", job.choice().preset());
            json.put("fields", job.choice().fields());
            json.put("key", job.options().key().name().toLowerCase(Locale.ROOT));
            json.put("mode", job.options().mode().name().toLowerCase(Locale.ROOT));
            json.put("account", job.account().isEmpty() ? null : job.account());
            json.put("watched", job.watched());
            json.put("files", files.stream().map(file -> json(file, words)).toList());
            return json;
        }

        private static Map<String, Object> json(JobFile file, Words words) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("file", file.name());
            json.put("at", file.at().toString());
            json.put("end", word(file));
            json.put("change", file.change() == 0 ? null : file.change());
            json.put("reason", file.reason() == null ? null : file.reason().text(words));
            return json;
        }
    }

    private static String word(JobFile file) {
        return file.end().name().toLowerCase(Locale.ROOT);
    }

    @Command(name = "add", description = "keep an import of a file or folder, or change the one of that name")
    private static final class Add extends DeskCommand {
        @Parameters(index = "0", paramLabel = "NAME", description = "its name")
        private String name = "";

        @Parameters(index = "1", paramLabel = "PATH", description = "a file, or the folder in which the files lie")
        private Path path = Path.of("");

        @Option(names = "--pattern", paramLabel = "P", description = "which files of the folder: *.xlsx, orders-*.csv (default: all)")
        private String pattern = "*";

        @Option(names = "--watch", description = "look at the folder while the window is open, and at kith jobs look")
        private boolean watch;

        @Option(names = "--preset", paramLabel = "auto|NAME", description = "as for kith import")
        private String preset = "auto";

        @Option(names = "--field", paramLabel = "COLUMN=FIELD", description = "as for kith import")
        private Map<String, String> fields = new LinkedHashMap<>();

        @Option(names = "--key", paramLabel = "email|phone|id", description = "as for kith import")
        private Importer.Key key = Importer.Key.AUTO;

        @Option(names = "--mode", paramLabel = "create|update|both", description = "as for kith import")
        private Importer.Mode mode = Importer.Mode.BOTH;

        @Option(names = "--account", paramLabel = "E", description = "whose mail it is (default: the first account)")
        private @Nullable String account;

        Add(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            Path whole = path.toAbsolutePath().normalize();
            Path folder = Files.isDirectory(whole) ? whole : whole.getParent();
            boolean file = folder != null && !folder.equals(whole);
            terminal.changed(desk.jobs().save(new ImportJob(name, folder == null ? whole : folder,
                    file ? String.valueOf(whole.getFileName()) : pattern, new ImportFile.Choice(preset, fields),
                    new Importer.Options(key, mode), account == null ? "" : desk.accounts().find(account).email(),
                    watch)));
        }
    }

    @Command(name = "run", description = "take in all files of a saved import; what is there already is not doubled")
    private static final class Run implements java.util.concurrent.Callable<Integer> {
        private final Shell shell;

        @Parameters(paramLabel = "NAME", description = "its name")
        private String name = "";

        Run(Shell shell) {
            this.shell = shell;
        }

        @Override
        public Integer call() {
            return JobsCommands.run(shell, name);
        }
    }

    @Command(name = "look", description = "look at the watched folders once, as the window does: take what raises no question, and say what waits")
    private static final class Look extends DeskCommand {
        private boolean waits;

        Look(Shell shell) {
            super(shell);
        }

        @Override
        int exit() {
            return waits ? SOME_REFUSED : 0;
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            Words words = terminal.words();
            Jobs.Look look = desk.jobs().look();
            waits = !look.waiting().isEmpty() || !look.aside().isEmpty();
            if (terminal.json()) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("taken", look.taken().stream().map(JobsCommands::json).toList());
                json.put("waiting", look.waiting().stream()
                        .map(one -> json(new Jobs.Aside(one.job(), one.file(), one.reason()), words)).toList());
                json.put("aside", look.aside().stream().map(one -> json(one, words)).toList());
                terminal.document(json);
                return;
            }
            look.taken().forEach(taken -> print(taken, terminal));
            look.waiting().forEach(one -> terminal.line(words.get("job.waiting-line",
                    String.valueOf(one.file().getFileName()), one.reason())));
            look.aside().forEach(one -> terminal.note(one.reason().text(words)));
            if (look.taken().isEmpty() && !waits) {
                terminal.line(words.get("job.nothing-new"));
            }
        }
    }

    @Command(name = "remove", description = "forget a saved import; what it took in stays")
    private static final class Remove extends DeskCommand {
        @Parameters(paramLabel = "NAME", description = "its name")
        private String name = "";

        Remove(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            terminal.changed(desk.jobs().remove(name));
        }
    }
}
