package app.kith.contact;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A postal address in the seven parts of vCard's ADR (RFC 6350, 6.3.1). Written into one text its parts are divided by semicolons.
 *
 * @param box post-office box; may be empty, like every part
 * @param extended suite, floor
 * @param street street and number; in Chinese addresses the detail behind the district
 * @param locality city; in Chinese addresses with its district, as {@code 深圳市 南山区}
 * @param region state or province
 * @param postcode postal code
 * @param country country
 */
public record PostalAddress(String box, String extended, String street, String locality, String region, String postcode,
        String country) {
    private static final int PARTS = 7;

    /**
     * Reads a text.
     *
     * @param raw seven parts divided by semicolons, or free text
     * @return the address; free text becomes the street
     */
    public static PostalAddress of(String raw) {
        List<String> parts = split(raw);
        if (parts.size() != PARTS) {
            return new PostalAddress("", "", raw.strip(), "", "", "", "");
        }
        return new PostalAddress(parts.get(0), parts.get(1), parts.get(2), parts.get(3), parts.get(4), parts.get(5),
                parts.get(6));
    }

    /**
     * Reads a text and takes free text apart as people write addresses: province, city, district and detail in Chinese and Japanese ones;
     * street, postcode, city and country in others. The text itself is not changed by it.
     *
     * @param raw seven parts divided by semicolons, or free text on one or several lines
     * @return the address; the street alone where nothing else can be told
     */
    public static PostalAddress parts(String raw) {
        PostalAddress plain = of(raw);
        if (split(raw).size() == PARTS) {
            return plain;
        }
        String text = Normalizer.normalize(raw, Normalizer.Form.NFKC).strip();
        PostalAddress read = Han.in(text)
                ? ChineseAddress.read(text.replaceAll("[\\r\\n]+", " "))
                : WesternAddress.read(text);
        return read == null ? plain : read;
    }

    private static List<String> split(String raw) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\\' && i + 1 < raw.length() && (raw.charAt(i + 1) == ';' || raw.charAt(i + 1) == '\\')) {
                part.append(raw.charAt(++i));
            } else if (c == ';') {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    /** {@return the seven parts divided by semicolons; read by {@link #of} it is equal} */
    public String raw() {
        return parts().map(part -> part.replace("\\", "\\\\").replace(";", "\\;")).collect(Collectors.joining(";"));
    }

    private Stream<String> parts() {
        return Stream.of(box, extended, street, locality, region, postcode, country);
    }

    /** {@return the address in one line, in the order of its country: from the country down in Chinese, else up to it} */
    public String shown() {
        boolean chinese = parts().anyMatch(part -> part.codePoints()
                .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN));
        Stream<String> order = chinese
                ? Stream.of(country, postcode, region, locality, street, extended, box)
                : Stream.of(box, extended, street, locality, region, postcode, country);
        return order.filter(part -> !part.isBlank()).collect(Collectors.joining(chinese ? " " : ", "));
    }
}
