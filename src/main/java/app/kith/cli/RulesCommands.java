package app.kith.cli;

import app.kith.desk.Desk;
import app.kith.desk.Rules;
import app.kith.rule.Rule;
import app.kith.rule.Rule.Switch;
import app.kith.rule.RuleSentence;
import app.kith.rule.Sample;
import app.kith.words.Words;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kith rules …}: rules are listed, written, switched and forgotten. */
final class RulesCommands {
    private RulesCommands() {}

    static CommandLine of(Shell shell) {
        return RuleRunCommands.addTo(new CommandLine(new Group()).addSubcommand(new ListAll(shell))
                .addSubcommand(new Add(shell)).addSubcommand(new Edit(shell)).addSubcommand(new On(shell))
                .addSubcommand(new Off(shell)).addSubcommand(new Remove(shell)).addSubcommand(new Samples(shell)),
                shell);
    }

    @Command(name = "rules", description = "what is done by itself: when something happens, if something holds, then something is done", synopsisSubcommandLabel = "COMMAND")
    private static final class Group {}

    private static void saved(Rules.Saved saved, Terminal terminal) {
        if (terminal.json()) {
            Map<String, Object> json = new LinkedHashMap<>(RuleReport.json(saved.rule()));
            json.put("change", saved.change() == 0 ? null : saved.change());
            terminal.document(json);
        } else {
            Words words = terminal.words();
            terminal.line("#" + saved.rule().id() + "  " + saved.rule().name());
            terminal.line(new RuleSentence(words).of(saved.rule()));
            terminal.line(saved.change() == 0
                    ? words.get("cli.unchanged")
                    : words.get("cli.changed", String.valueOf(saved.change())));
        }
    }

    @Command(name = "list", description = "print the rules: what they say, when they last ran, how often they fired and were taken back, and which had nothing to do for 90 days")
    private static final class ListAll extends DeskCommand {
        ListAll(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            Instant now = Clock.systemUTC().instant();
            List<Rules.Kept> all = desk.rules().list();
            RuleReport report = new RuleReport(terminal.words());
            terminal.items(all.stream().map(one -> report.json(one, now)).toList(), () -> report.table(all, now));
        }
    }

    @Command(name = "add", description = {"write a rule, for example:",
            "  kith rules add Important --when mail-in --if known deal attachment --then pin",
            "  kith rules add Won --when changed:stage=won --then \"follow-up:30:Ask for a review\""})
    private static final class Add extends DeskCommand {
        @Parameters(paramLabel = "NAME", description = "its name")
        private String name = "";

        @Mixin
        private RuleOptions options = new RuleOptions();

        @Option(names = "--sample", paramLabel = "S", description = "begin with one of those that kith rules samples lists")
        private @Nullable String sample;

        @Option(names = "--off", description = "keep it switched off")
        private boolean off;

        Add(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            saved(desk.rules().add(options.make(name, sample, off, terminal.words())), terminal);
        }
    }

    /** An act on one rule. */
    private abstract static class Act extends DeskCommand {
        @Parameters(index = "0", paramLabel = "ID", description = "the number of the rule")
        private long id;

        Act(Shell shell) {
            super(shell);
        }

        abstract Rules.Saved act(Rules rules, long rule);

        @Override
        void run(Desk desk, Terminal terminal) {
            saved(act(desk.rules(), id), terminal);
        }
    }

    @Command(name = "edit", description = "change of a rule what is given, and leave the rest")
    private static final class Edit extends Act {
        @Mixin
        private RuleOptions options = new RuleOptions();

        @Option(names = "--name", paramLabel = "NAME", description = "another name")
        private @Nullable String name;

        Edit(Shell shell) {
            super(shell);
        }

        @Override
        Rules.Saved act(Rules rules, long rule) {
            return rules.save(options.change(rules.find(rule), name));
        }
    }

    @Command(name = "on", description = "switch a rule on; it is watchful from now on")
    private static final class On extends Act {
        On(Shell shell) {
            super(shell);
        }

        @Override
        Rules.Saved act(Rules rules, long rule) {
            return rules.save(rules.find(rule).with(Switch.ON, true));
        }
    }

    @Command(name = "off", description = "switch a rule off; what it did stays")
    private static final class Off extends Act {
        Off(Shell shell) {
            super(shell);
        }

        @Override
        Rules.Saved act(Rules rules, long rule) {
            return rules.save(rules.find(rule).with(Switch.ON, false));
        }
    }

    @Command(name = "remove", description = "forget a rule; what it did stays")
    private static final class Remove extends Act {
        Remove(Shell shell) {
            super(shell);
        }

        @Override
        Rules.Saved act(Rules rules, long rule) {
            return rules.remove(rule);
        }
    }

    @Command(name = "samples", description = "print rules to begin with")
    private static final class Samples extends DeskCommand {
        Samples(Shell shell) {
            super(shell);
        }

        @Override
        void run(Desk desk, Terminal terminal) {
            Words words = terminal.words();
            List<Sample> all = Arrays.asList(Sample.values());
            terminal.items(all.stream().map(one -> json(one, words)).toList(), () -> {
                Table table = new Table(List.of("", words.get("rule.head.name"), words.get("rule.head.says")));
                all.forEach(one -> table.row(one.word(), one.rule(words).name(),
                        new RuleSentence(words).of(one.rule(words))));
                return table;
            });
        }

        private static Map<String, Object> json(Sample sample, Words words) {
            Rule rule = sample.rule(words);
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("sample", sample.word());
            json.putAll(RuleReport.json(rule));
            json.remove("id");
            return json;
        }
    }
}
