package app.kith.desk;

import app.kith.change.Actor;
import app.kith.change.Journal;
import app.kith.contact.Card;
import app.kith.contact.Entry;
import app.kith.contact.Property;
import app.kith.exchange.EntryFile;
import app.kith.exchange.EntryImporter;
import app.kith.exchange.EntryPlan;
import app.kith.exchange.ExistingEntries;
import app.kith.exchange.Importer;
import app.kith.store.CardsView;
import app.kith.store.EntriesView;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/** Imports of activities and business records: plan, enter. Blocks. */
public final class EntryImports {
    private final CardsView cards;
    private final EntriesView entries;
    private final KeptFiles kept;
    private final Journal journal;

    EntryImports(CardsView cards, EntriesView entries, KeptFiles kept, Journal journal) {
        this.kept = kept;
        this.cards = cards;
        this.entries = entries;
        this.journal = journal;
    }

    /**
     * Plans an import and changes nothing.
     *
     * @param files the files
     * @param mode what may be done
     * @param progress told how many rows were read
     * @param stop asked now and then; true stops it
     * @return what would be done
     * @throws app.kith.words.KithException IMPORT_REFUSED, CANCELLED, DISK
     */
    public EntryPlan plan(List<EntryFile> files, Importer.Mode mode, LongConsumer progress, BooleanSupplier stop) {
        return new EntryImporter(existing(), mode, progress, stop).plan(files);
    }

    /**
     * Does what a plan says, as one change set. Where something else was entered since the plan was made, it is made anew first.
     *
     * @param plan the plan
     * @param mode how it was made
     * @return number of the change set; empty where there was nothing to change
     * @throws app.kith.words.KithException as {@link #plan}; then nothing is entered
     */
    public OptionalLong enter(EntryPlan plan, Importer.Mode mode) {
        List<EntryFile> files = plan.files().stream().map(EntryPlan.FilePlan::file).toList();
        String names = files.stream().map(EntryFile::path).map(Path::getFileName).map(String::valueOf)
                .collect(Collectors.joining(", "));
        return journal.enter(Actor.IMPORT, "import " + names, free -> {
            EntryPlan holds = plan.version() == cards.version() ? plan : plan(files, mode, _ -> {}, () -> false);
            return holds.changes(free, kept::keep);
        });
    }

    private ExistingEntries existing() {
        return new ExistingEntries() {
            @Override
            public List<Card> saying(Map<Property, Set<String>> wanted) {
                return cards.saying(wanted);
            }

            @Override
            public long version() {
                return cards.version();
            }

            @Override
            public List<Entry> numbered() {
                return entries.numbered();
            }

            @Override
            public List<Entry> of(Collection<Long> contacts) {
                return entries.of(contacts);
            }

            @Override
            public List<InCompany> companies() {
                return entries.companies().stream()
                        .map(one -> new InCompany(one.contact(), one.company(), one.isCompany())).toList();
            }
        };
    }
}
