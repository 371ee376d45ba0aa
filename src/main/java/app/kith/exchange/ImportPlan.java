package app.kith.exchange;

import app.kith.change.Change;
import app.kith.change.Change.CardChange;
import app.kith.change.ChangesOnDemand;
import app.kith.change.NextNumbers;
import app.kith.contact.Card;
import app.kith.words.Note;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What an import would do with every row of its files.
 *
 * @param version {@link ExistingCards#version} for which it was made, and at which it holds
 * @param files what it would do with each file
 */
public record ImportPlan(long version, List<FilePlan> files) {

    /** What an import would do with the rows of one file. */
    public static final class FilePlan {
        private final ImportFile file;
        private final List<PlannedCard> cards = new ArrayList<>();
        private final List<Refused> refused = new ArrayList<>();
        private final List<Remark> remarks = new ArrayList<>();
        private final Map<PlannedCard.Kind, Integer> counts = new EnumMap<>(PlannedCard.Kind.class);
        private final Map<String, Long> chosen = new HashMap<>();
        private int rows;

        FilePlan(ImportFile file) {
            this.file = file;
        }

        void add(PlannedCard card, DraftCard draft) {
            rows++;
            counts.merge(card.kind(), 1, Integer::sum);
            Note reason = card.reason();
            if (reason != null) {
                refused.add(new Refused(card.place(), reason, draft.origin()));
            } else if (card.kind() != PlannedCard.Kind.LEFT && card.kind() != PlannedCard.Kind.SAME) {
                cards.add(card);
            }
            if (reason == null && remarks.size() < MOST_REMARKS) {
                draft.problems().forEach(problem -> remarks.add(new Remark(draft.place(), problem)));
            }
        }

        /** {@return the file} */
        public ImportFile file() {
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
        public int count(PlannedCard.Kind kind) {
            return counts.getOrDefault(kind, 0);
        }

        /**
         * Lays a new row to a customer who is there, as the user says.
         *
         * @param place where the row stands
         * @param contact number of the customer; 0 to let it be a new one
         */
        public void lay(String place, long contact) {
            if (contact == 0) {
                chosen.remove(place);
            } else {
                chosen.put(place, contact);
            }
        }

        /**
         * To whom the user lays a row.
         *
         * @param place where the row stands
         * @return number of the customer; 0 for nobody
         */
        public long laidTo(String place) {
            return chosen.getOrDefault(place, 0L);
        }

        /** {@return number of the contact that a row is laid to, by what is surely known or as the user says; 0 for a new one} */
        private long contact(PlannedCard card) {
            return card.kind() == PlannedCard.Kind.NEW ? laidTo(card.place()) : card.contact();
        }

        /** {@return the rows that change something} */
        public List<PlannedCard> cards() {
            return cards;
        }

        /** {@return the rows with which nothing can be done, each with its reason} */
        public List<Refused> refused() {
            return refused;
        }

        /** {@return what could not be read in rows that are taken, the first of them} */
        public List<Remark> remarks() {
            return remarks;
        }
    }

    private static final int MOST_REMARKS = 1000;

    /**
     * A row with which nothing can be done.
     *
     * @param place where it stands
     * @param reason why
     * @param origin its cells, or the text of its card
     */
    public record Refused(String place, Note reason, List<String> origin) {}

    /**
     * Something of a row that could not be read as what its column is for.
     *
     * @param place where the row stands
     * @param what what it is, and what was done with it
     */
    public record Remark(String place, Note what) {}

    /** {@return whether rows were refused or left undecided} */
    public boolean hasRefused() {
        return files.stream().anyMatch(file -> !file.refused().isEmpty());
    }

    /**
     * Takes over to whom the user laid rows in an earlier plan for the same files.
     *
     * @param other the earlier plan
     * @return this
     */
    public ImportPlan likeChosen(ImportPlan other) {
        for (int i = 0; i < Math.min(files.size(), other.files.size()); i++) {
            files.get(i).chosen.putAll(other.files.get(i).chosen);
        }
        return this;
    }

    /**
     * The changes that it comes to.
     *
     * @param free the numbers that are free
     * @return a change for every card that is new or other than before
     */
    public List<Change> changes(NextNumbers free) {
        List<PlannedCard> cards = files.stream().flatMap(file -> file.cards().stream()).toList();
        long[] known = files.stream().flatMapToLong(file -> file.cards().stream().mapToLong(file::contact)).toArray();
        Map<PlannedCard, Long> leading = new HashMap<>();
        cards.stream().map(PlannedCard::with).filter(Objects::nonNull).forEach(with -> leading.put(with, 0L));
        long[] contacts = new long[cards.size()];
        long[] ids = new long[cards.size()];
        long nextContact = free.contact();
        long nextCard = free.card();
        for (int i = 0; i < contacts.length; i++) {
            PlannedCard card = cards.get(i);
            PlannedCard with = card.with();
            contacts[i] = known[i] > 0
                    ? known[i]
                    : with != null ? leading.getOrDefault(with, 0L) : nextContact++;
            leading.replace(card, contacts[i]);
            ids[i] = card.replaced() == 0 ? nextCard++ : card.replaced();
        }
        return new ChangesOnDemand(ids.length, i -> new CardChange(ids[i], cards.get(i).before(),
                new Card(ids[i], contacts[i], cards.get(i).source(), cards.get(i).values())));
    }
}
