package app.kith.sync.smtp;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Lines to and from a server. Answers are bounded, so that a hostile server cannot fill the memory. */
final class SmtpWire {
    private static final int LONGEST_LINE = 4096;
    private static final int MOST_LINES = 200;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    SmtpWire(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream(), 8192);
        this.out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
    }

    Socket socket() {
        return socket;
    }

    void patience(Duration silence) throws IOException {
        socket.setSoTimeout((int) Math.min(Integer.MAX_VALUE, silence.toMillis()));
    }

    Reply ask(String command) throws IOException {
        say(List.of(command));
        return answer();
    }

    /** Sends commands in one go; each has an answer to be taken. */
    void say(List<String> commands) throws IOException {
        for (String command : commands) {
            out.write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
        out.flush();
    }

    Reply answer() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < MOST_LINES; i++) {
            String line = line();
            if (line.length() < 3 || !line.substring(0, 3).matches("[2-5]\\d\\d")) {
                throw new ProtocolException("not an answer of SMTP");
            }
            text.append(i == 0 ? "" : "\n").append(line.length() > 4 ? line.substring(4) : "");
            if (line.length() == 3 || line.charAt(3) != '-') {
                return new Reply(Integer.parseInt(line.substring(0, 3)), text.toString());
            }
        }
        throw new ProtocolException("an answer without an end");
    }

    private String line() throws IOException {
        byte[] bytes = new byte[LONGEST_LINE];
        int length = 0;
        while (true) {
            int c = in.read();
            if (c < 0) {
                throw new EOFException("the server hung up");
            }
            if (c == '\n') {
                int end = length > 0 && bytes[length - 1] == '\r' ? length - 1 : length;
                return new String(bytes, 0, end, StandardCharsets.UTF_8);
            }
            if (length == LONGEST_LINE) {
                throw new ProtocolException("a line without an end");
            }
            bytes[length++] = (byte) c;
        }
    }

    /** Whether something has been said that nobody has asked for. */
    boolean hasMore() throws IOException {
        return in.available() > 0;
    }

    /**
     * Writes a message as DATA wants it, up to, but without, the lone dot: lines end in CRLF, a dot that begins a line is doubled
     * (RFC 5321, section 4.5.2).
     */
    void message(byte[] raw) throws IOException {
        int last = '\n';
        for (byte b : raw) {
            if (b == '\n' && last != '\r') {
                out.write('\r');
            } else if (last == '\r' && b != '\n') {
                out.write('\n');
                last = '\n';
            }
            if (b == '.' && last == '\n') {
                out.write('.');
            }
            out.write(b);
            last = b;
        }
        if (last != '\n') {
            out.write(last == '\r'
                    ? "\n".getBytes(StandardCharsets.US_ASCII)
                    : "\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        out.flush();
    }

    /** Writes the lone dot that ends a message. */
    void end() throws IOException {
        out.write(".\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
