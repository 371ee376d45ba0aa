package app.kith.change;

import java.util.AbstractList;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/**
 * Changes that are made each time they are asked for, so that a very large change set is gone through without lying in memory. What is
 * made of a place must always be equal.
 */
public final class ChangesOnDemand extends AbstractList<Change> implements RandomAccess {
    private final int size;
    private final IntFunction<Change> making;

    /**
     * Makes the list.
     *
     * @param size how many changes
     * @param making makes the one at a place, from 0
     */
    public ChangesOnDemand(int size, IntFunction<Change> making) {
        this.size = size;
        this.making = making;
    }

    @Override
    public Change get(int index) {
        return making.apply(index);
    }

    @Override
    public int size() {
        return size;
    }
}
