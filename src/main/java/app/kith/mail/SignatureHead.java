package app.kith.mail;

import app.kith.mail.SignatureField.Kind;
import app.kith.mail.SignatureReader.Line;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the lines that bear no label: who it is, what he is, for whom, and where. Words decide first, then the place. */
final class SignatureHead {
    private static final Pattern BRACKETS = Pattern.compile("[(（].*?[)）]");
    /** {@code 営業部 田中裕子}: where somebody works is no part of his name. */
    private static final Pattern DEPARTMENT = Pattern.compile("^\\p{IsHan}{1,8}(?:部|部门|部門|课|課|科|处|處|室|中心|组|組)[ 　]+");
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
                at += piece(line, piece, at, false) ? 1 : 0;
            }
            for (String part : parts) {
                at += piece(line, part, at, parts.size() > 1) ? 1 : 0;
            }
        }
        // A line that could not be read still takes a place: what stands below is less likely a name.
        return at == place && !line.rest.isEmpty() ? place + 1 : at;
    }

    /** {@code VP Sales, Acme Ltd} and {@code 王小明 采购经理} are two things in one piece; {@code Director, Product Management} is one. */
    private List<String> apart(String written) {
        boolean han = SignatureWords.hasHan(written);
        if (han && TitleWords.isTitle(written) && DEPARTMENT.matcher(written).find()) {
            return List.of();
        }
        String piece = han ? DEPARTMENT.matcher(written).replaceFirst("") : written;
        List<String> whole = piece.equals(written) ? List.of() : List.of(piece);
        List<String> parts = List.of(piece.split(han
                ? "[ ,，/]+"
                : "\\s*,\\s+|\\s+[-–—/]\\s+|\\s+(?:at|bei|chez)\\s+", 3));
        if (parts.size() < 2 || isName(piece) || name.isWhole(piece)) {
            return whole;
        }
        String first = parts.getFirst();
        String second = parts.get(1);
        boolean personFirst = isName(first) && (TitleWords.isTitle(second) || CompanyWords.isCompany(second, author)
                || han && DEPARTMENT.matcher(second + " ").matches());
        boolean titleFirst = TitleWords.isTitle(first)
                && (CompanyWords.isCompany(second, author) || han && isName(second));
        boolean companyFirst = han && CompanyWords.isCompany(first, author)
                && (TitleWords.isTitle(second) || isName(second) || DEPARTMENT.matcher(second + " ").matches());
        if (han && isHanCompany(first) && (name.isWhole(second) || TitleWords.isTitle(second))) {
            return parts;
        }
        return personFirst || titleFirst || companyFirst ? parts : whole;
    }

    /** {@code 云帆软件 产品经理}: what stands before a title or the author's name and is neither is his company. */
    private boolean isHanCompany(String words) {
        return HAN_WORDS.matcher(words).matches() && !TitleWords.isTitle(words) && !name.isWhole(words)
                && !DEPARTMENT.matcher(words + " ").matches();
    }

    private boolean piece(Line line, String piece, int place, boolean apart) {
        String words = piece.strip();
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
        if (isPlainTitle(words)) {
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
            line.add(Kind.COMPANY, words, company ? 0.9 : 0.6);
            return true;
        }
        return company || byPlace(line, words, place);
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
    private static boolean isInTwoScripts(String words) {
        int space = words.indexOf(' ');
        return space > 0 && SignatureWords.looksLikeName(words.substring(0, space))
                && !SignatureWords.hasHan(words.substring(space))
                && SignatureWords.looksLikeName(words.substring(space));
    }
}
