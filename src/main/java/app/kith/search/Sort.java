package app.kith.search;

/** Sorts of documents. Their numbers stand in the index. */
enum Sort {
    CONTACT(0),
    MAIL(1),
    FILE(2),
    ENTRY(3);

    final int number;

    Sort(int number) {
        this.number = number;
    }

    static Sort of(Kind kind) {
        return switch (kind) {
            case PERSON, COMPANY -> CONTACT;
            case MAIL -> MAIL;
            case FILE -> FILE;
            case NOTE, RECORD -> ENTRY;
        };
    }
}
