package app.kith.desk;

import app.kith.change.Actor;
import app.kith.change.Change;
import app.kith.change.Journal;
import app.kith.contact.Card;
import app.kith.contact.OwnField;
import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.exchange.ExistingCards;
import app.kith.exchange.ImportFile;
import app.kith.exchange.ImportPlan;
import app.kith.exchange.Importer;
import app.kith.exchange.Presets;
import app.kith.exchange.SavedPreset;
import app.kith.store.CardsView;
import app.kith.store.UserTextView;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/** Imports of contacts: recognise, plan, enter; and the presets that the user has saved. Blocks. */
public final class Imports {
    private static final String PRESET = "preset/";

    private final CardsView cards;
    private final UserTextView texts;
    private final Journal journal;
    private final ImportHints hints;

    Imports(CardsView cards, UserTextView texts, Journal journal, ImportHints hints) {
        this.hints = hints;
        this.cards = cards;
        this.texts = texts;
        this.journal = journal;
    }

    /** {@return the presets, the user's own first} */
    public Presets presets() {
        return Presets.with(texts.all(PRESET).values())
                .owning(OwnFields.read(texts).stream().map(OwnField::name).toList());
    }

    /** {@return the names of the fields that the user made, which a column may be taken for} */
    public List<String> ownFields() {
        return OwnFields.read(texts).stream().map(OwnField::name).sorted().toList();
    }

    /**
     * Keeps how the columns of a file were understood, for the next file of the kind.
     *
     * @param name name of the preset
     * @param file the file
     */
    public void savePreset(String name, ImportFile file) {
        String json = SavedPreset.json(name, file);
        String before = texts.all(PRESET).getOrDefault(name, "");
        if (!json.isEmpty() && !json.equals(before)) {
            journal.enter(Actor.USER, "preset-changed " + name,
                    _ -> List.of(new Change.TextChange(PRESET + name, before, json)));
        }
    }

    /**
     * Plans an import and changes nothing.
     *
     * @param files the files, recognised
     * @param options how to import them
     * @param progress told how many rows were read
     * @param stop asked now and then; true stops it
     * @return what would be done
     * @throws app.kith.words.KithException IMPORT_REFUSED, CANCELLED, DISK
     */
    public ImportPlan plan(List<ImportFile> files, Importer.Options options, LongConsumer progress,
            BooleanSupplier stop) {
        return new Importer(existing(), options, progress, stop).plan(files);
    }

    /**
     * Looks for customers whom new rows of a plan may be. The user may lay such a row to one of them; where nothing is said it makes a
     * new customer, and the two are proposed to be merged in the review.
     *
     * @param plan the plan
     * @param progress is told now and then how many new rows were looked at
     * @param stop asked now and then; true ends the search with what was found
     * @return the rows that may be somebody, in the order of the plan
     */
    public List<ImportHints.Hint> perhaps(ImportPlan plan, LongConsumer progress, BooleanSupplier stop) {
        return hints.of(plan, progress, stop);
    }

    /**
     * Does what a plan says, as one change set. Where something else was entered since the plan was made, it is made anew first.
     *
     * @param plan the plan
     * @param options how it was made
     * @return number of the change set; empty where there was nothing to change
     * @throws app.kith.words.KithException as {@link #plan}; then nothing is entered
     */
    public OptionalLong enter(ImportPlan plan, Importer.Options options) {
        List<ImportFile> files = plan.files().stream().map(ImportPlan.FilePlan::file).toList();
        String names = files.stream().map(ImportFile::path).map(Path::getFileName).map(String::valueOf)
                .collect(Collectors.joining(", "));
        return journal.enter(Actor.IMPORT, "import " + names, free -> {
            ImportPlan holds = plan.version() == cards.version()
                    ? plan
                    : plan(files, options, _ -> {}, () -> false).likeChosen(plan);
            return holds.changes(free);
        });
    }

    private ExistingCards existing() {
        Map<String, OwnField> fields = new HashMap<>();
        OwnFields.read(texts).forEach(field -> fields.put(field.key(), field));
        return new ExistingCards() {
            @Override
            public Value understood(Value value) {
                OwnField field = value.property() == Property.OWN ? fields.get(OwnField.key(value.label())) : null;
                Value read = field == null ? value : field.value(value.raw());
                return field == null
                        ? value
                        : new Value(Property.OWN, field.name(), read.raw(), read.normal(), value.place(), value.mark());
            }

            @Override
            public List<Card> saying(Map<Property, Set<String>> wanted) {
                return cards.saying(wanted);
            }

            @Override
            public long version() {
                return cards.version();
            }
        };
    }
}
