package app.kith.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TotalHits.Relation;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ten thousand things, a minute apart; the newest thousand or so are looked at alone where very many fit. */
class DatedSearcherTest {
    private static final int THINGS = 10_000;
    private static final int NEWEST = 1000;
    private static final int COUNTED = 100;

    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private IndexWriter writer;
    private DirectoryReader reader;
    private DatedSearcher searcher;

    @BeforeEach
    void make() throws IOException {
        writer = new IndexWriter(directory, new IndexWriterConfig());
        for (int minute = 0; minute < THINGS; minute++) {
            Document document = new Document();
            document.add(new LongField(Fields.AT, minute * 60_000L, Store.NO));
            document.add(new StringField("word", "common", Store.NO));
            if (minute % 1000 == 7) {
                document.add(new StringField("word", "rare", Store.NO));
            }
            if (minute < 5000) {
                document.add(new StringField("word", "old", Store.NO));
            }
            if (minute == 42 || minute == 9500) {
                document.add(new StringField("word", "good", Store.NO));
            }
            document.add(new StringField(Fields.ID, String.valueOf(minute), Store.YES));
            writer.addDocument(document);
            if (minute == 6000) {
                writer.flush();
            }
        }
        reader = DirectoryReader.open(writer);
        searcher = (DatedSearcher) DatedSearcher.factory(NEWEST).newSearcher(reader, null);
    }

    @AfterEach
    void close() throws IOException {
        reader.close();
        writer.close();
        directory.close();
    }

    private static Query word(String word) {
        return new TermQuery(new Term("word", word));
    }

    private List<Integer> minutes(TopDocs found) {
        return Arrays.stream(found.scoreDocs).map(hit -> {
            try {
                return Integer.valueOf(searcher.storedFields().document(hit.doc).get(Fields.ID));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }).toList();
    }

    @Test
    void whereVeryManyFitTheBestOfTheNewestAreGiven() throws IOException {
        Query better = new BooleanQuery.Builder().add(word("common"), Occur.MUST)
                .add(new BoostQuery(word("good"), 5), Occur.SHOULD).build();

        TopDocs found = searcher.best(better, 20, COUNTED);

        assertThat(minutes(found)).hasSize(20).startsWith(9500)
                .allSatisfy(minute -> assertThat(minute).isGreaterThan(THINGS - 3 * NEWEST));
        assertThat(found.totalHits.relation()).isEqualTo(Relation.GREATER_THAN_OR_EQUAL_TO);
        assertThat(found.totalHits.value()).isBetween((long) COUNTED, (long) THINGS);
    }

    @Test
    void fewAreFoundHoweverOldTheyAre() throws IOException {
        TopDocs found = searcher.best(word("rare"), 20, COUNTED);

        assertThat(minutes(found)).containsExactlyInAnyOrder(7, 1007, 2007, 3007, 4007, 5007, 6007, 7007, 8007, 9007);
        assertThat(found.totalHits.value()).isEqualTo(10);
        assertThat(found.totalHits.relation()).isEqualTo(Relation.EQUAL_TO);
    }

    @Test
    void manyOldOnesAreFoundThoughNoneOfTheNewestFits() throws IOException {
        assertThat(minutes(searcher.best(word("old"), 20, COUNTED))).hasSize(20)
                .allSatisfy(minute -> assertThat(minute).isLessThan(5000));
    }

    @Test
    void withFewThingsAllAreWeighed() throws IOException {
        DatedSearcher wide = (DatedSearcher) DatedSearcher.factory(THINGS).newSearcher(reader, null);
        Query better = new BooleanQuery.Builder().add(word("common"), Occur.MUST)
                .add(new BoostQuery(word("good"), 5), Occur.SHOULD).build();

        assertThat(minutes(wide.best(better, 2, COUNTED))).containsExactlyInAnyOrder(42, 9500);
    }
}
