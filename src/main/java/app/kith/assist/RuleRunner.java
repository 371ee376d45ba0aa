package app.kith.assist;

import app.kith.assist.Firing.Held;
import app.kith.assist.RuleCases.Stretch;
import app.kith.change.Actor;
import app.kith.change.Change;
import app.kith.change.Journal;
import app.kith.change.NextNumbers;
import app.kith.mail.Mail;
import app.kith.rule.Mark;
import app.kith.rule.Mark.State;
import app.kith.rule.Rule;
import app.kith.rule.Since;
import app.kith.rule.Subject;
import app.kith.rule.Then;
import app.kith.store.CardsView;
import app.kith.store.ChangesView;
import app.kith.store.Customers;
import app.kith.store.Customers.CustomerRow;
import app.kith.store.MailFacts;
import app.kith.store.RuleView;
import app.kith.store.UserTextView;
import app.kith.words.KithException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Runs rules: on what happened since they last ran, and on the past. What a rule does in one run is one change set, in which the marks
 * of its cases stand too, so that nothing is done twice, whenever the program is stopped. A rule is never set off by what rules did.
 * Blocks.
 */
public final class RuleRunner {
    /** Mail that was sent earlier than this before a rule was switched on did not just come in, though it is fetched only now. */
    private static final Duration LATE = Duration.ofDays(1);
    private static final NextNumbers NONE = new NextNumbers(1L << 50, 1L << 50, 1L << 50, 1L << 50, 1L << 50,
            1L << 50);

    private final Sources sources;
    private final RuleQueries queries;
    private final ServerActs server;
    private final Journal journal;
    private final Clock clock;

    /**
     * What rules look at.
     *
     * @param view what happened
     * @param cards cards of customers
     * @param changes how things stand
     * @param texts the marks
     * @param customers names of customers
     * @param mails reads a mail by its number; throws where it cannot be read
     */
    public record Sources(RuleView view, CardsView cards, ChangesView changes, UserTextView texts,
            Customers customers, LongFunction<Mail> mails) {}

    /**
     * Makes the runner.
     *
     * @param sources what rules look at
     * @param queries how lines of the query language are asked
     * @param server how something is done to mail on servers
     * @param journal where it is entered
     * @param clock what time it is, and where the user is
     */
    public RuleRunner(Sources sources, RuleQueries queries, ServerActs server, Journal journal, Clock clock) {
        this.sources = sources;
        this.queries = queries;
        this.server = server;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * What a rule would do.
     *
     * @param firings the cases in which it does something, the latest first
     * @param looked at how many cases it looked
     * @param aside mails that cannot be read, each with its number and why
     */
    public record Plan(List<Firing> firings, int looked, Map<Long, KithException> aside) {

        /** Keeps its own copies. */
        public Plan {
            firings = List.copyOf(firings);
            aside = Map.copyOf(aside);
        }
    }

    /**
     * What a run came to.
     *
     * @param change number of the change set; 0 where there was nothing to do
     * @param did how many cases it did or proposed something in
     */
    public record Ran(long change, int did) {}

    /** {@return how far everything has come} */
    public Since now() {
        return sources.view.now(clock);
    }

    /** {@return what day it is, where the user is} */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /**
     * What a rule would do about the past: about mails, new customers and changes of some days, about all who have not been in touch, and
     * about days that are near.
     *
     * @param rule the rule
     * @param days how many days back
     * @param stop asked now and then whether to stop; what was found by then is given
     * @return what it would do
     */
    public Plan past(Rule rule, int days, BooleanSupplier stop) {
        LocalDate today = today();
        Instant since = today.minusDays(days).atStartOfDay(clock.getZone()).toInstant();
        return plan(rule, new Stretch(Since.EVER, now(), since, today.minusDays(days), today, true), stop);
    }

    /**
     * What a rule does about what happened since.
     *
     * @param rule the rule
     * @param seen how far it has looked, and on what day
     * @param to how far it is to look
     * @return what it does
     */
    public Plan since(Rule rule, Since seen, Since to) {
        LocalDate began = rule.since().at().atZone(clock.getZone()).toLocalDate().minusDays(1);
        LocalDate day = seen.at().atZone(clock.getZone()).toLocalDate();
        Since from = new Since(Math.max(seen.message(), rule.since().message()),
                Math.max(seen.change(), rule.since().change()), seen.at());
        return plan(rule, new Stretch(from, to, rule.since().at().minus(LATE),
                seen.equals(rule.since()) || day.isBefore(began) ? began : day,
                to.at().atZone(clock.getZone()).toLocalDate(), false), () -> false);
    }

    private Plan plan(Rule rule, Stretch stretch, BooleanSupplier stop) {
        Set<String> marked = sources.texts.all(Mark.of(rule.id())).keySet();
        RuleConditions conditions = new RuleConditions(queries.ask(), sources.mails, sources.cards);
        RuleEdits edits = new RuleEdits(NONE, sources.changes, sources.cards, clock);
        List<Firing> firings = new ArrayList<>();
        Map<Long, KithException> aside = new java.util.LinkedHashMap<>();
        int[] looked = {0};
        new RuleCases(sources.view, sources.customers, clock.getZone()).each(rule, stretch, some -> {
            List<RuleCase> cases = some.stream().filter(one -> !marked.contains(one.subject().text())).toList();
            looked[0] += cases.size();
            List<Firing> holding = stop.getAsBoolean() ? List.of() : holding(rule, cases, conditions, aside);
            edits.read(holding.stream().map(Firing::one).toList());
            for (Firing one : holding) {
                List<Then> does = edits.apply(rule, one.one());
                if (!does.isEmpty()) {
                    firings.add(new Firing(one.one(), one.why(), does));
                }
            }
        });
        firings.sort(java.util.Comparator.comparing((Firing one) -> one.one().at()).reversed());
        return new Plan(firings, looked[0], aside);
    }

    private static List<Firing> holding(Rule rule, List<RuleCase> cases, RuleConditions conditions,
            Map<Long, KithException> aside) {
        List<Firing> holding = new ArrayList<>();
        for (RuleCase one : cases) {
            try {
                List<Held> why = conditions.holding(rule, one);
                if (why != null) {
                    holding.add(new Firing(one, why, List.of()));
                }
            } catch (KithException e) {
                aside.put(one.subject().message(), e); // The rest of them is looked at all the same.
            }
        }
        return holding;
    }

    /**
     * Does what was planned, or proposes it where the rule only proposes. What was done meanwhile is not done again.
     *
     * @param rule the rule, which is kept
     * @param plan what it would do
     * @return what it came to
     */
    public Ran run(Rule rule, Plan plan) {
        List<RuleCase> cases = plan.firings().reversed().stream().map(Firing::one).toList();
        return enter(Actor.RULE, "rule " + rule.id() + " " + rule.name(), rule, cases,
                rule.proposes() ? State.WAITS : State.DONE);
    }

    private Ran enter(Actor actor, String reason, Rule rule, Collection<RuleCase> cases, State end) {
        int[] count = {0};
        List<Change> made = new ArrayList<>();
        long change = journal.enter(actor, reason, free -> {
            Map<String, String> marks = sources.texts.all(Mark.of(rule.id()));
            List<RuleCase> open = cases.stream().filter(one -> isOpen(marks.get(one.subject().text()), actor)).toList();
            RuleEdits edits = new RuleEdits(free, sources.changes, sources.cards, clock);
            // What is only proposed is tried, and not entered.
            RuleEdits tried = end == State.DONE ? edits : new RuleEdits(free, sources.changes, sources.cards, clock);
            tried.read(open);
            String mark = new Mark(end, clock.instant()).text();
            for (RuleCase one : open) {
                boolean does = end != State.BACK && !tried.apply(rule, one).isEmpty();
                if (does || actor == Actor.USER) {
                    edits.text(Mark.key(rule.id(), one.subject()), mark);
                    count[0]++;
                }
            }
            made.addAll(edits.changes(server));
            return List.copyOf(made);
        }).orElse(0);
        server.told(made);
        return new Ran(change, count[0]);
    }

    private static boolean isOpen(@Nullable String mark, Actor actor) {
        return actor == Actor.USER
                ? mark != null && Mark.parse(mark).map(one -> one.state() == State.WAITS).orElse(false)
                : mark == null;
    }

    /**
     * Does what a rule proposed.
     *
     * @param rule the rule
     * @param subjects in which cases; those that do not wait are passed over
     * @return what it came to
     */
    public Ran accept(Rule rule, Collection<Subject> subjects) {
        return enter(Actor.USER, "rule-accepted " + rule.id() + " " + rule.name(), rule, cases(subjects), State.DONE);
    }

    /**
     * Does not do what a rule proposed, for good.
     *
     * @param rule the rule
     * @param subjects in which cases; those that do not wait are passed over
     * @return what it came to
     */
    public Ran refuse(Rule rule, Collection<Subject> subjects) {
        List<RuleCase> cases = subjects.stream()
                .map(one -> new RuleCase(one, Instant.EPOCH, one.contact(), "", "", null)).toList();
        return enter(Actor.USER, "rule-refused " + rule.id() + " " + rule.name(), rule, cases, State.BACK);
    }

    /**
     * Cases of a rule that have a mark.
     *
     * @param rule the rule
     * @param state which mark
     * @return the cases, those that happened last first, each with what the rule does there now
     */
    public List<Firing> marked(Rule rule, State state) {
        List<Subject> subjects = new ArrayList<>();
        sources.texts.all(Mark.of(rule.id())).forEach((subject, text) -> {
            if (Mark.parse(text).map(mark -> mark.state() == state).orElse(false)) {
                Subject.parse(subject).ifPresent(subjects::add);
            }
        });
        List<RuleCase> cases = cases(subjects);
        RuleEdits edits = new RuleEdits(NONE, sources.changes, sources.cards, clock);
        edits.read(cases);
        return cases.stream().map(one -> new Firing(one, List.of(), edits.apply(rule, one)))
                .sorted(java.util.Comparator.comparing((Firing one) -> one.one().at()).reversed()).toList();
    }

    private List<RuleCase> cases(Collection<Subject> subjects) {
        Map<Long, MailFacts> mails = sources.view.mails(
                subjects.stream().map(Subject::message).filter(id -> id != 0).toList());
        Map<Long, String> names = new java.util.HashMap<>();
        sources.customers.all(subjects.stream().map(Subject::contact).filter(id -> id != 0).distinct().toList())
                .forEach((CustomerRow row) -> names.put(row.id(), row.name()));
        List<RuleCase> cases = new ArrayList<>();
        for (Subject one : subjects) {
            MailFacts mail = mails.get(one.message());
            String name = names.get(one.contact());
            if (mail != null) {
                cases.add(RuleCase.of(mail));
            } else if (name != null) {
                cases.add(new RuleCase(one, at(one), one.contact(), name, one.once(), null));
            }
        }
        return cases;
    }

    private Instant at(Subject one) {
        return one.once().indexOf('-') > 0
                ? LocalDate.parse(one.once()).atStartOfDay(clock.getZone()).toInstant()
                : sources.changes.find(Long.parseLong(one.once())).map(ChangesView.Heading::at).orElse(Instant.EPOCH);
    }
}
