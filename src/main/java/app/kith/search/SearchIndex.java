package app.kith.search;

import app.kith.change.LogPosition;
import app.kith.store.SearchView.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * One index on disk: a writer, used by one thread, and searchers, used by any. What is written can be found after {@link #show}, and
 * stays for good after {@link #commit}.
 */
final class SearchIndex implements AutoCloseable {
    private static final double WRITER_MEGABYTES = 32;

    private final Path folder;
    private final SealedDirectory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Map<String, String> opened;

    private SearchIndex(Path folder, SealedDirectory directory, IndexWriter writer) throws IOException {
        this.folder = folder;
        this.directory = directory;
        this.writer = writer;
        this.opened = data(writer);
        this.searchers = new SearcherManager(writer, DatedSearcher.factory());
    }

    private static Map<String, String> data(IndexWriter writer) {
        Map<String, String> data = new HashMap<>();
        Iterable<Map.Entry<String, String>> live = writer.getLiveCommitData();
        if (live != null) {
            live.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        return data;
    }

    /**
     * Opens an index, or begins it.
     *
     * @throws IOException if it cannot be read
     */
    static SearchIndex open(Path folder, SecretKey key, BlockCache cache) throws IOException {
        Quiet.lucene();
        SealedDirectory directory = SealedDirectory.open(folder, key, cache);
        try {
            IndexWriterConfig config = new IndexWriterConfig();
            config.setRAMBufferSizeMB(WRITER_MEGABYTES);
            config.setCommitOnClose(false);
            config.setMergePolicy(new TieredMergePolicy());
            ConcurrentMergeScheduler merges = new ConcurrentMergeScheduler();
            merges.setMaxMergesAndThreads(6, 1);
            config.setMergeScheduler(merges);
            return new SearchIndex(folder, directory, new IndexWriter(directory, config));
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** {@return whether an index lies in the folder} */
    static boolean exists(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> String.valueOf(file.getFileName()).startsWith("segments_"));
        } catch (IOException e) {
            return false;
        }
    }

    Path folder() {
        return folder;
    }

    /** {@return whether it is kept in today's way, or empty} */
    boolean isOurs() {
        return opened.isEmpty() && writer.getDocStats().maxDoc == 0 || Fields.SCHEME.equals(opened.get("scheme"));
    }

    /** {@return how far the store had come when this was last committed; null where it was not, or in another way of keeping} */
    @Nullable
    Point point() {
        if (!Fields.SCHEME.equals(opened.get("scheme"))) {
            return null;
        }
        try {
            return new Point(position("ledger"), position("mail"), Long.parseLong(opened.getOrDefault("change", "")));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private LogPosition position(String log) {
        String[] parts = opened.getOrDefault(log, "").split(" ", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException(log);
        }
        return new LogPosition(Long.parseLong(parts[0]), Integer.parseInt(parts[1]), Long.parseLong(parts[2]),
                HexFormat.of().parseHex(parts[3]));
    }

    private static String text(LogPosition position) {
        return position.sequence() + " " + position.segment() + " " + position.offset() + " "
                + HexFormat.of().formatHex(position.hash());
    }

    /** Puts a document into the place of the one with its id. */
    void put(String id, Document document) throws IOException {
        writer.updateDocument(new Term(Fields.ID, id), document);
    }

    /** Puts a message and its files into the place of what was there of it. */
    void putMessage(long message, List<Document> documents) throws IOException {
        writer.updateDocuments(new Term(Fields.MESSAGE, MailDocuments.id(message)), documents);
    }

    /** Changes a status in its place. */
    void status(Term term, long status) throws IOException {
        writer.updateNumericDocValue(term, Fields.STATUS, status);
    }

    void delete(Term term) throws IOException {
        writer.deleteDocuments(term);
    }

    /** Lets searches find what was written. */
    void show() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /**
     * Keeps what was written.
     *
     * @param point how far the store had come, so that all up to there is in the index; null where it is not yet
     */
    void commit(@Nullable Point point) throws IOException {
        Map<String, String> data = new HashMap<>();
        data.put("scheme", Fields.SCHEME);
        if (point != null) {
            data.put("ledger", text(point.ledger()));
            data.put("mail", text(point.mail()));
            data.put("change", String.valueOf(point.change()));
        }
        writer.setLiveCommitData(data.entrySet());
        writer.commit();
    }

    /** {@return versions and statuses of documents by their numbers, as far as the ids are there, as searches find them} */
    KnownTable kept(Collection<String> ids) throws IOException {
        return search(searcher -> {
            KnownTable kept = new KnownTable();
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                kept(leaf, ids, kept);
            }
            return kept;
        });
    }

    private static void kept(LeafReaderContext leaf, Collection<String> ids, KnownTable kept) throws IOException {
        Terms terms = leaf.reader().terms(Fields.ID);
        if (terms == null) {
            return;
        }
        TermsEnum each = terms.iterator();
        PostingsEnum postings = null;
        Bits live = leaf.reader().getLiveDocs();
        for (String id : ids) {
            if (!each.seekExact(new BytesRef(id))) {
                continue;
            }
            postings = each.postings(postings, PostingsEnum.NONE);
            for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
                if (live == null || live.get(doc)) {
                    kept.put(number(leaf, doc, Fields.KEY), number(leaf, doc, Fields.VERSION),
                            number(leaf, doc, Fields.STATUS));
                }
            }
        }
    }

    private static long number(LeafReaderContext leaf, int doc, String field) throws IOException {
        NumericDocValues numbers = DocValues.getNumeric(leaf.reader(), field);
        return numbers.advanceExact(doc) ? numbers.longValue() : 0;
    }

    /** {@return numbers of the entries that it has of contacts} */
    Set<Long> entriesOf(Collection<Long> contacts) throws IOException {
        return keys(
                new TermInSetQuery(Fields.OF, contacts.stream().map(id -> new BytesRef(String.valueOf(id))).toList()),
                Integer.MAX_VALUE - 10);
    }

    /** {@return numbers of messages that have files whose text has still to be read} */
    List<Long> messagesToRead(int most) throws IOException {
        return List.copyOf(keys(new TermQuery(new Term(Fields.TODO, "1")), most));
    }

    private Set<Long> keys(Query query, int most) throws IOException {
        return search(searcher -> {
            Set<Long> keys = new LinkedHashSet<>();
            int documents = Math.max(1, Math.min(most, searcher.getIndexReader().maxDoc()));
            for (ScoreDoc found : searcher.search(query, documents,
                    org.apache.lucene.search.Sort.INDEXORDER).scoreDocs) {
                keys.add(Finder.key(searcher, found.doc));
            }
            return keys;
        });
    }

    /** {@return how many documents have a key} */
    int count(String field, String key) throws IOException {
        return search(searcher -> searcher.count(new TermQuery(new Term(field, key))));
    }

    /** Does something with a searcher. */
    <T> T search(Asking<T> asking) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return asking.ask((DatedSearcher) searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    /** What is done with a searcher. */
    interface Asking<T> {
        T ask(DatedSearcher searcher) throws IOException;
    }

    /** {@return what is in it with all that was written} */
    DirectoryReader reader() throws IOException {
        return DirectoryReader.open(writer);
    }

    /** Stops at once: what was not committed is lost, and merges under way are given up. */
    @Override
    public void close() throws IOException {
        try (directory) {
            searchers.close();
            writer.rollback();
        }
    }
}
