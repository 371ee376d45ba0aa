package app.kith.search;

import app.kith.search.Words.Word;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Hands the words of a text to the index: each Chinese character, and with it the pair that it begins. */
final class WordStream extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final List<Word> words;
    private int next;
    private boolean pair;

    WordStream(List<Word> words) {
        this.words = words;
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (pair) {
            pair = false;
            term.append(words.get(next - 1).text()).append(words.get(next).text());
            step.setPositionIncrement(0);
            return true;
        }
        if (next >= words.size()) {
            return false;
        }
        Word word = words.get(next++);
        term.append(word.text());
        pair = next < words.size() && word.joins(words.get(next));
        return true;
    }

    @Override
    public void reset() {
        next = 0;
        pair = false;
    }
}
