package app.kith.desk;

import app.kith.contact.Card;
import app.kith.contact.Property;
import app.kith.contact.Source;
import app.kith.contact.Value;
import app.kith.exchange.ExportCards;
import app.kith.exchange.ExportContact;
import app.kith.exchange.ExportProfile;
import app.kith.exchange.Exporter;
import app.kith.store.CardsView;
import app.kith.words.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Exports of contacts. Blocks. */
public final class Exports {
    private final CardsView cards;
    private final Clock clock;

    Exports(CardsView cards, Clock clock) {
        this.cards = cards;
        this.clock = clock;
    }

    /**
     * Writes contacts into a file.
     *
     * @param contacts numbers of those wanted; empty for all
     * @param format form of the file
     * @param profile what of them goes out
     * @param out the file
     * @param replace whether a file that is there may be replaced
     * @param words the language of headers
     * @return how many contacts the file holds
     * @throws app.kith.words.KithException DISK, FILE_EXISTS, EXPORT_TOO_WIDE
     */
    public long write(Collection<Long> contacts, Exporter.Format format, ExportProfile profile, Path out,
            boolean replace, Words words) {
        ExportCards wanted = each -> cards.each(contacts,
                stack -> each.accept(new ExportContact(stack.getFirst().contact(), shown(stack), stack)));
        return new Exporter(wanted, profile, words, clock.instant()).write(format, out, replace);
    }

    /** Of each property the value of the most trusted card, or all that are not denied where there can well be several. */
    private static List<Value> shown(List<Card> stack) {
        List<Value> denied = stack.stream().flatMap(card -> card.values().stream())
                .filter(value -> value.mark() == Value.Mark.DENIED).toList();
        List<Value> shown = new ArrayList<>();
        Set<Property> settled = EnumSet.noneOf(Property.class);
        List<Card> trusted = stack.stream().sorted(Comparator.comparingInt(card -> trust(card.source().kind())))
                .toList();
        for (Card card : trusted) {
            Set<Property> here = EnumSet.noneOf(Property.class);
            for (Value value : card.values()) {
                boolean many = value.property().isMany();
                boolean there = denied.stream().anyMatch(value::saysTheSame) || shown.stream()
                        .anyMatch(other -> other.saysTheSame(value) && (!many || other.label().equals(value.label())));
                if (!there && (many || !settled.contains(value.property()))) {
                    shown.add(value);
                    here.add(value.property());
                }
            }
            settled.addAll(here);
        }
        return shown;
    }

    private static int trust(Source.Kind kind) {
        return switch (kind) {
            case HAND -> 0;
            case FILE, ADDRESS_BOOK -> 1;
            case MAIL -> 2;
        };
    }
}
