package app.kith.sync.smtp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * From whom to whom a message goes, as a server is told it. Where it can, it is asked to report failures and delays with the header
 * only and under a name of ours (DSN, RFC 3461), and takes all addresses in one go (PIPELINING, RFC 2920); the message itself is
 * never sent before each of them has been answered.
 */
final class Envelope {
    /** What is sent without waiting for answers must fit into what a network keeps under way. */
    private static final int AT_ONCE = 50;
    private static final int LONGEST_NAME = 100;
    private static final int CLOSING = 421;

    private final SmtpWire wire;
    private final Map<String, String> extensions;

    Envelope(SmtpWire wire, Map<String, String> extensions) {
        this.wire = wire;
        this.extensions = extensions;
    }

    /**
     * What a server answered.
     *
     * @param stop the answer for which nothing else matters: the sender is refused, or the server closes; null if there is none
     * @param recipients what it said of each recipient, as far as it was asked
     */
    record Answers(@Nullable Reply stop, Map<String, Reply> recipients) {}

    /**
     * Tells it.
     *
     * @param sender the sender's address
     * @param recipients addresses of the recipients
     * @param raw the message
     * @param name what reports are to call the message; empty for nothing
     */
    Answers tell(String sender, List<String> recipients, byte[] raw, String name) throws IOException {
        List<String> commands = new ArrayList<>();
        commands.add("MAIL FROM:<" + sender + ">" + Fitness.parameters(extensions, sender, recipients, raw)
                + returned(name));
        recipients.forEach(recipient -> commands.add("RCPT TO:<" + recipient + ">" + notified()));
        int atOnce = extensions.containsKey("PIPELINING") ? AT_ONCE : 1;
        Map<String, Reply> said = new LinkedHashMap<>();
        Reply stop = null;
        for (int at = 0; at < commands.size() && stop == null; at += atOnce) {
            List<String> batch = commands.subList(at, Math.min(commands.size(), at + atOnce));
            wire.say(batch);
            for (int i = 0; i < batch.size() && !isClosing(stop); i++) {
                Reply reply = wire.answer();
                boolean first = at + i == 0;
                if (isClosing(reply) || first && !reply.done()) {
                    stop = reply;
                } else if (!first && stop == null) {
                    said.put(recipients.get(at + i - 1), reply);
                }
            }
        }
        return new Answers(stop, said);
    }

    private static boolean isClosing(@Nullable Reply reply) {
        return reply != null && reply.code() == CLOSING;
    }

    private boolean reports() {
        return extensions.containsKey("DSN");
    }

    private String returned(String name) {
        String written = xtext(name);
        return !reports()
                ? ""
                : " RET=HDRS" + (written.isEmpty() || written.length() > LONGEST_NAME
                        ? ""
                        : " ENVID=" + written);
    }

    private String notified() {
        return reports() ? " NOTIFY=FAILURE,DELAY" : "";
    }

    /** Printable ASCII stays as it is but for the two signs that mean something (RFC 3461, section 4). */
    static String xtext(String text) {
        StringBuilder written = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b > ' ' && b < 0x7F && b != '+' && b != '=';
            written.append(plain ? String.valueOf((char) b) : "+%02X".formatted(b));
        }
        return written.toString();
    }
}
