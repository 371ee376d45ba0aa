package app.kith.sync.imap;

import app.kith.change.MessageFlags;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.angus.mail.iap.ParsingException;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.jspecify.annotations.Nullable;

/**
 * An untagged FETCH answer (RFC 3501, section 7.4.2), as much of it as was asked for: UID, FLAGS, INTERNALDATE, RFC822.SIZE,
 * MODSEQ, X-GM-MSGID or EMAILID (RFC 8474), the people of ENVELOPE, and BODY[]. The body is a range of the answer's own buffer until it is taken.
 */
public final class Fetched extends IMAPResponse {
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

    private final List<String> senders = new ArrayList<>(1);
    private final List<String> recipients = new ArrayList<>(1);
    private long uid;
    private @Nullable MessageFlags flags;
    private @Nullable Instant received;
    private long messageSize = -1;
    private long modSeq;
    private @Nullable String name;
    private boolean headerOnly;
    private int bodyStart = -1;
    private int bodyLength;

    Fetched(IMAPResponse response) throws ParsingException {
        super(response);
        try {
            parse();
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw new ParsingException("a FETCH answer that cannot be read");
        }
    }

    private void parse() throws ParsingException {
        if (!isNextNonSpace('(')) {
            throw new ParsingException("a FETCH answer without a list");
        }
        while (!isNextNonSpace(')')) {
            String item = item();
            switch (item) {
                case "UID" -> uid = readLong();
                case "FLAGS" -> flags = readFlags();
                case "INTERNALDATE" -> received = date(readString());
                case "RFC822.SIZE" -> messageSize = readLong();
                case "MODSEQ" -> {
                    isNextNonSpace('(');
                    modSeq = readLong();
                    isNextNonSpace(')');
                }
                case "X-GM-MSGID" -> name = readAtom();
                case "EMAILID" -> {
                    isNextNonSpace('(');
                    name = readAtom();
                    isNextNonSpace(')');
                }
                case "ENVELOPE" -> readEnvelope();
                case "BODY[]" -> readBody();
                case "BODY[HEADER]" -> {
                    readBody();
                    headerOnly = true;
                }
                default -> skipValue();
            }
            if (index >= size) {
                throw new ParsingException("a FETCH answer that ends too early");
            }
        }
    }

    private String item() {
        skipSpaces();
        int start = index;
        int depth = 0;
        while (index < size && (depth > 0 || buffer[index] != ' ' && buffer[index] != '(' && buffer[index] != ')')) {
            depth += buffer[index] == '[' ? 1 : buffer[index] == ']' ? -1 : 0;
            index++;
        }
        return new String(buffer, start, index - start, StandardCharsets.US_ASCII).toUpperCase(java.util.Locale.ROOT);
    }

    private MessageFlags readFlags() throws ParsingException {
        if (!isNextNonSpace('(')) {
            throw new ParsingException("FLAGS without a list");
        }
        List<String> words = new ArrayList<>(4);
        int start = index;
        while (buffer[index] != ')') {
            if (buffer[index] == ' ') {
                add(words, start, index);
                start = index + 1;
            }
            index++;
        }
        add(words, start, index);
        index++;
        return MessageFlags.of(words);
    }

    private void add(List<String> words, int start, int end) {
        if (end > start) {
            words.add(new String(buffer, start, end - start, StandardCharsets.UTF_8));
        }
    }

    private void readBody() {
        skipSpaces();
        if (buffer[index] == '{' || buffer[index] == '"') {
            var bytes = readByteArray();
            if (bytes != null) {
                bodyStart = bytes.getStart();
                bodyLength = bytes.getCount();
            }
        } else {
            skipToken(); // NIL
        }
    }

    /** Reads date, subject, From, To and Cc of an envelope; the other parts are passed over. */
    private void readEnvelope() throws ParsingException {
        if (!isNextNonSpace('(')) {
            throw new ParsingException("ENVELOPE without a list");
        }
        readString();
        readString();
        readAddresses(senders);
        skipValue(); // Sender
        skipValue(); // Reply-To
        readAddresses(recipients);
        readAddresses(recipients);
        while (!isNextNonSpace(')')) {
            if (index >= size) {
                throw new ParsingException("ENVELOPE that does not end");
            }
            skipValue();
        }
    }

    private void readAddresses(List<String> addresses) throws ParsingException {
        if (isNextNonSpace('(')) {
            while (isNextNonSpace('(')) {
                readString();
                readString();
                String mailbox = readString();
                String host = readString();
                if (mailbox != null && host != null && !host.isEmpty()) {
                    addresses.add(mailbox + "@" + host);
                }
                if (!isNextNonSpace(')')) {
                    throw new ParsingException("an address that does not end");
                }
            }
            if (!isNextNonSpace(')')) {
                throw new ParsingException("a list of addresses that does not end");
            }
        } else {
            skipValue(); // NIL
        }
    }

    private void skipValue() {
        skipSpaces();
        if (buffer[index] == '(') {
            int depth = 0;
            do {
                byte b = buffer[index];
                if (b == '"' || b == '{') {
                    readByteArray();
                    continue;
                }
                depth += b == '(' ? 1 : b == ')' ? -1 : 0;
                index++;
            } while (depth > 0);
        } else if (buffer[index] == '"' || buffer[index] == '{') {
            readByteArray();
        } else {
            while (index < size && buffer[index] != ' ' && buffer[index] != ')') {
                index++;
            }
        }
    }

    /** Reads {@code 17-Jul-1996 02:44:25 -0700}; null if it is something else. */
    static @Nullable Instant date(@Nullable String text) {
        String date = text == null ? "" : text.strip();
        try {
            int dash = date.indexOf('-');
            int day = Integer.parseInt(date.substring(0, dash));
            int month = MONTHS.indexOf(date.substring(dash + 1, dash + 4)) / 3 + 1;
            int year = Integer.parseInt(date.substring(dash + 5, dash + 9));
            int time = dash + 10;
            LocalDateTime local = LocalDateTime.of(year, month, day, Integer.parseInt(date.substring(time, time + 2)),
                    Integer.parseInt(date.substring(time + 3, time + 5)),
                    Integer.parseInt(date.substring(time + 6, time + 8)));
            return local.toInstant(ZoneOffset.of(date.substring(time + 9)));
        } catch (IndexOutOfBoundsException | NumberFormatException | DateTimeException e) {
            return null;
        }
    }

    /** {@return the UID; 0 where the answer does not say} */
    public long uid() {
        return uid;
    }

    /** {@return all flags; null where the answer does not say} */
    public @Nullable MessageFlags flags() {
        return flags;
    }

    /** {@return when the server received it; null where the answer does not say} */
    public @Nullable Instant received() {
        return received;
    }

    /** {@return its size in bytes; -1 where the answer does not say} */
    public long messageSize() {
        return messageSize;
    }

    /** {@return the addresses it is from; empty where the answer does not say} */
    public List<String> senders() {
        return senders;
    }

    /** {@return the addresses it is for, To before Cc; empty where the answer does not say} */
    public List<String> recipients() {
        return recipients;
    }

    /** {@return what the server calls the message in whatever folder; null where the answer does not say} */
    public @Nullable String name() {
        return name;
    }

    /** {@return its mod-sequence; 0 where the answer does not say} */
    public long modSeq() {
        return modSeq;
    }

    /** {@return whether {@link #body} is its header only} */
    public boolean headerOnly() {
        return headerOnly;
    }

    /** {@return its bytes, copied out of the answer; null where the answer has none} */
    public byte @Nullable [] body() {
        return bodyStart < 0 ? null : Arrays.copyOfRange(buffer, bodyStart, bodyStart + bodyLength);
    }
}
