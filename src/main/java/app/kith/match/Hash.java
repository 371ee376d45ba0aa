package app.kith.match;

/** 64-bit hashes of texts, well mixed: good enough to stand for the text in counts and keys. */
final class Hash {
    private static final long PRIME = 0x100000001b3L;

    private Hash() {}

    static long of(long salt, String text) {
        long hash = 0xcbf29ce484222325L ^ salt * 0x9E3779B97F4A7C15L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return mixed(hash);
    }

    static long both(long one, long other) {
        return mixed(one * 31 + other);
    }

    /** The last step of MurmurHash3. */
    private static long mixed(long value) {
        long hash = value;
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }
}
