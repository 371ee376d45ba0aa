package app.kith.cli;

import app.kith.desk.Backup;
import app.kith.desk.BackupFile;
import app.kith.desk.BackupPlan;
import app.kith.desk.Backups;
import app.kith.desk.Desk;
import app.kith.words.Words;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kith backup …} */
final class BackupCommands {
    private static final int DAMAGED = 5;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
            .withZone(ZoneId.systemDefault());

    private BackupCommands() {}

    static CommandLine of(Shell shell) {
        return new CommandLine(new Group()).addSubcommand(new Create(shell)).addSubcommand(new ListAll(shell))
                .addSubcommand(new Verify(shell)).addSubcommand(new Restore(shell)).addSubcommand(new Plan(shell));
    }

    @Command(name = "backup", description = "backups: the logs and the sealed keys in one file", synopsisSubcommandLabel = "COMMAND")
    private static final class Group {}

    private static Map<String, Object> json(Backup backup) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", backup.file().toString());
        json.put("made", backup.made().toString());
        json.put("bytes", backup.bytes());
        json.put("changes", backup.changes());
        json.put("opensWith", PassphraseCommands.json(backup.ways()));
        return json;
    }

    @Command(name = "create", description = "make a backup; of those without --out the newest ten are kept")
    private static final class Create implements Callable<Integer> {
        private final Shell shell;

        @Option(names = "--out", paramLabel = "F", description = "the file (default: one in the folder of the plan)")
        private @Nullable Path out;

        Create(Shell shell) {
            this.shell = shell;
        }

        @Override
        public Integer call() {
            Terminal terminal = shell.terminal();
            try (Desk desk = shell.desk()) {
                Backups backups = desk.backups();
                java.util.function.LongConsumer progress = bytes -> terminal
                        .progress(terminal.words().get("cli.backup.copied", bytes >> 20));
                Backup made = out == null
                        ? backups.create(progress, () -> false)
                        : backups.create(out, progress, () -> false);
                terminal.endProgress();
                if (terminal.json()) {
                    terminal.document(json(made));
                } else {
                    terminal.line(terminal.words().get("cli.backup.made", made.file()));
                    terminal.line(PassphraseCommands.backupOpens(made.ways(), terminal.words()));
                }
                return 0;
            }
        }
    }

    @Command(name = "list", description = "list the backups in the folder of the plan; without one, beside the data folder")
    private static final class ListAll implements Callable<Integer> {
        private final Shell shell;

        ListAll(Shell shell) {
            this.shell = shell;
        }

        @Override
        public Integer call() {
            Terminal terminal = shell.terminal();
            Words words = terminal.words();
            Path folder = Backups.folder(shell.home());
            List<Backup> all = BackupFile.list(folder);
            if (terminal.json()) {
                terminal.document(Map.of("items", all.stream().map(BackupCommands::json).toList()));
            } else if (all.isEmpty()) {
                terminal.line(words.get("cli.backup.none", folder));
            } else {
                Table table = new Table(List.of(words.get("cli.backup.when"), words.get("cli.backup.size"),
                        words.get("guard.opens-with"), words.get("cli.backup.file")));
                all.forEach(one -> table.row(WHEN.format(one.made()), one.bytes() >> 20,
                        words.get(one.ways().elsewhere() ? "guard.opens.elsewhere" : "guard.opens.here"),
                        one.file().getFileName()));
                terminal.table(table);
            }
            return 0;
        }
    }

    @Command(name = "verify", description = "build everything from a backup in a folder of its own, and look it through")
    private static final class Verify implements Callable<Integer> {
        private final Shell shell;

        @Parameters(paramLabel = "F", description = "the backup")
        @SuppressWarnings("NullAway.Init")
        private Path file;

        Verify(Shell shell) {
            this.shell = shell;
        }

        @Override
        public Integer call() {
            Terminal terminal = shell.terminal();
            Words words = terminal.words();
            BackupFile.Verified verified = shell.opening(shell.options(false),
                    options -> BackupFile.verify(file, options,
                            bytes -> terminal.progress(words.get("cli.checked", bytes / 1_000_000))));
            terminal.endProgress();
            if (terminal.json()) {
                Map<String, Object> json = json(verified.backup());
                json.put("ok", verified.ok());
                json.put("counts", verified.findings().counts());
                json.put("digest", verified.findings().digest());
                json.put("damages", verified.findings().damages());
                json.put("faults", verified.findings().faults());
                terminal.document(json);
            } else {
                terminal.line(words.get(verified.ok() ? "cli.backup.ok" : "cli.backup.not-ok", file));
                terminal.line(PassphraseCommands.backupOpens(verified.backup().ways(), words));
            }
            return verified.ok() ? 0 : DAMAGED;
        }
    }

    @Command(name = "restore", description = "make a data folder of a backup")
    private static final class Restore implements Callable<Integer> {
        private final Shell shell;

        @Parameters(paramLabel = "F", description = "the backup")
        @SuppressWarnings("NullAway.Init")
        private Path file;

        @Option(names = "--into", paramLabel = "DIR", required = true, description = "the folder; not there, or empty")
        @SuppressWarnings("NullAway.Init")
        private Path into;

        Restore(Shell shell) {
            this.shell = shell;
        }

        @Override
        public Integer call() {
            Terminal terminal = shell.terminal();
            Backup backup = BackupFile.restore(file, into);
            boolean opens = shell.unlock(into);
            if (terminal.json()) {
                Map<String, Object> json = json(backup);
                json.put("into", into.toString());
                json.put("opensHere", opens);
                terminal.document(json);
            } else {
                Words words = terminal.words();
                terminal.line(words.get("cli.backup.restored", into));
                terminal.line(words.get(opens ? "guard.restored.opens" : "guard.restored.closed"));
            }
            return 0;
        }
    }

    @Command(name = "plan", description = "when the window makes backups by itself, and where they go")
    private static final class Plan implements Callable<Integer> {
        private final Shell shell;

        @Option(names = "--every", paramLabel = "WHEN", description = "hand, daily or weekly")
        private BackupPlan.@Nullable Every every;

        @Option(names = "--folder", paramLabel = "DIR", description = "the folder, which must be there; empty for the usual one")
        private @Nullable String folder;

        Plan(Shell shell) {
            this.shell = shell;
        }

        @Override
        public Integer call() {
            Terminal terminal = shell.terminal();
            BackupPlan plan = Backups.plan(shell.home());
            if (every != null || folder != null) {
                plan = new BackupPlan(every != null ? every : plan.every(),
                        folder == null ? plan.folder() : folder.isEmpty() ? null : Path.of(folder));
                try (Desk desk = shell.desk()) {
                    desk.backups().keep(plan);
                }
            }
            String when = plan.every().name().toLowerCase(Locale.ROOT);
            Path into = Backups.folder(shell.home());
            if (terminal.json()) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("every", when);
                json.put("folder", into.toString());
                terminal.document(json);
            } else {
                terminal.line(terminal.words().get("cli.backup.plan." + when, into));
            }
            return 0;
        }
    }
}
