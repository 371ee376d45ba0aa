package app.kith.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads names of people as they are typed into one field or into two: Chinese and Latin, in either order, with titles, in two
 * scripts at once, or with the company behind.
 */
public final class NameReader {
    private static final Pattern BRACKETS = Pattern.compile("[(（\\[【<《]([^)）\\]】>》]*)[)）\\]】>》]?");
    private static final Pattern CAMEL = Pattern.compile("(?<=\\p{Ll}{2})(?=\\p{Lu}\\p{Ll})");
    private static final Pattern BLANKS = Pattern.compile("[\\s,;/|_]+");
    private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir",
            "herr",
            "frau", "dipl", "ing", "mme", "mlle", "monsieur", "sr", "sra", "dott", "rev", "hon", "capt", "col", "lt");
    private static final Set<String> AFTER = Set.of("phd", "md", "mba", "esq", "cpa", "dds", "pmp", "bsc", "msc", "ma",
            "ba", "pe", "rn", "cfa", "llm");
    private static final Set<String> SUFFIXES = Set.of("jr", "sr", "ii", "iii", "iv", "junior", "senior");
    private static final Set<String> PARTICLES = Set.of("van", "von", "der", "den", "de", "da", "di", "du", "la", "le",
            "del", "della", "dos", "das", "ter", "ten", "zu", "zur", "bin", "ben", "ibn", "al", "el", "st", "o", "mac");

    private NameReader() {}

    /**
     * What a field for a name says.
     *
     * @param names the name in each script or spelling that it is given in; none if there is no name in it
     * @param company what stands behind the name and is no name; empty if nothing
     */
    public record Read(List<NameForm> names, String company) {
        /** Keeps the names from being changed. */
        public Read {
            names = List.copyOf(names);
        }
    }

    /**
     * Reads a whole name out of one field.
     *
     * @param written what stands in the field
     * @return what it says
     */
    public static Read read(String written) {
        String text = Han.simplified(java.text.Normalizer.normalize(written, java.text.Normalizer.Form.NFKC)).strip();
        if (text.isEmpty()) {
            return new Read(List.of(), "");
        }
        return Han.in(text) ? HanNames.read(text) : new Read(latin(text), "");
    }

    /**
     * Reads a name out of two fields.
     *
     * @param family the family name as it was written; may be empty
     * @param given the given name or names as they were written; may be empty
     * @return the name; it is empty where both are
     */
    public static NameForm parts(String family, String given) {
        String familyFolded = LatinText.folded(family);
        String givenFolded = LatinText.folded(given);
        if (Han.in(familyFolded) || Han.in(givenFolded)) {
            String hanFamily = Han.in(familyFolded) ? LatinText.joined(familyFolded) : "";
            String hanGiven = Han.in(givenFolded) ? LatinText.joined(givenFolded) : "";
            String latinFamily = hanFamily.isEmpty() ? LatinText.joined(familyFolded) : Han.surnameReading(hanFamily);
            String latinGiven = hanGiven.isEmpty() ? LatinText.joined(givenFolded) : Han.reading(hanGiven);
            return new NameForm(latinFamily, latinGiven, "", hanFamily, hanGiven, "", true, false);
        }
        List<String> familyWords = new ArrayList<>(List.of(LatinText.words(familyFolded).split(" ", -1)));
        String suffix = familyWords.size() > 1 ? takeSuffix(familyWords) : "";
        String words = LatinText.words(givenFolded);
        boolean pinyin = Han.syllables(words.replace(" ", "")) > 0;
        int blank = pinyin ? -1 : words.indexOf(' ');
        String first = blank < 0 ? words.replace(" ", "") : words.substring(0, blank);
        return NameForm.latin(String.join("", familyWords), first, blank < 0 ? "" : words.substring(blank + 1), suffix,
                false);
    }

    /**
     * Tells whether Latin letters are the Pinyin of a Chinese family name.
     *
     * @param latin folded letters
     * @return true if a list of family names has one that is read so
     */
    public static boolean isPinyinSurname(String latin) {
        return NameLists.isPinyinSurname(latin);
    }

    /** Reads a name in Latin letters, or another alphabet, out of one text. */
    static List<NameForm> latin(String text) {
        List<NameForm> forms = new ArrayList<>();
        String bare = BRACKETS.matcher(text).replaceAll(" ").strip();
        java.util.regex.Matcher inside = BRACKETS.matcher(text);
        NameForm form = latinName(bare.isEmpty() ? text : bare);
        if (!form.isEmpty()) {
            forms.add(form);
        }
        if (inside.find() && !bare.isEmpty()) {
            String nick = LatinText.joined(LatinText.folded(inside.group(1)));
            if (nick.length() > 1 && nick.length() <= 12 && !form.family().isEmpty()) {
                forms.add(NameForm.latin(form.family(), nick, "", form.suffix(), form.certain()));
            }
        }
        return forms;
    }

    private static NameForm latinName(String text) {
        int comma = text.indexOf(',');
        if (comma > 0) {
            List<String> after = words(text.substring(comma + 1));
            List<String> before = words(text.substring(0, comma));
            boolean onlySuffix = !after.isEmpty()
                    && after.stream().allMatch(w -> SUFFIXES.contains(w) || AFTER.contains(w));
            if (!after.isEmpty() && !onlySuffix && !before.isEmpty()) {
                String suffix = takeSuffix(before);
                suffix = suffix.isEmpty() ? takeSuffix(after) : suffix;
                return split(String.join("", before), after, suffix, true);
            }
        }
        boolean title = hasTitle(text);
        List<String> written = written(text);
        List<String> words = new ArrayList<>(written.stream().map(LatinText::folded).map(LatinText::joined).toList());
        String suffix = takeSuffix(words);
        while (words.size() < written.size()) {
            written.removeLast();
        }
        if (words.isEmpty()) {
            return NameForm.latin("", "", "", "", false);
        }
        if (words.size() == 1) {
            return title
                    ? new NameForm(words.getFirst(), "", "", "", "", suffix, true, true)
                    : NameForm.latin("", words.getFirst(), "", suffix, false);
        }
        return ordered(written, words, suffix);
    }

    /** Finds out which end of the words is the family name. */
    private static NameForm ordered(List<String> written, List<String> words, String suffix) {
        int last = words.size() - 1;
        boolean firstShouts = shouts(written.getFirst()) && !shouts(written.getLast());
        boolean lastShouts = shouts(written.getLast()) && !shouts(written.getFirst());
        boolean chineseFirst = NameLists.isChineseSurname(words.getFirst());
        boolean chineseLast = NameLists.isChineseSurname(words.getLast());
        boolean pinyinBehind = Han.syllables(String.join("", words.subList(1, words.size()))) > 0;
        boolean pinyinBefore = Han.syllables(String.join("", words.subList(0, last))) > 0;
        boolean first = firstShouts || !lastShouts && chineseFirst && pinyinBehind && (!chineseLast || !pinyinBefore
                || words.size() == 3 && NameLists.isPinyinSurname(words.getFirst()) && words.get(1).length() > 1
                        && Han.syllables(words.get(1)) == 1 && Han.syllables(words.get(2)) == 1
                        && !written.get(1).contains("-"));
        boolean certain = firstShouts || lastShouts;
        if (first) {
            return split(words.getFirst(), words.subList(1, words.size()), suffix, certain);
        }
        int from = last;
        while (from > 1 && PARTICLES.contains(words.get(from - 1))) {
            from--;
        }
        return split(String.join("", words.subList(from, words.size())), words.subList(0, from), suffix, certain);
    }

    private static NameForm split(String family, List<String> given, String suffix, boolean certain) {
        String joined = String.join("", given);
        boolean pinyin = Han.syllables(joined) > 0 && Han.syllables(joined) <= 3 && NameLists.isChineseSurname(family);
        if (pinyin || given.size() == 1) {
            return NameForm.latin(family, joined, "", suffix, certain);
        }
        return NameForm.latin(family, given.getFirst(), String.join(" ", given.subList(1, given.size())), suffix,
                certain);
    }

    private static boolean shouts(String word) {
        return word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT))
                && !word.equals(word.toLowerCase(Locale.ROOT)) && word.indexOf('.') < 0;
    }

    private static boolean hasTitle(String text) {
        String folded = LatinText.folded(text);
        int end = folded.indexOf(' ');
        return end > 0 && TITLES.contains(LatinText.joined(folded.substring(0, end)));
    }

    /** {@return the words as they were written, titles and degrees off, hyphens inside words kept} */
    private static List<String> written(String text) {
        List<String> words = new ArrayList<>();
        String apart = CAMEL.matcher(text.replace(".", ". ")).replaceAll(" ");
        if (words(text).size() > 1) {
            apart = text.replace(".", ". ");
        }
        for (String word : BLANKS.split(apart)) {
            String folded = LatinText.joined(LatinText.folded(word));
            boolean dropped = folded.isEmpty() || words.isEmpty() && TITLES.contains(folded)
                    || !words.isEmpty() && AFTER.contains(folded) && !NameLists.isChineseSurname(folded);
            if (!dropped) {
                words.add(word);
            }
        }
        return words;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : BLANKS.split(text.replace(".", ". "))) {
            String folded = LatinText.joined(LatinText.folded(word));
            if (!folded.isEmpty()) {
                words.add(folded);
            }
        }
        return words;
    }

    private static String takeSuffix(List<String> words) {
        if (words.size() < 2 || !SUFFIXES.contains(words.getLast())) {
            return "";
        }
        String suffix = words.removeLast();
        return switch (suffix) {
            case "junior" -> "jr";
            case "senior" -> "sr";
            default -> suffix;
        };
    }
}
