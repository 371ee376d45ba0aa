package app.kith.desk;

import app.kith.desk.ExportedMail.Aside;
import app.kith.store.Conversations;
import app.kith.store.Conversations.MessageRow;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The mails of one export, one after another. What cannot be read is set aside with its reason, and the rest goes on. */
final class MailSource {
    private final Conversations conversations;
    private final Mails mails;
    private final List<Aside> aside = new ArrayList<>();
    private final Course course;
    private boolean fetching;
    private long taken;
    private final Set<Long> headersOnly = new HashSet<>();

    /**
     * @param fetching whether what is not here is fetched from its server; the first time that a server cannot be reached, it is
     *     given up for the whole export
     * @param course is told how many mails were taken
     */
    MailSource(Conversations conversations, Mails mails, boolean fetching, Course course) {
        this.conversations = conversations;
        this.mails = mails;
        this.fetching = fetching;
        this.course = course;
    }

    /** Who takes a mail. */
    interface Taker {
        void mail(MessageRow row, byte[] raw) throws IOException;
    }

    /** Hands a mail out, where it can be read. */
    void take(long message, Taker taker) throws IOException {
        course.at(taken++);
        MessageRow row;
        byte[] raw;
        try {
            row = whole(message);
            raw = mails.raw(message);
        } catch (KithException e) {
            aside.add(new Aside(message, e));
            return;
        }
        if (row.headerOnly()) {
            headersOnly.add(message);
        }
        taker.mail(row, raw);
    }

    private MessageRow whole(long message) {
        MessageRow row = row(message);
        if (!row.headerOnly() || !fetching) {
            return row;
        }
        try {
            mails.complete(message);
        } catch (KithException e) {
            fetching = e.problem() == Problem.NOT_ON_SERVER;
            return row;
        }
        return row(message);
    }

    private MessageRow row(long message) {
        Optional<MessageRow> row = conversations.message(message);
        return row.orElseThrow(() -> new KithException(Problem.NOT_FOUND, "message " + message));
    }

    /** {@return what was set aside so far} */
    List<Aside> aside() {
        return List.copyOf(aside);
    }

    /** {@return of how many of those handed out only the header is here} */
    int headersOnly() {
        return headersOnly.size();
    }
}
