package app.kith.search;

import app.kith.contact.Entry;
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

    static Document of(Entry entry) {
        Document document = new Document();
        Documents.head(document, entry.kind().isRecord() ? Kind.RECORD : Kind.NOTE, id(entry.id()), entry.id());
        Documents.number(document, Fields.VERSION, version(entry));
        Documents.number(document, Fields.CONTACT, entry.contact());
        document.add(new StringField(Fields.OF, String.valueOf(entry.contact()), Store.NO));
        document.add(new LongField(Fields.AT, entry.at().toEpochMilli(), Store.NO));
        Documents.words(document, Fields.TITLE, entry.title() + "\n" + entry.number());
        String amount = entry.amount() == null ? "" : entry.amount().toPlainString() + " " + entry.currency();
        Documents.words(document, Fields.NOTE, entry.text() + "\n" + entry.state() + "\n" + amount);
        Documents.shown(document, (entry.number() + " " + amount + " " + entry.text()).strip(), SHOWN);
        return document;
    }
}
