package app.kith.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Pairs of record numbers, the smaller in the high half, sorted, each once. They lie in pieces, because a list of millions in one
 * piece needs the room twice while it is made.
 */
final class PairList {
    private static final int PIECE_BITS = 15;
    private static final int PIECE = 1 << PIECE_BITS;

    private final List<long[]> pieces = new ArrayList<>();
    private int size;

    /** {@return a list of these pairs} */
    static PairList of(long... sorted) {
        PairList list = new PairList();
        for (long pair : sorted) {
            list.add(pair);
        }
        return list;
    }

    /** Adds a pair behind all others. */
    void add(long pair) {
        int place = size & PIECE - 1;
        if (place == 0) {
            pieces.add(new long[Math.min(PIECE, Math.max(16, size))]);
        }
        int last = pieces.size() - 1;
        if (place == pieces.get(last).length) {
            pieces.set(last, Arrays.copyOf(pieces.get(last), Math.min(PIECE, place * 2)));
        }
        pieces.get(last)[place] = pair;
        size++;
    }

    int size() {
        return size;
    }

    long get(int index) {
        return pieces.get(index >>> PIECE_BITS)[index & PIECE - 1];
    }

    int first(int index) {
        return (int) (get(index) >>> 32);
    }

    int second(int index) {
        return (int) get(index);
    }

    boolean contains(long pair) {
        return indexOf(pair) >= 0;
    }

    /** {@return where a pair stands; -1 if it is not there} */
    int indexOf(long pair) {
        int from = 0;
        int to = size - 1;
        while (from <= to) {
            int middle = from + to >>> 1;
            long there = get(middle);
            if (there == pair) {
                return middle;
            }
            if (there < pair) {
                from = middle + 1;
            } else {
                to = middle - 1;
            }
        }
        return -1;
    }

    /** {@return these and more pairs, sorted, each once} */
    PairList with(long[] more) {
        Arrays.sort(more);
        PairList all = new PairList();
        int next = 0;
        for (int i = 0; i < size; i++) {
            long pair = get(i);
            while (next < more.length && more[next] <= pair) {
                if (more[next] < pair) {
                    all.add(more[next]);
                }
                next++;
            }
            all.add(pair);
        }
        while (next < more.length) {
            all.add(more[next++]);
        }
        return all;
    }
}
