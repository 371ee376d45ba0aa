package app.kith.search;

/** Names of the index's fields. Those of contacts, mails, files and entries are apart, so that each finds only its own. */
final class Fields {
    /** Number of the way in which all this is kept; an index of another number is made anew. */
    static final String SCHEME = "2";

    /** What a document is, unique: c12 a contact, m34 a message, f34.0 a file, e5 an entry. */
    static final String ID = "id";
    /** A message and its files together. */
    static final String MESSAGE = "m";
    /** Name of the {@link Kind}. */
    static final String KIND = "kind";
    /** {@link Sort} of the document, as a number. */
    static final String SORT = "sort";
    /** Number of what it is, as a number. */
    static final String KEY = "key";
    /** A number that changes with what is kept. */
    static final String VERSION = "version";
    /** Status of a message; for a contact how much and how lately it was dealt with. Changed in place. */
    static final String STATUS = "status";
    /** When it was sent or happened. */
    static final String AT = "at";
    /** A file's place among the attachments. */
    static final String PART = "part";
    /** Contact of an entry. */
    static final String CONTACT = "contact";
    /** Text kept to show words around what was found. */
    static final String SHOWN = "shown";
    /** Contact of an entry, to find all of one contact. */
    static final String OF = "of";
    /** The file's text could not be read. */
    static final String ASIDE = "aside";
    /** The file's text has still to be read. */
    static final String TODO = "todo";

    static final String NAME = "c.name";
    static final String NAME_KEY = "c.key";
    static final String EMAIL = "c.email";
    static final String EMAIL_WORDS = "c.mail";
    static final String PHONE = "c.phone";
    static final String PHONE_TAIL = "c.tail";
    static final String FIRM = "c.firm";
    static final String FIRM_KEY = "c.firmkey";
    static final String OTHER = "c.other";
    static final String TAG = "c.tag";
    static final String STAGE = "c.stage";
    /** Name and value of a field of the user's own, folded, with {@link ContactDocument#APART} between. */
    static final String OWN = "c.own";
    /** Folded and as it is written, with {@link ContactDocument#APART} between. */
    static final String TAG_SHOWN = "c.tags";
    static final String STAGE_SHOWN = "c.stages";

    static final String SUBJECT = "m.subject";
    static final String PEOPLE = "m.people";
    static final String FROM = "m.from";
    static final String TO = "m.to";
    static final String CC = "m.cc";
    static final String ADDRESS = "m.address";
    static final String TEXT = "m.text";
    static final String QUOTED = "m.quoted";
    static final String FILES = "m.files";
    static final String HAS = "m.has";

    static final String FILE_NAME = "f.name";
    static final String FILE_TEXT = "f.text";
    /** The name of a file as it came. */
    static final String FILE_SHOWN = "f.shown";

    static final String TITLE = "e.title";
    static final String NOTE = "e.text";

    private Fields() {}
}
