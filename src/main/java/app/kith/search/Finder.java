package app.kith.search;

import app.kith.contact.Entry;
import app.kith.mail.TextRange;
import app.kith.search.Results.Count;
import app.kith.store.SearchView;
import app.kith.store.SearchView.ContactLine;
import app.kith.store.SearchView.MessageLine;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.TotalHits;
import org.jspecify.annotations.Nullable;

/** Answers one query with one searcher. */
final class Finder {
    private static final int COUNTED = 1000;
    private static final int RESCORED = 200;
    private static final int FEW = 3;
    private static final List<Kind> PEOPLE_FIRST = List.of(Kind.PERSON, Kind.COMPANY, Kind.MAIL, Kind.FILE, Kind.NOTE,
            Kind.RECORD);
    private static final List<Kind> MAIL_FIRST = List.of(Kind.MAIL, Kind.FILE, Kind.RECORD, Kind.NOTE, Kind.PERSON,
            Kind.COMPANY);

    private final DatedSearcher searcher;
    private final Lines lines;
    private final Asking.Folders folders;
    private final Clock clock;
    private final int limit;

    Finder(DatedSearcher searcher, SearchView view, Clock clock, int limit) {
        this(searcher, Lines.of(view), view::inFolder, clock, limit);
    }

    Finder(DatedSearcher searcher, Lines lines, Asking.Folders folders, Clock clock, int limit) {
        this.searcher = searcher;
        this.lines = lines;
        this.folders = folders;
        this.clock = clock;
        this.limit = limit;
    }

    private record Found(int doc, double score) {}

    /** What was found of one kind. */
    private record Part(List<Hit> hits, Count count) {}

    Results find(app.kith.search.Query query, Set<Kind> kinds) throws IOException {
        Asking asking = new Asking(query, searcher, folders, clock, false);
        Map<Kind, Part> parts = parts(asking, kinds);
        int found = parts.values().stream().mapToInt(part -> part.count.number()).sum();
        boolean similar = false;
        if (found < FEW) {
            Asking nearly = new Asking(query, searcher, folders, clock, true);
            Map<Kind, Part> near = parts(nearly, kinds);
            similar = found == 0 && near.values().stream().anyMatch(part -> !part.hits.isEmpty());
            near.forEach((kind, part) -> parts.merge(kind, part, Finder::joined));
            asking = similar ? nearly : asking;
        }
        boolean named = parts.entrySet().stream().anyMatch(part -> part.getKey().isContact()
                && !part.getValue().hits.isEmpty()) && isAny(asking.named());
        List<Hit> hits = new ArrayList<>();
        Map<Kind, Count> counts = new EnumMap<>(Kind.class);
        for (Kind kind : named ? PEOPLE_FIRST : MAIL_FIRST) {
            Part part = parts.get(kind);
            if (part != null) {
                hits.addAll(part.hits);
                counts.put(kind, part.count);
            }
        }
        return new Results(query, hits, counts, similar);
    }

    private boolean isAny(Query query) throws IOException {
        return searcher.search(query, new TopScoreDocCollectorManager(1, null, 1)).scoreDocs.length > 0;
    }

    /** What is right, then what is only near, each once. */
    private static Part joined(Part exact, Part near) {
        List<Hit> hits = new ArrayList<>(exact.hits);
        Set<List<Long>> seen = new HashSet<>();
        hits.forEach(hit -> seen.add(List.of(hit.id(), (long) hit.file())));
        near.hits.stream().filter(hit -> seen.add(List.of(hit.id(), (long) hit.file()))).forEach(hits::add);
        return new Part(hits, new Count(Math.max(hits.size(), near.count.number()), near.count.exact()));
    }

    private Map<Kind, Part> parts(Asking asking, Set<Kind> kinds) throws IOException {
        Map<Kind, Part> parts = new EnumMap<>(Kind.class);
        Marks marks = new Marks(asking.wanted());
        for (Kind kind : kinds) {
            boolean none = searcher.getIndexReader().docFreq(new Term(Fields.KIND, kind.name())) == 0;
            parts.put(kind, none ? new Part(List.of(), new Count(0, true)) : switch (kind) {
                case PERSON, COMPANY -> contacts(asking.contacts(), kind, marks);
                case MAIL -> mails(asking.mails(), marks);
                case FILE -> files(asking.files(), marks);
                case NOTE, RECORD -> entries(asking.entries(), kind, marks);
            });
        }
        return parts;
    }

    /** Of mails and files that very many fit, the best of the newest are the best: see {@link DatedSearcher}. */
    private TopDocs top(Query query, Kind kind, int most) throws IOException {
        Query ofKind = new BooleanQuery.Builder().add(query, Occur.MUST)
                .add(new TermQuery(new Term(Fields.KIND, kind.name())), Occur.FILTER).build();
        return kind == Kind.MAIL || kind == Kind.FILE
                ? searcher.best(ofKind, most, COUNTED)
                : searcher.search(ofKind, new TopScoreDocCollectorManager(most, null, COUNTED));
    }

    private static Count count(TopDocs top) {
        return new Count((int) Math.min(Integer.MAX_VALUE, top.totalHits.value()),
                top.totalHits.relation() == TotalHits.Relation.EQUAL_TO);
    }

    /** Whom the user deals with often and lately comes before others who fit as well. */
    private Part contacts(Query query, Kind kind, Marks marks) throws IOException {
        TopDocs top = top(query, kind, Math.max(limit, RESCORED));
        long today = clock.millis() / 86_400_000;
        List<Found> found = new ArrayList<>();
        for (ScoreDoc each : top.scoreDocs) {
            long weight = number(searcher, each.doc, Fields.STATUS);
            double often = Math.log1p(ContactDocument.mails(weight)) / 10;
            double lately = weight == 0 ? 0 : 1.0 / (1 + Math.max(0, today - ContactDocument.day(weight)) / 60.0);
            found.add(new Found(each.doc, each.score * (1 + Math.min(0.7, often) + 0.5 * lately)));
        }
        found.sort(Comparator.comparingDouble(Found::score).reversed());
        Map<Long, Found> byId = byKey(found.subList(0, Math.min(limit, found.size())));
        Map<Long, ContactLine> shown = lines.contacts(byId.keySet());
        List<Hit> hits = new ArrayList<>();
        for (Map.Entry<Long, Found> each : byId.entrySet()) {
            ContactLine line = shown.get(each.getKey());
            if (line != null) {
                hits.add(contact(kind, line, each.getValue(), marks));
            }
        }
        return new Part(hits, count(top));
    }

    private Hit contact(Kind kind, ContactLine line, Found found, Marks marks) throws IOException {
        List<TextRange> inTitle = marks.inName(line.name(), line.company());
        String usual = line.title().isEmpty() || line.firm().isEmpty() || line.company()
                ? line.title() + (line.company() ? "" : line.firm())
                : line.firm() + " · " + line.title();
        Marks.Line shown = new Marks.Line(usual, marks.in(usual));
        if (inTitle.isEmpty() && shown.marks().isEmpty()) {
            Marks.Line other = marks.first(shown(found.doc).split("\n", -1));
            shown = other.text().isEmpty() ? shown : other;
        }
        return new Hit(kind, line.id(), line.id(), 0, -1, line.name(), shown.text(), inTitle, shown.marks(), "",
                line.lastAt(), found.score);
    }

    private Part mails(Query query, Marks marks) throws IOException {
        TopDocs top = top(query, Kind.MAIL, limit);
        Map<Long, Found> byId = byKey(found(top));
        Map<Long, MessageLine> known = lines.messages(byId.keySet());
        List<Hit> hits = new ArrayList<>();
        for (Map.Entry<Long, Found> each : byId.entrySet()) {
            MessageLine line = known.get(each.getKey());
            if (line != null) {
                Marks.Line around = marks.around(shown(each.getValue().doc));
                Marks.Line shown = around.marks().isEmpty() && !line.preview().isEmpty()
                        ? new Marks.Line(line.preview(), marks.in(line.preview()))
                        : around;
                hits.add(new Hit(Kind.MAIL, line.id(), line.contact(), line.conversation(), -1, line.subject(),
                        shown.text(), marks.in(line.subject()), shown.marks(), line.sender(), line.sentAt(),
                        each.getValue().score));
            }
        }
        return new Part(hits, count(top));
    }

    private Part files(Query query, Marks marks) throws IOException {
        TopDocs top = top(query, Kind.FILE, limit);
        List<Found> found = found(top);
        Map<Long, MessageLine> known = lines.messages(byKey(found).keySet());
        List<Hit> hits = new ArrayList<>();
        for (Found each : found) {
            MessageLine line = known.get(key(searcher, each.doc));
            if (line != null) {
                int part = (int) number(searcher, each.doc, Fields.PART);
                String name = stored(each.doc, Fields.FILE_SHOWN);
                Marks.Line shown = marks.around(shown(each.doc));
                hits.add(new Hit(Kind.FILE, line.id(), line.contact(), line.conversation(), part, name, shown.text(),
                        marks.in(name), shown.marks(), line.sender(), line.sentAt(), each.score));
            }
        }
        return new Part(hits, count(top));
    }

    private Part entries(Query query, Kind kind, Marks marks) throws IOException {
        TopDocs top = top(query, kind, limit);
        Map<Long, Found> byId = byKey(found(top));
        Map<Long, Entry> entries = lines.entries(byId.keySet());
        Map<Long, ContactLine> contacts = lines
                .contacts(entries.values().stream().map(Entry::contact).distinct().toList());
        List<Hit> hits = new ArrayList<>();
        for (Map.Entry<Long, Found> each : byId.entrySet()) {
            Entry entry = entries.get(each.getKey());
            if (entry != null) {
                ContactLine contact = contacts.get(entry.contact());
                Marks.Line shown = marks.around(shown(each.getValue().doc));
                hits.add(new Hit(kind, entry.id(), entry.contact(), 0, -1, entry.title(), shown.text(),
                        marks.in(entry.title()), shown.marks(), contact == null ? "" : contact.name(), entry.at(),
                        each.getValue().score));
            }
        }
        return new Part(hits, count(top));
    }

    private static List<Found> found(TopDocs top) {
        List<Found> found = new ArrayList<>();
        for (ScoreDoc each : top.scoreDocs) {
            found.add(new Found(each.doc, each.score));
        }
        return found;
    }

    private Map<Long, Found> byKey(List<Found> found) throws IOException {
        Map<Long, Found> byKey = new LinkedHashMap<>();
        for (Found each : found) {
            byKey.putIfAbsent(key(searcher, each.doc), each);
        }
        return byKey;
    }

    private String shown(int doc) throws IOException {
        return stored(doc, Fields.SHOWN);
    }

    private String stored(int doc, String field) throws IOException {
        @Nullable
        String text = searcher.storedFields().document(doc, Set.of(field)).get(field);
        return text == null ? "" : text;
    }

    static long key(IndexSearcher searcher, int doc) throws IOException {
        return number(searcher, doc, Fields.KEY);
    }

    private static long number(IndexSearcher searcher, int doc, String field) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        NumericDocValues numbers = DocValues.getNumeric(leaf.reader(), field);
        return numbers.advanceExact(doc - leaf.docBase) ? numbers.longValue() : 0;
    }
}
