package app.kith.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;

/** The words of a field that begin with what was typed. */
final class Expansion {
    /** Words that are looked at; of them the most frequent are taken. */
    private static final int LOOKED_AT = 1500;
    private static final int TAKEN = 25;

    private Expansion() {}

    private record Candidate(String word, int frequency) {}

    /** {@return words of the field that begin so, without the beginning itself; the most frequent first} */
    static List<String> of(IndexReader reader, String field, String beginning) throws IOException {
        Terms terms = MultiTerms.getTerms(reader, field);
        if (terms == null) {
            return List.of();
        }
        TermsEnum each = terms.iterator();
        BytesRef prefix = new BytesRef(beginning);
        List<Candidate> found = new ArrayList<>();
        if (each.seekCeil(prefix) == TermsEnum.SeekStatus.END) {
            return List.of();
        }
        BytesRef term = each.term();
        for (int i = 0; i < LOOKED_AT && term != null && startsWith(term, prefix); i++) {
            if (term.length > prefix.length) {
                found.add(new Candidate(term.utf8ToString(), each.docFreq()));
            }
            term = each.next();
        }
        found.sort(Comparator.comparingInt(Candidate::frequency).reversed());
        return found.stream().limit(TAKEN).map(Candidate::word).toList();
    }

    /** {@return what recognises a word with slips of the finger in it, of which the first letter is right} */
    static CompiledAutomaton slips(String word, int edits) {
        return new CompiledAutomaton(new LevenshteinAutomata(word.substring(1), true)
                .toAutomaton(edits, word.substring(0, 1)), false, true, false);
    }

    /** {@return words of the field that are the word with slips, without itself; the most frequent first} */
    static List<String> of(IndexReader reader, String field, String word, CompiledAutomaton slips) throws IOException {
        Terms terms = MultiTerms.getTerms(reader, field);
        if (terms == null) {
            return List.of();
        }
        TermsEnum each = slips.getTermsEnum(terms);
        List<Candidate> found = new ArrayList<>();
        for (BytesRef term = each.next(); term != null && found.size() < LOOKED_AT; term = each.next()) {
            String near = term.utf8ToString();
            if (!near.equals(word)) {
                found.add(new Candidate(near, each.docFreq()));
            }
        }
        found.sort(Comparator.comparingInt(Candidate::frequency).reversed());
        return found.stream().limit(TAKEN).map(Candidate::word).toList();
    }

    private static boolean startsWith(BytesRef term, BytesRef prefix) {
        return term.length >= prefix.length && java.util.Arrays.equals(term.bytes, term.offset,
                term.offset + prefix.length, prefix.bytes, prefix.offset, prefix.offset + prefix.length);
    }
}
