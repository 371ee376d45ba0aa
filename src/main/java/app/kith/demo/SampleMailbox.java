package app.kith.demo;

import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.RandomAccess;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The mailbox of Lin Yue 林悦, who sells components to customers in China and in the West; all invented.
 *
 * <p>Equal seed, number and time give equal bytes on every machine. Only the plan of the mailbox is held in memory (about 150 bytes a
 * message); a message is written when it is asked for, at any place and as often as wanted. Immutable and thread-safe.
 */
public final class SampleMailbox {
    /** The user's address. */
    public static final String USER_ADDRESS = "sales@example.test";
    /** The user's display name. */
    public static final String USER_NAME = "Lin Yue 林悦";

    private final Cast cast;
    private final List<Entry> entries;
    private final LetterMail letters;
    private final AutomaticMail automatic;
    private final MachineMail machines;
    private final int[] conversations;

    private SampleMailbox(long seed, int messages, Instant now) {
        cast = new Cast(seed, Math.max(6, messages / 12));
        entries = new Planner(cast, new TopicBook(), seed, messages, now).plan();
        Composer composer = new Composer();
        letters = new LetterMail(composer);
        automatic = new AutomaticMail(composer);
        machines = new MachineMail(cast.people().getFirst());
        conversations = numbered(entries);
    }

    /**
     * Plans a mailbox.
     *
     * @param seed any number; another seed gives other people and letters. The newest thirty follow a written list from 200
     *     messages on
     * @param messages how many messages, 0 to about a million; from 200 on every folder and every oddity is there
     * @param now the time at which the mailbox is looked at; the newest message is less than an hour older, the oldest three years
     * @return the mailbox
     * @throws IllegalArgumentException if the number is negative
     */
    public static SampleMailbox of(long seed, int messages, Instant now) {
        if (messages < 0) {
            throw new IllegalArgumentException("a mailbox cannot have " + messages + " messages");
        }
        return new SampleMailbox(seed, messages, now);
    }

    /** {@return the paths of all folders, {@code /} between levels, INBOX first, whether anything lies in them or not} */
    public static List<String> folders() {
        return Filing.FOLDERS;
    }

    /** {@return the number of messages} */
    public int size() {
        return entries.size();
    }

    /**
     * {@return all messages, oldest first}
     *
     * <p>The list cannot be changed and holds nothing: each {@code get} writes the message anew (about 0.1 ms).
     */
    public List<SampleMessage> messages() {
        return new Messages();
    }

    /** {@return all messages, oldest first, written one by one as the stream goes on} */
    public Stream<SampleMessage> stream() {
        return IntStream.range(0, size()).mapToObj(this::message);
    }

    /** {@return what is true about the mailbox, to compare with what a program finds} */
    public Truth truth() {
        return new Truth(this);
    }

    private SampleMessage message(int index) {
        Entry entry = entries.get(index);
        byte[] raw = switch (entry.talk().turn(entry.turn()).form()) {
            case LETTER, DRAFT -> letters.message(entry);
            case AWAY -> automatic.away(entry);
            case BOUNCE -> automatic.bounce(entry);
            case MACHINE -> machines.message(entry);
        };
        return new SampleMessage(entry.folder(), entry.flags(), entry.received(), raw);
    }

    /** Conversations get numbers without gaps, by their oldest message. */
    private static int[] numbered(List<Entry> entries) {
        Map<Integer, Integer> numbers = new LinkedHashMap<>();
        int[] found = new int[entries.size()];
        for (int i = 0; i < found.length; i++) {
            int next = numbers.size();
            found[i] = numbers.computeIfAbsent(entries.get(i).talk().id(), id -> next);
        }
        return found;
    }

    private final class Messages extends AbstractList<SampleMessage> implements RandomAccess {
        @Override
        public SampleMessage get(int index) {
            return message(index);
        }

        @Override
        public int size() {
            return entries.size();
        }
    }

    /** What is true about a mailbox. Messages go by their places in {@link SampleMailbox#messages()}. Immutable. */
    public static final class Truth {
        private final SampleMailbox mailbox;

        private Truth(SampleMailbox mailbox) {
            this.mailbox = mailbox;
        }

        /** {@return the people that write or are written to, the most active first; a few may have no message} */
        public List<SamplePerson> people() {
            return mailbox.cast.people().stream().map(Correspondent::person).toList();
        }

        /** {@return the number of the conversation that a message belongs to, from 0 on} */
        public int conversation(int message) {
            return mailbox.conversations[message];
        }

        /** {@return the messages of each conversation, by its number} */
        public List<List<Integer>> conversations() {
            List<List<Integer>> all = new ArrayList<>();
            for (int i = 0; i < mailbox.conversations.length; i++) {
                if (mailbox.conversations[i] == all.size()) {
                    all.add(new ArrayList<>());
                }
                all.get(mailbox.conversations[i]).add(i);
            }
            return all;
        }

        /** {@return the person with whom the user talks in a message, by the place in {@link #people()}; empty for machines} */
        public OptionalInt person(int message) {
            Correspondent customer = mailbox.entries.get(message).talk().customer();
            return customer == null ? OptionalInt.empty() : OptionalInt.of(customer.number());
        }

        /** {@return whether no person wrote a message: newsletters, notices, automatic answers, failures, junk} */
        public boolean automatic(int message) {
            Entry entry = mailbox.entries.get(message);
            Talk.Form form = entry.talk().turn(entry.turn()).form();
            return form != Talk.Form.LETTER && form != Talk.Form.DRAFT;
        }

        /** {@return the names of the oddities that a message has, for example {@code NO_DATE}} */
        public Set<String> oddities(int message) {
            Set<String> found = new LinkedHashSet<>();
            if (mailbox.entries.get(message).trap() != Entry.Trap.NONE) {
                found.add(mailbox.entries.get(message).trap().name());
            }
            return found;
        }
    }
}
