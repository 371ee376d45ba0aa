package app.kith.desk;

import app.kith.change.Change;
import app.kith.change.Change.CardChange;
import app.kith.change.Change.TextChange;
import app.kith.contact.Card;
import app.kith.contact.Property;
import app.kith.contact.Stage;
import app.kith.contact.Value;
import app.kith.rule.Condition;
import app.kith.rule.FieldName;
import app.kith.rule.Rule;
import app.kith.rule.Then;
import app.kith.rule.When;
import app.kith.search.Field;
import app.kith.search.Query;
import app.kith.search.Query.Clause;
import app.kith.search.Query.Term;
import app.kith.store.CardsView;
import app.kith.store.StageSteps;
import app.kith.store.UserTextView;
import app.kith.words.KithException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that names a stage which gets another name: customers, whoever said that they stand there, rules, and saved searches. */
final class StageRename {
    private static final Logger LOG = LoggerFactory.getLogger(StageRename.class);

    private final Stage before;
    private final Stage after;

    StageRename(Stage before, Stage after) {
        this.before = before;
        this.after = after;
    }

    /** What changes on cards. */
    List<Change> cards(StageSteps steps, CardsView cards) {
        List<Long> bearers = steps.said(Value.of(Property.STAGE, "", before.name()).normal());
        List<Change> changes = new ArrayList<>();
        if (!bearers.isEmpty()) { // None at all would mean everybody.
            cards.each(bearers, stack -> stack.forEach(card -> card(card, changes)));
        }
        return changes;
    }

    private void card(Card card, List<Change> changes) {
        String normal = Value.of(Property.STAGE, "", after.name()).normal();
        List<Value> values = card.values().stream().map(value -> value.property() == Property.STAGE && is(value.raw())
                ? new Value(value.property(), value.label(), after.name(), normal, value.place(), value.mark())
                : value).toList();
        if (!values.equals(card.values())) {
            changes.add(new CardChange(card.id(), card, new Card(card.id(), card.contact(), card.source(), values)));
        }
    }

    /** What changes in rules and saved searches. */
    List<Change> texts(UserTextView texts) {
        List<Change> changes = new ArrayList<>();
        texts.all(SavedSearches.SEARCH)
                .forEach((name, line) -> put(SavedSearches.SEARCH + name, line, line(line), changes));
        for (Map.Entry<String, String> one : texts.all(Rule.KEY).entrySet()) {
            put(Rule.KEY + one.getKey(), one.getValue(), rule(one.getValue()), changes);
        }
        return changes;
    }

    private static void put(String key, String before, String after, List<Change> changes) {
        if (!before.equals(after)) {
            changes.add(new TextChange(key, before, after));
        }
    }

    private boolean is(String name) {
        return Stage.key(name).equals(before.key());
    }

    private String line(String line) {
        Query query = Query.parse(line);
        List<Clause> clauses = query.clauses().stream()
                .map(clause -> new Clause(clause.excluded(), clause.anyOf().stream().map(this::term).toList()))
                .toList();
        return clauses.equals(query.clauses()) ? line : new Query(clauses, false).text().strip();
    }

    private Term term(Term term) {
        return term.field() == Field.STAGE && is(term.value()) ? new Term(Field.STAGE, after.name(), true) : term;
    }

    private String rule(String text) {
        try {
            Rule rule = Rule.parse(0, text);
            List<Condition> conditions = rule.conditions().stream().map(this::condition).toList();
            List<Then> thens = rule.thens().stream().map(then -> then.kind() == Then.Kind.STAGE && is(then.value())
                    ? Then.of(Then.Kind.STAGE, after.name())
                    : then).toList();
            Rule renamed = new Rule(0, rule.name(), rule.switches(), when(rule.when()), rule.join(), conditions, thens,
                    rule.since());
            return renamed.equals(rule) ? text : renamed.text();
        } catch (KithException e) {
            LOG.warn("A rule that cannot be read keeps the former name of a stage: {}", e.problem());
            return text;
        }
    }

    private When when(When when) {
        boolean named = when.kind() == When.Kind.CHANGED && is(when.value())
                && FieldName.of(when.field()).property() == Property.STAGE;
        return named ? new When(when.kind(), when.field(), after.name(), 0) : when;
    }

    private Condition condition(Condition one) {
        return switch (one.kind()) {
            case STAGE -> is(one.value()) ? new Condition(one.kind(), one.not(), after.name()) : one;
            case QUERY -> new Condition(one.kind(), one.not(), line(one.value()));
            default -> one;
        };
    }
}
