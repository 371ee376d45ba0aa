package app.kith.search;

import app.kith.contact.EmailAddress;
import app.kith.mail.Attachment;
import app.kith.mail.Mail;
import app.kith.mail.Mailbox;
import app.kith.mail.NewText;
import app.kith.mail.TextRange;
import app.kith.store.SearchView.MessageVersion;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.jspecify.annotations.Nullable;

/** Makes a mail findable, and each of its files. What is quoted is kept apart: it counts less. */
final class MailDocuments {
    private static final int LONGEST_TEXT = 400_000;
    private static final int SHOWN = 3000;
    private static final int MOST_FILES = 200;

    private MailDocuments() {}

    static String id(long message) {
        return "m" + message;
    }

    static String fileId(long message, int part) {
        return "f" + message + "." + part;
    }

    /**
     * The documents of a message.
     *
     * @param row what the store knows of it
     * @param mail what it says; null where it cannot be read
     * @param files what was read of its files, by their places; missing or null for those that have still to be read
     * @return the mail, then its files
     */
    static List<Document> of(MessageVersion row, @Nullable Mail mail, List<FileText.@Nullable Read> files) {
        List<Document> documents = new ArrayList<>();
        Document document = new Document();
        Documents.head(document, Kind.MAIL, id(row.id()), row.id());
        Documents.number(document, Fields.VERSION, row.version());
        common(document, row, mail);
        documents.add(document);
        if (mail == null) {
            return documents;
        }
        Documents.words(document, Fields.SUBJECT, mail.subject());
        text(document, mail);
        List<String> names = new ArrayList<>();
        List<Attachment> attachments = mail.attachments();
        for (int part = 0; part < Math.min(attachments.size(), MOST_FILES); part++) {
            Attachment attachment = attachments.get(part);
            if (!attachment.inline()) {
                names.add(attachment.name());
                documents.add(file(row, mail, part, part < files.size() ? files.get(part) : null));
            }
        }
        Documents.words(document, Fields.FILES, String.join("\n", names));
        Set<FileSort> sorts = new LinkedHashSet<>();
        names.forEach(name -> sorts.addAll(sorts(name)));
        sorts.forEach(sort -> document.add(new StringField(Fields.HAS, sort.name(), Store.NO)));
        return documents;
    }

    private static List<FileSort> sorts(String fileName) {
        List<FileSort> sorts = new ArrayList<>(List.of(FileSort.ANY));
        String ending = FileSort.ending(fileName);
        for (FileSort sort : FileSort.values()) {
            if (sort.endings.contains(ending)) {
                sorts.add(sort);
            }
        }
        return sorts;
    }

    private static Document file(MessageVersion row, Mail mail, int part, FileText.@Nullable Read read) {
        Attachment attachment = mail.attachments().get(part);
        Document document = new Document();
        Documents.head(document, Kind.FILE, fileId(row.id(), part), row.id());
        Documents.number(document, Fields.PART, part);
        common(document, row, mail);
        Documents.words(document, Fields.FILE_NAME, attachment.name());
        document.add(new StoredField(Fields.FILE_SHOWN, attachment.name()));
        sorts(attachment.name())
                .forEach(sort -> document.add(new StringField(Fields.HAS, sort.name(), Store.NO)));
        if (read != null) {
            Documents.words(document, Fields.FILE_TEXT, read.text());
            Documents.shown(document, read.text(), SHOWN);
            if (read.aside()) {
                document.add(new StringField(Fields.ASIDE, "1", Store.NO));
            }
        } else if (FileText.isReadable(attachment)) {
            document.add(new StringField(Fields.TODO, "1", Store.NO));
        }
        return document;
    }

    private static void common(Document document, MessageVersion row, @Nullable Mail mail) {
        document.add(new StringField(Fields.MESSAGE, id(row.id()), Store.NO));
        Documents.number(document, Fields.STATUS, row.status());
        document.add(new LongField(Fields.AT, row.sentAt(), Store.NO));
        if (mail == null) {
            return;
        }
        Set<String> addresses = new LinkedHashSet<>();
        StringBuilder all = new StringBuilder();
        people(document, Fields.FROM, mail.from(), addresses, all);
        people(document, Fields.TO, mail.to(), addresses, all);
        List<Mailbox> copies = new ArrayList<>(mail.cc());
        copies.addAll(mail.bcc());
        people(document, Fields.CC, copies, addresses, all);
        addresses.forEach(address -> document.add(new StringField(Fields.ADDRESS, address, Store.NO)));
        Documents.words(document, Fields.PEOPLE, all.toString());
    }

    private static void people(Document document, String field, List<Mailbox> people, Set<String> addresses,
            StringBuilder all) {
        StringBuilder names = new StringBuilder();
        for (Mailbox person : people) {
            if (addresses.size() >= 500) {
                break;
            }
            names.append(person.name()).append('\n').append(person.address()).append('\n');
            Names.otherSpelling(person.name()).forEach(other -> names.append(other).append('\n'));
            String normal = EmailAddress.of(person.address()).normal();
            if (!normal.isEmpty() && normal.length() < 320) {
                addresses.add(normal);
                document.add(new StringField(field + ".address", normal, Store.NO));
            }
        }
        Documents.words(document, field, names.toString());
        all.append(names);
    }

    private static void text(Document document, Mail mail) {
        String text = mail.text();
        NewText parts = NewText.of(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text,
                mail.from().isEmpty() ? null : mail.from().getFirst());
        StringBuilder own = new StringBuilder(parts.newText());
        if (parts.signatureRange() != null) {
            own.append("\n\n").append(parts.signatureRange().of(parts.text()));
        }
        StringBuilder quoted = new StringBuilder();
        for (TextRange range : parts.history()) {
            quoted.append(range.of(parts.text())).append('\n');
        }
        Documents.words(document, Fields.TEXT, own.toString());
        Documents.words(document, Fields.QUOTED, quoted.toString());
        Documents.shown(document, own.isEmpty() ? quoted.toString() : own.toString(), SHOWN);
    }
}
