package app.kith.match;

import app.kith.contact.Han;
import app.kith.contact.LatinText;
import app.kith.contact.MailForm;
import app.kith.contact.NameForm;
import app.kith.contact.NameReader;
import java.util.ArrayList;
import java.util.List;

/** The names that a mail address lets guess, for records that have no other: {@code thomas.rossi89}, {@code wangxiaoming}. */
final class MailNames {
    private static final int LONGEST_SURNAME = 8;

    private MailNames() {}

    static List<NameForm> of(MailForm mail) {
        if (mail.role()) {
            return List.of();
        }
        String letters = mail.local().replaceAll("[0-9]+", " ").strip();
        String words = LatinText.words(letters.replaceAll("[._-]+", " "));
        int blank = words.indexOf(' ');
        if (blank > 0 && words.indexOf(' ', blank + 1) < 0) {
            return List.of(NameReader.parts(words.substring(blank + 1), words.substring(0, blank)));
        }
        return blank < 0 && words.length() >= 4 ? joined(words) : List.of();
    }

    /** Pinyin without blanks: a family name at either end, syllables at the other. */
    private static List<NameForm> joined(String word) {
        List<NameForm> names = new ArrayList<>();
        for (int length = 2; length <= Math.min(LONGEST_SURNAME, word.length() - 2); length++) {
            String front = word.substring(0, length);
            String behind = word.substring(length);
            if (NameReader.isPinyinSurname(front) && Han.syllables(behind) > 0) {
                names.add(NameReader.parts(front, behind));
            }
            String end = word.substring(word.length() - length);
            String before = word.substring(0, word.length() - length);
            if (NameReader.isPinyinSurname(end) && Han.syllables(before) > 0) {
                names.add(NameReader.parts(end, before));
            }
        }
        return names.size() > 3 ? names.subList(0, 3) : names;
    }
}
