package app.kith.rule;

import app.kith.rule.Rule.Join;
import app.kith.rule.Rule.Switch;
import app.kith.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Rules to begin with. Their words are those of the user's language, under {@code rule.sample.<name>…}. */
@SuppressWarnings("ImmutableEnumChecker") // The lists are.
public enum Sample {
    /** A known person names a sum or a contract and sends a file: pinned to the customer's file. */
    IMPORTANT("mail-in", List.of("known", "not-automatic", "attachment", "deal"), List.of("pin")),
    /** Somebody asks for a price: who it is becomes a customer, to be followed up in two days. */
    QUOTATION("mail-in", List.of("quotation", "not-automatic"), List.of("customer", "follow-up:2:{text}")),
    /** A complaint is to be answered today. */
    COMPLAINT("mail-in", List.of("known", "complaint", "not-automatic"), List.of("tag:{value}", "follow-up:0:{text}")),
    /** A stage was reached: ask for a review a month later. */
    WON("changed:stage={value}", List.of(), List.of("follow-up:30:{text}")),
    /** A birthday is near. */
    BIRTHDAY("before:birthday:7", List.of(), List.of("follow-up:7:{text}")),
    /** A contract ends soon. */
    CONTRACT_END("before:{value}:30", List.of(), List.of("follow-up:0:{text}")),
    /** Nothing was heard for a quarter of a year. */
    DORMANT("after-contact:90", List.of(), List.of("tag:{value}")),
    /** A new customer is to be kept in touch with. */
    NEW_CUSTOMER("customer-added", List.of(), List.of("keep-in-touch:30"));

    private final String when;
    private final List<String> conditions;
    private final List<String> thens;

    Sample(String when, List<String> conditions, List<String> thens) {
        this.when = when;
        this.conditions = conditions;
        this.thens = thens;
    }

    /** {@return its name as it is written} */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The rule, in a language.
     *
     * @param words the language
     * @return a rule that is not kept yet, switched on
     */
    public Rule rule(Words words) {
        String key = "rule.sample." + word();
        List<Condition> asked = new ArrayList<>();
        conditions.forEach(one -> asked.add(Condition.parse(one)));
        return new Rule(0, words.get(key), Set.of(Switch.ON), When.parse(filled(when, key, words)), Join.ALL, asked,
                thens.stream().map(one -> Then.parse(filled(one, key, words))).toList(), Since.EVER);
    }

    private static String filled(String part, String key, Words words) {
        return part.replace("{text}", words.get(key + ".text")).replace("{value}", words.get(key + ".value"));
    }
}
