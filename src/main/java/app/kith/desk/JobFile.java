package app.kith.desk;

import app.kith.words.KithException;
import app.kith.words.Note;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What became of a file of a saved import. It is kept by the file's digest, so that nothing is taken twice.
 *
 * @param name the file's name
 * @param at when that was
 * @param end what became of it
 * @param change number of the change set; 0 where nothing was to be changed, or it was mail
 * @param reason why it was set aside; null for the others
 */
public record JobFile(String name, Instant at, End end, long change, @Nullable Note reason) {
    private static final JsonMapper JSON = new JsonMapper();

    /** What can become of a file. */
    public enum End {
        /** It was taken in. */
        TAKEN,
        /** It cannot be read. */
        ASIDE,
        /** The user does not want it. */
        LEFT
    }

    /** The reason of a failure, to be kept. */
    static Note reason(KithException failure) {
        return new Note(failure.problem().key(), failure.details().stream()
                .map(detail -> detail instanceof Note || detail instanceof Number ? detail : String.valueOf(detail))
                .toList());
    }

    String text() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", name);
        json.put("at", at.toString());
        json.put("end", end.name().toLowerCase(Locale.ROOT));
        json.put("change", change);
        json.put("reason", reason == null ? null : json(reason));
        return JSON.writeValueAsString(json);
    }

    private static Map<String, Object> json(Note note) {
        return Map.of("key", note.key(), "details", note.details().stream()
                .map(detail -> detail instanceof Note inner ? json(inner) : detail).toList());
    }

    static Optional<JobFile> of(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            JsonNode reason = json.get("reason");
            return Optional.of(new JobFile(json.get("file").asString(), Instant.parse(json.get("at").asString()),
                    End.valueOf(json.get("end").asString().toUpperCase(Locale.ROOT)), json.get("change").asLong(),
                    reason == null || reason.isNull() ? null : note(reason)));
        } catch (JacksonException | java.time.DateTimeException | IllegalArgumentException | NullPointerException e) {
            return Optional.empty();
        }
    }

    private static Note note(JsonNode json) {
        List<Object> details = new ArrayList<>();
        json.get("details").forEach(detail -> details.add(detail.isObject()
                ? note(detail)
                : detail.isNumber() ? detail.numberValue() : detail.asString()));
        return new Note(json.get("key").asString(), details);
    }
}
