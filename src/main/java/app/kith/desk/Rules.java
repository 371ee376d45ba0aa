package app.kith.desk;

import app.kith.assist.Firing;
import app.kith.assist.RuleRunner;
import app.kith.assist.RuleRunner.Plan;
import app.kith.assist.RuleRunner.Ran;
import app.kith.change.Actor;
import app.kith.change.Change;
import app.kith.change.Change.TextChange;
import app.kith.change.Journal;
import app.kith.change.Reversal.Conflict;
import app.kith.rule.Mark;
import app.kith.rule.Mark.State;
import app.kith.rule.Rule;
import app.kith.rule.Rule.Switch;
import app.kith.rule.Since;
import app.kith.rule.Subject;
import app.kith.store.RuleView;
import app.kith.store.UserTextView;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The user's rules: kept in the ledger, run after mail was filed and after the user did something. Thread-safe; blocks.
 */
public final class Rules {
    /** How many days of the past a rule is run on where nothing else is said. */
    public static final int PAST_DAYS = 90;
    private static final Logger LOG = LoggerFactory.getLogger(Rules.class);

    private final UserTextView texts;
    private final RuleView view;
    private final RuleRunner runner;
    private final RuleBook book;
    private final History history;
    private final Journal journal;
    private final Clock clock;
    private final ReentrantLock running = new ReentrantLock();

    Rules(UserTextView texts, RuleView view, RuleRunner runner, RuleBook book, History history, Journal journal,
            Clock clock) {
        this.texts = texts;
        this.view = view;
        this.runner = runner;
        this.book = book;
        this.history = history;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * A rule with what it did so far.
     *
     * @param rule the rule
     * @param fired in how many cases it did what it does, and that stands
     * @param waits in how many cases it waits for the user's word
     * @param alarms in how many cases it was taken back, or not wanted
     * @param lastRun when it last looked; null if it never did
     * @param lastFired when it last did or proposed something; null if it never did
     */
    public record Kept(Rule rule, int fired, int waits, int alarms, @Nullable Instant lastRun,
            @Nullable Instant lastFired) {

        /**
         * Tells whether a rule that is at work has had nothing to do for so long that it may be of no use.
         *
         * @param now what time it is
         * @return whether it did nothing for {@link Rules#PAST_DAYS} days
         */
        public boolean isIdle(Instant now) {
            Instant line = now.minus(Duration.ofDays(PAST_DAYS));
            return rule.isOn() && rule.since().at().isBefore(line)
                    && (lastFired == null || lastFired.isBefore(line));
        }
    }

    /**
     * What the rules did at once.
     *
     * @param rule which rule
     * @param ran what it came to
     */
    public record Did(Rule rule, Ran ran) {}

    /**
     * What taking back everything came to.
     *
     * @param changes numbers of the change sets that did it
     * @param conflicts what was changed since and stays
     */
    public record Back(List<Long> changes, List<Conflict> conflicts) {

        /** Keeps its own copies. */
        public Back {
            changes = List.copyOf(changes);
            conflicts = List.copyOf(conflicts);
        }
    }

    /** {@return all rules in the order of their numbers; those that a newer program wrote are left out} */
    public List<Rule> all() {
        List<Rule> rules = new ArrayList<>();
        texts.all(Rule.KEY).forEach((number, text) -> {
            try {
                rules.add(Rule.parse(Long.parseLong(number), text));
            } catch (KithException | NumberFormatException e) {
                LOG.warn("Rule {} cannot be read and does nothing: {}", number, String.valueOf(e.getMessage()));
            }
        });
        rules.sort(java.util.Comparator.comparingLong(Rule::id));
        return rules;
    }

    /** {@return in how many cases rules wait for the user's word} */
    public int waits() {
        return all().stream().map(this::kept).mapToInt(Kept::waits).sum();
    }

    /** {@return all rules with what they did} */
    public List<Kept> list() {
        return all().stream().map(this::kept).toList();
    }

    /**
     * A rule with what it did.
     *
     * @param rule the rule
     * @return it with its counts
     */
    public Kept kept(Rule rule) {
        Map<State, Integer> counts = new java.util.EnumMap<>(State.class);
        Instant[] last = new Instant[1];
        texts.all(Mark.of(rule.id())).values().forEach(text -> Mark.parse(text).ifPresent(mark -> {
            counts.merge(mark.state(), 1, Integer::sum);
            if (last[0] == null || last[0].isBefore(mark.at())) {
                last[0] = mark.at();
            }
        }));
        return new Kept(rule, counts.getOrDefault(State.DONE, 0), counts.getOrDefault(State.WAITS, 0),
                counts.getOrDefault(State.BACK, 0), book.of(rule.id()).map(Since::at).orElse(null), last[0]);
    }

    /**
     * Finds a rule.
     *
     * @param id its number
     * @return the rule
     * @throws KithException NOT_FOUND; RULE_PART if a newer program wrote it
     */
    public Rule find(long id) {
        String text = texts.all(Rule.KEY).get(String.valueOf(id));
        if (text == null) {
            throw new KithException(Problem.NOT_FOUND, "#" + id);
        }
        return Rule.parse(id, text);
    }

    /**
     * What was kept or changed.
     *
     * @param rule the rule as it is kept; as it was where it was removed
     * @param change number of the change set; 0 where it was so already
     */
    public record Saved(Rule rule, long change) {}

    /**
     * Keeps a new rule. It is watchful from now on.
     *
     * @param wanted the rule; its number is given here
     * @return it as it is kept
     * @throws KithException RULE_EMPTY if it has no name or does nothing
     */
    public Saved add(Rule wanted) {
        check(wanted);
        Rule rule = wanted.kept(next(), runner.now());
        return new Saved(rule, put("rule-added", rule, "", rule.text()));
    }

    /** A number that no rule ever had whose marks are still there. */
    private long next() {
        Stream<String> known = Stream.concat(texts.all(Rule.KEY).keySet().stream(),
                texts.all(Mark.KEY).keySet().stream().map(key -> key.substring(0, key.indexOf('/'))));
        return known.filter(number -> number.matches("[0-9]{1,15}")).mapToLong(Long::parseLong).max().orElse(0) + 1;
    }

    private static void check(Rule rule) {
        if (rule.name().isEmpty() || rule.thens().isEmpty()) {
            throw new KithException(Problem.RULE_EMPTY, rule.name());
        }
    }

    /**
     * Changes a rule. One that is switched on, or set off by something else than before, is watchful from now on.
     *
     * @param wanted what it is to be, with its number
     * @return it as it is kept
     * @throws KithException NOT_FOUND, RULE_EMPTY
     */
    public Saved save(Rule wanted) {
        check(wanted);
        Rule before = find(wanted.id());
        boolean anew = wanted.isOn() && !before.isOn() || !wanted.when().equals(before.when());
        Rule after = wanted.kept(wanted.id(), anew ? runner.now() : before.since());
        String reason = !before.with(Switch.ON, after.isOn()).kept(after.id(), after.since()).equals(after)
                ? "rule-edited"
                : after.isOn() ? "rule-on" : "rule-off";
        return new Saved(after, put(reason, after, before.text(), after.text()));
    }

    /**
     * Forgets a rule. What it did stays.
     *
     * @param id its number
     * @return the rule as it was
     * @throws KithException NOT_FOUND
     */
    public Saved remove(long id) {
        String text = texts.all(Rule.KEY).get(String.valueOf(id));
        if (text == null) {
            throw new KithException(Problem.NOT_FOUND, "#" + id);
        }
        Rule rule = Rule.parse(id, text);
        return new Saved(rule, put("rule-removed", rule, text, ""));
    }

    private long put(String reason, Rule rule, String before, String after) {
        return before.equals(after)
                ? 0
                : journal.enter(Actor.USER, reason + " " + rule.name(),
                        _ -> List.of(new TextChange(Rule.KEY + rule.id(), before, after))).orElse(0);
    }

    /**
     * What a rule, kept or not, would do about the past.
     *
     * @param rule the rule
     * @param days how many days back
     * @param stop asked now and then whether to stop
     * @return what it would do
     */
    public Plan past(Rule rule, int days, BooleanSupplier stop) {
        return runner.past(rule, days, stop);
    }

    /**
     * Runs a rule on the past, whether it is on or not.
     *
     * @param rule the rule, which is kept
     * @param plan what it would do
     * @return what it came to
     */
    public Ran run(Rule rule, Plan plan) {
        running.lock();
        try {
            return runner.run(rule, plan);
        } finally {
            running.unlock();
        }
    }

    /**
     * Runs all rules that are on, on what happened since they last ran.
     *
     * @return what they did; rules that had nothing to do are not in it
     */
    public List<Did> catchUp() {
        running.lock();
        try {
            List<Rule> on = all().stream().filter(Rule::isOn).toList();
            if (on.isEmpty()) {
                return List.of();
            }
            Since to = runner.now();
            Map<Long, Since> seen = new LinkedHashMap<>();
            List<Did> did = new ArrayList<>();
            for (Rule rule : on) {
                Since from = book.of(rule.id()).filter(one -> !one.at().isBefore(rule.since().at()))
                        .orElse(rule.since());
                if (from.equals(rule.since()) || !isSame(from, to)) {
                    Plan plan = runner.since(rule, from, to);
                    Ran ran = plan.firings().isEmpty() ? new Ran(0, 0) : runner.run(rule, plan);
                    if (ran.did() > 0) {
                        did.add(new Did(rule, ran));
                    }
                    plan.aside().forEach((message, why) -> LOG.warn("Rule {}: mail {} is set aside: {}", rule.id(),
                            message, String.valueOf(why.getMessage())));
                    seen.put(rule.id(), to);
                }
            }
            book.put(seen);
            return did;
        } finally {
            running.unlock();
        }
    }

    private boolean isSame(Since from, Since to) {
        return from.message() == to.message() && from.change() == to.change()
                && from.at().atZone(clock.getZone()).toLocalDate()
                        .equals(to.at().atZone(clock.getZone()).toLocalDate());
    }

    /**
     * The same where nobody could be told of a failure: it is logged, and the rules run the next time.
     *
     * @return what they did
     */
    public List<Did> catchUpQuietly() {
        try {
            return catchUp();
        } catch (RuntimeException e) {
            LOG.warn("Rules could not be run", e);
            return List.of();
        }
    }

    /**
     * What waits for the user's word.
     *
     * @param rule a rule
     * @return the cases, the latest first, each with what the rule would do there
     */
    public List<Firing> waiting(Rule rule) {
        return runner.marked(rule, State.WAITS);
    }

    /**
     * What was taken back, or not wanted. It is not done again.
     *
     * @param rule a rule
     * @return the cases, the latest first
     */
    public List<Firing> alarms(Rule rule) {
        return runner.marked(rule, State.BACK);
    }

    /**
     * Does what a rule proposed.
     *
     * @param rule the rule
     * @param subjects in which cases
     * @return what it came to
     */
    public Ran accept(Rule rule, Collection<Subject> subjects) {
        return runner.accept(rule, subjects);
    }

    /**
     * Refuses what a rule proposed, for good.
     *
     * @param rule the rule
     * @param subjects in which cases
     * @return what it came to
     */
    public Ran refuse(Rule rule, Collection<Subject> subjects) {
        return runner.refuse(rule, subjects);
    }

    /**
     * Forgets false alarms: a run on the past may do it again.
     *
     * @param rule the rule
     * @return number of the change set; 0 where there were none
     */
    public long forgetAlarms(Rule rule) {
        return journal.enter(Actor.USER, "rule-alarms-forgotten " + rule.name(), _ -> {
            List<Change> changes = new ArrayList<>();
            texts.all(Mark.of(rule.id())).forEach((subject, text) -> {
                if (Mark.parse(text).map(mark -> mark.state() == State.BACK).orElse(false)) {
                    changes.add(new TextChange(Mark.of(rule.id()) + subject, text, ""));
                }
            });
            return changes;
        }).orElse(0);
    }

    /**
     * Takes back everything that a rule did, the last first. What was edited since stays.
     *
     * @param rule the rule
     * @return what it came to
     */
    public Back undoAll(Rule rule) {
        List<Long> changes = new ArrayList<>();
        List<Conflict> conflicts = new ArrayList<>();
        for (long number : view.standing(rule.id())) {
            History.Undone undone = history.undo(number);
            if (undone.change() != 0) {
                changes.add(undone.change());
            }
            conflicts.addAll(undone.conflicts());
        }
        return new Back(changes, conflicts);
    }

    /**
     * The last change set of a rule that stands.
     *
     * @param rule the rule
     * @return its number; 0 where there is none
     */
    public long lastChange(Rule rule) {
        return view.standing(rule.id()).stream().findFirst().orElse(0L);
    }
}
