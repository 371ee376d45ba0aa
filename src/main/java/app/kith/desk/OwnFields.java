package app.kith.desk;

import app.kith.change.Actor;
import app.kith.change.Change;
import app.kith.change.Change.CardChange;
import app.kith.change.Change.TextChange;
import app.kith.change.Journal;
import app.kith.contact.Card;
import app.kith.contact.OwnField;
import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.store.CardsView;
import app.kith.store.CustomerList;
import app.kith.store.UserTextView;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fields that the user made, without code. What a field is called and can hold stands in the ledger as a text; its values are
 * values of cards as all others. Blocks.
 */
public final class OwnFields {
    private final UserTextView texts;
    private final CardsView cards;
    private final CustomerList customers;
    private final Journal journal;

    OwnFields(UserTextView texts, CardsView cards, CustomerList customers, Journal journal) {
        this.texts = texts;
        this.cards = cards;
        this.customers = customers;
        this.journal = journal;
    }

    /** {@return the fields that were made, by name} */
    public List<OwnField> all() {
        return read(texts);
    }

    static List<OwnField> read(UserTextView texts) {
        List<OwnField> all = new ArrayList<>();
        texts.all(OwnField.KEY).forEach((name, text) -> all.add(OwnField.parse(name, text)));
        return all;
    }

    /**
     * The fields that were made, and those of which only values are known, from files; these hold any text.
     *
     * @return all of them, those that were made first
     */
    public List<OwnField> known() {
        List<OwnField> known = new ArrayList<>(all());
        for (String name : customers.ownNames()) {
            if (known.stream().noneMatch(field -> field.key().equals(OwnField.key(name)))) {
                known.add(new OwnField(name, OwnField.Type.TEXT, List.of(), false));
            }
        }
        return known;
    }

    /**
     * Finds a field that was made.
     *
     * @param name its name in any case
     * @return the field; empty where there is none
     */
    public Optional<OwnField> find(String name) {
        return all().stream().filter(field -> field.key().equals(OwnField.key(name))).findFirst();
    }

    /**
     * Makes a field.
     *
     * @param field the field
     * @return the change set
     * @throws KithException FIELD_EXISTS if there is one of that name, FIELD_WRONG if it has no name, or is a choice without choices
     */
    public long add(OwnField field) {
        check(field);
        if (find(field.name()).isPresent()) {
            throw new KithException(Problem.FIELD_EXISTS, field.name());
        }
        return journal.enter(Actor.USER, "field-added " + field.name(), _ -> List.of(made(null, field))).orElse(0);
    }

    /**
     * Changes a field. Where it gets another name, so do its values, whoever said them. A value that the new kind does not
     * understand stays as it is.
     *
     * @param name its name up to now
     * @param field what it is to be
     * @return the change set; 0 where it was so already
     * @throws KithException NOT_FOUND, FIELD_EXISTS, FIELD_WRONG
     */
    public long change(String name, OwnField field) {
        check(field);
        OwnField before = find(name).orElseThrow(() -> new KithException(Problem.NOT_FOUND, name));
        boolean renamed = !before.key().equals(field.key());
        if (renamed && find(field.name()).isPresent()) {
            throw new KithException(Problem.FIELD_EXISTS, field.name());
        }
        return journal.enter(Actor.USER, "field-changed " + field.name(), _ -> {
            if (before.equals(field)) {
                return List.of();
            }
            List<Change> changes = new ArrayList<>();
            if (before.name().equals(field.name())) {
                changes.add(made(before, field));
            } else {
                changes.add(made(before, null));
                changes.add(made(null, field));
                rename(before, field, changes);
            }
            return changes;
        }).orElse(0);
    }

    private void rename(OwnField before, OwnField after, List<Change> changes) {
        cards.each(List.of(), stack -> stack.forEach(card -> {
            List<Value> values = card.values().stream().map(value -> isOf(before, value)
                    ? new Value(value.property(), after.name(), value.raw(), value.normal(), value.place(),
                            value.mark())
                    : value).toList();
            if (!values.equals(card.values())) {
                changes.add(
                        new CardChange(card.id(), card, new Card(card.id(), card.contact(), card.source(), values)));
            }
        }));
    }

    private static boolean isOf(OwnField field, Value value) {
        return value.property() == Property.OWN && OwnField.key(value.label()).equals(field.key());
    }

    /**
     * Removes a field. Its values stay what sources said of it, as any text.
     *
     * @param name its name in any case
     * @return the change set
     * @throws KithException NOT_FOUND
     */
    public long remove(String name) {
        OwnField field = find(name).orElseThrow(() -> new KithException(Problem.NOT_FOUND, name));
        return journal.enter(Actor.USER, "field-removed " + field.name(), _ -> List.of(made(field, null))).orElse(0);
    }

    private static TextChange made(@Nullable OwnField before, @Nullable OwnField after) {
        OwnField named = after == null ? before : after;
        return new TextChange(OwnField.KEY + (named == null ? "" : named.name()), before == null ? "" : before.text(),
                after == null ? "" : after.text());
    }

    private static void check(OwnField field) {
        if (field.name().isBlank() || field.name().contains("\n") || field.name().contains("=")
                || field.type() == OwnField.Type.CHOICE && field.choices().stream().allMatch(String::isBlank)) {
            throw new KithException(Problem.FIELD_WRONG, field.name());
        }
    }

    /**
     * A value of a field of the user's own, checked.
     *
     * @param name name of the field in any case
     * @param written as the user writes it
     * @return the value; empty where no such field was made
     * @throws KithException FIELD_VALUE if the field cannot hold that
     */
    public Optional<Value> value(String name, String written) {
        return find(name).map(field -> {
            if (!written.isBlank() && field.read(written) == null) {
                String can = field.type() == OwnField.Type.CHOICE
                        ? String.join(", ", field.choices())
                        : field.type().word();
                throw new KithException(Problem.FIELD_VALUE, written, field.name(), can);
            }
            return field.value(written);
        });
    }

    /** {@return the keys of the names of those fields that are shown and given away only with care} */
    static Set<String> sensitive(UserTextView texts) {
        return read(texts).stream().filter(OwnField::sensitive).map(OwnField::key).collect(Collectors.toSet());
    }
}
