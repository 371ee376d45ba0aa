package app.kith.cli;

import app.kith.contact.PostalAddress;
import app.kith.contact.Property;
import app.kith.contact.ShownValue;
import app.kith.contact.ShownValue.Origin;
import app.kith.contact.Source;
import app.kith.contact.Value;
import app.kith.desk.FactName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is known of a customer or a company, each fact with its source, as commands tell it. */
final class Facts {
    private Facts() {}

    static Map<String, Object> json(ShownValue shown) {
        Value value = shown.value();
        Origin origin = shown.origins().getFirst();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("property", word(value.property()));
        json.put("label", value.label());
        json.put("value", value.raw());
        json.put("normal", value.normal());
        if (value.property() == Property.ADDRESS) {
            json.put("parts", parts(PostalAddress.parts(value.raw())));
        }
        json.put("source", word(origin.source().kind()));
        json.put("place", origin.source().place());
        json.put("where", origin.place());
        json.put("since", origin.since().toString());
        json.put("why", word(shown.why()));
        json.put("sources", shown.origins().size());
        return json;
    }

    private static Map<String, String> parts(PostalAddress address) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("box", address.box());
        parts.put("extended", address.extended());
        parts.put("street", address.street());
        parts.put("locality", address.locality());
        parts.put("region", address.region());
        parts.put("postcode", address.postcode());
        parts.put("country", address.country());
        parts.values().removeIf(String::isEmpty);
        return parts;
    }

    static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    static void print(Terminal terminal, List<ShownValue> values) {
        for (ShownValue shown : values.stream().filter(one -> one.value().property().isText()).toList()) {
            Value value = shown.value();
            Source source = shown.origins().getFirst().source();
            terminal.line("  " + FactName.of(terminal.words(), value.property(), value.label()) + ": "
                    + value.raw() + "  ("
                    + terminal.words().get("cli.source." + word(source.kind()), source.place()) + ")");
        }
    }
}
