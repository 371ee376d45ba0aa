package app.kith.demo;

import app.kith.demo.Entry.Trap;
import app.kith.demo.Talk.Form;
import app.kith.demo.Talk.Kind;
import app.kith.demo.Talk.Turn;
import app.kith.demo.Talk.Voice;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Plans a whole mailbox: so many messages over three years, the newest ones by the list {@code [front]}. */
final class Planner {
    private static final Duration SPAN = Duration.ofDays(3 * 365);
    /** From this size on a mailbox has the written front, one of every trap, and something in every folder. */
    private static final int WHOLE = 200;
    /** So many of the newest are without traps. */
    private static final int FRONT = 45;

    private final Cast cast;
    private final Dice dice;
    private final Instant now;
    private final int messages;
    private final TalkPlanner talks;
    private final List<Talk> planned = new ArrayList<>();
    private final Set<Integer> unread = new HashSet<>();
    private int room;

    Planner(Cast cast, TopicBook book, long seed, int messages, Instant now) {
        this.cast = cast;
        this.dice = new Dice(seed, messages, 31);
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
        this.messages = messages;
        talks = new TalkPlanner(book, cast, dice);
    }

    /** {@return exactly the wanted number of entries, oldest first} */
    List<Entry> plan() {
        int extra = messages < WHOLE ? 0 : 2 * share(400);
        room = messages - extra;
        Sections machines = Sections.read("machines.txt");
        if (messages >= WHOLE) {
            planFront(machines);
            planFrontMachines();
        }
        planMachines(Kind.NEWSLETTER, messages * 7 / 100);
        planMachines(Kind.NOTICE, messages * 6 / 100);
        planMachines(Kind.JUNK, messages * 5 / 200);
        planTalks();
        List<Entry> entries = new ArrayList<>(messages);
        Filing filing = new Filing(now, dice, unread, messages >= WHOLE);
        for (Talk talk : planned) {
            for (int i = 0; i < talk.turns().size(); i++) {
                entries.add(filing.file(talk, i));
            }
        }
        Comparator<Entry> byTime = Comparator.comparing(Entry::received).thenComparingInt(entry -> entry.talk().id())
                .thenComparingInt(Entry::turn);
        entries.sort(byTime);
        if (extra > 0) {
            setTraps(entries);
            while (entries.size() < messages) {
                planned.add(machine(Kind.NOTICE, past(1.4)));
                entries.add(filing.file(planned.getLast(), 0));
            }
            entries.sort(byTime);
        }
        return entries;
    }

    private int share(int of) {
        return Math.max(1, messages / of);
    }

    private void planFront(Sections machines) {
        for (List<String> row : machines.rows("front")) {
            Correspondent customer = cast.people().get(Integer.parseInt(row.get(0)) % cast.people().size());
            Instant last = now.minusSeconds((long) (Double.parseDouble(row.get(4)) * 3600));
            Talk talk = talks.planEnding(planned.size(), customer, row.get(1), Integer.parseInt(row.get(3)), last);
            add(talk);
            if (row.get(5).equals("unread")) {
                unread.add(talk.id());
            }
        }
    }

    private void planFrontMachines() {
        int[] minutes = {140, 245, 560, 730, 1700, 2400, 3050};
        Kind[] kinds = {Kind.NOTICE, Kind.NEWSLETTER, Kind.JUNK, Kind.NOTICE, Kind.NEWSLETTER, Kind.NOTICE,
                Kind.NOTICE};
        for (int i = 0; i < minutes.length; i++) {
            add(machine(kinds[i], now.minus(Duration.ofMinutes(minutes[i]))));
        }
    }

    private void planMachines(Kind kind, int count) {
        for (int i = 0; i < count && room > 0; i++) {
            add(machine(kind, past(1.4)));
        }
    }

    private Talk machine(Kind kind, Instant at) {
        Tongue tongue = dice.chance(0.5) ? Tongue.EN : Tongue.ZH;
        Turn turn = new Turn(Form.MACHINE, Voice.MACHINE, at, null);
        return new Talk(planned.size(), dice.next(), kind, tongue, null, null, "", dice.below(1000), List.of(turn));
    }

    /** {@return a time before the front, more often late than early for a skew above 1} */
    private Instant past(double skew) {
        long front = messages >= WHOLE ? Duration.ofHours(84).toSeconds() : 3600;
        return now.minusSeconds(front + (long) (SPAN.toSeconds() * Math.pow(dice.unit(), skew)));
    }

    private void planTalks() {
        int away = messages < WHOLE ? 0 : share(150);
        int bounces = messages < WHOLE ? 0 : share(250);
        int drafts = messages < WHOLE ? 0 : share(130);
        Instant end = messages >= WHOLE ? now.minus(Duration.ofHours(84)) : now.minusSeconds(60);
        for (int i = 0; room > 0; i++) {
            Talk talk = talks.plan(planned.size(), past(1.8), end);
            int ours = firstOfSeller(talk);
            if (i % 3 == 1 && away > 0 && ours >= 0) {
                insert(talk, ours, Form.AWAY, Voice.CUSTOMER, 95);
                away--;
            } else if (i % 3 == 2 && bounces > 0 && ours >= 0) {
                insert(talk, ours, Form.BOUNCE, Voice.MACHINE, 12);
                bounces--;
            } else if (i % 3 == 0 && drafts > 0 && talk.turns().size() > 1) {
                drafts -= makeDraft(talk) ? 1 : 0;
            }
            if (!talk.turns().isEmpty()) {
                add(talk);
            }
        }
    }

    private static int firstOfSeller(Talk talk) {
        for (int i = 0; i < talk.turns().size(); i++) {
            if (talk.turn(i).voice() == Voice.SELLER) {
                return i;
            }
        }
        return -1;
    }

    private static void insert(Talk talk, int after, Form form, Voice voice, int seconds) {
        talk.turns().add(after + 1, new Turn(form, voice, talk.turn(after).at().plusSeconds(seconds), null));
    }

    /** The last letter of the seller is not sent yet. */
    private static boolean makeDraft(Talk talk) {
        Turn last = talk.turns().getLast();
        if (last.voice() != Voice.SELLER) {
            return false;
        }
        talk.turns().set(talk.turns().size() - 1, new Turn(Form.DRAFT, last.voice(), last.at(), last.step()));
        return true;
    }

    private void add(Talk talk) {
        int fitting = Math.min(room, talk.turns().size());
        room -= fitting;
        planned.add(fitting == talk.turns().size()
                ? talk
                : new Talk(talk.id(), talk.seed(), talk.kind(), talk.tongue(),
                        talk.customer(), talk.colleague(), talk.subject(), talk.strand(),
                        talk.turns().subList(0, fitting)));
    }

    private void setTraps(List<Entry> entries) {
        mark(entries, Trap.NO_MESSAGE_ID, share(300));
        mark(entries, Trap.NO_DATE, share(300));
        mark(entries, Trap.RAW_SUBJECT, share(200));
        int copies = share(400);
        for (Entry entry : mark(entries, Trap.COPY, copies)) {
            entries.add(entry.in(entry.folder().equals(Filing.INBOX) ? Filing.ARCHIVE : Filing.INBOX));
        }
        for (Entry entry : mark(entries, Trap.NONE, copies)) {
            entries.add(entry.in(Filing.INBOX).with(Trap.TWIN));
        }
    }

    /** Sets a trap on some received letters that nobody answered, so that no later letter leans on them; not on the newest. */
    private List<Entry> mark(List<Entry> entries, Trap trap, int count) {
        List<Entry> marked = new ArrayList<>();
        int size = entries.size() - FRONT;
        int at = dice.below(size);
        for (int tries = 0; marked.size() < count && tries < size; tries++) {
            at = (at + 1) % size;
            Entry entry = entries.get(at);
            boolean fits = entry.trap() == Trap.NONE && entry.talk().kind() == Kind.PEOPLE && !marked.contains(entry)
                    && entry.turn() == entry.talk().turns().size() - 1 && entry.talk().turn(entry.turn())
                            .form() == Form.LETTER
                    && entry.talk().turn(entry.turn()).voice() != Voice.SELLER
                    && (trap != Trap.RAW_SUBJECT || entry.talk().tongue() == Tongue.ZH);
            if (fits) {
                entries.set(at, entry.with(trap));
                marked.add(entries.get(at));
                at = (at + size / (count + 1)) % size;
            }
        }
        return marked;
    }
}
