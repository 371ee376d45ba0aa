package app.kith.search;

import app.kith.contact.EmailAddress;
import app.kith.contact.LatinText;
import app.kith.contact.PhoneForm;
import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.store.SearchView.ContactText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;

/** Makes a contact findable: by its names in characters, Pinyin and initials, by addresses, numbers, company and all else. */
final class ContactDocument {
    private static final Set<Property> NOT_FOUND = Set.of(Property.KIND, Property.PHOTO, Property.ID_NUMBER,
            Property.BANK_ACCOUNT, Property.GENDER, Property.LANGUAGE, Property.CHANNEL);
    private static final Set<Property> NAMES = Set.of(Property.NAME, Property.FAMILY_NAME, Property.GIVEN_NAME,
            Property.MIDDLE_NAME, Property.NICKNAME, Property.PHONETIC);
    /** Stands between the folded and the written form of a tag. */
    static final char APART = '\u0001';

    private static final int MOST_SHOWN = 2000;
    private static final int MILLIS_A_DAY = 86_400_000;
    private static final int MOST_MAILS = (1 << 20) - 1;

    private final ContactText contact;
    private final Document document = new Document();
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> firms = new LinkedHashSet<>();
    private final Set<String> emails = new LinkedHashSet<>();
    private final Set<String> others = new LinkedHashSet<>();
    private final Set<String> keys = new LinkedHashSet<>();
    private final List<String> shown = new ArrayList<>();

    private ContactDocument(ContactText contact) {
        this.contact = contact;
    }

    static String id(long contact) {
        return "c" + contact;
    }

    /** How much and how lately the contact was dealt with, in one number: days since 1970, then mails. */
    static long weight(ContactText contact) {
        return contact.lastAt() / MILLIS_A_DAY << 20 | Math.min(contact.mails(), MOST_MAILS);
    }

    static int mails(long weight) {
        return (int) (weight & MOST_MAILS);
    }

    static long day(long weight) {
        return weight >> 20;
    }

    static Document of(ContactText contact) {
        return new ContactDocument(contact).make();
    }

    private Document make() {
        Documents.head(document, contact.company() ? Kind.COMPANY : Kind.PERSON, id(contact.id()), contact.id());
        Documents.number(document, Fields.VERSION, contact.version());
        Documents.number(document, Fields.STATUS, weight(contact));
        names.add(contact.name());
        contact.addresses().forEach((address, name) -> {
            emails.add(address);
            names.add(name);
        });
        String family = "";
        String given = "";
        for (Value value : contact.values()) {
            family = value.property() == Property.FAMILY_NAME ? value.raw() : family;
            given = value.property() == Property.GIVEN_NAME ? value.raw() : given;
            say(value);
        }
        names.add(app.kith.contact.Han.in(family + given) ? family + given : (given + " " + family).strip());
        List.copyOf(names).forEach(name -> names.addAll(Names.otherSpelling(name)));
        names.remove("");
        write();
        return document;
    }

    private void say(Value value) {
        Property property = value.property();
        String raw = value.raw();
        if (NOT_FOUND.contains(property)) {
            return;
        }
        if (NAMES.contains(property)) {
            names.add(raw);
        } else {
            switch (property) {
                case EMAIL -> emails.add(EmailAddress.of(raw).normal());
                case PHONE -> phone(value);
                case COMPANY -> firms.add(raw);
                case TAG -> {
                    key(Fields.TAG, LatinText.folded(raw));
                    key(Fields.TAG_SHOWN, LatinText.folded(raw) + APART + raw);
                }
                case STAGE -> {
                    key(Fields.STAGE, LatinText.folded(raw));
                    key(Fields.STAGE_SHOWN, LatinText.folded(raw) + APART + raw);
                }
                case OWN -> {
                    key(Fields.OWN, LatinText.folded(value.label()) + APART + LatinText.folded(raw));
                    others.add(raw);
                }
                default -> others.add(raw);
            }
        }
        shown.add(raw.length() > 300 ? raw.substring(0, 300) : raw);
    }

    /** A number by its digits, with and without country and trunk, and from its end. */
    private void phone(Value value) {
        Set<String> forms = new LinkedHashSet<>();
        String significant = PhoneForm.of(value.raw()).digits();
        forms.add(significant);
        forms.add(Words.digits(value.raw()));
        forms.add(Words.digits(value.normal().replaceAll(";.*", "")));
        forms.remove("");
        forms.forEach(form -> key(Fields.PHONE, form));
        if (!significant.isEmpty()) {
            key(Fields.PHONE_TAIL, new StringBuilder(significant).reverse().toString());
        }
    }

    private void write() {
        Documents.words(document, Fields.NAME, String.join("\n", names));
        names.forEach(name -> keys.addAll(contact.company() ? Names.company(name) : Names.person(name)));
        if (contact.company()) {
            firms.addAll(names);
        }
        keys.forEach(key -> key(Fields.NAME_KEY, key));
        firms.add(contact.firm());
        firms.remove("");
        Documents.words(document, Fields.FIRM, String.join("\n", firms));
        Set<String> firmKeys = new LinkedHashSet<>();
        firms.forEach(firm -> firmKeys.addAll(Names.company(firm)));
        firmKeys.forEach(key -> key(Fields.FIRM_KEY, key));
        emails.forEach(email -> document.add(new StringField(Fields.EMAIL, email, Store.YES)));
        Documents.words(document, Fields.EMAIL_WORDS, String.join("\n", emails));
        others.add(contact.title());
        Documents.words(document, Fields.OTHER, String.join("\n", others));
        emails.forEach(email -> {
            if (!shown.contains(email)) {
                shown.add(email);
            }
        });
        names.stream().filter(name -> !shown.contains(name)).forEach(shown::add);
        Documents.shown(document, String.join("\n", shown), MOST_SHOWN);
    }

    private void key(String field, String key) {
        if (!key.isEmpty() && key.length() < 200) {
            document.add(new StringField(field, key, Store.NO));
        }
    }
}
