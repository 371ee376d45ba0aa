package app.kith.change;

import app.kith.account.BookLink;
import app.kith.change.Change.AccountChange;
import app.kith.change.Change.CardChange;
import app.kith.change.Change.EntryChange;
import app.kith.change.Change.ErasedChange;
import app.kith.change.Change.ErasureBegun;
import app.kith.change.Change.ErasureDone;
import app.kith.change.Change.MergeChange;
import app.kith.change.Change.OperationChange;
import app.kith.change.Change.OutgoingChange;
import app.kith.change.Change.ReadingChange;
import app.kith.change.Change.SenderChange;
import app.kith.change.Change.TextChange;
import app.kith.change.Change.VerdictChange;
import app.kith.contact.Card;
import app.kith.contact.Entry;
import app.kith.contact.Value;
import app.kith.rule.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Takes a change set back. What was changed again since is kept: a card loses only the values that the change set brought and gets
 * back those that it took away; anything else that is not any more as the change set left it stays as it is, and is named.
 */
@SuppressWarnings("ArgumentSelectionDefectChecker") // What was before is to be after.
public final class Reversal {
    private final Present present;
    private final List<Change> changes = new ArrayList<>();
    private final List<Conflict> conflicts = new ArrayList<>();

    private Reversal(Present present) {
        this.present = present;
    }

    /** How things stand now. */
    public interface Present {
        /**
         * {@return the card as it is now; null if it is withdrawn}
         *
         * @param id its number
         */
        @Nullable
        Card card(long id);

        /**
         * {@return the entry as it is now; null if it is gone}
         *
         * @param id its number
         */
        @Nullable
        Entry entry(long id);

        /**
         * {@return the user's text as it is now; empty if there is none}
         *
         * @param key its key
         */
        String text(String key);

        /**
         * {@return what the user wants for a sender}
         *
         * @param address the sender's address
         */
        SenderRule sender(String address);

        /**
         * {@return the charset the user wants for a message}
         *
         * @param message its number
         */
        String reading(long message);

        /**
         * {@return number of the contact that a contact is part of; 0 for none}
         *
         * @param contact number of the contact
         */
        long mergedInto(long contact);

        /**
         * {@return whether the user says of two contacts that they are not the same}
         *
         * @param one number of a contact
         * @param other number of another, larger than the first
         */
        boolean notTheSame(long one, long other);
    }

    /**
     * Something that was changed since and stays as it is.
     *
     * @param contact number of the contact concerned; 0 where it is none
     * @param what the value or the name of what stays, as it is now; empty where it is gone
     */
    public record Conflict(long contact, String what) {}

    /**
     * What takes a change set back.
     *
     * @param changes the changes to enter; empty if nothing is left to be taken back
     * @param conflicts what stays, because it was changed since
     */
    public record Result(List<Change> changes, List<Conflict> conflicts) {

        /** Keeps its own copies. */
        public Result {
            changes = List.copyOf(changes);
            conflicts = List.copyOf(conflicts);
        }
    }

    /**
     * Tells whether changes of a kind can be taken back in this way. Mail that was sent, what servers were told, and accounts have
     * their own ways.
     *
     * @param change the change
     * @return whether {@link #of} can do it
     */
    public static boolean can(Change change) {
        return change instanceof CardChange || change instanceof EntryChange || change instanceof TextChange
                || change instanceof SenderChange || change instanceof ReadingChange || change instanceof MergeChange
                || change instanceof VerdictChange;
    }

    /**
     * Works out what takes a change set back.
     *
     * @param set the change set; its changes that {@link #can not} be taken back are passed over
     * @param present how things stand now
     * @return the changes that do it
     */
    public static Result of(ChangeSet set, Present present) {
        Reversal reversal = new Reversal(present);
        set.changes().reversed().forEach(reversal::back);
        return new Result(reversal.changes, reversal.conflicts);
    }

    private void back(Change change) {
        switch (change) {
            case CardChange card -> back(card);
            case EntryChange entry -> back(entry);
            case TextChange text when BookLink.isFact(text.key()) -> {
                String now = present.text(text.key());
                String then = BookLink.takenBack(text.key(), now, text.before());
                if (!then.equals(now)) {
                    changes.add(new TextChange(text.key(), now, then));
                }
            }
            case TextChange text -> {
                if (present.text(text.key()).equals(text.after())) {
                    changes.add(new TextChange(text.key(), text.after(),
                            Mark.takenBack(text.key(), text.before(), text.after())));
                } else if (!present.text(text.key()).equals(text.before())) {
                    conflicts.add(new Conflict(0, text.key()));
                }
            }
            case SenderChange sender -> {
                if (present.sender(sender.address()).equals(sender.after())) {
                    changes.add(new SenderChange(sender.address(), sender.after(), sender.before()));
                } else if (!present.sender(sender.address()).equals(sender.before())) {
                    conflicts.add(new Conflict(0, sender.address()));
                }
            }
            case ReadingChange reading -> {
                if (present.reading(reading.message()).equals(reading.after())) {
                    changes.add(new ReadingChange(reading.message(), reading.after(), reading.before()));
                } else if (!present.reading(reading.message()).equals(reading.before())) {
                    conflicts.add(new Conflict(0, "#" + reading.message()));
                }
            }
            case MergeChange merge -> {
                if (present.mergedInto(merge.contact()) == merge.after()) {
                    changes.add(new MergeChange(merge.contact(), merge.after(), merge.before()));
                }
            }
            case VerdictChange verdict -> {
                if (present.notTheSame(verdict.one(), verdict.other()) == verdict.after()) {
                    changes.add(new VerdictChange(verdict.one(), verdict.other(), verdict.after(), verdict.before()));
                }
            }
            case AccountChange _,OutgoingChange _,OperationChange _,ErasedChange _,ErasureBegun _,ErasureDone _ -> {
            }
        }
    }

    private void back(EntryChange change) {
        Entry now = present.entry(change.id());
        if (Objects.equals(now, change.after())) {
            changes.add(new EntryChange(change.id(), change.after(), change.before()));
        } else if (now != null && isMove(change)
                && isWith(now.contact(), Objects.requireNonNull(change.after()).contact())) {
            // It was moved with its contact and edited since: it goes back with what was edited.
            changes.add(new EntryChange(change.id(), now, now.of(Objects.requireNonNull(change.before()).contact())));
        } else if (!Objects.equals(now, change.before())) {
            conflicts.add(new Conflict(now == null ? 0 : now.contact(), now == null ? "" : now.title()));
        }
    }

    /** Whether something that went to a contact is still there, or went on with it into another. */
    private boolean isWith(long now, long contact) {
        long at = contact;
        for (int step = 0; step < 1000 && at != 0; step++) {
            if (at == now) {
                return true;
            }
            at = present.mergedInto(at);
        }
        return false;
    }

    private static boolean isMove(EntryChange change) {
        Entry before = change.before();
        Entry after = change.after();
        return before != null && after != null && before.of(after.contact()).equals(after);
    }

    private void back(CardChange change) {
        Card before = change.before();
        Card after = change.after();
        Card now = present.card(change.id());
        if (Objects.equals(now, before)) {
            return;
        }
        Card result = Objects.equals(now, after) ? before : merged(before, after, now);
        if (!Objects.equals(result, now)) {
            changes.add(new CardChange(change.id(), now, result));
        }
    }

    /** Three cards into one: what the change set did is taken off what is there now. */
    private @Nullable Card merged(@Nullable Card before, @Nullable Card after, @Nullable Card now) {
        if (now == null) {
            // Withdrawn since: a later act of its own, which stays.
            conflicts.add(new Conflict(after == null ? 0 : after.contact(), ""));
            return null;
        }
        List<Value> brought = minus(after, before);
        List<Value> taken = minus(before, after);
        List<Value> values = new ArrayList<>(now.values());
        for (Value value : brought) {
            if (!values.remove(value)) {
                values.stream().filter(other -> other.property() == value.property()
                        && (after == null || !after.values().contains(other))).findFirst()
                        .ifPresent(other -> conflicts.add(new Conflict(now.contact(), other.raw())));
            }
        }
        boolean edited = conflicts.stream().anyMatch(conflict -> conflict.contact() == now.contact());
        for (Value value : taken) {
            boolean replaced = edited && !value.property().isMany()
                    && values.stream().anyMatch(other -> other.property() == value.property());
            if (!replaced && values.stream().noneMatch(value::saysTheSame)) {
                values.add(value);
            }
        }
        long contact = now.contact();
        if (before != null && after != null && before.contact() != after.contact()
                && isWith(now.contact(), after.contact())) {
            contact = before.contact();
        }
        if (before == null && values.isEmpty()) {
            return null;
        }
        return new Card(now.id(), contact, now.source(), values);
    }

    private static List<Value> minus(@Nullable Card one, @Nullable Card other) {
        if (one == null) {
            return List.of();
        }
        return one.values().stream().filter(value -> other == null || !other.values().contains(value)).toList();
    }
}
