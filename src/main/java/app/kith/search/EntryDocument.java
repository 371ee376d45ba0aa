package app.kith.search;

import app.kith.contact.Entry;
import app.kith.contact.KeptFile;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StringField;

/** Makes an activity or a record findable. */
final class EntryDocument {
    private static final int SHOWN = 2000;

    private EntryDocument() {}

    static String id(long entry) {
        return "e" + entry;
    }

    /** {@return a number that is another one when the entry is} */
    static long version(Entry entry) {
        String all = entry.toString();
        long version = 7;
        for (int i = 0; i < all.length(); i++) {
            version = version * 1_000_003 + all.charAt(i);
        }
        return version;
    }

    /**
     * Makes the document.
     *
     * @param texts what the files say that are kept with it
     */
    static Document of(Entry entry, List<String> texts) {
        Document document = new Document();
        Documents.head(document, entry.kind().isRecord() ? Kind.RECORD : Kind.NOTE, id(entry.id()), entry.id());
        Documents.number(document, Fields.VERSION, version(entry));
        Documents.number(document, Fields.CONTACT, entry.contact());
        document.add(new StringField(Fields.OF, String.valueOf(entry.contact()), Store.NO));
        document.add(new LongField(Fields.AT, entry.at().toEpochMilli(), Store.NO));
        Documents.words(document, Fields.TITLE, entry.title() + "\n" + entry.number());
        String amount = entry.amount() == null ? "" : entry.amount().toPlainString() + " " + entry.currency();
        String names = entry.files().stream().map(KeptFile::name).collect(Collectors.joining("\n"));
        Documents.words(document, Fields.NOTE, String.join("\n", entry.text(), entry.state(), amount, names,
                String.join("\n", texts)));
        Documents.shown(document, (entry.number() + " " + amount + " " + entry.text()).strip(), SHOWN);
        return document;
    }
}
