package app.kith.assist;

import app.kith.change.Change;
import app.kith.change.Change.EntryChange;
import app.kith.change.Change.TextChange;
import app.kith.change.MessageFlags;
import app.kith.change.NextNumbers;
import app.kith.contact.Card;
import app.kith.contact.CardStack;
import app.kith.contact.CardStack.Said;
import app.kith.contact.EmailAddress;
import app.kith.contact.Entry;
import app.kith.contact.Property;
import app.kith.contact.ShownValue;
import app.kith.contact.Source;
import app.kith.contact.Value;
import app.kith.contact.Value.Mark;
import app.kith.rule.FieldName;
import app.kith.rule.Pin;
import app.kith.rule.Rule;
import app.kith.rule.Then;
import app.kith.store.CardsView;
import app.kith.store.ChangesView;
import app.kith.store.MailFacts;
import app.kith.store.MessageStatus;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a rule does in several cases, on its way into one change set. What is so already, or what the user denied, is not done. */
final class RuleEdits {
    private static final int LONGEST_TITLE = 160;

    private final NextNumbers free;
    private final ChangesView present;
    private final CardsView view;
    private final Clock clock;
    private final CardEdits cards;
    private final Map<String, TextChange> texts = new LinkedHashMap<>();
    private final List<Entry> tasks = new ArrayList<>();
    private final Map<Long, List<Entry>> entries = new HashMap<>();
    private final Map<String, Long> entered = new HashMap<>();
    private final Map<Long, MessageFlags> flags = new LinkedHashMap<>();
    private final Map<Long, String> folders = new LinkedHashMap<>();

    RuleEdits(NextNumbers free, ChangesView present, CardsView view, Clock clock) {
        this.free = free;
        this.present = present;
        this.view = view;
        this.clock = clock;
        this.cards = new CardEdits(free);
    }

    static List<Said> said(List<Card> stack) {
        return stack.stream().flatMap(card -> card.values().stream().map(value -> new Said(value,
                new ShownValue.Origin(card.id(), card.source(), value.place(), Instant.EPOCH, 0)))).toList();
    }

    /** Reads what is known of customers who are going to be edited. */
    void read(Collection<RuleCase> cases) {
        List<Long> contacts = cases.stream().map(RuleCase::contact).filter(contact -> contact != 0).distinct().toList();
        if (!contacts.isEmpty()) {
            cards.read(view, contacts);
        }
    }

    /**
     * Does what a rule does in a case.
     *
     * @return what of it was not so already
     */
    List<Then> apply(Rule rule, RuleCase one) {
        long[] contact = {one.contact() == 0 && one.mail() != null
                ? entered.getOrDefault(EmailAddress.of(one.mail().email()).normal(), 0L)
                : one.contact()};
        return rule.allowed().stream().filter(then -> did(rule, one, then, contact)).toList();
    }

    private boolean did(Rule rule, RuleCase one, Then then, long[] contact) {
        MailFacts mail = one.mail();
        long of = contact[0];
        return switch (then.kind()) {
            case TAG -> of != 0 && tag(of, Value.of(Property.TAG, "", then.value(), place(rule)));
            case STAGE -> of != 0 && stage(of, Value.of(Property.STAGE, "", then.value(), place(rule)));
            case FIELD -> of != 0 && field(of, FieldName.of(then.value()), then.text(), place(rule));
            case FOLLOW_UP -> of != 0 && followUp(of, one, then);
            case KEEP_IN_TOUCH -> of != 0 && text("interval/" + of, String.valueOf(then.days()));
            case PIN -> of != 0 && mail != null && text(Pin.key(mail.id()), String.valueOf(of));
            case CUSTOMER -> of == 0 && mail != null && customer(mail, contact);
            case MARK_READ -> mail != null && mail.is(MessageStatus.UNREAD) && flag(mail, MessageFlags.SEEN);
            case FLAG -> mail != null && !mail.is(MessageStatus.FLAGGED) && flag(mail, MessageFlags.FLAGGED);
            case MOVE -> mail != null && !mail.places().isEmpty()
                    && mail.places().stream().noneMatch(place -> place.path().equals(then.value()))
                    && folders.putIfAbsent(mail.id(), then.value()) == null;
        };
    }

    private static String place(Rule rule) {
        return "rule " + rule.id();
    }

    private boolean tag(long contact, Value tag) {
        if (cards.said(contact).stream().map(Said::value).anyMatch(tag::saysTheSame)) {
            return false; // Even where it is denied: the user does not want it.
        }
        cards.sayByHand(contact, tag);
        return true;
    }

    private boolean stage(long contact, Value stage) {
        boolean same = new CardStack(cards.said(contact)).best(Property.STAGE).map(stage::saysTheSame).orElse(false);
        if (!same) {
            cards.sayOnly(contact, stage);
        }
        return !same;
    }

    private boolean field(long contact, FieldName field, String raw, String place) {
        boolean filled = new CardStack(cards.said(contact)).shown().stream().map(ShownValue::value)
                .anyMatch(field::isOf);
        Value value = field.value(raw, place);
        boolean denied = cards.said(contact).stream().map(Said::value)
                .anyMatch(said -> said.mark() == Mark.DENIED && said.saysTheSame(value));
        if (filled || denied) {
            return false;
        }
        cards.sayByHand(contact, value);
        return true;
    }

    private boolean followUp(long contact, RuleCase one, Then then) {
        String title = cut(then.text().isEmpty() ? one.title() : then.text());
        List<Entry> known = entries.computeIfAbsent(contact, present::entries);
        boolean open = Stream.concat(known.stream(), tasks.stream().filter(task -> task.contact() == contact))
                .anyMatch(task -> task.kind() == Entry.Kind.TASK && task.state().equals(Entry.OPEN)
                        && task.title().equals(title));
        if (open) {
            return false;
        }
        LocalDate today = LocalDate.now(clock);
        LocalDate day = one.at().atZone(clock.getZone()).toLocalDate().plusDays(then.days());
        Instant due = (day.isBefore(today) ? today : day).atStartOfDay(clock.getZone()).toInstant();
        Source source = one.mail() == null
                ? new Source(Source.Kind.HAND, "")
                : new Source(Source.Kind.MAIL, String.valueOf(one.mail().id()));
        tasks.add(new Entry(free.entry() + tasks.size(), contact, Entry.Kind.TASK,
                clock.instant().truncatedTo(ChronoUnit.MILLIS), due, title,
                then.text().isEmpty() || one.mail() == null ? "" : one.title(), "", null, "", Entry.OPEN, source));
        return true;
    }

    private static String cut(String text) {
        return text.length() > LONGEST_TITLE ? text.substring(0, LONGEST_TITLE - 1) + "…" : text;
    }

    private boolean customer(MailFacts mail, long[] contact) {
        EmailAddress address = EmailAddress.of(mail.email());
        if (!address.isComplete()) {
            return false;
        }
        String account = mail.places().isEmpty() ? "" : mail.places().getFirst().account();
        contact[0] = cards.add(new Source(Source.Kind.MAIL, account), List.of(Value.email(address)));
        entered.put(address.normal(), contact[0]);
        return true;
    }

    private boolean flag(MailFacts mail, int bit) {
        if (mail.places().isEmpty()) {
            return false;
        }
        flags.merge(mail.id(), new MessageFlags(bit, List.of()), MessageFlags::plus);
        return true;
    }

    /** Enters a text; not where it says so already. */
    boolean text(String key, String after) {
        TextChange pending = texts.get(key);
        String before = pending == null ? present.text(key) : pending.before();
        String now = pending == null ? before : pending.after();
        if (now.equals(after)) {
            return false;
        }
        texts.put(key, new TextChange(key, before, after));
        return true;
    }

    /** {@return all that has to be entered} */
    List<Change> changes(ServerActs server) {
        List<Change> changes = new ArrayList<>(cards.changes());
        tasks.forEach(task -> changes.add(new EntryChange(task.id(), null, task)));
        if (!flags.isEmpty() || !folders.isEmpty()) {
            changes.addAll(server.changes(free, flags, folders));
        }
        changes.addAll(texts.values());
        return changes;
    }
}
