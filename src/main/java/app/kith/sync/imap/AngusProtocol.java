package app.kith.sync.imap;

import app.kith.account.Security;
import app.kith.account.Server;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.util.MailLogger;

/** Angus' protocol with our own reading of FETCH answers. */
final class AngusProtocol extends IMAPProtocol {
    AngusProtocol(Server server, Properties properties) throws IOException, ProtocolException {
        super("imap", server.host(), server.port(), properties, server.security() == Security.TLS,
                new MailLogger(ImapConnection.class, "", false, System.err));
    }

    @Override
    public Response readResponse() throws IOException, ProtocolException {
        IMAPResponse response = new IMAPResponse(this);
        return response.keyEquals("FETCH") ? new Fetched(response) : response;
    }

    void endIdle() {
        try {
            getOutputStream().write("DONE\r\n".getBytes(StandardCharsets.US_ASCII));
            getOutputStream().flush();
        } catch (IOException e) {
            // Whoever reads finds the connection lost.
        }
    }
}
