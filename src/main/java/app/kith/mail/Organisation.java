package app.kith.mail;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells authors that are no persons: {@code Finanzamt Lindental}, {@code IT Service Desk}, {@code 好眠民宿}. Their name in the header is
 * that of a company or of a part of one, and the person who signs is another.
 */
final class Organisation {
    private static final Set<String> WORDS = Set.of("mairie", "préfecture", "commune", "rathaus", "gemeinde", "stadt",
            "ayuntamiento", "comune", "municipio", "prefeitura", "câmara", "gmina", "hotel", "hôtel", "hostal",
            "hostel",
            "pension", "gasthof", "gasthaus", "restaurant", "ristorante", "restaurante", "café", "bistro", "studio",
            "atelier", "praxis", "kanzlei", "apotheke", "pharmacie", "farmacia", "club", "shop", "store", "school",
            "schule", "école", "escuela", "scuola", "university", "universität", "université", "universidad", "college",
            "institute", "institut", "hospital", "clinic", "klinik", "clínica", "museum", "library", "council",
            "ministry", "embassy", "consulate", "authority", "association", "verein", "stiftung", "foundation", "bank",
            "sparkasse", "team", "office", "desk", "department", "service", "services", "support", "sekretariat",
            "segreteria", "secretariat", "secretaría", "reception", "newsletter", "redaktion", "poststelle", "court",
            "church", "theatre", "theater", "orchestra", "tribunal",
            "registry");
    private static final Pattern SUFFIX = Pattern
            .compile("(?iu)\\p{L}{3,}(?:amt|amtsgericht|verband|verein|gericht|werke|kasse|kammer|bibliothek|museum)");
    private static final Pattern HAN = Pattern.compile(
            "\\p{IsHan}{2,}(?:会|署|局|馆|店|社|院|所|中心|公司|集团|行|坊|队|处|客服|商城|厂|网|平台|基金|协会|学校|政府|海关)");

    private static final Pattern BESIDE = Pattern
            .compile("\\s*[|｜@/(（)）,，·]\\s*|\\s+[-–—]\\s+|(?<=\\p{IsHan})\\s+|\\s+(?=\\p{IsHan})");
    private static final Pattern SIGNS = Pattern.compile("[|｜@/(（)）,，·\\s]+|\\s[-–—]\\s");

    private Organisation() {}

    /** {@return whether the author's name in the header is not that of a person} */
    static boolean is(@Nullable Mailbox author) {
        String name = author == null ? "" : author.name().strip();
        if (name.isEmpty()) {
            return false;
        }
        if (DepartmentWords.is(name) || isPosition(name)
                || CompanyWords.strength(name, null) >= CompanyWords.USUAL) {
            return true;
        }
        if (SignatureWords.hasHan(name)) {
            return name.length() >= 4 && HAN.matcher(HanForms.simplified(name)).matches();
        }
        for (String word : name.split("\\s+", -1)) {
            if (WORDS.contains(word.toLowerCase(Locale.ROOT)) || SUFFIX.matcher(word).matches()) {
                return true;
            }
        }
        return false;
    }

    /** {@code Duty Manager}: work, and a position behind it. */
    private static boolean isPosition(String name) {
        int last = name.lastIndexOf(' ');
        return last > 0 && TitleWords.isPosition(name.substring(last + 1).toLowerCase(Locale.ROOT))
                && DepartmentWords.isOfWork(name.substring(0, last));
    }

    /** {@return whether words are the name in the header of an author that is no person, perhaps with more behind it} */
    static boolean isNamed(String words, Mailbox author) {
        String name = author.name().strip();
        return words.length() >= name.length() && words.length() <= name.length() + 24
                && words.regionMatches(true, 0, name, 0, name.length())
                && (words.length() == name.length() || words.charAt(name.length()) == ' ') && is(author);
    }

    private static boolean mayHoldMore(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if ("|｜@/(（)）,，·–—".indexOf(c) >= 0 || c == '-' && i > 0 && name.charAt(i - 1) == ' '
                    || c == ' ' && SignatureWords.hasHan(name)) {
                return true;
            }
        }
        return false;
    }

    /** {@return a name of the header without the company or department beside it: {@code 業務部 莊小姐}, {@code Anna Berg (ACME GmbH)}} */
    static String person(String name) {
        String rest = name;
        if (!mayHoldMore(name)) {
            return name;
        }
        for (String part : BESIDE.split(name, -1)) {
            String words = part.strip();
            if (!words.isEmpty() && words.length() < name.length()
                    && (DepartmentWords.isNamed(words) || CompanyWords.strength(words, null) == CompanyWords.SURE)) {
                rest = rest.replace(words, " ");
            }
        }
        String left = SIGNS.matcher(rest).replaceAll(" ").strip();
        return rest.equals(name) || left.length() < 2 ? name : left;
    }
}
