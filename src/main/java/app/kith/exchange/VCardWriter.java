package app.kith.exchange;

import app.kith.contact.PostalAddress;
import app.kith.contact.Property;
import app.kith.contact.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes vCards of version 3.0 (RFC 2426) and 4.0 (RFC 6350). What vCard has no word for goes out as {@code X-KITH-…}, labels of
 * one's own as Apple's {@code X-ABLabel}, and lines that came from elsewhere and were not understood go out as they came.
 */
final class VCardWriter {
    private static final int FOLD = 75;
    private static final Map<String, String> PHONETIC = Map.of("given", "X-PHONETIC-FIRST-NAME", "family",
            "X-PHONETIC-LAST-NAME", "middle", "X-PHONETIC-MIDDLE-NAME", "company", "X-PHONETIC-ORG");
    private static final Pattern ISO = Pattern.compile("(?:(\\d{4})|-)-(\\d{2})-(\\d{2})");
    private static final Pattern DATA = Pattern.compile("data:image/([a-z0-9.+-]+);base64,([A-Za-z0-9+/=]+)");

    private final boolean four;
    private final OutputStream out;
    private int group;

    /**
     * Makes the writer.
     *
     * @param four whether to write version 4.0; else 3.0
     * @param out where to
     */
    VCardWriter(boolean four, OutputStream out) {
        this.four = four;
        this.out = out;
    }

    /** Writes the card of one contact. */
    void write(List<Value> values) throws IOException {
        group = 0;
        List<Value> rest = new ArrayList<>(values);
        raw("BEGIN:VCARD");
        raw("VERSION:" + (four ? "4.0" : "3.0"));
        name(rest);
        company(rest);
        for (Value value : rest) {
            value(value);
        }
        raw("END:VCARD");
    }

    /**
     * Writes single lines into a card that is there.
     *
     * @param from groups up to this number are in use there
     */
    void lines(List<Value> values, int from) throws IOException {
        group = from;
        for (Value value : values) {
            if (value.property() == Property.NAME) {
                line("FN", "", escaped(value.raw()), value.label());
            } else {
                value(value);
            }
        }
    }

    /** FN and N must be there; what is only made up for that says so. */
    private void name(List<Value> rest) throws IOException {
        Value name = take(rest, Property.NAME);
        if (name == null) {
            String instead = rest.stream().filter(value -> value.property() == Property.COMPANY
                    || value.property() == Property.EMAIL || value.property() == Property.PHONE)
                    .map(Value::raw).findFirst().orElse("?");
            raw("FN;X-KITH-DERIVED=1:" + escaped(instead));
        } else {
            line("FN", "", escaped(name.raw()), name.label());
        }
        Property[] parts = {Property.FAMILY_NAME, Property.GIVEN_NAME, Property.MIDDLE_NAME, Property.PREFIX,
                Property.SUFFIX};
        List<String> texts = new ArrayList<>();
        for (Property part : parts) {
            Value value = takePlain(rest, part);
            texts.add(value == null ? "" : escaped(value.raw()));
        }
        if (texts.stream().anyMatch(text -> !text.isEmpty())) {
            raw("N:" + String.join(";", texts));
        } else if (!four) {
            raw("N;X-KITH-DERIVED=1:" + (name == null ? "" : escaped(name.raw())) + ";;;;");
        }
    }

    /** Company and departments are one property. */
    private void company(List<Value> rest) throws IOException {
        Value company = takePlain(rest, Property.COMPANY);
        if (company == null) {
            return;
        }
        StringBuilder text = new StringBuilder(escaped(company.raw()));
        for (Value unit = takePlain(rest, Property.DEPARTMENT); unit != null; unit = takePlain(rest,
                Property.DEPARTMENT)) {
            text.append(';').append(escaped(unit.raw()));
        }
        raw("ORG:" + text);
    }

    private static @Nullable Value take(List<Value> rest, Property property) {
        for (Value value : rest) {
            if (value.property() == property) {
                rest.remove(value);
                return value;
            }
        }
        return null;
    }

    private static @Nullable Value takePlain(List<Value> rest, Property property) {
        for (Value value : rest) {
            if (value.property() == property && value.label().isEmpty()) {
                rest.remove(value);
                return value;
            }
        }
        return null;
    }

    private void value(Value value) throws IOException {
        String text = escaped(value.raw());
        switch (value.property()) {
            case NICKNAME -> line("NICKNAME", "", text, value.label());
            case EMAIL -> line("EMAIL", "", text, value.label());
            case PHONE -> line("TEL", "", text, value.label());
            case TITLE -> line("TITLE", "", text, value.label());
            case ROLE -> line("ROLE", "", text, value.label());
            case URL -> line("URL", "", text, value.label());
            case TAG -> line("CATEGORIES", "", text, value.label());
            case NOTE -> line("NOTE", "", text, value.label());
            case ADDRESS -> address(value);
            case KIND -> kind(value);
            case PHONETIC -> named(PHONETIC.get(value.label()), value);
            case BIRTHDAY -> date(value, "BDAY");
            case ANNIVERSARY -> date(value, four ? "ANNIVERSARY" : "X-ANNIVERSARY");
            case GENDER -> gender(value);
            case LANGUAGE -> named(four ? "LANG" : null, value);
            case RELATION -> line(four ? "RELATED" : "X-ABRELATEDNAMES", four ? ";VALUE=text" : "", text,
                    value.label());
            case CHAT -> chat(value);
            case EXTERNAL_ID -> named(value.label().equals("uid") ? "UID" : null, value);
            case PHOTO -> photo(value);
            case OTHER -> other(value);
            default -> kith(value);
        }
    }

    private void kith(Value value) throws IOException {
        String label = value.label();
        String name = VCardMapper.KITH + value.property().name().replace('_', '-');
        if (label.isEmpty()) {
            raw(name + ":" + escaped(value.raw()));
        } else {
            group++;
            raw("k" + group + "." + name + ":" + escaped(value.raw()));
            raw("k" + group + ".X-ABLabel:" + escaped(label));
        }
    }

    /** A line whose name says all that the label would. */
    private void named(@Nullable String name, Value value) throws IOException {
        if (name == null || value.property() == Property.LANGUAGE && !value.label().isEmpty()) {
            kith(value);
        } else {
            raw(name + ":" + escaped(value.raw()));
        }
    }

    private void line(String name, String parameters, String value, String label) throws IOException {
        List<String> types = VCardTypes.types(label);
        if (label.isEmpty()) {
            raw(name + parameters + ":" + value);
        } else if (!types.isEmpty()) {
            raw(name + parameters + types.stream().map(type -> ";TYPE=" + (four ? type : type.toUpperCase(Locale.ROOT)))
                    .collect(Collectors.joining()) + ":" + value);
        } else {
            group++;
            raw("k" + group + "." + name + parameters + ":" + value);
            raw("k" + group + ".X-ABLabel:" + escaped(label));
        }
    }

    private void address(Value value) throws IOException {
        PostalAddress address = PostalAddress.of(value.raw());
        line("ADR", "", List.of(address.box(), address.extended(), address.street(), address.locality(),
                address.region(), address.postcode(), address.country()).stream().map(VCardWriter::escaped)
                .collect(Collectors.joining(";")), value.label());
    }

    private void kind(Value value) throws IOException {
        if (value.raw().equals("company")) {
            raw(four ? "KIND:org" : "X-ABShowAs:COMPANY");
        } else {
            kith(value);
        }
    }

    private void gender(Value value) throws IOException {
        boolean letter = value.raw().matches("[MFONU]");
        if (!value.label().isEmpty()) {
            kith(value);
        } else if (four) {
            raw("GENDER:" + (letter ? "" : ";") + escaped(value.raw()));
        } else {
            raw("X-GENDER:" + escaped(value.raw()));
        }
    }

    private void date(Value value, String name) throws IOException {
        Matcher date = ISO.matcher(value.raw());
        if (!date.matches()) {
            kith(value);
        } else if (date.group(1) != null) {
            line(name, "", four ? value.raw().replace("-", "") : value.raw(), value.label());
        } else if (four) {
            line(name, "", "--" + date.group(2) + date.group(3), value.label());
        } else {
            line(name, ";X-APPLE-OMIT-YEAR=1604", "1604" + value.raw().substring(1), value.label());
        }
    }

    /** Apple's way, which says the network even where it has no scheme of its own. */
    private void chat(Value value) throws IOException {
        String handle = escaped("x-apple:" + value.raw().replace("%", "%25"));
        if (value.label().isEmpty()) {
            raw("IMPP:" + handle);
        } else if (value.label().matches("[a-z0-9 -]+") && value.label().equals(value.label().strip())) {
            raw("IMPP;X-SERVICE-TYPE=" + value.label() + ":" + handle);
        } else {
            kith(value);
        }
    }

    private void photo(Value value) throws IOException {
        Matcher data = DATA.matcher(value.raw());
        if (!four && data.matches()) {
            raw("PHOTO;ENCODING=b;TYPE=" + data.group(1).toUpperCase(Locale.ROOT) + ":" + data.group(2));
        } else if (data.matches() || value.raw().matches("(?i)https?:.*")) {
            raw("PHOTO" + (four ? "" : ";VALUE=uri") + ":" + value.raw());
        } else {
            kith(value);
        }
    }

    /** Group names of such a line cannot clash with those given here, which begin with k. */
    private void other(Value value) throws IOException {
        boolean line = value.label()
                .matches("(?:[A-Za-z0-9-]+\\.)?[A-Za-z0-9/-]+(?:;(?:[^\\r\\n:\"]|\"[^\"\\r\\n]*\")*)?")
                && !value.raw().contains("\n") && !value.raw().contains("\r");
        if (line) {
            raw(value.label() + ":" + value.raw());
        } else {
            kith(value);
        }
    }

    static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")
                .replace(";", "\\;").replace(",", "\\,");
    }

    /** Writes a line, folded at 75 octets and never inside of a character. */
    void raw(String line) throws IOException {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        int from = 0;
        int room = FOLD;
        while (bytes.length - from > room) {
            int to = from + room;
            while ((bytes[to] & 0xC0) == 0x80) {
                to--;
            }
            out.write(bytes, from, to - from);
            out.write('\r');
            out.write('\n');
            out.write(' ');
            from = to;
            room = FOLD - 1;
        }
        out.write(bytes, from, bytes.length - from);
        out.write('\r');
        out.write('\n');
    }
}
