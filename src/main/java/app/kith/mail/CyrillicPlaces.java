package app.kith.mail;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells an address in Cyrillic letters by the short words of its parts: {@code г. Иркутск, ул. Озёрная, д. 4}. */
final class CyrillicPlaces {
    private static final Set<String> FIRST = Set.of("г", "гор", "город", "ул", "улица", "д", "дом", "пос", "посёлок",
            "поселок", "пгт", "с", "село", "дер", "деревня", "обл", "область", "р-н", "район", "пр", "пр-т", "пр-д",
            "просп", "проспект", "пер", "переулок", "наб", "набережная", "ш", "шоссе", "бул", "б-р", "бульвар", "пл",
            "площадь", "кв", "оф", "офис", "корп", "корпус", "стр", "строение", "к", "литер", "лит", "помещ", "пом",
            "этаж", "респ", "республика", "край", "мкр", "микрорайон", "ст", "станица", "хутор", "тер", "а/я", "вул",
            "буд", "м", "смт", "провулок", "площа", "бульв", "кім", "жк", "тракт", "линия", "аллея", "проезд", "тупик",
            "россия", "рф", "украина", "україна", "беларусь", "казахстан");
    private static final Pattern LAST = Pattern.compile(
            ".*\\s(?:область|обл\\.?|край|район|р-н|республика|улица|ул\\.?|проспект|пр-т|пр\\.|переулок|пер\\.|площадь|пл\\.?|набережная|наб\\.?|шоссе|ш\\.|бульвар|б-р|проезд|вулиця|вул\\.?)(?:\\s\\d{1,4}\\S{0,3})?");
    private static final Pattern NUMBER = Pattern
            .compile("\\d{5,6}|\\d{1,4}(?:[/-]\\d{1,3})?\\s?[а-яА-Я]?|№\\s?\\d{1,4}");
    private static final int LONGEST = 130;

    private CyrillicPlaces() {}

    /** {@return whether a line begins with a Cyrillic letter or a postcode and its parts are those of an address} */
    static boolean isAddress(String line) {
        String[] parts = line.split(",\\s*", -1);
        if (parts.length < 2 || line.length() > LONGEST
                || line.chars().noneMatch(c -> c >= 0x400 && c < 0x530)) {
            return false;
        }
        int words = 0;
        int told = 0;
        for (String part : parts) {
            String lower = part.strip().toLowerCase(Locale.ROOT);
            int end = 0;
            while (end < lower.length() && lower.charAt(end) != ' ' && lower.charAt(end) != '.') {
                end++;
            }
            boolean word = FIRST.contains(lower.substring(0, end)) || LAST.matcher(lower).matches();
            words += word ? 1 : 0;
            told += word || NUMBER.matcher(lower).matches() ? 1 : 0;
        }
        return words > 0 && told > 1;
    }
}
