package app.kith.search;

import app.kith.contact.EmailAddress;
import app.kith.contact.Han;
import app.kith.contact.LatinText;
import app.kith.search.Query.Clause;
import app.kith.search.Query.Term;
import app.kith.search.Words.Word;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.jspecify.annotations.Nullable;

/** A query as Lucene asks it: words in one field, in several, as a beginning, or nearly. */
final class Asked {
    private static final float TIE = 0.15f;

    private final IndexReader reader;
    private final Map<String, List<String>> expansions = new HashMap<>();
    private final Map<String, CompiledAutomaton> automata = new HashMap<>();
    /** Whether words may be nearly right. */
    final boolean nearly;

    Asked(IndexReader reader, boolean nearly) {
        this.reader = reader;
        this.nearly = nearly;
    }

    /**
     * A field with what a word in it is worth.
     *
     * @param name the field
     * @param boost what it is worth
     * @param least how many letters a beginning must have to be looked for in it
     */
    record Weighed(String name, float boost, int least) {}

    /** {@return what holds a text in one of some fields; the best field counts} */
    Query words(String text, boolean growing, Collection<Weighed> fields) throws IOException {
        List<Word> words = Words.of(text);
        if (words.isEmpty()) {
            return MatchAllDocsQuery.INSTANCE;
        }
        List<Query> any = new ArrayList<>();
        for (Weighed field : fields) {
            boolean begins = growing && words.getLast().text().length() >= field.least;
            any.add(boosted(sequence(field.name, words, begins), field.boost));
        }
        return best(any);
    }

    static Query boosted(Query query, float boost) {
        return boost == 1 ? query : new BoostQuery(query, boost);
    }

    static Query best(List<Query> any) {
        return any.size() == 1 ? any.getFirst() : new DisjunctionMaxQuery(any, TIE);
    }

    /** Words one behind the other; Chinese ones by pairs of characters. */
    private Query sequence(String field, List<Word> words, boolean growing) throws IOException {
        Word last = words.getLast();
        boolean begins = growing && !last.single();
        if (words.size() == 1) {
            return single(field, last.text(), begins);
        }
        if (nearly && words.stream().allMatch(Word::single) && words.size() > 2) {
            return pairs(field, words);
        }
        MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
        int parts = 0;
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            boolean pair = i + 1 < words.size() && word.joins(words.get(i + 1));
            boolean covered = !pair && i > 0 && words.get(i - 1).joins(word);
            if (covered) {
                continue;
            }
            String text = pair ? word.text() + words.get(i + 1).text() : word.text();
            List<org.apache.lucene.index.Term> terms = new ArrayList<>();
            terms.add(new org.apache.lucene.index.Term(field, text));
            if (begins && i == words.size() - 1) {
                longer(field, text)
                        .forEach(longer -> terms.add(new org.apache.lucene.index.Term(field, longer)));
            }
            phrase.add(terms.toArray(new org.apache.lucene.index.Term[0]), i);
            parts++;
        }
        MultiPhraseQuery made = phrase.build();
        return parts == 1 ? new TermQuery(made.getTermArrays()[0][0]) : simple(made);
    }

    /** A phrase without choices is asked more quickly. */
    private static Query simple(MultiPhraseQuery phrase) {
        PhraseQuery.Builder simple = new PhraseQuery.Builder();
        org.apache.lucene.index.Term[][] terms = phrase.getTermArrays();
        for (int i = 0; i < terms.length; i++) {
            if (terms[i].length > 1) {
                return phrase;
            }
            simple.add(terms[i][0], phrase.getPositions()[i]);
        }
        return simple.build();
    }

    /** Most of the pairs of a longer run of characters. */
    private static Query pairs(String field, List<Word> words) {
        BooleanQuery.Builder some = new BooleanQuery.Builder();
        int pairs = 0;
        for (int i = 0; i + 1 < words.size(); i++) {
            String pair = words.get(i).text() + words.get(i + 1).text();
            some.add(new TermQuery(new org.apache.lucene.index.Term(field, pair)), Occur.SHOULD);
            pairs++;
        }
        return some.setMinimumNumberShouldMatch(Math.max(1, pairs * 6 / 10)).build();
    }

    private Query single(String field, String word, boolean begins) throws IOException {
        int edits = nearly && !Han.in(word) ? edits(word) : 0;
        if (edits > 0) {
            return any(field, word, near(field, word, edits), 0.5f);
        }
        Query exact = new TermQuery(new org.apache.lucene.index.Term(field, word));
        List<String> longer = begins ? longer(field, word) : List.of();
        return longer.isEmpty() ? exact : any(field, word, longer, 0.7f);
    }

    /** A word and others in its place, which are worth a little less. */
    private static Query any(String field, String word, List<String> others, float worth) {
        SynonymQuery.Builder all = new SynonymQuery.Builder(field);
        all.addTerm(new org.apache.lucene.index.Term(field, word), 1);
        others.forEach(each -> all.addTerm(new org.apache.lucene.index.Term(field, each), worth));
        return all.build();
    }

    /** Words that begin so. The same is asked for several kinds of things. */
    private List<String> longer(String field, String word) throws IOException {
        List<String> known = expansions.get(field + ' ' + word);
        if (known == null) {
            known = Expansion.of(reader, field, word);
            expansions.put(field + ' ' + word, known);
        }
        return known;
    }

    private List<String> near(String field, String word, int edits) throws IOException {
        List<String> known = expansions.get(field + " ~" + word);
        if (known == null) {
            CompiledAutomaton slips = automata.computeIfAbsent(word, _ -> Expansion.slips(word, edits));
            known = Expansion.of(reader, field, word, slips);
            expansions.put(field + " ~" + word, known);
        }
        return known;
    }

    /** One slip from five letters, two from eight. Numbers are right or wrong. */
    static int edits(String word) {
        if (word.chars().anyMatch(Character::isDigit)) {
            return 0;
        }
        return word.length() >= 8 ? 2 : word.length() >= 5 ? 1 : 0;
    }

    /** {@return what has a key, or where it may grow one that begins so} */
    Query key(String field, String key, boolean growing) throws IOException {
        org.apache.lucene.index.Term term = new org.apache.lucene.index.Term(field, key);
        int edits = nearly && !Han.in(key) ? edits(key) : 0;
        if (edits > 0) {
            return any(field, key, near(field, key, edits), 0.5f);
        }
        return growing
                ? best(List.of(new BoostQuery(new TermQuery(term), 2), new PrefixQuery(term)))
                : new TermQuery(term);
    }

    static Query oneOf(String field, Collection<String> keys) {
        return new TermInSetQuery(field, keys.stream().map(BytesRef::new).toList());
    }

    /** {@return what lies in a stretch of days; null where the value is none} */
    static @Nullable Query days(Term term, LocalDate today, ZoneId zone) {
        DayRange range = DayRange.of(term.value(), today);
        if (range == null) {
            return null;
        }
        long from = range.from().atStartOfDay(zone).toInstant().toEpochMilli();
        long to = range.to().atStartOfDay(zone).toInstant().toEpochMilli();
        return switch (term.field()) {
            case BEFORE -> LongField.newRangeQuery(Fields.AT, Long.MIN_VALUE, from - 1);
            case AFTER -> LongField.newRangeQuery(Fields.AT, from, Long.MAX_VALUE);
            default -> LongField.newRangeQuery(Fields.AT, from, to - 1);
        };
    }

    /**
     * All clauses together.
     *
     * @param clauses what must hold
     * @param each makes the query of one term; null where such things have no such field
     * @return the query; one that finds nothing where something is wanted that such things cannot have
     */
    static BooleanQuery.Builder all(List<Clause> clauses, Function<Term, @Nullable Query> each) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        boolean wanted = false;
        for (Clause clause : clauses) {
            List<Query> any = new ArrayList<>();
            for (Term term : clause.anyOf()) {
                Query query = each.apply(term);
                if (query != null) {
                    any.add(query);
                }
            }
            if (clause.excluded()) {
                any.forEach(query -> all.add(query, Occur.MUST_NOT));
            } else {
                wanted = true;
                all.add(any.isEmpty() ? MatchNoDocsQuery.INSTANCE : best(any), Occur.MUST);
            }
        }
        if (!wanted) {
            all.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
        }
        return all;
    }

    static String folded(String text) {
        return LatinText.folded(text);
    }

    static boolean isAddress(String text) {
        return text.indexOf('@') > 0 && EmailAddress.of(text).isComplete();
    }
}
