package app.kith.desk;

import app.kith.log.MailLog;
import app.kith.mail.Mail;
import app.kith.mail.MailReader;
import app.kith.store.Conversations;
import app.kith.store.Conversations.MessageRow;
import app.kith.store.ReadingView;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.util.function.LongConsumer;

/** The texts of mails, read from the mail log when they are wanted. */
public final class Mails {
    private final Conversations conversations;
    private final ReadingView readings;
    private final MailLog log;
    private final LongConsumer fetch;
    private final MailReader reader = new MailReader();

    Mails(Conversations conversations, ReadingView readings, MailLog log, LongConsumer fetch) {
        this.fetch = fetch;
        this.conversations = conversations;
        this.readings = readings;
        this.log = log;
    }

    /**
     * Reads a message, with the charset that the user chose for it or its sender where there is one.
     *
     * @param message its number
     * @return what it says
     * @throws KithException NOT_FOUND, LOG_DAMAGED
     */
    public Mail read(long message) {
        return reader.read(raw(message), readings.wanted(message));
    }

    /** Reads a message whose bytes are at hand already. */
    Mail read(MessageRow row, byte[] raw) {
        return reader.read(raw, readings.wanted(row.id()));
    }

    /**
     * Makes sure that the whole of a message is here: where only its header is kept, the rest is fetched from the server.
     *
     * @param message its number
     * @throws KithException NOT_FOUND; BODY_ON_SERVER if the server cannot be reached now; NOT_ON_SERVER
     */
    public void complete(long message) {
        if (row(message).headerOnly()) {
            fetch.accept(message);
        }
    }

    private MessageRow row(long message) {
        return conversations.message(message)
                .orElseThrow(() -> new KithException(Problem.NOT_FOUND, "message " + message));
    }

    /**
     * The bytes of a message as they came.
     *
     * @param message its number
     * @return its bytes; to be read only
     * @throws KithException NOT_FOUND, LOG_DAMAGED
     */
    public byte[] raw(long message) {
        return log.read(row(message).address());
    }
}
