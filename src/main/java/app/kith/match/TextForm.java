package app.kith.match;

import app.kith.contact.Han;
import app.kith.contact.LatinText;
import java.util.List;

/**
 * Any text in the form in which it is compared.
 *
 * @param key its words joined
 * @param words its folded words, of a long text the first ones
 */
record TextForm(String key, List<String> words) {
    /** A long text is compared by how it begins: comparing takes as long as both texts multiplied. */
    private static final int MOST_WORDS = 60;
    private static final int LONG = 24;

    /** {@return the form of a text; null if there is no letter or digit in it} */
    static @org.jspecify.annotations.Nullable TextForm of(String written) {
        String words = LatinText.words(LatinText.folded(written));
        if (words.isEmpty()) {
            return null;
        }
        List<String> list = List.of(words.split(" ", -1));
        return new TextForm(String.join("", list), list.subList(0, Math.min(list.size(), MOST_WORDS)));
    }

    /** {@return whether it has so many words that slips of the fingers in single ones do not matter} */
    boolean isLong() {
        return words.size() > LONG;
    }

    /** {@return whether it is written in Chinese characters} */
    boolean isHan() {
        return Han.in(key);
    }
}
