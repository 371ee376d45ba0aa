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

    private final List<Line> lines;
    private final SignatureNames names;

    PlacedLines(List<Line> lines, SignatureNames names) {
        this.lines = lines;
        this.names = names;
    }

    /** Adds what the places tell. */
    void read() {
        int name = first(Kind.NAME);
        int company = first(Kind.COMPANY);
        if (name >= 0 && company < 0) {
            twoLines(name);
            oneOfMany(lines.get(name));
        }
        if (name < 0 || company < 0) {
            return;
        }
        beside(lines.get(name));
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
                && CompanyWords.mayBe(house.rest.getFirst())) {
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
        if (line.fields.size() == 1 && line.rest.size() == 2 && !isKnown(Kind.TITLE) && !isKnown(Kind.DEPARTMENT)) {
            String said = line.fields.getFirst().value();
            for (String piece : line.rest) {
                if (!piece.contains(said) && mayBe(piece)) {
                    add(line, piece);
                }
            }
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
                || PostalWords.isAddress(words) || CompanyWords.strength(words, null) >= CompanyWords.USUAL) {
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
