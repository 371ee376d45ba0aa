package app.kith.search;

import app.kith.contact.Entry;
import app.kith.store.SearchView;
import app.kith.store.SearchView.ContactText;
import app.kith.store.SearchView.MessageVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;

/** Compares an index with the store, thing by thing, and reads its files through. Changes nothing. */
final class IndexCheck {
    private static final int WINDOW = 1000;

    private final SearchIndex index;
    private final SearchView view;
    private long missing;
    private long older;

    IndexCheck(SearchIndex index, SearchView view) {
        this.index = index;
        this.view = view;
    }

    List<String> faults() throws IOException {
        List<String> faults = new ArrayList<>();
        try (DirectoryReader reader = index.reader()) {
            for (LeafReaderContext leaf : reader.leaves()) {
                if (leaf.reader() instanceof CodecReader files) {
                    files.checkIntegrity();
                }
            }
        }
        Known known = Known.of(index);
        contacts(known.contacts());
        entries(known.entries());
        messages(known.messages());
        AtomicLong more = new AtomicLong();
        known.contacts().unseen(_ -> more.incrementAndGet());
        known.entries().unseen(_ -> more.incrementAndGet());
        known.messages().unseen(_ -> more.incrementAndGet());
        say(faults, missing, "things are not in the search index");
        say(faults, older, "things are otherwise in the search index than in the store");
        say(faults, more.get(), "things are in the search index that the store does not have");
        return faults;
    }

    private static void say(List<String> faults, long count, String what) {
        if (count > 0) {
            faults.add(count + " " + what);
        }
    }

    private void contacts(KnownTable known) {
        List<ContactText> window = view.contacts(0, WINDOW);
        while (!window.isEmpty()) {
            window.forEach(contact -> compare(known, contact.id(), contact.version(), ContactDocument.weight(contact)));
            window = view.contacts(window.getLast().id(), WINDOW);
        }
    }

    private void entries(KnownTable known) {
        List<Entry> window = view.entries(0, WINDOW);
        while (!window.isEmpty()) {
            window.forEach(entry -> compare(known, entry.id(), EntryDocument.version(entry), 0));
            window = view.entries(window.getLast().id(), WINDOW);
        }
    }

    private void messages(KnownTable known) {
        List<MessageVersion> window = view.messages(0, WINDOW);
        while (!window.isEmpty()) {
            window.forEach(message -> compare(known, message.id(), message.version(), message.status()));
            window = view.messages(window.getLast().id(), WINDOW);
        }
    }

    private void compare(KnownTable known, long id, long version, long status) {
        int place = known.see(id);
        if (place < 0) {
            missing++;
        } else if (known.version(place) != version || known.status(place) != status) {
            older++;
        }
    }
}
