package app.kith.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells the body of a message from its attachments: walks the parts and gathers the text to read, the HTML, everything else as
 * attachments, calendars, and what the structure itself shows.
 */
final class BodyReader {
    /** How many signatures around one another are opened. */
    private static final int WRAPPINGS = 3;

    /** The types under which a notice encloses the mail that failed, or its header. */
    private static final Set<String> RETURNED = Set.of("message/rfc822", "message/global", "text/rfc822-headers",
            "message/rfc822-headers", "message/global-headers");

    private static final Set<String> STATUS = Set.of("message/delivery-status", "message/global-delivery-status");

    private final byte[] raw;
    private final TextDecoder decoder;
    private final TextPart textPart;
    private final BodyBlocks blocks = new BodyBlocks();
    private final List<Found> found = new ArrayList<>(2);
    private final List<Invitation> invitations = new ArrayList<>(0);
    private final List<Sign> signs = new ArrayList<>(2);
    private final int wrapped;
    private @Nullable Tnef wrappedBody;
    private String charset = "";
    private boolean firstLeaf = true;
    private @Nullable DeliveryStatus deliveryStatus;
    private boolean wholeReport;
    private @Nullable Part returned;

    BodyReader(byte[] raw, TextDecoder decoder) {
        this(raw, decoder, 0);
    }

    private BodyReader(byte[] raw, TextDecoder decoder, int wrapped) {
        this.wrapped = wrapped;
        this.raw = raw;
        this.decoder = decoder;
        this.textPart = new TextPart(raw, decoder);
    }

    private record Found(String name, String type, boolean inline, @Nullable String contentId,
            Supplier<byte[]> content) {}

    void read(Part root) {
        walk(root, null, null);
        if (wrappedBody != null) {
            blocks.offer(wrappedBody.text(), wrappedBody.html());
        }
    }

    private void walk(Part part, @Nullable Part parent, BodyBlocks.@Nullable Block target) {
        if (!part.isMultipart() && (part.isOpaque() || !part.mediaType().startsWith("multipart/"))) {
            leaf(part, parent, target);
            return;
        }
        if (part.parts().isEmpty()) {
            text(part, "text/plain", parent, target);
            return;
        }
        String subtype = part.mediaType().substring("multipart/".length());
        BodyBlocks.Block block = target;
        switch (subtype) {
            case "alternative" -> block = target == null ? blocks.next() : new BodyBlocks.Block();
            case "signed" -> signs.add(new Sign(Sign.Kind.SIGNED, protocol(part)));
            case "encrypted" -> signs.add(new Sign(Sign.Kind.ENCRYPTED, protocol(part)));
            case "report" -> report(part, parent == null);
            default -> {
            }
        }
        for (Part child : part.parts()) {
            walk(child, part, block);
        }
        if (block != null && target != null && block != target) {
            // Alternatives inside one piece of alternatives say more, not the same again.
            target.append(block);
        }
    }

    private static String protocol(Part part) {
        String protocol = part.type().plain("protocol");
        return part.mediaType() + (protocol.isEmpty() ? "" : "; protocol=" + protocol);
    }

    private void report(Part part, boolean whole) {
        for (Part child : part.parts()) {
            String type = child.mediaType();
            if (STATUS.contains(type)) {
                status(child, whole);
            } else if (type.equals("message/disposition-notification")) {
                signs.add(new Sign(Sign.Kind.AUTO_REPLY, "a read receipt (message/disposition-notification)"));
                return;
            }
        }
        boolean delivery = Ascii.lower(part.type().plain("report-type")).equals("delivery-status");
        if (delivery && deliveryStatus == null) {
            deliveryStatus = new DeliveryStatus(List.of(), "", null);
            wholeReport |= whole;
        }
    }

    /** Some programs leave out the report around the status, some send a first one that says nothing. */
    private void status(Part part, boolean whole) {
        if (deliveryStatus == null || deliveryStatus.failures().isEmpty() && deliveryStatus.others().isEmpty()) {
            deliveryStatus = DeliveryStatus.of(content(part).get());
        }
        wholeReport |= whole;
    }

    private void leaf(Part part, @Nullable Part parent, BodyBlocks.@Nullable Block target) {
        String type = part.mediaType();
        boolean first = firstLeaf;
        firstLeaf = false;
        if (returned == null && !first && RETURNED.contains(type)) {
            returned = part;
        }
        if (TextPart.isBodyType(type, parent == null) && !part.isOpaque() && isBody(part, parent, first)) {
            text(part, type, parent, target);
            return;
        }
        switch (type) {
            case "text/x-amp-html", "text/watch-html" -> {
                // Other ways to show what the alternative shows already.
                if (parent == null || !parent.mediaType().equals("multipart/alternative")) {
                    attach(part, part.fileName());
                }
            }
            case "text/calendar" -> calendar(part);
            case "message/delivery-status", "message/global-delivery-status" -> {
                status(part, parent == null);
                attach(part, part.fileName());
            }
            case "message/rfc822", "message/global" -> attach(part, nameOfMessage(part));
            case "application/pkcs7-mime", "application/x-pkcs7-mime" -> smime(part);
            case "application/ms-tnef", "application/vnd.ms-tnef" -> tnef(part);
            case "application/pgp-encrypted" -> {
                if (parent == null || !parent.mediaType().equals("multipart/encrypted")) {
                    signs.add(new Sign(Sign.Kind.ENCRYPTED, type));
                }
                attach(part, part.fileName());
            }
            default -> {
                if (part.fileName().equalsIgnoreCase("winmail.dat")) {
                    tnef(part);
                } else {
                    attach(part, part.fileName());
                }
            }
        }
    }

    /** A text part is body unless it says that it is an attachment, or carries a name and does not come first. */
    private static boolean isBody(Part part, @Nullable Part parent, boolean first) {
        String disposition = part.disposition().value();
        if (disposition.startsWith("attachment")) {
            return false;
        }
        if (parent != null
                && (parent.mediaType().equals("multipart/report") || parent.mediaType().equals("multipart/digest"))
                && parent.parts().getFirst() != part) {
            return false;
        }
        if (parent != null && parent.mediaType().equals("multipart/encrypted")) {
            return false;
        }
        return first || (parent != null && parent.mediaType().equals("multipart/alternative"))
                || part.fileName().isEmpty();
    }

    private void text(Part part, String type, @Nullable Part parent, BodyBlocks.@Nullable Block target) {
        List<Attachment> inside = new ArrayList<>(0);
        String text = textPart.read(part, type, inside, signs);
        for (Attachment file : inside) {
            found.add(new Found(file.name(), file.type(), false, null, file::content));
        }
        BodyBlocks.Block block = target == null ? blocks.next() : target;
        block.add(type, text, parent != null && parent.mediaType().equals("multipart/alternative"));
    }

    private void calendar(Part part) {
        String text = textPart.decode(part);
        List<Invitation> items = CalendarReader.read(text, part.type().plain("method"));
        invitations.addAll(items);
        if (!items.isEmpty()) {
            signs.add(new Sign(Sign.Kind.INVITATION,
                    "text/calendar" + (items.getFirst().method().isEmpty()
                            ? ""
                            : "; method="
                                    + items.getFirst().method())));
        }
        attach(part, part.fileName());
    }

    /** What the content shows counts more than the label; a signed message is read like any other, its signature stays a file. */
    private void smime(Part part) {
        byte[] content = content(part).get();
        SignedData.Kind kind = SignedData.kind(content);
        String label = Ascii.lower(part.type().plain("smime-type"));
        boolean signed = kind == SignedData.Kind.SIGNED
                || (kind == SignedData.Kind.OTHER && (label.startsWith("signed") || part.fileName().endsWith(".p7s")));
        signs.add(new Sign(signed ? Sign.Kind.SIGNED : Sign.Kind.ENCRYPTED, part.mediaType() + (label.isEmpty()
                ? ""
                : "; smime-type=" + label)));
        attach(part, part.fileName());
        byte[] message = wrapped < WRAPPINGS ? SignedData.content(content) : null;
        if (message != null) {
            BodyReader inner = new BodyReader(message, decoder.over(message), wrapped + 1);
            inner.read(new PartParser(message, inner.decoder).parse(0));
            take(inner);
        }
    }

    private void take(BodyReader inner) {
        blocks.addAll(inner.blocks);
        found.addAll(inner.found);
        invitations.addAll(inner.invitations);
        signs.addAll(inner.signs);
        charset = charset.isEmpty() ? inner.charset() : charset;
    }

    private void tnef(Part part) {
        byte[] content = content(part).get();
        Tnef tnef = TnefReader.read(content);
        if (tnef == null) {
            attach(part, part.fileName());
            return;
        }
        wrappedBody = tnef;
        for (Attachment file : tnef.files()) {
            found.add(new Found(file.name(), file.type(), false, file.contentId(), file::content));
        }
        Invitation meeting = tnef.invitation();
        if (meeting != null) {
            invitations.add(meeting);
            signs.add(new Sign(Sign.Kind.INVITATION, part.mediaType() + "; method=" + meeting.method()));
        }
    }

    private String nameOfMessage(Part part) {
        String name = part.fileName();
        if (!name.isEmpty()) {
            return name;
        }
        String subject = fieldInside(part, "subject");
        return subject.isEmpty() ? "" : (subject.length() > 150 ? subject.substring(0, 150) : subject) + ".eml";
    }

    /** {@return a header field of the message that a part holds} */
    private String fieldInside(Part part, String name) {
        int to = Math.min(part.bodyTo(), part.bodyFrom() + 100_000);
        byte[] head = part.encoding().decode(raw, part.bodyFrom(), to);
        TextDecoder inner = new TextDecoder(head, null, new Repairs());
        HeaderFields fields = HeaderFields.scan(head, 0, head.length, line -> false, inner.repairs());
        return EncodedWords.decode(fields.first(name, inner), inner);
    }

    /** {@return what the structure says of a delivery} */
    DeliveryReport delivery() {
        String id = returned == null ? null : MessageIds.first(fieldInside(returned, "message-id"));
        return new DeliveryReport(deliveryStatus, wholeReport, id);
    }

    private Supplier<byte[]> content(Part part) {
        TransferEncoding encoding = part.encoding();
        int from = part.bodyFrom();
        int to = part.bodyTo();
        byte[] bytes = raw;
        return () -> encoding.decode(bytes, from, to);
    }

    private void attach(Part part, String name) {
        String contentId = MessageIds.first(part.header().first("content-id", decoder));
        found.add(new Found(name, part.mediaType(), false, contentId, content(part)));
    }

    String text() {
        return blocks.text();
    }

    @Nullable
    String html() {
        return blocks.html();
    }

    /** {@return the attachments; pictures that the HTML names by Content-ID are inline, since the HTML shows nothing else} */
    List<Attachment> attachments(@Nullable String html) {
        Set<String> named = html == null || found.isEmpty() ? Set.of() : ContentIds.namedBy(html);
        List<Attachment> list = new ArrayList<>(found.size());
        for (Found one : found) {
            boolean picture = one.type.startsWith("image/") || one.type.equals("application/octet-stream");
            boolean inline = picture && one.contentId != null && named.contains(ContentIds.normal(one.contentId));
            list.add(new Attachment(one.name, one.type, inline, one.contentId, one.content));
        }
        return List.copyOf(list);
    }

    List<Invitation> invitations() {
        return List.copyOf(invitations);
    }

    List<Sign> signs() {
        return signs;
    }

    String charset() {
        return textPart.charset().isEmpty() ? charset : textPart.charset();
    }
}
