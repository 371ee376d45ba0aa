package app.kith.demo;

/** The languages of the sample mailbox. */
enum Tongue {
    EN("en", 2),
    ZH("zh", 3),
    ZH_HANT("zh-hant", 4),
    DE("de", 5),
    FR("fr", 6),
    JA("ja", 7);

    private final String code;
    private final int column;

    Tongue(String code, int column) {
        this.code = code;
        this.column = column;
    }

    /** {@return its name in the resources} */
    String code() {
        return code;
    }

    /** {@return its column in goods.txt} */
    int column() {
        return column;
    }

    /** {@return whether it is written without blanks} */
    boolean wide() {
        return this == ZH || this == ZH_HANT || this == JA;
    }

    boolean chinese() {
        return this == ZH || this == ZH_HANT;
    }

    static Tongue of(String code) {
        for (Tongue tongue : values()) {
            if (tongue.code.equals(code)) {
                return tongue;
            }
        }
        throw new IllegalArgumentException("no such language: " + code);
    }
}
