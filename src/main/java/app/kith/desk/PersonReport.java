package app.kith.desk;

import app.kith.contact.Card;
import app.kith.contact.Source;
import app.kith.contact.Value;
import app.kith.desk.ExportedMail.Aside;
import app.kith.exchange.OneFile;
import app.kith.store.ChangesView;
import app.kith.store.ChangesView.Heading;
import app.kith.store.Conversations;
import app.kith.store.Conversations.MessageRow;
import app.kith.store.Customers;
import app.kith.store.Customers.Customer;
import app.kith.store.ErasureView;
import app.kith.store.PastView;
import app.kith.store.RelationView;
import app.kith.store.UserTextView;
import app.kith.words.KithException;
import app.kith.words.Problem;
import app.kith.words.ReasonWords;
import app.kith.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that is kept about one person, with where it came from and when, as one JSON file: for the person, who may ask for it.
 *
 * <pre>{@code
 * {"holds": "person", "exportedAt": "…", "contact": 7, "name": "…", "mergedContacts": [9],
 *  "cards": [{"id": 3, "source": "file", "place": "fair.csv", "values": [{"property": "phone", "label": "work", "value": "…",
 *             "normal": "…", "mark": "said", "where": "row 4"}]}],
 *  "earlierValues": [{"card": 3, "source": "…", "place": "…", "property": "…", "value": "…", "from": "2026-…", "until": "2026-…"}],
 *  "entries": [{"kind": "call", …}], "earlierEntries": [{…, "from": "…", "until": "…"}],
 *  "addresses": [{"email": "…", "name": "…", "received": 4, "sent": 2, "lastReceived": "…", "lastSent": "…"}],
 *  "relations": [{"kind": "manager", "contact": 5, "name": "…", "saidBy": 5}],
 *  "decisions": {"interval/7": "14"},
 *  "mails": [{"id": 81, "messageId": "…", "at": "…", "subject": "…", "outgoing": false, "size": 2113, "sha256": "…", "others": false,
 *             "onServer": true, "files": ["list.pdf"]}],
 *  "changes": [{"id": 12, "at": "…", "actor": "user", "what": "…"}]}
 * }</pre>
 *
 * The mails themselves are in the hand-over of a customer. Blocks.
 */
public final class PersonReport {
    private static final int WINDOW = 500;

    private final Views views;
    private final Mails mails;
    private final ExportNotes notes;
    private final Clock clock;

    PersonReport(Views views, Mails mails, ExportNotes notes, Clock clock) {
        this.views = views;
        this.mails = mails;
        this.notes = notes;
        this.clock = clock;
    }

    /** What is asked. */
    record Views(Customers customers, ChangesView changes, PastView past, ErasureView kept, RelationView relations,
            UserTextView texts, Conversations conversations) {}

    /**
     * What was written.
     *
     * @param cards how many cards
     * @param values how many values, earlier ones among them
     * @param entries how many activities and records
     * @param mails how many mails are named
     * @param aside mails that could not be read
     */
    public record Written(int cards, int values, int entries, int mails, List<Aside> aside) {}

    /**
     * Writes the report.
     *
     * @param contact number of the customer
     * @param words the language in which changes are told
     * @param file where to
     * @param replace whether a file that is there may be replaced
     * @return how much there is
     * @throws KithException NOT_FOUND, FILE_EXISTS, DISK
     */
    public Written write(long contact, Words words, Path file, boolean replace) {
        Customer customer = views.customers().find(contact)
                .orElseThrow(() -> new KithException(Problem.NOT_FOUND, "#" + contact));
        if (!replace && Files.exists(file)) {
            throw new KithException(Problem.FILE_EXISTS, file);
        }
        ErasureView.Kept kept = views.kept().kept(contact);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("holds", "person");
        json.put("exportedAt", clock.instant().toString());
        json.put("contact", contact);
        json.put("name", customer.row().name());
        json.put("mergedContacts", kept.contacts().stream().filter(id -> id != contact).toList());
        List<Card> cards = views.changes().cards(contact);
        json.put("cards", cards.stream().map(PersonReport::card).toList());
        List<Map<String, Object>> earlier = earlierValues(kept);
        json.put("earlierValues", earlier);
        List<Map<String, Object>> entries = views.changes().entries(contact).stream().map(TimelineJson::entry).toList();
        json.put("entries", entries);
        List<Map<String, Object>> former = earlierEntries(kept);
        json.put("earlierEntries", former);
        json.put("addresses", customer.addresses().stream().map(PersonReport::address).toList());
        json.put("relations", views.relations().of(customer).stream().map(PersonReport::relation).toList());
        json.put("decisions", decisions(kept));
        List<Aside> aside = new ArrayList<>();
        List<Map<String, Object>> named = mails(kept, aside);
        json.put("mails", named);
        json.put("changes", changes(contact, words));
        OneFile.write(file, replace,
                out -> out.write(JsonMapper.builder().build().writerWithDefaultPrettyPrinter()
                        .writeValueAsBytes(json)));
        notes.add(ExportNotes.What.PERSON, contact, named.size(), file);
        int values = cards.stream().mapToInt(card -> card.values().size()).sum() + earlier.size();
        return new Written(cards.size(), values, entries.size() + former.size(), named.size(), aside);
    }

    private static Map<String, Object> card(Card card) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", card.id());
        source(card.source(), json);
        json.put("values", card.values().stream().map(PersonReport::value).toList());
        return json;
    }

    private static void source(Source source, Map<String, Object> json) {
        json.put("source", word(source.kind()));
        json.put("place", source.place());
    }

    private static Map<String, Object> value(Value value) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("property", word(value.property()));
        json.put("label", value.label());
        json.put("value", value.raw());
        json.put("normal", value.normal());
        json.put("mark", word(value.mark()));
        json.put("where", value.place());
        return json;
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    private List<Map<String, Object>> earlierValues(ErasureView.Kept kept) {
        List<Map<String, Object>> earlier = new ArrayList<>();
        views.past().values(past -> {
            if (kept.cards().contains(past.card())) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("card", past.card());
                source(past.source(), json);
                json.putAll(value(past.value()));
                json.put("from", at(past.from()));
                json.put("until", at(past.until()));
                earlier.add(json);
            }
        });
        return earlier;
    }

    private List<Map<String, Object>> earlierEntries(ErasureView.Kept kept) {
        List<Map<String, Object>> earlier = new ArrayList<>();
        views.past().entries().stream().filter(past -> kept.entries().contains(past.entry().id())).forEach(past -> {
            Map<String, Object> json = TimelineJson.entry(past.entry());
            json.put("from", at(past.from()));
            json.put("until", at(past.until()));
            earlier.add(json);
        });
        return earlier;
    }

    private @Nullable String at(long change) {
        return views.changes().find(change).map(heading -> heading.at().toString()).orElse(null);
    }

    private static Map<String, Object> address(Customers.AddressRow row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("email", row.email());
        json.put("name", row.name());
        json.put("received", row.received());
        json.put("sent", row.sent());
        json.put("lastReceived", text(row.lastIn()));
        json.put("lastSent", text(row.lastOut()));
        return json;
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static Map<String, Object> relation(RelationView.Related related) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", related.kind());
        json.put("contact", related.contact() == 0 ? null : related.contact());
        json.put("name", related.name());
        json.put("saidBy", related.holder());
        return json;
    }

    /** What the user decided about the person: how often to be in touch, what of the person's mail was refused or accepted. */
    private Map<String, String> decisions(ErasureView.Kept kept) {
        Map<String, String> decisions = new TreeMap<>();
        views.texts().all("").forEach((key, text) -> {
            boolean about = kept.addresses().stream().anyMatch(address -> key.startsWith("decision/" + address + "/"))
                    || kept.contacts().stream().anyMatch(contact -> key.equals("interval/" + contact));
            if (about) {
                decisions.put(key, text);
            }
        });
        return decisions;
    }

    private List<Map<String, Object>> mails(ErasureView.Kept kept, List<Aside> aside) {
        ErasureView.Mails with = views.kept().mails(kept.addresses());
        return Stream.concat(with.alone().stream().map(message -> mail(message, false, aside)),
                with.shared().stream().map(message -> mail(message, true, aside)))
                .filter(json -> !json.isEmpty()).toList();
    }

    private Map<String, Object> mail(long message, boolean others, List<Aside> aside) {
        Map<String, Object> json = new LinkedHashMap<>();
        MessageRow row = views.conversations().message(message).orElse(null);
        if (row == null) {
            return json;
        }
        json.put("id", row.id());
        json.put("messageId", row.messageId());
        json.put("at", row.sentAt().toString());
        json.put("subject", row.subject());
        json.put("outgoing", row.outgoing());
        json.put("size", row.size());
        json.put("sha256", HexFormat.of().formatHex(row.digest()));
        json.put("others", others);
        json.put("onServer", !row.gone());
        try {
            json.put("files", row.attachments() == 0
                    ? List.of()
                    : mails.read(message).attachments().stream().map(file -> file.name()).toList());
        } catch (KithException e) {
            aside.add(new Aside(message, e));
        }
        return json;
    }

    private List<Map<String, Object>> changes(long contact, Words words) {
        List<Map<String, Object>> changes = new ArrayList<>();
        List<Heading> window = views.changes().list(contact, 0, WINDOW);
        while (!window.isEmpty()) {
            for (Heading heading : window) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("id", heading.sequence());
                json.put("at", heading.at().toString());
                json.put("actor", word(heading.actor()));
                json.put("what", ReasonWords.of(words, heading.reason(), heading.about()));
                changes.add(json);
            }
            long last = window.getLast().sequence();
            window = last <= 1 ? List.of() : views.changes().list(contact, last, WINDOW);
        }
        return changes;
    }
}
