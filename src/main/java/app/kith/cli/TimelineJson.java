package app.kith.cli;

import app.kith.store.Timeline.Changed;
import app.kith.store.Timeline.Item;
import app.kith.store.Timeline.Logged;
import app.kith.store.Timeline.Meeting;
import app.kith.store.Timeline.Talk;
import app.kith.words.ReasonWords;
import app.kith.words.Words;
import java.util.LinkedHashMap;
import java.util.Map;

/** A timeline as JSON: each item says what it is in {@code type}. */
final class TimelineJson {
    private TimelineJson() {}

    static Map<String, Object> of(Item item, Words words) {
        Map<String, Object> json = new LinkedHashMap<>();
        switch (item) {
            case Talk talk -> {
                json.put("type", "conversation");
                json.put("at", talk.at().toString());
                json.put("id", talk.id());
                json.put("subject", talk.subject());
                json.put("messages", talk.messages());
                json.put("direction", talk.outgoing() ? "out" : "in");
            }
            case Meeting meeting -> {
                json.put("type", "meeting");
                json.put("at", meeting.at().toString());
                json.put("until", ContactsCommands.text(meeting.until()));
                json.put("allDay", meeting.allDay());
                json.put("summary", meeting.summary());
                json.put("location", meeting.location());
                json.put("organizer", meeting.organizer());
                json.put("cancelled", meeting.cancelled());
                json.put("message", meeting.message());
            }
            case Logged logged -> {
                json.put("type", logged.entry().kind().isRecord() ? "record" : "activity");
                json.putAll(EntriesCommands.json(logged.entry()));
            }
            case Changed changed -> {
                json.put("type", "change");
                json.put("at", changed.at().toString());
                json.put("id", changed.heading().sequence());
                json.put("what", ReasonWords.of(words, changed.heading().reason()));
            }
        }
        return json;
    }
}
