package app.kith.rule;

import app.kith.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A rule in the words of a language, as one says it. */
public final class RuleSentence {
    private final Words words;

    /**
     * Makes it.
     *
     * @param words the language
     */
    public RuleSentence(Words words) {
        this.words = words;
    }

    /**
     * The whole rule.
     *
     * @param rule a rule
     * @return one sentence
     */
    public String of(Rule rule) {
        String then = rule.thens().stream().map(this::of).collect(Collectors.joining(words.get("rule.and")));
        String when = of(rule.when());
        if (rule.conditions().isEmpty()) {
            return words.get("rule.sentence.always", when, then);
        }
        String between = words.get(rule.join() == Rule.Join.ANY ? "rule.or" : "rule.and");
        String conditions = rule.conditions().stream().map(this::of).collect(Collectors.joining(between));
        return words.get("rule.sentence." + rule.join().word(), when, conditions, then);
    }

    /**
     * What sets it off.
     *
     * @param when what
     * @return a clause
     */
    public String of(When when) {
        String key = "rule.when." + when.kind().word();
        return switch (when.kind()) {
            case MAIL_IN, MAIL_OUT, CUSTOMER_ADDED -> words.get(key);
            case CHANGED -> when.value().isEmpty()
                    ? words.get(key + ".any", field(when.field()))
                    : words.get(key, field(when.field()), when.value());
            case AFTER_CONTACT -> words.count(key, when.days());
            case BEFORE -> when.days() == 0
                    ? words.get(key + ".zero", field(when.field()))
                    : words.count(key, when.days(), field(when.field()));
        };
    }

    /**
     * A condition.
     *
     * @param condition a condition
     * @return a clause
     */
    public String of(Condition condition) {
        String value = condition.kind() == Condition.Kind.TEXT
                ? condition.words().stream().map(word -> words.get("rule.quoted", word))
                        .collect(Collectors.joining(words.get("rule.or")))
                : condition.value();
        return words.get((condition.not() ? "rule.if-not." : "rule.if.") + condition.kind().word(), value);
    }

    /**
     * What is done.
     *
     * @param then what
     * @return a clause
     */
    public String of(Then then) {
        String key = "rule.then." + then.kind().word();
        return switch (then.kind()) {
            case FIELD -> words.get(key, field(then.value()), then.text());
            case FOLLOW_UP -> {
                String text = then.text().isEmpty() ? words.get("rule.then.follow-up.subject") : then.text();
                yield then.days() == 0 ? words.get(key + ".zero", text) : words.count(key, then.days(), text);
            }
            case KEEP_IN_TOUCH -> words.count(key, then.days());
            default -> words.get(key, then.value());
        };
    }

    /**
     * The name of a field.
     *
     * @param name as rules write it
     * @return what it is called; its own name where it is one of the user's own
     */
    public String field(String name) {
        FieldName field = FieldName.of(name);
        String key = "export.property." + field.property().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String known = words.get(key);
        return field.label().isEmpty() && !known.equals(key) ? known.toLowerCase(words.locale()) : name;
    }

    /**
     * What held in a case.
     *
     * @param condition the condition
     * @param found what showed it; may be empty
     * @return a clause
     */
    public String why(Condition condition, String found) {
        return found.isEmpty() ? of(condition) : words.get("rule.why.found", of(condition), found);
    }

    /**
     * Several things that are done.
     *
     * @param thens what
     * @return one clause
     */
    public String all(List<Then> thens) {
        return thens.stream().map(this::of).collect(Collectors.joining(words.get("rule.and")));
    }
}
