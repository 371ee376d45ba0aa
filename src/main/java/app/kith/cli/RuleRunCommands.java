package app.kith.cli;

import app.kith.assist.Firing;
import app.kith.assist.RuleRunner.Plan;
import app.kith.assist.RuleRunner.Ran;
import app.kith.desk.Desk;
import app.kith.desk.Rules;
import app.kith.rule.Rule;
import app.kith.rule.Subject;
import app.kith.words.KithException;
import app.kith.words.Problem;
import app.kith.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kith rules …}: rules are run on the past, and what they did or propose is looked at, decided and taken back. */
final class RuleRunCommands {
    private static final int SOME_REFUSED = 6;

    private RuleRunCommands() {}

    static CommandLine addTo(CommandLine rules, Shell shell) {
        return rules.addSubcommand(new Run(shell)).addSubcommand(new Waiting(shell)).addSubcommand(new Accept(shell))
                .addSubcommand(new Refuse(shell)).addSubcommand(new Alarms(shell)).addSubcommand(new Undo(shell));
    }

    /** Something about one rule. */
    private abstract static class OfRule extends DeskCommand {
        @Parameters(index = "0", paramLabel = "ID", description = "the number of the rule")
        private long id;

        OfRule(Shell shell) {
            super(shell);
        }

        abstract void run(Rules rules, Rule rule, Terminal terminal);

        @Override
        void run(Desk desk, Terminal terminal) {
            run(desk.rules(), desk.rules().find(id), terminal);
        }
    }

    @Command(name = "run", description = "run a rule on the past, whether it is on or not: on mails, new customers and changes of the last 90 days, on all who are silent now, on days that are near")
    private static final class Run extends OfRule {
        @Option(names = "--dry-run", description = "only say for each mail or customer what would be done, and why")
        private boolean dry;

        @Option(names = "--days", paramLabel = "N", description = "another number of days")
        private int days = Rules.PAST_DAYS;

        private boolean aside;

        Run(Shell shell) {
            super(shell);
        }

        @Override
        int exit() {
            return aside ? SOME_REFUSED : 0;
        }

        @Override
        void run(Rules rules, Rule rule, Terminal terminal) {
            Plan plan = rules.past(rule, days, () -> false);
            Ran ran = dry || plan.firings().isEmpty() ? new Ran(0, 0) : rules.run(rule, plan);
            aside = !plan.aside().isEmpty();
            if (terminal.json()) {
                terminal.document(json(rule, plan, ran, terminal.words()));
            } else {
                print(rule, plan, ran, terminal);
            }
        }

        private Map<String, Object> json(Rule rule, Plan plan, Ran ran, Words words) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("id", rule.id());
            json.put("name", rule.name());
            json.put("dryRun", dry);
            json.put("looked", plan.looked());
            json.put("items", plan.firings().stream().map(new RuleReport(words)::json).toList());
            json.put("aside", plan.aside().entrySet().stream()
                    .map(one -> Map.of("message", one.getKey(), "reason", words.sentence(one.getValue()))).toList());
            json.put("proposed", rule.proposes() && !dry);
            json.put("did", ran.did());
            json.put("change", ran.change() == 0 ? null : ran.change());
            return json;
        }

        private void print(Rule rule, Plan plan, Ran ran, Terminal terminal) {
            Words words = terminal.words();
            plan.aside().forEach((message, why) -> terminal.note(
                    words.get("rule.aside", String.valueOf(message), words.sentence(why))));
            if (plan.firings().isEmpty()) {
                terminal.line(words.get("rule.none-fired", plan.looked()));
                return;
            }
            terminal.table(new RuleReport(words).firings(plan.firings()));
            if (dry) {
                terminal.line(words.count("rule.would", plan.firings().size(), plan.looked()));
            } else {
                terminal.line(words.count(rule.proposes() ? "rule.proposed" : "rule.did", ran.did()));
                terminal.line(words.get("cli.changed", String.valueOf(ran.change())));
            }
        }
    }

    @Command(name = "waiting", description = "print what rules propose that waits for your word")
    private static final class Waiting extends DeskCommand {
        Waiting(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            RuleReport report = new RuleReport(terminal.words());
            List<Map<String, Object>> items = new ArrayList<>();
            List<Firing> all = new ArrayList<>();
            for (Rule rule : desk.rules().all()) {
                for (Firing one : desk.rules().waiting(rule)) {
                    Map<String, Object> json = new LinkedHashMap<>();
                    json.put("rule", rule.id());
                    json.putAll(report.json(one));
                    items.add(json);
                    all.add(one);
                }
            }
            if (all.isEmpty() && !terminal.json()) {
                terminal.line(terminal.words().get("rule.nothing-waits"));
            } else {
                terminal.items(items, () -> report.firings(all));
            }
        }
    }

    /** Decides about what a rule proposes. */
    private abstract static class Decide extends OfRule {
        @Parameters(index = "1..*", paramLabel = "CASE", description = "which cases, as kith rules waiting has them: m12 (default: all that wait)")
        private List<String> cases = List.of();

        Decide(Shell shell) {
            super(shell);
        }

        abstract Ran decide(Rules rules, Rule rule, List<Subject> subjects);

        @Override
        void run(Rules rules, Rule rule, Terminal terminal) {
            List<Subject> subjects = cases.isEmpty()
                    ? rules.waiting(rule).stream().map(one -> one.one().subject()).toList()
                    : cases.stream().map(one -> Subject.parse(one)
                            .orElseThrow(() -> new KithException(Problem.NOT_FOUND, one))).toList();
            Ran ran = decide(rules, rule, subjects);
            if (terminal.json()) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("id", rule.id());
                json.put("did", ran.did());
                json.put("change", ran.change() == 0 ? null : ran.change());
                terminal.document(json);
            } else if (ran.change() == 0) {
                terminal.line(terminal.words().get("rule.nothing-waits"));
            } else {
                terminal.changed(ran.change());
            }
        }
    }

    @Command(name = "accept", description = "do what a rule proposes")
    private static final class Accept extends Decide {
        Accept(Shell shell) {
            super(shell);
        }

        @Override
        Ran decide(Rules rules, Rule rule, List<Subject> subjects) {
            return rules.accept(rule, subjects);
        }
    }

    @Command(name = "refuse", description = "do not do what a rule proposes; it is not proposed again")
    private static final class Refuse extends Decide {
        Refuse(Shell shell) {
            super(shell);
        }

        @Override
        Ran decide(Rules rules, Rule rule, List<Subject> subjects) {
            return rules.refuse(rule, subjects);
        }
    }

    @Command(name = "alarms", description = "print the false alarms of a rule: what was taken back or refused, and is not done again")
    private static final class Alarms extends OfRule {
        @Option(names = "--forget", description = "forget them: a run on the past may do them again")
        private boolean forget;

        Alarms(Shell shell) {
            super(shell);
        }

        @Override
        void run(Rules rules, Rule rule, Terminal terminal) {
            List<Firing> alarms = rules.alarms(rule);
            RuleReport report = new RuleReport(terminal.words());
            long change = forget ? rules.forgetAlarms(rule) : 0;
            if (terminal.json()) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("items", alarms.stream().map(report::json).toList());
                json.put("change", change == 0 ? null : change);
                terminal.document(json);
            } else if (alarms.isEmpty()) {
                terminal.line(terminal.words().get("rule.no-alarms"));
            } else {
                terminal.table(report.firings(alarms));
                if (change != 0) {
                    terminal.changed(change);
                }
            }
        }
    }

    @Command(name = "undo", description = "take back everything that a rule did; what was edited since stays")
    private static final class Undo extends OfRule {
        private boolean some;

        Undo(Shell shell) {
            super(shell);
        }

        @Override
        int exit() {
            return some ? SOME_REFUSED : 0;
        }

        @Override
        void run(Rules rules, Rule rule, Terminal terminal) {
            Rules.Back back = rules.undoAll(rule);
            some = !back.conflicts().isEmpty();
            if (terminal.json()) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("id", rule.id());
                json.put("changes", back.changes());
                json.put("conflicts", back.conflicts().stream()
                        .map(one -> Map.of("contact", one.contact(), "what", one.what())).toList());
                terminal.document(json);
            } else if (back.changes().isEmpty()) {
                terminal.line(terminal.words().get("rule.nothing-back"));
            } else {
                terminal.line(terminal.words().count("rule.back", back.changes().size(), back.changes().stream()
                        .map(String::valueOf).collect(Collectors.joining(", "))));
            }
        }
    }
}
