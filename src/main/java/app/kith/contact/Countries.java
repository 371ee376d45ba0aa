package app.kith.contact;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Countries by what they are called, and by the end of an internet name. */
public final class Countries {
    /** Ends that are sold to everybody, whatever country they stand for (RFC 1591 codes used as if they were words). */
    private static final Set<String> SOLD = Set.of("ac", "ag", "ai", "bz", "cc", "cf", "co", "fm", "ga", "gg", "gq",
            "im", "io", "la", "li", "ly", "me", "ml", "mn", "ms", "mu", "nu", "pw", "sc", "sh", "so", "st", "tk", "to",
            "tv", "vc", "ws");
    private static final Pattern MARKS = Pattern.compile("[\\p{P}\\s]+");
    private static final Map<String, String> NAMES = names();

    private Countries() {}

    /**
     * Finds a country by its name.
     *
     * @param name a name in English, Chinese or the country's own language, or an ISO 3166 code of two or three letters
     * @return its ISO 3166 code of two letters; null where the name is none
     */
    public static @Nullable String code(String name) {
        return NAMES.get(key(name));
    }

    /**
     * Finds the country that the end of a host name stands for.
     *
     * @param host a host name or the part of an e-mail address behind its {@code @}
     * @return its ISO 3166 code; null for ends that say nothing of a country
     */
    public static @Nullable String ofHost(String host) {
        String end = host.substring(host.lastIndexOf('.') + 1).strip().toLowerCase(Locale.ROOT);
        String code = end.equals("uk") ? "GB" : end.toUpperCase(Locale.ROOT);
        boolean known = end.length() == 2 && !SOLD.contains(end) && isDialled(code);
        return known ? code : null;
    }

    /**
     * Whether telephone numbers of a country are known.
     *
     * @param code an ISO 3166 code
     * @return whether there is a numbering plan for it
     */
    public static boolean isDialled(String code) {
        return PhoneNumberUtil.getInstance().getSupportedRegions().contains(code);
    }

    /**
     * All countries with telephone numbers, by their names.
     *
     * @param language the language of the names
     * @return name by ISO 3166 code, in no order
     */
    public static Map<String, String> named(Locale language) {
        return PhoneNumberUtil.getInstance().getSupportedRegions().stream()
                .collect(Collectors.toMap(code -> code, code -> Locale.of("", code).getDisplayCountry(language)));
    }

    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            Locale country = Locale.of("", code);
            names.put(key(code), code);
            names.put(key(country.getISO3Country()), code);
            for (Locale language : new Locale[]{Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE,
                    Locale.TRADITIONAL_CHINESE}) {
                names.put(key(country.getDisplayCountry(language)), code);
            }
        }
        String others = """
                CN 中华人民共和国 中國大陸 中国大陆 prc mainlandchina peoplesrepublicofchina; HK 香港 hongkongsar 中国香港; MO 澳门 澳門 macau;
                TW 台湾 臺灣 roc 中国台湾; GB uk greatbritain britain england scotland wales northernireland;
                US usa us america unitedstatesofamerica 美國 美国; KR korea southkorea republicofkorea 대한민국 한국; JP 日本国 nippon;
                RU россия russianfederation; CZ czechrepublic českárepublika česko; NL holland nederland thenetherlands;
                DE deutschland; AT österreich; CH schweiz suisse svizzera; FR lafrance; BE belgië belgique; IT italia; ES españa;
                SE sverige; NO norge; DK danmark; FI suomi; PL polska; TR türkiye turkey; IE éire; GR ελλάδα hellas; HU magyarország;
                RO românia; UA україна; BR brasil; MX méxico; VN vietnam vietnam việtnam; AE uae; TH ประเทศไทย; ID republikindonesia""";
        for (String line : others.replace("\n", " ").split(";", -1)) {
            String[] words = line.strip().split(" ", -1);
            for (int i = 1; i < words.length; i++) {
                names.put(key(words[i]), words[0]);
            }
        }
        names.remove("");
        return names;
    }

    private static String key(String name) {
        String folded = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                .replaceAll("");
        return folded.startsWith("the") && folded.length() > 6 ? folded.substring(3) : folded;
    }
}
