package app.kith.sync;

import app.kith.change.Change;
import app.kith.change.Change.OperationChange;
import app.kith.change.MessageFlags;
import app.kith.change.NextNumbers;
import app.kith.change.Operation;
import app.kith.change.Operation.State;
import app.kith.store.Operations;
import app.kith.store.Operations.Lying;
import app.kith.store.Operations.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers what takes operations back, or does them again, as one change set. */
final class TakingBack {
    private final Operations view;
    private final List<Change> changes = new ArrayList<>();
    private final Set<Long> gone = new HashSet<>();
    private long next;

    TakingBack(Operations view, NextNumbers numbers) {
        this.view = view;
        this.next = numbers.operation();
    }

    List<Change> changes() {
        return List.copyOf(changes);
    }

    /** Takes an operation back that waits or has failed. Later ones on the same mail find it where it stays. */
    void cancel(Operation operation) {
        cancel(operation, view.of(List.of(operation.message())));
    }

    private void cancel(Operation operation, List<Operation> open) {
        changes.add(new OperationChange(operation.id(), operation, null));
        gone.add(operation.id());
        changes.addAll(stays(operation, open.stream().filter(other -> !gone.contains(other.id())).toList()));
    }

    /** What becomes of later operations on a message that is not moved after all. */
    static List<Change> stays(Operations view, Operation move) {
        return stays(move, view.of(List.of(move.message())));
    }

    private static List<Change> stays(Operation move, List<Operation> open) {
        List<Change> changes = new ArrayList<>();
        Operation.Destination to = move.to();
        if (to == null || move.state() != State.WAITING) {
            return changes;
        }
        for (Operation later : open) {
            if (later.id() <= move.id() || later.message() != move.message() || later.account() != move.account()
                    || later.state() != State.WAITING || !later.path().equals(to.path())) {
                continue;
            }
            boolean back = later.to() != null && later.to().path().equals(move.path());
            changes.add(new OperationChange(later.id(), later, back ? null : later.from(move.path())));
            if (later.to() != null) {
                return changes; // From there on it lies where it would have lain.
            }
        }
        return changes;
    }

    /** Takes operations back: cancels those that are not done, and does the reverse of those that are. */
    void undo(List<Operation> operations) {
        List<Long> messages = operations.stream().map(Operation::message).distinct().toList();
        Map<Long, Operation> known = view.find(operations.stream().map(Operation::id).toList());
        Map<Long, Standing> standing = view.standing(messages);
        List<Operation> open = known.isEmpty() ? List.of() : view.of(messages);
        Map<Long, List<Operation>> byMessage = new HashMap<>();
        open.forEach(one -> byMessage.computeIfAbsent(one.message(), _ -> new ArrayList<>()).add(one));
        for (Operation operation : operations.reversed()) {
            Operation now = known.get(operation.id());
            if (now != null) {
                cancel(now, byMessage.getOrDefault(now.message(), List.of()));
            } else {
                reverse(operation, standing.getOrDefault(operation.message(), Standing.NOWHERE).lying());
            }
        }
    }

    /** What is not any more as the operation left it was taken back before, or changed since. */
    private void reverse(Operation operation, List<Lying> places) {
        Operation.Destination to = operation.to();
        if (to != null) {
            boolean there = places.isEmpty() || at(places, operation.account(), to.path()).isPresent();
            enter(there ? operation.inverse(next) : null);
            return;
        }
        Operation inverse = operation.inverse(next);
        Optional<Lying> place = at(places, operation.account(), operation.path());
        MessageFlags add = place.map(one -> inverse.add().minus(one.flags())).orElse(inverse.add());
        MessageFlags remove = place.map(one -> inverse.remove().minus(inverse.remove().minus(one.flags())))
                .orElse(inverse.remove());
        enter(add.isEmpty() && remove.isEmpty()
                ? null
                : Operation.flags(next, operation.account(), operation.message(), operation.path(), add, remove));
    }

    private static Optional<Lying> at(List<Lying> places, long account, String path) {
        return places.stream()
                .filter(place -> place.folder().account() == account && place.folder().path().equals(path)).findFirst();
    }

    /** Enters operations anew that were cancelled, for the mail that lies where it lay. */
    void again(List<Operation> operations) {
        Map<Long, Standing> standing = view.standing(operations.stream().map(Operation::message).distinct().toList());
        for (Operation one : operations.stream().sorted(Comparator.comparingLong(Operation::id)).toList()) {
            List<Lying> places = standing.getOrDefault(one.message(), Standing.NOWHERE).lying();
            boolean there = at(places, one.account(), one.path()).isPresent();
            Operation.Destination to = one.to();
            enter(!there
                    ? null
                    : to == null
                            ? Operation.flags(next, one.account(), one.message(), one.path(), one.add(), one.remove())
                            : Operation.move(next, one.account(), one.message(), one.path(), to));
        }
    }

    private void enter(@Nullable Operation operation) {
        if (operation != null) {
            changes.add(new OperationChange(operation.id(), null, operation));
            next++;
        }
    }
}
