package app.kith.match;

/** The levels of one pair, and how rare the values are that agree. Made once for each thread and filled again and again. */
final class Grades {
    final byte[] levels;
    final float[] bits;

    Grades(int fields) {
        levels = new byte[fields];
        bits = new float[fields];
    }

    void set(int field, Level level) {
        set(field, level, 0);
    }

    void set(int field, Level level, double rareness) {
        levels[field] = (byte) level.code();
        bits[field] = (float) rareness;
    }
}
