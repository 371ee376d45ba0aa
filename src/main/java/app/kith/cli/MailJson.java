package app.kith.cli;

import app.kith.mail.Attachment;
import app.kith.mail.DeliveryFailure;
import app.kith.mail.Invitation;
import app.kith.mail.Mail;
import app.kith.mail.Mailbox;
import app.kith.mail.NewText;
import app.kith.mail.Sign;
import app.kith.mail.Signature;
import app.kith.mail.SignatureField;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A decoded mail in the shape of the command line's contract. */
final class MailJson {
    private MailJson() {}

    static Map<String, Object> of(Mail mail) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("messageId", mail.messageId());
        json.put("inReplyTo", mail.inReplyTo());
        json.put("references", mail.references());
        json.put("date", ContactsCommands.text(mail.date()));
        json.put("subject", mail.subject());
        json.put("from", mailboxes(mail.from()));
        json.put("to", mailboxes(mail.to()));
        json.put("cc", mailboxes(mail.cc()));
        json.put("bcc", mailboxes(mail.bcc()));
        json.put("replyTo", mailboxes(mail.replyTo()));
        json.put("text", mail.text());
        NewText parts = NewText.of(mail);
        json.put("newText", parts.newText());
        json.put("signature", parts.signature());
        Signature signature = Signature.of(mail);
        json.put("signatureFields",
                signature == null ? List.of() : signature.fields().stream().map(MailJson::field).toList());
        json.put("hasHtml", mail.html() != null);
        json.put("attachments", mail.attachments().stream().map(MailJson::attachment).toList());
        json.put("calendar", mail.invitations().stream().map(MailJson::invitation).toList());
        json.put("bulk", mail.has(Sign.Kind.BULK) || mail.has(Sign.Kind.LIST));
        json.put("autoReply", mail.has(Sign.Kind.AUTO_REPLY));
        json.put("deliveryFailures", mail.deliveryFailures().stream().map(MailJson::failure).toList());
        json.put("signs", mail.signs().stream().map(sign -> sign.kind().name().toLowerCase(Locale.ROOT) + ": "
                + sign.reason()).toList());
        json.put("charset", mail.charset());
        json.put("repairs", mail.repairs());
        json.put("error", null);
        return json;
    }

    private static Map<String, Object> field(SignatureField field) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", field.kind().name().toLowerCase(Locale.ROOT));
        json.put("value", field.value());
        json.put("line", field.line());
        json.put("confidence", field.confidence());
        return json;
    }

    private static Map<String, Object> failure(DeliveryFailure failure) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("address", failure.address());
        json.put("status", failure.status());
        json.put("reason", failure.reason());
        json.put("lasting", failure.lasting().name().toLowerCase(Locale.ROOT));
        json.put("messageId", failure.messageId());
        return json;
    }

    private static List<Map<String, Object>> mailboxes(List<Mailbox> mailboxes) {
        return mailboxes.stream().map(MailJson::mailbox).toList();
    }

    private static Map<String, Object> mailbox(Mailbox mailbox) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", mailbox.name());
        json.put("address", mailbox.address());
        return json;
    }

    private static Map<String, Object> attachment(Attachment attachment) {
        byte[] content = attachment.content();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", attachment.name());
        json.put("type", attachment.type());
        json.put("size", content.length);
        json.put("sha256", sha256(content));
        json.put("inline", attachment.inline());
        return json;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> invitation(Invitation invitation) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("method", invitation.method());
        json.put("summary", invitation.summary());
        json.put("start", ContactsCommands.text(invitation.start()));
        json.put("end", ContactsCommands.text(invitation.end()));
        Mailbox organizer = invitation.organizer();
        json.put("organizer", organizer == null ? null : organizer.address());
        json.put("location", invitation.location());
        return json;
    }
}
