package app.kith.sync.imap;

import app.kith.account.Account;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.IOException;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.ConnectionException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.jspecify.annotations.Nullable;

/** Commands of a connection, one after the other. */
final class Commands {
    private final Account account;
    private final AngusProtocol protocol;

    Commands(Account account, AngusProtocol protocol) {
        this.account = account;
        this.protocol = protocol;
    }

    /**
     * Writes a command and takes its answers one by one, its end not among them. A server that finds the session unsafe is told once
     * more what program this is.
     */
    void run(String command, @Nullable Argument arguments, Answers answers) {
        try {
            once(command, arguments, answers);
        } catch (KithException e) {
            if (!Refusal.isUnsafe(e)) {
                throw e;
            }
            introduce();
            try {
                once(command, arguments, answers);
            } catch (KithException again) {
                throw Refusal.isUnsafe(again)
                        ? new KithException(again, Problem.SIGN_IN_UNSAFE, account.email(), said(again))
                        : again;
            }
        }
    }

    private static String said(KithException refused) {
        return String.valueOf(refused.details().getLast());
    }

    private void introduce() {
        try {
            Introduction.say(protocol);
        } catch (ProtocolException e) {
            throw ImapFailure.of(e, account.imap());
        }
    }

    private void once(String command, @Nullable Argument arguments, Answers answers) {
        try {
            String tag = protocol.writeCommand(command, arguments);
            while (true) {
                Response response = protocol.readResponse();
                if (response.isBYE()) {
                    throw new ConnectionException(protocol, response);
                }
                if (response.isTagged() && response.getTag().equals(tag)) {
                    protocol.handleResult(response);
                    if (response instanceof IMAPResponse ended) {
                        answers.ended(ended);
                    }
                    return;
                }
                if (response instanceof IMAPResponse untagged) {
                    answers.take(untagged, ImapConnection.word(untagged));
                }
            }
        } catch (IOException | ProtocolException | IllegalArgumentException e) {
            throw ImapFailure.of(e, account.imap());
        }
    }

    /** Takes the answers to a command. */
    interface Answers {
        /** One untagged answer. */
        void take(IMAPResponse response, String word) throws ProtocolException;

        /** The end of a command that was done. */
        default void ended(IMAPResponse response) throws ProtocolException {}
    }
}
