package app.kith.contact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A postal address in words that meet across spellings and scripts: 深圳市解放路366号 and No. 366 Jiefang Road, Shenzhen.
 *
 * @param numbers numbers in their order, leading zeros off ({@code 366}, {@code 12a})
 * @param words names of streets, places and buildings, folded, Chinese ones in Pinyin; words for kinds of street left out
 */
public record AddressForm(List<String> numbers, List<String> words) {
    private static final Map<String, String> WORDS = new HashMap<>();
    private static final Pattern PARTS = Pattern
            .compile("([\\p{IsHan}]{1,12}?)(特别行政区|自治区|自治州|开发区|工业区|工业园|科技园|街道|大道|大街|省|市|区|县|镇|乡|村"
                    + "|路|街|巷|弄|胡同|号楼|号院|号|栋|幢|座|楼|层|室|单元|大厦|广场|中心|园|$)|([\\p{IsLatin}0-9]+)");

    private static final Pattern UNITS = Pattern.compile("号楼|号院|号|栋|幢|座|楼|层|室|单元|区|第");

    static {
        for (String kind : "street st road rd avenue ave av blv drive dr lane ln boulevard blvd place pl court ct crescent cres cr way terrace tce highway hwy parade pde circuit cct close cl square sq parkway pkwy plaza no number nr the and of at"
                .split(" ", -1)) {
            WORDS.put(kind, "");
        }
        String[] same = ("north n,south s,east e,west w,northeast ne,northwest nw,southeast se,southwest sw,first 1st,second 2nd,third 3rd,"
                + "fourth 4th,fifth 5th,sixth 6th,seventh 7th,eighth 8th,ninth 9th,tenth 10th,mount mt,saint st,suite ste,floor fl,apartment apt,"
                + "building bldg,room rm,centre center,fort ft").split(",", -1);
        for (String pair : same) {
            int blank = pair.indexOf(' ');
            WORDS.put(pair.substring(0, blank), pair.substring(blank + 1));
        }
    }

    /** Keeps the lists from being changed. */
    public AddressForm {
        numbers = List.copyOf(numbers);
        words = List.copyOf(words);
    }

    /**
     * Reads an address.
     *
     * @param written an address or a part of one, in any of the usual forms
     * @return its numbers and words
     */
    public static AddressForm of(String written) {
        String folded = LatinText.folded(written);
        List<String> numbers = new ArrayList<>();
        List<String> words = new ArrayList<>();
        if (Han.in(folded)) {
            Matcher parts = PARTS.matcher(folded);
            while (parts.find()) {
                String han = parts.group(1);
                if (han == null) {
                    enter(parts.group(3), numbers, words);
                } else {
                    addHan(han, words);
                }
            }
            return new AddressForm(numbers, words);
        }
        for (String word : LatinText.words(folded).split(" ", -1)) {
            enter(word, numbers, words);
        }
        return new AddressForm(numbers, words);
    }

    private static void addHan(String han, List<String> words) {
        String place = CompanyName.place(han);
        if (!UNITS.matcher(han).matches()) {
            words.add(place == null ? Han.reading(han) : place);
        }
    }

    private static void enter(String word, List<String> numbers, List<String> words) {
        String meant = WORDS.getOrDefault(word, word);
        if (meant.isEmpty()) {
            return;
        }
        char first = meant.charAt(0);
        boolean ordinal = meant.length() > 2 && !Character.isDigit(meant.charAt(meant.length() - 2))
                && !Character.isDigit(meant.charAt(meant.length() - 1));
        if (Character.isDigit(first) && !ordinal) {
            String number = meant.replaceFirst("^0+(?=.)", "");
            numbers.add(number);
        } else {
            words.add(meant);
        }
    }
}
