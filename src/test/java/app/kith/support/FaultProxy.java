package app.kith.support;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A network that fails on request, between a client and an IMAP or SMTP server on loopback: it counts the protocol's steps, the lines and
 * literals of either side, and does one thing at one step. Once it has, it is an ordinary network again.
 */
public final class FaultProxy implements Closeable {
    private static final Pattern LITERAL = Pattern.compile("\\{(\\d+)\\+?}\r\n$");

    /** What goes wrong. */
    public enum Kind {
        /** The connection ends before a step of the server arrives. */
        CUT_BEFORE(true),
        /** The connection ends within a step of the server. */
        CUT_WITHIN(true),
        /** The connection ends before a step of the client reaches the server. */
        CUT_COMMAND(false),
        /** The server gets the step of the client and acts on it, and its answer never arrives. */
        CUT_ANSWER(false),
        /** The answer arrives byte by byte. */
        TRICKLE(true),
        /** Bytes of the server are changed on the way; not on a plain connection, where nobody could tell. */
        GARBLE(true);

        private final boolean ofServer;

        Kind(boolean ofServer) {
            this.ofServer = ofServer;
        }
    }

    /** What is spoken on the way. */
    public enum Protocol {
        /** Commands carry tags, and the answer to one ends with its tag. */
        IMAP,
        /** Each line of the server is an answer. */
        SMTP,
        /** Cannot be read: a step is whatever arrives at once. */
        OPAQUE
    }

    private final ServerSocket listening;
    private final int target;
    private final Protocol protocol;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private @Nullable Kind kind;
    private int step;
    private int[] steps = new int[2];
    private String at = "";

    /**
     * Opens a way to a server.
     *
     * @param target the server's port on loopback
     * @param protocol what is spoken there
     */
    public FaultProxy(int target, Protocol protocol) throws IOException {
        this.target = target;
        this.protocol = protocol;
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** {@return the port to connect to} */
    public int port() {
        return listening.getLocalPort();
    }

    /**
     * From now on, one thing goes wrong.
     *
     * @param what the fault
     * @param when the number of the step, from 0, at which it happens, counted from now
     */
    public synchronized void arm(Kind what, int when) {
        kind = what;
        step = when;
        steps = new int[2];
        at = "";
    }

    /** {@return where the fault happened, a few words of the protocol; empty if it did not come to it. Nothing goes wrong any more} */
    public synchronized String disarm() {
        kind = null;
        return at;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Link link = new Link(listening.accept(), new Socket(InetAddress.getLoopbackAddress(), target));
                open.add(link.client);
                open.add(link.server);
                Thread.ofVirtual().start(() -> pump(link, false));
                Thread.ofVirtual().start(() -> pump(link, true));
            } catch (IOException e) {
                // Closed, or the server does not answer: the client sees it.
            }
        }
    }

    private void pump(Link link, boolean ofServer) {
        Socket from = ofServer ? link.server : link.client;
        Socket to = ofServer ? link.client : link.server;
        try (from; to) {
            InputStream in = new BufferedInputStream(from.getInputStream(), 1 << 16);
            OutputStream out = to.getOutputStream();
            byte[] next = next(in);
            boolean literal = false;
            while (next.length > 0) {
                String text = new String(next, StandardCharsets.ISO_8859_1);
                if (!ofServer && !literal && text.indexOf(' ') > 0) {
                    link.tag = text.substring(0, text.indexOf(' ') + 1);
                }
                if (link.deaf && ofServer) {
                    if (protocol == Protocol.SMTP || !literal && isAnswer(text, link)) {
                        return; // The server has acted; nobody will hear of it.
                    }
                } else if (!pass(next, out, link, ofServer)) {
                    return;
                }
                Matcher announced = LITERAL.matcher(text);
                literal = protocol == Protocol.IMAP && !literal && announced.find();
                next = literal ? in.readNBytes(Integer.parseInt(announced.group(1))) : next(in);
            }
        } catch (IOException e) {
            // One side has gone, so goes the other.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static boolean isAnswer(String text, Link link) {
        return text.startsWith(link.tag) || text.startsWith("+");
    }

    /** Passes a step on; returns false where the connection ends with it. */
    private boolean pass(byte[] bytes, OutputStream out, Link link, boolean ofServer) throws IOException {
        Kind now = due(bytes, ofServer);
        if (now == null) {
            out.write(bytes);
            return true;
        }
        switch (now) {
            case CUT_BEFORE, CUT_COMMAND -> {
                return false;
            }
            case CUT_WITHIN -> {
                out.write(bytes, 0, bytes.length / 2);
                return false;
            }
            case CUT_ANSWER -> {
                link.deaf = true;
                out.write(bytes);
            }
            case TRICKLE -> {
                for (byte b : bytes) {
                    out.write(b);
                }
            }
            case GARBLE -> {
                byte[] garbled = bytes.clone();
                garbled[bytes.length / 2] ^= 0x55;
                out.write(garbled);
            }
        }
        return true;
    }

    private synchronized @Nullable Kind due(byte[] bytes, boolean ofServer) {
        int number = steps[ofServer ? 1 : 0]++;
        if (kind == null || kind.ofServer != ofServer || number != step) {
            return null;
        }
        Kind now = kind;
        kind = null;
        at = now + " " + step + ": "
                + new String(bytes, 0, Math.min(60, bytes.length), StandardCharsets.ISO_8859_1).strip();
        return now;
    }

    private byte[] next(InputStream in) throws IOException {
        if (protocol == Protocol.OPAQUE) {
            byte[] buffer = new byte[1 << 13];
            int length = in.read(buffer);
            return Arrays.copyOf(buffer, Math.max(0, length));
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int b = in.read();
        while (b >= 0) {
            line.write(b);
            if (b == '\n') {
                break;
            }
            b = in.read();
        }
        return line.toByteArray();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    /** One connection from end to end. */
    private static final class Link {
        private final Socket client;
        private final Socket server;
        private volatile String tag = "";
        private volatile boolean deaf;

        Link(Socket client, Socket server) throws IOException {
            this.client = client;
            this.server = server;
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
        }
    }
}
