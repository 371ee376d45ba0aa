package app.kith.contact;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Names of people as mail headers write them, and which of several spellings to show. */
public final class PersonName {
    private static final Pattern PARTS = Pattern.compile("[\\p{L}\\p{M}.'’ -]+");
    private static final Pattern AFTER_COMMA = Pattern.compile(
            "(?i)(?:jr|sr|ii|iii|iv|ph\\.?d|md|mba|esq|cpa|inc|ltd|llc|gmbh|ag|co)\\.?|.*\\b(?:gmbh|ltd|inc|llc)\\b.*");

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
     * Chinese characters), then the first in dictionary order so that the answer never depends on chance. It is given in its best
     * form, see {@link #shown}.
     *
     * @param tally names with how often each was seen
     * @return the best name; empty where there is none
     */
    public static String best(Map<String, Integer> tally) {
        return shown(mostSeen(tally), tally.keySet());
    }

    private static String mostSeen(Map<String, Integer> tally) {
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

    /**
     * The best form of a name: in characters where another spelling has them and is read the same, else in the order in which the
     * person would say it, without letters that shout.
     *
     * @param name the name as a header wrote it, such as {@code WANG, Xiaoming}; may be empty
     * @param others how the same person is written elsewhere
     * @return 王小明, Wang Xiaoming, Anna Keller; empty where nothing is known
     */
    public static String shown(String name, Collection<String> others) {
        if (name.isEmpty()) {
            return others.stream().filter(other -> !other.isEmpty()).findFirst().map(PersonName::tidy).orElse("");
        }
        return others.stream().filter(other -> isSameInCharacters(other, name)).min(Comparator.naturalOrder())
                .orElseGet(() -> tidy(name));
    }

    /**
     * Tells whether a name has the Chinese characters of which another has the reading only.
     *
     * @param characters a name that may be written in characters
     * @param latin another name
     * @return whether the first is in characters, the second is not, and both are read the same
     */
    public static boolean isSameInCharacters(String characters, String latin) {
        if (!Han.in(characters) || Han.in(latin)) {
            return false;
        }
        List<NameForm> read = NameReader.read(latin).names();
        return NameReader.read(characters).names().stream().filter(NameForm::isHan).anyMatch(form -> read.stream()
                .anyMatch(other -> other.key().equals(form.key()) || other.turned().key().equals(form.key())));
    }

    /** Family name and given name change places around a comma; a family name that shouts is lowered. */
    private static String tidy(String name) {
        int comma = name.indexOf(',');
        if (comma <= 0 || comma != name.lastIndexOf(',') || Han.in(name)) {
            return name;
        }
        String family = name.substring(0, comma).strip();
        String given = name.substring(comma + 1).strip();
        boolean person = words(family) <= 2 && words(given) >= 1 && words(given) <= 3 && PARTS.matcher(given).matches()
                && PARTS.matcher(family).matches() && !AFTER_COMMA.matcher(given).matches();
        if (!person) {
            return name;
        }
        String quiet = quiet(family);
        boolean chinese = NameReader.isPinyinSurname(LatinText.folded(family))
                && Han.syllables(LatinText.folded(given).replaceAll("[^a-z]", "")) > 0;
        return chinese ? quiet + " " + quiet(given) : quiet(given) + " " + quiet;
    }

    private static int words(String text) {
        return text.isEmpty() ? 0 : (int) text.chars().filter(c -> c == ' ').count() + 1;
    }

    private static String quiet(String word) {
        boolean shouts = word.length() > 2 && word.equals(word.toUpperCase(Locale.ROOT)) && word.indexOf('.') < 0;
        if (!shouts) {
            return word;
        }
        StringBuilder text = new StringBuilder(word.toLowerCase(Locale.ROOT));
        for (int i = 0; i < text.length(); i++) {
            if (i == 0 || " -'’".indexOf(text.charAt(i - 1)) >= 0) {
                text.setCharAt(i, Character.toTitleCase(text.charAt(i)));
            }
        }
        return text.toString();
    }
}
