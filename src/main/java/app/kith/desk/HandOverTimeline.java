package app.kith.desk;

import app.kith.contact.Entry;
import app.kith.desk.PackedMails.Packed;
import app.kith.mail.Mail;
import app.kith.mail.Mailbox;
import app.kith.mail.NewText;
import app.kith.store.Timeline.Item;
import app.kith.store.Timeline.Logged;
import app.kith.store.Timeline.Talk;
import app.kith.words.Words;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * The timeline of a customer who is handed over, with the texts of the mails. As JSON it is an array, the latest first:
 *
 * <pre>{@code
 * [{"type": "conversation", "at": "2026-03-12T08:00:00Z", "id": 7, "subject": "Prices", "messages": 2, "direction": "in",
 *   "mails": [{"at": "…", "from": [{"name": "…", "address": "…"}], "to": […], "cc": […], "subject": "Prices",
 *              "text": "…",                         what the author wrote anew; where nothing is, all
 *              "mail": "mails/001 2026-03-11 Prices.eml", "files": ["files/list.pdf"]}]},
 *  {"type": "meeting", "at": "…", "until": null, "allDay": false, "summary": "…", "location": "…", "organizer": "…",
 *   "cancelled": false, "message": 12},
 *  {"type": "activity", "kind": "call", "at": "…", "title": "…", "text": "…", "files": ["files/plan.pdf"], …},
 *                                                      call, meeting, note, task
 *  {"type": "record", "kind": "order", "number": "…", "amount": 12.5, "currency": "EUR", …},
 *  {"type": "change", "at": "…", "id": 3, "what": "…"}]
 * }</pre>
 */
final class HandOverTimeline {
    private final List<Item> items;
    private final PackedMails packed;
    private final Mails mails;

    HandOverTimeline(List<Item> items, PackedMails packed, Mails mails) {
        this.items = items;
        this.packed = packed;
        this.mails = mails;
    }

    /** {@return what happened, the latest first} */
    List<Item> items() {
        return items;
    }

    /** {@return the mails of a conversation, oldest first} */
    List<Packed> mails(Talk talk) {
        return packed.of(talk.id());
    }

    /** {@return the files that are kept with an entry, paths within the parcel} */
    List<String> files(Entry entry) {
        return packed.files(entry);
    }

    /** Reads a packed mail again: texts are not kept while others are written. */
    Mail read(Packed one) {
        return mails.read(one.message());
    }

    /** {@return what the author of a mail wrote anew; all, where he wrote nothing of his own} */
    static String text(Mail mail) {
        String text = NewText.of(mail).newText();
        return text.isBlank() ? mail.text().strip() : text;
    }

    void write(Words words, OutputStream out) {
        try (SequenceWriter json = JsonMapper.builder().build().writerWithDefaultPrettyPrinter()
                .writeValuesAsArray(out)) {
            for (Item item : items) {
                Map<String, Object> one = TimelineJson.of(item, words);
                if (item instanceof Logged logged) {
                    one.put("files", packed.files(logged.entry()));
                }
                if (item instanceof Talk talk) {
                    one.put("mails", mails(talk).stream().map(this::mail).toList());
                }
                json.write(one);
            }
        }
    }

    private Map<String, Object> mail(Packed one) {
        Mail mail = read(one);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("at", mail.date() == null ? null : mail.date().toString());
        json.put("direction", one.outgoing() ? "out" : "in");
        json.put("from", mailboxes(mail.from()));
        json.put("to", mailboxes(mail.to()));
        json.put("cc", mailboxes(mail.cc()));
        json.put("subject", mail.subject());
        json.put("text", text(mail));
        json.put("mail", one.name());
        json.put("files", one.files());
        return json;
    }

    private static List<Map<String, String>> mailboxes(List<Mailbox> boxes) {
        return boxes.stream().map(box -> Map.of("name", box.name(), "address", box.address())).toList();
    }
}
