package app.kith.search;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** Lets mails through whose status has some bits as they are wanted. It looks at each alone: a filter beside another query. */
final class StatusQuery extends Query {
    private final long mask;
    private final long wanted;

    StatusQuery(long mask, long wanted) {
        this.mask = mask;
        this.wanted = wanted;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
                NumericDocValues status = DocValues.getNumeric(context.reader(), Fields.STATUS);
                TwoPhaseIterator each = new TwoPhaseIterator(status) {
                    @Override
                    public boolean matches() throws IOException {
                        return (status.longValue() & mask) == wanted;
                    }

                    @Override
                    public float matchCost() {
                        return 3;
                    }
                };
                return new Weight.DefaultScorerSupplier(new ConstantScoreScorer(score(), mode, each));
            }

            @Override
            public boolean isCacheable(LeafReaderContext context) {
                return false;
            }
        };
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return "status & " + mask + " = " + wanted;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StatusQuery that && mask == that.mask && wanted == that.wanted;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(mask * 31 + wanted);
    }
}
