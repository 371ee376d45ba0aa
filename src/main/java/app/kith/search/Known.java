package app.kith.search;

import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.util.Bits;

/**
 * All that an index holds, by number.
 *
 * @param contacts contacts
 * @param messages messages
 * @param entries entries
 */
record Known(KnownTable contacts, KnownTable messages, KnownTable entries) {

    static Known of(SearchIndex index) throws IOException {
        Known known = new Known(new KnownTable(), new KnownTable(), new KnownTable());
        try (DirectoryReader reader = index.reader()) {
            for (LeafReaderContext leaf : reader.leaves()) {
                known.add(leaf);
            }
        }
        return known;
    }

    private void add(LeafReaderContext leaf) throws IOException {
        NumericDocValues sorts = DocValues.getNumeric(leaf.reader(), Fields.SORT);
        NumericDocValues keys = DocValues.getNumeric(leaf.reader(), Fields.KEY);
        NumericDocValues versions = DocValues.getNumeric(leaf.reader(), Fields.VERSION);
        NumericDocValues statuses = DocValues.getNumeric(leaf.reader(), Fields.STATUS);
        Bits live = leaf.reader().getLiveDocs();
        for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
            if ((live == null || live.get(doc)) && sorts.advanceExact(doc) && keys.advanceExact(doc)
                    && versions.advanceExact(doc)) {
                KnownTable table = table((int) sorts.longValue());
                table.put(keys.longValue(), versions.longValue(),
                        statuses.advanceExact(doc) ? statuses.longValue() : 0);
            }
        }
    }

    /** Files have no version of their own. */
    private KnownTable table(int sort) {
        return sort == Sort.CONTACT.number ? contacts : sort == Sort.MAIL.number ? messages : entries;
    }
}
