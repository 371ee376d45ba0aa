package app.kith.desk;

import app.kith.change.Actor;
import app.kith.change.Change;
import app.kith.change.Change.CardChange;
import app.kith.change.Change.EntryChange;
import app.kith.change.Change.TextChange;
import app.kith.change.Journal;
import app.kith.contact.Card;
import app.kith.contact.Value;
import app.kith.desk.Records.Entered;
import app.kith.store.CardsView;
import app.kith.store.ChangesView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the user does to many customers at once: one change set, taken back at once. Blocks. */
public final class BulkEdits {
    /** Cards of so many customers are held in memory while they are changed. */
    private static final int AT_ONCE = 1000;

    private final CardsView cards;
    private final ChangesView view;
    private final Journal journal;

    BulkEdits(CardsView cards, ChangesView view, Journal journal) {
        this.cards = cards;
        this.view = view;
        this.journal = journal;
    }

    /** What is done to each of them. */
    public sealed interface Edit {}

    /**
     * Values hold, or do not hold.
     *
     * @param add values to add; of what can be only one it takes the place of what was shown
     * @param remove values that do not hold
     */
    public record Values(List<Value> add, List<Value> remove) implements Edit {

        /** Keeps its own copies. */
        public Values {
            add = List.copyOf(add);
            remove = List.copyOf(remove);
        }

        private String text() {
            return add.stream().map(value -> said("+", value)).collect(Collectors.joining(", "))
                    + remove.stream().map(value -> said("-", value)).collect(Collectors.joining(", "));
        }

        private static String said(String sign, Value value) {
            return value.property().isSensitive() ? sign + value.property() : sign + value.raw();
        }
    }

    /**
     * There is to be a contact every so many days.
     *
     * @param days how many days; 0 for whenever
     */
    public record KeepInTouch(int days) implements Edit {}

    /** They go, with their cards, activities and records; mail stays, and does not propose them again. */
    public record Remove() implements Edit {}

    /**
     * Does the same to many customers.
     *
     * @param contacts their numbers; those that are not there are passed over
     * @param edit what is done
     * @return what was entered; its contact is the first of them, its change 0 where everything was so already
     */
    public Entered edit(Collection<Long> contacts, Edit edit) {
        List<Long> sorted = contacts.stream().distinct().sorted().toList();
        if (sorted.isEmpty()) {
            return new Entered(0, 0, 0);
        }
        long change = journal.enter(Actor.USER, reason(sorted.size(), edit), free -> switch (edit) {
            case Values values -> values(sorted, values, free.card());
            case KeepInTouch keep -> keep(sorted, keep.days());
            case Remove _ -> remove(sorted);
        }).orElse(0);
        return new Entered(sorted.getFirst(), 0, change);
    }

    private static String reason(int number, Edit edit) {
        return switch (edit) {
            case Values values -> "many-edited " + number + ": " + values.text();
            case KeepInTouch _ -> "many-kept " + number;
            case Remove _ -> "many-erased " + number;
        };
    }

    private void each(List<Long> contacts, java.util.function.Consumer<List<Card>> each) {
        for (int from = 0; from < contacts.size(); from += AT_ONCE) {
            cards.each(contacts.subList(from, Math.min(contacts.size(), from + AT_ONCE)), each);
        }
    }

    private List<Change> values(List<Long> contacts, Values edit, long free) {
        List<Change> changes = new ArrayList<>();
        long[] next = {free};
        each(contacts, stack -> {
            Card hand = HandCard.among(stack).orElse(null);
            List<Value> after = HandCard.edited(stack, edit.add(), edit.remove());
            if (after.equals(hand == null ? List.of() : hand.values())) {
                return;
            }
            long id = hand == null ? next[0]++ : hand.id();
            boolean gone = after.isEmpty() && stack.size() > 1;
            changes.add(new CardChange(id, hand,
                    gone ? null : new Card(id, stack.getFirst().contact(), HandCard.HAND, after)));
        });
        return changes;
    }

    private List<Change> keep(List<Long> contacts, int days) {
        List<Change> changes = new ArrayList<>();
        String after = String.valueOf(days);
        for (long contact : contacts) {
            String before = view.text("interval/" + contact);
            boolean same = before.equals(after) || before.isEmpty() && days == 0;
            if (!same) {
                changes.add(new TextChange("interval/" + contact, before, after));
            }
        }
        return changes;
    }

    private List<Change> remove(List<Long> contacts) {
        List<Change> changes = new ArrayList<>();
        each(contacts, stack -> {
            stack.forEach(card -> changes.add(new CardChange(card.id(), card, null)));
            changes.addAll(Records.refusals(view, stack));
        });
        Set<Long> gone = Set.copyOf(contacts);
        (contacts.size() == 1 ? view.entries(contacts.getFirst()) : view.entries(0)).stream()
                .filter(entry -> gone.contains(entry.contact()))
                .forEach(entry -> changes.add(new EntryChange(entry.id(), entry, null)));
        return changes.stream().distinct().toList(); // Two of them may have the same address.
    }
}
