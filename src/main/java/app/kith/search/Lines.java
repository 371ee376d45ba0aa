package app.kith.search;

import app.kith.contact.Entry;
import app.kith.store.SearchView;
import app.kith.store.SearchView.ContactLine;
import app.kith.store.SearchView.MessageLine;
import java.util.Collection;
import java.util.Map;

/** What hits show of the things that were found, as they are now; what is not there any more is missing. */
interface Lines {
    Map<Long, ContactLine> contacts(Collection<Long> ids);

    Map<Long, MessageLine> messages(Collection<Long> ids);

    Map<Long, Entry> entries(Collection<Long> ids);

    /** {@return the lines of a store} */
    static Lines of(SearchView view) {
        return new Lines() {
            @Override
            public Map<Long, ContactLine> contacts(Collection<Long> ids) {
                return view.contactLines(ids);
            }

            @Override
            public Map<Long, MessageLine> messages(Collection<Long> ids) {
                return view.lines(ids);
            }

            @Override
            public Map<Long, Entry> entries(Collection<Long> ids) {
                return view.entries(ids);
            }
        };
    }
}
