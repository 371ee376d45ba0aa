package app.kith.cli;

import app.kith.desk.Desk;
import app.kith.desk.FullImport;
import app.kith.desk.ImportHints.Hint;
import app.kith.desk.Imports;
import app.kith.exchange.EntryFile;
import app.kith.exchange.ImportFile;
import app.kith.exchange.ImportJob;
import app.kith.exchange.ImportPlan;
import app.kith.exchange.ImportPlan.FilePlan;
import app.kith.exchange.Importer;
import app.kith.exchange.MailFiles;
import app.kith.exchange.Presets;
import app.kith.exchange.RefusedFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kith import} */
@Command(name = "import", description = "take contacts or mail in from files")
final class ImportCommand implements Callable<Integer> {
    private static final int SOME_REFUSED = 6;

    private final Shell shell;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "contacts: csv, tsv, xlsx, xls, docx, vcf, ldif; mail: eml, emlx, mbox, msg, a Maildir, a folder of these; pst: mail and contacts; calls, meetings, orders, contracts …: tables")
    private List<Path> files = List.of();

    @Option(names = "--preset", paramLabel = "auto|NAME", description = "which program wrote the files (default: found by itself)")
    private String preset = "auto";

    @Option(names = "--field", paramLabel = "COLUMN=FIELD", description = "what a column is for, by its header or letter: Tel=phone:work, C=-")
    private Map<String, String> fields = new LinkedHashMap<>();

    @Option(names = "--what", paramLabel = "auto|contacts|entries", description = "what tables hold: contacts, or activities and records (default: found by itself)")
    private EntriesImport.What what = EntriesImport.What.AUTO;

    @Option(names = "--kind", paramLabel = "K", description = "what the rows of activities or records are: call, meeting, note, task, quotation, order, contract, case (default: found by itself)")
    private @Nullable String kind;

    @Option(names = "--key", paramLabel = "email|phone|id", description = "by what a row finds its customer (default: by what is surest)")
    private Importer.Key key = Importer.Key.AUTO;

    @Option(names = "--mode", paramLabel = "create|update|both", description = "what may be done (default: both)")
    private Importer.Mode mode = Importer.Mode.BOTH;

    @Option(names = "--dry-run", description = "only say what would be done")
    private boolean dryRun;

    @Option(names = "--refused", paramLabel = "FILE", description = "write the rows that were refused into this file, to be mended and imported again")
    private @Nullable Path refused;

    @Option(names = "--save-preset", paramLabel = "NAME", description = "keep how the columns were understood")
    private @Nullable String save;

    @Option(names = "--account", paramLabel = "E", description = "whose mail it is (default: the first account)")
    private @Nullable String account;

    @Option(names = "--add", paramLabel = "PLACE=CONTACT", description = "lay a new row, by the place that a dry run names, to a customer who is there")
    private Map<String, Long> laid = new LinkedHashMap<>();

    @Option(names = "--job", paramLabel = "NAME", description = "run a saved import; without FILE and all other options")
    private @Nullable String job;

    @Option(names = "--save-job", paramLabel = "NAME", description = "keep this import, to be run again by --job; of a file: that file; kith jobs add takes folders")
    private @Nullable String saveJob;

    ImportCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Terminal terminal = shell.terminal();
        if (files.isEmpty() == (job == null)) {
            throw new ParameterException(spec.commandLine(), terminal.words().get("job.file-or-job"));
        }
        if (job != null) {
            return JobsCommands.run(shell, job);
        }
        if (saveJob != null && !dryRun) {
            saveJob(saveJob);
        }
        List<Path> mail = what == EntriesImport.What.AUTO
                ? files.stream().filter(MailFiles::isMail).toList()
                : List.of();
        if (!mail.isEmpty()) {
            if (mail.size() < files.size()) {
                throw new ParameterException(spec.commandLine(), terminal.words().get("import.mixed"));
            }
            return new MailFilesImport(shell, account, dryRun, new Importer.Options(key, mode)).of(mail);
        }
        if (files.size() == 1 && FullImport.isOne(files.getFirst()) && whole(files.getFirst())) {
            return 0;
        }
        EntriesImport entries = new EntriesImport(shell, what, choice(), mode, dryRun, refused);
        List<Path> tables = files.stream().filter(entries::takes).toList();
        if (!tables.isEmpty()) {
            if (tables.size() < files.size()) {
                throw new ParameterException(spec.commandLine(), terminal.words().get("entries.mixed"));
            }
            return entries.of(tables);
        }
        try (Desk desk = shell.desk()) {
            Imports imports = desk.transfers().imports();
            Presets presets = imports.presets();
            ImportFile.Choice choice = choice();
            List<ImportFile> opened = files.stream().map(file -> ImportFile.open(file, presets, choice)).toList();
            Importer.Options options = new Importer.Options(key, mode);
            ImportPlan plan = imports.plan(opened, options,
                    rows -> terminal.progress(terminal.words().count("import.rows", rows)), () -> false);
            terminal.endProgress();
            plan.files().forEach(file -> laid.forEach(file::lay));
            List<Hint> hints = dryRun
                    ? imports.perhaps(plan,
                            rows -> terminal.progress(terminal.words().count("import.looked", rows)), () -> false)
                    : List.of();
            terminal.endProgress();
            OptionalLong change = dryRun ? OptionalLong.empty() : imports.enter(plan, options);
            if (save != null && !dryRun) {
                imports.savePreset(save, opened.getFirst());
            }
            List<Path> written = writeRefused(plan);
            if (terminal.json()) {
                Map<String, Object> json = json(plan, change, written);
                if (dryRun) {
                    json.put("perhaps", ImportHintsText.json(hints));
                }
                terminal.document(json);
            } else {
                plan.files().forEach(new ImportReport(terminal)::print);
                ImportHintsText.print(hints, terminal);
                written.forEach(file -> terminal.line(terminal.words().get("import.refused-file", file)));
                change.ifPresent(terminal::changed);
            }
            return plan.hasRefused() ? SOME_REFUSED : 0;
        }
    }

    /** Takes an export of everything into a store without customers; another takes its contacts only. */
    private boolean whole(Path file) {
        Terminal terminal = shell.terminal();
        try (Desk desk = shell.desk()) {
            if (dryRun || !desk.transfers().fullImport().canTake()) {
                return false;
            }
            OptionalLong change = desk.transfers().fullImport().take(file);
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("holds", "everything");
            json.put("contacts", desk.customers().count());
            json.put("entries", desk.records().entries(0).size());
            json.put("change", change.isPresent() ? change.getAsLong() : null);
            if (terminal.json()) {
                terminal.document(json);
            } else {
                terminal.line(terminal.words().get("import.everything", desk.customers().count(),
                        desk.records().entries(0).size()));
                change.ifPresent(terminal::changed);
            }
            return true;
        }
    }

    private ImportFile.Choice choice() {
        Map<String, String> all = new LinkedHashMap<>(fields);
        if (kind != null) {
            all.put(EntryFile.WHOLE, kind);
        }
        return new ImportFile.Choice(preset, all);
    }

    private void saveJob(String name) {
        Path file = files.getFirst().toAbsolutePath().normalize();
        Path folder = file.getParent();
        if (files.size() > 1 || folder == null || !Files.isRegularFile(file)) {
            throw new ParameterException(spec.commandLine(), shell.terminal().words().get("job.one-file"));
        }
        try (Desk desk = shell.desk()) {
            desk.jobs().save(new ImportJob(name, folder, String.valueOf(file.getFileName()),
                    new ImportFile.Choice(save == null ? preset : save, choice().fields()),
                    new Importer.Options(key, mode),
                    account == null ? "" : account, false));
        }
    }

    private List<Path> writeRefused(ImportPlan plan) {
        List<Path> written = new ArrayList<>();
        for (FilePlan file : plan.files()) {
            if (refused != null && !file.refused().isEmpty()) {
                Path out = numbered(refused, written.size(), RefusedFile.extension(file));
                RefusedFile.write(file, out, shell.terminal().words());
                written.add(out);
            }
        }
        return written;
    }

    /** Of several files each has a file of refused rows of its own: the second is {@code name-2.csv}. */
    static Path numbered(Path refused, int before, String ending) {
        String name = String.valueOf(refused.getFileName());
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String number = before == 0 ? "" : "-" + (before + 1);
        return before == 0 && name.toLowerCase(Locale.ROOT).endsWith(ending)
                ? refused
                : refused.resolveSibling(stem + number + ending);
    }

    private Map<String, Object> json(ImportPlan plan, OptionalLong change, List<Path> written) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("files", plan.files().stream().map(new ImportReport(shell.terminal())::json).toList());
        json.put("dryRun", dryRun);
        json.put("refusedFiles", written.stream().map(String::valueOf).toList());
        json.put("change", change.isPresent() ? change.getAsLong() : null);
        return json;
    }
}
