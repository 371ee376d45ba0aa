package app.kith.mail;

import app.kith.mail.SignatureField.Kind;
import app.kith.mail.SignatureReader.Line;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the lines that no word tells by their place. Below a name stands what he is, then where in the company he works, then the
 * company, then how he is reached: a line between the name and the company is a position where none is known yet, else a part
 * of the company.
 */
final class PlacedLines {
    private static final int LONGEST = 48;
    private static final int MOST_WORDS = 6;
    private static final int MOST_LINES = 3;
    private static final Set<Kind> HEAD = EnumSet.of(Kind.NAME, Kind.TITLE, Kind.DEPARTMENT, Kind.COMPANY);
    /** Words of sentences and mottos. */
    private static final Pattern SENTENCE = Pattern.compile(
            "(?iu).*(?:^| )(?:is|are|was|we|you|your|our|us|my|please|not|when|since|member|certified|formerly|ein|eine|wir|sie|ihr|ihre|unser|nous|votre|vos|notre|nuestro|su)(?: |$).*");
    /** Degrees: letters with small ones or full stops among them, or several words of large letters. */
    private static final Pattern DEGREES = Pattern
            .compile(
                    "(?:[A-Z][A-Za-z.]*[A-Z][A-Za-z.]*(?: ?[(][A-Za-z.]+[)])?(?:[,/ ]+|$)){2,}|(?:[A-Z][a-z]?[A-Za-z]?[a-z]?[A-Z]+\\.?)");
    private static final Pattern WORDS = Pattern
            .compile(
                    "\\p{L}[\\p{L}\\p{M}.&/'’,>:-]*(?: (?:[\\p{L}\\p{M}.&/'’,:>+-]+|\\d{1,2})){0,7}|[\\p{IsHan}\\p{IsHangul}\\p{IsKatakana}A-Za-z ()（）·、/&-]{2,14}");
    private static final Pattern HAN_ONLY = Pattern.compile("(?!.*[谢謝请請您好祝年月日的])\\p{IsHan}{2,10}");

    /** {@code Nidos gintaro galerija}: in most languages only the first word is large. */
    private static final Pattern FEW_WORDS = Pattern.compile("\\p{Lu}[\\p{L}’'-]+(?: [\\p{L}’'-]+){1,3}");

    private final List<Line> lines;
    /** The parts of each line. */
    private final List<List<HeadPart>> taken;
    private final SignatureNames names;
    private final HeadParts parts;

    PlacedLines(List<Line> lines, List<List<HeadPart>> taken, SignatureNames names, HeadParts parts) {
        this.lines = lines;
        this.taken = taken;
        this.names = names;
        this.parts = parts;
    }

    /** Adds what the places tell. */
    void read() {
        int name = first(Kind.NAME);
        int company = first(Kind.COMPANY);
        for (int i = 0; i < lines.size() && !isKnown(Kind.TITLE); i++) {
            besideParts(i);
        }
        if (name >= 0 && company < 0) {
            twoLines(name);
            oneOfMany(lines.get(name));
        }
        if (name < 0 || company < 0) {
            return;
        }
        beside(lines.get(name));
        inOtherScript(company);
        if (company < name) {
            belowCompany(name, company);
            return;
        }
        for (int i = name + 1; i < company && i <= name + MOST_LINES; i++) {
            Line line = lines.get(i);
            if (isReached(line)) {
                return;
            }
            if (line.fields.isEmpty() && line.rest.size() == 1 && mayBe(line.rest.getFirst())) {
                add(line, line.rest.getFirst());
            }
        }
    }

    /** {@code Ylva Berg, keramiker}, {@code Pilot, Aer Balloons}: what nobody knows behind the name, or before the company below it. */
    private void besideParts(int line) {
        List<HeadPart> parts = taken.get(line);
        for (int i = 0; i < parts.size() && parts.size() > 1; i++) {
            String words = parts.get(i).words();
            boolean behind = i > 0 && names.holdsWhole(parts.get(i - 1).words())
                    && (isCompany(parts, i + 1) || hasSmallWord(words) && !SignatureWords.hasHan(words));
            boolean below = i == 0 && isCompany(parts, 1) && line > 0 && isNamed(line - 1);
            if ((behind || below) && parts.get(i).kind() == null && !isRead(lines.get(line), words) && mayBe(words)) {
                lines.get(line).add(Kind.TITLE, words, 0.6);
                return;
            }
        }
    }

    private static boolean isCompany(List<HeadPart> parts, int at) {
        return at < parts.size() && parts.get(at).kind() == Kind.COMPANY;
    }

    private static boolean hasSmallWord(String words) {
        for (int i = 0; i < words.length(); i++) {
            if (Character.isLowerCase(words.charAt(i)) && (i == 0 || words.charAt(i - 1) == ' ')) {
                return true;
            }
        }
        return false;
    }

    private boolean isNamed(int line) {
        return lines.get(line).fields.stream().anyMatch(field -> field.kind() == Kind.NAME)
                || lines.get(line).rest.size() == 1 && names.isPart(lines.get(line).rest.getFirst());
    }

    private static boolean isRead(Line line, String words) {
        return line.fields.stream().anyMatch(field -> field.value().equals(words));
    }

    /** {@code 福海離岸風電 | Formosa Haiwind Power Co.}: in one line with the company, or directly beside it, the same in another script. */
    private void inOtherScript(int company) {
        Line line = lines.get(company);
        String known = line.fields.stream().filter(field -> field.kind() == Kind.COMPANY).findFirst().orElseThrow()
                .value();
        boolean twice = line.fields.stream().filter(field -> field.kind() == Kind.COMPANY).count() > 1;
        boolean han = SignatureWords.hasHan(known);
        if (twice || parts.strength(known) < CompanyWords.USUAL) {
            return;
        }
        for (HeadPart part : taken.get(company)) {
            if (part.kind() == null && !isRead(line, part.words()) && !part.words().contains(known)
                    && isHouse(part.words(), !han)) {
                line.add(Kind.COMPANY, part.words(), 0.6);
                return;
            }
        }
    }

    private boolean isHouse(String words, boolean han) {
        return SignatureWords.hasHan(words) == han && mayBe(words) && CompanyWords.mayBe(words)
                && (han || words.indexOf(' ') > 0) && !SignatureWords.looksLikeName(words);
    }

    /** The company stands above the name: what is between is a part of it, and so is what stands below his position. */
    private void belowCompany(int name, int company) {
        for (int i = company + 1; i < name && !isKnown(Kind.DEPARTMENT) && i <= company + MOST_LINES; i++) {
            partOfCompany(i);
        }
        int title = first(Kind.TITLE);
        if (title == name + 1 && title + 2 < lines.size() && isReached(lines.get(title + 2))
                && !isKnown(Kind.DEPARTMENT)) {
            partOfCompany(title + 1);
        }
    }

    private void partOfCompany(int at) {
        Line line = lines.get(at);
        if (line.fields.isEmpty() && line.rest.size() == 1 && mayBe(line.rest.getFirst())) {
            line.add(Kind.DEPARTMENT, line.rest.getFirst(), 0.6);
        }
    }

    /** Two lines between the name and how he is reached, and no company anywhere: the position, and for whom. */
    private void twoLines(int name) {
        if (name + MOST_LINES >= lines.size() || isKnown(Kind.TITLE) || !isReached(lines.get(name + MOST_LINES))) {
            return;
        }
        Line title = lines.get(name + 1);
        Line house = lines.get(name + 2);
        boolean free = title.fields.isEmpty() && house.fields.isEmpty() && title.rest.size() == 1
                && house.rest.size() == 1;
        if (free && mayBe(title.rest.getFirst()) && mayBe(house.rest.getFirst())
                && (CompanyWords.mayBe(house.rest.getFirst()) || FEW_WORDS.matcher(house.rest.getFirst()).matches())) {
            title.add(Kind.TITLE, title.rest.getFirst(), 0.6);
            house.add(Kind.COMPANY, house.rest.getFirst(), 0.6);
        }
    }

    /** {@code Elin Berg | Koordinator | Södra Konserthallen | …}: the one piece that nothing tells, beside a position. */
    private void oneOfMany(Line line) {
        List<String> unknown = line.rest.stream()
                .filter(piece -> line.fields.stream().noneMatch(field -> field.value().equals(piece))).toList();
        boolean titled = line.fields.stream().anyMatch(field -> field.kind() == Kind.TITLE);
        if (titled && line.rest.size() > 2 && unknown.size() == 1 && mayBe(unknown.getFirst())
                && CompanyWords.mayBe(unknown.getFirst())) {
            line.add(Kind.COMPANY, unknown.getFirst(), 0.6);
        }
    }

    /** {@code Chloe | Reception}: one piece beside the name. */
    private void beside(Line line) {
        besideName(line);
        if (line.fields.size() == 1 && line.rest.size() == 2 && !isKnown(Kind.TITLE) && !isKnown(Kind.DEPARTMENT)) {
            String said = line.fields.getFirst().value();
            for (String piece : line.rest) {
                if (!piece.contains(said) && mayBe(piece)) {
                    add(line, piece);
                }
            }
        }
    }

    /** {@code Beate Maus | Disposition | Maus e.K. | …}: the one piece that nothing tells, directly behind the name. */
    private void besideName(Line line) {
        if (line.rest.size() < 3 || isKnown(Kind.TITLE) || isKnown(Kind.DEPARTMENT)
                || !names.holdsWhole(line.rest.getFirst())) {
            return;
        }
        String piece = line.rest.get(1);
        if (!isRead(line, piece) && line.fields.stream().noneMatch(field -> piece.contains(field.value()))
                && mayBe(piece)) {
            line.add(Kind.TITLE, piece, 0.6);
        }
    }

    private void add(Line line, String words) {
        if (!isKnown(Kind.TITLE)) {
            line.add(Kind.TITLE, words, 0.6);
        } else if (!isKnown(Kind.DEPARTMENT)) {
            line.add(Kind.DEPARTMENT, words, 0.6);
        }
    }

    private boolean mayBe(String words) {
        if (SignatureWords.looksLikeName(words) && SignatureWords.hasHan(lines.get(first(Kind.NAME)).proof)) {
            // 翁美玲, below it May-Ling Weng
            return false;
        }
        if (words.length() < 2 || words.length() > LONGEST || names.isPart(words) || names.holdsWhole(words)
                || PostalWords.isAddress(words) || CompanyWords.strength(words, null) >= leastOfCompany()) {
            return false;
        }
        if (SignatureWords.hasHan(words)) {
            return HAN_ONLY.matcher(words).matches();
        }
        return words.split(" ", -1).length <= MOST_WORDS && WORDS.matcher(words).matches()
                && (Character.isUpperCase(words.charAt(0)) || words.length() <= LONGEST / 2)
                && ".,!?".indexOf(words.charAt(words.length() - 1)) < 0 && !SENTENCE.matcher(words).matches()
                && !DEGREES.matcher(words).matches();
    }

    /** Words that companies have too tell nothing where the form of his own does: {@code Charpentier de marine}. */
    private int leastOfCompany() {
        boolean sure = lines.stream().flatMap(line -> line.fields.stream()).anyMatch(field -> field
                .kind() == Kind.COMPANY && parts.strength(field.value()) == CompanyWords.SURE);
        return sure ? CompanyWords.SURE : CompanyWords.USUAL;
    }

    private boolean isKnown(Kind kind) {
        return first(kind) >= 0;
    }

    private int first(Kind kind) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).fields.stream().anyMatch(field -> field.kind() == kind)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isReached(Line line) {
        return line.fields.stream().anyMatch(field -> !HEAD.contains(field.kind()));
    }
}
