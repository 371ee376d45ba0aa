package app.kith.cli;

import app.kith.desk.Desk;
import app.kith.desk.ImportHints.Hint;
import app.kith.desk.Imports;
import app.kith.exchange.Column;
import app.kith.exchange.ImportFile;
import app.kith.exchange.ImportPlan;
import app.kith.exchange.ImportPlan.FilePlan;
import app.kith.exchange.Importer;
import app.kith.exchange.MailFiles;
import app.kith.exchange.PlannedCard;
import app.kith.exchange.Presets;
import app.kith.exchange.RefusedFile;
import app.kith.words.Words;
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
    private static final int SHOWN_REFUSED = 20;

    private final Shell shell;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "contacts: csv, tsv, xlsx, xls, docx, vcf, ldif; mail: eml, emlx, mbox, msg, a Maildir, a folder of these")
    private List<Path> files = List.of();

    @Option(names = "--preset", paramLabel = "auto|NAME", description = "which program wrote the files (default: found by itself)")
    private String preset = "auto";

    @Option(names = "--field", paramLabel = "COLUMN=FIELD", description = "what a column is for, by its header or letter: Tel=phone:work, C=-")
    private Map<String, String> fields = new LinkedHashMap<>();

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

    ImportCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Terminal terminal = shell.terminal();
        List<Path> mail = files.stream().filter(MailFiles::isMail).toList();
        if (!mail.isEmpty()) {
            if (mail.size() < files.size()) {
                throw new ParameterException(spec.commandLine(), terminal.words().get("import.mixed"));
            }
            return new MailFilesImport(shell, account, dryRun).of(mail);
        }
        try (Desk desk = shell.desk()) {
            Imports imports = desk.imports();
            Presets presets = imports.presets();
            ImportFile.Choice choice = new ImportFile.Choice(preset, fields);
            List<ImportFile> opened = files.stream().map(file -> ImportFile.open(file, presets, choice)).toList();
            Importer.Options options = new Importer.Options(key, mode);
            ImportPlan plan = imports.plan(opened, options,
                    rows -> terminal.progress(terminal.words().count("import.rows", rows)), () -> false);
            terminal.endProgress();
            plan.files().forEach(file -> laid.forEach(file::lay));
            List<Hint> hints = dryRun ? imports.perhaps(plan, () -> false) : List.of();
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
                plan.files().forEach(this::print);
                ImportHintsText.print(hints, terminal);
                written.forEach(file -> terminal.line(terminal.words().get("import.refused-file", file)));
                change.ifPresent(terminal::changed);
            }
            return plan.hasRefused() ? SOME_REFUSED : 0;
        }
    }

    /** Of several files each has a file of refused rows of its own: the second is {@code name-2.csv}. */
    private List<Path> writeRefused(ImportPlan plan) {
        List<Path> written = new ArrayList<>();
        if (refused == null) {
            return written;
        }
        for (FilePlan file : plan.files()) {
            if (!file.refused().isEmpty()) {
                String name = String.valueOf(refused.getFileName());
                int dot = name.lastIndexOf('.');
                String stem = dot > 0 ? name.substring(0, dot) : name;
                String number = written.isEmpty() ? "" : "-" + (written.size() + 1);
                String ending = RefusedFile.extension(file);
                Path out = written.isEmpty() && name.toLowerCase(Locale.ROOT).endsWith(ending)
                        ? refused
                        : refused.resolveSibling(stem + number + ending);
                RefusedFile.write(file, out, shell.terminal().words());
                written.add(out);
            }
        }
        return written;
    }

    private Map<String, Object> json(ImportPlan plan, OptionalLong change, List<Path> written) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("files", plan.files().stream().map(this::json).toList());
        json.put("dryRun", dryRun);
        json.put("refusedFiles", written.stream().map(String::valueOf).toList());
        json.put("change", change.isPresent() ? change.getAsLong() : null);
        return json;
    }

    private Map<String, Object> json(FilePlan plan) {
        Words words = shell.terminal().words();
        ImportFile file = plan.file();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", file.path().toString());
        json.put("kind", file.kind().name().toLowerCase(Locale.ROOT));
        json.put("preset", file.presetId());
        json.put("presetConfirmed", file.presetConfirmed());
        json.put("charset", file.charset());
        json.put("separator", file.separator());
        json.put("columns", file.columns().stream().map(ImportCommand::json).toList());
        json.put("rows", plan.rows());
        for (PlannedCard.Kind kind : PlannedCard.Kind.values()) {
            json.put(kind.name().toLowerCase(Locale.ROOT), plan.count(kind));
        }
        json.put("refusals", plan.refused().stream()
                .map(one -> note(one.place(), one.reason().text(words))).toList());
        json.put("remarks", plan.remarks().stream().map(one -> note(one.place(), one.what().text(words))).toList());
        return json;
    }

    private static Map<String, Object> note(String place, String text) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("place", place);
        json.put("reason", text);
        return json;
    }

    private static Map<String, Object> json(Column column) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("column", column.letters());
        json.put("header", column.header());
        json.put("field", column.field());
        json.put("how", column.how().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.put("looks", column.looks().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.put("percent", column.percent());
        json.put("filled", column.filled());
        json.put("doubtful", column.isDoubtful());
        return json;
    }

    private void print(FilePlan plan) {
        Terminal terminal = shell.terminal();
        Words words = terminal.words();
        ImportFile file = plan.file();
        terminal.line(words.get("import.recognised", file.path().getFileName(),
                file.kind().name().toLowerCase(Locale.ROOT), file.presetName(words.locale())));
        if (!file.presetConfirmed()) {
            terminal.line(words.get("import.unconfirmed"));
        }
        if (!file.columns().isEmpty()) {
            Table table = new Table(List.of("", words.get("import.head.column"), words.get("import.head.field"),
                    words.get("import.head.looks")));
            file.columns().forEach(column -> table.row(column.letters(), column.header(), column.field(),
                    (column.isDoubtful() ? "! " : "")
                            + words.get("import.looks." + word(column.looks().name()), column.percent())));
            terminal.table(table);
        }
        terminal.line(words.get("import.counts", plan.rows(), plan.count(PlannedCard.Kind.NEW),
                plan.count(PlannedCard.Kind.CHANGED), plan.count(PlannedCard.Kind.JOINED),
                plan.count(PlannedCard.Kind.SAME), plan.count(PlannedCard.Kind.CONFLICT),
                plan.count(PlannedCard.Kind.REFUSED), plan.count(PlannedCard.Kind.LEFT)));
        plan.refused().stream().limit(SHOWN_REFUSED)
                .forEach(one -> terminal.line("  " + one.place() + ": " + one.reason().text(words)));
        if (plan.refused().size() > SHOWN_REFUSED) {
            terminal.line(words.get("import.more-refused", plan.refused().size() - SHOWN_REFUSED));
        }
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
