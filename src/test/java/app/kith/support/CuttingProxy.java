package app.kith.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands before a server of a protocol of lines, counts the lines that clients send, and cuts the connection at one of them: before
 * the server has it, or after it has had it and has answered, so that the server did it and the client does not know.
 */
public final class CuttingProxy implements AutoCloseable {
    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger lines = new AtomicInteger();
    private final int target;
    private volatile int cutAt = -1;
    private volatile boolean afterwards;
    private volatile Runnable before = () -> {};

    public CuttingProxy(int target) throws IOException {
        this.target = target;
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** Cuts at the n-th line from now on, counted from 0, and does something just before that; a negative number for never. */
    public void cutAt(int line, boolean afterTheServer, Runnable act) {
        lines.set(0);
        afterwards = afterTheServer;
        before = act;
        cutAt = line;
    }

    /** Lets everything pass. */
    public void behave() {
        cutAt(-1, false, () -> {});
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                Thread.ofVirtual().start(() -> forward(client, server));
                Thread.ofVirtual().start(() -> back(server, client));
            } catch (IOException e) {
                return; // Closed.
            }
        }
    }

    private void forward(Socket client, Socket server) {
        try (client; server) {
            InputStream in = client.getInputStream();
            OutputStream out = server.getOutputStream();
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int b = in.read(); b >= 0; b = in.read()) {
                line.write(b);
                if (b == '\n' && lines.getAndIncrement() == cutAt) {
                    cut(client, server, line.toByteArray());
                    return;
                }
                if (b == '\n' || in.available() == 0) {
                    line.writeTo(out);
                    out.flush();
                    line.reset();
                }
            }
        } catch (IOException e) {
            // One of both has hung up.
        }
    }

    private void cut(Socket client, Socket server, byte[] line) throws IOException {
        before.run();
        client.close();
        if (afterwards) {
            server.getOutputStream().write(line);
            server.getOutputStream().flush();
            server.shutdownOutput();
            server.setSoTimeout(10_000);
            server.getInputStream().transferTo(OutputStream.nullOutputStream());
        }
    }

    private static void back(Socket server, Socket client) {
        try {
            server.getInputStream().transferTo(client.getOutputStream());
            client.close();
        } catch (IOException e) {
            // One of both has hung up.
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
