package app.kith.cli;

import app.kith.exchange.Column;
import app.kith.exchange.ImportFile;
import app.kith.exchange.ImportPlan.FilePlan;
import app.kith.exchange.PlannedCard;
import app.kith.words.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the command line says of an import of contacts. */
final class ImportReport {
    private static final int SHOWN_REFUSED = 20;

    private final Terminal terminal;

    ImportReport(Terminal terminal) {
        this.terminal = terminal;
    }

    Map<String, Object> json(FilePlan plan) {
        Words words = terminal.words();
        ImportFile file = plan.file();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", file.path().toString());
        json.put("kind", file.kind().name().toLowerCase(Locale.ROOT));
        json.put("preset", file.presetId());
        json.put("presetConfirmed", file.presetConfirmed());
        json.put("charset", file.charset());
        json.put("separator", file.separator());
        json.put("columns", file.columns().stream().map(ImportReport::json).toList());
        json.put("rows", plan.rows());
        for (PlannedCard.Kind kind : PlannedCard.Kind.values()) {
            json.put(kind.name().toLowerCase(Locale.ROOT), plan.count(kind));
        }
        json.put("refusals", plan.refused().stream()
                .map(one -> note(one.place(), one.reason().text(words))).toList());
        json.put("remarks", plan.remarks().stream().map(one -> note(one.place(), one.what().text(words))).toList());
        return json;
    }

    static Map<String, Object> note(String place, String text) {
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

    void print(FilePlan plan) {
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
