package app.kith.contact;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Of which country a card's telephone numbers are that do not begin with a country's code: that of its address, of the end of its mail
 * addresses and web pages, or, where a name is written in Chinese, China; else the user's own. The first in whose numbering plan a
 * number is valid holds.
 */
public final class Numbering {
    private static final Pattern TAIWAN = Pattern.compile("台灣|臺灣|台湾|台北|臺北|新北市|桃園|台中|臺中|台南|臺南|高雄|新竹|嘉義");
    private static final Pattern HONG_KONG = Pattern.compile("香港|九龍|九龙|新界");
    private static final Pattern MACAU = Pattern.compile("澳門|澳门");
    private static final Pattern CHINESE = Pattern.compile("[省市区县镇路街号弄]");
    private static final Pattern BETWEEN = Pattern.compile("[,，\\n]");
    private static final Set<String> HAN_AT_HOME = Set.of("CN", "HK", "MO", "TW", "SG", "MY", "JP");

    private Numbering() {}

    /**
     * Gives the numbers of a card the normal form that they have in the card's country.
     *
     * @param card all that is known of one person or company
     * @return the same values in the same order, telephone numbers with their normal form
     */
    public static List<Value> settled(List<Value> card) {
        return settled(card, card);
    }

    /**
     * Gives numbers the normal form that they have in a card's country.
     *
     * @param values the values to settle
     * @param card what else is known of the same person or company
     * @return the same values in the same order, telephone numbers with their normal form
     */
    public static List<Value> settled(List<Value> values, List<Value> card) {
        if (values.stream().noneMatch(Numbering::isOpen)) {
            return values;
        }
        List<String> countries = countries(card);
        return countries.getFirst().equals(HomeCountry.code())
                ? values
                : values.stream().map(value -> isOpen(value) ? value.inNormalForm(normal(value, countries)) : value)
                        .toList();
    }

    private static String normal(Value value, List<String> countries) {
        return PhoneNumber.of(value.raw(), countries).normal();
    }

    private static boolean isOpen(Value value) {
        return value.property() == Property.PHONE && !value.raw().isEmpty() && !value.raw().strip().startsWith("+");
    }

    /** {@return the countries of a card, likeliest first; the user's own is always among them} */
    static List<String> countries(List<Value> card) {
        Set<String> found = new LinkedHashSet<>();
        List<String> hosts = new ArrayList<>();
        boolean han = false;
        for (Value value : card) {
            switch (value.property()) {
                case ADDRESS -> add(found, ofAddress(value.raw()));
                case EMAIL -> hosts.add(value.normal().substring(value.normal().lastIndexOf('@') + 1));
                case DOMAIN -> hosts.add(value.normal());
                case URL -> hosts.add(value.normal().replaceFirst("^\\w+://", "").replaceFirst("[/:?#].*", ""));
                case NAME, COMPANY -> han |= Han.in(value.raw());
                default -> {
                }
            }
        }
        hosts.forEach(host -> add(found, Countries.ofHost(host)));
        if (han && !HAN_AT_HOME.contains(HomeCountry.code())) {
            found.add("CN");
        }
        found.add(HomeCountry.code());
        return List.copyOf(found);
    }

    private static void add(Set<String> found, @Nullable String country) {
        if (country != null && Countries.isDialled(country)) {
            found.add(country);
        }
    }

    private static @Nullable String ofAddress(String raw) {
        PostalAddress address = PostalAddress.of(raw);
        if (!address.country().isBlank()) {
            return Countries.code(address.country());
        }
        String text = address.shown();
        if (Han.in(text)) {
            return TAIWAN.matcher(text).find()
                    ? "TW"
                    : HONG_KONG.matcher(text).find()
                            ? "HK"
                            : MACAU.matcher(text).find() ? "MO" : CHINESE.matcher(text).find() ? "CN" : null;
        }
        String[] parts = BETWEEN.split(text.strip(), -1);
        String last = parts[parts.length - 1].strip();
        // "CA 94105" and the like: a code alone may be a state.
        return last.length() > 3 || last.equals("UK") || last.equals("USA") ? Countries.code(last) : null;
    }
}
