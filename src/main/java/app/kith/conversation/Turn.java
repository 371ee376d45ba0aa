package app.kith.conversation;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is to write next in a conversation.
 *
 * @param side who
 * @param message number of the mail that decides it: the last one that wants an answer; 0 where none does
 * @param since when the first mail was sent that still wants an answer, milliseconds since 1970; 0 where none does
 * @param until until when that is worth asking about, milliseconds since 1970; 0 where it is not
 */
public record Turn(Side side, long message, long since, long until) {
    /** Nobody's turn. */
    public static final Turn NOBODYS = new Turn(Side.NONE, 0, 0, 0);

    /** How long a question or an offer is worth asking about. */
    public static final Duration ASKED = Duration.ofDays(90);
    /** How long a mail is worth asking about that asks nothing. */
    public static final Duration TOLD = Duration.ofDays(14);

    /** The sides of a conversation. Their names stand in the store. */
    public enum Side {
        /** Nobody waits for an answer. */
        NONE,
        /** The user owes an answer: a person wrote directly, and it was not answered since. */
        MINE,
        /** The user waits: what was asked or offered has no answer of a person. */
        THEIRS
    }

    /**
     * A mail as far as it matters here. People are known by numbers.
     *
     * @param message its number
     * @param at when it was sent, milliseconds since 1970
     * @param mine whether the user sent it
     * @param automatic whether a program wrote it
     * @param wording what its words call for
     * @param author number of its author; 0 where nobody knows
     * @param direct whether it is addressed to the user, and not only copied
     * @param others numbers of those to whom it went beside the user, copied or not
     */
    public record Said(long message, long at, boolean mine, boolean automatic, Wording wording, long author,
            boolean direct, Set<Long> others) {

        /** Keeps its own copy of the set. */
        public Said {
            others = Set.copyOf(others);
        }
    }

    /**
     * Tells whose turn it is. An answer to somebody else, such as a question that the user passes on to a colleague, answers nobody; what
     * a colleague of theirs answers in the user's stead does; thanks end a turn; what programs write does nothing.
     *
     * @param said the mails of a conversation, oldest first
     * @return whose turn it is
     */
    public static Turn of(List<Said> said) {
        Said open = null;
        Said last = null;
        Said waiting = null;
        for (Said one : said) {
            if (one.automatic) {
                continue;
            }
            if (one.mine) {
                if (open != null && (one.others.contains(open.author) || one.others.isEmpty())) {
                    open = null;
                }
                waiting = waiting(waiting, one);
                continue;
            }
            waiting = null;
            if (open != null && open.author != one.author && one.others.contains(open.author)) {
                open = null;
            }
            if (one.wording.thanks()) {
                open = open != null && open.author == one.author ? null : open;
            } else if (one.direct) {
                open = open == null ? one : open;
                last = one;
            }
        }
        if (open != null && last != null) {
            boolean asks = open.wording.wants() || last.wording.wants();
            return new Turn(Side.MINE, last.message, open.at, last.at + (asks ? ASKED : TOLD).toMillis());
        }
        if (waiting == null) {
            return NOBODYS;
        }
        Said mine = lastMine(said);
        return new Turn(Side.THEIRS, mine.message, waiting.at, mine.at + ASKED.toMillis());
    }

    private static @Nullable Said waiting(@Nullable Said before, Said mine) {
        if (mine.others.isEmpty()) {
            return before;
        }
        if (mine.wording.thanks()) {
            return null;
        }
        return before == null && mine.wording.wants() ? mine : before;
    }

    private static Said lastMine(List<Said> said) {
        return said.reversed().stream().filter(one -> one.mine && !one.automatic && !one.others.isEmpty()).findFirst()
                .orElseThrow();
    }
}
