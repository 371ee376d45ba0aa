package app.kith.match;

import app.kith.contact.Han;
import app.kith.contact.LatinText;
import java.util.List;

/**
 * Any text in the form in which it is compared.
 *
 * @param key its words joined
 * @param words its folded words
 */
record TextForm(String key, List<String> words) {

    /** {@return the form of a text; null if there is no letter or digit in it} */
    static @org.jspecify.annotations.Nullable TextForm of(String written) {
        String words = LatinText.words(LatinText.folded(written));
        if (words.isEmpty()) {
            return null;
        }
        List<String> list = List.of(words.split(" ", -1));
        return new TextForm(String.join("", list), list);
    }

    /** {@return whether it is written in Chinese characters} */
    boolean isHan() {
        return Han.in(key);
    }
}
