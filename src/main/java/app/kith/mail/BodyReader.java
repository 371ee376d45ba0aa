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
    private final byte[] raw;
    private final TextDecoder decoder;
    private final TextPart textPart;
    private final List<Block> blocks = new ArrayList<>(2);
    private final List<Found> found = new ArrayList<>(2);
    private final List<Invitation> invitations = new ArrayList<>(0);
    private final List<Sign> signs = new ArrayList<>(2);
    private boolean firstLeaf = true;

    BodyReader(byte[] raw, TextDecoder decoder) {
        this.raw = raw;
        this.decoder = decoder;
        this.textPart = new TextPart(raw, decoder);
    }

    /** One piece of the body: its plain and its HTML form, of which one may be missing. */
    private static final class Block {
        private @Nullable String plain;
        private @Nullable String html;
    }

    private record Found(String name, String type, boolean inline, @Nullable String contentId,
            Supplier<byte[]> content) {}

    void read(Part root) {
        walk(root, null, null);
    }

    private void walk(Part part, @Nullable Part parent, @Nullable Block target) {
        if (!part.isMultipart() && (part.isOpaque() || !part.mediaType().startsWith("multipart/"))) {
            leaf(part, parent, target);
            return;
        }
        if (part.parts().isEmpty()) {
            text(part, "text/plain", parent, target);
            return;
        }
        String subtype = part.mediaType().substring("multipart/".length());
        Block block = target;
        switch (subtype) {
            case "alternative" -> {
                if (block == null) {
                    block = new Block();
                    blocks.add(block);
                }
            }
            case "signed" -> signs.add(new Sign(Sign.Kind.SIGNED, protocol(part)));
            case "encrypted" -> signs.add(new Sign(Sign.Kind.ENCRYPTED, protocol(part)));
            case "report" -> report(part);
            default -> {
            }
        }
        for (Part child : part.parts()) {
            walk(child, part, block);
        }
    }

    private static String protocol(Part part) {
        String protocol = part.type().plain("protocol");
        return part.mediaType() + (protocol.isEmpty() ? "" : "; protocol=" + protocol);
    }

    private void report(Part part) {
        String kind = Ascii.lower(part.type().plain("report-type"));
        for (Part child : part.parts()) {
            String type = child.mediaType();
            if (type.equals("message/delivery-status") || type.equals("message/global-delivery-status")) {
                String reason = DeliveryStatus.reason(content(child).get());
                if (!reason.isEmpty()) {
                    signs.add(new Sign(Sign.Kind.BOUNCE, reason));
                    return;
                }
                kind = "delivery-status";
            } else if (type.equals("message/disposition-notification")) {
                signs.add(new Sign(Sign.Kind.AUTO_REPLY, "a read receipt (message/disposition-notification)"));
                return;
            }
        }
        if (kind.equals("delivery-status")) {
            signs.add(new Sign(Sign.Kind.BOUNCE, "multipart/report; report-type=delivery-status"));
        }
    }

    private void leaf(Part part, @Nullable Part parent, @Nullable Block target) {
        String type = part.mediaType();
        boolean first = firstLeaf;
        firstLeaf = false;
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
            case "message/rfc822", "message/global" -> attach(part, nameOfMessage(part));
            case "application/pkcs7-mime", "application/x-pkcs7-mime" -> smime(part);
            case "application/pgp-encrypted" -> {
                if (parent == null || !parent.mediaType().equals("multipart/encrypted")) {
                    signs.add(new Sign(Sign.Kind.ENCRYPTED, type));
                }
                attach(part, part.fileName());
            }
            default -> attach(part, part.fileName());
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

    private void text(Part part, String type, @Nullable Part parent, @Nullable Block target) {
        List<Attachment> inside = new ArrayList<>(0);
        String text = textPart.read(part, type, inside, signs);
        for (Attachment file : inside) {
            found.add(new Found(file.name(), file.type(), false, null, file::content));
        }
        Block block = target;
        if (block == null) {
            block = new Block();
            blocks.add(block);
        }
        boolean oneOfMany = parent != null && parent.mediaType().equals("multipart/alternative");
        if (type.equals("text/html")) {
            block.html = join(block.html, text, oneOfMany);
        } else if (!type.equals("text/plain") && block.plain != null) {
            // Enriched text beside plain text says the same.
            return;
        } else {
            block.plain = join(block.plain, text, oneOfMany);
        }
    }

    private static String join(@Nullable String before, String text, boolean oneOfMany) {
        if (before == null || before.isBlank()) {
            return text;
        }
        return oneOfMany || text.isBlank() ? before : before + "\n" + text;
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

    private void smime(Part part) {
        String kind = Ascii.lower(part.type().plain("smime-type"));
        boolean signed = kind.startsWith("signed") || part.fileName().endsWith(".p7s");
        signs.add(new Sign(signed ? Sign.Kind.SIGNED : Sign.Kind.ENCRYPTED, part.mediaType() + (kind.isEmpty()
                ? ""
                : "; smime-type=" + kind)));
        attach(part, part.fileName());
    }

    private String nameOfMessage(Part part) {
        String name = part.fileName();
        if (!name.isEmpty()) {
            return name;
        }
        int to = Math.min(part.bodyTo(), part.bodyFrom() + 100_000);
        byte[] head = part.encoding().decode(raw, part.bodyFrom(), to);
        TextDecoder inner = new TextDecoder(head, null, new Repairs());
        HeaderFields fields = HeaderFields.scan(head, 0, head.length, line -> false, inner.repairs());
        String subject = EncodedWords.decode(fields.first("subject", inner), inner);
        return subject.isEmpty() ? "" : (subject.length() > 150 ? subject.substring(0, 150) : subject) + ".eml";
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

    /** {@return the text to read: of each piece the plain form, else the words of its HTML} */
    String text() {
        String all = "";
        for (Block block : blocks) {
            String plain = block.plain;
            String text = plain != null && !plain.isBlank() ? plain : block.html == null ? "" : HtmlText.of(block.html);
            String trimmed = PlainText.trimLines(text);
            all = all.isEmpty() ? trimmed : trimmed.isEmpty() ? all : all + "\n\n" + trimmed;
        }
        return all;
    }

    /** {@return the HTML body, plain pieces beside it set in; null where no piece is HTML} */
    @Nullable
    String html() {
        String all = null;
        boolean any = false;
        for (Block block : blocks) {
            any |= block.html != null && !block.html.isBlank();
        }
        if (!any) {
            return null;
        }
        for (Block block : blocks) {
            String piece = block.html != null && !block.html.isBlank() ? block.html : escaped(block.plain);
            all = all == null ? piece : all + "\n" + piece;
        }
        return all;
    }

    private static String escaped(@Nullable String plain) {
        return plain == null || plain.isBlank()
                ? ""
                : "<pre style=\"white-space:pre-wrap\">" + plain.replace("&", "&amp;").replace("<", "&lt;") + "</pre>";
    }

    /** {@return the attachments; those that the HTML names by Content-ID are inline} */
    List<Attachment> attachments(@Nullable String html) {
        Set<String> named = html == null || found.isEmpty() ? Set.of() : ContentIds.namedBy(html);
        List<Attachment> list = new ArrayList<>(found.size());
        for (Found one : found) {
            boolean inline = one.contentId != null && named.contains(ContentIds.normal(one.contentId));
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
        return textPart.charset();
    }
}
