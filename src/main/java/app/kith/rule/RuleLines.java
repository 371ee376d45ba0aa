package app.kith.rule;

import app.kith.words.KithException;
import app.kith.words.Problem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The lines of a rule as they are read one after another. */
final class RuleLines {
    private final Set<Rule.Switch> switches = EnumSet.noneOf(Rule.Switch.class);
    private final List<Condition> conditions = new ArrayList<>();
    private final List<Then> thens = new ArrayList<>();
    private String name = "";
    private @Nullable When when;
    private Rule.Join join = Rule.Join.ALL;
    private Since since = Since.EVER;

    void take(String line) {
        Part part = Part.of(line);
        switch (part.word()) {
            case "name" -> name = part.rest();
            case "state" -> {
                for (String word : part.rest().split(" ", -1)) {
                    if (!word.isEmpty()) {
                        switches.add(Rule.Switch.valueOf(word.toUpperCase(Locale.ROOT)));
                    }
                }
            }
            case "when" -> when = When.parse(part.rest());
            case "join" -> join = Rule.Join.valueOf(part.rest().toUpperCase(Locale.ROOT));
            case "if" -> conditions.add(Condition.parse(part.rest()));
            case "then" -> thens.add(Then.parse(part.rest()));
            case "since" -> since = Since.parse(part.rest());
            default -> throw new KithException(Problem.RULE_PART, line);
        }
    }

    Rule rule(long id, String text) {
        When set = when;
        if (set == null) {
            throw new KithException(Problem.RULE_PART, text);
        }
        return new Rule(id, name, switches, set, join, conditions, thens, since);
    }
}
