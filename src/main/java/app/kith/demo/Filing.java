package app.kith.demo;

import app.kith.demo.Entry.Trap;
import app.kith.demo.Talk.Form;
import app.kith.demo.Talk.Kind;
import app.kith.demo.Talk.Turn;
import app.kith.demo.Talk.Voice;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Decides where a message lies and what flags it has. */
final class Filing {
    static final String INBOX = "INBOX";
    static final String SENT = "Sent";
    static final String ARCHIVE = "Archive";
    static final String EAST_CHINA = "客户/华东";
    static final String DRAFTS = "Drafts";
    static final String TRASH = "Trash";
    static final String JUNK = "Junk";
    static final List<String> FOLDERS = List.of(INBOX, SENT, ARCHIVE, EAST_CHINA, DRAFTS, TRASH, JUNK);

    private final Instant now;
    private final Dice dice;
    private final Set<Integer> unread;
    private int trashDue;

    Filing(Instant now, Dice dice, Set<Integer> unread, boolean whole) {
        this.now = now;
        this.dice = dice;
        this.unread = unread;
        this.trashDue = whole ? 1 : 0;
    }

    Entry file(Talk talk, int number) {
        Turn turn = talk.turn(number);
        Instant received = turn.voice() == Voice.SELLER ? turn.at() : turn.at().plusSeconds(dice.between(1, 40));
        if (received.isAfter(now)) {
            received = now;
        }
        return new Entry(talk, number, received, folder(talk, turn), flags(talk, number), Trap.NONE);
    }

    private String folder(Talk talk, Turn turn) {
        long days = days(turn);
        if (turn.form() == Form.DRAFT) {
            return DRAFTS;
        }
        if (turn.voice() == Voice.SELLER) {
            return SENT;
        }
        if (talk.kind() == Kind.JUNK) {
            return JUNK;
        }
        if (talk.kind() != Kind.PEOPLE) {
            boolean trash = days > 7 && (trashDue-- > 0 || dice.chance(0.2));
            return trash ? TRASH : days > 300 ? ARCHIVE : INBOX;
        }
        if (days > 10 && talk.with().company().inEastChina() && dice.chance(0.75)) {
            return EAST_CHINA;
        }
        return days > 300 && dice.chance(0.85) ? ARCHIVE : INBOX;
    }

    private Set<String> flags(Talk talk, int number) {
        Turn turn = talk.turn(number);
        Set<String> flags = new LinkedHashSet<>();
        if (turn.voice() == Voice.SELLER) {
            flags.add("\\Seen");
            if (turn.form() == Form.DRAFT) {
                flags.add("\\Draft");
            }
            return flags;
        }
        boolean last = number == talk.turns().size() - 1;
        double seen = switch (talk.kind()) {
            case PEOPLE -> days(turn) > 4 ? 0.97 : 1;
            case NEWSLETTER, NOTICE -> 0.7;
            case JUNK -> 0.3;
        };
        if (!(last && unread.contains(talk.id())) && (dice.chance(seen) || talk.answered(number))) {
            flags.add("\\Seen");
        }
        if (talk.answered(number)) {
            flags.add("\\Answered");
        }
        if (talk.kind() == Kind.PEOPLE && dice.chance(0.05)) {
            flags.add("\\Flagged");
        }
        if (talk.kind() == Kind.PEOPLE && turn.form() == Form.LETTER && flags.contains("\\Seen") && dice.chance(0.02)) {
            flags.add("$Forwarded");
        }
        return flags;
    }

    private long days(Turn turn) {
        return Duration.between(turn.at(), now).toDays();
    }
}
