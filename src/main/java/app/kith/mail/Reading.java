package app.kith.mail;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The reading of one message, from its bytes to the finished {@link Mail}. */
final class Reading {
    private final byte[] raw;
    private final Repairs repairs = new Repairs();
    private final TextDecoder decoder;

    Reading(byte[] raw, @Nullable Charset forced) {
        this.raw = withLineFeeds(raw, repairs);
        this.decoder = new TextDecoder(this.raw, forced, repairs);
    }

    Mail mail() {
        Part root = new PartParser(raw, decoder).parse(start());
        HeaderFields header = root.header();
        BodyReader body = new BodyReader(raw, decoder);
        body.read(root);
        String text = body.text();
        String html = body.html();
        String subject = EncodedWords.decode(header.first("subject", decoder), decoder);
        List<Mailbox> from = addresses(header, "from");
        if (from.isEmpty()) {
            from = addresses(header, "sender");
        }
        List<Mailbox> to = addresses(header, "to");
        List<Mailbox> cc = addresses(header, "cc");
        FailureReader.Notice notice = new FailureReader(header, decoder, from, to, body.delivery()).read(subject, text);
        List<Sign> known = new ArrayList<>(body.signs());
        if (notice.sign() != null) {
            known.add(notice.sign());
        }
        List<Sign> signs = SignReader.read(header, decoder, from, subject, text, known);
        return new Mail(MessageIds.first(header.first("message-id", decoder)), inReplyTo(header, from, to, cc),
                ids(header,
                        "references"),
                date(header), subject, from, to, cc, addresses(header, "bcc"), addresses(header, "reply-to"), text,
                html, body.attachments(html), body.invitations(), signs, body.charset(), repairs.list(),
                threadIndex(header), notice.failures(), DateReader.zone(header.first("date", decoder)));
    }

    /** The first 22 bytes of a Thread-Index (MS-OXOMSG, 2.2.1.2) are the same in a whole conversation. */
    private @Nullable String threadIndex(HeaderFields header) {
        String written = header.first("thread-index", decoder);
        if (written.length() < 30 || written.length() > 20_000) {
            return null;
        }
        byte[] ascii = written.getBytes(StandardCharsets.ISO_8859_1);
        byte[] index = Base64Bytes.decode(ascii, 0, ascii.length);
        return index.length < 22 ? null : HexFormat.of().formatHex(index, 0, 22);
    }

    /** A message whose lines end in bare CR is copied once with LF instead; all else works on the bytes as they came. */
    private static byte[] withLineFeeds(byte[] raw, Repairs repairs) {
        boolean carriageReturn = false;
        for (byte b : raw) {
            if (b == '\n') {
                return raw;
            }
            carriageReturn |= b == '\r';
        }
        if (!carriageReturn) {
            return raw;
        }
        repairs.add("the lines ended in bare carriage returns");
        byte[] copy = raw.clone();
        for (int i = 0; i < copy.length; i++) {
            if (copy[i] == '\r') {
                copy[i] = '\n';
            }
        }
        return copy;
    }

    /** {@return where the header begins: after a byte order mark and after blank lines, if a header follows them} */
    private int start() {
        int start = raw.length > 2 && (raw[0] & 0xFF) == 0xEF && (raw[1] & 0xFF) == 0xBB && (raw[2] & 0xFF) == 0xBF
                ? 3
                : 0;
        int i = start;
        while (i < raw.length && (raw[i] == '\r' || raw[i] == '\n')) {
            i++;
        }
        if (i == start) {
            return start;
        }
        HeaderFields ahead = HeaderFields.scan(raw, i, Math.min(raw.length, i + 2000), line -> false, new Repairs());
        if (ahead.count() < 2) {
            return start;
        }
        repairs.add("blank lines stood before the header");
        return i;
    }

    private List<Mailbox> addresses(HeaderFields header, String name) {
        return AddressReader.read(header.all(name, decoder), decoder);
    }

    private List<String> ids(HeaderFields header, String name) {
        List<String> values = header.all(name, decoder);
        if (values.isEmpty()) {
            return List.of();
        }
        List<String> ids = new ArrayList<>();
        for (String value : values) {
            ids.addAll(MessageIds.all(value.contains("=?") ? EncodedWords.decode(value, decoder) : value));
        }
        return List.copyOf(ids);
    }

    /** In prose such as {@code message from Joe <joe@x.example> of Friday}, what stands in brackets may be an address. */
    private List<String> inReplyTo(HeaderFields header, List<Mailbox> from, List<Mailbox> to, List<Mailbox> cc) {
        List<String> ids = ids(header, "in-reply-to");
        if (ids.isEmpty() || !MessageIds.hasProse(header.first("in-reply-to", decoder))) {
            return ids;
        }
        Set<String> addresses = new HashSet<>();
        for (List<Mailbox> boxes : List.of(from, to, cc)) {
            boxes.forEach(box -> addresses.add(Ascii.lower(box.address())));
        }
        return ids.stream().filter(id -> !addresses.contains(Ascii.lower(id))).toList();
    }

    private @Nullable Instant date(HeaderFields header) {
        String written = header.first("date", decoder);
        Instant date = DateReader.read(written);
        if (date != null) {
            return date;
        }
        for (String name : List.of("received", "delivery-date", "resent-date")) {
            String value = header.first(name, decoder);
            date = DateReader.read(value.substring(value.lastIndexOf(';') + 1));
            if (date != null) {
                repairs.add((written.isEmpty() ? "no date" : "a date that cannot be read") + "; taken from " + name);
                return date;
            }
        }
        return null;
    }
}
