package app.kith.desk;

import app.kith.log.MailLog;
import app.kith.mail.Mail;
import app.kith.mail.MailReader;
import app.kith.store.Conversations;
import app.kith.store.Conversations.MessageRow;
import app.kith.words.KithException;
import app.kith.words.Problem;

/** The texts of mails, read from the mail log when they are wanted. */
public final class Mails {
    private final Conversations conversations;
    private final MailLog log;
    private final MailReader reader = new MailReader();

    Mails(Conversations conversations, MailLog log) {
        this.conversations = conversations;
        this.log = log;
    }

    /**
     * Reads a message.
     *
     * @param message its number
     * @return what it says
     * @throws KithException NOT_FOUND, LOG_DAMAGED
     */
    public Mail read(long message) {
        return reader.read(raw(message));
    }

    /**
     * The bytes of a message as they came.
     *
     * @param message its number
     * @return its bytes; to be read only
     * @throws KithException NOT_FOUND, LOG_DAMAGED
     */
    public byte[] raw(long message) {
        MessageRow row = conversations.message(message)
                .orElseThrow(() -> new KithException(Problem.NOT_FOUND, "message " + message));
        return log.read(row.address());
    }
}
