package app.kith.search;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;

/** The parts that all documents of the index are made of. */
final class Documents {
    /** Words of one field that are kept at most. */
    static final int MOST_WORDS = 40_000;

    private static final FieldType WORDS = words();

    private Documents() {}

    private static FieldType words() {
        FieldType type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        type.setTokenized(true);
        type.freeze();
        return type;
    }

    static void head(Document document, Kind kind, String id, long key) {
        document.add(new StringField(Fields.ID, id, Store.NO));
        document.add(new StringField(Fields.KIND, kind.name(), Store.NO));
        number(document, Fields.SORT, Sort.of(kind).number);
        number(document, Fields.KEY, key);
    }

    static void number(Document document, String field, long number) {
        document.add(new NumericDocValuesField(field, number));
    }

    /** Makes the words of a text findable. */
    static void words(Document document, String field, String text) {
        if (!text.isBlank()) {
            document.add(new org.apache.lucene.document.Field(field, new WordStream(Words.of(text, MOST_WORDS)),
                    WORDS));
        }
    }

    /** Keeps the beginning of a text to be shown. */
    static void shown(Document document, String text, int most) {
        int end = Math.min(most, text.length());
        if (end > 0 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        if (end > 0) {
            document.add(new StoredField(Fields.SHOWN, text.substring(0, end)));
        }
    }
}
