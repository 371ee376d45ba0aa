package app.kith.cli;

import app.kith.contact.Entry;
import app.kith.desk.Desk;
import app.kith.exchange.EntryColumn;
import app.kith.exchange.EntryFile;
import app.kith.exchange.EntryPlan;
import app.kith.exchange.EntryPlan.FilePlan;
import app.kith.exchange.ImportFile;
import app.kith.exchange.Importer;
import app.kith.exchange.RefusedFile;
import app.kith.words.Words;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The part of {@code kith import} that takes activities and business records. */
final class EntriesImport {
    private static final int SOME_REFUSED = 6;
    private static final int SHOWN_REFUSED = 20;

    private final Shell shell;
    private final What what;
    private final ImportFile.Choice choice;
    private final Importer.Mode mode;
    private final boolean dryRun;
    private final @Nullable Path refused;

    /** What tables hold. */
    enum What {
        AUTO,
        CONTACTS,
        ENTRIES
    }

    EntriesImport(Shell shell, What what, ImportFile.Choice choice, Importer.Mode mode, boolean dryRun,
            @Nullable Path refused) {
        this.shell = shell;
        this.what = what;
        this.choice = choice;
        this.mode = mode;
        this.dryRun = dryRun;
        this.refused = refused;
    }

    boolean takes(Path file) {
        return what == What.ENTRIES || what == What.AUTO && EntryFile.isOne(file, choice);
    }

    int of(List<Path> files) {
        Terminal terminal = shell.terminal();
        try (Desk desk = shell.desk()) {
            List<EntryFile> opened = files.stream().map(file -> EntryFile.open(file, choice, ZoneId.systemDefault()))
                    .toList();
            EntryPlan plan = desk.transfers().entryImports().plan(opened, mode,
                    rows -> terminal.progress(terminal.words().count("import.rows", rows)), () -> false);
            terminal.endProgress();
            OptionalLong change = dryRun ? OptionalLong.empty() : desk.transfers().entryImports().enter(plan, mode);
            List<Path> written = writeRefused(plan);
            if (terminal.json()) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("entries", plan.files().stream().map(file -> json(file, terminal.words())).toList());
                json.put("dryRun", dryRun);
                json.put("refusedFiles", written.stream().map(String::valueOf).toList());
                json.put("change", change.isPresent() ? change.getAsLong() : null);
                terminal.document(json);
            } else {
                plan.files().forEach(file -> print(file, terminal));
                written.forEach(file -> terminal.line(terminal.words().get("import.refused-file", file)));
                change.ifPresent(terminal::changed);
            }
            return plan.hasRefused() ? SOME_REFUSED : 0;
        }
    }

    private List<Path> writeRefused(EntryPlan plan) {
        List<Path> written = new ArrayList<>();
        for (FilePlan file : plan.files()) {
            if (refused != null && !file.refused().isEmpty()) {
                Path out = ImportCommand.numbered(refused, written.size(), ".csv");
                RefusedFile.write(file, out, shell.terminal().words());
                written.add(out);
            }
        }
        return written;
    }

    private static String kind(EntryFile file) {
        Entry.Kind kind = file.rowsAre();
        return kind == null ? "" : kind.name().toLowerCase(Locale.ROOT);
    }

    static Map<String, Object> json(FilePlan plan, Words words) {
        EntryFile file = plan.file();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", file.path().toString());
        json.put("kind", file.kind().name().toLowerCase(Locale.ROOT));
        json.put("charset", file.charset());
        json.put("rowsAre", kind(file));
        json.put("columns", file.columns().stream().map(EntriesImport::json).toList());
        json.put("rows", plan.rows());
        for (EntryPlan.Kind one : EntryPlan.Kind.values()) {
            json.put(one.name().toLowerCase(Locale.ROOT), plan.count(one));
        }
        json.put("refusals", plan.refused().stream()
                .map(one -> ImportReport.note(one.place(), one.reason().text(words))).toList());
        return json;
    }

    private static Map<String, Object> json(EntryColumn column) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("column", column.letters());
        json.put("header", column.header());
        json.put("field", column.field().spec());
        return json;
    }

    static void print(FilePlan plan, Terminal terminal) {
        Words words = terminal.words();
        EntryFile file = plan.file();
        terminal.line(words.get("entries.recognised", file.path().getFileName(),
                kind(file).isEmpty() ? "–" : words.get("record.kind." + kind(file))));
        Table table = new Table(List.of("", words.get("import.head.column"), words.get("import.head.field")));
        file.columns().forEach(column -> table.row(column.letters(), column.header(),
                words.get("entries.field." + (column.field().spec().equals("-") ? "none" : column.field().spec()))));
        terminal.table(table);
        terminal.line(words.get("entries.counts", plan.rows(), plan.count(EntryPlan.Kind.NEW),
                plan.count(EntryPlan.Kind.CHANGED), plan.count(EntryPlan.Kind.SAME),
                plan.count(EntryPlan.Kind.REFUSED), plan.count(EntryPlan.Kind.LEFT)));
        plan.refused().stream().limit(SHOWN_REFUSED)
                .forEach(one -> terminal.line("  " + one.place() + ": " + one.reason().text(words)));
        if (plan.refused().size() > SHOWN_REFUSED) {
            terminal.line(words.get("import.more-refused", plan.refused().size() - SHOWN_REFUSED));
        }
    }
}
