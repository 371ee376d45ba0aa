package app.kith.ui.list;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.collections.ObservableListBase;

/** Numbers as an observable list without an object for each. What is equal at both ends of an old and a new state does not change. */
final class IdList extends ObservableListBase<Long> {
    private long[] ids = {};

    @Override
    public Long get(int index) {
        return ids[index];
    }

    @Override
    public int size() {
        return ids.length;
    }

    /** {@return where a number stands; -1 if it does not} */
    int at(long id) {
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] == id) {
                return i;
            }
        }
        return -1;
    }

    void replace(long[] now) {
        long[] before = ids;
        int shorter = Math.min(before.length, now.length);
        int head = Arrays.mismatch(before, now);
        if (head < 0) {
            return;
        }
        int tail = 0;
        while (tail < shorter - head && before[before.length - 1 - tail] == now[now.length - 1 - tail]) {
            tail++;
        }
        List<Long> removed = new ArrayList<>(before.length - head - tail);
        for (int i = head; i < before.length - tail; i++) {
            removed.add(before[i]);
        }
        beginChange();
        ids = now;
        nextReplace(head, now.length - tail, removed);
        endChange();
    }

    /** Says that what a number stands for looks different now. */
    void update(int index) {
        beginChange();
        nextUpdate(index);
        endChange();
    }
}
