package app.kith.mail;

import app.kith.mail.SignatureField.Kind;
import app.kith.mail.SignatureReader.Line;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the lines that bear no label: who it is, what he is, for whom, and where. Words decide first, then the place. */
final class SignatureHead {
    private static final Pattern BRACKETS = Pattern.compile("[(（].*?[)）]");
    /** {@code Sunil Mehta (Partner)} */
    private static final Pattern BEHIND_IN_BRACKETS = Pattern.compile("(.{2,40}?)\\s*[(（](.{2,30})[)）]");
    /** {@code Tan Logistics Sdn. Bhd. (123456-X)} */
    private static final Pattern REGISTERED = Pattern.compile("\\s*[(（]\\d[\\dA-Z-]{3,}[)）]$");
    /** Below the name of the company: {@code 冶金设备研究所}. */
    private static final Pattern PART_OF_COMPANY = Pattern.compile("\\p{IsHan}{2,8}(?:研究所|研究院|学院|中心|营销公司|销售公司)");
    /** {@code 西北大学材料学院}, {@code 宏达机械有限公司采购部} */
    private static final Pattern PART_BEHIND = Pattern
            .compile(
                    "(\\p{IsHan}{2,}(?:[(（]\\p{IsHan}{2,6}[)）]\\p{IsHan}*)?(?:公司|集团|大学|医院|研究院|事务所))[ \u3000]*(\\p{IsHan}{2,10})");
    private static final Pattern ON_BEHALF = Pattern
            .compile(
                    "(?i)^(?:for and )?on behalf of\\s+|^for and on behalf of\\s+|^m/s\\.?\\s+|^i\\.\\s?a\\. der firma\\s+");
    private static final Pattern ONE_LATIN_NAME = Pattern.compile("\\p{Lu}[\\p{L}'-]{1,14}");
    private static final Pattern HAN_WORDS = Pattern.compile("\\p{IsHan}{4,12}");

    private final @Nullable Mailbox author;
    private final AuthorName name;
    /** Whether the author's whole name stands somewhere, so that a part of it, or another name, is not what is looked for. */
    private boolean wholeName;
    private boolean named;
    private boolean titled;
    private boolean employed;

    SignatureHead(@Nullable Mailbox author) {
        this.author = author;
        this.name = new AuthorName(author);
    }

    void read(List<Line> lines) {
        wholeName = lines.stream().anyMatch(line -> line.rest.stream().anyMatch(this::holdsWholeName));
        for (Line line : lines) {
            if (wholeName) {
                line.fields.removeIf(field -> field.kind() == Kind.NAME && !name.isWhole(field.value()));
            }
            line.fields.forEach(field -> note(field.kind()));
        }
        int place = 0;
        for (Line line : lines) {
            boolean closing = SignatureWords.isClosing(line.proof) || SignatureWords.isThanks(line.proof)
                    || SignatureWords.isProgramLine(line.proof);
            if (!closing) {
                place = head(line, place);
            }
        }
    }

    private boolean holdsWholeName(String piece) {
        return name.isWhole(piece) || apart(piece).stream().anyMatch(name::isWhole);
    }

    private void note(Kind kind) {
        named |= kind == Kind.NAME;
        titled |= kind == Kind.TITLE;
        employed |= kind == Kind.COMPANY;
    }

    private int head(Line line, int place) {
        int at = place;
        for (String piece : List.copyOf(line.rest)) {
            List<String> parts = apart(piece);
            if (parts.isEmpty()) {
                at += piece(line, piece, at, isBesidePerson(line, piece)) ? 1 : 0;
            }
            for (String part : parts) {
                at += piece(line, part, at, parts.size() > 1) ? 1 : 0;
            }
        }
        // A line that could not be read still takes a place: what stands below is less likely a name.
        return at == place && !line.rest.isEmpty() ? place + 1 : at;
    }

    /** {@code 奥星健身 · 柳青}: in one line with his name or title stands his company. */
    private boolean isBesidePerson(Line line, String piece) {
        return line.rest.size() > 1 && line.rest.stream().anyMatch(other -> !other.equals(piece)
                && (holdsWholeName(other) || TitleWords.isTitle(other) || DepartmentWords.is(other)));
    }

    /** {@code VP Sales, Acme Ltd} and {@code 王小明 采购经理} are two things in one piece; {@code Director, Product Management} is one. */
    private List<String> apart(String piece) {
        List<String> formed = byForm(piece);
        if (!formed.isEmpty()) {
            return formed;
        }
        boolean han = SignatureWords.hasHan(piece);
        List<String> parts = List.of(piece.split(han
                ? "[ ,，/]+"
                : "\\s*,\\s+|\\s+[-–—/]\\s+|\\s+(?:at|bei|chez)\\s+", 3));
        return parts.size() < 2 || isOne(piece, parts) ? List.of() : byWords(piece, parts, han);
    }

    /** {@code Sunil Mehta (Partner)}, {@code 西北大学材料学院}, {@code Holmberg Glas AB, Box 14, 360 65 Boda} */
    private List<String> byForm(String piece) {
        List<String> bracket = inBrackets(piece);
        if (!bracket.isEmpty()) {
            return bracket;
        }
        Matcher inside = PART_BEHIND.matcher(piece);
        if (inside.matches() && (DepartmentWords.is(inside.group(2))
                || PART_OF_COMPANY.matcher(inside.group(2)).matches())) {
            return List.of(inside.group(1), inside.group(2));
        }
        int comma = piece.indexOf(", ");
        return comma > 0 && CompanyWords.isCompany(piece.substring(0, comma), author)
                && PostalWords.isAddress(piece.substring(comma + 2))
                        ? List.of(piece.substring(0, comma), piece.substring(comma + 2))
                        : List.of();
    }

    private boolean isOne(String piece, List<String> parts) {
        return (isName(piece) || name.isWhole(piece)) && parts.stream().noneMatch(DepartmentWords::is)
                || DepartmentWords.is(piece)
                || parts.stream().allMatch(part -> TitleWords.isTitle(part) && !name.isPart(part));
    }

    private List<String> byWords(String piece, List<String> parts, boolean han) {
        String first = parts.getFirst();
        String second = parts.get(1);
        boolean department = DepartmentWords.is(second);
        boolean personFirst = isName(first) && (TitleWords.isTitle(second) || CompanyWords.isCompany(second, author)
                || department || name.isWhole(first) && TitleWords.isTitleInSmall(second));
        if (personFirst && parts.size() > 2 && parts.stream().skip(1).allMatch(TitleWords::isTitle)) {
            // 钱伟 合伙人/律师
            return List.of(first, piece.substring(first.length()).replaceFirst("^[ ,，/–—-]+", ""));
        }
        boolean titleFirst = TitleWords.isTitle(first)
                && (CompanyWords.isCompany(second, author) || han && (isName(second) || department));
        boolean departmentFirst = DepartmentWords.is(first)
                && (TitleWords.isTitle(second) || han && (isName(second) || name.isPart(second)));
        boolean companyFirst = CompanyWords.isCompany(first, author)
                && (TitleWords.isTitle(second) || han && isName(second) || department);
        boolean hanCompany = han && isHanCompany(first) && (name.isWhole(second) || TitleWords.isTitle(second));
        return personFirst || titleFirst || companyFirst || departmentFirst || hanCompany ? parts : List.of();
    }

    /** {@code Sunil Mehta (Partner)}, {@code 柳青（会籍顾问）}: what he is stands in brackets behind his name. */
    private List<String> inBrackets(String piece) {
        Matcher matcher = BEHIND_IN_BRACKETS.matcher(piece);
        return matcher.matches() && isName(matcher.group(1)) && !SignatureWords.looksLikeName(matcher.group(2))
                && (TitleWords.isTitle(matcher.group(2)) || DepartmentWords.is(matcher.group(2)))
                        ? List.of(matcher.group(1), matcher.group(2))
                        : List.of();
    }

    /** {@code 云帆软件 产品经理}: what stands before a title or the author's name and is neither is his company. */
    private boolean isHanCompany(String words) {
        return HAN_WORDS.matcher(words).matches() && !TitleWords.isTitle(words) && !name.isWhole(words)
                && !DepartmentWords.is(words);
    }

    private boolean piece(Line line, String piece, int place, boolean apart) {
        String words = ON_BEHALF.matcher(piece.strip()).replaceFirst("");
        if (words.length() < 2 || words.length() > 120) {
            return false;
        }
        if (wholeName && !name.isWhole(words) && name.isPart(words)) {
            return true;
        }
        if (!named && (wholeName ? name.isWhole(words) : place <= (SignatureWords.hasHan(words) ? 2 : 1))
                && isName(words)) {
            named = true;
            line.add(Kind.NAME, AuthorName.plain(words), name.isPart(words) ? 0.97 : 0.8);
            return true;
        }
        if (DepartmentWords.is(unbracketed(words))) {
            line.add(Kind.DEPARTMENT, unbracketed(words), 0.85);
            return true;
        }
        if (isPlainTitle(words) || apart && TitleWords.isTitleInSmall(words)) {
            titled = true;
            line.add(Kind.TITLE, words, 0.9);
            return true;
        }
        if (PostalWords.isAddress(words)) {
            line.add(Kind.ADDRESS, words, 0.85);
            return true;
        }
        boolean company = CompanyWords.isCompany(words, author);
        if (!company && TitleWords.isTitle(words)) {
            titled = true;
            line.add(Kind.TITLE, words, 0.9);
            return true;
        }
        if ((company || apart && isHanCompany(words)) && !employed) {
            employed = true;
            line.add(Kind.COMPANY, REGISTERED.matcher(words).replaceFirst(""), company ? 0.9 : 0.6);
            return true;
        }
        if (company && PART_OF_COMPANY.matcher(words).matches()) {
            line.add(Kind.DEPARTMENT, words, 0.7);
            return true;
        }
        return company || byPlace(line, words, place);
    }

    /** {@code (Export Department)} */
    private static String unbracketed(String words) {
        return words.replaceFirst("^[(（]([^()（）]+)[)）]$", "$1").strip();
    }

    /** Letters alone are a title rather than an address: {@code 区域销售经理}. */
    private boolean isPlainTitle(String words) {
        return words.chars().noneMatch(Character::isDigit) && TitleWords.isTitle(words)
                && !CompanyWords.isCompany(words, author);
    }

    /** Between a title and the first contact line stands the company. */
    private boolean byPlace(Line line, String words, int place) {
        boolean here = named && titled && !employed && place == 2 && line.fields.isEmpty() && line.rest.size() == 1
                && words.length() <= 50 && CompanyWords.mayBe(words);
        if (here) {
            employed = true;
            line.add(Kind.COMPANY, words, 0.6);
        }
        return here;
    }

    private boolean isName(String words) {
        String plain = AuthorName.plain(BRACKETS.matcher(AuthorName.plain(words)).replaceAll(""));
        return name.isPart(plain) || isNameWithMore(plain)
                || (SignatureWords.looksLikeName(plain) || isInTwoScripts(plain)) && !TitleWords.isTitle(plain)
                        && !CompanyWords.isCompany(plain, author) && !PostalWords.isAddress(plain);
    }

    /** {@code 王小明 Xiaoming Wang}: the name in another script, or a first name, beside it. */
    private boolean isNameWithMore(String words) {
        return name.isIn(words) && words.length() <= 40 && words.chars().noneMatch(Character::isDigit)
                && words.split("\\s+", -1).length <= 5 && !TitleWords.isTitle(words)
                && !CompanyWords.isCompany(words, author) && isInTwoScripts(words);
    }

    /** {@code 赵敏 Min Zhao} */
    private boolean isInTwoScripts(String words) {
        int space = SignatureWords.hasHan(words.substring(0, 1)) ? words.indexOf(' ') : words.lastIndexOf(' ');
        if (space <= 0) {
            return false;
        }
        boolean hanFirst = SignatureWords.hasHan(words.substring(0, 1));
        String han = hanFirst ? words.substring(0, space) : words.substring(space + 1);
        String latin = (hanFirst ? words.substring(space) : words.substring(0, space)).strip();
        if (!SignatureWords.hasHan(han) || SignatureWords.hasHan(latin)) {
            return false;
        }
        return SignatureWords.looksLikeName(han) && SignatureWords.looksLikeName(latin)
                || name.isWhole(han) && ONE_LATIN_NAME.matcher(latin).matches() && !TitleWords.isTitle(latin);
    }
}
