package app.kith.cli;

import app.kith.assist.Firing;
import app.kith.desk.Rules;
import app.kith.rule.Condition;
import app.kith.rule.Rule;
import app.kith.rule.Rule.Switch;
import app.kith.rule.RuleSentence;
import app.kith.rule.Then;
import app.kith.words.Words;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Rules and what they do, as documents and as tables. */
final class RuleReport {
    private final Words words;
    private final RuleSentence sentence;

    RuleReport(Words words) {
        this.words = words;
        this.sentence = new RuleSentence(words);
    }

    static Map<String, Object> json(Rule rule) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", rule.id());
        json.put("name", rule.name());
        json.put("on", rule.isOn());
        json.put("proposes", rule.proposes());
        json.put("onServer", rule.switches().contains(Switch.SERVER));
        json.put("when", rule.when().text());
        json.put("join", rule.join().word());
        json.put("if", rule.conditions().stream().map(Condition::text).toList());
        json.put("then", rule.thens().stream().map(Then::written).toList());
        return json;
    }

    Map<String, Object> json(Rules.Kept kept, Instant now) {
        Map<String, Object> json = json(kept.rule());
        json.put("sentence", sentence.of(kept.rule()));
        json.put("since", kept.rule().since().at().toString());
        json.put("fired", kept.fired());
        json.put("waiting", kept.waits());
        json.put("takenBack", kept.alarms());
        json.put("lastRun", ContactsCommands.text(kept.lastRun()));
        json.put("lastFired", ContactsCommands.text(kept.lastFired()));
        json.put("idle", kept.isIdle(now));
        return json;
    }

    Table table(List<Rules.Kept> all, Instant now) {
        Table table = new Table(List.of("#", words.get("rule.head.name"), words.get("rule.head.state"),
                words.get("rule.head.fired"), words.get("rule.head.back"), words.get("rule.head.ran"),
                words.get("rule.head.says")));
        all.forEach(kept -> table.row(kept.rule().id(), kept.rule().name(), state(kept, now), kept.fired(),
                kept.alarms(), kept.lastRun() == null ? "-" : kept.lastRun(), sentence.of(kept.rule())));
        return table;
    }

    private String state(Rules.Kept kept, Instant now) {
        String state = words.get(kept.rule().isOn() ? "rule.state.on" : "rule.state.off");
        String more = kept.rule().proposes() ? ", " + words.get("rule.state.proposes") : "";
        return state + more + (kept.isIdle(now) ? ", " + words.get("rule.state.idle") : "");
    }

    Map<String, Object> json(Firing firing) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("case", firing.one().subject().text());
        json.put("at", firing.one().at().toString());
        json.put("message", firing.one().subject().message() == 0 ? null : firing.one().subject().message());
        json.put("contact", firing.one().contact() == 0 ? null : firing.one().contact());
        json.put("name", firing.one().who());
        json.put("title", firing.one().title());
        json.put("why", firing.why().stream().map(held -> Map.of("condition", held.condition().text(), "found",
                held.found(), "text", sentence.why(held.condition(), held.found()))).toList());
        json.put("then", firing.does().stream().map(Then::written).toList());
        return json;
    }

    Table firings(List<Firing> firings) {
        Table table = new Table(List.of(words.get("rule.head.case"), words.get("rule.head.who"),
                words.get("rule.head.what"), words.get("rule.head.why"), words.get("rule.head.then")));
        firings.forEach(one -> table.row(one.one().subject().text(), one.one().who(), one.one().title(),
                one.why().stream().map(held -> sentence.why(held.condition(), held.found()))
                        .collect(Collectors.joining(", ")),
                sentence.all(one.does())));
        return table;
    }
}
