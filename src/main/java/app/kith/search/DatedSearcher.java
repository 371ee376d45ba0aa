package app.kith.search;

import java.io.IOException;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.NumericUtils;
import org.jspecify.annotations.Nullable;

/**
 * A searcher that can look among the newest mails and files alone. A word that stands in very many mails is looked for there first:
 * an answer while one types may not take the time that weighing each of them takes.
 */
final class DatedSearcher extends IndexSearcher {
    private static final int NEWEST = 15_000;
    private static final int TIMES = 3;

    private final Since since;

    private DatedSearcher(IndexReader reader, Since since) {
        super(reader);
        this.since = since;
    }

    /** {@return what makes the searchers of one index} */
    static SearcherFactory factory() {
        return factory(NEWEST);
    }

    /**
     * What makes the searchers of one index.
     *
     * @param newest how many of the newest are looked at alone, where there are several times as many
     */
    static SearcherFactory factory(int newest) {
        Since since = new Since(newest);
        return new SearcherFactory() {
            @Override
            public DatedSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
                return new DatedSearcher(reader, since);
            }
        };
    }

    /**
     * The best of what fits; where very many do, the best of the newest.
     *
     * @param query what is looked for
     * @param most how many at most
     * @param counted up to how many are counted exactly
     */
    TopDocs best(Query query, int most, int counted) throws IOException {
        Prepared prepared = new Prepared(query, createWeight(rewrite(query), ScoreMode.TOP_SCORES, 1));
        Query newest = cost(prepared.weight) < (long) TIMES * since.newest ? null : newest();
        if (newest != null) {
            TopDocs some = search(
                    new BooleanQuery.Builder().add(prepared, Occur.MUST).add(newest, Occur.FILTER).build(),
                    new TopScoreDocCollectorManager(most, null, counted));
            if (some.totalHits.value() >= counted) {
                return new TopDocs(new TotalHits(some.totalHits.value(), TotalHits.Relation.GREATER_THAN_OR_EQUAL_TO),
                        some.scoreDocs);
            }
        }
        return search(prepared, new TopScoreDocCollectorManager(most, null, counted));
    }

    /** About how many documents are to be looked at. */
    private long cost(Weight weight) throws IOException {
        long cost = 0;
        for (LeafReaderContext leaf : getIndexReader().leaves()) {
            ScorerSupplier scorers = weight.scorerSupplier(leaf);
            cost += scorers == null ? 0 : scorers.cost();
        }
        return cost;
    }

    private @Nullable Query newest() throws IOException {
        long from = since.in(getIndexReader());
        return from == Long.MIN_VALUE ? null : LongField.newRangeQuery(Fields.AT, from, Long.MAX_VALUE);
    }

    /** A query whose words were looked up already, to be asked twice. */
    private static final class Prepared extends Query {
        private final Query query;
        private final Weight weight;

        Prepared(Query query, Weight weight) {
            this.query = query;
            this.weight = weight;
        }

        @Override
        public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
            return weight;
        }

        @Override
        public void visit(QueryVisitor visitor) {
            query.visit(visitor);
        }

        @Override
        public String toString(String field) {
            return query.toString(field);
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /** The time since which there are so many, kept until there are clearly more or fewer. Any thread. */
    private static final class Since {
        private final int newest;
        private int documents = -1;
        private long time = Long.MIN_VALUE;

        Since(int newest) {
            this.newest = newest;
        }

        synchronized long in(IndexReader reader) throws IOException {
            int now = reader.maxDoc();
            if (documents < 0 || Math.abs(now - documents) > newest / 10) {
                time = find(reader);
                documents = now;
            }
            return time;
        }

        private long find(IndexReader reader) throws IOException {
            if (after(reader, Long.MIN_VALUE) < (long) TIMES * newest) {
                return Long.MIN_VALUE;
            }
            long low = 0;
            long high = Long.MAX_VALUE / 2;
            while (low + 1 < high) {
                long middle = low + (high - low) / 2;
                if (after(reader, middle) < newest) {
                    high = middle;
                } else {
                    low = middle;
                }
            }
            return low;
        }

        /** About how many things happened at a time or after it. */
        private static long after(IndexReader reader, long time) throws IOException {
            long count = 0;
            for (LeafReaderContext leaf : reader.leaves()) {
                PointValues times = leaf.reader().getPointValues(Fields.AT);
                if (times != null) {
                    count += times.estimatePointCount(new From(time));
                }
            }
            return count;
        }
    }

    /** Tells which stretches of times lie behind one. */
    private record From(long time) implements PointValues.IntersectVisitor {
        @Override
        public void visit(int document) {
            // Only stretches are counted.
        }

        @Override
        public void visit(int document, byte[] packed) {
            // Only stretches are counted.
        }

        @Override
        public PointValues.Relation compare(byte[] least, byte[] most) {
            if (NumericUtils.sortableBytesToLong(most, 0) < time) {
                return PointValues.Relation.CELL_OUTSIDE_QUERY;
            }
            return NumericUtils.sortableBytesToLong(least, 0) >= time
                    ? PointValues.Relation.CELL_INSIDE_QUERY
                    : PointValues.Relation.CELL_CROSSES_QUERY;
        }
    }
}
