package app.kith.change;

import app.kith.account.Account;
import app.kith.contact.Card;
import app.kith.contact.Entry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One change: what it was before and what it is after. Null before: it is new; null after: it is gone. */
public sealed interface Change {

    /**
     * An account was added, edited or removed.
     *
     * @param id number of the account
     * @param before what it was; null if new
     * @param after what it is; null if removed
     */
    record AccountChange(long id, @Nullable Account before, @Nullable Account after) implements Change {}

    /**
     * A card was handed in, changed, moved to another contact, or withdrawn.
     *
     * @param id number of the card
     * @param before what it was; null if new
     * @param after what it is; null if withdrawn
     */
    record CardChange(long id, @Nullable Card before, @Nullable Card after) implements Change {}

    /**
     * A message was put into the outbox or went a step further.
     *
     * @param id number of the outgoing message
     * @param before what it was; null if new
     * @param after what it is; never null, since what was once to be sent is not forgotten
     */
    record OutgoingChange(long id, @Nullable Outgoing before, Outgoing after) implements Change {}

    /**
     * The user wants something else for all mail of a sender.
     *
     * @param address the sender's address, in its normal form
     * @param before what was wanted
     * @param after what is wanted
     */
    record SenderChange(String address, SenderRule before, SenderRule after) implements Change {}

    /**
     * The user wants a message to be read with another charset than the rest of its sender's mail.
     *
     * @param message number of the message
     * @param before the charset; empty for what holds for its sender, {@link #RECOGNISED} for the one that is recognised
     * @param after likewise
     */
    record ReadingChange(long message, String before, String after) implements Change {
        /** Stands for the charset that is recognised, whatever is wanted for the sender. No charset has such a name. */
        public static final String RECOGNISED = "*";
    }

    /**
     * The user wrote, changed or removed a text of the user's own: a signature, a template.
     *
     * @param key which, for example {@code signature/3}
     * @param before what it was; empty if new
     * @param after what it is; empty if removed
     */
    record TextChange(String key, String before, String after) implements Change {}

    /**
     * The user did something to mail, a server was told, or it was taken back.
     *
     * @param id number of the operation
     * @param before what it was; null if new
     * @param after what it is; null if taken back or let go
     */
    record OperationChange(long id, @Nullable Operation before, @Nullable Operation after) implements Change {}

    /**
     * An activity or a business record was entered, changed, moved to another contact, or taken away.
     *
     * @param id number of the entry
     * @param before what it was; null if new
     * @param after what it is; null if gone
     */
    record EntryChange(long id, @Nullable Entry before, @Nullable Entry after) implements Change {}

    /**
     * A contact became part of another, or stands on its own again. Its cards and entries are moved by changes of their own.
     *
     * @param contact number of the contact
     * @param before number of the contact that it was part of; 0 for none
     * @param after number of the contact that it is part of; 0 for none
     */
    record MergeChange(long contact, long before, long after) implements Change {}

    /**
     * The user said of two contacts that they are not the same, or took that back.
     *
     * @param one number of a contact
     * @param other number of another, larger than the first
     * @param before whether it was said before
     * @param after whether it is said
     */
    record VerdictChange(long one, long other, boolean before, boolean after) implements Change {}

    /**
     * Stands where a change stood whose content was erased for good. Its numbers are not given again.
     *
     * @param what of what kind it was: {@code card}, {@code entry}, {@code text} or {@code sender}
     * @param id number of the card or entry; 0 where it had none
     * @param contact number of the contact concerned; 0 where it was none
     */
    record ErasedChange(String what, long id, long contact) implements Change {}

    /**
     * The user wants a person to be erased for good. From here on it is done, whatever comes between: at the latest when the data folder
     * is opened the next time. Numbers only: nothing here says who it was.
     *
     * @param contacts numbers of the contact and of those that became part of it
     * @param cards numbers of their cards
     * @param entries numbers of their activities and records
     * @param messages numbers of mails that go too; empty where mail stays
     * @param letters numbers of outgoing messages that go too
     */
    record ErasureBegun(List<Long> contacts, List<Long> cards, List<Long> entries, List<Long> messages,
            List<Long> letters) implements Change {
        /** Keeps its own copies. */
        public ErasureBegun {
            contacts = List.copyOf(contacts);
            cards = List.copyOf(cards);
            entries = List.copyOf(entries);
            messages = List.copyOf(messages);
            letters = List.copyOf(letters);
        }
    }

    /**
     * A person has been erased for good.
     *
     * @param begun number of the change set with which it began
     * @param cards how many cards went
     * @param entries how many activities and records
     * @param messages how many mails
     * @param changeSets in how many change sets something was erased
     * @param damaged how many files of the logs could not be gone through, because they are damaged
     */
    record ErasureDone(long begun, long cards, long entries, long messages, long changeSets,
            long damaged) implements Change {}
}
