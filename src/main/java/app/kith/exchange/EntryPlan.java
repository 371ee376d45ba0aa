package app.kith.exchange;

import app.kith.change.Change;
import app.kith.change.Change.EntryChange;
import app.kith.change.NextNumbers;
import app.kith.contact.Entry;
import app.kith.contact.KeptFile;
import app.kith.exchange.ImportPlan.Refused;
import app.kith.words.Note;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an import of activities and records would do with every row of its files.
 *
 * @param version {@link ExistingCards#version} for which it was made, and at which it holds
 * @param files what it would do with each file
 */
public record EntryPlan(long version, List<FilePlan> files) {

    /** What a row means for what is there. */
    public enum Kind {
        /** It is not there. */
        NEW,
        /** It is there and says something else now. */
        CHANGED,
        /** It is there and says the same, or it stands in the file twice. */
        SAME,
        /** The row cannot be used, or it cannot be told whose it is. Nothing is done. */
        REFUSED,
        /** It would be created or updated, and the mode does not want that. */
        LEFT
    }

    /**
     * An activity or record to be entered.
     *
     * @param before what is there; null for one that is new
     * @param after what it is to be; its number is 0 for one that is new
     * @param files files that are to be kept with it beside those that are
     */
    public record Planned(@Nullable Entry before, Entry after, List<Path> files) {

        /** Keeps its own copy. */
        public Planned {
            files = List.copyOf(files);
        }

        private Entry keeping(Function<Path, KeptFile> keep) {
            if (files.isEmpty()) {
                return after;
            }
            List<KeptFile> all = new ArrayList<>(after.files());
            files.forEach(file -> all.add(keep.apply(file)));
            return after.with(all);
        }
    }

    /** What an import would do with the rows of one file. */
    public static final class FilePlan {
        private final EntryFile file;
        private final List<Planned> entries = new ArrayList<>();
        private final List<Refused> refused = new ArrayList<>();
        private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        private int rows;

        FilePlan(EntryFile file) {
            this.file = file;
        }

        void tally(Kind kind) {
            rows++;
            counts.merge(kind, 1, Integer::sum);
        }

        void add(Planned planned) {
            tally(planned.before() == null ? Kind.NEW : Kind.CHANGED);
            entries.add(planned);
        }

        void refuse(DraftEntry row, Note reason) {
            tally(Kind.REFUSED);
            refused.add(new Refused(row.place(), reason, row.origin()));
        }

        /** {@return the file} */
        public EntryFile file() {
            return file;
        }

        /** {@return how many rows it has} */
        public int rows() {
            return rows;
        }

        /**
         * Counts rows.
         *
         * @param kind a kind
         * @return how many rows are of that kind
         */
        public int count(EntryPlan.Kind kind) {
            return counts.getOrDefault(kind, 0);
        }

        /** {@return the rows that change something} */
        public List<Planned> entries() {
            return entries;
        }

        /** {@return the rows with which nothing can be done, each with its reason} */
        public List<Refused> refused() {
            return refused;
        }
    }

    /** {@return whether rows were refused} */
    public boolean hasRefused() {
        return files.stream().anyMatch(file -> !file.refused().isEmpty());
    }

    /** {@return how many rows would change something} */
    public int changing() {
        return files.stream().mapToInt(file -> file.entries().size()).sum();
    }

    /**
     * The changes that it comes to.
     *
     * @param free the numbers that are free
     * @param keep keeps a file
     * @return a change for every entry that is new or other than before
     */
    public List<Change> changes(NextNumbers free, Function<Path, KeptFile> keep) {
        List<Change> changes = new ArrayList<>();
        long next = free.entry();
        for (FilePlan file : files) {
            for (Planned planned : file.entries()) {
                Entry before = planned.before();
                long id = before == null ? next++ : before.id();
                changes.add(new EntryChange(id, before, planned.keeping(keep).numbered(id)));
            }
        }
        return changes;
    }
}
