package app.kith.search;

import app.kith.store.StoreChange;
import java.util.HashSet;
import java.util.Set;

/**
 * What changed in the store and is not in the index yet. Transactions are told after their commit by the threads that did them, so they
 * may be told in another order than they were done; this knows up to which one all were told.
 */
final class Pending {
    private static final int MANY = 100_000;

    private final Set<Long> conversations = new HashSet<>();
    private final Set<Long> contacts = new HashSet<>();
    private final Set<Long> ahead = new HashSet<>();
    private boolean everything;
    private boolean ended;
    private long told;
    /** What was told when something was last taken: a transaction that concerns nothing here moves the place in the logs too. */
    private long taken = -1;

    /**
     * What is to be looked at again.
     *
     * @param conversations numbers of conversations
     * @param contacts numbers of contacts
     * @param everything whether it is so much that all is to be compared
     * @param told number of the last transaction of which it is certain that it and all before it are in this or were taken before
     */
    record Batch(Set<Long> conversations, Set<Long> contacts, boolean everything, long told) {
        boolean isEmpty() {
            return conversations.isEmpty() && contacts.isEmpty() && !everything;
        }
    }

    /** Notes that everything up to a transaction is seen by whoever reads the store from now on. */
    synchronized void startAt(long change) {
        told = Math.max(told, change);
        advance();
    }

    synchronized void add(StoreChange change) {
        if (change.sequence() > told) {
            ahead.add(change.sequence());
            advance();
        }
        if (conversations.size() + contacts.size() > MANY) {
            everything = true;
            conversations.clear();
            contacts.clear();
        }
        if (!everything) {
            conversations.addAll(change.conversations());
            contacts.addAll(change.contacts());
        }
        notifyAll();
    }

    private void advance() {
        ahead.removeIf(number -> number <= told);
        while (ahead.remove(told + 1)) {
            told++;
        }
    }

    /** Notes that everything is to be compared. */
    synchronized void all() {
        everything = true;
    }

    synchronized Batch take() {
        Batch batch = new Batch(new HashSet<>(conversations), new HashSet<>(contacts), everything, told);
        conversations.clear();
        contacts.clear();
        everything = false;
        taken = told;
        return batch;
    }

    synchronized boolean isEmpty() {
        return conversations.isEmpty() && contacts.isEmpty() && !everything && taken == told;
    }

    /** Lets the next one take what there is, if only the place. */
    synchronized void poke() {
        taken = -1;
    }

    /** Waits until there is something, or for so long. */
    synchronized void await(long millis) {
        long end = System.nanoTime() + millis * 1_000_000;
        try {
            long left = millis;
            while (isEmpty() && !ended && left > 0) {
                wait(left);
                left = (end - System.nanoTime()) / 1_000_000;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets nobody wait any more. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }
}
