package app.kith.sync.smtp;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whether a server can take a message at all, by what it offers (SIZE, 8BITMIME, SMTPUTF8), and what it has to be told of it. */
final class Fitness {
    private Fitness() {}

    /** Why the message cannot be sent through this server; empty if it can. */
    static String unfit(Map<String, String> extensions, String sender, List<String> recipients, byte[] raw) {
        if (Stream.concat(Stream.of(sender), recipients.stream()).anyMatch(Fitness::breaksOut)) {
            return "501 an address that cannot be written";
        }
        long most = size(extensions);
        if (most > 0 && raw.length > most) {
            return "552 the message has " + raw.length + " bytes, the server takes " + most;
        }
        if (foreign(sender, recipients) && !extensions.containsKey("SMTPUTF8")) {
            return "550 an address has letters that this server does not take (no SMTPUTF8)";
        }
        return !isSevenBit(raw) && !extensions.containsKey("8BITMIME")
                ? "554 the message has 8-bit text that this server does not take (no 8BITMIME)"
                : "";
    }

    private static boolean breaksOut(String address) {
        return address.isEmpty() || address.chars().anyMatch(c -> c <= ' ' || c == '<' || c == '>' || c == 0x7F);
    }

    static long size(Map<String, String> extensions) {
        String size = extensions.getOrDefault("SIZE", "");
        return size.matches("\\d{1,18}") ? Long.parseLong(size) : 0;
    }

    private static boolean foreign(String sender, List<String> recipients) {
        return Stream.concat(Stream.of(sender), recipients.stream())
                .anyMatch(address -> !StandardCharsets.US_ASCII.newEncoder().canEncode(address));
    }

    private static boolean isSevenBit(byte[] raw) {
        for (byte b : raw) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    /** What stands behind the sender's address. */
    static String parameters(Map<String, String> extensions, String sender, List<String> recipients, byte[] raw) {
        return (extensions.containsKey("SIZE") ? " SIZE=" + raw.length : "")
                + (!isSevenBit(raw) ? " BODY=8BITMIME" : "") + (foreign(sender, recipients) ? " SMTPUTF8" : "");
    }
}
