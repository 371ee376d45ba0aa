package app.kith.desk;

import app.kith.contact.Card;
import app.kith.contact.CardStack;
import app.kith.contact.CardStack.Said;
import app.kith.contact.Property;
import app.kith.contact.ShownValue;
import app.kith.contact.ShownValue.Origin;
import app.kith.contact.Value;
import app.kith.exchange.ExportCards;
import app.kith.exchange.ExportContact;
import app.kith.exchange.ExportProfile;
import app.kith.exchange.Exporter;
import app.kith.store.CardsView;
import app.kith.store.UserTextView;
import app.kith.words.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Exports of contacts. Blocks. */
public final class Exports {
    private final CardsView cards;
    private final UserTextView texts;
    private final ExportNotes notes;
    private final Clock clock;

    Exports(CardsView cards, UserTextView texts, ExportNotes notes, Clock clock) {
        this.cards = cards;
        this.texts = texts;
        this.notes = notes;
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
        long count = new Exporter(cards(contacts), whole(profile), words, clock.instant()).write(format, out, replace);
        notes.add(ExportNotes.What.CONTACTS, 0, count, out);
        return count;
    }

    /**
     * Writes contacts as a text, to be copied or dragged elsewhere.
     *
     * @param contacts numbers of those wanted; not empty
     * @param format form of the text; not {@link Exporter.Format#XLSX}
     * @param profile what of them goes out
     * @param words the language of headers
     * @return the text
     */
    public String text(Collection<Long> contacts, Exporter.Format format, ExportProfile profile, Words words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new Exporter(cards(contacts), whole(profile), words, clock.instant()).write(format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** A profile that knows which fields of the user's own are sensitive. */
    ExportProfile whole(ExportProfile profile) {
        return profile.hiding(OwnFields.sensitive(texts));
    }

    /** What cards say of some contacts; of all where none is named. */
    ExportCards cards(Collection<Long> contacts) {
        return each -> cards.each(contacts,
                stack -> each.accept(new ExportContact(stack.getFirst().contact(), shown(stack), stack)));
    }

    /** Of each property the best value, or all where there can well be several. A younger card counts as newer. */
    private static List<Value> shown(List<Card> stack) {
        List<Said> said = new ArrayList<>();
        for (Card card : stack) {
            card.values().forEach(value -> said.add(new Said(value,
                    new Origin(card.id(), card.source(), value.place(), Instant.EPOCH, card.id()))));
        }
        Set<Property> settled = EnumSet.noneOf(Property.class);
        return new CardStack(said).shown().stream().map(ShownValue::value)
                .filter(value -> settled.add(value.property()) || value.property().isMany()).toList();
    }
}
