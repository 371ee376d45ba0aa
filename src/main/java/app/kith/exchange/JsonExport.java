package app.kith.exchange;

import app.kith.contact.Card;
import app.kith.contact.Value;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/**
 * Contacts as JSON, with everything that is known of them.
 *
 * <pre>{@code
 * {"kith": 1,                          the version of the form; a reader refuses a higher one
 *  "exportedAt": "2026-03-12T08:00:00Z",
 *  "profile": "standard",              what went out, see ExportProfile
 *  "contacts": [
 *   {"id": 7,                          the contact's number in the store that it came from
 *    "values": [                       what is shown of it; an import takes these
 *     {"property": "phone",            a Property in small letters
 *      "label": "mobile",              left out where it is empty
 *      "value": "138 0000 1234",       as the source has it
 *      "normal": "+8613800001234"}],   the form in which two spellings are equal; an import makes it anew
 *    "cards": [                        who says what
 *     {"id": 12, "source": "file", "place": "list.csv",
 *      "values": [{"property": "phone", "value": "138 0000 1234", "normal": "+8613800001234",
 *                  "place": "C2",      where in the source it stands; left out where it is empty
 *                  "mark": "confirmed"}]}]}]}   said, confirmed or denied; left out where it is said
 * }</pre>
 */
public final class JsonExport {
    /** The version of the form. */
    public static final int VERSION = 1;

    private JsonExport() {}

    static void write(ExportCards contacts, String profile, Instant at, OutputStream out) {
        try (JsonGenerator json = new JsonFactory().createGenerator(tools.jackson.core.ObjectWriteContext.empty(), out,
                JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeNumberProperty("kith", VERSION);
            json.writeStringProperty("exportedAt", at.toString());
            json.writeStringProperty("profile", profile);
            json.writeArrayPropertyStart("contacts");
            contacts.each(contact -> contact(contact, json));
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    /**
     * Writes one contact.
     *
     * @param contact the contact
     * @param json where to, where an object may stand
     */
    public static void contact(ExportContact contact, JsonGenerator json) {
        json.writeStartObject();
        json.writeNumberProperty("id", contact.id());
        values(contact.values(), json);
        json.writeArrayPropertyStart("cards");
        for (Card card : contact.cards()) {
            json.writeStartObject();
            json.writeNumberProperty("id", card.id());
            json.writeStringProperty("source", card.source().kind().name().toLowerCase(Locale.ROOT));
            json.writeStringProperty("place", card.source().place());
            values(card.values(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void values(List<Value> values, JsonGenerator json) {
        json.writeArrayPropertyStart("values");
        for (Value value : values) {
            json.writeStartObject();
            json.writeStringProperty("property", value.property().name().toLowerCase(Locale.ROOT));
            if (!value.label().isEmpty()) {
                json.writeStringProperty("label", value.label());
            }
            json.writeStringProperty("value", value.raw());
            json.writeStringProperty("normal", value.normal());
            if (!value.place().isEmpty()) {
                json.writeStringProperty("place", value.place());
            }
            if (value.mark() != Value.Mark.SAID) {
                json.writeStringProperty("mark", value.mark().name().toLowerCase(Locale.ROOT));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
