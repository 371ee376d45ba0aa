package app.kith.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A telephone number and its normal form: E.164 (ITU-T), with {@code ;ext=} (RFC 3966) where there is an extension.
 *
 * @param shown as it was written
 * @param normal {@code +8613800001234}, {@code +8675512345678;ext=801}; the digits alone where it is not a possible number
 * @param mobile whether it is surely a mobile number
 */
public record PhoneNumber(String shown, String normal, boolean mobile) {
    private static final Pattern EXTENSION = Pattern.compile(
            "(?i)[\\s,;(（]*(?:转|轉|分机|分機|内线|ext\\.?|extension|x|#)\\s*[:：.]?\\s*(\\d{1,7})\\s*[)）]?\\s*$");
    private static final Pattern TRAILING_EXTENSION = Pattern
            .compile("^(\\(?0\\d{2,3}\\)?[- ]?\\d{7,8})\\s*-\\s*(\\d{1,5})$");

    /**
     * Reads a number, of the user's own country where it names none.
     *
     * @param written the number as it was written
     * @return the number
     */
    public static PhoneNumber of(String written) {
        return of(written, List.of(HomeCountry.code()));
    }

    /**
     * Reads a number.
     *
     * @param written the number as it was written
     * @param countries ISO 3166 codes of the countries that it may be of where it names none, likeliest first, at least one; the first
     *     in whose plan it is valid holds, else the last
     * @return the number
     */
    public static PhoneNumber of(String written, List<String> countries) {
        String text = Normalizer.normalize(written, Normalizer.Form.NFKC).strip();
        String extension = "";
        Matcher named = EXTENSION.matcher(text);
        Matcher trailing = TRAILING_EXTENSION.matcher(text);
        if (named.find() && digits(text.substring(0, named.start())).length() >= 3) {
            extension = named.group(1);
            text = text.substring(0, named.start());
        } else if (trailing.matches()) {
            extension = trailing.group(2);
            text = trailing.group(1);
        }
        PhoneNumberUtil util = PhoneNumberUtil.getInstance();
        try {
            Phonenumber.PhoneNumber number = parsed(util, text, countries);
            if (!util.isPossibleNumber(number)) {
                return new PhoneNumber(written, digits(written), false);
            }
            String normal = util.format(number, PhoneNumberFormat.E164)
                    + (extension.isEmpty() ? "" : ";ext=" + extension);
            return new PhoneNumber(written, normal, util.getNumberType(number) == PhoneNumberType.MOBILE);
        } catch (NumberParseException e) {
            String digits = digits(written);
            return new PhoneNumber(written, digits.isEmpty() ? NormalForm.folded(written) : digits, false);
        }
    }

    /** 0044… is +44… also where another prefix goes before calls abroad. */
    private static Phonenumber.PhoneNumber parsed(PhoneNumberUtil util, String text, List<String> countries)
            throws NumberParseException {
        for (String country : countries) {
            Phonenumber.PhoneNumber number = util.parse(text, country);
            if (util.isValidNumber(number)) {
                return number;
            }
        }
        if (text.startsWith("00")) {
            try {
                Phonenumber.PhoneNumber number = util.parse("+" + text.substring(2), null);
                if (util.isValidNumber(number)) {
                    return number;
                }
            } catch (NumberParseException e) {
                // It is none: what it comes to at home holds.
            }
        }
        return util.parse(text, countries.getLast());
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder();
        text.codePoints().filter(Character::isDigit).map(c -> Character.digit(c, 10)).forEach(digits::append);
        return digits.toString();
    }
}
