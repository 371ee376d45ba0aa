package app.kith.desk;

import app.kith.account.Account;
import app.kith.account.Server;
import app.kith.change.FolderKey;
import app.kith.change.FolderRole;
import app.kith.contact.Entry;
import app.kith.desk.FullExport.Views;
import app.kith.exchange.JsonExport;
import app.kith.mail.Mail;
import app.kith.mail.Mailbox;
import app.kith.mail.SafeFileName;
import app.kith.store.ChangesView.Heading;
import app.kith.store.Conversations.ConversationRow;
import app.kith.store.Conversations.MessageRow;
import app.kith.store.PastView;
import app.kith.store.SyncView.FolderRow;
import app.kith.words.ReasonWords;
import app.kith.words.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything as one JSON document. Times are in UTC as {@code 2026-03-12T08:00:00Z}; null stands for what there is not. A store
 * without customers takes it in whole ({@link FullImport}), any other the contacts of it.
 *
 * <pre>{@code
 * {"kith": 1, "holds": "everything", "exportedAt": "…",
 *  "accounts": [{"id": 1, "email": "…", "name": "…", "imap": {"host": "…", "port": 993, "security": "tls"}, "smtp": null,
 *                "user": "…", "smtpUser": null, "carddav": null, "schedule": "push", "paused": false,
 *                "folders": [{"path": "INBOX", "role": "inbox", "mails": 12}]}],              no secrets
 *  "contacts": […],                    as in an export of contacts; nothing is masked
 *  "entries": [{"id": 1, "contact": 7, "kind": "order", "at": "…", "number": "…", "amount": 12.5, "currency": "EUR", …,
 *               "files": [{"name": "…", "size": 2048, "sha256": "…", "file": "files/1-1-….pdf"}]}],  file: as mail, below
 *  "notTheSame": [[7, 9]],             pairs of contacts of which the user said that they are two
 *  "merged": [[9, 7]],                 9 became part of 7
 *  "texts": {"signature/1": "…",       of the account 1; template/NAME, search/NAME, preset/NAME, profile/NAME, job/NAME …;
 *            "decision/…": "refused"}, what was decided about what mail proposes; interval/7: days between two contacts
 *  "senders": {"anna@x.example": {"pictures": true, "charset": ""}},
 *  "earlierValues": [{"contact": 7, "card": 12, "source": "hand", "place": "", "property": "phone", "label": "mobile",
 *                     "value": "…", "normal": "…", "from": 3, "until": 9}],    from, until: numbers of changes
 *  "earlierEntries": [{"id": 1, …, "from": 3, "until": 9}],
 *  "changes": [{"id": 3, "at": "…", "actor": "user", "reason": "…", "what": "…", "changes": 1}],  the latest first; what: in words
 *  "conversations": [                  the latest first
 *   {"id": 5, "subject": "…", "firstAt": "…", "lastAt": "…", "counterpart": "…", "contact": 7,
 *    "messages": [                     the oldest first; none from trash, junk and drafts
 *     {"id": 6, "messageId": "…", "at": "…", "subject": "…", "contact": 7, "outgoing": false, "unread": false,
 *      "flagged": false, "automatic": false, "onServer": true, "headerOnly": false, "size": 2048, "sha256": "…",
 *      "from": [{"name": "…", "address": "…"}], "to": […], "cc": […], "bcc": […], "replyTo": […],
 *      "inReplyTo": ["…"], "references": ["…"], "attachments": [{"name": "…", "type": "…", "inline": false}],
 *      "folders": [{"account": 1, "path": "INBOX", "role": "inbox"}],
 *      "mail": "mails/2026/6.eml"}]}],    its bytes, where they are beside the document; else null
 *  "elsewhere": [{"id": 8, …}]}        messages that lie in trash, junk or drafts alone
 * }</pre>
 *
 * A message that cannot be read has neither addresses nor bytes; the report of the export says why.
 */
final class FullJson {
    private static final int WINDOW = 500;

    private final Views views;
    private final Mails mails;
    private final MailSource source;
    private final boolean withMails;
    private long count;

    /** @param withMails whether the bytes of mails lie beside the document */
    FullJson(Views views, Mails mails, MailSource source, boolean withMails) {
        this.views = views;
        this.mails = mails;
        this.source = source;
        this.withMails = withMails;
    }

    /** {@return the file that holds the bytes of a mail, a path beside the document} */
    static String name(MessageRow row) {
        return "mails/" + row.sentAt().atOffset(ZoneOffset.UTC).getYear() + "/" + row.id() + ".eml";
    }

    /** {@return the file that holds one that is kept with an entry, a path beside the document} */
    static String name(Entry entry, int part) {
        return "files/" + entry.id() + "-" + (part + 1) + "-" + SafeFileName.of(entry.files().get(part).name());
    }

    private Map<String, Object> entry(Entry entry) {
        Map<String, Object> json = TimelineJson.entry(entry);
        List<Map<String, Object>> files = new ArrayList<>();
        for (int part = 0; part < entry.files().size(); part++) {
            Map<String, Object> file = TimelineJson.file(entry.files().get(part));
            file.put("file", withMails ? name(entry, part) : null);
            files.add(file);
        }
        json.put("files", files);
        return json;
    }

    /** {@return how many mails are told of} */
    long write(Words words, Instant at, OutputStream out) {
        try (JsonGenerator json = JsonMapper.builder().build().createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberProperty("kith", JsonExport.VERSION);
            json.writeStringProperty("holds", "everything");
            json.writeStringProperty("exportedAt", at.toString());
            json.writeArrayPropertyStart("accounts");
            views.accounts().accounts().forEach(account -> json.writePOJO(account(account)));
            json.writeEndArray();
            json.writeArrayPropertyStart("contacts");
            views.exports().cards(List.of()).each(contact -> JsonExport.contact(contact, json));
            json.writeEndArray();
            json.writeArrayPropertyStart("entries");
            views.changes().entries(0).forEach(entry -> json.writePOJO(entry(entry)));
            json.writeEndArray();
            json.writeArrayPropertyStart("notTheSame");
            views.changes().verdicts().forEach(json::writePOJO);
            json.writeEndArray();
            past(json);
            changes(words, json);
            conversations(json);
            json.writeArrayPropertyStart("elsewhere");
            for (long id : views.list().elsewhere()) {
                views.conversations().message(id).ifPresent(message -> json.writePOJO(message(message)));
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return count;
    }

    private void past(JsonGenerator json) {
        json.writeArrayPropertyStart("merged");
        views.past().merged().forEach(one -> json.writePOJO(new long[]{one.contact(), one.into()}));
        json.writeEndArray();
        json.writePOJOProperty("texts", views.texts().all(""));
        json.writePOJOProperty("senders", views.past().senders());
        json.writeArrayPropertyStart("earlierValues");
        views.past().values(past -> json.writePOJO(earlier(past)));
        json.writeEndArray();
        json.writeArrayPropertyStart("earlierEntries");
        views.past().entries().forEach(past -> {
            Map<String, Object> one = TimelineJson.entry(past.entry());
            one.put("from", past.from());
            one.put("until", past.until());
            json.writePOJO(one);
        });
        json.writeEndArray();
    }

    private static Map<String, Object> earlier(PastView.PastValue past) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("contact", past.contact());
        json.put("card", past.card());
        json.put("source", past.source().kind().name().toLowerCase(Locale.ROOT));
        json.put("place", past.source().place());
        json.put("property", past.value().property().name().toLowerCase(Locale.ROOT));
        json.put("label", past.value().label());
        json.put("value", past.value().raw());
        json.put("normal", past.value().normal());
        json.put("from", past.from());
        json.put("until", past.until());
        return json;
    }

    private Map<String, Object> account(Account account) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", account.id());
        json.put("email", account.email());
        json.put("name", account.name());
        json.put("imap", server(account.imap()));
        json.put("smtp", server(account.smtp()));
        json.put("user", account.user());
        json.put("smtpUser", account.smtpUser());
        json.put("carddav", account.carddav());
        json.put("schedule", account.schedule().word());
        json.put("paused", account.schedule().paused());
        json.put("folders", views.accounts().folders(account.id()).stream().map(FullJson::folder).toList());
        return json;
    }

    private static Map<String, Object> folder(FolderRow folder) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("path", path(folder.key(), folder.role()));
        json.put("role", folder.role().name().toLowerCase(Locale.ROOT));
        json.put("mails", folder.local());
        return json;
    }

    /** A folder that no server has is told by the name of the file from which its mails came, else by its role alone. */
    private static String path(FolderKey key, FolderRole role) {
        return role == FolderRole.IMPORTED ? key.importedName() : key.path().strip();
    }

    private static @Nullable Map<String, Object> server(@Nullable Server server) {
        return server == null
                ? null
                : Map.of("host", server.host(), "port", server.port(), "security",
                        server.security().name().toLowerCase(Locale.ROOT));
    }

    private void changes(Words words, JsonGenerator json) {
        json.writeArrayPropertyStart("changes");
        long before = 0;
        while (true) {
            List<Heading> window = views.changes().list(0, before, WINDOW);
            for (Heading heading : window) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("id", heading.sequence());
                one.put("at", heading.at().toString());
                one.put("actor", heading.actor().name().toLowerCase(Locale.ROOT));
                one.put("reason", heading.reason());
                one.put("what", ReasonWords.of(words, heading.reason(), heading.about()));
                one.put("changes", heading.changes());
                json.writePOJO(one);
            }
            // Before 1 there is nothing, and 0 would mean all again.
            if (window.size() < WINDOW || window.getLast().sequence() <= 1) {
                break;
            }
            before = window.getLast().sequence();
        }
        json.writeEndArray();
    }

    private void conversations(JsonGenerator json) {
        json.writeArrayPropertyStart("conversations");
        for (long id : views.conversations().ids(0, "", 0)) {
            Optional<ConversationRow> row = views.conversations().find(id);
            if (row.isPresent()) {
                conversation(row.get(), json);
            }
        }
        json.writeEndArray();
    }

    private void conversation(ConversationRow row, JsonGenerator json) {
        json.writeStartObject();
        json.writeNumberProperty("id", row.id());
        json.writeStringProperty("subject", row.subject());
        json.writeStringProperty("firstAt", row.firstAt().toString());
        json.writeStringProperty("lastAt", row.lastAt().toString());
        json.writeStringProperty("counterpart", row.counterpart());
        json.writePOJOProperty("contact", row.contact());
        json.writeArrayPropertyStart("messages");
        views.conversations().messages(row.id()).forEach(message -> json.writePOJO(message(message)));
        json.writeEndArray();
        json.writeEndObject();
    }

    private Map<String, Object> message(MessageRow row) {
        count++;
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", row.id());
        json.put("messageId", row.messageId());
        json.put("at", row.sentAt().toString());
        json.put("subject", row.subject());
        json.put("contact", row.contact());
        json.put("outgoing", row.outgoing());
        json.put("unread", row.unread());
        json.put("flagged", row.flagged());
        json.put("automatic", row.automatic());
        json.put("onServer", !row.gone());
        json.put("headerOnly", row.headerOnly());
        json.put("size", row.size());
        json.put("sha256", HexFormat.of().formatHex(row.digest()));
        boolean[] readable = {false};
        try {
            source.take(row.id(), (now, raw) -> {
                readable[0] = true;
                head(mails.read(now, raw), json);
            });
        } catch (IOException e) {
            throw new IllegalStateException(e); // Nothing is written there.
        }
        json.put("folders", views.list().places(row.id()).stream().map(place -> Map.of("account", place.account(),
                "path", path(new FolderKey(place.account(), place.path()), FolderRole.valueOf(place.role())), "role",
                place.role().toLowerCase(Locale.ROOT))).toList());
        json.put("mail", withMails && readable[0] ? name(row) : null);
        return json;
    }

    private static void head(Mail mail, Map<String, Object> json) {
        json.put("from", mailboxes(mail.from()));
        json.put("to", mailboxes(mail.to()));
        json.put("cc", mailboxes(mail.cc()));
        json.put("bcc", mailboxes(mail.bcc()));
        json.put("replyTo", mailboxes(mail.replyTo()));
        json.put("inReplyTo", mail.inReplyTo());
        json.put("references", mail.references());
        json.put("attachments", mail.attachments().stream().map(
                file -> Map.of("name", file.name(), "type", file.type(), "inline", file.inline())).toList());
    }

    private static List<Map<String, String>> mailboxes(List<Mailbox> boxes) {
        return boxes.stream().map(box -> Map.of("name", box.name(), "address", box.address())).toList();
    }
}
