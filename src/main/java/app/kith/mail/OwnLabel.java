package app.kith.mail;

import app.kith.mail.SignatureField.Kind;
import app.kith.mail.SignatureReader.Line;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a value behind a label that no list knows: {@code Växel: 0650-281 40}, {@code 訂座：2871 5530}, {@code 网店：…}. The value says what
 * it is, since nothing else looks like it; a label of an order or an account forbids it.
 */
final class OwnLabel {
    private static final Pattern LABELLED = Pattern
            .compile(
                    "((?:24 ?(?:小时|小時|[Hh](?:ours?|rs?)?)[ /]?)?\\p{L}[\\p{L}\\p{M} ./'’-]{0,23})(\\s?[:：]\\s*|(?<=\\p{IsHan}) +|\\s{2,})(\\S.{4,})");
    /** Digits behind such a word are none of a telephone. */
    private static final Pattern OTHER_NUMBER = Pattern.compile(
            "(?iu).*(?:order|invoice|account|acc|konto|bank|tax|vat|iban|track|awb|ref|serial|licen[cs]e|reg|nr|no|num|code|zip|plz|cep|pin|date|ticket|case|claim|lot|id|po|qty|price|total|amount|room|zimmer|time|hours|单|單|编|編|号|號|码|碼|税|稅|账|帳|帐|证|證|票|款|金|价|價|期|日|时|時|箱|批|型|规|版)\\.?");
    private static final Pattern ACCOUNT = Pattern.compile(
            "(?iu).*(?:帳號|帐号|账号|賬號|账户|帳戶|賬戶|户名|戶名|开户行|開戶行|口座|계좌|\\biban|\\bkonto|\\bbank|\\bacct|\\baccount|\\ba/c|\\bcuenta|\\bcompte|\\bconto|\\bconta|\\bhesap|рахунок|счет|счёт)");
    private static final Pattern POST = Pattern.compile("(?i)p\\.?o\\.?|post|postal|mail");
    private static final Pattern TELEPHONE = Pattern.compile(
            "(?:\\+|[(（]?0|1[3-9]\\d{9}|400[\\d-]|1[- ]8(?:00|88|77|66|55|44|33)[- ]\\d{3}|4\\d{3}-\\d{3}-).*");
    private static final Pattern OF_EIGHT = Pattern.compile("[2-9]\\d{3}[ -]\\d{4}");
    private static final Pattern SCHEME = Pattern.compile("(?i)https?|ftp|mailto");
    /** Behind such words stands where one may meet him, or where he sells. */
    private static final Pattern ELSEWHERE = Pattern
            .compile("(?iu).*(?:visit|meet|see us|find us|booth|stand|halle|fair|expo|展|messe)");
    private static final Pattern MARKET = Pattern
            .compile(
                    ".*(?:alibaba|1688|taobao|tmall|made-in-china|globalsources|amazon|etsy|ebay|linkedin|facebook|instagram|youtube|xing).*");
    private static final Pattern HOURS = Pattern.compile("\\s*[(（][^()（）]*[)）]$");
    private static final Pattern PAGE = Pattern
            .compile(
                    "(?:[a-z0-9][a-z0-9-]*\\.)+(?!(?:pdf|docx?|xlsx?|zip|jpe?g|png|txt|pptx?|csv|dwg|step|stp|rar|html?)$)[a-z]{2,8}");
    private static final int SHORTEST_PAGE = 6;
    private static final int LONGEST_ADDRESS = 90;

    private OwnLabel() {}

    /** {@return whether a line can hold such a label} */
    static boolean mayHold(String line) {
        return line.indexOf(':') > 0 || line.indexOf('：') > 0 || line.indexOf("  ") > 0
                || line.indexOf(' ') > 0 && SignatureWords.isHan(line.charAt(line.indexOf(' ') - 1));
    }

    /** {@return whether words are the name of a page and not that of a file} */
    static boolean isPage(String words) {
        return words.length() >= SHORTEST_PAGE && PAGE.matcher(words).matches();
    }

    /** Adds the value; {@return whether there is one} */
    static boolean read(Line line, String piece) {
        Matcher labelled = LABELLED.matcher(piece);
        if (!labelled.matches()) {
            return false;
        }
        String label = labelled.group(1).strip();
        boolean colon = labelled.group(2).indexOf(':') >= 0 || labelled.group(2).indexOf('：') >= 0;
        String value = SignatureReader.trim(HOURS.matcher(labelled.group(3)).replaceFirst(""));
        if (colon && ACCOUNT.matcher(label).matches() && value.chars().anyMatch(Character::isDigit)) {
            // 匯款帳號：第一銀行松江分行 141-10-048827
            return true;
        }
        if (value.startsWith("//") || SCHEME.matcher(label).matches()) {
            return false;
        }
        if (colon && label.toLowerCase(Locale.ROOT).startsWith("whatsapp") && isNumber(value)) {
            // WhatsApp 落單：6128 9904
            SignatureNumbers.account(line, value, Kind.WHATSAPP);
            return true;
        }
        boolean number = TELEPHONE.matcher(value).matches() && PhoneWords.isWholeNumber(value)
                || colon && SignatureWords.hasHan(label) && OF_EIGHT.matcher(value).matches();
        if (number && !OTHER_NUMBER.matcher(label).matches() && (colon || isAsked(label))) {
            boolean fax = label.toLowerCase(Locale.ROOT).contains("fax");
            SignatureNumbers.phones(line, labelled.group(3),
                    fax ? Kind.FAX : PhoneWords.isMobile(value) ? Kind.MOBILE : Kind.PHONE,
                    fax ? NumberRegion.LABELLED : NumberRegion.UNTOLD);
            return true;
        }
        if (colon && isPage(value) && !MARKET.matcher(value).matches()) {
            line.add(Kind.WEB, value, 0.9);
            return true;
        }
        if (colon && value.length() <= LONGEST_ADDRESS
                && (POST.matcher(label).matches() || !OTHER_NUMBER.matcher(label).matches())
                && !ELSEWHERE.matcher(label).matches() && PostalWords.isAddress(value)) {
            line.add(Kind.ADDRESS, value, 0.85);
            return true;
        }
        return false;
    }

    private static boolean isNumber(String value) {
        return OF_EIGHT.matcher(value).matches() || PhoneWords.isWholeNumber(value);
    }

    /** Without a colon the label must say that one may call: {@code 預約專線 02-…}. */
    private static boolean isAsked(String label) {
        return label.endsWith("线") || label.endsWith("線") || label.endsWith("电话") || label.endsWith("電話")
                || label.endsWith("热线") || label.endsWith("熱線");
    }
}
