package app.kith.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * The words of one language. Patterns hold {@code {0}}, {@code {1}} …; numbers are written in the locale's manner. There is no
 * quoting: an apostrophe is an apostrophe. Thread-safe.
 */
public final class Words {
    /** The languages that the program speaks, in the order in which they are offered. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    private static final List<String> LISTS = List.of("problem", "cli", "screen", "body", "letter", "write", "record",
            "import", "review", "find", "help", "follow", "inout", "list", "file", "rule", "book", "guard", "mails");

    private final Locale locale;
    private final Map<String, String> patterns;

    private Words(Locale locale, Map<String, String> patterns) {
        this.locale = locale;
        this.patterns = patterns;
    }

    /**
     * The words nearest to a locale: Chinese for any Chinese locale, else English.
     *
     * @param locale the locale wanted; also decides how numbers are written
     * @return its words
     */
    public static Words of(Locale locale) {
        boolean chinese = locale.getLanguage().equals("zh");
        String tag = chinese ? "zh" : "en";
        Map<String, String> patterns = new HashMap<>();
        for (String list : LISTS) {
            Properties read = read(list + "_" + tag + ".properties");
            read.stringPropertyNames().forEach(key -> patterns.put(key, read.getProperty(key)));
        }
        return new Words(chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH, Map.copyOf(patterns));
    }

    private static Properties read(String name) {
        Properties properties = new Properties();
        try (InputStream in = Words.class.getResourceAsStream(name)) {
            if (in != null) {
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    /** {@return the language of these words} */
    public Locale locale() {
        return locale;
    }

    /** {@return all keys, sorted; for the test that compares the languages} */
    public Set<String> keys() {
        return new TreeSet<>(patterns.keySet());
    }

    /**
     * The words for a key.
     *
     * @param key the key
     * @param details what stands for {0}, {1} …
     * @return the words; the key itself where there are none, so that a gap is seen and nothing fails
     */
    public String get(String key, Object... details) {
        String pattern = patterns.get(key);
        return pattern == null ? key : fill(pattern, details);
    }

    /**
     * The words for a number of things: {@code key.one} for exactly one where the language has it, else {@code key.other}.
     *
     * @param key the key without its ending
     * @param count how many; stands for {0}
     * @param details what stands for {1}, {2} …
     * @return the words
     */
    public String count(String key, long count, Object... details) {
        Object[] all = new Object[details.length + 1];
        all[0] = count;
        System.arraycopy(details, 0, all, 1, details.length);
        String one = key + ".one";
        return count == 1 && patterns.containsKey(one) ? get(one, all) : get(key + ".other", all);
    }

    /**
     * The sentence for a failure.
     *
     * @param failure the failure
     * @return what failed, why, and what to do
     */
    public String sentence(KithException failure) {
        return get(failure.problem().key(), failure.details().toArray());
    }

    private String fill(String pattern, Object[] details) {
        if (details.length == 0 || pattern.indexOf('{') < 0) {
            return pattern;
        }
        StringBuilder out = new StringBuilder(pattern.length() + 32);
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            int index = i + 2 < pattern.length() ? pattern.charAt(i + 1) - '0' : -1;
            if (c == '{' && index >= 0 && index < details.length && pattern.charAt(i + 2) == '}') {
                out.append(written(details[index]));
                i += 2;
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private String written(Object detail) {
        return switch (detail) {
            case Number number -> NumberFormat.getInstance(locale).format(number);
            case Note note -> note.text(this);
            default -> String.valueOf(detail);
        };
    }
}
