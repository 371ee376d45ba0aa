package app.kith.mail;

import app.kith.mail.SignatureField.Kind;
import app.kith.mail.SignatureReader.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the lines that bear no label: who it is, what he is, for whom, and where. Words decide first, then the place. */
final class SignatureHead {
    /** {@code Tan Logistics Sdn. Bhd. (123456-X)} */
    private static final Pattern REGISTERED = Pattern
            .compile(
                    "\\s*[(（](?:(?:RC|RN|CR|UEN|CIN|SSM|HRB|KvK|ABN|(?:[Rr]eg\\.?|[Cc]ompany|[Cc]o\\.) ?[Nn]o)[.:]? ?)?(?:\\d[\\dA-Z -]{3,}|\\p{IsHan}{2,8}[ :：]*\\d{3,10}\\p{IsHan}?)[)）]$");
    /** {@code Deputy Stage Manager – “The Winter Orchard”}: on what he works is not what he is. */
    private static final Pattern WORK_IN_QUOTES = Pattern.compile("\\s+[-–—]\\s+[“\"„«][^“”\"»]+[”\"“»]$");
    private static final Pattern ON_BEHALF = Pattern.compile(
            "(?i)^(?:(?:ihr|dein|euer|das) team(?: der| von| vom| des)?|your team (?:at|from)|l[’']équipe(?: de)?|(?:for and )?on behalf of|for[,:/]?|pour|per|m/s\\.?|i\\.\\s?a\\. der firma|ihre?|from:|signed(?: by)?:?|prepared by:?|votre|your)\\s+(?=(?-i:\\p{Lu}))");
    /** {@code SUNRICH CO., LTD. / 尚瑞有限公司}, {@code Tops Bag (拓普箱包)}: the same in another script. */
    private static final Pattern IN_HAN_TOO = Pattern
            .compile("^([^\\p{IsHan}]{4,}?)\\s*(?:/\\s*|[(（])(?=\\p{IsHan})\\p{IsHan}[^/]*$");
    /** {@code Piano Tuner & Technician, MPTA}: member, fellow or associate of a society. */
    private static final Pattern SOCIETY_BEHIND = Pattern
            .compile("(?<=\\p{Ll}),? (?!MENA|MEA|AMER|ANZ|ASEAN|APAC|AMEA|MKTG)[MFA][A-Z]{3,6}$");
    private static final Pattern BRACKETED = Pattern.compile("^[(（]([^()（）]+)[)）]$");
    private static final Pattern EDGES = Pattern.compile("^[-–—―‒─━~·*_=＝\\s\"“”]+|[-–—―‒─━~·*_=＝\\s]+$");
    private static final Pattern GREETING_BEHIND = Pattern.compile("\\s+(?:敬上|謹復|谨复|敬复|敬覆|谨上|謹上|敬启|敬啟|谨启|拜上|顿首|上)$");

    /** The full stop of a sentence behind a town, not that of {@code Bldg.} or {@code P.R.C.}. */
    private static final Pattern FULL_STOP = Pattern.compile("(?<=\\p{Ll}{4})\\.$");

    /** {@code 台北辦公室 台北市…}: which of several houses it is. */
    private static final Pattern WHICH_HOUSE = Pattern.compile(
            "^\\p{IsHan}{0,6}(?:办公室|辦公室|办事处|辦事處|分公司|总部|總部|工厂|工廠|厂区|廠區|仓库|倉庫|门店|門市|展厅|總公司|总公司)[ :：]+(?=\\p{IsHan})|\\s(?:本店|总店|總店|門市|门市|门店)$");
    /** Characters of the name of a part of a university. */
    private static final int LONGEST_SCHOOL = 5;
    /** What stands before a firm in India. */
    private static final Pattern FIRM = Pattern.compile(".*\\b[Mm]/[Ss][. ]\\s*");
    private static final Pattern ONE_NAME = Pattern.compile("\\p{Lu}\\p{Ll}{2,14}(?:-\\p{Lu}\\p{Ll}{2,14})?");
    private static final Pattern ON_BEHALF_OF = Pattern.compile("^(?i:i\\. ?a\\.|gez\\.|i\\. ?v\\.|herr|frau)\\s+");
    private static final int LONGEST_LATIN = 24;

    private final SignatureNames names;
    private final HeadParts parts;
    private boolean named;
    private boolean titled;
    private boolean employed;
    /** Whether a part of the company was found already. */
    private boolean departed;
    /** The company that was found, in its words. */
    private @Nullable String company;
    /** Whether the line that is read holds the author's name. */
    private boolean nameHere;
    /** Whether the line that is read holds a part of the author's name, all of which stands elsewhere. */
    private boolean partHere;
    /** How sure the surest line is that names a company. */
    private int surest;
    /** The script of the first such line, as {@link #script} tells it. */
    private int surestIn = -1;

    SignatureHead(@Nullable Mailbox author) {
        this.names = new SignatureNames(author);
        this.parts = new HeadParts(names, author);
    }

    void read(List<Line> lines) {
        lines.removeIf(line -> SignatureWords.isClosing(line.proof) || SignatureWords.isThanks(line.proof)
                || SignatureWords.isProgramLine(line.proof));
        if (lines.stream().anyMatch(line -> line.rest.stream().anyMatch(this::holdsWholeName))) {
            names.seenWhole();
            parts.forget();
        } else if (lines.stream()
                .anyMatch(line -> line.rest.size() == 1 && names.isPart(plain(line.rest.getFirst())))) {
            names.seenPart();
            parts.forget();
        }
        for (Line line : lines) {
            if (names.isWholeSomewhere()) {
                line.fields.removeIf(field -> field.kind() == Kind.NAME && !names.holdsWhole(field.value()));
            }
            line.fields.forEach(field -> note(field.kind()));
        }
        List<List<HeadPart>> taken = new ArrayList<>();
        for (Line line : lines) {
            List<HeadPart> apart = new ArrayList<>();
            line.rest.forEach(piece -> apart.addAll(parts.of(plain(piece))));
            apart.forEach(this::measure);
            taken.add(apart);
        }
        signer(lines);
        int place = 0;
        for (int i = 0; i < lines.size(); i++) {
            place = head(lines.get(i), taken.get(i), place);
        }
        labelsOff(lines, Kind.DEPARTMENT);
        labelsOff(lines, Kind.TITLE);
        new PlacedLines(lines, taken, names, parts).read();
        houses(lines);
        new AddressLines(lines, names.isSeen() && names.isOfTwoWords()).join();
    }

    /** {@code Werkstatt 08342 9180-0}: one word before a number is its label where his part of the company is known. */
    private static void labelsOff(List<Line> lines, Kind kind) {
        long known = lines.stream().flatMap(line -> line.fields.stream())
                .filter(field -> field.kind() == kind).count();
        for (Line line : lines) {
            boolean number = known > 1 && line.fields.stream()
                    .anyMatch(field -> field.kind() == Kind.PHONE || field.kind() == Kind.MOBILE);
            if (number && line.rest.size() == 1) {
                line.fields.removeIf(field -> field.kind() == kind && field.value().indexOf(' ') < 0
                        && line.proof.strip().startsWith(field.value() + " "));
            }
        }
    }

    /** {@code Pohl} below {@code Im Auftrag}: who signs for an author that is no person, one word above other lines. */
    private void signer(List<Line> lines) {
        if (named || !names.isOfHouse() || lines.size() < 2) {
            return;
        }
        Line first = lines.getFirst();
        if (first.fields.isEmpty() && first.rest.size() == 1) {
            String words = ON_BEHALF_OF.matcher(first.rest.getFirst()).replaceFirst("");
            if (ONE_NAME.matcher(words).matches() && !DepartmentWords.is(words) && !TitleWords.isTitle(words)
                    && parts.strength(words) == 0) {
                name(first, words);
                first.rest.clear();
            }
        }
    }

    /** What only looked like a department or a position is the house, where none is known: a school, or one that bears his name. */
    private void houses(List<Line> lines) {
        if (lines.stream().flatMap(line -> line.fields.stream()).anyMatch(field -> field.kind() == Kind.COMPANY)) {
            return;
        }
        String name = lines.stream().flatMap(line -> line.fields.stream()).filter(field -> field.kind() == Kind.NAME)
                .map(SignatureField::value).filter(SignatureWords::hasHan).findFirst().orElse("");
        for (Line line : lines) {
            for (int i = 0; i < line.fields.size(); i++) {
                SignatureField field = line.fields.get(i);
                boolean school = field.kind() == Kind.DEPARTMENT && SignatureWords.hasHan(field.value())
                        && parts.strength(field.value()) >= (field.value().length() > LONGEST_SCHOOL
                                ? 1
                                : CompanyWords.USUAL);
                boolean own = field.kind() == Kind.TITLE && name.length() > 2 && field.value().length() > name.length()
                        && field.value().startsWith(name.substring(1));
                boolean house = field.kind() == Kind.DEPARTMENT && HouseWords.mayBeHouse(field.value());
                if (school || own || house) {
                    line.fields.set(i, new SignatureField(Kind.COMPANY, field.value(), field.line(), 0.7));
                    return;
                }
            }
        }
    }

    private static String plain(String piece) {
        String words = EDGES.matcher(WORK_IN_QUOTES.matcher(piece).replaceFirst("")).replaceAll("");
        words = GREETING_BEHIND.matcher(words).replaceFirst("");
        words = ON_BEHALF.matcher(words).replaceFirst("");
        return BRACKETED.matcher(words).replaceFirst("$1").strip();
    }

    private boolean holdsWholeName(String piece) {
        return names.isWhole(piece)
                || parts.of(plain(piece)).stream().anyMatch(
                        part -> (part.kind() == null || part.kind() == Kind.NAME) && names.holdsWhole(part.words()));
    }

    private void measure(HeadPart part) {
        int strength = strength(part);
        if (strength > surest) {
            surest = strength;
            surestIn = script(part.words());
        }
    }

    private int strength(HeadPart part) {
        return part.kind() != null && part.kind() != Kind.COMPANY
                ? 0
                : parts.strength(ON_BEHALF.matcher(part.words()).replaceFirst(""));
    }

    private void note(Kind kind) {
        named |= kind == Kind.NAME;
        titled |= kind == Kind.TITLE;
        employed |= kind == Kind.COMPANY;
        departed |= kind == Kind.DEPARTMENT;
    }

    private int head(Line line, List<HeadPart> apart, int place) {
        int at = place;
        boolean beside = apart.size() > 1 && apart.stream().anyMatch(this::isPersonal);
        partHere = false;
        nameHere = apart.stream().anyMatch(part -> names.holdsWhole(part.words()));
        for (HeadPart part : apart) {
            at += part(line, part, at, beside) ? 1 : 0;
        }
        // A line that could not be read still takes a place: what stands below is less likely a name.
        return at == place && !line.rest.isEmpty() && !partHere ? place + 1 : at;
    }

    /** {@code 奥星健身 · 柳青}: in one line with his name or title stands his company. */
    private boolean isPersonal(HeadPart part) {
        return part.kind() == Kind.NAME || part.kind() == Kind.TITLE || names.isWhole(part.words())
                || TitleWords.isTitle(part.words()) || DepartmentWords.is(part.words());
    }

    private boolean part(Line line, HeadPart part, int place, boolean beside) {
        String words = ON_BEHALF.matcher(part.words().strip()).replaceFirst("");
        if (words.length() < 2 || words.length() > 120 || words.endsWith(":")) {
            return false;
        }
        if (names.isWholeSomewhere() && !names.isWhole(words) && names.isPart(words)) {
            // Sandrine, above or below all of her name
            partHere = true;
            return false;
        }
        if (isName(part, words, place) || named && isOtherName(part, words)) {
            return name(line, words);
        }
        if (!employed && isFirm(line.proof, words)) {
            employed = true;
            return add(line, Kind.COMPANY, words, 0.9);
        }
        Kind kind = part.kind() == null || part.kind() == Kind.NAME ? kind(words, beside) : part.kind();
        return switch (kind) {
            case ADDRESS -> add(line, kind, FULL_STOP.matcher(WHICH_HOUSE.matcher(words).replaceAll(""))
                    .replaceFirst(""), 0.85);
            case DEPARTMENT -> department(line, words, 0.85);
            case TITLE -> title(line, words, 0.9);
            case COMPANY -> company(line, words, beside);
            case null, default -> byPlace(line, words, place, beside);
        };
    }

    private static boolean isFirm(String line, String words) {
        int at = line.indexOf("/s") > 0 || line.indexOf("/S") > 0 ? line.indexOf(words) : -1;
        return at > 0 && FIRM.matcher(line.substring(0, at)).matches();
    }

    private boolean isName(HeadPart part, String words, int place) {
        if (named || part.kind() != null && part.kind() != Kind.NAME) {
            return false;
        }
        if (names.isWholeSomewhere()) {
            return names.holdsWhole(words) || names.isInTwoScripts(words);
        }
        return part.kind() == Kind.NAME
                || place <= (SignatureWords.hasHan(words) ? 2 : 1) && names.isLikely(words)
                || names.isOfAddress(words) && names.isLikely(words);
    }

    /** {@code 刘嘉琪 Jackie Liu} below {@code 刘嘉琪 敬上}, {@code 唐艺 | Tina Tang}: the name in another script too. */
    private boolean isOtherName(HeadPart part, String words) {
        if (part.kind() != null && part.kind() != Kind.NAME || !names.isOfHan()) {
            return false;
        }
        return names.isInTwoScripts(words) && names.holdsWhole(words)
                || nameHere && !SignatureWords.hasHan(words) && SignatureWords.looksLikeName(words)
                        && words.length() <= LONGEST_LATIN && !TitleWords.isTitle(words) && !DepartmentWords.is(words)
                        && parts.strength(words) == 0;
    }

    private boolean name(Line line, String words) {
        named = true;
        return add(line, Kind.NAME, names.written(words), names.isPart(words) ? 0.97 : 0.8);
    }

    private boolean title(Line line, String words, double confidence) {
        titled = true;
        return add(line, Kind.TITLE, SOCIETY_BEHIND.matcher(words).replaceFirst(""), confidence);
    }

    private boolean department(Line line, String words, double confidence) {
        departed = true;
        return add(line, Kind.DEPARTMENT, words, confidence);
    }

    private static boolean add(Line line, Kind kind, String words, double confidence) {
        line.add(kind, words, confidence);
        return true;
    }

    /** {@return what words are that stand alone between two dividers; null where they do not tell} */
    private @Nullable Kind kind(String words, boolean beside) {
        int strength = parts.strength(words);
        if (strength == CompanyWords.SURE && SignatureWords.hasHan(words)) {
            return Kind.COMPANY;
        }
        if (strength < CompanyWords.SURE && DepartmentWords.is(words)) {
            return Kind.DEPARTMENT;
        }
        boolean digits = words.chars().anyMatch(Character::isDigit);
        boolean chief = strength < CompanyWords.SURE && (words.endsWith("长") || words.endsWith("長"));
        if (!digits && (strength == 0 || chief)
                && (TitleWords.isTitle(words) || beside && TitleWords.isTitleInSmall(words))) {
            return Kind.TITLE;
        }
        if (PostalWords.isAddress(words)) {
            return Kind.ADDRESS;
        }
        return strength > 0 ? Kind.COMPANY : TitleWords.isTitle(words) ? Kind.TITLE : null;
    }

    /** The surest name of a company is his; what is less sure is a part of it, or nothing. */
    private boolean company(Line line, String words, boolean beside) {
        if (isInOtherScript(words)) {
            return add(line, Kind.COMPANY, words, 0.85);
        }
        int strength = parts.strength(words);
        if (!employed && strength == CompanyWords.USUAL && strength < surest && surestIn != script(words)
                && surestIn >= 0 && script(words) >= 0 && words.indexOf(' ') > 0) {
            // Above the surest name, the same in another script.
            return add(line, Kind.COMPANY, words, 0.85);
        }
        if (employed && strength >= CompanyWords.USUAL && company != null
                && line.proof.contains(company + " / " + words)) {
            // Avalon Archives / Archives d'Avalon
            return add(line, Kind.COMPANY, words, 0.85);
        }
        if ((strength < surest || employed) && CompanyWords.isPart(words)) {
            return department(line, words, 0.7);
        }
        if (!employed && strength == surest && strength > 0) {
            employed = true;
            company = words;
            String plain = REGISTERED.matcher(IN_HAN_TOO.matcher(words).replaceFirst("$1")).replaceFirst("");
            return add(line, Kind.COMPANY, plain, 0.9);
        }
        return strength > 0 || byPlace(line, words, 0, beside);
    }

    /** The same company in another script, below the first: both are its names. */
    private boolean isInOtherScript(String words) {
        String first = company;
        return first != null && parts.strength(words) >= CompanyWords.USUAL
                && parts.strength(first) >= CompanyWords.USUAL && !CompanyWords.isPart(words)
                && script(words) != script(first) && !IN_HAN_TOO.matcher(first).matches() && script(first) >= 0;
    }

    /** {@return 1 for Han only, 2 for Arabic, 3 for Cyrillic, 4 for Hangul, 0 for Latin letters, -1 for several} */
    private static int script(String words) {
        boolean han = SignatureWords.hasHan(words);
        boolean latin = words.chars().anyMatch(c -> c < 0x250 && Character.isLetter(c));
        boolean arabic = words.chars().anyMatch(c -> c >= 0x600 && c < 0x700);
        boolean cyrillic = words.chars().anyMatch(c -> c >= 0x400 && c < 0x500);
        if (KoreanWords.has(words)) {
            return 4;
        }
        return han && latin ? -1 : han ? 1 : arabic ? 2 : cyrillic ? 3 : 0;
    }

    /** What no word tells: beside a name a Han company or position, between a title and the first contact line the company. */
    private boolean byPlace(Line line, String words, int place, boolean beside) {
        if (beside && HeadParts.isHanCompany(words)) {
            if (surest >= CompanyWords.USUAL || employed) {
                return !titled && nameHere && words.length() <= 6 && title(line, words, 0.6);
            }
            employed = true;
            return add(line, Kind.COMPANY, words, 0.6);
        }
        boolean here = named && !employed && surest == 0
                && (place <= (departed ? 3 : 2) || place <= 4 && SignatureWords.hasHan(words))
                && line.fields.isEmpty()
                && line.rest.size() == 1 && words.length() <= 50 && (titled || names.isWholeSomewhere())
                && CompanyWords.mayBe(words);
        if (here && !titled && words.indexOf(' ') < 0 && !SignatureWords.hasHan(words)) {
            // Horologist: one word below his name that is not his domain
            return title(line, words, 0.6);
        }
        if (here) {
            employed = true;
            line.add(Kind.COMPANY, words, 0.6);
        }
        return here;
    }
}
