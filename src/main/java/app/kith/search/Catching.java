package app.kith.search;

import app.kith.contact.Entry;
import app.kith.contact.KeptFile;
import app.kith.mail.Attachment;
import app.kith.mail.Mail;
import app.kith.store.SearchView.ContactText;
import app.kith.store.SearchView.MessageVersion;
import app.kith.words.KithException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one index up to what the store holds: all of it by comparing versions, or only what changed. What is in the index as it is in
 * the store is not touched, so this may be stopped and begun again at any time.
 */
final class Catching {
    private static final Logger LOG = LoggerFactory.getLogger(Catching.class);
    private static final int WINDOW = 1000;
    private static final int CONVERSATIONS = 300;

    private final SearchIndex index;
    private final Surroundings house;
    private final FileReading reading;
    private final BooleanSupplier stopping;
    private final Each each;

    /** Told now and then while much is done. */
    interface Each {
        void window(long done) throws IOException;
    }

    /** Somebody wants this to end. */
    static final class Stopped extends IOException {
        private static final long serialVersionUID = 1L;
    }

    Catching(SearchIndex index, Surroundings house, FileReading reading, BooleanSupplier stopping, Each each) {
        this.reading = reading;
        this.index = index;
        this.house = house;
        this.stopping = stopping;
        this.each = each;
    }

    /** Compares everything: contacts, entries, mails. */
    void everything() throws IOException {
        Known known = Known.of(index);
        long done = 0;
        long after = 0;
        for (List<ContactText> window = house.view().contacts(0, WINDOW); !window.isEmpty(); window = house.view()
                .contacts(after, WINDOW)) {
            for (ContactText contact : window) {
                compare(contact, known.contacts(), known.contacts().see(contact.id()));
            }
            after = window.getLast().id();
            done += window.size();
            pause(done);
        }
        after = 0;
        for (List<Entry> window = house.view().entries(0, WINDOW); !window.isEmpty(); window = house.view()
                .entries(after, WINDOW)) {
            for (Entry entry : window) {
                compare(entry, known.entries(), known.entries().see(entry.id()));
            }
            after = window.getLast().id();
            done += window.size();
            pause(done);
        }
        after = 0;
        for (List<MessageVersion> window = house.view().messages(0, WINDOW); !window.isEmpty(); window = house.view()
                .messages(after, WINDOW)) {
            for (MessageVersion message : window) {
                compare(message, known.messages(), known.messages().see(message.id()));
            }
            after = window.getLast().id();
            done += window.size();
            pause(done);
        }
        known.contacts().unseen(id -> drop(Fields.ID, ContactDocument.id(id)));
        known.entries().unseen(id -> drop(Fields.ID, EntryDocument.id(id)));
        known.messages().unseen(id -> drop(Fields.MESSAGE, MailDocuments.id(id)));
        index.show();
    }

    private void pause(long done) throws IOException {
        each.window(done);
        check();
    }

    private void check() throws Stopped {
        if (stopping.getAsBoolean()) {
            throw new Stopped();
        }
    }

    private void drop(String field, String id) {
        try {
            index.delete(new Term(field, id));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Looks again at what changed. */
    void changed(Pending.Batch batch) throws IOException {
        for (List<Long> some : windows(batch.conversations())) {
            List<MessageVersion> rows = house.view().messagesOf(some);
            KnownTable known = index.kept(rows.stream().map(row -> MailDocuments.id(row.id())).toList());
            for (MessageVersion row : rows) {
                compare(row, known, known.see(row.id()));
                check();
            }
            // A conversation has the number of its first message, also where that was forgotten, which had no other.
            house.view().forgotten(some).forEach(id -> drop(Fields.MESSAGE, MailDocuments.id(id)));
        }
        for (List<Long> some : windows(batch.contacts())) {
            contacts(some);
            check();
        }
        index.show();
    }

    private void contacts(List<Long> ids) throws IOException {
        KnownTable known = index.kept(ids.stream().map(ContactDocument::id).toList());
        Set<Long> gone = new HashSet<>(ids);
        for (ContactText contact : house.view().contacts(ids)) {
            gone.remove(contact.id());
            compare(contact, known, known.see(contact.id()));
        }
        gone.forEach(id -> drop(Fields.ID, ContactDocument.id(id)));
        List<Entry> entries = house.view().entriesOf(ids);
        KnownTable had = index.kept(entries.stream().map(entry -> EntryDocument.id(entry.id())).toList());
        for (Entry entry : entries) {
            compare(entry, had, had.see(entry.id()));
        }
        Set<Long> former = index.entriesOf(ids);
        entries.forEach(entry -> former.remove(entry.id()));
        former.removeAll(house.view().entries(former).keySet());
        former.forEach(id -> drop(Fields.ID, EntryDocument.id(id)));
    }

    private static List<List<Long>> windows(Collection<Long> ids) {
        List<Long> all = new ArrayList<>(ids);
        List<List<Long>> windows = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CONVERSATIONS) {
            windows.add(all.subList(from, Math.min(all.size(), from + CONVERSATIONS)));
        }
        return windows;
    }

    private void compare(ContactText contact, KnownTable known, int place) throws IOException {
        if (place < 0 || known.version(place) != contact.version()) {
            index.put(ContactDocument.id(contact.id()), ContactDocument.of(contact));
        } else if (known.status(place) != ContactDocument.weight(contact)) {
            index.status(new Term(Fields.ID, ContactDocument.id(contact.id())), ContactDocument.weight(contact));
        }
    }

    private void compare(Entry entry, KnownTable known, int place) throws IOException {
        if (place < 0 || known.version(place) != EntryDocument.version(entry)) {
            index.put(EntryDocument.id(entry.id()), EntryDocument.of(entry, texts(entry)));
        }
    }

    /** What the files say that are kept with an entry; nothing where one cannot be read, which the doctor tells. */
    private List<String> texts(Entry entry) {
        List<String> texts = new ArrayList<>();
        for (KeptFile file : entry.files()) {
            Attachment one = new Attachment(file.name(), "application/octet-stream", false, null,
                    () -> house.files().apply(file));
            if (FileText.isReadable(one)) {
                texts.add(reading.read(one).text());
            }
        }
        return texts;
    }

    private void compare(MessageVersion message, KnownTable known, int place) throws IOException {
        if (place < 0 || known.version(place) != message.version()) {
            check();
            put(message, mail(message.id()), List.of());
        } else if (known.status(place) != message.status()) {
            index.status(new Term(Fields.MESSAGE, MailDocuments.id(message.id())), message.status());
        }
    }

    /** A message that cannot be cut into words is found by its numbers alone; it does not stop the others. */
    private void put(MessageVersion message, @Nullable Mail mail, List<FileText.@Nullable Read> files)
            throws IOException {
        try {
            index.putMessage(message.id(), MailDocuments.of(message, mail, files));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            LOG.warn("Message {} is not in the search index", message.id(), e);
            index.putMessage(message.id(), MailDocuments.of(message, null, List.of()));
        }
    }

    /** What a message says; null where its bytes cannot be read, which the doctor tells. */
    private @Nullable Mail mail(long message) {
        try {
            return house.mails().apply(message);
        } catch (KithException e) {
            return null;
        }
    }

    /** Reads the texts of some files that have still to be read. {@return whether there were any} */
    boolean files(int most) throws IOException {
        List<Long> messages = index.messagesToRead(most);
        for (long message : messages) {
            check();
            Mail mail = mail(message);
            List<MessageVersion> rows = house.view().messages(message - 1, 1);
            if (rows.isEmpty() || rows.getFirst().id() != message) {
                drop(Fields.MESSAGE, MailDocuments.id(message));
                continue;
            }
            List<FileText.@Nullable Read> texts = new ArrayList<>();
            if (mail != null) {
                mail.attachments().forEach(file -> texts.add(FileText.isReadable(file) && !file.inline()
                        ? reading.read(file)
                        : null));
            }
            put(rows.getFirst(), mail, texts);
        }
        index.show();
        return !messages.isEmpty();
    }
}
