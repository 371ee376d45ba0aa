package app.kith.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes an address apart that is written from the small to the large, its parts on lines or between commas: the part that has the postcode
 * has the city in it or before it, as the postal services of the countries write it (UPU S42).
 */
final class WesternAddress {
    private static final Pattern BETWEEN = Pattern.compile("\\s*(?:[\\n\\r,，;|·•]|\\s[-–—]\\s)\\s*");
    private static final Pattern STATE_AND_CODE = Pattern
            .compile("(?:(.+?)[\\s,]+)?([A-Z]{2,3})\\s+([0-9]{5}(?:-[0-9]{4})?|[0-9]{4})");
    private static final Pattern UK = Pattern.compile("(?:(.+?)\\s+)?([A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2})");
    private static final Pattern CANADA = Pattern
            .compile("(?:(.+?)\\s+)?(?:([A-Z]{2})\\s+)?([A-Z][0-9][A-Z] ?[0-9][A-Z][0-9])");
    private static final Pattern CODE_AND_CITY = Pattern.compile(
            "(?:[A-Z]{1,3}-)?([0-9]{4} ?[A-Z]{2}|[0-9]{3} [0-9]{2}|[0-9]{2}-[0-9]{3}|[0-9]{4}-[0-9]{3}|[0-9]{4,6})\\s+(\\p{L}[^0-9]*)");
    private static final Pattern CITY_AND_CODE = Pattern
            .compile("(\\p{L}[^0-9]*?)\\s*[-–]?\\s*([0-9]{6}|[0-9]{3} [0-9]{3}|[0-9]{5})");
    private static final Pattern CODE = Pattern.compile("[0-9]{4,6}");
    private static final Pattern BOX = Pattern
            .compile("(?i)(?:P\\.? ?O\\.? ?Box|Postfach|Boîte postale|B\\.?P\\.?)\\s*[0-9].*");
    private static final Pattern LABEL = Pattern
            .compile("(?i)^(?:add(?:ress|\\.)?|anschrift|adresse|dirección|indirizzo)\\s*[:：]\\s*");

    private final List<String> parts;
    private String region = "";
    private String postcode = "";
    private String locality = "";

    private WesternAddress(List<String> parts) {
        this.parts = parts;
    }

    /** {@return the parts; null where no part can be told from the others} */
    static @Nullable PostalAddress read(String text) {
        List<String> parts = new ArrayList<>();
        for (String part : BETWEEN.split(LABEL.matcher(text.strip()).replaceFirst(""), -1)) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return new WesternAddress(parts).read();
    }

    private @Nullable PostalAddress read() {
        String country = "";
        if (parts.size() > 1 && Countries.code(parts.getLast().replace(".", "")) != null) {
            country = parts.removeLast();
        }
        String box = box();
        int at = -1;
        for (int i = parts.size() - 1; i >= 0 && at < 0; i--) {
            at = isPostal(parts.get(i)) ? i : -1;
        }
        if (at < 0) {
            return country.isEmpty() || parts.size() < (box.isEmpty() ? 2 : 1) ? null : withoutCode(box, country);
        }
        if (locality.isEmpty() && at > 0) {
            locality = parts.remove(at - 1);
            at--;
        }
        String behind = String.join(", ", parts.subList(at + 1, parts.size()));
        List<String> street = new ArrayList<>(parts.subList(0, at));
        return new PostalAddress(box, "", String.join(", ", street), locality, region.isEmpty() ? behind : region,
                postcode, country);
    }

    private String box() {
        String box = parts.stream().filter(part -> BOX.matcher(part).matches()).findFirst().orElse("");
        parts.remove(box);
        return box;
    }

    /** Many countries write no postcode: the city stands last, before the country. */
    private PostalAddress withoutCode(String box, String country) {
        locality = parts.removeLast();
        return new PostalAddress(box, "", String.join(", ", parts), locality, "", "", country);
    }

    /** Whether a part has a postcode; what stands with it is taken. */
    private boolean isPostal(String part) {
        Matcher state = STATE_AND_CODE.matcher(part);
        if (state.matches()) {
            return take(state.group(1), state.group(2), state.group(3));
        }
        Matcher canada = CANADA.matcher(part);
        if (canada.matches()) {
            return take(canada.group(1), canada.group(2), canada.group(3));
        }
        Matcher uk = UK.matcher(part);
        if (uk.matches()) {
            return take(uk.group(1), null, uk.group(2));
        }
        Matcher first = CODE_AND_CITY.matcher(part);
        if (first.matches()) {
            return take(first.group(2), null, first.group(1));
        }
        Matcher last = CITY_AND_CODE.matcher(part);
        if (last.matches()) {
            return take(last.group(1), null, last.group(2));
        }
        return CODE.matcher(part).matches() && take(null, null, part);
    }

    private boolean take(@Nullable String city, @Nullable String state, String code) {
        locality = city == null ? "" : city.strip();
        region = state == null ? "" : state;
        postcode = code;
        return true;
    }
}
