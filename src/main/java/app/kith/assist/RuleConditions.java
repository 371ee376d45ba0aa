package app.kith.assist;

import app.kith.assist.Firing.Held;
import app.kith.contact.CardStack;
import app.kith.contact.NormalForm;
import app.kith.contact.OwnForm;
import app.kith.contact.Value;
import app.kith.mail.Mail;
import app.kith.mail.NewText;
import app.kith.rule.Condition;
import app.kith.rule.Condition.Kind;
import app.kith.rule.FieldName;
import app.kith.rule.Rule;
import app.kith.rule.Wording;
import app.kith.store.CardsView;
import app.kith.store.MailFacts;
import app.kith.store.MessageStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Asks the conditions of one rule in one case after another. What a mail says is read only where a condition needs it. */
final class RuleConditions {
    private static final Pattern FIELD = Pattern.compile("([^=<>]+?)\\s*(>=|<=|>|<|=)\\s*(.+)");
    private static final int BEGINNING = 20_000;

    private final RuleQueries.Asked asked;
    private final LongFunction<Mail> mails;
    private final CardsView cards;
    private @Nullable Mail mail;
    private @Nullable String own;

    RuleConditions(RuleQueries.Asked asked, LongFunction<Mail> mails, CardsView cards) {
        this.asked = asked;
        this.mails = mails;
        this.cards = cards;
    }

    /** What held, with what showed it; null where the rule does nothing. */
    @Nullable
    List<Held> holding(Rule rule, RuleCase one) {
        mail = null;
        own = null;
        List<Held> held = new ArrayList<>();
        List<Condition> cheapFirst = rule.conditions().stream()
                .sorted(Comparator.comparing(condition -> needsText(condition.kind()))).toList();
        for (Condition condition : cheapFirst) {
            String found = found(condition, one);
            boolean holds = found != null;
            switch (rule.join()) {
                case ALL -> {
                    if (!holds) {
                        return null;
                    }
                    held.add(new Held(condition, String.valueOf(found)));
                }
                case ANY -> {
                    if (holds) {
                        return List.of(new Held(condition, String.valueOf(found)));
                    }
                }
                case NONE -> {
                    if (holds) {
                        return null;
                    }
                    held.add(new Held(new Condition(condition.kind(), !condition.not(), condition.value()), ""));
                }
            }
        }
        return rule.join() == Rule.Join.ANY && !cheapFirst.isEmpty() ? null : held;
    }

    private static boolean needsText(Kind kind) {
        return switch (kind) {
            case QUERY, TEXT, AMOUNT, CONTRACT, DEAL, QUOTATION, COMPLAINT -> true;
            default -> false;
        };
    }

    /** The words that show that a condition holds, empty where it is none; null where it does not hold. */
    private @Nullable String found(Condition condition, RuleCase one) {
        String found = plain(condition, one);
        if (condition.not()) {
            return found == null ? "" : null;
        }
        return found;
    }

    private @Nullable String plain(Condition condition, RuleCase one) {
        MailFacts facts = one.mail();
        if (facts == null && condition.kind().isOfMail()) {
            return null;
        }
        return facts == null ? ofCustomer(condition, one.contact()) : ofMail(condition, one, facts);
    }

    private @Nullable String ofMail(Condition condition, RuleCase one, MailFacts facts) {
        String value = condition.value();
        return switch (condition.kind()) {
            case QUERY -> yes(asked.finds(value, facts, () -> read(one)));
            case TEXT -> condition.words().stream().filter(words -> asked.holds(text(one), words)).findFirst()
                    .orElse(null);
            case ATTACHMENT -> yes(facts.attachments() > 0);
            case AMOUNT -> word(Wording.AMOUNT, one);
            case CONTRACT -> word(Wording.CONTRACT, one);
            case QUOTATION -> word(Wording.QUOTATION, one);
            case COMPLAINT -> word(Wording.COMPLAINT, one);
            case DEAL -> {
                String contract = word(Wording.CONTRACT, one);
                yield contract == null ? word(Wording.AMOUNT, one) : contract;
            }
            case ASKS -> yes(facts.is(MessageStatus.ASKS));
            case KNOWN -> yes(one.contact() != 0);
            case AUTOMATIC -> yes(facts.is(MessageStatus.AUTOMATIC));
            case ACCOUNT -> yes(facts.places().stream().anyMatch(place -> place.account().equalsIgnoreCase(value)));
            case FOLDER -> yes(facts.places().stream()
                    .anyMatch(place -> place.isNamed(value) || place.role().equalsIgnoreCase(value)));
            case STAGE, TAG, FIELD -> ofCustomer(condition, one.contact());
        };
    }

    private @Nullable String ofCustomer(Condition condition, long contact) {
        if (contact == 0) {
            return null;
        }
        String quoted = '"' + condition.value().replace('"', ' ') + '"';
        return switch (condition.kind()) {
            case QUERY -> yes(asked.finds(condition.value(), contact));
            case STAGE -> yes(asked.finds("stage:" + quoted, contact));
            case TAG -> yes(asked.finds("tag:" + quoted, contact));
            case FIELD -> field(condition.value(), contact);
            default -> null;
        };
    }

    private static @Nullable String yes(boolean holds) {
        return holds ? "" : null;
    }

    private @Nullable String word(Wording wording, RuleCase one) {
        String found = wording.find(text(one));
        return found.isEmpty() ? null : found;
    }

    private Mail read(RuleCase one) {
        Mail known = mail;
        if (known == null) {
            known = mails.apply(one.subject().message());
            mail = known;
        }
        return known;
    }

    /** Subject and what the author wrote anew; of a mail that only passes something on, what it passes on. */
    private String text(RuleCase one) {
        String known = own;
        if (known == null) {
            Mail read = read(one);
            String fresh = NewText.ofBeginning(read).newText();
            String whole = read.text();
            known = one.title() + "\n"
                    + (fresh.isBlank() ? whole.substring(0, Math.min(whole.length(), BEGINNING)) : fresh);
            own = known;
        }
        return known;
    }

    /** {@code Region=North}, {@code Volume>=1000}, {@code Region=*}; a name alone asks whether there is anything. */
    private @Nullable String field(String asks, long contact) {
        Matcher form = FIELD.matcher(asks);
        FieldName field = FieldName.of(form.matches() ? form.group(1) : asks);
        String sign = form.matches() ? form.group(2) : "=";
        String wanted = form.matches() ? form.group(3).strip() : "*";
        List<Value> values = new ArrayList<>();
        cards.each(List.of(contact), stack -> new CardStack(RuleEdits.said(stack)).shown()
                .forEach(shown -> values.add(shown.value())));
        return values.stream().filter(field::isOf).map(Value::raw).filter(raw -> compares(raw, sign, wanted))
                .findFirst().orElse(null);
    }

    private static boolean compares(String raw, String sign, String wanted) {
        if (wanted.equals("*")) {
            return true;
        }
        boolean same = NormalForm.folded(raw).equals(NormalForm.folded(wanted));
        Double left = OwnForm.order(raw);
        Double right = OwnForm.order(wanted);
        int order = left != null && right != null
                ? Double.compare(left, right)
                : NormalForm.folded(raw).compareTo(NormalForm.folded(wanted));
        return switch (sign) {
            case ">" -> order > 0;
            case "<" -> order < 0;
            case ">=" -> order >= 0;
            case "<=" -> order <= 0;
            default -> same || left != null && right != null && order == 0;
        };
    }
}
