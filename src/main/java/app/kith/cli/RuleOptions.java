package app.kith.cli;

import app.kith.rule.Condition;
import app.kith.rule.Rule;
import app.kith.rule.Rule.Join;
import app.kith.rule.Rule.Switch;
import app.kith.rule.Sample;
import app.kith.rule.Since;
import app.kith.rule.Then;
import app.kith.rule.When;
import app.kith.words.KithException;
import app.kith.words.Problem;
import app.kith.words.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a rule says, as options: all of a rule on one line. */
final class RuleOptions {
    @Option(names = "--when", paramLabel = "WHEN", description = "mail-in, mail-out, customer-added, changed:FIELD[=VALUE] (changed:stage=won, changed:tag), after-contact:DAYS, before:FIELD:DAYS (before:birthday:7)")
    private @Nullable String when;

    @Option(names = "--if", paramLabel = "IF", arity = "1..*", description = "a condition, not- before it turns it round: known, attachment, amount, contract, deal, quotation, complaint, asks, automatic, text:WORD,WORD, query:LINE (as for kith search), account:E, folder:F, stage:S, tag:T, field:NAME=VALUE (also >=, <=, >, <)")
    private @Nullable List<String> conditions;

    @Option(names = "--join", paramLabel = "all|any|none", description = "how conditions go together (default: all)")
    private @Nullable Join join;

    @Option(names = "--then", paramLabel = "THEN", arity = "1..*", description = "tag:T, stage:S, field:NAME=VALUE, follow-up:DAYS[:TEXT], pin, keep-in-touch:DAYS, customer; with --on-server also mark-read, flag, move:FOLDER")
    private @Nullable List<String> thens;

    @Option(names = "--propose", paramLabel = "yes|no", arity = "0..1", fallbackValue = "yes", description = "propose instead of doing")
    private @Nullable String proposes;

    @Option(names = "--on-server", paramLabel = "yes|no", arity = "0..1", fallbackValue = "yes", description = "let it do something to mail on the servers")
    private @Nullable String server;

    /** Makes a rule of what was given, or of a sample. */
    Rule make(String name, @Nullable String sample, boolean off, Words words) {
        Rule begun = sample == null
                ? new Rule(0, name, Set.of(Switch.ON), whenGiven(), Join.ALL, List.of(), List.of(), Since.EVER)
                : sample(sample).rule(words);
        return change(begun, name).with(Switch.ON, !off);
    }

    private When whenGiven() {
        if (when == null) {
            throw new KithException(Problem.RULE_PART, "--when");
        }
        return When.parse(when);
    }

    private static Sample sample(String name) {
        return Arrays.stream(Sample.values()).filter(one -> one.word().equals(name)).findFirst()
                .orElseThrow(() -> new KithException(Problem.NOT_FOUND, name));
    }

    /** Changes of a rule what was given, and leaves the rest. */
    Rule change(Rule rule, @Nullable String name) {
        Rule changed = new Rule(rule.id(), name == null ? rule.name() : name, rule.switches(),
                when == null ? rule.when() : When.parse(when), join == null ? rule.join() : join,
                conditions == null ? rule.conditions() : conditions.stream().map(Condition::parse).toList(),
                thens == null ? rule.thens() : thens.stream().map(Then::parse).toList(), rule.since());
        changed = proposes == null ? changed : changed.with(Switch.PROPOSES, yes(proposes));
        return server == null ? changed : changed.with(Switch.SERVER, yes(server));
    }

    private static boolean yes(String word) {
        return switch (word) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new KithException(Problem.USAGE, word);
        };
    }
}
