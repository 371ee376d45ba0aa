package app.kith.rule;

import app.kith.words.KithException;
import app.kith.words.Problem;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Something that the user wants done by itself. Kept in the ledger as lines that a person can read, under a key of its own.
 *
 * @param id its number; 0 as long as it is not kept
 * @param name what the user calls it
 * @param switches what is switched on
 * @param when what sets it off
 * @param join how its conditions go together
 * @param conditions what must hold; none for always
 * @param thens what it does, in this order; of something that is switched on at least one
 * @param since from where on it is watchful
 */
public record Rule(long id, String name, Set<Switch> switches, When when, Join join, List<Condition> conditions,
        List<Then> thens, Since since) {
    /** How the keys begin of the texts in which the ledger keeps rules; the number follows. */
    public static final String KEY = "rule/";

    /** What can be switched on and off. */
    public enum Switch {
        /** The rule is at work. */
        ON,
        /** It proposes, and does nothing before the user says so. */
        PROPOSES,
        /** It may do something to mail on the servers. */
        SERVER
    }

    /** How conditions go together. */
    public enum Join {
        /** All must hold. */
        ALL,
        /** One is enough. */
        ANY,
        /** None may hold. */
        NONE;

        /** {@return its name as it is written} */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Keeps its own copies. */
    public Rule {
        name = Part.line(name);
        switches = switches.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(switches));
        conditions = List.copyOf(conditions);
        thens = List.copyOf(thens);
    }

    /** {@return whether it is at work} */
    public boolean isOn() {
        return switches.contains(Switch.ON);
    }

    /** {@return whether it proposes instead of doing} */
    public boolean proposes() {
        return switches.contains(Switch.PROPOSES);
    }

    /**
     * What it does that it may do: nothing to mail on servers unless that was switched on, and nothing to a mail where it is set off by
     * something else.
     *
     * @return the acts
     */
    public List<Then> allowed() {
        return thens.stream().filter(one -> !one.kind().isOnServer() || switches.contains(Switch.SERVER))
                .filter(one -> !one.kind().isOfMail() || when.kind().isMail()).toList();
    }

    /**
     * The same with something switched.
     *
     * @param one what
     * @param on whether it is switched on
     * @return the rule
     */
    public Rule with(Switch one, boolean on) {
        Set<Switch> now = EnumSet.noneOf(Switch.class);
        now.addAll(switches);
        if (on) {
            now.add(one);
        } else {
            now.remove(one);
        }
        return new Rule(id, name, now, when, join, conditions, thens, since);
    }

    /**
     * The same under another number, watchful from somewhere on.
     *
     * @param number its number
     * @param from from where on
     * @return the rule
     */
    public Rule kept(long number, Since from) {
        return new Rule(number, name, switches, when, join, conditions, thens, from);
    }

    /** {@return the lines that {@link #parse} reads} */
    public String text() {
        List<String> lines = new ArrayList<>();
        lines.add("name: " + name);
        lines.add("state: " + EnumSet.allOf(Switch.class).stream().filter(switches::contains)
                .map(one -> one.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(" ")));
        lines.add("when: " + when.text());
        lines.add("join: " + join.word());
        conditions.forEach(one -> lines.add("if: " + one.text()));
        thens.forEach(one -> lines.add("then: " + one.written()));
        lines.add("since: " + since.text());
        return String.join("\n", lines);
    }

    /**
     * Reads a rule. A line that a newer program wrote and this one does not know makes the whole rule unreadable, for half a rule would
     * do what nobody wanted.
     *
     * @param id its number
     * @param text its lines
     * @return the rule
     * @throws KithException RULE_PART with the line that is not understood
     */
    public static Rule parse(long id, String text) {
        RuleLines lines = new RuleLines();
        for (String line : text.split("\n", -1)) {
            if (!line.isBlank()) {
                try {
                    lines.take(line);
                } catch (IllegalArgumentException | DateTimeException e) {
                    throw new KithException(e, Problem.RULE_PART, line);
                }
            }
        }
        return lines.rule(id, text);
    }
}
