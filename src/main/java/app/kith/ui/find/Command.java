package app.kith.ui.find;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Something the program does, by its name.
 *
 * @param group under what it stands in the sheet of keys
 * @param name what it is called, in the user's language
 * @param keys the keys that do it; empty where there are none
 * @param icon its icon
 * @param act does it
 */
public record Command(String group, String name, String keys, String icon, Runnable act) {
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /**
     * Tells whether it is meant by what was typed: each word begins a word of the name, or stands in it where there are no blanks.
     *
     * @param typed what was typed
     * @return whether it may be meant; never by a blank line
     */
    public boolean isMeant(String typed) {
        String lower = name.toLowerCase(Locale.ROOT);
        List<String> words = List.of(BLANKS.split(lower, -1));
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        return !wanted.isEmpty() && BLANKS.splitAsStream(wanted)
                .allMatch(word -> words.stream().anyMatch(one -> one.startsWith(word))
                        || isHan(word) && lower.contains(word));
    }

    private static boolean isHan(String word) {
        return word.codePoints().allMatch(Character::isIdeographic);
    }
}
