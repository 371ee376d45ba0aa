package app.kith.conversation;

import app.kith.conversation.ThreadMemory.Left;
import java.util.Comparator;
import java.util.List;

/** Joins each clue that asks with all offers in its window, under one key. One pass over them in the order of time. */
final class ClueSweep {
    private ClueSweep() {}

    static void join(List<Left> entries, Groups groups) {
        for (Clue.Kind kind : Clue.Kind.values()) {
            // The windows of one kind move on with their times.
            List<Left> asking = entries.stream().filter(entry -> entry.clue().kind() == kind && kind.asks())
                    .sorted(byTime()).toList();
            if (!asking.isEmpty()) {
                join(asking, entries.stream().filter(entry -> entry.clue().kind().found()).sorted(byTime()).toList(),
                        groups);
            }
        }
    }

    private static Comparator<Left> byTime() {
        return Comparator.comparingInt(entry -> entry.clue().minute());
    }

    private static void join(List<Left> asking, List<Left> offers, Groups groups) {
        int first = 0;
        int next = 0;
        for (Left one : asking) {
            while (first < offers.size() && offers.get(first).clue().minute() < one.clue().earliest()) {
                first++;
            }
            next = Math.max(next, first);
            if (first < next) {
                // All from here to the next one were joined before, in the window of an earlier clue.
                groups.union(one.conversation(), offers.get(first).conversation());
            }
            while (next < offers.size() && offers.get(next).clue().minute() <= one.clue().latest()) {
                groups.union(one.conversation(), offers.get(next++).conversation());
            }
        }
    }
}
