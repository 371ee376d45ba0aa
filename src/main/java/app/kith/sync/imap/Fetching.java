package app.kith.sync.imap;

import app.kith.words.KithException;
import app.kith.words.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.angus.mail.iap.ConnectionException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;

/** Fetches messages, several commands under way at once. */
final class Fetching {
    private final ImapConnection connection;
    private final AngusProtocol protocol;

    Fetching(ImapConnection connection) {
        this.connection = connection;
        this.protocol = connection.protocol();
    }

    void run(List<long[]> sets, int atOnce, boolean headers, Changes changes) {
        String name = connection.nameItem();
        String items = " (UID FLAGS INTERNALDATE " + (name.isEmpty() ? "" : name + " ")
                + (headers ? "BODY.PEEK[HEADER])" : "BODY.PEEK[])");
        List<String> tags = new ArrayList<>();
        int next = 0;
        try {
            while (next < sets.size() || !tags.isEmpty()) {
                while (next < sets.size() && tags.size() < atOnce) {
                    tags.add(protocol.writeCommand("UID FETCH " + UidSet.of(sets.get(next++)) + items, null));
                }
                Response response = protocol.readResponse();
                if (response.isBYE()) {
                    throw new ConnectionException(protocol, response);
                }
                if (response.isTagged() && tags.remove(response.getTag())) {
                    protocol.handleResult(response);
                } else if (response instanceof IMAPResponse untagged) {
                    connection.change(untagged, ImapConnection.word(untagged), changes);
                }
            }
        } catch (IOException | ProtocolException e) {
            throw ImapFailure.of(e, connection.server());
        } catch (OutOfMemoryError e) {
            connection.cut();
            throw new KithException(e, Problem.SERVER_REFUSED, connection.server().host(),
                    "a message larger than the memory of this program");
        }
    }
}
