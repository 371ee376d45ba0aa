package app.kith.exchange;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a program calls the columns of its contact files, and what else is peculiar to them. One form for those that come with Kith
 * and those that the user saves.
 *
 * @param id its name on the command line
 * @param name its name for people by language; {@code en} is there
 * @param confirmed whether the columns were seen in files of that program, and not only gathered from what is told of it
 * @param about {@code company} where a row without a person's name is about a company; else empty
 * @param like id of a preset whose columns hold too; may be empty
 * @param signature headers that tell it from others; a header may hold {@code {n}} for a number, and {@code |} between two wordings
 * @param columns field of each header, as {@link Field} reads it
 * @param dates forms of dates, tried before the usual ones: {@code M/d/y}, {@code d/M/y}
 * @param nulls texts that stand for nothing
 * @param separator what stands between several values in one cell; empty for the usual marks
 * @param skip texts by header with which a row says that it does not count
 * @param noTags tags that are the program's own and no one's wish
 */
record Preset(String id, Map<String, String> name, boolean confirmed, String about, String like, List<String> signature,
        Map<String, String> columns, List<String> dates, List<String> nulls, String separator,
        Map<String, List<String>> skip, List<String> noTags) {
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9])[0-9]{1,3}(?![0-9])");
    /** For a file that no preset fits: the alias table alone. */
    static final Preset NONE = new Preset("none", Map.of("en", "Other", "zh", "其他"), true, "", "", List.of(), Map.of(),
            List.of(), List.of(), "", Map.of(), List.of());

    /** Fills what a preset does not say. */
    Preset(String id, @Nullable Map<String, String> name, boolean confirmed, @Nullable String about,
            @Nullable String like, @Nullable List<String> signature, @Nullable Map<String, String> columns,
            @Nullable List<String> dates, @Nullable List<String> nulls, @Nullable String separator,
            @Nullable Map<String, List<String>> skip, @Nullable List<String> noTags) {
        this.id = id;
        this.name = name == null ? Map.of("en", id) : name;
        this.confirmed = confirmed;
        this.about = about == null ? "" : about;
        this.like = like == null ? "" : like;
        this.signature = signature == null ? List.of() : signature;
        this.columns = columns == null ? Map.of() : columns;
        this.dates = dates == null ? List.of() : dates;
        this.nulls = nulls == null ? List.of() : nulls;
        this.separator = separator == null ? "" : separator;
        this.skip = skip == null ? Map.of() : skip;
        this.noTags = noTags == null ? List.of() : noTags;
    }

    /** {@return the preset with the columns of another below its own} */
    Preset over(Preset other) {
        Map<String, String> all = new LinkedHashMap<>(other.columns);
        all.putAll(columns);
        return new Preset(id, name, confirmed, about, "", signature, all, dates.isEmpty() ? other.dates : dates,
                nulls.isEmpty() ? other.nulls : nulls, separator.isEmpty() ? other.separator : separator, skip, noTags);
    }

    /** {@return whether it is that of the tables that Kith writes, in which every cell is one value as it is} */
    boolean isOwn() {
        return id.equals("kith");
    }

    /** {@return the columns by the normal forms of their headers} */
    Map<String, String> normalColumns() {
        Map<String, String> normal = new HashMap<>();
        columns.forEach((header, field) -> normal.put(Headers.normal(header), field));
        return normal;
    }

    /**
     * Finds the field of a header.
     *
     * @param normal the header's normal form
     * @param columns fields by the normal forms of headers, in which {@code {n}} stands for a number
     * @return the field; null where the header is not among them
     */
    static @Nullable Field field(String normal, Map<String, String> columns) {
        String exact = columns.get(normal);
        if (exact != null) {
            return Field.of(exact, 0);
        }
        Matcher number = NUMBER.matcher(normal);
        while (number.find()) {
            String spec = columns.get(normal.substring(0, number.start()) + "{n}" + normal.substring(number.end()));
            if (spec != null) {
                return Field.of(spec, Integer.parseInt(number.group()));
            }
        }
        return null;
    }

    /**
     * Tells how much of the signature a row of headers has.
     *
     * @param headers normal forms of the headers
     * @return the share, 0 to 1
     */
    double fits(java.util.Set<String> headers) {
        if (signature.isEmpty()) {
            return 0;
        }
        long found = signature.stream().filter(wordings -> List.of(wordings.split("\\|", -1)).stream()
                .anyMatch(wording -> headers.contains(Headers.normal(wording)))).count();
        return (double) found / signature.size();
    }

    /**
     * Its name.
     *
     * @param locale the language
     * @return the name in that language, else in English
     */
    String shown(Locale locale) {
        return name.getOrDefault(locale.getLanguage(), name.getOrDefault("en", id));
    }
}
