package app.kith.match;

/** Records under one key: a list of entries, each a key of 40 bits before the number of a record, sorted. */
final class Blocks {
    static final int RECORD_BITS = 24;
    static final long KEY_MASK = (1L << 40) - 1;
    /** Never is a block paired up that has more records than this. */
    static final int LARGEST = 100;

    private Blocks() {}

    static long entry(long key, int record) {
        return (key & KEY_MASK) << RECORD_BITS | record;
    }

    static int record(long entry) {
        return (int) entry & (1 << RECORD_BITS) - 1;
    }

    /** {@return an entry with the record in front, so that sorting brings together what a record has} */
    static long byRecord(long entry) {
        return (long) record(entry) << 40 | entry >>> RECORD_BITS;
    }

    static boolean isWhole(long entry) {
        return Keys.isWhole(entry >>> RECORD_BITS);
    }

    static int end(LongList entries, int start) {
        long key = entries.get(start) >>> RECORD_BITS;
        int end = start + 1;
        while (end < entries.size() && entries.get(end) >>> RECORD_BITS == key) {
            end++;
        }
        return end;
    }

    static int endOfRecord(LongList byRecord, int start) {
        long record = byRecord.get(start) >>> 40;
        int end = start + 1;
        while (end < byRecord.size() && byRecord.get(end) >>> 40 == record) {
            end++;
        }
        return end;
    }

    /** {@return how many blocks there are of each number of records} */
    static long[] sizes(LongList entries) {
        long[] sizes = new long[LARGEST + 1];
        addSizes(entries, sizes, sizes);
        return sizes;
    }

    /** Counts the blocks of each number of records, those of whole values by themselves. */
    static void addSizes(LongList entries, long[] sizes, long[] ofWhole) {
        int start = 0;
        while (start < entries.size()) {
            int end = end(entries, start);
            if (end - start <= LARGEST) {
                (isWhole(entries.get(start)) ? ofWhole : sizes)[end - start]++;
            }
            start = end;
        }
    }

    /** {@return the largest size of block for which pairing up all that are no larger stays within a number of pairs} */
    static int largest(long[] sizes, long budget) {
        long spent = 0;
        int size = 1;
        while (size < LARGEST) {
            long cost = sizes[size + 1] * (size + 1) * size / 2;
            if (spent + cost > budget) {
                break;
            }
            spent += cost;
            size++;
        }
        return size;
    }

    /**
     * {@return the largest size of block for which pairing each record of it with some neighbours stays within a number of pairs,
     * if all that are no larger are paired so as well}
     */
    static int largestNear(LongList entries, int neighbours, long budget) {
        long[] sizes = sizes(entries);
        long spent = 0;
        long inSmall = 0;
        for (int size = 2; size <= LARGEST; size++) {
            spent += sizes[size] * size * Math.min(neighbours, size - 1);
            if (spent > budget) {
                return size - 1;
            }
            inSmall += sizes[size] * size;
        }
        boolean all = spent + (entries.size() - sizes[1] - inSmall) * neighbours <= budget;
        return all ? Integer.MAX_VALUE : LARGEST;
    }
}
