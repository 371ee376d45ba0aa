package app.kith.contact;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;

/** Names of people as mail headers write them, and which of several spellings to show. */
public final class PersonName {
    private PersonName() {}

    /**
     * Cleans a display name: quotes, brackets and doubled blanks around it are taken off.
     *
     * @param header the display name of a header
     * @param address the address it stood with
     * @return the name; empty where the header only repeats the address
     */
    public static String clean(String header, EmailAddress address) {
        String name = header.strip().replaceAll("\\s+", " ");
        while (name.length() >= 2 && isPair(name.charAt(0), name.charAt(name.length() - 1))) {
            name = name.substring(1, name.length() - 1).strip();
        }
        String normal = NormalForm.folded(name);
        boolean repeats = normal.isEmpty() || normal.equals(address.normal()) || normal.equals(address.local())
                || normal.indexOf('@') > 0 && EmailAddress.of(normal).isComplete();
        return repeats ? "" : name;
    }

    private static boolean isPair(char first, char last) {
        return first == '"' && last == '"' || first == '\'' && last == '\'' || first == '<' && last == '>'
                || first == '“' && last == '”' || first == '‘' && last == '’';
    }

    /**
     * The name to show out of all that headers gave: the most frequent; among equals the one with more to say (two words, or
     * Chinese characters), then the first in dictionary order so that the answer never depends on chance.
     *
     * @param tally names with how often each was seen
     * @return the best name; empty where there is none
     */
    public static String best(Map<String, Integer> tally) {
        return tally.entrySet().stream()
                .min(Comparator.<Map.Entry<String, Integer>>comparingInt(e -> -e.getValue())
                        .thenComparingInt(e -> -worth(e.getKey())).thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey).orElse("");
    }

    private static int worth(String name) {
        boolean han = name.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
        boolean words = name.indexOf(' ') > 0;
        boolean shouted = name.equals(name.toUpperCase(Locale.ROOT)) && !han;
        return (han || words ? 2 : 0) + (shouted ? 0 : 1);
    }
}
