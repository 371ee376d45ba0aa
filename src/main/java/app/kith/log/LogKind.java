package app.kith.log;

/** The logs. */
enum LogKind {
    LEDGER((byte) 1, "ledger", 16 << 20),
    MAIL((byte) 2, "mail", 128 << 20),
    FILES((byte) 3, "files", 128 << 20);

    private final byte code;
    private final String directory;
    private final int segmentSize;

    LogKind(byte code, String directory, int segmentSize) {
        this.code = code;
        this.directory = directory;
        this.segmentSize = segmentSize;
    }

    byte code() {
        return code;
    }

    String directory() {
        return directory;
    }

    /** Bytes after which a new segment is begun. */
    int segmentSize() {
        return segmentSize;
    }
}
