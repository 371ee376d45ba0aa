package app.kith.sync.imap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocketFactory;

/** Makes sockets and remembers them, so that a connection can be cut at once from another thread, whatever it is waiting for. */
final class Sockets extends SSLSocketFactory {
    private final SSLSocketFactory tls;
    private final List<Socket> made = new CopyOnWriteArrayList<>();
    private volatile boolean cut;

    Sockets(SSLSocketFactory tls) {
        this.tls = tls;
    }

    /** The factory for sockets without TLS, remembered here too. */
    javax.net.SocketFactory plain() {
        return new Plain();
    }

    void cut() {
        cut = true;
        for (Socket socket : made) {
            try {
                socket.close();
            } catch (IOException e) {
                // It is closed as far as it can be.
            }
        }
    }

    private Socket remember(Socket socket) throws IOException {
        socket.setTcpNoDelay(true); // Commands are small and sent ahead of their answers.
        made.add(socket);
        if (cut) {
            socket.close();
        }
        return socket;
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return tls.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return tls.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket() throws IOException {
        return remember(tls.createSocket());
    }

    @Override
    public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
        return remember(tls.createSocket(socket, host, port, autoClose));
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return remember(tls.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return remember(tls.createSocket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return remember(tls.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return remember(tls.createSocket(host, port, local, localPort));
    }

    private final class Plain extends javax.net.SocketFactory {
        private final javax.net.SocketFactory plain = javax.net.SocketFactory.getDefault();

        @Override
        public Socket createSocket() throws IOException {
            return remember(plain.createSocket());
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return remember(plain.createSocket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return remember(plain.createSocket(host, port, local, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return remember(plain.createSocket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return remember(plain.createSocket(host, port, local, localPort));
        }
    }
}
