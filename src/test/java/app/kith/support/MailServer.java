package app.kith.support;

import java.nio.file.Path;

/** A throw-away IMAP server on the loopback interface, with one user and {@code /} between folder levels. */
public interface MailServer extends AutoCloseable {
    /** {@return the port of IMAP, plain} */
    int port();

    /** {@return the port of IMAP over TLS} */
    int tlsPort();

    /** {@return the user name, which is the address too} */
    String address();

    /** {@return the user's password} */
    String password();

    /** {@return the certificate of the authority to trust, a PEM file; the server is {@code localhost} or 127.0.0.1} */
    Path authority();

    /**
     * Forgets the UIDs of a folder: it gets another UIDVALIDITY, and its messages are numbered anew from 1 on.
     *
     * @param folder path of the folder
     * @return false where this server cannot do it to this folder, so that nothing was done
     */
    boolean newUidValidity(String folder);

    /** {@return a new connection of another client, to be closed} */
    default OtherClient otherClient() {
        return new OtherClient(port(), address(), password());
    }

    /** {@return everything that lies on the server now} */
    default ServerState state() {
        try (OtherClient client = otherClient()) {
            return client.state();
        }
    }

    /** Stops the server and deletes its files. A second call does nothing. */
    @Override
    void close();
}
