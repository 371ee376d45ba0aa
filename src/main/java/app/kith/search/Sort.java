package app.kith.search;

/** Sorts of documents. Their places stand in the index. */
enum Sort {
    CONTACT,
    MAIL,
    FILE,
    ENTRY;

    static Sort of(Kind kind) {
        return switch (kind) {
            case PERSON, COMPANY -> CONTACT;
            case MAIL -> MAIL;
            case FILE -> FILE;
            case NOTE, RECORD -> ENTRY;
        };
    }
}
