package app.kith.cli;

import app.kith.desk.ImportHints.Hint;
import app.kith.desk.ImportHints.Perhaps;
import app.kith.match.MatchWords;
import app.kith.match.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells which new rows of an import may be customers already. */
final class ImportHintsText {
    private static final int SHOWN = 20;

    private ImportHintsText() {}

    static void print(List<Hint> hints, Terminal terminal) {
        if (hints.isEmpty()) {
            return;
        }
        terminal.line(terminal.words().count("import.perhaps", hints.size()));
        for (Hint hint : hints.subList(0, Math.min(SHOWN, hints.size()))) {
            for (Perhaps one : hint.perhaps()) {
                terminal.line("  " + terminal.words().get("import.perhaps-this", hint.place(), hint.name(), one.name(),
                        String.valueOf(one.likely().contact()), Math.round(one.likely().probability() * 100)));
                terminal.line("    " + one.likely().why().stream().map(why -> MatchWords.of(terminal.words(), why))
                        .collect(Collectors.joining("; ")));
            }
        }
        if (hints.size() > SHOWN) {
            terminal.line("  " + terminal.words().get("import.perhaps-more", hints.size() - SHOWN));
        }
        terminal.line(terminal.words().get("import.perhaps-how"));
    }

    static List<Map<String, Object>> json(List<Hint> hints) {
        return hints.stream().map(hint -> {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("place", hint.place());
            json.put("name", hint.name());
            json.put("perhaps", hint.perhaps().stream().map(ImportHintsText::json).toList());
            return json;
        }).toList();
    }

    private static Map<String, Object> json(Perhaps perhaps) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("contact", perhaps.likely().contact());
        json.put("name", perhaps.name());
        json.put("probability", Math.round(perhaps.likely().probability() * 1e6) / 1e6);
        json.put("why", perhaps.likely().why().stream().map(ImportHintsText::json).toList());
        return json;
    }

    private static Map<String, Object> json(Reason reason) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("field", reason.field());
        json.put("level", reason.level());
        json.put("weight", Math.round(reason.weight() * 10) / 10.0);
        return json;
    }
}
