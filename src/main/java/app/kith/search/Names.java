package app.kith.search;

import app.kith.contact.CompanyName;
import app.kith.contact.Han;
import app.kith.contact.LatinText;
import app.kith.contact.NameForm;
import app.kith.contact.NameReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The short forms by which people and companies are looked for: Pinyin, its initials, family and given name in both orders. */
final class Names {
    private static final String UMLAUTS = "äöüÄÖÜ";
    private static final int MOST_READINGS = 8;
    private static final int LONGEST = 60;

    private Names() {}

    /** {@return lower-case keys of a person's name without blanks; 王小明 gives wangxiaoming, xiaoming, wxm, wangxm, xm, …} */
    static Set<String> person(String written) {
        Set<String> keys = new LinkedHashSet<>();
        for (NameForm form : NameReader.read(written).names()) {
            if (form.isHan()) {
                han(form, keys);
            } else {
                latin(form, keys);
            }
        }
        whole(written, keys);
        return keys;
    }

    /** {@return a name with umlauts as it is spelled without them (Müller, Mueller); empty where there are none} */
    static List<String> otherSpelling(String name) {
        if (name.chars().noneMatch(c -> UMLAUTS.indexOf(c) >= 0)) {
            return List.of();
        }
        return List.of(name.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("Ä", "Ae")
                .replace("Ö", "Oe").replace("Ü", "Ue"));
    }

    private static void han(NameForm form, Set<String> keys) {
        String surname = form.hanFamily();
        Set<String> families = surname.isEmpty()
                ? Set.of(form.family())
                : new LinkedHashSet<>(List.of(Han.surnameReading(surname)));
        if (surname.length() == 1) {
            families.addAll(Han.readings(surname.charAt(0)));
        }
        for (String family : families) {
            String first = surname.length() < 2 ? initial(family) : initials(surname);
            keys.add(family);
            for (List<String> given : readings(form.hanGiven())) {
                String name = String.join("", given);
                StringBuilder short1 = new StringBuilder();
                given.forEach(reading -> short1.append(initial(reading)));
                keys.add(family + name);
                keys.add(name + family);
                keys.add(name);
                keys.add(first + short1);
                keys.add(family + short1);
                keys.add(first + name);
                if (short1.length() > 1) {
                    keys.add(short1.toString());
                }
            }
        }
        keys.remove("");
    }

    private static void latin(NameForm form, Set<String> keys) {
        keys.add(form.given() + form.family());
        keys.add(form.family() + form.given());
        keys.add(form.family());
        keys.add(form.given());
        if (!form.given().isEmpty() && !form.family().isEmpty()) {
            keys.add(initial(form.given()) + form.family());
            keys.add(initial(form.given()) + initial(form.family()));
            keys.add(initial(form.family()) + initial(form.given()));
        }
        keys.remove("");
    }

    /** The whole as it is written, without blanks; {@code Mary Ann Smith} also as {@code mas}. */
    private static void whole(String written, Set<String> keys) {
        List<Words.Word> words = Words.of(written);
        StringBuilder all = new StringBuilder();
        StringBuilder first = new StringBuilder();
        for (Words.Word word : words) {
            all.append(word.text());
            first.append(word.text().charAt(0));
        }
        String joined = all.toString();
        if (!joined.isEmpty() && joined.length() <= LONGEST) {
            keys.add(joined);
            keys.add(Han.reading(joined));
        }
        if (words.size() > 1 && words.size() < 6 && !Han.in(joined)) {
            keys.add(first.toString());
        }
    }

    /** All ways to read a given name, as far as they are few. */
    private static List<List<String>> readings(String given) {
        List<List<String>> ways = new ArrayList<>();
        ways.add(List.of());
        for (int i = 0; i < given.length(); i++) {
            List<List<String>> next = new ArrayList<>();
            for (List<String> way : ways) {
                for (String reading : Han.readings(given.charAt(i))) {
                    List<String> longer = new ArrayList<>(way);
                    longer.add(reading);
                    next.add(longer);
                }
            }
            ways = next.size() > MOST_READINGS ? next.subList(0, MOST_READINGS) : next;
        }
        return ways;
    }

    /** {@return keys of a company's name: its stem in characters and Pinyin, the initials of both stem and whole} */
    static Set<String> company(String written) {
        Set<String> keys = new LinkedHashSet<>();
        CompanyName name = CompanyName.of(written);
        keys.add(name.stem());
        keys.add(name.hanStem());
        if (!name.hanStem().isEmpty()) {
            keys.add(initials(name.hanStem()));
        }
        String joined = LatinText.words(LatinText.folded(written)).replace(" ", "");
        if (joined.length() <= LONGEST) {
            keys.add(joined);
            keys.add(Han.reading(joined));
            if (Han.in(joined)) {
                keys.add(initials(joined));
            }
        }
        keys.remove("");
        return keys;
    }

    private static String initials(String han) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < han.length(); i++) {
            out.append(initial(Han.reading(han.substring(i, i + 1))));
        }
        return out.toString();
    }

    private static String initial(String reading) {
        return reading.isEmpty() ? "" : reading.substring(0, 1);
    }
}
