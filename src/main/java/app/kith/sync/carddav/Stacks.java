package app.kith.sync.carddav;

import app.kith.change.Change;
import app.kith.change.Change.CardChange;
import app.kith.contact.Card;
import app.kith.store.CardsView;
import app.kith.store.ChangesView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The cards of some contacts, as they are and as they are to be. */
final class Stacks {
    private final CardsView cards;
    private final ChangesView view;
    private final Map<Long, List<Card>> stacks = new LinkedHashMap<>();
    private final Map<Long, Card> before = new LinkedHashMap<>();
    private final Map<Long, Card> after = new LinkedHashMap<>();

    Stacks(CardsView cards, ChangesView view) {
        this.cards = cards;
        this.view = view;
    }

    /** Reads the cards of contacts. */
    void load(List<Long> contacts) {
        List<Long> missing = contacts.stream().filter(contact -> !stacks.containsKey(contact)).distinct().toList();
        if (!missing.isEmpty()) {
            cards.each(missing, this::keep);
        }
    }

    private void keep(List<Card> stack) {
        stacks.put(stack.getFirst().contact(), new ArrayList<>(stack));
        stack.forEach(card -> {
            before.put(card.id(), card);
            after.put(card.id(), card);
        });
    }

    /** A card; null where it is withdrawn. */
    @Nullable
    Card card(long id) {
        if (!after.containsKey(id) && id > 0) {
            Card found = view.card(id);
            if (found != null) {
                load(List.of(found.contact()));
            }
        }
        return after.get(id);
    }

    /** The cards of a contact, the oldest first. */
    List<Card> of(long contact) {
        load(List.of(contact));
        return List.copyOf(stacks.getOrDefault(contact, List.of()));
    }

    /** Whether a card is the first of its address book among those of its contact. */
    boolean leads(Card card) {
        return of(card.contact()).stream().filter(other -> other.source().equals(card.source()))
                .allMatch(other -> other.id() >= card.id());
    }

    void put(Card card) {
        remove(card.id());
        List<Card> stack = stacks.computeIfAbsent(card.contact(), _ -> new ArrayList<>());
        stack.add(card);
        stack.sort(Comparator.comparingLong(Card::id));
        after.put(card.id(), card);
    }

    void remove(long id) {
        Card known = after.remove(id);
        if (known != null) {
            stacks.getOrDefault(known.contact(), new ArrayList<>()).removeIf(card -> card.id() == id);
        }
    }

    /** {@return what has become other} */
    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        before.forEach((id, card) -> {
            if (!Objects.equals(card, after.get(id))) {
                changes.add(new CardChange(id, card, after.get(id)));
            }
        });
        after.forEach((id, card) -> {
            if (!before.containsKey(id)) {
                changes.add(new CardChange(id, null, card));
            }
        });
        return changes;
    }
}
