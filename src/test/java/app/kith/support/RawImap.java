package app.kith.support;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A plain little IMAP client over a socket, to be the judge of the product's: it shares no code with it. Each command is one round
 * trip; a refusal is an exception. Not thread-safe.
 */
final class RawImap implements Closeable {
    private static final int TIMEOUT_MILLIS = 30_000;
    private static final Pattern LITERAL = Pattern.compile("\\{(\\d+)}$");

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 18];
    private int from;
    private int to;
    private int tags;
    private long received;

    /**
     * A response: its text with {@code {n}} where a literal stood, and the literals.
     */
    record Response(String text, List<byte[]> literals) {}

    /**
     * Connects to the loopback interface and reads the greeting.
     *
     * @param port where
     * @param tls TLS from the first byte on; null for none
     */
    RawImap(int port, @Nullable SSLContext tls) throws IOException {
        Socket plain = new Socket();
        plain.setTcpNoDelay(true);
        plain.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
        plain.setSoTimeout(TIMEOUT_MILLIS);
        socket = tls == null ? plain : secured(tls, plain, port);
        in = socket.getInputStream();
        out = socket.getOutputStream();
        if (!read().text().startsWith("* OK")) {
            throw new IOException("no greeting");
        }
    }

    private static Socket secured(SSLContext tls, Socket plain, int port) throws IOException {
        SSLSocket secured = (SSLSocket) tls.getSocketFactory().createSocket(plain, "localhost", port, true);
        var parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    void login(String user, String password) throws IOException {
        command("LOGIN \"" + user + "\" \"" + password + "\"");
    }

    /** {@return the untagged responses to a command, and the tagged one as the last} */
    List<Response> command(String line) throws IOException {
        String tag = send(line);
        List<Response> all = new ArrayList<>();
        while (all.isEmpty() || !all.getLast().text().startsWith(tag + " ")) {
            all.add(read());
        }
        if (!all.getLast().text().startsWith(tag + " OK")) {
            throw new IOException(line + ": " + all.getLast().text());
        }
        return all;
    }

    /** {@return the responses to a command that ends in a literal} */
    List<Response> command(String line, byte[] literal) throws IOException {
        String tag = send(line + " {" + literal.length + "}");
        Response go = read();
        if (!go.text().startsWith("+")) {
            throw new IOException(line + ": " + go.text());
        }
        out.write(literal);
        out.write(new byte[]{'\r', '\n'});
        out.flush();
        List<Response> all = new ArrayList<>();
        while (all.isEmpty() || !all.getLast().text().startsWith(tag + " ")) {
            all.add(read());
        }
        if (!all.getLast().text().startsWith(tag + " OK")) {
            throw new IOException(line + ": " + all.getLast().text());
        }
        return all;
    }

    /** Sends a command and throws away everything up to the end of its answer, as fast as it comes. */
    void drain(String line) throws IOException {
        byte[] end = ("\r\n" + send(line) + " ").getBytes(StandardCharsets.US_ASCII);
        byte[] tail = new byte[0];
        while (true) {
            fill();
            byte[] last = Arrays.copyOfRange(buffer, Math.max(from, to - 300), to);
            byte[] both = Arrays.copyOf(tail, tail.length + last.length);
            System.arraycopy(last, 0, both, tail.length, last.length);
            from = to;
            tail = both.length > 300 ? Arrays.copyOfRange(both, both.length - 300, both.length) : both;
            String text = "\r\n" + new String(tail, StandardCharsets.ISO_8859_1);
            int at = text.lastIndexOf(new String(end, StandardCharsets.US_ASCII));
            if (at >= 0 && text.endsWith("\r\n") && text.indexOf("\r\n", at + 2) == text.length() - 2) {
                if (!text.startsWith("OK", at + end.length)) {
                    throw new IOException(line + ": " + text.substring(at + 2));
                }
                return;
            }
        }
    }

    /** {@return bytes that came from the server so far} */
    long received() {
        return received;
    }

    private String send(String line) throws IOException {
        String tag = "t" + tags++;
        out.write((tag + " " + line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        return tag;
    }

    private Response read() throws IOException {
        StringBuilder text = new StringBuilder();
        List<byte[]> literals = new ArrayList<>();
        while (true) {
            text.append(line());
            Matcher literal = LITERAL.matcher(text);
            if (!literal.find()) {
                return new Response(text.toString(), literals);
            }
            literals.add(bytes(Integer.parseInt(literal.group(1))));
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            if (from == to) {
                fill();
            }
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            line.append(new String(buffer, from, end - from, StandardCharsets.ISO_8859_1));
            from = Math.min(to, end + 1);
            if (end < to) {
                return line.substring(0, line.length() - (line.toString().endsWith("\r") ? 1 : 0));
            }
        }
    }

    private byte[] bytes(int count) throws IOException {
        byte[] all = new byte[count];
        int done = 0;
        while (done < count) {
            if (from == to) {
                fill();
            }
            int now = Math.min(count - done, to - from);
            System.arraycopy(buffer, from, all, done, now);
            from += now;
            done += now;
        }
        return all;
    }

    private void fill() throws IOException {
        from = 0;
        to = Math.max(0, in.read(buffer));
        received += to;
        if (to == 0) {
            throw new EOFException("the server has closed the connection");
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
