package app.kith.sync.carddav;

import app.kith.account.AddressBook;
import app.kith.account.BookLink;
import app.kith.change.Change;
import app.kith.contact.Card;
import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.contact.Value.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The user's word on a difference. */
final class Decision {
    private final BookKeeping keeping;
    private final OpenDifference difference;
    private final BookTexts texts;
    private final Stacks stacks;

    Decision(BookKeeping keeping, AddressBook book, OpenDifference difference) {
        this.keeping = keeping;
        this.difference = difference;
        this.texts = keeping.texts(book);
        this.stacks = keeping.stacks();
    }

    /** {@return the changes; none where it does not wait any more} */
    List<Change> changes(boolean ours) {
        BookLink link = texts.links().get(difference.href());
        Card card = link == null ? null : stacks.card(link.card());
        boolean open = texts.open().stream().anyMatch(one -> one.href().equals(difference.href())
                && one.property() == difference.property());
        if (link == null || card == null || !open) {
            return List.of();
        }
        Property property = difference.property();
        List<Value> theirs = ThreeWay.of(keeping.form().read(texts.base(difference.href())).values(), property);
        if (!ours) {
            List.copyOf(stacks.of(card.contact())).stream().filter(ThreeWay::isHand)
                    .forEach(hand -> giveWay(hand, theirs));
        }
        List<Value> here = ThreeWay.here(stacks.of(card.contact()), card, stacks.leads(card));
        List<Value> said = new ArrayList<>(
                link.said().stream().filter(value -> value.property() != property).toList());
        // What the server has is what both had: what the record says beside it is an edit that is sent.
        said.addAll(ours ? theirs : ThreeWay.of(here, property));
        texts.link(difference.href(), link.saying(said));
        texts.differences(difference.href(), card.id(), List.of(), List.of(property));
        return Stream.concat(stacks.changes().stream(), texts.changes().stream()).toList();
    }

    /** What the user typed of it goes, and what the server says is denied no more. */
    private void giveWay(Card hand, List<Value> theirs) {
        List<String> ours = difference.ours();
        List<Value> kept = hand.values().stream().filter(value -> value.property() != difference.property()
                || (value.mark() == Mark.DENIED
                        ? theirs.stream().noneMatch(value::saysTheSame)
                        : !ours.contains(value.raw()) || theirs.stream().anyMatch(value::saysTheSame)))
                .toList();
        if (kept.isEmpty() && stacks.of(hand.contact()).size() > 1) {
            stacks.remove(hand.id());
        } else {
            stacks.put(new Card(hand.id(), hand.contact(), hand.source(), kept));
        }
    }
}
