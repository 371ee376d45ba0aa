package app.kith.mail;

import app.kith.mail.SignatureField.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes a line of a signature apart where several things stand in it: {@code 王小明 采购经理}, {@code VP Sales, Acme Ltd}. Of all
 * ways to part it at its commas, dashes and brackets the one is taken whose parts are best known; each further part costs a
 * little, so that {@code Director, Product Management} stays one.
 */
final class HeadParts {
    private static final int MOST = 12;
    private static final int USUAL = 120;
    private static final int LONGEST = 200;
    private static final int LONGEST_FORM = 12;
    private static final int LONGEST_TITLED = 70;
    private static final int UNKNOWN = -4;
    private static final int FURTHER_PART = -2;
    private static final int WHOLE_NAME = 10;
    private static final int SURE = 6;
    private static final int LIKELY = 4;
    /** Forms of companies that a comma may part from the name. */
    private static final String FORM = "co|ltd|limited|inc|incorporated|llc|l\\.l\\.c|llp|corp|corporation|plc|gmbh|s\\.a|s\\.l|s\\.r\\.l|s\\.p\\.a|lda|ltda|s\\.r\\.o|a\\.s|d\\.o\\.o|pty|pte|pvt|n\\.v|b\\.v";
    private static final Pattern BORDER = Pattern
            .compile("\\s*[,，、;；~](?!\\s*(?i:" + FORM
                    + ")(?:[.,，\\s()（）/|-]|$))\\s*|\\s+[-–—/@·:]\\s+|\\s*[·•｜|/／]\\s*(?=\\p{IsHan})|(?<=\\p{IsHan})\\s*[·/／]\\s*"
                    + "|\\s{2,}|(?<=\\p{IsHan})\\s*[:：]\\s*|\\s*[(（](?=[^()（）]*[)）](?:$|[\\s,，、|/·-]))|[)）](?=$|[\\s,，、|/·-])"
                    + "|(?<=[\\p{IsHan})）]) +| +(?=\\p{IsHan})|(?<=\\p{IsHangul}[팀부실과]|㈜|\\(주\\)|주식회사) +(?=\\p{IsHangul})| +(?=[\\p{IsHangul}\\d]{1,8}[팀부실과]$)|(?<=(?:사원|주임|대리|과장|차장|부장|실장|팀장|이사|상무|전무|대표|사장|원장|소장|교수|박사|연구원|변호사|간사|국장|주무관)) +(?=\\p{IsHangul}{2,4}$)| +(?=(?:사원|주임|대리|과장|차장|부장|실장|팀장|본부장|이사|상무|전무|대표|대표이사|사장|연구원|책임|선임|수석)$)|\\s+(?:at|bei|chez|for)\\s+");
    private static final Pattern LIST = Pattern.compile("^\\p{Lu}[\\p{L}'’-]+ (?:&|and|und|et|y|e|och|og) ");
    private static final Pattern DASH = Pattern.compile("\\s+[-–—]\\s+");
    private static final Pattern NICKNAME = Pattern.compile("(.{2,40}?)\\s*[(（]([^()（）]{1,24})[)）]");
    private static final Pattern HAN_TWICE = Pattern.compile("\\p{IsHan}{2} +\\p{IsHan}{2}");
    private static final Pattern HAN_WORDS = Pattern
            .compile("\\p{IsHan}{4,12}(?:[(（](?:[A-Za-z .&]{2,20}|\\p{IsHan}{2,4})[)）])?");
    /** {@code Asst. Sales Manager (Ship Supply)} */
    private static final Pattern BRACKET_BEHIND = Pattern.compile("[^()（）]+ [(（][^()（）]{2,30}[)）]");

    /** {@code TANG XIAODONG Partner}: his name in another script, below the line that had it. */
    private static final Pattern LATIN_NAME_BEFORE = Pattern
            .compile("(\\p{Lu}{2,15}(?: \\p{Lu}{2,15}){1,2}) +(\\p{Lu}\\p{Ll}.{2,60})");

    /** Where a part begins and ends. */
    private record Span(int from, int to) {}

    /** The best way to part the words up to a place: the place where its last part begins, and what that is. */
    private record Way(int score, int from, @Nullable Kind last) {}

    private final SignatureNames names;
    private final @Nullable Mailbox author;
    /** What was judged already; forgotten when the author's whole name is seen. */
    private final Map<String, Optional<Kind>> kinds = new HashMap<>();
    private final Map<String, Integer> strengths = new HashMap<>();
    private final Map<String, List<HeadPart>> taken = new HashMap<>();

    HeadParts(SignatureNames names, @Nullable Mailbox author) {
        this.names = names;
        this.author = author;
    }

    void forget() {
        kinds.clear();
        taken.clear();
    }

    /** {@return how surely words are the name of a company, as {@link CompanyWords} tells} */
    int strength(String words) {
        return strengths.computeIfAbsent(words, this::judgedStrength);
    }

    private int judgedStrength(String words) {
        int strength = CompanyWords.strength(words, author);
        int space = words.indexOf(' ');
        // Fairweather Balloon Flights of Hugo Fairweather
        boolean own = strength == 0 && space > 0 && words.indexOf(' ', space + 1) > 0 && names.mayBeIn(words)
                && CompanyWords.mayBe(words) && names.sharesSurname(words);
        return own ? CompanyWords.USUAL : strength;
    }

    /** {@return the parts of what stands between two dividers, in their order; the piece alone, of no kind, where it is one} */
    List<HeadPart> of(String piece) {
        List<HeadPart> known = taken.get(piece);
        if (known == null) {
            known = apart(piece).stream().flatMap(part -> HanParts.of(part).stream()).toList();
            taken.put(piece, known);
        }
        return known;
    }

    /** Only the author's own name makes so long a line one of his signature. */
    private boolean beginsWithName(String piece) {
        int comma = piece.indexOf(',');
        return comma > 0 && names.isWhole(piece.substring(0, comma));
    }

    private List<HeadPart> apart(String piece) {
        if (piece.length() > LONGEST || piece.length() > USUAL && !beginsWithName(piece)) {
            return List.of(new HeadPart(piece, null));
        }
        List<HeadPart> inside = HanParts.joined(piece);
        if (!inside.isEmpty()) {
            return inside;
        }
        Matcher latin = author != null && SignatureWords.hasHan(author.name())
                ? LATIN_NAME_BEFORE.matcher(piece)
                : null;
        if (latin != null && latin.matches() && names.isWholeSomewhere() && TitleWords.isTitle(latin.group(2))
                && SignatureWords.looksLikeName(latin.group(1)) && !DepartmentWords.is(latin.group(1))) {
            return List.of(new HeadPart(latin.group(2), Kind.TITLE));
        }
        List<HeadPart> titled = nameAndTitle(piece);
        if (!titled.isEmpty()) {
            return titled;
        }
        List<HeadPart> branch = HanParts.branch(piece);
        if (!branch.isEmpty()) {
            return branch;
        }
        List<Span> spans = spans(piece);
        List<HeadPart> shortened = HanParts.shortened(piece);
        if (!shortened.isEmpty() && strength(piece) == 0) {
            return shortened;
        }
        boolean name = spans.stream().anyMatch(span -> names.isWhole(piece.substring(span.from(), span.to())));
        if (spans.size() > 1 && !name && PostalWords.isAddress(piece) && !TitleWords.isTitle(piece)) {
            return beforeAddress(piece, spans);
        }
        return spans.size() < 2 || spans.size() > MOST ? List.of(new HeadPart(piece, null)) : best(piece, spans);
    }

    /** {@code H. Munro Master Mariner}: the author's name, and behind a blank what he is. */
    private List<HeadPart> nameAndTitle(String piece) {
        int space = piece.indexOf(' ');
        if (space < 0 || piece.length() > LONGEST_TITLED || piece.charAt(0) >= 0x250 || piece.indexOf(',') > 0
                || !names.mayBeIn(piece) || names.isPart(piece)) {
            return List.of();
        }
        int begin = names.begin(piece);
        if (begin > 1) {
            String name = piece.substring(begin);
            String title = piece.substring(0, begin - 1);
            if (name.indexOf(' ') > 0 && names.isWhole(name) && AuthorName.plain(name).equals(name)
                    && TitleWords.isTitle(title)) {
                // Watch Manager Desmond Holt
                return List.of(new HeadPart(title, Kind.TITLE), new HeadPart(name, Kind.NAME));
            }
        }
        int end = names.end(piece);
        if (end > 0 && end < piece.length() - 1 && piece.charAt(end) == ' ') {
            String name = piece.substring(0, end);
            String title = piece.substring(end + 1);
            if (Character.isUpperCase(title.charAt(0)) && AuthorName.plain(name).indexOf(' ') > 0
                    && names.isPart(name) && TitleWords.isTitle(title) && !TitleWords.isTitle(name)) {
                return List.of(new HeadPart(name, Kind.NAME), new HeadPart(title, Kind.TITLE));
            }
        }
        return List.of();
    }

    /** {@code Holmberg Glas AB, Box 14, 360 65 Boda}: what is an address as a whole loses a company or a name at its front only. */
    private List<HeadPart> beforeAddress(String piece, List<Span> spans) {
        for (int i = spans.size() - 1; i > 0; i--) {
            String before = text(piece, spans, 0, i);
            String rest = text(piece, spans, i, spans.size());
            if ((strength(before) == CompanyWords.SURE || names.sharesSurname(before)) && PostalWords.isAddress(rest)) {
                return List.of(new HeadPart(before, Kind.COMPANY), new HeadPart(rest, Kind.ADDRESS));
            }
        }
        return List.of(new HeadPart(piece, Kind.ADDRESS));
    }

    private static List<Span> spans(String piece) {
        if (!mayHoldBorder(piece)) {
            return List.of(new Span(0, piece.length()));
        }
        List<Span> spans = new ArrayList<>();
        Matcher border = BORDER.matcher(piece);
        int at = 0;
        while (border.find()) {
            if (border.start() > at) {
                spans.add(new Span(at, border.start()));
            }
            at = border.end();
        }
        if (at < piece.length()) {
            spans.add(new Span(at, piece.length()));
        }
        return spans;
    }

    /** Whether a line has a sign of a border, or a blank beside a Han or Hangul character. */
    private static boolean mayHoldBorder(String piece) {
        for (int i = 0; i < piece.length(); i++) {
            char c = piece.charAt(i);
            if (c != ' ' && !Character.isLetterOrDigit(c) && ".'’&+\"“”".indexOf(c) < 0) {
                return true;
            }
            if (c == ' ' && i + 1 < piece.length() && i > 0
                    && (piece.charAt(i - 1) >= 0x1100 || piece.charAt(i + 1) >= 0x1100 || piece.charAt(i + 1) == ' ')) {
                return true;
            }
        }
        return piece.contains(" at ") || piece.contains(" bei ") || piece.contains(" chez ") || piece.contains(" for ");
    }

    private List<HeadPart> best(String piece, List<Span> spans) {
        Way[][] best = new Way[spans.size() + 1][];
        best[0] = new Way[]{new Way(0, 0, null)};
        for (int to = 1; to <= spans.size(); to++) {
            List<Way> ways = new ArrayList<>();
            for (int from = 0; from < to; from++) {
                ways.add(way(piece, spans, from, to, best[from]));
            }
            best[to] = ways.toArray(Way[]::new);
        }
        List<HeadPart> parts = new ArrayList<>();
        int to = spans.size();
        @Nullable
        Kind behind = null;
        while (to > 0) {
            Way way = top(best[to], behind);
            parts.addFirst(new HeadPart(text(piece, spans, way.from(), to), way.last()));
            behind = way.last();
            to = way.from();
        }
        if (parts.size() == 2 && isTown(parts, piece)) {
            return List.of(new HeadPart(piece, Kind.ADDRESS));
        }
        if (parts.size() == 2 && isNarrowed(parts) && BRACKET_BEHIND.matcher(piece).matches()) {
            return List.of(new HeadPart(piece, Kind.TITLE));
        }
        boolean one = parts.size() == 1 && parts.getFirst().kind() != Kind.TITLE
                && parts.getFirst().kind() != Kind.DEPARTMENT;
        return one ? List.of(new HeadPart(piece, null)) : parts;
    }

    /** Whether a bracket behind a position tells no company or department for sure. */
    private boolean isNarrowed(List<HeadPart> parts) {
        String inside = parts.getLast().words();
        return parts.getFirst().kind() == Kind.TITLE && !SignatureWords.hasHan(inside)
                && strength(inside) < CompanyWords.SURE && !DepartmentWords.isNamed(inside)
                && !names.isPart(inside) && parts.getLast().kind() != Kind.NAME;
    }

    /** {@code Port de plaisance – 29780 Plouhinec}: what stands before a town, with a dash between, and nobody knows. */
    private boolean isTown(List<HeadPart> parts, String piece) {
        String before = parts.getFirst().words();
        return parts.getFirst().kind() == null && parts.getLast().kind() == Kind.ADDRESS && strength(before) == 0
                && (names.isWholeSomewhere() || !names.isLikely(before))
                && DASH.matcher(piece.substring(before.length(), piece.length() - parts.getLast().words().length()))
                        .matches();
    }

    /** {@return the best way to a place behind which another kind follows} */
    private static Way top(Way[] ways, @Nullable Kind behind) {
        Way top = ways[0];
        for (Way way : ways) {
            boolean fits = behind == null || way.last() != behind;
            boolean topFits = behind == null || top.last() != behind;
            if (fits && (!topFits || way.score() > top.score())) {
                top = way;
            }
        }
        return top;
    }

    private Way way(String piece, List<Span> spans, int from, int to, Way[] before) {
        HeadPart part = new HeadPart(text(piece, spans, from, to), null);
        Kind kind = isBalanced(part.words()) ? kind(part.words(), spans, piece, from, to) : null;
        Way last = top(before, kind);
        int score = last.score() + (from == 0 ? 0 : FURTHER_PART);
        boolean twice = from > 0 && kind != null && last.last() == kind && !inTwoScripts(piece, spans, from, kind);
        // A name is not known by standing beside an address: Wing Shun, 18 Tai Yip Street.
        boolean place = kind == Kind.ADDRESS && last.last() == Kind.NAME && last.score() <= LIKELY;
        if (kind == null || twice || place) {
            return new Way(score + (to - from) * UNKNOWN, from, null);
        }
        if (kind == last.last() && from > 0) {
            // The same company in another script.
            return new Way(score, from, kind);
        }
        return new Way(score + weight(part.words(), kind, last.last()), from, kind);
    }

    /** {@code Lumax Optics Co., Ltd. (明光光学有限公司)}: the same company again. */
    private boolean inTwoScripts(String piece, List<Span> spans, int from, Kind kind) {
        String before = piece.substring(0, spans.get(from).from());
        String behind = piece.substring(spans.get(from).from());
        return kind == Kind.COMPANY && SignatureWords.hasHan(before) != SignatureWords.hasHan(behind);
    }

    private static boolean isBalanced(String words) {
        long open = words.chars().filter(c -> c == '(' || c == '（').count();
        return open == words.chars().filter(c -> c == ')' || c == '）').count();
    }

    private static String text(String piece, List<Span> spans, int from, int to) {
        int end = spans.get(to - 1).to();
        String words = piece.substring(spans.get(from).from(), end);
        // The bracket that closes behind the last words belongs to them.
        return !isBalanced(words) && piece.substring(end).stripLeading().matches("(?s)[)）].*")
                ? words + piece.substring(end).stripLeading().charAt(0)
                : words;
    }

    private @Nullable Kind kind(String words, List<Span> spans, String piece, int from, int to) {
        String key = words + (from == 0 ? "<" : "") + (to == spans.size() ? ">" : "");
        Optional<Kind> known = kinds.get(key);
        if (known == null) {
            known = Optional.ofNullable(judge(words, spans, piece, from, to));
            kinds.put(key, known);
        }
        return known.orElse(null);
    }

    private @Nullable Kind judge(String words, List<Span> spans, String piece, int from, int to) {
        if (names.isWhole(words) || names.isInTwoScripts(words) || isWithNickname(words)) {
            return Kind.NAME;
        }
        if (DepartmentWords.isNamed(words)) {
            return Kind.DEPARTMENT;
        }
        if (strength(words) >= CompanyWords.SURE) {
            boolean more = to - from > 1 && !isOfPartners(piece, spans, from)
                    && piece.length() - spans.get(from + 1).from() > LONGEST_FORM
                    && strength(text(piece, spans, from + 1, to)) == CompanyWords.SURE
                    && piece.substring(spans.get(from).to(), spans.get(from + 1).from()).strip().equals(",");
            return more ? null : Kind.COMPANY;
        }
        boolean sales = to < spans.size() && words.endsWith(" Sales") && DepartmentWords.is(words);
        // 云帆软件 产品经理 is two things, Java 开发工程师 is one.
        boolean apart = to - from > 1
                && (HAN_TWICE.matcher(words).find() || strength(text(piece, spans, to - 1, to)) >= CompanyWords.USUAL
                        && names.sharesSurname(text(piece, spans, to - 1, to)));
        if (sales || !apart && (TitleWords.isTitle(words) || from > 0 && TitleWords.isTitleInSmall(words))) {
            return Kind.TITLE;
        }
        if (PostalWords.isAddress(words)) {
            return Kind.ADDRESS;
        }
        if (DepartmentWords.is(words)) {
            return Kind.DEPARTMENT;
        }
        if (to - from > 1 && DASH.matcher(words).find()
                && composite(piece, spans, from, to) == Kind.DEPARTMENT) {
            // Sea Freight – Export
            return Kind.DEPARTMENT;
        }
        if (strength(words) > 0) {
            return Kind.COMPANY;
        }
        if (to - from > 1) {
            return isHanCompany(words) ? Kind.COMPANY : composite(piece, spans, from, to);
        }
        int begin = spans.get(from).from();
        boolean bracketed = begin > 0 && "(（".indexOf(piece.charAt(begin - 1)) >= 0;
        boolean beside = spans.size() > 1 && !bracketed && !names.isWholeSomewhere() && names.isLikely(words);
        return beside ? Kind.NAME : isHanCompany(words) ? Kind.COMPANY : null;
    }

    /** {@code Kessler, Boyd & Partners LLP}: surnames in a row. */
    private boolean isOfPartners(String piece, List<Span> spans, int from) {
        String first = text(piece, spans, from, from + 1);
        String second = text(piece, spans, from + 1, from + 2);
        return first.indexOf(' ') < 0 && Character.isUpperCase(first.charAt(0)) && LIST.matcher(second).find()
                && (!names.isPart(first) || names.sharesSurname(second) || piece.endsWith("LLP"));
    }

    /** {@code Min-jun Kim (MJ)} */
    private boolean isWithNickname(String words) {
        Matcher nickname = NICKNAME.matcher(words);
        return nickname.matches() && names.isWhole(nickname.group(1)) && !TitleWords.isTitle(nickname.group(2))
                && !DepartmentWords.is(nickname.group(2)) && strength(nickname.group(2)) == 0;
    }

    /** {@code 合伙人/律师}: two positions are one. */
    private @Nullable Kind composite(String piece, List<Span> spans, int from, int to) {
        Kind first = kind(text(piece, spans, from, from + 1), spans, piece, from, from + 1);
        if (first != Kind.TITLE && first != Kind.DEPARTMENT) {
            return null;
        }
        for (int i = from + 1; i < to; i++) {
            if (kind(text(piece, spans, i, i + 1), spans, piece, i, i + 1) != first) {
                return null;
            }
        }
        return first;
    }

    private int weight(String words, Kind kind, @Nullable Kind before) {
        return switch (kind) {
            case NAME -> names.isLikely(words) && !names.isWhole(words) && !names.isInTwoScripts(words)
                    ? LIKELY
                    : names.isInTwoScripts(words) ? WHOLE_NAME + 1 : WHOLE_NAME;
            case DEPARTMENT -> DepartmentWords.isNamed(words) ? SURE : before == Kind.TITLE ? 1 : LIKELY;
            case COMPANY -> switch (strength(words)) {
                case 0 -> 1;
                case 1, CompanyWords.USUAL -> LIKELY;
                default -> SURE + 1;
            };
            case ADDRESS -> SURE;
            default -> SURE - 1;
        };
    }

    /** {@code 云帆软件 产品经理}: what stands before a title or the author's name and is neither is his company. */
    static boolean isHanCompany(String words) {
        return HAN_WORDS.matcher(words).matches() && !words.contains("同号") && !TitleWords.isTitle(words)
                && !DepartmentWords.is(words);
    }
}
