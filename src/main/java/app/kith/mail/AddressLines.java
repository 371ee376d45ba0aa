package app.kith.mail;

import app.kith.mail.SignatureField.Kind;
import app.kith.mail.SignatureReader.Line;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the lines of an address that only their neighbours tell: the house, the town, the country. */
final class AddressLines {
    private static final Set<Kind> HEAD = EnumSet.of(Kind.NAME, Kind.TITLE, Kind.DEPARTMENT, Kind.COMPANY,
            Kind.ADDRESS);
    private static final int LONGEST = 60;
    private static final Pattern PLACE = Pattern.compile(
            "\\p{Lu}[\\p{L}'’.-]*(?: (?:\\p{Lu}[\\p{L}'’.-]*|of|de|la|le|am|an|der|upon|on|sur|del|di|da|do|&|\\d{1,4}[A-Za-z]?)){0,4}");
    private static final Pattern PLACES = Pattern
            .compile(PLACE.pattern() + "(?:, (?:" + PLACE.pattern() + ")){1,3}\\.?");
    private static final Pattern POSTCODE = Pattern.compile(
            "(?:[A-Z]{1,2}-? ?)?\\d{3,6}(?:[- ]\\d{2,4})?|[A-Z]{1,2}\\d[\\dA-Z]? ?\\d[A-Z]{2}|[A-Z]\\d[A-Z] ?\\d[A-Z]\\d|\\d{4} ?[A-Z]{2}");

    private static final Pattern LETTER_POSTCODE = Pattern
            .compile("[A-Z]{1,2}\\d[\\dA-Z]? ?\\d[A-Z]{2}|[A-Z]\\d[A-Z] ?\\d[A-Z]\\d");
    /** {@code 118 Hoffman Fieldhouse}: a room or a number, and a building. */
    private static final Pattern HOUSE = Pattern.compile(
            "\\d{1,5}[A-Z]? (?:\\p{Lu}[\\p{L}.'’-]* ){1,4}(?:Hall|Fieldhouse|House|Building|Bldg\\.?|Center|Centre|Library|Laborator(?:y|ies)|Lab|Tower|Annex|Pavilion|Gymnasium|Arena|Stadium|Chapel|Union|Commons|Quad|Complex|Mall|Plaza|Pier|Dock|Wharf|Lodge|Barn)");
    /** {@code Průmyslová 1472/11}, {@code 12 Bryn Awel} */
    private static final Pattern STREET = Pattern.compile(
            "\\p{Lu}[\\p{L}.'’ -]{2,40},? (?:n[ro°º]?\\.? ?)?\\d{1,5}(?:[/–-]\\d{1,4})?(?: ?[a-zA-Z])?|\\d{1,5}[a-zA-Z]?,? \\p{Lu}[\\p{L}.'’ -]{2,40}");

    /** {@code Guilin 541004}, {@code Coimbatore - 642109} */
    private static final Pattern TOWN_AND_CODE = Pattern
            .compile(
                    "\\p{Lu}[\\p{L}.'’]*(?: \\p{Lu}[\\p{L}.'’]*){0,3},?(?: ?[-–])? ?\\d{3} ?\\d{3}|\\p{Lu}[\\p{L}.'’ ]{2,30},? (?:[-–] )?\\d{4,5}");
    /** {@code KP XI/555, Vandanmedu P.O.}: a house, and the office or the place behind a comma. */
    private static final Pattern HOUSE_AND_PLACE = Pattern.compile(
            "(?=.*\\d)(?:\\p{Lu}{1,4}[ .-]{0,2}){0,2}[\\dIVXLA-Z]{1,6}(?:[/-][\\dA-Z]{1,6}){1,3},\\s\\p{Lu}[\\p{L}. '’-]{2,40}|.*\\d.*,.*\\bP\\.? ?O\\.?");

    /** {@code ZA des Grands Champs}: a quarter of works. */
    private static final Pattern ZONE = Pattern
            .compile(
                    "(?:Z\\.?A\\.?C?|Z\\.?I|Zone|Parc|Park|Pol\\.|Polígono|Gewerbepark|Gewerbegebiet|Industriegebiet|Industriepark|Zona|Parque|Distrito)\\.? (?:d[’']|\\p{L}).{3,40}");

    /** {@code Doha – Qatar} */
    private static final Pattern TOWN_OF_COUNTRY = Pattern
            .compile("\\p{Lu}[\\p{L}'’ ]{2,24} [-–—] (\\p{Lu}[\\p{L}. ]{2,24})");

    private final List<Line> lines;
    private final boolean known;

    /** Takes the lines; {@code known} says whether the author's whole name is, so that no line can be it. */
    AddressLines(List<Line> lines, boolean known) {
        this.lines = lines;
        this.known = known;
    }

    /** Adds to each address the lines that go on with it, and the one before it. */
    void join() {
        for (int i = 1; i < lines.size(); i++) {
            if (isBetween(i)) {
                take(i);
            }
        }
        for (int i = 0; i < lines.size(); i++) {
            if (!isAddress(i) && !isAnchor(i)) {
                continue;
            }
            streetBeside(lines.get(i));
            before(i);
            if (!isAddress(i)) {
                take(i);
            }
            int end = end(i + 1);
            for (int next = i + 1; next < end; next++) {
                take(next);
            }
        }
    }

    /** {@code Hinterm Deich 55 | 26655 Westerstede}: what stands before a divider tells nothing alone. */
    private static void streetBeside(Line line) {
        if (line.rest.size() == 2 && STREET.matcher(line.rest.getFirst()).matches()
                && line.fields.stream().noneMatch(field -> field.value().equals(line.rest.getFirst()))) {
            line.add(Kind.ADDRESS, line.rest.getFirst(), 0.7);
        }
    }

    /** {@return behind the lines that go on with an address: towns only where a postcode, a country or more of it follows} */
    private int end(int first) {
        int end = first;
        for (int line = first; line < lines.size() && line < first + 4; line++) {
            if (isAddress(line)) {
                return line;
            }
            if (!isFree(line)) {
                break;
            }
            if (goesOn(line)) {
                end = line + 1;
            } else if (!isPlace(line)) {
                break;
            }
        }
        return end;
    }

    /** A postcode or a country alone, below the lines that tell who it is. */
    private boolean isAnchor(int line) {
        if (line == 0 || !isFree(line)) {
            return false;
        }
        String words = lines.get(line).rest.getFirst();
        Matcher town = TOWN_OF_COUNTRY.matcher(words);
        return lines.get(line).fields.isEmpty() && LETTER_POSTCODE.matcher(words).matches()
                || town.matches() && PlaceWords.isCountry(town.group(1))
                || words.length() > 4 && PlaceWords.isCountry(words);
    }

    /** The house, the street without a word for it, the town: what stands between the company and a line of its address. */
    private void before(int line) {
        int from = line;
        while (from > 1 && line - from < 3 && isFree(from - 1) && lines.get(from - 1).fields.isEmpty()
                && (isPlace(from - 1) && mayBePlace(from - 1) || isStreet(from - 1))) {
            from--;
        }
        if (from < line && !has(from - 1, Kind.COMPANY) && !has(from - 1, Kind.ADDRESS)
                && !has(from - 1, Kind.DEPARTMENT)) {
            from = isStreet(line - 1) && line - from > 0 ? line - 1 : line;
        }
        for (int i = from; i < line; i++) {
            take(i);
        }
    }

    /** {@code Sharada Phase II, Kano}: directly below the company, above how he is reached, places and a comma. */
    private boolean isBetween(int line) {
        boolean below = has(line - 1, Kind.COMPANY)
                || isReached(line - 1) && isFree(line) && PlaceWords.hasArea(lines.get(line).rest.getFirst());
        if (!isFree(line) || !lines.get(line).fields.isEmpty() || !below
                || isAnyAddress() || line + 1 < lines.size() && !isReached(line + 1) || line < 2) {
            return false;
        }
        String words = lines.get(line).rest.getFirst();
        if (words.length() <= LONGEST && HOUSE.matcher(words).matches()) {
            return true;
        }
        return words.length() <= LONGEST && words.indexOf(", ") > 0 && PLACES.matcher(words).matches()
                && !TitleWords.isTitle(words) && !DepartmentWords.is(words) && CompanyWords.strength(words, null) == 0;
    }

    private boolean isAnyAddress() {
        return lines.stream().anyMatch(line -> line.fields.stream().anyMatch(field -> field.kind() == Kind.ADDRESS));
    }

    private boolean isReached(int line) {
        return lines.get(line).fields.stream().anyMatch(field -> !HEAD.contains(field.kind()));
    }

    private boolean mayBePlace(int line) {
        return known || !SignatureWords.looksLikeName(lines.get(line).rest.getFirst());
    }

    private boolean isStreet(int line) {
        String words = lines.get(line).rest.getFirst();
        return words.length() <= LONGEST
                && (STREET.matcher(words).matches() || ZONE.matcher(words).matches()
                        || HOUSE_AND_PLACE.matcher(words).matches());
    }

    private boolean goesOn(int line) {
        String words = lines.get(line).rest.getFirst();
        if (words.length() > LONGEST) {
            return false;
        }
        boolean open = lines.get(line - 1).proof.strip().endsWith(",") && Character.isUpperCase(words.charAt(0))
                && !TitleWords.isTitle(words);
        return open || lines.get(line).fields.isEmpty() && POSTCODE.matcher(words).matches()
                || lines.get(line).fields.isEmpty() && TOWN_AND_CODE.matcher(words).matches()
                || PlaceWords.isCountry(words);
    }

    private boolean isPlace(int line) {
        String words = lines.get(line).rest.getFirst();
        return words.length() <= LONGEST && PLACE.matcher(words).matches();
    }

    private boolean isAddress(int line) {
        return has(line, Kind.ADDRESS);
    }

    private boolean has(int line, Kind kind) {
        return lines.get(line).fields.stream().anyMatch(field -> field.kind() == kind);
    }

    /** Whether nothing was read of a line yet, and it is not parted. */
    private boolean isFree(int line) {
        return lines.get(line).rest.size() == 1
                && lines.get(line).fields.stream().noneMatch(field -> HEAD.contains(field.kind()));
    }

    private void take(int line) {
        lines.get(line).add(Kind.ADDRESS, SignatureReader.trim(lines.get(line).rest.getFirst()), 0.7);
    }
}
