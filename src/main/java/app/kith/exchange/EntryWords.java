package app.kith.exchange;

import app.kith.contact.Entry.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What tables of activities and records call their columns and say in them, in both languages: {@code entries.json}. Immutable. */
final class EntryWords {
    static final EntryWords INSTANCE = read();

    private final Map<String, EntryField> headers = new HashMap<>();
    private final Map<String, Kind> tells = new HashMap<>();
    private final Map<String, Kind> kinds = new HashMap<>();
    private final List<String> kindWords;
    private final Set<String> done;
    private final Map<String, String> currencies = new HashMap<>();
    private final List<String> signs;
    private final Set<String> numbered = new HashSet<>();

    private record File(Map<String, List<String>> headers, Map<String, List<String>> numbers,
            Map<String, List<String>> tells, Map<String, List<String>> kinds, List<String> done,
            Map<String, List<String>> currencies) {}

    private EntryWords(File file) {
        file.headers().forEach((field, names) -> names.forEach(
                name -> headers.put(Headers.normal(name), EntryField.valueOf(field.toUpperCase(Locale.ROOT)))));
        file.numbers().forEach((kind, names) -> names.forEach(name -> {
            headers.put(Headers.normal(name), EntryField.NUMBER);
            tells.put(Headers.normal(name), kind(kind));
            numbered.add(Headers.normal(name));
        }));
        file.tells().forEach((kind, names) -> names.forEach(name -> tells.put(Headers.normal(name), kind(kind))));
        file.kinds().forEach((kind, words) -> words.forEach(word -> kinds.put(word, kind(kind))));
        kindWords = longestFirst(kinds.keySet());
        done = Set.copyOf(file.done());
        file.currencies().forEach((code, words) -> words.forEach(word -> currencies.put(word, code)));
        signs = longestFirst(currencies.keySet());
    }

    private static Kind kind(String name) {
        return Kind.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static List<String> longestFirst(Set<String> words) {
        return words.stream().sorted(Comparator.comparingInt(String::length).reversed()
                .thenComparing(Comparator.naturalOrder())).toList();
    }

    private static EntryWords read() {
        try (InputStream in = EntryWords.class.getResourceAsStream("entries.json")) {
            return new EntryWords(new JsonMapper().readValue(in, File.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A header without what stands in brackets at its end, such as a currency. */
    static String plain(String header) {
        return Headers.normal(Headers.normal(header).replaceAll("[(\\[][^)\\]]*[)\\]]\\s*$", ""));
    }

    /** {@return what a column is for by its header; null where that tells nothing} */
    @Nullable
    EntryField field(String header) {
        EntryField exact = headers.get(Headers.normal(header));
        return exact == null ? headers.get(plain(header)) : exact;
    }

    /** {@return the kind that a header speaks of: order number, call time; null for none} */
    @Nullable
    Kind told(String header) {
        Kind exact = tells.get(Headers.normal(header));
        return exact == null ? tells.get(plain(header)) : exact;
    }

    /** {@return whether a header is that of the numbers of one kind of records} */
    boolean isOwnNumber(String header) {
        return numbered.contains(plain(header));
    }

    /** {@return the kind that a text names; null where it names none} */
    @Nullable
    Kind kind(@Nullable String text, boolean within) {
        String plain = text == null ? "" : Headers.normal(text);
        Kind exact = kinds.get(plain);
        if (exact != null || plain.isEmpty()) {
            return exact;
        }
        try {
            return kind(plain);
        } catch (IllegalArgumentException e) {
            return within
                    ? kindWords.stream().filter(plain::contains).findFirst().map(kinds::get).orElse(null)
                    : null;
        }
    }

    boolean isDone(String state) {
        return done.contains(Headers.normal(state));
    }

    /** {@return the ISO 4217 code of a currency by its sign, name or code; empty where the text names none} */
    String currency(String text) {
        String plain = Headers.normal(text);
        String exact = currencies.get(plain);
        if (exact != null) {
            return exact;
        }
        if (plain.matches("[a-z]{3}")) {
            String code = plain.toUpperCase(Locale.ROOT);
            return java.util.Currency.getAvailableCurrencies().stream().anyMatch(one -> one.getCurrencyCode()
                    .equals(code)) ? code : "";
        }
        return signs.stream().filter(plain::contains).findFirst().map(sign -> currencies.getOrDefault(sign, ""))
                .orElse("");
    }
}
