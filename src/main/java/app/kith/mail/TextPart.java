package app.kith.mail;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Decodes one text part: transfer encoding, charset, and the forms that text comes in. Remembers the charset first shown. */
final class TextPart {
    /** How many bytes of one text part are decoded; 8 MB are more than anybody reads. */
    static final int LIMIT = 8 << 20;

    private final byte[] raw;
    private final TextDecoder decoder;
    private String charset = "";
    private int left = LIMIT;

    TextPart(byte[] raw, TextDecoder decoder) {
        this.raw = raw;
        this.decoder = decoder;
    }

    /** {@return whether parts of a type are text to read; the root of a message is, whatever kind of text it is} */
    static boolean isBodyType(String type, boolean root) {
        return switch (type) {
            case "text/plain", "text/html", "text/enriched", "text/richtext", "application/xhtml+xml" -> true;
            case "text/calendar" -> false;
            default -> root && type.startsWith("text/");
        };
    }

    /** {@return the charset that the first text of the message was read with; empty where there was none} */
    String charset() {
        return charset;
    }

    /** {@return the decoded text of a part, whatever it is, with LF line ends} */
    String decode(Part part) {
        int from = part.bodyFrom();
        int to = limited(part);
        byte[] bytes = raw;
        TransferEncoding encoding = part.encoding();
        if (encoding != TransferEncoding.IDENTITY) {
            bytes = encoding.decode(raw, from, to);
            from = 0;
            to = bytes.length;
        }
        return PlainText.clean(decoder.decode(bytes, from, to, part.type().plain("charset"), "the calendar").text());
    }

    private int limited(Part part) {
        long longest = (long) part.bodyFrom() + Math.max(0, left);
        if (part.bodyTo() > longest) {
            decoder.repairs().add("the text is longer than 8 MB; only its beginning is shown");
            return (int) longest;
        }
        return part.bodyTo();
    }

    /**
     * Reads a text part.
     *
     * @param part the part
     * @param type its media type
     * @param files gets the files that stand encoded inside the text
     * @param signs gets what the text shows of OpenPGP
     * @return HTML as it came, or plain text to read
     */
    String read(Part part, String type, List<Attachment> files, List<Sign> signs) {
        String declaredEncoding = part.header().first("content-transfer-encoding", decoder);
        TransferEncoding encoding = TransferEncoding.of(declaredEncoding);
        if (!TransferEncoding.isKnown(declaredEncoding)) {
            decoder.repairs().add("the transfer encoding was misspelt");
        }
        int from = part.bodyFrom();
        int to = limited(part);
        left -= to - from;
        if (encoding == TransferEncoding.UUENCODE) {
            return text(part, "text/plain", raw, from, to, files, signs);
        }
        byte[] bytes = raw;
        if (encoding != TransferEncoding.IDENTITY) {
            bytes = encoding.decode(raw, from, to);
            from = 0;
            to = bytes.length;
        } else if (HiddenBase64.isIn(raw, from, to)) {
            decoder.repairs().add("the text was base64 without saying so");
            bytes = Base64Bytes.decode(raw, from, to);
            from = 0;
            to = bytes.length;
        }
        if (type.equals("text/plain") && Yenc.mayBeIn(bytes, from, to)) {
            bytes = Yenc.extract(bytes, from, to, files);
            from = 0;
            to = bytes.length;
        }
        return type.equals("text/html") || type.equals("application/xhtml+xml")
                ? html(part, bytes, from, to)
                : text(part, type, bytes, from, to, files, signs);
    }

    private String html(Part part, byte[] bytes, int from, int to) {
        String label = part.type().plain("charset");
        Charset declared = CharsetLabels.find(label);
        if (declared == null || declared.equals(StandardCharsets.US_ASCII)) {
            String meta = MetaCharset.in(bytes, from, to);
            label = meta.isEmpty() ? label : meta;
        }
        return PlainText.clean(decoded(bytes, from, to, label));
    }

    private String text(Part part, String type, byte[] bytes, int from, int to, List<Attachment> files,
            List<Sign> signs) {
        ParameterField field = part.type();
        String text = PlainText.clean(decoded(bytes, from, to, field.plain("charset")));
        if (type.equals("text/plain")) {
            if (field.plain("format").equalsIgnoreCase("flowed")) {
                text = FlowedText.unflow(text, field.plain("delsp").equalsIgnoreCase("yes"));
            }
            if (text.contains("-----BEGIN PGP ")) {
                text = PgpText.read(text, signs);
            }
            return Uuencode.extract(text, files);
        }
        return type.equals("text/enriched") || type.equals("text/richtext")
                ? EnrichedText.plain(text, type.equals(
                        "text/richtext"))
                : text;
    }

    private String decoded(byte[] bytes, int from, int to, String label) {
        TextDecoder.Decoded decoded = decoder.decode(bytes, from, to, label, "the text");
        if (charset.isEmpty() && to > from) {
            charset = decoded.charsetName();
        }
        return decoded.text();
    }
}
