package app.kith.contact;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A telephone number reduced to what its spellings have in common, whether or not they name the country.
 *
 * @param digits the significant digits: no country code of China or North America, no trunk zero, no extension
 * @param extension digits of the extension; empty if none
 * @param mobile whether it is surely a mobile number of mainland China
 * @param fixed whether it is written like a fixed line there, behind which several people may be reached
 */
public record PhoneForm(String digits, String extension, boolean mobile, boolean fixed) {
    private static final Pattern EXTENSION = Pattern.compile(
            "(?i)[\\s,;(]*(?:转|轉|分机|分機|内线|extension|ext\\.?|x|#)\\s*[:.]?\\s*(\\d{1,7})\\s*\\)?\\s*$");
    private static final Pattern TRAILING = Pattern
            .compile(
                    "^(.*?(?:\\(?0\\d{2,3}\\)?|\\(?\\+?86\\)?[- ]*\\d{2,3})[- ]*\\d{3,4}[- ]?\\d{3,4})\\s*-\\s*(\\d{2,5})$");
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern NORTH_AMERICA = Pattern.compile("^\\+?0{0,2}1[^0-9]+[2-9]\\d\\d\\D.*|^\\+1.*");
    private static final int KEY = 7;
    private static final int LONG = 8;

    /**
     * Reads a number.
     *
     * @param written the number as it was written
     * @return its form; the digits are empty where there are none
     */
    public static PhoneForm of(String written) {
        String text = Normalizer.normalize(written, Normalizer.Form.NFKC).strip();
        String extension = "";
        Matcher named = EXTENSION.matcher(text);
        if (named.find() && digitsOf(text.substring(0, named.start())).length() >= KEY) {
            extension = named.group(1);
            text = text.substring(0, named.start());
        } else {
            Matcher trailing = TRAILING.matcher(text);
            if (trailing.matches() && digitsOf(trailing.group(1)).length() >= LONG + 1) {
                extension = trailing.group(2);
                text = trailing.group(1);
            }
        }
        String digits = digitsOf(text);
        boolean named86 = text.startsWith("+86") || text.startsWith("(+86") || digits.startsWith("0086")
                || digits.startsWith("86") && (digits.length() == 13 && digits.charAt(2) == '1'
                        || text.matches("^\\(?86[^0-9].*") && digits.length() >= 11);
        boolean abroad = !named86 && (text.startsWith("+") || text.startsWith("(+") || digits.startsWith("00"));
        if (digits.startsWith("00")) {
            digits = digits.substring(2);
        }
        if (named86) {
            digits = digits.substring(2);
        } else if (digits.length() == 11 && digits.startsWith("1") && NORTH_AMERICA.matcher(text).matches()) {
            digits = digits.substring(1);
            abroad = true;
        }
        String significant = digits.replaceFirst("^0+(?=.)", "");
        boolean mobile = !abroad && MOBILE.matcher(significant).matches();
        boolean area = digits.startsWith("0") && digits.length() >= 10;
        return new PhoneForm(significant, extension, mobile, !mobile && !abroad && (named86 || area));
    }

    private static String digitsOf(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int digit = Character.digit(text.charAt(i), 10);
            if (digit >= 0) {
                digits.append((char) ('0' + digit));
            }
        }
        return digits.toString();
    }

    /** {@return the last seven digits, which all spellings of a number share; fewer if there are fewer} */
    public String key() {
        return digits.length() <= KEY ? digits : digits.substring(digits.length() - KEY);
    }

    /**
     * Tells whether two spellings reach one line, extensions aside.
     *
     * @param other the other spelling
     * @return true if the digits are equal, or one has the area or country before at least seven equal digits
     */
    public boolean isSameLine(PhoneForm other) {
        String longer = digits.length() >= other.digits.length() ? digits : other.digits;
        String shorter = longer.equals(digits) ? other.digits : digits;
        return longer.equals(shorter) && !shorter.isEmpty()
                || shorter.length() >= KEY && !(mobile && other.mobile) && longer.endsWith(shorter);
    }
}
