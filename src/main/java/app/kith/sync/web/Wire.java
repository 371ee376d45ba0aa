package app.kith.sync.web;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;

/** The network as far as pictures need it; tests have a twin. */
interface Wire {

    /**
     * Finds the addresses of a host.
     *
     * @param host its name
     * @return all of them
     * @throws IOException if there is none
     */
    List<InetAddress> resolve(String host) throws IOException;

    /**
     * Asks for a page, without following redirects.
     *
     * @param address an https address whose host was found to be public
     * @param until when the connection is cut, however much has come, in the time of {@link System#nanoTime()}
     * @return the answer, to be closed
     * @throws IOException if the server cannot be reached, or is not what its certificate says
     */
    Answer get(URI address, long until) throws IOException;

    /**
     * An answer.
     *
     * @param status the HTTP status
     * @param location where a redirect leads; empty where it names nothing
     * @param type the Content-Type
     * @param body the content
     */
    record Answer(int status, String location, String type, InputStream body) implements Closeable {
        @Override
        public void close() throws IOException {
            body.close();
        }
    }
}
