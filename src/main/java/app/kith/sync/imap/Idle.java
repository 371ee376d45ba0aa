package app.kith.sync.imap;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.angus.mail.iap.ConnectionException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;

/** Waits until the server says that something changed in the open folder (IDLE, RFC 2177). */
final class Idle {
    private static final Set<String> NEWS = Set.of("EXISTS", "EXPUNGE", "FETCH", "VANISHED");

    private final ImapConnection connection;
    private final AngusProtocol protocol;

    Idle(ImapConnection connection) {
        this.connection = connection;
        this.protocol = connection.protocol();
    }

    /** Waits so long at most; says whether something changed. */
    boolean await(Duration atMost) {
        AtomicBoolean open = new AtomicBoolean();
        Runnable done = () -> {
            if (open.getAndSet(false)) {
                protocol.endIdle();
            }
        };
        boolean[] changed = {false};
        try (Deadline deadline = new Deadline(atMost, done)) {
            String tag = protocol.writeCommand("IDLE", null);
            while (true) {
                Response response = protocol.readResponse();
                if (response.isBYE()) {
                    throw new ConnectionException(protocol, response);
                }
                if (response.isContinuation()) {
                    open.set(true);
                    deadline.start();
                } else if (response.isTagged() && response.getTag().equals(tag)) {
                    protocol.handleResult(response);
                    return changed[0];
                } else if (response instanceof IMAPResponse untagged
                        && NEWS.contains(ImapConnection.word(untagged))) {
                    changed[0] = true;
                    connection.change(untagged, ImapConnection.word(untagged), _ -> {});
                    done.run();
                }
            }
        } catch (IOException | ProtocolException e) {
            throw ImapFailure.of(e, connection.server());
        }
    }
}
