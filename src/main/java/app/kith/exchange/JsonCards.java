package app.kith.exchange;

import app.kith.contact.Numbering;
import app.kith.contact.Property;
import app.kith.contact.Value;
import app.kith.words.KithException;
import app.kith.words.Note;
import app.kith.words.Problem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads the contacts of a file that {@link JsonExport} wrote: what is shown of each becomes its card. */
final class JsonCards implements CardReader {
    private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder().maxNestingDepth(20)
            .maxStringLength(VCardLines.LONGEST_LINE).build();

    private final Path file;
    private final InputStream in;
    private final JsonParser json;
    private int count;
    private boolean ended;

    JsonCards(Path file) {
        this.file = file;
        try {
            in = new BufferedInputStream(Files.newInputStream(file));
            json = JsonFactory.builder().streamReadConstraints(BOUNDS).build().createParser(ObjectReadContext.empty(),
                    in);
            toContacts();
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, file, String.valueOf(e.getMessage()));
        } catch (JacksonException e) {
            throw refused(e);
        }
    }

    private KithException refused(Exception e) {
        return new KithException(e, Problem.IMPORT_REFUSED, file.getFileName(),
                Note.of("import.hostile.json", count + 1));
    }

    private void toContacts() {
        boolean known = false;
        expect(JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            JsonToken token = json.nextToken();
            if (name.equals("kith")) {
                known = token == JsonToken.VALUE_NUMBER_INT && json.getIntValue() <= JsonExport.VERSION;
            } else if (name.equals("contacts") && known && token == JsonToken.START_ARRAY) {
                return;
            } else {
                json.skipChildren();
            }
        }
        throw new KithException(Problem.IMPORT_REFUSED, file.getFileName(), Note.of("import.hostile.unknown"));
    }

    private void expect(JsonToken wanted) {
        if (json.nextToken() != wanted) {
            throw new KithException(Problem.IMPORT_REFUSED, file.getFileName(), Note.of("import.hostile.unknown"));
        }
    }

    @Override
    public @Nullable DraftCard next() {
        try {
            JsonToken token = ended ? JsonToken.END_ARRAY : json.nextToken();
            if (token == JsonToken.END_ARRAY) {
                ended = true;
                return null;
            }
            if (token != JsonToken.START_OBJECT) {
                throw refused(new IllegalStateException(String.valueOf(token)));
            }
            count++;
            return contact("#" + count);
        } catch (JacksonException e) {
            throw refused(e);
        }
    }

    private DraftCard contact(String place) {
        List<Value> values = new ArrayList<>();
        List<Note> problems = new ArrayList<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            JsonToken token = json.nextToken();
            if (name.equals("values") && token == JsonToken.START_ARRAY) {
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    value(place, values, problems);
                }
            } else {
                json.skipChildren();
            }
        }
        return new DraftCard(Numbering.settled(values), place, problems, List.of());
    }

    private void value(String place, List<Value> values, List<Note> problems) {
        String property = "";
        String label = "";
        String text = "";
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            JsonToken token = json.nextToken();
            String read = token.isScalarValue() ? json.getString() : "";
            json.skipChildren();
            switch (name) {
                case "property" -> property = read;
                case "label" -> label = read;
                case "value" -> text = read;
                default -> {
                }
            }
        }
        try {
            values.add(Value.of(Property.valueOf(property.toUpperCase(Locale.ROOT)), label, text, place));
        } catch (IllegalArgumentException e) {
            problems.add(Note.of("import.not-property", property));
            values.add(Value.of(Property.OWN, property, text, place));
        }
    }

    @Override
    public void close() {
        try {
            json.close();
            in.close();
        } catch (IOException e) {
            throw new KithException(e, Problem.DISK, file, String.valueOf(e.getMessage()));
        }
    }
}
