package app.kith.desk;

import app.kith.contact.Entry;
import app.kith.contact.KeptFile;
import app.kith.store.Timeline.Changed;
import app.kith.store.Timeline.Item;
import app.kith.store.Timeline.Logged;
import app.kith.store.Timeline.Meeting;
import app.kith.store.Timeline.Talk;
import app.kith.words.ReasonWords;
import app.kith.words.Words;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A timeline as JSON: each item says what it is in {@code type}. */
public final class TimelineJson {
    private TimelineJson() {}

    /**
     * What stands on a timeline.
     *
     * @param item the item
     * @param words the language in which changes are told
     * @return its members by name; null for what there is not
     */
    public static Map<String, Object> of(Item item, Words words) {
        Map<String, Object> json = new LinkedHashMap<>();
        switch (item) {
            case Talk talk -> {
                json.put("type", "conversation");
                json.put("at", talk.at().toString());
                json.put("id", talk.id());
                json.put("subject", talk.subject());
                json.put("messages", talk.messages());
                json.put("direction", talk.outgoing() ? "out" : "in");
                json.put("pinned", talk.pinned());
            }
            case Meeting meeting -> {
                json.put("type", "meeting");
                json.put("at", meeting.at().toString());
                json.put("until", text(meeting.until()));
                json.put("allDay", meeting.allDay());
                json.put("summary", meeting.summary());
                json.put("location", meeting.location());
                json.put("organizer", meeting.organizer());
                json.put("cancelled", meeting.cancelled());
                json.put("message", meeting.message());
            }
            case Logged logged -> {
                json.put("type", logged.entry().kind().isRecord() ? "record" : "activity");
                json.putAll(entry(logged.entry()));
            }
            case Changed changed -> {
                json.put("type", "change");
                json.put("at", changed.at().toString());
                json.put("id", changed.heading().sequence());
                json.put("what", ReasonWords.of(words, changed.heading().reason(), changed.heading().about()));
            }
        }
        return json;
    }

    /**
     * An activity or business record.
     *
     * @param entry the entry
     * @return its members by name; null for what there is not
     */
    public static Map<String, Object> entry(Entry entry) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", entry.id());
        json.put("contact", entry.contact());
        json.put("kind", entry.kind().name().toLowerCase(Locale.ROOT));
        json.put("at", entry.at().toString());
        json.put("until", text(entry.until()));
        json.put("title", entry.title());
        json.put("text", entry.text());
        json.put("number", entry.number());
        json.put("amount", entry.amount());
        json.put("currency", entry.currency());
        json.put("state", entry.state());
        json.put("source", entry.source().kind().name().toLowerCase(Locale.ROOT));
        json.put("place", entry.source().place());
        json.put("files", entry.files().stream().map(TimelineJson::file).toList());
        return json;
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    /** A file that is kept with an entry. */
    static Map<String, Object> file(KeptFile file) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", file.name());
        json.put("size", file.size());
        json.put("sha256", file.digest());
        return json;
    }
}
