package app.kith.contact;

/**
 * The form of a person's name in which two spellings can be compared. Parts that the name does not say are empty.
 *
 * @param family family name in Latin letters: Pinyin for a Chinese one, else folded letters without blanks
 * @param given given name likewise, all its parts joined ({@code xiaoming}, {@code annmarie}); a single letter is an initial
 * @param middle further given names and initials divided by blanks
 * @param hanFamily family name in simplified characters
 * @param hanGiven given name in simplified characters
 * @param suffix {@code jr}, {@code sr}, {@code ii}, {@code iii}
 * @param certain whether it is sure which part is the family name
 * @param title whether the name is a family name with a title only (王总, Mr. Smith)
 * @param pinyin whether the given name can be Pinyin
 */
public record NameForm(String family, String given, String middle, String hanFamily, String hanGiven, String suffix,
        boolean certain, boolean title, boolean pinyin) {
    private static final int MOST_SYLLABLES = 3;

    /** Makes a name and finds out whether its given name can be Pinyin. */
    NameForm(String family, String given, String middle, String hanFamily, String hanGiven, String suffix,
            boolean certain, boolean title) {
        this(family, given, middle, hanFamily, hanGiven, suffix, certain, title,
                !hanGiven.isEmpty() || isSyllables(given));
    }

    private static boolean isSyllables(String given) {
        int count = given.length() > 1 ? Han.syllables(given) : 0;
        return count > 0 && count <= MOST_SYLLABLES;
    }

    /** {@return a name of two parts in Latin letters} */
    static NameForm latin(String family, String given, String middle, String suffix, boolean certain) {
        return new NameForm(family, given, middle, "", "", suffix, certain, false);
    }

    /** {@return a name in Chinese characters, read in Pinyin} */
    static NameForm chinese(String family, String given, boolean title) {
        return new NameForm(Han.surnameReading(family), Han.reading(given), "", family, given, "", true, title);
    }

    /** {@return whether it is written in Chinese characters} */
    public boolean isHan() {
        return !hanFamily.isEmpty() || !hanGiven.isEmpty();
    }

    /** {@return whether nothing is known} */
    public boolean isEmpty() {
        return family.isEmpty() && given.isEmpty();
    }

    /** {@return family and given name in one key, by which equal readings meet} */
    public String key() {
        return family + "|" + given;
    }

    /** {@return the same name with family and given name in the other order} */
    public NameForm turned() {
        return new NameForm(given, family, middle, "", "", suffix, certain, title);
    }
}
