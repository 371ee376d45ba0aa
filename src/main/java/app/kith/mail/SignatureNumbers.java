package app.kith.mail;

import app.kith.mail.SignatureField.Kind;
import app.kith.mail.SignatureReader.Line;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the telephone numbers in the lines of a signature, with a label and without. */
final class SignatureNumbers {
    private static final double HINTED = 0.95;
    private static final Pattern HAN_NUMBER = Pattern.compile("(?:号|號|单|單|码|碼|编|账|帐|票|税|版|款)$");

    private static final Set<String> MOBILE_HINTS = Set.of("mobil", "mobile", "mobilo", "móvil", "movil", "handy",
            "gsm",
            "cell", "m", "c", "手机", "手機", "行動", "text", "texts", "sms", "短信");
    private static final Set<String> FAX_HINTS = Set.of("fax", "telefax", "faks", "f", "传真", "傳真");
    private static final Pattern TELEPHONE = Pattern.compile("(?i)(?:电话|電話|tel|phone|fon)[.:：]?$");
    private static final Pattern OTHER_WORD = Pattern.compile("\\p{L}{3,}[.:：]?\\s*$");
    /** {@code +48 512 555 064 (also WhatsApp)}: the account bears the number before it. */
    private static final Pattern ACCOUNT_BEHIND = Pattern.compile(
            "(?i)\\s*[(（\\[](?:(?:preferred|also|auch|ook|aussi|también|tambien|também|också|także|też|=|is|same|même|mismo|anche|with|incl\\.?|and|und|et|on|for|auf|sur|en|su|mobile|cell|/|&|,) *){0,4}(whats ?app|wechat|weixin|微信)(?:\\s?(?:/|&|and|,|、)\\s?(whats ?app|wechat|微信))?[^()（）\\]]{0,12}[)）\\]]");
    /** What is left of a second number's ending: {@code 0231-2555117 / 18}. */
    private static final Pattern ENDING_BEHIND = Pattern
            .compile("(?<=\\d{5})\\s*/\\s*\\d{1,3}$");
    /** {@code 044 - 4858 2210 / 2211}: behind a whole number. */
    private static final Pattern ENDING_OF_WHOLE = Pattern.compile("((?:\\D*\\d){9,}?)\\s*/\\s*\\d{1,4}");
    /** {@code Pier 37 – 808-533-0291}: the number of a house before a dash, which begins no area. */
    private static final Pattern HOUSE_BEFORE = Pattern
            .compile("^([1-9]\\d{0,3}) [-–] (?=[(+\\d](?:[ ().-]{0,3}\\d){8})");
    /** The hints, where the number before them is gone. */
    private static final Pattern HINT_LEFT = Pattern.compile(
            "(?i)\\|\\s*(?:[(（](?:mobil[eo]?|handy|cell|m|c|手机|手機|行動|fax|telefax|f|传真|傳真|office|direct|o|p|w|tel|电话|電話|座机|办公)[)）]"
                    + "|[(（–-]?\\s*(?:mobile?|handy|cell|fax|telefax|telefon|phone|office|direct|desk|main|landline|tel)\\b\\.?[)）]?)");

    /** Stands directly behind a number that is gone. */
    private static final String BEHIND_NUMBER = "\uE001";
    /** {@code 03644 510977 (Werkstatt)}: what is said of the number. */
    private static final Pattern NOTE_BEHIND = Pattern
            .compile("\\|" + BEHIND_NUMBER + "\\s*[(（][\\p{L}][\\p{L} .&/-]{1,24}[)）]");

    /** {@code 0931 417 28 84  Notdienst 0160 94 17 22 03}: a label, whatever it says. */
    private static final Pattern WORD_BETWEEN = Pattern.compile("\\s*(?:\\|\\s*|\\s+)\\p{L}{2,16}[.:]?\\s+");
    /** The number of a taxpayer behind his country: {@code BE 0716.428.937}. */
    private static final Pattern TAX_COUNTRY = Pattern.compile(
            "(?:.*\\s)?(?:AT|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|GB|CHE)");
    private static final Pattern HINT = Pattern.compile(
            "\\s*[(（\\[/–-]?\\s*(mobil[eo]?|m[óo]vil|handy|gsm|cell|m\\b|c(?=[)）])|手机|手機|行動|texts?\\b|sms\\b|短信|fax|telefax|faks|f\\b|传真|傳真|office|direct|desk|main|phone|landline|o\\b|p\\b|w\\b|tel|电话|電話|座机|办公)");

    /** {@code Order no. 4500-2210-77} */
    private static final Pattern OF_ORDER = Pattern.compile("(?i).*\\p{L}+ (?:no|nr|num|nos)\\.");
    /** A number of the house only. */
    private static final Pattern INSIDE = Pattern.compile("\\d{4,6}");

    private SignatureNumbers() {}

    static void phones(Line line, String value, Kind kind) {
        phones(line, value, kind, NumberRegion.LABELLED);
    }

    static void phones(Line line, String value, Kind kind, double confidence) {
        if (kind == Kind.PHONE && INSIDE.matcher(value).matches()) {
            // 内线：6023
            line.add(kind, value, 0.8);
            return;
        }
        Matcher matcher = PhoneWords.matcher(value);
        int behind = 0;
        while (matcher.find()) {
            if (behind > 0 && OTHER_WORD.matcher(value.substring(behind, matcher.start())).find()) {
                // Another word before another number: what it says is not known.
                String rest = SignatureReader.trim(value.substring(behind));
                if (!OwnLabel.mayHold(rest) || !OwnLabel.read(line, rest)) {
                    plainPhones(line, rest);
                }
                return;
            }
            behind = matcher.end();
            for (String each : PhoneWords.apart(matcher.group())) {
                String number = number(each);
                if (PhoneWords.isNumber(number)) {
                    Kind real = kind == Kind.PHONE && PhoneWords.isChineseMobile(number) ? Kind.MOBILE : kind;
                    boolean account = accounts(line, value, matcher.end(), number);
                    line.add(account && real == Kind.PHONE ? Kind.MOBILE : hinted(value, matcher.end(), real), number,
                            confidence);
                }
            }
        }
    }

    /** An account that is known by a telephone number. */
    static void account(Line line, String value, Kind kind) {
        Matcher matcher = PhoneWords.matcher(value);
        if (matcher.find()) {
            line.add(kind, number(matcher.group()), 0.95);
        }
    }

    /** Adds the accounts; {@return whether one is of WhatsApp, which lives on mobile telephones} */
    private static boolean accounts(Line line, String value, int behind, String number) {
        Matcher account = ACCOUNT_BEHIND.matcher(value).region(behind, value.length());
        boolean found = false;
        if (account.lookingAt()) {
            for (int i = 1; i <= 2; i++) {
                String word = account.group(i);
                if (word != null) {
                    boolean whatsApp = word.toLowerCase(Locale.ROOT).startsWith("whats");
                    line.add(whatsApp ? Kind.WHATSAPP : Kind.WECHAT, number, 0.93);
                    found |= whatsApp;
                }
            }
        }
        return found;
    }

    private static boolean isHinted(String value, int behind) {
        return HINT.matcher(value.substring(behind, Math.min(value.length(), behind + 14)).toLowerCase(Locale.ROOT))
                .lookingAt();
    }

    /** {@code 555-0100 (mobile)}: a word behind the number tells more than the label before it. */
    private static Kind hinted(String value, int behind, Kind kind) {
        String after = value.substring(behind, Math.min(value.length(), behind + 14)).toLowerCase(Locale.ROOT);
        Matcher hint = HINT.matcher(after);
        if (!hint.lookingAt()) {
            return kind;
        }
        String word = hint.group(1);
        boolean mobile = MOBILE_HINTS.contains(word);
        return mobile ? Kind.MOBILE : FAX_HINTS.contains(word) ? Kind.FAX : Kind.PHONE;
    }

    static String plainPhones(Line line, String value) {
        if (!PhoneWords.mayHold(value)) {
            return value.indexOf('|') < 0 ? value : HINT_LEFT.matcher(value).replaceAll("|");
        }
        Matcher matcher = PhoneWords.matcher(value);
        StringBuilder rest = new StringBuilder();
        int behind = 0;
        while (matcher.find()) {
            boolean found = false;
            for (String each : PhoneWords.apart(matcher.group())) {
                String number = number(each);
                if (PhoneWords.isNumber(number) && PhoneWords.isPlain(number) && isFree(value, matcher, number)) {
                    Kind kind = PhoneWords.isMobile(number) ? Kind.MOBILE : Kind.PHONE;
                    boolean account = accounts(line, value, matcher.end(), number);
                    boolean hint = account || isHinted(value, matcher.end());
                    line.add(account ? Kind.MOBILE : hinted(value, matcher.end(), kind), number,
                            hint ? HINTED : NumberRegion.UNTOLD);
                    found = true;
                }
            }
            if (found) {
                String gap = value.substring(behind, matcher.start());
                int end = rest.length() + gap.length();
                Matcher house = HOUSE_BEFORE.matcher(matcher.group());
                matcher.appendReplacement(rest, house.find() ? house.group(1) + " | " : " |" + BEHIND_NUMBER + " ");
                if (behind > 0 && WORD_BETWEEN.matcher(gap).matches()) {
                    rest.delete(end - gap.length(), end);
                }
                behind = matcher.end();
            }
        }
        String left = NOTE_BEHIND.matcher(matcher.appendTail(rest)).replaceAll("| ").replace(BEHIND_NUMBER, "");
        return HINT_LEFT.matcher(left).replaceAll("|");
    }

    /** Digits inside a line of words are a registration number or an address rather than a telephone. */
    private static boolean isFree(String value, Matcher matcher, String number) {
        String before = value.substring(lastDivider(value, matcher.start()), matcher.start()).strip();
        if (before.endsWith("〒") || before.endsWith(".") && OF_ORDER.matcher(before).matches()
                || PhoneWords.isTollFree(matcher.group()) && before.chars().anyMatch(Character::isLetter)
                        && !TELEPHONE.matcher(before).find()) {
            // A line of the company for everybody: 24 HR DISPATCH 800-555-0133.
            return false;
        }
        boolean written = number.indexOf(' ') > 0 || number.indexOf('-') > 0 || number.indexOf('/') > 0;
        if (!number.startsWith("+") && !(written && number.startsWith("0")) && TAX_COUNTRY.matcher(before).matches()) {
            return false;
        }
        if (HOUSE_BEFORE.matcher(matcher.group()).find()) {
            return true;
        }
        String after = value.substring(matcher.end()).strip();
        if (!before.isEmpty() && !after.isEmpty() && Character.isUpperCase(after.charAt(0))
                && PostalWords.isAddress(value)) {
            // Rua do Campo Alegre, 1021 - 4150-181 Porto
            return false;
        }
        boolean letters = !before.isEmpty() && Character.isLetter(before.charAt(before.length() - 1))
                && !before.endsWith("or");
        if (letters && SignatureWords.hasHan(before)) {
            return before.length() <= 24 && (PhoneWords.isMobile(number) || isOfMobile(matcher.group())
                    || PhoneWords.hasArea(number))
                    && !HAN_NUMBER.matcher(before).find();
        }
        return !letters || before.length() <= 24
                && !before.matches(
                        "(?i).*\\b(?:no|nr|id|hrb|vat(?: [a-z]{2})?|(?:btw|tva|ust|iva|nip|mwst|uid)(?: [a-z]{2})?|reg|number|iban|order|invoice|bca|bni|bri|mandiri|rek|rekening|acct?|a/c|konto|cuenta|compte|conto|aba|bsb|p\\.?o\\.?|box|cep|zip|plz|pin|code|cp|cap)\\.?");
    }

    /** What stands before a divider says nothing of a number behind it: {@code Carlisle CA2 5TT · 0800 917 3320}. */
    private static int lastDivider(String value, int at) {
        int divider = at - 1;
        while (divider >= 0 && "|｜·•\t".indexOf(value.charAt(divider)) < 0 && !value.startsWith("  ", divider)) {
            divider--;
        }
        return divider + 1;
    }

    /** {@code 13931558062 0315-2817766}: a second number behind a mobile one. */
    private static boolean isOfMobile(String found) {
        List<String> parts = PhoneWords.apart(found);
        return parts.size() > 1 && PhoneWords.isMobile(number(parts.getFirst()));
    }

    private static String withoutEnding(String number) {
        Matcher whole = number.indexOf('/') > 0 ? ENDING_OF_WHOLE.matcher(number) : null;
        return whole != null && whole.matches() ? whole.group(1) : ENDING_BEHIND.matcher(number).replaceFirst("");
    }

    static String number(String found) {
        String number = SignatureReader.trim(PhoneWords.first(found.replace('\u00A0', ' ')));
        int last = Math.max(number.lastIndexOf('('), number.lastIndexOf('（'));
        if (last > 6 && number.indexOf(')', last) < 0 && number.indexOf('）', last) < 0) {
            number = number.substring(0, last).strip();
        }
        number = withoutEnding(HOUSE_BEFORE.matcher(number).replaceFirst(""));
        boolean open = number.indexOf('(') < 0 && number.indexOf('（') < 0;
        boolean closed = number.indexOf(')') < 0 && number.indexOf('）') < 0;
        return open == closed ? number : number.replaceAll("^[(（]|[)）]$", "");
    }
}
