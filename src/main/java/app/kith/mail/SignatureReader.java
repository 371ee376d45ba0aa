package app.kith.mail;

import app.kith.mail.SignatureField.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of a signature: first what a label or an unmistakable form tells, then names, titles and companies by their
 * words and their place. Not thread-safe; made for one author.
 */
final class SignatureReader {
    private static final int MOST_LINES = 40;
    private static final int LONGEST_LINE = 200;
    private static final Pattern EMAIL = Pattern.compile("(?:(?!\\p{IsHan})[\\w.+%-]){1,64}@[\\w-]+(?:\\.[\\w-]+)+",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern WEB = Pattern.compile(
            "https?://[^\\s<>|，、）)]+|(?<![\\w@.])www\\.[\\w-]+(?:\\.[\\w-]+)+(?:/[^\\s<>|，、）)]*)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE_DOMAIN = Pattern.compile("[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.[a-z]{2,8}(?:/\\S*)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SOCIAL = Pattern
            .compile("(?i)linkedin\\.|facebook\\.|twitter\\.|//x\\.com|instagram\\.|youtube\\.|xing\\.|weibo\\.");
    private static final Pattern WECHAT_ID = Pattern
            .compile("[A-Za-z][\\w-]{4,19}|1[3-9]\\d{9}|\\+?86[ -]?1[3-9]\\d{9}");
    private static final Set<Kind> ACCOUNTS = Set.of(Kind.WECHAT, Kind.QQ, Kind.SKYPE, Kind.LINE);
    private static final Pattern SKYPE_NAME = Pattern.compile("(?:live:)?[A-Za-z][\\w.,-]{3,31}");
    /** {@code hannah.lm (Skype)} */
    private static final Pattern ACCOUNT_BEFORE = Pattern
            .compile("(?i)([@A-Za-z][\\w.:@-]{2,31})\\s?[(（](skype|wechat|weixin|微信|line|qq)[)）]");
    private static final Pattern NUMBERS = Pattern.compile("[+(（]?0[\\d ()（）/-]{9,30}");
    private static final Pattern LOCAL_NUMBER = Pattern
            .compile("[2-9]\\d(?: \\d{2}){3}|[2-9]\\d{3} \\d{4}|[2-9]\\d{2} \\d{2} \\d{3}");
    private static final Pattern LINE_ID = Pattern.compile("@?[A-Za-z0-9][\\w.-]{3,19}");
    /** Digits only, perhaps in groups: {@code 27155 5093}. */
    private static final Pattern QQ_NUMBER = Pattern
            .compile("[1-9](?:\\d|[ -](?=\\d{3})){4,13}(?!\\d)");
    /** {@code W nordwind.example}: the letter before a domain is a label. */
    private static final Pattern LETTER = Pattern
            .compile("^[WwIi][.:]?\\s+(?=[\\w-]+(?:\\.[\\w-]+)+(?:/\\S*)?$)|^[Aa][.:]?\\s+(?=\\p{IsHan})");
    /** What is said below the signature is of the letter again. */
    private static final Pattern POSTSCRIPT = Pattern
            .compile(
                    "(?i)p\\.? ?s\\.?\\s?[:：.]?\\s+\\p{L}|pps\\b|(?:wire|remit|pay(?:ment|able)?|bank)(?: \\p{L}+){0,3}:\\s|附[:：]|又及[:：]|另[:：]|注[:：]|备注[:：]");
    /** {@code Http：//www.…}: typed by hand before a name that needs none. */
    private static final Pattern TYPED_SCHEME = Pattern
            .compile("^(?!https?://)(?i:https?)[:：]\\s?[/／]{2}\\s?(?=(?i:www)\\.)");
    /** Words before a mail address that ask for something: {@code please reply "unsubscribe" to …}. */
    private static final Pattern SENTENCE_BEFORE = Pattern.compile("(?:[^|·•]*\\s\\p{Ll}\\S*){4,} ");
    private static final Pattern HIMSELF = Pattern.compile("(?i).*\\b(?:me|mich|mir|moi)\\b.*");
    private static final Pattern MORE_WEB = Pattern.compile("^\\s*(?:/|,|，|;|；|、|&|and|or|und|和|或)\\s+(?=\\S+\\.)");
    private static final Pattern WEB_BEHIND = Pattern.compile("[,，;；\\s]+(?:https?://|www\\.)\\S+$");
    /** An account of a social network, a date in words, the number of a register without its number. */
    private static final Pattern NO_WORDS = Pattern
            .compile(
                    "(?i)(?:(?:ig|insta|fb|tw|x)[ :]{1,2})?@[\\w.]{3,30}|[〇○零一二三四五六七八九十]{4}年.{2,8}日?|uid|ust-?id|vat|tva|nip|kvk|abn|siret|cnpj|gstin");

    private final @Nullable Mailbox author;
    private final AuthorLine authorLine;
    private final LinePieces pieces;

    SignatureReader(@Nullable Mailbox author) {
        this(author, new AuthorLine(new AuthorName(author)));
    }

    /** Takes what is known of the author's name already. */
    SignatureReader(@Nullable Mailbox author, AuthorLine authorLine) {
        this.author = author;
        this.authorLine = authorLine;
        this.pieces = new LinePieces(author);
    }

    private static String firstLine(String block) {
        int newline = block.indexOf('\n');
        return newline < 0 ? block : block.substring(0, newline);
    }

    /** {@return what the lines say, in their order} */
    List<SignatureField> read(String block) {
        List<Line> lines = new ArrayList<>();
        String letter = block.substring(authorLine.behindClosing(firstLine(block)));
        for (String line : letter.split("\n", MOST_LINES + 60)) {
            String clean = LineCleaner.clean(line);
            if (clean.length() > LONGEST_LINE && !authorLine.isCommaCard(clean)
                    || SmallPrint.is(clean) && (clean.length() > 60 || clean.startsWith("【"))) {
                break;
            }
            if (SmallPrint.isReference(clean) || POSTSCRIPT.matcher(clean).lookingAt()) {
                continue;
            }
            if (!clean.isEmpty() && lines.size() < MOST_LINES) {
                lines.add(read(clean, line.strip()));
            }
        }
        new SignatureHead(author).read(lines);
        NumberRegion.read(lines);
        SameNumber.read(lines);
        return collect(lines);
    }

    private static List<SignatureField> collect(List<Line> lines) {
        List<SignatureField> fields = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (Line line : lines) {
            for (SignatureField field : line.fields) {
                if (seen.add(field.kind() + " " + field.value().toLowerCase(Locale.ROOT))) {
                    fields.add(field);
                }
            }
        }
        return fields;
    }

    /** {@return whether a line begins what is added below a letter: {@code P.S. …}} */
    static boolean isPostscript(String line) {
        return POSTSCRIPT.matcher(line).lookingAt();
    }

    /** {@return whether a line tells how to reach somebody} */
    boolean isContact(String line) {
        return !read(LineCleaner.clean(line), line).fields.isEmpty();
    }

    /** {@return how many ways to reach somebody a line tells} */
    int ways(String line) {
        return read(LineCleaner.clean(line), line).fields.size();
    }

    private Line read(String clean, String proof) {
        Line line = new Line(proof);
        Matcher label = SignatureLabels.matcher(clean);
        int at = 0;
        int from = 0;
        Set<Kind> kinds = Set.of();
        String words = "";
        while (SignatureLabels.find(label, clean, from)) {
            from = Math.max(label.end(), label.start() + 1);
            if (!SignatureLabels.isHere(clean, label.start(), label.end(), String.valueOf(label.group(1)))) {
                continue;
            }
            value(line, clean.substring(at, label.start()), kinds, words);
            words = label.group();
            kinds = SignatureLabels.kinds(String.valueOf(label.group(1)), words);
            at = label.end();
        }
        value(line, clean.substring(at), kinds, words);
        return line;
    }

    /** What a divider parts from a labelled value bears no label. */
    private void value(Line line, String written, Set<Kind> kinds, String label) {
        String value = trim(written);
        if (value.isEmpty()) {
            return;
        }
        if (label.isEmpty()) {
            unlabelled(line, value);
            return;
        }
        int before = line.fields.size();
        String[] pieces = LinePieces.first(value);
        String first = trim(pieces[0]);
        if (kinds.contains(Kind.NAME) && first.indexOf('@') > 0) {
            unlabelled(line, value);
            return;
        }
        for (Kind kind : kinds) {
            labelled(line, first, kind, kinds);
        }
        if (kinds.contains(Kind.WEB) && isLetter(label) && first.indexOf('.') < 0) {
            // W stands for WeChat too.
            id(line, first, WECHAT_ID, Kind.WECHAT);
        }
        if (line.fields.size() > before) {
            behind(line, first, kinds);
            if (PhoneWords.mayHold(first) && ACCOUNTS.containsAll(kinds)) {
                // 加微信 qinling_fengmi 或致电 186…
                String account = line.fields.getLast().value();
                SignatureNumbers.plainPhones(line, first.substring(first.indexOf(account) + account.length()));
            }
        }
        boolean colon = label.indexOf(':') >= 0 || label.indexOf('：') >= 0;
        if (line.fields.size() == before && !colon && !kinds.isEmpty()) {
            // Office 1204, Al Noor Tower: the word was none.
            unlabelled(line, label + written);
        } else if (line.fields.size() == before && kinds.contains(Kind.PHONE)
                && (first.indexOf('@') > 0 || PostalWords.isAddress(first))) {
            // Office: 12 Mill Lane, Leeds LS1 4AB
            unlabelled(line, value);
        } else if (pieces.length > 1 && !kinds.isEmpty()) {
            unlabelled(line, trim(pieces[1]));
        }
    }

    private static boolean isLetter(String label) {
        return label.length() > 1 && !Character.isLetter(label.charAt(1));
    }

    /** {@code Tel 0531-8299 4106, xiefang@jinmai-food.test}: a mail address or a page behind another value. */
    private static void behind(Line line, String value, Set<Kind> kinds) {
        boolean numbers = kinds.contains(Kind.PHONE) || kinds.contains(Kind.MOBILE) || kinds.contains(Kind.FAX);
        if (numbers && value.indexOf('@') > 0) {
            found(line, EMAIL.matcher(value), Kind.EMAIL, 0.97);
        }
        if (numbers || kinds.contains(Kind.EMAIL)) {
            webs(line, value);
        }
    }

    private void labelled(Line line, String value, Kind kind, Set<Kind> all) {
        boolean named = kind == Kind.COMPANY || kind == Kind.TITLE || kind == Kind.DEPARTMENT;
        if (named && PhoneWords.apart(value).stream().allMatch(PhoneWords::isWholeNumber)
                || named && NUMBERS.matcher(value).matches()) {
            // 公司：04-2682-1190
            SignatureNumbers.phones(line, value, Kind.PHONE);
            return;
        }
        switch (kind) {
            case PHONE, MOBILE, FAX -> SignatureNumbers.phones(line, value, kind);
            case EMAIL -> found(line, EMAIL.matcher(value), Kind.EMAIL, 0.98);
            case WEB -> web(line, value);
            case WECHAT -> wechat(line, value, all);
            case QQ -> id(line, value, QQ_NUMBER, kind);
            case NAME -> person(line, value);
            case SKYPE -> id(line, value, SKYPE_NAME, kind);
            case LINE -> id(line, value, LINE_ID, kind);
            case WHATSAPP -> SignatureNumbers.account(line, value, kind);
            case TITLE, DEPARTMENT, COMPANY -> line.add(kind, value, 0.95);
            case ADDRESS -> address(line, value);
        }
    }

    /** {@code Dir. +45 98 55 50 19}: in another language the label is one of a telephone. */
    private static void address(Line line, String value) {
        if (PhoneWords.isWholeNumber(value) || LOCAL_NUMBER.matcher(value).matches()) {
            SignatureNumbers.phones(line, value, Kind.PHONE);
        } else {
            line.add(Kind.ADDRESS, sentenceOff(WEB_BEHIND.matcher(value).replaceFirst("")), 0.95);
        }
    }

    /** {@code 杜家镇双兴村。满十吨包送货}: the letter goes on behind the address. */
    private static String sentenceOff(String address) {
        int stop = address.indexOf('。');
        return stop > 5 ? address.substring(0, stop) : address;
    }

    private static void wechat(Line line, String value, Set<Kind> all) {
        if (all.contains(Kind.MOBILE) || all.contains(Kind.PHONE)) {
            SignatureNumbers.account(line, value, Kind.WECHAT);
        } else {
            id(line, value, all.contains(Kind.QQ) ? QQ_NUMBER : WECHAT_ID, Kind.WECHAT);
        }
    }

    /** {@code 联系人：梁先生 13923300001} */
    private static void person(Line line, String value) {
        String name = trim(SignatureNumbers.plainPhones(line, value).replace("|", " "));
        if (name.length() >= 2 && name.chars().noneMatch(Character::isDigit)) {
            line.add(Kind.NAME, AuthorName.plain(name), 0.95);
        }
    }

    private static void id(Line line, String value, Pattern form, Kind kind) {
        Matcher matcher = form.matcher(value);
        if (matcher.lookingAt()) {
            line.add(kind, matcher.group(), 0.97);
        }
    }

    private void unlabelled(Line line, String value) {
        Matcher account = value.endsWith(")") || value.endsWith("）") ? ACCOUNT_BEFORE.matcher(value) : null;
        if (account != null && account.matches()) {
            labelled(line, account.group(1),
                    SignatureLabels.kinds(account.group(2), account.group(2)).iterator().next(), Set.of());
            return;
        }
        if (OwnLabel.mayHold(value)) {
            StringBuilder rest = new StringBuilder();
            for (String piece : pieces.of(value)) {
                if (!OwnLabel.read(line, piece)) {
                    rest.append(rest.isEmpty() ? "" : " | ").append(piece);
                }
            }
            unknown(line, trim(rest.toString()));
        } else {
            unknown(line, value);
        }
    }

    private void unknown(Line line, String value) {
        Matcher mail = EMAIL.matcher(value);
        boolean asked = value.indexOf('@') > 0 && mail.find()
                && SENTENCE_BEFORE.matcher(value.substring(0, mail.start())).matches()
                && !HIMSELF.matcher(value).matches();
        String rest = asked || value.indexOf('@') <= 0 ? value : found(line, mail.reset(), Kind.EMAIL, 0.97);
        rest = ownPage(line, webs(line, rest));
        rest = SignatureNumbers.plainPhones(line, rest);
        for (String piece : pieces.of(rest)) {
            String words = LETTER.matcher(trim(piece)).replaceFirst("");
            if (BARE_DOMAIN.matcher(words).matches() && isOwnDomain(words)) {
                if (!SOCIAL.matcher("//" + words).find()) {
                    line.add(Kind.WEB, words, 0.9);
                }
            } else if (!words.isEmpty() && !NO_WORDS.matcher(words).matches()) {
                line.rest.add(words);
            }
        }
    }

    /** The domain of the author's address in a line is his page: {@code Paper Kite Studio / paperkitestudio.test}. */
    private String ownPage(Line line, String value) {
        String domain = author == null ? "" : author.address().substring(author.address().lastIndexOf('@') + 1);
        int at = domain.indexOf('.') < 1 ? -1 : value.toLowerCase(Locale.ROOT).indexOf(domain.toLowerCase(Locale.ROOT));
        int end = at + domain.length();
        if (at <= 0 || value.charAt(at - 1) != ' ' || end < value.length() && " ,;|".indexOf(value.charAt(end)) < 0
                || end > value.length()) {
            return value;
        }
        line.add(Kind.WEB, value.substring(at, end), 0.9);
        return trim(value.substring(0, at)) + " | " + value.substring(end);
    }

    private boolean isOwnDomain(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        if (OwnLabel.isPage(words)) {
            return true;
        }
        String letters = lower.replace("-", "");
        return lower.indexOf('/') > 0
                || author != null && author.address().toLowerCase(Locale.ROOT).replace("-", "").endsWith("@" + letters)
                || author != null && author.address().toLowerCase(Locale.ROOT).endsWith(lower)
                || lower.matches(".*\\.(?:com|net|org|cn|de|fr|uk|eu|io|co|jp|tw|hk)");
    }

    private static String found(Line line, Matcher matcher, Kind kind, double confidence) {
        StringBuilder rest = new StringBuilder();
        while (matcher.find()) {
            line.add(kind, matcher.group(), confidence);
            matcher.appendReplacement(rest, " | ");
        }
        return matcher.appendTail(rest).toString();
    }

    private static String webs(Line line, String value) {
        if (value.indexOf("://") < 0 && value.indexOf('.') < 0) {
            return value;
        }
        Matcher matcher = WEB.matcher(value);
        StringBuilder rest = new StringBuilder();
        while (matcher.find()) {
            if (!SOCIAL.matcher(matcher.group()).find()) {
                line.add(Kind.WEB, TYPED_SCHEME.matcher(matcher.group()).replaceFirst(""), 0.97);
            }
            matcher.appendReplacement(rest, " | ");
        }
        return matcher.appendTail(rest).toString();
    }

    /** {@code www.a.example / www.b.example} */
    private static void web(Line line, String value) {
        String first = value.split("[\\s|<，,、；;]", 2)[0];
        if (first.indexOf('.') > 0 && first.indexOf('@') < 0 && !SOCIAL.matcher("//" + first).find()) {
            line.add(Kind.WEB, TYPED_SCHEME.matcher(first).replaceFirst(""), 0.97);
            String rest = value.substring(first.length());
            Matcher more = MORE_WEB.matcher(rest);
            if (more.find()) {
                web(line, rest.substring(more.end()));
            }
        }
    }

    static String trim(String value) {
        int from = 0;
        int to = value.length();
        while (from < to
                && (Character.isWhitespace(value.charAt(from)) || ",;，；|｜/:：<、".indexOf(value.charAt(from)) >= 0)) {
            from++;
        }
        while (to > from
                && (Character.isWhitespace(value.charAt(to - 1))
                        || ",;，；|｜<>、。（(".indexOf(value.charAt(to - 1)) >= 0)) {
            to--;
        }
        return to - from > 2 && value.startsWith(" /", to - 2)
                ? value.substring(from, to - 2).strip()
                : value.substring(from, to);
    }

    /** A line under way: what was found in it, and the words that are left. */
    static final class Line {
        final String proof;
        final List<SignatureField> fields = new ArrayList<>();
        final List<String> rest = new ArrayList<>();

        Line(String proof) {
            this.proof = proof;
        }

        void add(Kind kind, String value, double confidence) {
            if (!value.isEmpty()) {
                fields.add(new SignatureField(kind, value, proof, confidence));
            }
        }
    }
}
